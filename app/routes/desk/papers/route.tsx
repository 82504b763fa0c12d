import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { issuePaper } from "../../../application/documents/issue-paper";
import type { PaperGroup } from "../../../application/queries/paper-groups";
import { type PapersPage, papersPage } from "../../../application/queries/papers";
import { caseByNumber } from "../../../application/queries/project-case";
import { Card, Empty, ErrorSummary, Filters, Select, SimTag, useWords } from "../../../components";
import { PAPER_KINDS } from "../../../domain/case/parts/paper";
import type { Translate } from "../../../i18n";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { field, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ProjectFrame } from "../pieces/project-frame";
import { PapersTable, ReportsTable } from "./tables";

export const handle = titled<typeof loader>((t, { head }) => `${t("papers.title")} - ${head.name}`);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "paper:read");
  const only = new URL(args.request.url).searchParams.get("item");
  const page = await papersPage(args.context.services, actor, args.params.projectNo ?? "", only || null);
  if (!page) throw answer.notFound();
  return page;
}

const IssueForm = z.object({ kind: field.choice(PAPER_KINDS), subject: field.text(80), locale: field.choice(["zh-CN", "en"]), item: field.optionalText(40) });

/** Hands out a paper. The same again is the same paper, so a second click changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "paper:issue");
  const { services, baseUrl } = args.context;
  const projectNo = args.params.projectNo ?? "";
  if (!(await caseByNumber(services, actor, projectNo))) throw answer.notFound();
  const form = await readForm(args.request, IssueForm);
  if (!form.ok) return answer.invalid(form);
  const { kind, subject, locale, item } = form.value;
  const outcome = await issuePaper(services, actor, {
    projectNo,
    kind,
    subjectId: subject,
    locale,
    verifyUrl: (code) => new URL(paths.verify(code), baseUrl ?? new URL(args.request.url).origin).href,
  });
  if (!outcome.ok) return answer.refused(outcome, form);
  return answer.done(paths.desk.projectTab(projectNo, "papers", { item }), outcome.reissued ? "paper-same" : "paper-issued");
}

export default function PapersRoute() {
  const { t, pick } = useWords();
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { head, only, items, groups } = page;
  const here = paths.desk.projectTab(head.projectNo, "papers");
  const areas = areasOf(page, t);
  return (
    <ProjectFrame head={head} tab="papers">
      <ErrorSummary state={state} />
      <div className="stack">
        <p className="muted">{t("papers.lead")}</p>
        {items.length > 1 && (
          <Filters action={here} clearHref={only === null ? null : here}>
            <Select
              name="item"
              label={t("papers.filter")}
              blank={t("papers.filter.all")}
              value={only}
              options={items.map(({ itemNo, name }) => ({ value: itemNo, label: `${itemNo.slice(-2)} ${pick(name)}` }))}
            />
          </Filters>
        )}
        {groups.length === 0 && <Empty>{t("papers.none")}</Empty>}
        {areas.length > 1 && (
          <nav className="paper-areas" aria-label={t("papers.areas")}>
            {areas.map(({ id, title, count }) => (
              <a key={id} className="link" href={`#${id}`}>
                {title} <span className="muted">{t("papers.count", { n: count })}</span>
              </a>
            ))}
          </nav>
        )}
        {groups.map((group, index) => (
          <GroupCard
            key={`${group.area} ${group.no ?? ""}`}
            group={group}
            first={areaOf(groups[index - 1]) !== areaOf(group)}
            projectNo={head.projectNo}
            only={only}
          />
        ))}
        {page.reports.length > 0 && (
          <Card id="papers-reports" title={t("papers.reports")} flush>
            <ReportsTable reports={page.reports} />
          </Card>
        )}
      </div>
    </ProjectFrame>
  );
}

interface Area {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

/** Papers of the whole case stand apart from those of its items. */
const areaOf = (group: PaperGroup | undefined) => group && (group.no === null ? "case" : group.area);
const idOf = (area: string) => `papers-${area}`;

/** What the page holds, in its order, to jump to. */
function areasOf({ groups, reports }: PapersPage, t: Translate): readonly Area[] {
  const counts = new Map<string, Area>();
  for (const group of groups) {
    const area = areaOf(group) ?? "case";
    counts.set(area, { id: idOf(area), title: t(`papers.area.${area}`), count: (counts.get(area)?.count ?? 0) + group.papers.length });
  }
  const given = reports.length === 0 ? [] : [{ id: idOf("reports"), title: t("papers.reports"), count: reports.length }];
  return [...counts.values(), ...given];
}

interface GroupProps {
  readonly group: PaperGroup;
  /** First of its area: the list of areas leads here. */
  readonly first: boolean;
  readonly projectNo: string;
  readonly only: string | null;
}

/** The papers of one item, run or commitment, or of the whole case. */
function GroupCard({ group, first, projectNo, only }: GroupProps) {
  const title = useGroupTitle(group);
  const { t } = useWords();
  return (
    <Card
      id={first ? idOf(areaOf(group) ?? "case") : undefined}
      title={title}
      tone={group.area === "simulation" ? "sim" : undefined}
      tags={group.area === "simulation" ? <SimTag>{t("simulation.mark")}</SimTag> : undefined}
      more={<GroupLink group={group} projectNo={projectNo} />}
      flush
    >
      <PapersTable group={group} title={title} projectNo={projectNo} only={only} />
    </Card>
  );
}

/** Where the papers come from: the item, or the page of simulated runs or of the commitment. */
function GroupLink({ group: { area, no, papers }, projectNo }: Pick<GroupProps, "group" | "projectNo">) {
  const { t } = useWords();
  if (area === "simulation") return <a href={paths.desk.projectTab(projectNo, "simulation")}>{t("simulation.title")}</a>;
  if (area === "commitment" && papers.every(({ item }) => item === null))
    return <a href={paths.desk.projectTab(projectNo, "commitment")}>{t("commitment.title")}</a>;
  return area === "course" && no !== null ? <a href={paths.desk.item(no)}>{no}</a> : null;
}

function useGroupTitle({ area, no, name, papers }: PaperGroup): string {
  const { t, pick } = useWords();
  if (area === "simulation") return t("simulation.run", { runNo: no });
  if (area === "commitment") return t(papers.some(({ item }) => item !== null) ? "papers.notice" : "papers.commitment", { no });
  return name ? pick(name) : t("papers.whole-case");
}
