import type { ItemPage } from "../../../application/queries/item";
import { Card, KeyValues, Tag, type Tone, useWords, type Words } from "../../../components";
import type { Deferral } from "../../../domain/case/parts/deferral";

const TONE: Readonly<Record<Deferral["status"], Tone>> = { open: "warn", supplied: "ok", waived: "plain", failed: "late", ended: "plain" };

/** The listed materials an item was accepted without (容缺): what has come, what has not, by when and what follows. */
export function DeferralCard({ page: { deferral } }: { page: ItemPage }) {
  const words = useWords();
  const { t, day } = words;
  if (!deferral) return null;
  const { record, promiseRule, waits, ifMissed } = deferral;
  const open = record.status === "open";
  const missed = open && deferral.daysLeft < 0;
  return (
    <Card
      title={t("gaps.title")}
      tone={missed ? "late" : open ? "warn" : undefined}
      tags={<Tag tone={missed ? "late" : TONE[record.status]}>{t(`gaps.status.${record.status}`)}</Tag>}
    >
      {record.proposedOn && <p>{t("gaps.proposed", { day: day(record.proposedOn) })}</p>}
      <ul className="plain-list gap-list">
        {record.missing.map((name) => (
          <li key={name}>
            <span lang="zh-CN">{name}</span> {becameOf(record, name, words)}
          </li>
        ))}
      </ul>
      <KeyValues
        rows={[
          { label: t("gaps.supplyBy"), value: deadline(deferral, words) },
          { label: t("gaps.grantedOn"), value: t("gaps.granted", { day: day(record.grantedOn), name: record.grantedByName }) },
          { label: t("gaps.noticeNo"), value: record.noticeNo },
          { label: t("gaps.promise"), value: promise(record, promiseRule, words) },
          ...(open
            ? [
                {
                  label: t("gaps.decision"),
                  value: t(waits === "no" ? "gaps.decision.free" : waits === "yes" ? "gaps.decision.waits" : "gaps.decision.waits.unstated"),
                },
              ]
            : []),
          ...(open ? [{ label: t("gaps.if-missed"), value: t(ifMissed === null ? "gaps.outcome.to-choose" : `gaps.outcome.${ifMissed}`) }] : []),
          ...(record.outcome && record.endedOn
            ? [
                {
                  label: t("gaps.ruled.label"),
                  value: t("gaps.ruled", { day: day(record.endedOn), name: record.endedByName, outcome: t(`gaps.outcome.${record.outcome}`) }),
                },
                { label: t("gaps.ruled.reason"), value: record.outcomeReason },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** What became of one missing material: it came, it was dropped, or it is awaited. */
function becameOf({ supplied, waived }: Deferral, missing: string, { t, day }: Words) {
  const came = supplied.find(({ name }) => name === missing);
  if (came) return <span className="muted">{t("gaps.material.supplied", { day: day(came.on) })}</span>;
  const dropped = waived.find(({ name }) => name === missing);
  if (!dropped) return <Tag tone="warn">{t("gaps.material.outstanding")}</Tag>;
  return <span className="muted">{t("gaps.material.waived", { day: day(dropped.on), name: dropped.byName, reason: dropped.reason })}</span>;
}

type Shown = NonNullable<ItemPage["deferral"]>;

function deadline({ record, daysLeft }: Shown, { t, day }: Words) {
  const on = day(record.supplyBy);
  const left =
    record.status !== "open"
      ? on
      : daysLeft > 0
        ? t("gaps.supplyBy.left", { day: on, n: daysLeft })
        : daysLeft === 0
          ? t("gaps.supplyBy.today", { day: on })
          : t("gaps.supplyBy.over", { day: on, n: -daysLeft });
  return (
    <>
      {left}
      {record.extendedFrom && (
        <small className="cell-note">{t("gaps.supplyBy.extended", { day: day(record.extendedFrom), reason: record.extendedReason })}</small>
      )}
    </>
  );
}

function promise({ promiseNo, promisedBy }: Deferral, rule: Shown["promiseRule"], { t }: Words): string {
  if (promiseNo !== null) return t("gaps.promise.given", { no: promiseNo, name: promisedBy });
  return t(rule === "unstated" ? "gaps.promise.none.unstated" : "gaps.promise.none");
}
