import { z } from "zod";
import type { MaterialLine } from "../../../application/queries/material-lines";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { BroughtMaterial } from "../../../domain/case/parts/material";
import type { FormState } from "../../../i18n/message";
import { field, hidden } from "../../../web/form";

/** Most pieces of paper a box takes. */
const MOST = 999;
const NOTE = 500;

/** Names of the three boxes of a line. */
export const boxes = ({ slot }: Pick<MaterialLine, "slot">) => ({ originals: `originals-${slot}`, copies: `copies-${slot}`, electronic: `electronic-${slot}` });

/** The form once it was read; the boxes under their names beside the rest. */
type Brought = { readonly on: CivilDay; readonly note: string | null; readonly idempotencyKey: string; readonly version?: number } & Readonly<
  Record<string, unknown>
>;

/** The form over the whole checklist: an empty box is none. */
export function bringForm(lines: readonly MaterialLine[], today: CivilDay): z.ZodType<Brought> {
  const counts = Object.fromEntries(
    lines.flatMap((line) => {
      const { originals, copies, electronic } = boxes(line);
      return [
        [originals, field.optionalWhole(0, MOST)],
        [copies, field.optionalWhole(0, MOST)],
        [electronic, field.ticked()],
      ];
    }),
  );
  return z.object({
    ...counts,
    on: field.day().refine((day) => day <= today, "form.day-future"),
    note: field.optionalText(NOTE),
    ...hidden,
  }) as unknown as z.ZodType<Brought>;
}

/** What the boxes of a line show at first: nothing for a line that lies elsewhere or nowhere. */
export const held = (line: MaterialLine): Pick<BroughtMaterial, "originals" | "copies" | "electronic"> =>
  line.reused ? { originals: 0, copies: 0, electronic: false } : { originals: line.originals, copies: line.copies, electronic: line.electronic };

/** Lines whose boxes say something else than what is recorded. */
export function changedLines(lines: readonly MaterialLine[], values: Readonly<Record<string, unknown>>): readonly BroughtMaterial[] {
  return lines.flatMap((line) => {
    const names = boxes(line);
    const now: BroughtMaterial = {
      name: line.name,
      originals: Number(values[names.originals] ?? 0),
      copies: Number(values[names.copies] ?? 0),
      electronic: values[names.electronic] === true,
    };
    const before = held(line);
    return now.originals === before.originals && now.copies === before.copies && now.electronic === before.electronic ? [] : [now];
  });
}

/** What a box shows: as typed when the form came back, else as recorded; zero is left blank. */
export const shown = (state: FormState | undefined, name: string, recorded: number): string => {
  const typed = state?.typed[name];
  return typeof typed === "string" ? typed : recorded === 0 ? "" : String(recorded);
};
