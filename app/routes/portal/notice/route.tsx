import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { execute } from "../../../application/execute";
import { type NoticePage, noticePage } from "../../../application/queries/portal-notices";
import { Breadcrumbs, Card, ErrorSummary, EvidenceFiles, NoticeChecks, NoticeStandards, PageHead, PortalShell, Stack, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { ChooseForm, DeclineForm } from "./choice-forms";
import { Standing } from "./standing";

export const handle = titled<typeof loader>((t, { notice, projectName }) => `${t("notice.mark")} ${notice.itemNo} - ${projectName}`);

/** Longest answer to one condition, in characters. */
const LONGEST = 500;
const DeclineSchema = z.object({ ...hidden, reason: field.optionalText(LONGEST) });

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "choose-notice-commitment");
  const { projectNo = "", itemNo = "" } = args.params;
  const page = await noticePage(args.context.services, actor, projectNo, itemNo);
  if (!page) throw answer.notFound();
  return { actor, page };
}

export const loader = async (args: LoaderFunctionArgs): Promise<NoticePage> => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const { actor, page } = await seen(args);
  const { projectNo, notice, today: on } = page;
  const { itemNo, record } = notice;
  if (new URL(args.request.url).searchParams.has("decline")) {
    const form = await readForm(args.request, DeclineSchema);
    if (!form.ok) return answer.invalid(form);
    const { idempotencyKey, version, reason } = form.value;
    const command = { type: "decline-notice-commitment", itemNo, on, reason } as const;
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey, expectedVersion: version });
    return outcome.ok ? answer.done(paths.portal.notice(projectNo, itemNo), "notice-decline") : answer.refused(outcome, form);
  }
  const manners = Object.fromEntries(record.standards.map((_, index) => [`manner${index + 1}`, field.text(LONGEST)]));
  const form = await readForm(args.request, z.object({ ...hidden, ...manners }));
  if (!form.ok) return answer.invalid(form);
  const { idempotencyKey, version, ...said } = form.value;
  const command = {
    type: "choose-notice-commitment",
    itemNo,
    on,
    manners: record.standards.map((_, index) => String((said as Readonly<Record<string, unknown>>)[`manner${index + 1}`] ?? "")),
  } as const;
  const outcome = await execute(services, actor, command, { projectNo, idempotencyKey, expectedVersion: version });
  return outcome.ok ? answer.done(paths.portal.letter(projectNo, "notice-commitment", record.id), "notice-choice") : answer.refused(outcome, form);
}

/** What the department told about one permit, the choice, and what became of it. */
export default function NoticeRoute() {
  const { t, pick } = useWords();
  const page: NoticePage = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const { notice, projectNo, mayChoose } = page;
  const title = t("portal.notice.page.title", { item: pick(notice.name) });
  const labels = Object.fromEntries([
    ...notice.record.standards.map((_, index) => [`manner${index + 1}`, t("portal.notice.choose.manner", { n: index + 1 })]),
    ["reason", t("portal.notice.decline.reason")],
  ]);
  return (
    <PortalShell>
      <Breadcrumbs crumbs={[{ label: page.projectName, href: paths.portal.project(projectNo) }, { label: t("notice.mark") }]} />
      <ErrorSummary state={state} labels={labels} />
      <PageHead title={title} lead={mayChoose && t("portal.notice.page.lead")} />
      <Stack>
        <Standing page={page} />
        <Card title={t("portal.notice.told")} flush>
          <NoticeStandards record={notice.record} />
        </Card>
        {mayChoose && <ChooseForm page={page} state={state} />}
        {mayChoose && <DeclineForm page={page} state={state} />}
        {notice.record.decidedOn && (
          <Card title={t("portal.notice.checks")} flush={notice.record.checks.length > 0}>
            <NoticeChecks record={notice.record} />
            <EvidenceFiles groups={notice.evidence} hrefOf={(id) => paths.evidenceFile(projectNo, id)} />
          </Card>
        )}
      </Stack>
    </PortalShell>
  );
}
