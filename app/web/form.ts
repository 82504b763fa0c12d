import { data } from "@remix-run/node";
import { z } from "zod";
import { parseDay } from "../domain/calendar/calendar-date";
import type { FormState, Message } from "../i18n/message";

/** Largest form accepted, in bytes. Uploads have their own way in. */
export const FORM_BYTES = 1_000_000;
/** A form that is too large is read to its end and thrown away up to here, so that the browser gets to see the answer. */
export const DISCARD_BYTES = 20_000_000;

export type ReadForm<T> =
  | { readonly ok: true; readonly value: T; readonly typed: FormState["typed"] }
  | { readonly ok: false; readonly typed: FormState["typed"]; readonly errors: FormState["errors"]; readonly state: FormState };

/**
 * Reads and checks a posted form. Text is trimmed, NFC, with plain line ends; a name that comes several times gives a list.
 * NUL and broken characters are an error of their field, because they cannot be stored unchanged. Throws 413 above
 * `FORM_BYTES`, 400 when the body is not a form at all. Passwords are never given back in `typed`.
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S): Promise<ReadForm<z.output<S>>> {
  const typed: Record<string, string | string[]> = {};
  const clean: Record<string, string | string[]> = {};
  const errors: Record<string, Message[]> = {};
  for (const [name, raw] of new URLSearchParams(await readText(request))) {
    const text = raw.replace(/\r\n?/g, "\n");
    if (!isStorable(text)) errors[name] = [{ key: "form.characters" }];
    if (!/password/i.test(name)) append(typed, name, isStorable(text) ? text : storable(text));
    append(clean, name, /password/i.test(name) ? text.normalize("NFC") : text.normalize("NFC").trim());
  }
  const parsed = schema.safeParse(clean);
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, value: parsed.data, typed };
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0] ?? "");
    errors[name] ??= [messageOf(issue)];
  }
  return { ok: false, typed, errors, state: { typed, errors, refusal: null } };
}

/** A failed form for reasons found after reading, in the same shape: `fail(form, { on: { key: "form.day-future" } })`. */
export function fail(form: { readonly typed: FormState["typed"] }, errors: Readonly<Record<string, Message>>): { readonly state: FormState } {
  return { state: { typed: form.typed, errors: Object.fromEntries(Object.entries(errors).map(([name, message]) => [name, [message]])), refusal: null } };
}

const NUL = String.fromCharCode(0);
const BROKEN = /[\p{Surrogate}\uFFFD]/u;
/** NUL cannot be stored; half a character, or the mark that stands for one, would be stored as something else. */
const isStorable = (text: string): boolean => !text.includes(NUL) && !BROKEN.test(text);
const storable = (text: string): string => [...text].filter(isStorable).join("");

function append(into: Record<string, string | string[]>, name: string, text: string): void {
  const before = Object.hasOwn(into, name) ? into[name] : undefined;
  if (before === undefined) Object.defineProperty(into, name, { value: text, enumerable: true, writable: true, configurable: true });
  else into[name] = Array.isArray(before) ? [...before, text] : [before, text];
}

async function readText(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) throw data({ code: "bad-request" }, { status: 400 });
  if (Number(request.headers.get("content-length") ?? 0) > FORM_BYTES) throw data({ code: "too-large" }, { status: 413 });
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes <= FORM_BYTES) text += decoder.decode(part.value, { stream: true });
    else if (bytes > DISCARD_BYTES) await reader?.cancel();
  }
  if (bytes > FORM_BYTES) throw data({ code: "too-large" }, { status: 413 });
  return text + decoder.decode();
}

/** The sentence for one finding of zod. A schema may name its own text: `z.string().max(9, "form.too-long")`. */
function messageOf(issue: z.core.$ZodIssue): Message {
  const facts = { max: "maximum" in issue ? Number(issue.maximum) : undefined, min: "minimum" in issue ? Number(issue.minimum) : undefined };
  if (/^[a-z-]+(\.[a-z0-9-]+)+$/.test(issue.message)) return { key: issue.message, facts };
  if (issue.code === "invalid_type") return { key: "form.required" };
  if (issue.code === "too_small")
    return { key: facts.min === 1 && issue.origin === "string" ? "form.required" : issue.origin === "string" ? "form.too-short" : "form.too-small", facts };
  if (issue.code === "too_big") return { key: issue.origin === "string" ? "form.too-long" : "form.too-large", facts };
  if (issue.code === "invalid_value") return { key: "form.choose" };
  return { key: "form.invalid" };
}

const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Field schemas of the house, so that the same mistake gets the same sentence on every page. */
export const field = {
  /** Text that must be given. */
  text: (max = 200) => z.preprocess(single, z.string().min(1, "form.required").max(max, "form.too-long")),
  /** Text or null. */
  optionalText: (max = 200) => z.preprocess((value) => empty(single(value)), z.string().max(max, "form.too-long").nullable()),
  /** A civil day that exists, `YYYY-MM-DD`; also accepts `2026-3-2`, `2026/3/2` and `2026年3月2日`. */
  day: () =>
    z.preprocess(
      (value) => dayText(single(value)),
      z
        .string()
        .min(1, "form.required")
        .refine((text) => text === "" || parseDay(text) !== null, "form.day"),
    ),
  optionalDay: () =>
    z.preprocess(
      (value) => empty(dayText(single(value))),
      z
        .string()
        .refine((text) => parseDay(text) !== null, "form.day")
        .nullable(),
    ),
  /** A whole number in the range. */
  whole: (min = 0, max = 2_000_000_000) => z.preprocess(single, wholeText(min, max)),
  optionalWhole: (min = 0, max = 2_000_000_000) => z.preprocess((value) => empty(single(value)), wholeText(min, max).nullable()),
  /** A number with up to `digits` decimals; thousands separators are allowed. */
  decimal: (digits = 2, max = 1e12) => z.preprocess(single, decimalText(digits, max)),
  optionalDecimal: (digits = 2, max = 1e12) => z.preprocess((value) => empty(single(value)), decimalText(digits, max).nullable()),
  /** One of the listed codes. */
  choice: <const V extends readonly [string, ...string[]]>(values: V) => z.preprocess(single, z.enum(values, "form.choose")),
  /** A box that is ticked or not. */
  ticked: () => z.preprocess((value) => single(value) !== undefined && single(value) !== "", z.boolean()),
  /** Zero or more of a repeated name. */
  many: (max = 200) =>
    z.preprocess(
      (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]).filter((one) => one !== ""),
      z.array(z.string().max(max, "form.too-long")),
    ),
  /** One entry per line of a text area; empty lines are left out; at least one. */
  lines: (max = 500) =>
    z.preprocess(
      (value) =>
        String(single(value) ?? "")
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
      z.array(z.string().max(max, "form.too-long")).min(1, "form.required"),
    ),
};

/** What `HiddenFields` posts: makes a double click harmless and a meanwhile changed case visible. */
export const hidden = {
  idempotencyKey: z.preprocess(single, z.uuid("form.stale")),
  version: z.preprocess((value) => (empty(single(value)) === null ? undefined : Number(single(value))), z.number("form.stale").int("form.stale").optional()),
};

function dayText(value: unknown): string {
  const text = String(value ?? "").trim();
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}` : text;
}

const wholeText = (min: number, max: number) =>
  z
    .string("form.required")
    .min(1, "form.required")
    .transform((text) => (/^-?\d{1,12}$/.test(text) ? Number(text) : Number.NaN))
    .pipe(z.number("form.whole").int("form.whole").min(min, "form.too-small").max(max, "form.too-large"));

const decimalText = (digits: number, max: number) =>
  z
    .string("form.required")
    .min(1, "form.required")
    .transform((text) => (new RegExp(`^\\d{1,13}(\\.\\d{1,${digits}})?$`).test(text.replace(/[,，]/g, "")) ? Number(text.replace(/[,，]/g, "")) : Number.NaN))
    .pipe(z.number("form.number").min(0, "form.too-small").max(max, "form.too-large"));
