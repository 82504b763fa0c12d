import type { ProjectHead } from "../../../application/queries/project-head";
import type { SimulatedView } from "../../../application/queries/simulation-view";
import { Card, KeyValues, LightTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { Blocks, Differences, SimulatedStatusTag, Validity } from "../pieces/simulation-words";

/** How the item stands on its simulated way; says first that none of it has legal force. */
export function SimulationCard({ simulation: item, head }: { simulation: SimulatedView | null; head: ProjectHead }) {
  const { t, pick, day } = useWords();
  if (!item) return null;
  const { record } = item;
  const defects = record.status === "conversion-correcting" ? record.conversionDefects : record.status === "correcting" ? record.correctionDefects : [];
  return (
    <Card
      title={t("simulation.item.card")}
      tone="sim"
      tags={<SimulatedStatusTag status={item.status} />}
      more={<a href={paths.desk.projectTab(head.projectNo, "simulation")}>{t("simulation.title")}</a>}
    >
      <p className="muted">{t(item.live ? "simulation.under-way" : "simulation.item.card.no-force")}</p>
      <KeyValues
        rows={[
          ...(item.reviewWorkingDays === null
            ? []
            : [{ label: t("simulation.item.state"), value: t("simulation.item.review-days", { n: item.reviewWorkingDays }) }]),
          ...(record.opinionNo
            ? [
                {
                  label: t("simulation.item.opinion"),
                  value: (
                    <>
                      <span className="mono">{record.opinionNo}</span> {record.stance && t(`review.stance.${record.stance}`)} · {day(record.opinionOn)}{" "}
                      {record.opinionByName}
                    </>
                  ),
                },
              ]
            : []),
          ...(record.conditions.length > 0 ? [{ label: t("simulation.item.conditions"), value: <Lines lines={record.conditions} /> }] : []),
          ...(defects.length > 0 ? [{ label: t("simulation.item.defects"), value: <Lines lines={defects} /> }] : []),
          ...(record.validTo ? [{ label: t("simulation.item.validity"), value: <Validity item={item} /> }] : []),
          ...(item.basis.length > 0
            ? [
                {
                  label: t("simulation.item.basis"),
                  value: <Lines lines={item.basis.map((one) => t(`simulation.item.basis.${one.by}`, { item: pick(one.name), no: one.no }))} />,
                },
              ]
            : []),
          ...(item.live ? [{ label: t("simulation.item.blocks"), value: <Blocks item={item} /> }] : []),
          ...(item.live && item.conversionDueOn
            ? [
                {
                  label: t("simulation.status.ready"),
                  value: (
                    <>
                      {t("simulation.convert.by", { day: day(item.conversionDueOn) })}{" "}
                      <LightTag light={item.conversionLight} remaining={item.conversionDaysLeft} />
                    </>
                  ),
                },
              ]
            : []),
          ...(record.endCause
            ? [
                {
                  label: t("simulation.item.ended"),
                  value: `${day(record.endedOn)} ${t(`simulation.cause.${record.endCause}`)}${record.reason ? ` · ${record.reason}` : ""}`,
                },
              ]
            : []),
        ]}
      />
      {item.differences.length > 0 && <Differences differences={item.differences} of={pick(item.name)} />}
    </Card>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="sim-blocks">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
