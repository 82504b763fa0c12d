import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { issuePaper } from "../../../application/documents/issue-paper";
import { papersPage } from "../../../application/queries/papers";
import { caseByNumber } from "../../../application/queries/project-case";
import { Card, Empty, ErrorSummary, Filters, Select, useWords } from "../../../components";
import { PAPER_KINDS } from "../../../domain/case/parts/paper";
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
        {groups.map((group) => (
          <Card
            key={group.itemNo ?? ""}
            title={group.name ? pick(group.name) : t("papers.whole-case")}
            more={group.itemNo ? <a href={paths.desk.item(group.itemNo)}>{group.itemNo}</a> : undefined}
            flush
          >
            <PapersTable group={group} projectNo={head.projectNo} only={only} />
          </Card>
        ))}
        {page.reports.length > 0 && (
          <Card title={t("papers.reports")} flush>
            <ReportsTable reports={page.reports} />
          </Card>
        )}
      </div>
    </ProjectFrame>
  );
}
