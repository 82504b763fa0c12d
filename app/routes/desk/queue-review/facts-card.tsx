import type { WaitingReview } from "../../../application/queries/waiting-review";
import { Card, type Fact, KeyValues, LightTag, SimTag, useWords } from "../../../components";
import { paths } from "../../../web/paths";
import { HolderText } from "../pieces/holder";

/** What waits: the project, the item or run, since when. */
export function FactsCard({ page }: { page: WaitingReview }) {
  const { t, pick, day, number } = useWords();
  const { head, item, source, kind } = page;
  const run = source.via === "run" ? source.run : null;
  const rows: readonly Fact[] = [
    { label: t("project.no"), value: <span className="mono">{head.projectNo}</span> },
    { label: t("project.enterprise"), value: head.enterpriseName },
    { label: t("project.agent"), value: head.agentName ?? t("project.agent.none") },
    ...(head.investmentWan === null
      ? []
      : [
          {
            label: t("project.investment"),
            value: t("project.investment.wan", { amount: number(head.investmentWan), yuan: number(head.investmentWan * 10_000) }),
          },
        ]),
    ...(page.since === null ? [] : [{ label: t("evidence.since"), value: t("queue.since", { day: day(page.since), n: page.waitedWorkingDays ?? 0 }) }]),
    ...(item
      ? [
          { label: t("item.no"), value: <a href={paths.desk.item(item.itemNo)}>{`${pick(item.name)} · ${item.itemNo}`}</a> },
          { label: t("item.department"), value: pick(item.department) },
          { label: t("item.holder"), value: <HolderText holder={item.holder} /> },
          ...(item.dueOn
            ? [
                {
                  label: t("item.due"),
                  value: (
                    <>
                      <a href={paths.desk.itemDate(item.itemNo)}>{day(item.dueOn)}</a> <LightTag light={item.light} remaining={item.remaining} />
                    </>
                  ),
                },
              ]
            : []),
        ]
      : []),
    ...(page.commitmentNo ? [{ label: t("evidence.commitment"), value: <span className="mono">{page.commitmentNo}</span> }] : []),
    ...(run
      ? [
          { label: t("simulation.item.run"), value: <span className="mono">{run.runNo}</span> },
          { label: t("simulation.run.kind"), value: t(`simulation.kind.${run.record.kind}`) },
          { label: t("simulation.run.applied"), value: t("simulation.by", { day: day(run.record.appliedOn), name: run.record.appliedByName }) },
          { label: t("simulation.items"), value: run.items.map((one) => pick(one.name)).join(t("list.comma")) },
          ...(run.record.answer ? [{ label: t("simulation.run.answer"), value: run.record.answer }] : []),
        ]
      : []),
  ];
  return (
    <Card
      title={t("evidence.facts")}
      tags={kind.startsWith("simulation") && <SimTag>{t("simulation.mark")}</SimTag>}
      more={<a href={paths.desk.project(head.projectNo)}>{t("acts.to-project")}</a>}
    >
      <KeyValues rows={rows} />
    </Card>
  );
}
