import type { NoticePage } from "../../../application/queries/portal-notices";
import { Buttons, Card, Form, HiddenFields, TextArea, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";

interface FormProps {
  readonly page: NoticePage;
  readonly state: FormState | undefined;
}

/** Chooses to promise: one answer to each condition. Signing comes after. */
export function ChooseForm({ page, state }: FormProps) {
  const { t, pick } = useWords();
  const { record } = page.notice;
  const again = record.status === "chosen";
  return (
    <Card title={t(again ? "portal.notice.choose.again" : "portal.notice.choose.title")} tone="warn" id="choose">
      <p className="muted">{t("portal.notice.choose.text")}</p>
      <Form state={state}>
        <HiddenFields version={page.version} />
        {record.standards.map((standard, index) => (
          <TextArea
            key={standard.textZh}
            name={`manner${index + 1}`}
            label={t("portal.notice.choose.manner", { n: index + 1 })}
            hint={pick({ zh: standard.textZh, en: standard.textEn })}
            rows={2}
            maxLength={500}
            value={record.manners[index] ?? ""}
          />
        ))}
        <Buttons submit={t("portal.notice.choose.submit")} cancel={{ href: paths.portal.project(page.projectNo) }} />
      </Form>
    </Card>
  );
}

/** Takes the ordinary way; as plain to see as the other. */
export function DeclineForm({ page, state }: FormProps) {
  const { t } = useWords();
  return (
    <Card title={t("portal.notice.decline.title")} id="decline">
      <p className="muted">{t("portal.notice.decline.text")}</p>
      <Form state={state} action={`${paths.portal.notice(page.projectNo, page.notice.itemNo)}?decline=1`}>
        <HiddenFields version={page.version} />
        <TextArea name="reason" label={t("portal.notice.decline.reason")} rows={2} maxLength={500} optional />
        <Buttons submit={t("portal.notice.decline.submit")} />
      </Form>
    </Card>
  );
}
