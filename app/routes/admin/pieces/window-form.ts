import { z } from "zod";
import type { WindowChoices, WindowPage } from "../../../application/queries/windows";
import type { WindowCommand } from "../../../domain/centre/window";
import { field, hidden } from "../../../web/form";
import type { WindowActNoun } from "../../../web/paths";

export const NAME = 120;
export const CODE = 20;

const first = (given: unknown) => (Array.isArray(given) ? given[0] : given);
const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
/** One of what the form offers. */
const oneOf = (offered: readonly string[]) =>
  z.preprocess(
    first,
    z.string("form.choose").refine((code) => offered.includes(code), "form.choose"),
  );
const oneOrNone = (offered: readonly string[]) =>
  z.preprocess(
    (given) => first(given) || null,
    z
      .string()
      .refine((code) => offered.includes(code), "form.choose")
      .nullable(),
  );
const someOf = (offered: readonly string[]) => field.many(NAME).refine((codes) => codes.every((code) => offered.includes(code)), "form.choose");

/** Letters of a window that can still be revoked. */
export const revocable = (page: Pick<WindowPage, "letters"> | null) => (page?.letters ?? []).filter((letter) => letter.revokedOn === null);

/** What the forms of windows post, by act. `page` is null while a window is being opened. */
export function windowForms({ today, kinds, areas, departments, items, people }: WindowChoices, page: Pick<WindowPage, "letters" | "staff"> | null) {
  const on = field.day().refine((day) => day <= today, "form.day-future");
  return {
    details: z.object({
      code: field.text(CODE),
      nameZh: field.text(NAME),
      nameEn: field.text(NAME),
      kindCode: oneOrNone(codesOf(kinds)),
      areaCode: oneOrNone(codesOf(areas)),
      departmentCodes: someOf(codesOf(departments)),
      ...hidden,
    }),
    letter: z.object({
      departmentCode: oneOf(codesOf(departments)),
      itemCodes: someOf(codesOf(items)),
      letterNo: field.text(NAME),
      signedBy: field.text(NAME),
      validFrom: field.day(),
      validTo: field.optionalDay(),
      ...hidden,
    }),
    revocation: z.object({ authorisationId: oneOf(revocable(page).map(({ id }) => id)), on, ...hidden }),
    seat: z.object({
      personId: oneOf(people.map(({ id }) => id)),
      certificateNo: field.optionalText(NAME),
      certificateValidTo: field.optionalDay(),
      on,
      ...hidden,
    }),
    leave: z.object({ personId: oneOf((page?.staff ?? []).map(({ personId }) => personId)), on, ...hidden }),
    closing: z.object({ on, ...hidden }),
  } as const satisfies Record<WindowActNoun, z.ZodType>;
}

type Values<A extends WindowActNoun> = z.output<ReturnType<typeof windowForms>[A]>;

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
