import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { GUIDE_NUMBER_MAX } from "../../../application/documents/guide-number";
import { type PaperCheck, readDigest, verifyPaper } from "../../../application/documents/verify";
import { verifyGuide } from "../../../application/documents/verify-guide";
import { Alert, type AlertTone, Buttons, Card, ErrorSummary, Field, Form, KeyValues, PageHead, PublicShell, Stack, useWords } from "../../../components";
import { isPaperKind, type PaperKind } from "../../../domain/case/parts/paper";
import type { Key, Translate } from "../../../i18n";
import type { FormState } from "../../../i18n/message";
import { answer } from "../../../web/answer";
import { fail, field, readForm } from "../../../web/form";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";
import { GuideVerdict } from "./guide-verdict";

export const handle = titled((t) => t("verify.title"));

const CodeForm = z.object({ code: field.text(GUIDE_NUMBER_MAX) });
const DigestForm = z.object({ sha256: field.text(200) });

/** The paper of the QR, or what is published under a number; the bare form when no code is given. An unknown code is a page of its own with 404. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!params.code) return data({ check: null, guide: null });
  const guide = await verifyGuide(context.services, params.code);
  if (guide) return data({ check: null, guide });
  const check = await verifyPaper(context.services, params.code);
  return data({ check, guide: null }, { status: check.verdict === "unknown" ? 404 : 200 });
}

/** A code typed by hand leads to its page; a digest is compared with that of the paper. Nothing is uploaded. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!params.code) {
    const form = await readForm(request, CodeForm);
    return form.ok ? redirect(paths.verify(form.value.code), 303) : answer.invalid(form);
  }
  const form = await readForm(request, DigestForm);
  if (!form.ok) return answer.invalid(form);
  const digest = readDigest(form.value.sha256);
  if (digest === null) return data(fail(form, { sha256: { key: "verify.file.bad" } }).state, { status: 400 });
  const verifyUrl = (number: string): string => new URL(paths.verify(number), context.baseUrl ?? new URL(request.url).origin).href;
  const guide = await verifyGuide(context.services, params.code, { sha256: digest, verifyUrl });
  const check = guide ? null : await verifyPaper(context.services, params.code, digest);
  return data({ check, guide, typed: form.typed });
}

export default function VerifyPage() {
  const { t } = useWords();
  const asked = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { check, guide } = answered && "check" in answered ? answered : asked;
  const failed = answered && "errors" in answered ? answered : undefined;
  return (
    <PublicShell>
      <ErrorSummary state={failed} labels={{ code: t("verify.code"), sha256: t("verify.file.field") }} />
      <PageHead title={t("verify.title")} lead={check || guide ? undefined : t("verify.intro")} />
      <Stack>
        {guide && (
          <>
            <GuideVerdict check={guide} />
            <FileForm code={guide.number} failed={failed} />
          </>
        )}
        {check && <Verdict check={check} />}
        {check && check.verdict !== "unknown" && (
          <>
            {check.simulated && <WithoutForce simulated={check.simulated} />}
            <NoPermit kind={check.paper.kind} />
            <Paper check={check} />
            <Now check={check} />
            <FileForm code={check.paper.code} failed={failed} />
          </>
        )}
        {check?.verdict === "unknown" || (!check && !guide) ? (
          <Card title={t(check ? "verify.another" : "verify.title")}>
            <Form state={failed} action="/verify">
              <Field name="code" label={t("verify.code")} hint={t("verify.code.hint")} maxLength={GUIDE_NUMBER_MAX} mono />
              <Buttons submit={t("verify.go")} />
            </Form>
          </Card>
        ) : (
          <p>
            <a href="/verify">{t("verify.another")}</a>
          </p>
        )}
      </Stack>
    </PublicShell>
  );
}

/** Compares the digest of the file in hand; the file itself is never uploaded. */
function FileForm({ code, failed }: { code: string; failed: FormState | undefined }) {
  const { t } = useWords();
  return (
    <Card title={t("verify.file")}>
      <p>{t("verify.file.text")}</p>
      <Form state={failed} action={paths.verify(code)}>
        <Field name="sha256" label={t("verify.file.field")} hint={t("verify.file.hint")} size="full" maxLength={200} mono />
        <Buttons submit={t("verify.file.go")} />
      </Form>
    </Card>
  );
}

const TONE: Readonly<Record<PaperCheck["verdict"], AlertTone>> = { genuine: "success", superseded: "warning", altered: "error", unknown: "error" };

/** Papers about a simulated run or a promise that somebody might take for a permit, and what they are instead. */
const NO_PERMIT: Readonly<Partial<Record<PaperKind, "simulated" | "converted" | "promised">>> = {
  "simulation-letter": "simulated",
  "simulation-refusal": "simulated",
  "simulation-end": "simulated",
  "conversion-certificate": "converted",
  "notice-letter": "promised",
  "commitment-letter": "promised",
  "publicity-notice": "promised",
};

const insteadOf = (kind: string) => (isPaperKind(kind) ? NO_PERMIT[kind] : undefined);

/** Genuine, but no permit: the word 有效 would say too much. */
function titleOf(check: PaperCheck): Key {
  if (check.verdict !== "genuine") return `verify.${check.verdict}`;
  if (check.simulated) return `verify.simulated.genuine.${check.simulated.kind}`;
  return insteadOf(check.paper.kind) ? "verify.no-permit.genuine" : "verify.genuine";
}

function Verdict({ check }: { check: PaperCheck }) {
  const { t, day } = useWords();
  const facts =
    check.verdict === "unknown" ? { code: check.code } : check.supersededBy ? { number: check.supersededBy.number, day: day(check.supersededBy.issuedOn) } : {};
  return (
    <Alert tone={TONE[check.verdict]} title={t(titleOf(check))} live>
      <p>{t(`verify.${check.verdict}.text`, facts)}</p>
      {check.verdict !== "unknown" && check.digestMatches && <p>{t("verify.matches")}</p>}
    </Alert>
  );
}

const kindWord = (t: Translate, kind: string): string =>
  isPaperKind(kind) ? t(`paper.kind.${kind}`) : kind === "progress-report" ? t("report.paper.progress-report") : kind;

/** Whoever holds a simulated paper must learn at a glance that nothing may be built on it, and whether it still stands. */
function WithoutForce({ simulated: { kind, status, validTo } }: { simulated: NonNullable<Known["simulated"]> }) {
  const { t, day } = useWords();
  return (
    <Alert tone="warning" title={t(kind === "simulated-opinion" ? "paper.simulated.no-force" : "paper.simulated-correction.no-force")}>
      <p>
        {t("verify.simulated.status", { status: t(`simulation.status.${status}`) })}
        {kind === "simulated-opinion" && validTo !== null && ` ${t("verify.simulated.valid", { day: day(validTo) })}`}
      </p>
    </Alert>
  );
}

/** What a letter or a conversion is not. */
function NoPermit({ kind }: { kind: string }) {
  const { t } = useWords();
  const instead = insteadOf(kind);
  return instead ? (
    <Alert tone="warning" title={t("verify.no-permit")}>
      <p>{t(`verify.no-permit.${instead}`)}</p>
    </Alert>
  ) : null;
}

type Known = Exclude<PaperCheck, { verdict: "unknown" }>;

function Paper({ check: { paper } }: { check: Known }) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("verify.paper")}>
      <KeyValues
        rows={[
          { label: t("verify.kind"), value: kindWord(t, paper.kind) },
          { label: t("verify.number"), value: <span className="mono">{paper.number}</span> },
          { label: t("verify.issued"), value: day(paper.issuedOn) },
          { label: t("verify.centre"), value: pick(paper.centre) },
          { label: t("verify.project"), value: paper.projectName },
          { label: t("verify.project-no"), value: <span className="mono">{paper.projectNo}</span> },
          { label: t("verify.rules"), value: <span className="mono">{paper.packId}</span> },
          { label: t("verify.language"), value: t(`verify.language.${paper.locale}`) },
          { label: t("verify.code"), value: <span className="mono">{paper.code}</span> },
          {
            label: t("verify.digest"),
            value: (
              <span className="mono" data-copy="">
                {paper.digest}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Now({
  check: {
    now,
    paper: { kind },
  },
}: {
  check: Known;
}) {
  const { t, day } = useWords();
  return (
    <Card title={t("verify.now")} more={<span className="muted">{t("verify.now.as-of", { day: day(now.asOf) })}</span>} tone={now.late ? "late" : undefined}>
      <p>
        <b>{t(`report.status.${now.status}`)}</b>
        {now.late && <> · ■ {t("verify.now.late")}</>}
      </p>
      <p>{t("verify.now.items", { n: now.items, ended: now.ended, running: now.running, paused: now.paused, correcting: now.correcting })}</p>
      <p className="muted">{t(now.changed ? (isPaperKind(kind) ? "verify.now.moved" : "verify.now.changed") : "verify.now.same")}</p>
    </Card>
  );
}
