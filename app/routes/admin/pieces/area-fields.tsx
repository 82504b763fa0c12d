import type { AreaForm } from "../../../application/queries/areas";
import { Buttons, Choices, DayField, ErrorSummary, Field, Form, HiddenFields, useWords } from "../../../components";
import { type AreaFacts, ASSESSMENT_KINDS } from "../../../domain/case/parts/area-placement";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";

export function AreaErrors({ state }: { state: FormState | undefined }) {
  const { t } = useWords();
  return (
    <ErrorSummary
      state={state}
      labels={{
        areaCode: t("areas.field.code"),
        nameZh: t("areas.field.nameZh"),
        nameEn: t("areas.field.nameEn"),
        assessments: t("areas.field.assessments"),
        spares: t("areas.field.spares"),
        validFrom: t("areas.field.validFrom"),
        validTo: t("areas.field.validTo"),
        sourceDocument: t("areas.field.document"),
      }}
    />
  );
}

interface AreaFieldsProps {
  readonly state: FormState | undefined;
  readonly items: AreaForm["items"];
  /** Null for a new area. */
  readonly area: (AreaFacts & { readonly version: number }) | null;
}

/** The form of an assessed area, new or changed. */
export function AreaFields({ state, items, area }: AreaFieldsProps) {
  const { t, pick } = useWords();
  return (
    <Form state={state}>
      <HiddenFields version={area?.version} />
      <Field name="areaCode" label={t("areas.field.code")} hint={t("areas.field.code.hint")} value={area?.areaCode} maxLength={40} mono />
      <Field name="nameZh" label={t("areas.field.nameZh")} value={area?.nameZh} maxLength={120} size="full" />
      <Field name="nameEn" label={t("areas.field.nameEn")} value={area?.nameEn} maxLength={120} size="full" optional />
      <Choices
        name="assessments"
        label={t("areas.field.assessments")}
        many
        value={area?.assessments}
        options={ASSESSMENT_KINDS.map((kind) => ({ value: kind, label: t(`areas.kind.${kind}`) }))}
      />
      <Choices
        name="spares"
        label={t("areas.field.spares")}
        hint={t("areas.field.spares.hint")}
        many
        value={area?.spares}
        options={items.map((item) => ({
          value: item.code,
          label: pick(item.name),
          hint: item.by.map((kind) => t(`areas.kind.${kind}`)).join(t("list.comma")),
        }))}
      />
      <DayField name="validFrom" label={t("areas.field.validFrom")} value={area?.validFrom} />
      <DayField name="validTo" label={t("areas.field.validTo")} hint={t("areas.field.validTo.hint")} value={area?.validTo} optional />
      <Field
        name="sourceDocument"
        label={t("areas.field.document")}
        hint={t("areas.field.document.hint")}
        value={area?.sourceDocument}
        maxLength={300}
        size="full"
      />
      <Buttons submit={t(area ? "areas.submit.edit" : "areas.submit.new")} cancel={{ href: paths.admin.areas() }} />
    </Form>
  );
}
