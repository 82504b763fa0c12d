import { createContext, useContext } from "react";
import type { Locale } from "../i18n";

/** What the document needs to know about the answer it is part of, also when every loader failed. */
export interface AnswerFacts {
  readonly locale: Locale;
  readonly nonce: string;
  readonly requestId: string;
  readonly enhance: string;
  readonly status: number;
}

const AnswerContext = createContext<AnswerFacts>({ locale: "zh-CN", nonce: "", requestId: "", enhance: "", status: 200 });

export const AnswerProvider = AnswerContext.Provider;
export const useAnswer = (): AnswerFacts => useContext(AnswerContext);
