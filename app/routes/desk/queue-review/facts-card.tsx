import type { WaitingReview } from "../../../application/queries/waiting-review";
import { Card, CommitmentTag, type Fact, KeyValues, LightTag, SimTag, Tag, useWords, type Words } from "../../../components";
import type { CommitmentStatus } from "../../../domain/case/parts/project-commitment";
import { isKey } from "../../../i18n";
import { paths } from "../../../web/paths";
import { commitmentActByCommand } from "../acts/commitment-registry";
import { commitmentFacts } from "../pieces/commitment-short";
import { HolderText } from "../pieces/holder";
import { waitingSince } from "../pieces/waiting-words";

/** What waits: the project, the item or run, since when. */
export function FactsCard({ page }: { page: WaitingReview }) {
  const words = useWords();
  const { t, pick, day, number } = words;
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
    ...(page.since === null
      ? []
      : [
          {
            label: t("evidence.since"),
            value: waitingSince({ since: page.since, waitedWorkingDays: page.waitedWorkingDays ?? 0 }, page.today, words),
          },
        ]),
    ...(item
      ? [
          { label: t("evidence.item"), value: <a href={paths.desk.item(item.itemNo)}>{`${pick(item.name)} · ${item.itemNo}`}</a> },
          { label: t("item.department"), value: pick(item.department) },
          ...(item.holder.kind === "department" ? [] : [{ label: t("item.holder"), value: <HolderText holder={item.holder} /> }]),
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
    ...(source.via === "commitment"
      ? commitmentFacts(commitmentActByCommand(page.command)?.noun ?? "", source, words)
      : page.commitmentNo
        ? [{ label: t("evidence.commitment"), value: <span className="mono">{page.commitmentNo}</span> }]
        : []),
    ...explained(page, words),
    ...(run
      ? [
          { label: t("simulation.item.run"), value: <span className="mono">{run.runNo}</span> },
          { label: t("simulation.run.kind"), value: t(`simulation.kind.${run.record.kind}`) },
          { label: t("simulation.run.applied"), value: t("simulation.by", { day: day(run.record.appliedOn), name: run.record.appliedByName }) },
          { label: t("simulation.items"), value: run.items.map((one) => pick(one.name)).join(t("list.comma")) },
          {
            label: t("letter.missing"),
            value: run.missing
              .filter(({ obtainedOn }) => obtainedOn === null)
              .map(({ code, expected }) => t("letter.missing.one", { precondition: t(`simulation.precondition.${code}`), day: day(expected) }))
              .join(t("list.semicolon")),
          },
          ...(run.record.answer ? [{ label: t("simulation.run.answer"), value: run.record.answer }] : []),
        ]
      : []),
  ];
  return (
    <Card
      title={t("evidence.facts")}
      tags={
        <>
          {kind.startsWith("simulation") && <SimTag>{t("simulation.mark")}</SimTag>}
          {source.via === "commitment" && <CommitmentStep kind={kind} status={source.commitment.record.status} />}
        </>
      }
      more={<a href={paths.desk.project(head.projectNo)}>{t("acts.to-project")}</a>}
    >
      <KeyValues rows={rows} />
    </Card>
  );
}

/** What the department or window says, where an explanation is to be ruled on. */
function explained({ source, kind }: WaitingReview, { t, day }: Words): readonly Fact[] {
  if (source.via !== "item" || (kind !== "overdue-reason" && kind !== "second-list")) return [];
  const about = kind === "second-list" ? "second-list" : "overdue";
  const given = source.page.givenExplanations.find((one) => one.kind === about);
  if (!given) return [];
  return [
    ...(given.defects.length > 0 ? [{ label: t("acts.second-list.defects"), value: given.defects.join(t("list.semicolon")) }] : []),
    { label: t(`explanation.kind.${about}`), value: t("explanation.given", { name: given.givenByName, day: day(given.givenOn), reason: given.reason }) },
  ];
}

/** What the acceptance of a commitment has come to, in the words of the queue; its state where it waits for something else. */
function CommitmentStep({ kind, status }: { kind: WaitingReview["kind"]; status: CommitmentStatus }) {
  const { t } = useWords();
  const step = `queue.step.${status}`;
  return kind === "commitment-acceptance" && isKey(step) ? <Tag tone="warn">{t(step)}</Tag> : <CommitmentTag status={status} />;
}
