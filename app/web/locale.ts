import { DEFAULT_LOCALE, LOCALES, type Locale } from "../i18n";
import { readCookie } from "./cookies";

export const LOCALE_COOKIE = "daiban-language";
export const LOCALE_SECONDS = 365 * 24 * 3600;

export const asLocale = (text: unknown): Locale | null => LOCALES.find((locale) => locale === text) ?? null;

/** Language of the answer: the one chosen, else the first of the browser's that we have, else Chinese. */
export function localeOf(cookies: string | null | undefined, accepted: string | null | undefined): Locale {
  const chosen = asLocale(readCookie(cookies, LOCALE_COOKIE));
  if (chosen) return chosen;
  const wishes = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  const first = wishes.find(({ language, quality }) => quality > 0 && (language === "zh" || language === "en"));
  return first?.language === "en" ? "en" : DEFAULT_LOCALE;
}
