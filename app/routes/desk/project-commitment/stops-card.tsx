import type { CommitmentItem, CommitmentView } from "../../../application/queries/commitment-view";
import type { CommitmentPage } from "../../../application/queries/project-commitment";
import { Card, Tag, useWords } from "../../../components";
import { ItemName, Stops } from "../pieces/commitment-words";

/** What the promise spares, and what permit and start still wait for: two checks, each stop with its law. */
export function StopsCard({ page }: { page: CommitmentPage }) {
  const { t } = useWords();
  const { permit, start } = page.readiness;
  // What the permit waits for the start waits for as well: said once.
  const said = new Set(page.permitGranted ? [] : permit.stops.flatMap((stop) => (stop.kind === "item" ? [stop.item.itemNo] : [])));
  const more = start.stops.filter((stop) => stop.kind !== "item" || !said.has(stop.item.itemNo));
  const latest = page.commitments[0];
  return (
    <Card title={t("commitment.spares")}>
      {latest && <Spared commitment={latest} />}
      <h3>{t("commitment.stops.permit")}</h3>
      {page.permitGranted ? (
        <Tag tone="ok">{t("commitment.stops.permit.granted")}</Tag>
      ) : (
        <Stops readiness={permit} ready={t("commitment.stops.permit.ready")} />
      )}
      <h3>{t("commitment.stops.start")}</h3>
      <p className="muted">{t("commitment.stops.lead")}</p>
      {said.size > 0 && <p>{t("commitment.stops.also")}</p>}
      <Stops readiness={{ ...start, stops: more }} ready={t("commitment.stops.start.ready")} />
    </Card>
  );
}

function Spared({ commitment: { record, spares } }: { commitment: CommitmentView }) {
  const { t } = useWords();
  return (
    <>
      {record.inForceOn === null && <p className="muted">{t("commitment.spares.pending")}</p>}
      {record.status === "breached" && (
        <p className="stops__say">
          <Tag tone="late">{t("commitment.spares.over")}</Tag>
        </p>
      )}
      <h3>{t("commitment.spares.after-start")}</h3>
      <Items items={spares["after-start"]} />
      <h3>{t("commitment.spares.at-once")}</h3>
      <Items items={spares["at-once"]} />
    </>
  );
}

function Items({ items }: { items: readonly CommitmentItem[] }) {
  const { t } = useWords();
  if (items.length === 0) return <p className="muted">{t("commitment.spares.none")}</p>;
  return (
    <ul className="stops stops--plain">
      {items.map((item) => (
        <li key={item.itemNo}>
          <ItemName item={item} /> <span className="muted">{t(`item.status.${item.status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
