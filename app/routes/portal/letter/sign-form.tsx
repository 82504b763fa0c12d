import type { LetterPage } from "../../../application/queries/letter-page";
import { Buttons, Card, Choices, Field, Form, HiddenFields, TextArea, Tick, useWords } from "../../../components";
import { sameName } from "../../../domain/case/parts/signature";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";
import { kindWords } from "./kind-words";

interface FormProps {
  readonly page: LetterPage;
  readonly state: FormState | undefined;
}

/** Typed name, in which capacity, password once more, and a word that the letter was read. */
export function SignForm({ page, state }: FormProps) {
  const { t } = useWords();
  const representative = page.letter.legalRepresentative;
  return (
    <Card title={t("letter.sign.title")} tone="warn" id="sign">
      <Form state={state}>
        <HiddenFields version={page.version} values={{ shownDigest: page.digest }} />
        <Field
          name="typedName"
          label={t("letter.typedName")}
          hint={t("letter.typedName.hint", { name: page.signer })}
          maxLength={120}
          autoComplete="name"
          size="medium"
        />
        <Choices
          name="capacity"
          label={t("letter.capacity")}
          options={[
            {
              value: "legal-representative",
              label: t("letter.capacity.legal-representative"),
              ...(representative ? { hint: t("letter.capacity.legal-representative.hint", { name: representative }) } : {}),
            },
            { value: "authorised", label: t("letter.capacity.authorised") },
          ]}
          value={representative === undefined ? undefined : sameName(representative, page.signer) ? "legal-representative" : "authorised"}
        />
        <Field
          name="authorisation"
          label={t("letter.authorisation")}
          needed={t("letter.authorisation.needed")}
          hint={t("letter.authorisation.hint")}
          maxLength={120}
          size="medium"
        />
        <Choices
          name="method"
          label={t("signing.method")}
          options={[
            { value: "password", label: t("signing.method.password") },
            { value: "one-time-code", label: t("signing.method.one-time-code"), hint: t("signing.method.one-time-code.hint") },
          ]}
          value="password"
        />
        <Field name="password" label={t("letter.password")} hint={t("letter.password.hint")} type="password" autoComplete="current-password" size="medium" />
        <Field name="signingCode" label={t("signing.code")} hint={t("signing.code.hint")} maxLength={40} size="medium" mono />
        <Tick name="confirmed" label={t("letter.confirm")} />
        <Buttons submit={t("letter.sign")} cancel={{ href: paths.portal.project(page.projectNo) }} />
      </Form>
    </Card>
  );
}

/** Taking the signature back while nothing was decided on the strength of it. */
export function WithdrawForm({ page, state }: FormProps) {
  const { t } = useWords();
  const here = paths.portal.letter(page.projectNo, page.kind, page.subjectId);
  return (
    <Card title={t("letter.withdraw.title")}>
      <p className="muted">{t(kindWords(page.letter).until)}</p>
      <details className="fold" open={state !== undefined}>
        <summary>{t("letter.withdraw")}</summary>
        <Form state={state} action={`${here}?withdraw=1`}>
          <HiddenFields version={page.version} />
          <TextArea name="reason" label={t("letter.withdraw.reason")} rows={3} maxLength={500} />
          <Buttons submit={t("letter.withdraw")} />
        </Form>
      </details>
    </Card>
  );
}

/** Leaving the whole simulated run, while no opinion was given in it. */
export function LeaveForm({ page, state }: FormProps) {
  const { t } = useWords();
  const here = paths.portal.letter(page.projectNo, page.kind, page.subjectId);
  return (
    <Card title={t("letter.leave.title")}>
      <p className="muted">{t("letter.leave.text")}</p>
      <details className="fold" open={state !== undefined && "leaveReason" in state.typed}>
        <summary>{t("letter.leave")}</summary>
        <Form state={state} action={`${here}?leave=1`}>
          <HiddenFields version={page.version} />
          <TextArea name="leaveReason" label={t("letter.leave.reason")} rows={3} maxLength={500} />
          <Buttons submit={t("letter.leave")} />
        </Form>
      </details>
    </Card>
  );
}
