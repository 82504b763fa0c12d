import { en } from "./en";
import { type Key, zh } from "./zh-CN";

export type Locale = "zh-CN" | "en";
export type { Key };
export type Facts = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;
export type Translate = (key: Key, facts?: Facts) => string;

export const LOCALES: readonly Locale[] = ["zh-CN", "en"];
export const DEFAULT_LOCALE: Locale = "zh-CN";

const CATALOGUES: Record<Locale, Record<Key, string>> = { "zh-CN": zh, en };

/** `{name}` takes a fact; `{n|day|days}` takes the first word when the fact n is 1, else the second. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** The words of one language. An absent fact leaves nothing, never the placeholder. */
export function translator(locale: Locale): Translate {
  const words = CATALOGUES[locale];
  return (key, facts = {}) =>
    words[key].replace(PLACE, (_, name: string, one?: string, many?: string) => {
      const fact = facts[name];
      if (one !== undefined) return Number(fact) === 1 ? one : (many ?? "");
      if (fact === null || fact === undefined) return "";
      return Array.isArray(fact) ? fact.join(locale === "en" ? ", " : "、") : String(fact);
    });
}

/** Whether a text exists under this key: for codes that arrive as data, such as refusals. */
export const isKey = (key: string): key is Key => key in zh;
