import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { type SigningCodePage, signingCodePage } from "../../../application/queries/signing-code-page";
import { type HandedOut, issueSigningCode } from "../../../application/signing-codes";
import { Alert, Buttons, Card, Choices, Code, ErrorSummary, Form, HiddenFields, KeyValues, PageHead, Shell, Stack, Tick, useWords } from "../../../components";
import { CODE_MINUTES, CODE_TRIES, IDENTITY_PROOFS } from "../../../domain/case/parts/signing-code";
import type { FormState } from "../../../i18n/message";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { field, hidden, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled<typeof loader>((t, page) => `${t("signing.title")} - ${page.projectName}`);

interface Shown {
  readonly handedOut?: HandedOut;
}

/** A letter in one value: its kind and what it is about. */
const letterValue = ({ kind, subjectId }: SigningCodePage["letters"][number]) => `${kind} ${subjectId}`;

async function seen(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "signing-code:issue");
  const page = await signingCodePage(args.context.services, actor, args.params.projectNo ?? "");
  if (!page) throw answer.notFound();
  return { actor, page };
}

export const loader = async (args: LoaderFunctionArgs): Promise<SigningCodePage> => (await seen(args)).page;

export async function action(args: ActionFunctionArgs) {
  const { actor, page } = await seen(args);
  const oneOf = (values: readonly string[]) =>
    z.preprocess(
      (value) => (Array.isArray(value) ? value[0] : value),
      z.string("form.choose").refine((value) => values.includes(value), "form.choose"),
    );
  const form = await readForm(
    args.request,
    z.object({
      ...hidden,
      letter: oneOf(page.letters.map(letterValue)),
      personId: oneOf(page.signers.map(({ personId }) => personId)),
      proof: field.choice(IDENTITY_PROOFS),
      checked: field.ticked().refine((ticked) => ticked, "signing.checked.missing"),
    }),
  );
  if (!form.ok) return answer.invalid(form);
  const { letter, personId, proof } = form.value;
  const chosen = page.letters.find((one) => letterValue(one) === letter);
  if (!chosen) throw answer.notFound();
  const issued = await issueSigningCode(args.context.services, actor, {
    projectNo: page.projectNo,
    letterKind: chosen.kind,
    subjectId: chosen.subjectId,
    personId,
    proof,
  });
  if (!issued) throw answer.notFound();
  if (!issued.ok) return answer.refused({ status: 409, error: issued.error }, form);
  // Said in this answer and nowhere else: no address, no list and no second look holds the code.
  return data<Shown>({ handedOut: issued.value }, { headers: { "Cache-Control": "no-store" } });
}

/** Hands a one-time code for signing a letter to a person whose identity was checked at the counter. */
export default function SigningCodeRoute() {
  const { t, dayTime } = useWords();
  const page: SigningCodePage = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>() as (FormState & Shown) | Shown | undefined;
  const state = said && "errors" in said ? said : undefined;
  const handedOut = said?.handedOut;
  const back = paths.desk.project(page.projectNo);
  return (
    <Shell current="projects" narrow>
      <ErrorSummary
        state={state}
        labels={{ letter: t("signing.letter"), personId: t("signing.person"), proof: t("signing.proof"), checked: t("signing.checked") }}
      />
      <PageHead title={t("signing.title")} over={<a href={back}>{t("acts.back-to", { name: page.projectName })}</a>} />
      <Stack>
        {handedOut && (
          <Card title={t("signing.done.title")} tone="ok">
            <div role="status">
              <p className="signing-code">
                <Code>{handedOut.code}</Code>
              </p>
              <KeyValues
                rows={[
                  { label: t("signing.person"), value: handedOut.signer },
                  { label: t("signing.done.until"), value: dayTime(handedOut.expiresAt) },
                ]}
              />
              <p className="muted">{t("signing.done.once")}</p>
            </div>
          </Card>
        )}
        <Alert tone="info">
          <p>{t("signing.explain", { minutes: CODE_MINUTES, tries: CODE_TRIES })}</p>
        </Alert>
        {page.letters.length === 0 || page.signers.length === 0 ? (
          <Alert tone="warning" title={t("acts.not-now")}>
            <p>{t(page.letters.length === 0 ? "signing.none" : "signing.nobody", { enterprise: page.enterpriseName })}</p>
          </Alert>
        ) : (
          <Card title={t("signing.form")}>
            <Form state={state}>
              <HiddenFields />
              <Choices
                name="letter"
                label={t("signing.letter")}
                options={page.letters.map((letter) => ({ value: letterValue(letter), label: t(`letter.kind.${letter.kind}`), hint: letter.no }))}
                value={page.letters.length === 1 ? page.letters.map(letterValue)[0] : undefined}
              />
              <Choices
                name="personId"
                label={t("signing.person")}
                hint={t("signing.person.hint", { enterprise: page.enterpriseName })}
                options={page.signers.map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <Choices
                name="proof"
                label={t("signing.proof")}
                options={IDENTITY_PROOFS.map((proof) => ({ value: proof, label: t(`signing.proof.${proof}`) }))}
              />
              <Tick name="checked" label={t("signing.checked")} />
              <Buttons submit={t("signing.submit")} cancel={{ href: back }} />
            </Form>
          </Card>
        )}
      </Stack>
    </Shell>
  );
}
