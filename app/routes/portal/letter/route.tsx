import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { execute } from "../../../application/execute";
import { type LetterPage, letterPage } from "../../../application/queries/letter-page";
import { Alert, Breadcrumbs, Card, ErrorSummary, LetterText, PageHead, PlainWords, PortalShell, Stack, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { kindWords } from "./kind-words";
import { signShown } from "./sign.server";
import { LeaveForm, SignForm, WithdrawForm } from "./sign-form";
import { Earlier, Since, Standing } from "./signatures";

export const handle = titled<typeof loader>((t, page) => `${t(`letter.kind.${page.kind}`)} - ${page.projectName}`);

const WithdrawSchema = z.object({ ...hidden, reason: field.text(500) });
const LeaveSchema = z.object({ ...hidden, leaveReason: field.text(500) });

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "sign-letter");
  const { projectNo = "", kind = "", subjectId = "" } = args.params;
  const found = await letterPage(args.context.services, actor, { projectNo, kind, subjectId });
  if (!found) throw answer.notFound();
  return { actor, ...found };
}

export const loader = async (args: LoaderFunctionArgs): Promise<LetterPage> => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { services } = args.context;
  const { actor, page } = await seen(args);
  const { projectNo, kind: letterKind, subjectId } = page;
  const here = paths.portal.letter(projectNo, letterKind, subjectId);
  const asked = new URL(args.request.url).searchParams;
  if (asked.has("leave")) {
    const form = await readForm(args.request, LeaveSchema);
    if (!form.ok) return answer.invalid(form);
    const { idempotencyKey, version, leaveReason: reason } = form.value;
    const command = { type: "terminate-simulation", runNo: page.run?.runNo ?? "", ground: "withdrawn", reason, on: services.today() } as const;
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey, expectedVersion: version });
    return outcome.ok ? answer.done(here, "simulation-left") : answer.refused(outcome, form);
  }
  if (asked.has("withdraw")) {
    const form = await readForm(args.request, WithdrawSchema);
    if (!form.ok) return answer.invalid(form);
    const { idempotencyKey, version, reason } = form.value;
    const command = { type: "withdraw-letter", letterKind, subjectId, reason } as const;
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey, expectedVersion: version });
    return outcome.ok ? answer.done(here, "letter-withdrawn") : answer.refused(outcome, form);
  }
  return signShown(args, actor, page);
}

/** A letter in plain words and in its own, and the signature under it. */
export default function LetterRoute() {
  const { t } = useWords();
  const page: LetterPage = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const title = t(`letter.kind.${page.kind}`);
  const words = kindWords(page.letter);
  const labels = {
    typedName: t("letter.typedName"),
    capacity: t("letter.capacity"),
    authorisation: t("letter.authorisation"),
    method: t("signing.method"),
    password: t("letter.password"),
    signingCode: t("signing.code"),
    confirmed: t("letter.confirm"),
    reason: t("letter.withdraw.reason"),
    leaveReason: t("letter.leave.reason"),
  };
  return (
    <PortalShell>
      <Breadcrumbs crumbs={[{ label: page.projectName, href: paths.portal.project(page.projectNo) }, { label: title }]} />
      <ErrorSummary state={state} labels={labels} />
      <PageHead title={title} lead={t(words.lead)} />
      <Stack>
        <Standing page={page} />
        <Since page={page} />
        <Card title={t("letter.plain")} tone={page.kind === "simulation-risk" ? "sim" : undefined}>
          <PlainWords letter={page.letter} />
        </Card>
        <Card title={t("letter.law")}>
          <LetterText letter={page.letter} digest={page.digest} />
        </Card>
        {page.maySign && <SignForm page={page} state={state} />}
        {page.mayWithdraw && <WithdrawForm page={page} state={state} />}
        {page.run?.mayLeave && <LeaveForm page={page} state={state} />}
        {!page.maySign && !page.mayWithdraw && (
          <Alert tone="info">
            <p>{t(words.closed)}</p>
          </Alert>
        )}
        <Earlier page={page} />
      </Stack>
    </PortalShell>
  );
}
