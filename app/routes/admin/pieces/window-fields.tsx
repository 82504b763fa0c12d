import { z } from "zod";
import type { WindowChoices, WindowPage } from "../../../application/queries/windows";
import { Choices, DayField, Field, Select, useFormState, useWords } from "../../../components";
import type { WindowCommand } from "../../../domain/centre/window";
import { field, hidden } from "../../../web/form";
import type { WindowActNoun } from "../../../web/paths";

const NAME = 120;
const CODE = 20;
const one = (message: string) => z.preprocess((given) => (Array.isArray(given) ? given[0] : given), z.string(message).min(1, message));
const maybe = z.preprocess((given) => (given === "" || given === undefined ? null : Array.isArray(given) ? given[0] : given), z.string().max(NAME).nullable());

/** What the forms of windows post, by act. */
export const WINDOW_FORMS = {
  details: z.object({
    code: field.text(CODE),
    nameZh: field.text(NAME),
    nameEn: field.text(NAME),
    kindCode: maybe,
    areaCode: maybe,
    departmentCodes: field.many(NAME),
    ...hidden,
  }),
  letter: z.object({
    departmentCode: one("form.choose"),
    itemCodes: field.many(NAME),
    letterNo: field.text(NAME),
    signedBy: field.text(NAME),
    validFrom: field.day(),
    validTo: field.optionalDay(),
    ...hidden,
  }),
  revocation: z.object({ authorisationId: one("form.choose"), on: field.day(), ...hidden }),
  seat: z.object({
    personId: one("form.choose"),
    certificateNo: field.optionalText(NAME),
    certificateValidTo: field.optionalDay(),
    on: field.day(),
    ...hidden,
  }),
  leave: z.object({ personId: one("form.choose"), on: field.day(), ...hidden }),
  closing: z.object({ on: field.day(), ...hidden }),
} as const satisfies Record<WindowActNoun, z.ZodType>;

type Values<A extends WindowActNoun> = z.output<(typeof WINDOW_FORMS)[A]>;

const nobody = "";
const nameOf = (choices: WindowChoices, id: string): string => choices.people.find((person) => person.id === id)?.name ?? nobody;

/** What was typed as the change it means; `opening` makes a new window of its details. */
export function windowCommandOf(act: WindowActNoun, values: unknown, choices: WindowChoices, opening = false): WindowCommand {
  switch (act) {
    case "details": {
      const { idempotencyKey: _, version: __, ...facts } = values as Values<"details">;
      return { type: opening ? "open-window" : "change-window", ...facts };
    }
    case "letter": {
      const { idempotencyKey: _, version: __, itemCodes, ...letter } = values as Values<"letter">;
      return { type: "sign-letter", ...letter, itemCodes: itemCodes.length === 0 ? null : itemCodes };
    }
    case "revocation": {
      const { authorisationId, on } = values as Values<"revocation">;
      return { type: "revoke-letter", authorisationId, on };
    }
    case "seat": {
      const { personId, certificateNo, certificateValidTo, on } = values as Values<"seat">;
      return { type: "seat-person", personId, personName: nameOf(choices, personId), certificateNo, certificateValidTo, on };
    }
    case "leave": {
      const { personId, on } = values as Values<"leave">;
      return { type: "leave-window", personId, personName: nameOf(choices, personId), on };
    }
    case "closing":
      return { type: "close-window", on: (values as Values<"closing">).on };
  }
}

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
            options={(page?.letters ?? [])
              .filter((letter) => letter.revokedOn === null)
              .map((letter) => ({ value: letter.id, label: `${pick(letter.department)} ${letter.letterNo}` }))}
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
