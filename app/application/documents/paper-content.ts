import type { PaperSubject } from "../../domain/case/papers";
import { type Locale, translator } from "../../i18n";
import type { LetterContent } from "../../pdf/papers/letter";
import type { CaseToday } from "../queries/project-case";
import { caseNames } from "./case-names";
import { PAPERS } from "./papers";

/** What a paper of this case says, in one language. Pure: it depends on the case, its rules and the calendar, not on who asks or when. */
export const paperContent = (found: CaseToday, subject: PaperSubject, locale: Locale, centre: string): LetterContent =>
  PAPERS[subject.kind].write({ ...found, subject, locale, centre, t: translator(locale), names: caseNames(found.state, found.pack, locale) });
