import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { execute } from "../../../application/execute";
import { type LetterPage, letterPage } from "../../../application/queries/letter-page";
import { Alert, Breadcrumbs, Card, ErrorSummary, PageHead, PortalShell, Stack, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { fail, field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { LetterText, PlainWords } from "./letter-text";
import { SignForm, WithdrawForm } from "./sign-form";
import { Earlier, Standing } from "./signatures";

export const handle = titled<typeof loader>((t, page) => `${t("letter.simulation-risk.title")} - ${page.projectName}`);

const SignSchema = z.object({
  ...hidden,
  shownDigest: field.text(64),
  typedName: field.text(120),
  password: z.string("form.required").min(1, "form.required").max(200, "form.too-long"),
  confirmed: field.ticked().refine((ticked) => ticked, "letter.confirm.missing"),
});
const WithdrawSchema = z.object({ ...hidden, reason: field.text(500) });

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
  if (new URL(args.request.url).searchParams.has("withdraw")) {
    const form = await readForm(args.request, WithdrawSchema);
    if (!form.ok) return answer.invalid(form);
    const { idempotencyKey, version, reason } = form.value;
    const command = { type: "withdraw-letter", letterKind, subjectId, reason } as const;
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey, expectedVersion: version });
    return outcome.ok ? answer.done(here, "letter-withdrawn") : answer.refused(outcome, form);
  }
  const form = await readForm(args.request, SignSchema);
  if (!form.ok) return answer.invalid(form);
  const { signIn, limits, address } = args.context;
  const minutes = await limits.signInTry(actor.personId, address);
  if (minutes > 0) throw data({ code: "too-many", minutes }, { status: 429, headers: { "Retry-After": String(minutes * 60) } });
  if (!(await signIn.confirms(actor.personId, form.value.password))) return answer.invalid(fail(form, { password: { key: "letter.password.wrong" } }));
  await limits.signInSucceeded(actor.personId, address);
  const { idempotencyKey, shownDigest, typedName } = form.value;
  const command = { type: "sign-letter", letterKind, subjectId, shownDigest, digest: "", typedName, method: "password", address } as const;
  // What else happened to the case meanwhile does not matter to a signature: that the letter is the one shown, its digest says.
  const outcome = await execute(services, actor, command, { projectNo, idempotencyKey });
  return outcome.ok ? answer.done(here, "letter-signed") : answer.refused(outcome, form);
}

/** A letter in plain words and in its own, and the signature under it. */
export default function LetterRoute() {
  const { t } = useWords();
  const page: LetterPage = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const title = t("letter.simulation-risk.title");
  const labels = { typedName: t("letter.typedName"), password: t("letter.password"), confirmed: t("letter.confirm"), reason: t("letter.withdraw.reason") };
  return (
    <PortalShell>
      <Breadcrumbs crumbs={[{ label: page.projectName, href: paths.portal.project(page.projectNo) }, { label: title }]} />
      <ErrorSummary state={state} labels={labels} />
      <PageHead title={title} lead={t("letter.page.lead")} />
      <Stack>
        <Standing page={page} />
        <Card title={t("letter.plain")} tone="sim">
          <PlainWords letter={page.letter} />
        </Card>
        <Card title={t("letter.law")}>
          <LetterText letter={page.letter} digest={page.digest} />
        </Card>
        {page.maySign && <SignForm page={page} state={state} />}
        {page.mayWithdraw && <WithdrawForm page={page} state={state} />}
        {!page.maySign && !page.mayWithdraw && (
          <Alert tone="info">
            <p>{t("letter.closed")}</p>
          </Alert>
        )}
        <Earlier page={page} />
      </Stack>
    </PortalShell>
  );
}
