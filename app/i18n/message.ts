import type { Refusal } from "../domain/result";
import { type Facts, isKey, type Key, type Translate } from "./index";

/** One sentence to be said in the reader's language later: a key and the facts its text needs. */
export interface Message {
  readonly key: string;
  readonly facts?: Facts;
}

/** What a form brings back when it was not accepted: the values as typed, errors by field name, and a refusal of the whole. */
export interface FormState {
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: Readonly<Record<string, readonly Message[]>>;
  readonly refusal: Refusal | null;
}

/** Says a message; a key without a text gives the general sentence, never the key itself. */
export const say = (t: Translate, message: Message, more: Facts = {}): string =>
  t(isKey(message.key) ? message.key : "form.invalid", { ...message.facts, ...more });

/**
 * Says why something was refused. A fact that is itself a code (a state, a role) is put into words first,
 * by the key `fact.<name>.<code>` where there is one. A refusal of one of several items begins with that item.
 */
export function explain(t: Translate, refusal: Refusal): string {
  const key = `refusal.${refusal.code}`;
  const facts: Record<string, string | number | boolean | null | undefined | readonly string[]> = {};
  for (const [name, value] of Object.entries(refusal)) facts[name] = Array.isArray(value) ? value.map((one) => inWords(t, name, one)) : inWords(t, name, value);
  const text = t(isKey(key) ? (key as Key) : "refusal.other", facts as Facts);
  const { itemNo, ofItemZh: zh, ofItemEn: en } = facts as Facts;
  return zh ? t("form.of-item", { itemNo, zh, en, text }) : text;
}

/** Facts that carry the same codes under another name. */
const SAME_WORDS: Readonly<Record<string, string>> = { eventTypes: "act" };

function inWords<T>(t: Translate, name: string, value: T): T | string {
  const key = `fact.${SAME_WORDS[name] ?? name}.${String(value)}`;
  return typeof value === "string" && isKey(key) ? t(key as Key) : value;
}
