import type { WindowChoices, WindowPage } from "../../../application/queries/windows";
import { Choices, DayField, Field, Select, useFormState, useWords } from "../../../components";
import type { WindowActNoun } from "../../../web/paths";
import { CODE, NAME, revocable } from "./window-form";

interface FieldsProps {
  readonly act: WindowActNoun;
  readonly choices: WindowChoices;
  /** Null while a window is being opened. */
  readonly page: WindowPage | null;
  /** The letter or person the link named. */
  readonly named: { readonly letter: string | null; readonly person: string | null };
}

/** Labels of every field, for the error summary. */
export function useWindowLabels(): Readonly<Record<string, string>> {
  const { t } = useWords();
  return {
    code: t("windows.code"),
    nameZh: t("window.nameZh"),
    nameEn: t("window.nameEn"),
    kindCode: t("windows.kind"),
    areaCode: t("windows.area"),
    departmentCodes: t("windows.departments"),
    departmentCode: t("window.letter.department"),
    itemCodes: t("window.letter.items"),
    letterNo: t("window.letter.no"),
    signedBy: t("window.letter.signedBy"),
    validFrom: t("window.letter.validFrom"),
    validTo: t("window.letter.validTo"),
    authorisationId: t("window.letters"),
    personId: t("window.seat.person"),
    certificateNo: t("window.seat.certificate"),
    certificateValidTo: t("window.seat.certificateValidTo"),
    on: t("window.act.on"),
  };
}

/** The fields of one change of a window. */
export function WindowFields({ act, choices, page, named }: FieldsProps) {
  const { t, pick } = useWords();
  const labels = useWindowLabels();
  const box = (name: keyof typeof labels & string) => ({ name, label: labels[name] ?? name });
  const codes = (list: readonly { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }[]) =>
    list.map(({ code, name }) => ({ value: code, label: pick(name) }));
  const today = <DayField {...box("on")} value={choices.today} max={choices.today} />;
  switch (act) {
    case "details":
      return (
        <>
          <Field {...box("code")} value={page?.window.code} maxLength={CODE} size="short" mono />
          <Field {...box("nameZh")} value={page?.window.nameZh} maxLength={NAME} />
          <Field {...box("nameEn")} value={page?.window.nameEn} maxLength={NAME} />
          <Select {...box("kindCode")} optional options={codes(choices.kinds)} value={page?.window.kindCode} blank={t("windows.kind.none")} />
          <Select {...box("areaCode")} optional options={codes(choices.areas)} value={page?.window.areaCode} blank={t("windows.area.none")} />
          <Choices
            {...box("departmentCodes")}
            optional
            many
            hint={t("window.act.departments.hint")}
            options={codes(choices.departments)}
            value={page?.window.departmentCodes ?? []}
          />
        </>
      );
    case "letter":
      return (
        <>
          <Select {...box("departmentCode")} options={codes(choices.departments)} blank={t("acts.choose")} />
          <ItemChoices choices={choices} />
          <Field {...box("letterNo")} maxLength={NAME} mono />
          <Field {...box("signedBy")} maxLength={NAME} />
          <DayField {...box("validFrom")} value={choices.today} />
          <DayField {...box("validTo")} optional />
        </>
      );
    case "revocation":
      return (
        <>
          <Select
            {...box("authorisationId")}
            options={revocable(page).map((letter) => ({ value: letter.id, label: `${pick(letter.department)} ${letter.letterNo}` }))}
            value={named.letter}
            blank={t("acts.choose")}
            size="full"
          />
          {today}
        </>
      );
    case "seat":
      return (
        <>
          <Select
            {...box("personId")}
            options={choices.people.map((person) => ({
              value: person.id,
              label: `${person.name} · ${t(`role.${person.role}`)}${person.at ? ` · ${person.at}` : ""}`,
            }))}
            value={named.person}
            blank={t("acts.choose")}
            size="full"
          />
          <Field {...box("certificateNo")} optional maxLength={NAME} mono />
          <DayField {...box("certificateValidTo")} optional />
          {today}
        </>
      );
    case "leave":
      return (
        <>
          <Select
            {...box("personId")}
            options={(page?.staff ?? []).map((seat) => ({ value: seat.personId, label: seat.name }))}
            value={named.person}
            blank={t("acts.choose")}
          />
          {today}
        </>
      );
    case "closing":
      return today;
  }
}

/** Items of a letter: folded away, because most letters are for every item of their department. */
function ItemChoices({ choices }: { choices: WindowChoices }) {
  const { t, pick } = useWords();
  const wrong = (useFormState()?.errors.itemCodes?.length ?? 0) > 0;
  const department = (code: string) => choices.departments.find((one) => one.code === code)?.name ?? { zh: code, en: code };
  return (
    <details className="fold" open={wrong}>
      <summary>{t("window.act.letter.items")}</summary>
      <Choices
        name="itemCodes"
        label={t("window.letter.items")}
        hint={t("window.act.letter.items.hint")}
        optional
        many
        options={choices.items.map((item) => ({ value: item.code, label: pick(item.name), hint: pick(department(item.department)) }))}
        value={[]}
      />
    </details>
  );
}
