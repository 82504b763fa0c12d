import type { CheckView, CommitmentItem, ReadinessView, StopView } from "../../../application/queries/commitment-view";
import { LightTag, Tag, type Tone, useWords } from "../../../components";
import { paths } from "../../../web/paths";

const CHECK_TONE: Readonly<Record<CheckView["status"], Tone>> = { planned: "plain", met: "ok", rectifying: "warn", failed: "late", lapsed: "plain" };

/** State of a check with its light: what is late is said to be late. */
export function CheckTag({ check }: { check: CheckView }) {
  const { t } = useWords();
  if (check.ripe && check.status === "rectifying") return <Tag tone="late">{t("commitment.check.rectify-over")}</Tag>;
  if (check.overdue) return <Tag tone="late">{t("commitment.check.overdue")}</Tag>;
  return (
    <>
      <Tag tone={CHECK_TONE[check.status]}>{t(`commitment.check.${check.status}`)}</Tag>
      {check.light === "warn" && check.inDays !== null && <LightTag light="warn" remaining={check.inDays} />}
    </>
  );
}

/** An item by its name, as a link where this person may open it. */
export function ItemName({ item }: { item: CommitmentItem }) {
  const { pick } = useWords();
  return item.opens ? <a href={paths.desk.item(item.itemNo)}>{pick(item.name)}</a> : pick(item.name);
}

/** What still stands in the way, each with its law; or that nothing does. */
export function Stops({ readiness, ready }: { readiness: ReadinessView; ready: string }) {
  if (readiness.ready)
    return (
      <span className="stops__say">
        <Tag tone="ok">{ready}</Tag>
      </span>
    );
  return (
    <ol className="stops">
      {readiness.stops.map((stop) => (
        <li key={stop.kind === "item" ? stop.item.itemNo : stop.kind}>
          <StopWords stop={stop} />
        </li>
      ))}
    </ol>
  );
}

function StopWords({ stop }: { stop: StopView }) {
  const { t } = useWords();
  if (stop.kind !== "item") return <>{t(`commitment.stop.${stop.kind}`)}</>;
  return (
    <>
      <ItemName item={stop.item} />
      <span className="stops__law">
        {t("commitment.stop.law")}
        {t("list.colon")}
        {stop.law ? t(`commitment.law.${stop.law}`) : stop.source}
      </span>
    </>
  );
}
