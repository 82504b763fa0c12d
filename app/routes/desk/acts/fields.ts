import { z } from "zod";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { Words } from "../../../domain/pack/pack";
import type { Facts, Key } from "../../../i18n";
import { field } from "../../../web/form";

/** Longest entries a form takes, in characters; the same on every page. */
export const LENGTH = { name: 120, person: 50, number: 120, reason: 500, text: 4000, lines: 30 } as const;

/** Words of a choice: a text of ours, with its facts where it has some, or one or several names kept as data. */
export type OptionWords = Key | Words | readonly Words[] | SaidWords;

/** A text with its facts; among them names to say in the reader's language, and days to write as that language does. */
interface SaidWords {
  readonly key: Key;
  readonly facts?: Facts;
  readonly names?: Readonly<Record<string, Words>>;
  readonly days?: Readonly<Record<string, CivilDay>>;
}

export interface FieldOption {
  readonly value: string;
  readonly label: OptionWords;
  readonly hint?: OptionWords;
  readonly disabled?: boolean;
}

/** A hint, with its facts where it has some. */
type Hint = Key | { readonly key: Key; readonly facts: Facts };

/** How a field is drawn. */
export type FieldLook =
  | { readonly kind: "day"; readonly value: CivilDay | null; readonly max?: CivilDay; readonly min?: CivilDay }
  | { readonly kind: "line"; readonly max: number; readonly value?: string; readonly mono?: boolean }
  | { readonly kind: "area"; readonly max?: number; readonly rows: number; readonly value?: string }
  | { readonly kind: "whole"; readonly unit: Key }
  | { readonly kind: "choice" | "many" | "select"; readonly options: readonly FieldOption[]; readonly value?: string | readonly string[] }
  | { readonly kind: "tick" };

/** One field of an act: how it is drawn and how what comes back is checked. The two are one thing so that they cannot drift apart. */
export interface ActField<V> {
  readonly label: Key;
  /** Of whom the label speaks, where the same field stands once for each of several bodies. */
  readonly about?: Words;
  readonly hint?: Hint;
  readonly optional?: boolean;
  /** Stands folded away under these words, together with its neighbours of the same fold, until it is wanted. */
  readonly fold?: Key;
  readonly look: FieldLook;
  readonly schema: z.ZodType<V>;
}

export type ActFields = Readonly<Record<string, ActField<unknown>>>;
/** What the fields give once they were accepted. */
export type ValuesOf<F extends ActFields> = { readonly [K in keyof F]: F[K] extends ActField<infer V> ? V : never };

interface Named {
  readonly label: Key;
  readonly hint?: Hint;
}

const notAfter = (today: CivilDay) => (day: string | null) => day === null || day <= today;

/** The day something happened: exists, and is not later than today. */
export const happenedOn = (named: Named, today: CivilDay): ActField<CivilDay> => ({
  ...named,
  look: { kind: "day", value: today, max: today },
  schema: field.day().refine(notAfter(today), "form.day-future"),
});

/** A day by which something is wanted; may lie ahead, may be left out. */
export const wantedBy = (named: Named, today: CivilDay, value: CivilDay | null = null): ActField<CivilDay | null> => ({
  ...named,
  optional: true,
  look: { kind: "day", value, min: today },
  schema: field.optionalDay(),
});

export const line = (named: Named, { max = LENGTH.number, mono = false, value }: { max?: number; mono?: boolean; value?: string } = {}): ActField<string> => ({
  ...named,
  look: { kind: "line", max, mono, value },
  schema: field.text(max),
});

export const optionalLine = (
  named: Named,
  { max = LENGTH.number, mono = false, value }: { max?: number; mono?: boolean; value?: string } = {},
): ActField<string | null> => ({
  ...named,
  optional: true,
  look: { kind: "line", max, mono, value },
  schema: field.optionalText(max),
});

export const reason = (named: Named, value?: string): ActField<string> => ({
  ...named,
  look: { kind: "area", max: LENGTH.reason, rows: 4, value },
  schema: field.text(LENGTH.reason),
});

export const optionalReason = (named: Named, value?: string): ActField<string | null> => ({
  ...named,
  optional: true,
  look: { kind: "area", max: LENGTH.reason, rows: 3, value },
  schema: field.optionalText(LENGTH.reason),
});

const fewLines = (lines: readonly string[]) => lines.length <= LENGTH.lines;

/** Longer texts: minutes of a meeting. */
export const longText = (named: Named): ActField<string> => ({ ...named, look: { kind: "area", max: LENGTH.text, rows: 10 }, schema: field.text(LENGTH.text) });

/** A time of day in Beijing, `HH:MM`; `9:30` and full-width colons are taken too. */
export const timeOfDay = (named: Named, value?: string): ActField<string | null> => ({
  ...named,
  optional: true,
  look: { kind: "line", max: 5, mono: true, value },
  schema: z.preprocess(
    (given) => {
      const text = String((Array.isArray(given) ? given[0] : given) ?? "")
        .normalize("NFKC")
        .trim();
      return text === "" ? null : text.padStart(5, "0");
    },
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "reviews.error.time")
      .nullable(),
  ),
});

/** One entry per line, at least one and at most `LENGTH.lines`. */
export const lines = (named: Named): ActField<readonly string[]> => ({
  ...named,
  look: { kind: "area", rows: 7 },
  schema: field.lines(LENGTH.reason).refine(fewLines, "acts.error.too-many-lines"),
});

export const optionalLines = (named: Named, rows = 5): ActField<readonly string[]> => ({
  ...named,
  optional: true,
  look: { kind: "area", rows },
  schema: z.preprocess(
    (value) =>
      String(value ?? "")
        .split("\n")
        .map((one) => one.trim())
        .filter(Boolean),
    z.array(z.string().max(LENGTH.reason, "form.too-long")).refine(fewLines, "acts.error.too-many-lines"),
  ),
});

export const whole = (named: Named, min: number, max: number, unit: Key): ActField<number> => ({
  ...named,
  look: { kind: "whole", unit },
  schema: field.whole(min, max),
});

export const optionalWhole = (named: Named, min: number, max: number, unit: Key): ActField<number | null> => ({
  ...named,
  optional: true,
  look: { kind: "whole", unit },
  schema: field.optionalWhole(min, max),
});

/** A value among those offered; `message` is said for any other and for none. */
export const oneOf = (values: readonly string[], message: Key): z.ZodType<string> =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given[0] : given),
    z.string(message).refine((given) => values.includes(given), message),
  );

/** One of the options. With a single option it is chosen already. */
export function choice(named: Named, options: readonly FieldOption[], { long = false, value }: { long?: boolean; value?: string } = {}): ActField<string> {
  const values = options.filter((option) => !option.disabled).map((option) => option.value);
  const only = values.length === 1 ? values[0] : undefined;
  return {
    ...named,
    look: { kind: long ? "select" : "choice", options, value: value ?? only },
    schema: oneOf(values, "form.choose"),
  };
}

/**
 * One of the things that wait, by its id. One that waits no longer is read as well: it was settled meanwhile, and the case says so, not
 * the form.
 */
export const waiting = (named: Named, options: readonly FieldOption[]): ActField<string> => ({
  ...choice(named, options),
  schema: z.preprocess((given) => (Array.isArray(given) ? given[0] : given), z.uuid("form.choose")),
});

/** Any of the options; none is an empty list. */
export function several(named: Named, options: readonly FieldOption[], value: readonly string[]): ActField<readonly string[]> {
  const values = options.map((option) => option.value);
  return {
    ...named,
    look: { kind: "many", options, value },
    schema: field
      .many()
      .refine((given) => given.length > 0, "form.choose")
      .refine((given) => given.every((one) => values.includes(one)), "form.choose"),
  };
}

export const tick = (named: Named): ActField<boolean> => ({ ...named, look: { kind: "tick" }, schema: field.ticked() });
