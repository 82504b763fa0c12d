import { createContext, type ReactNode, useContext } from "react";
import { DEFAULT_LOCALE, type Locale, type Translate, translator } from "../i18n";
import { type Formats, formats } from "../i18n/formats";

/** Everything a component needs to speak: `t`, the language, and days and numbers as it writes them. */
export interface Words extends Formats {
  readonly t: Translate;
  readonly locale: Locale;
  /** Picks from a pair of names kept as data, such as those of a pack. */
  pick(name: { readonly zh: string; readonly en: string }): string;
}

const wordsOf = (locale: Locale): Words => ({
  ...formats(locale),
  t: translator(locale),
  locale,
  pick: (name) => (locale === "en" ? name.en || name.zh : name.zh),
});

const WORDS: Record<Locale, Words> = { "zh-CN": wordsOf("zh-CN"), en: wordsOf("en") };
const WordsContext = createContext<Words>(WORDS[DEFAULT_LOCALE]);

/** Sets the language for everything inside; `root.tsx` does it once per page. */
export const WordsProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <WordsContext.Provider value={WORDS[locale]}>{children}</WordsContext.Provider>
);

/** The words of the reader. */
export const useWords = (): Words => useContext(WordsContext);
