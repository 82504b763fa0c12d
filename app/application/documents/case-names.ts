import type { ProjectCase } from "../../domain/case/state";
import type { Pack, StageCode, Words } from "../../domain/pack/pack";
import type { Locale } from "../../i18n";
import type { EventWords } from "../../i18n/event-sentence";
import { formats } from "../../i18n/formats";
import { namesFor } from "../queries/event-names";

/** Names of a case in one language, as its pack and plan give them; a code without a name stays a code. */
export interface CaseNames extends EventWords {
  /** Short name where there is one: 市自然资源局 → 自规局. */
  departmentShort(code: string): string;
  itemType(code: string): string;
  category(code: string): string;
  pick(words: Words): string;
}

/** The names pages say events with (`namesFor`), in one language, and those that only papers need. */
export function caseNames(state: ProjectCase, pack: Pack, locale: Locale): CaseNames {
  const pick = (words: Words): string => (locale === "en" ? words.en || words.zh : words.zh);
  const names = namesFor(state, pack);
  const say = (words: Words | undefined, code: string): string => (words ? pick(words) : code);
  const among = (list: readonly { readonly code: string; readonly name: Words }[], code: string) => say(list.find((one) => one.code === code)?.name, code);
  return {
    pick,
    item: (itemId) => say(names.items[itemId], itemId),
    department: (code) => say(names.departments[code], code),
    departmentShort: (code) => say(pack.departments.find((one) => one.code === code)?.shortName, code),
    procedure: (kind) => say(names.procedures[kind], kind),
    stage: (code: StageCode) => say(names.stages[code], code),
    step: (itemId, code) => say(names.steps[itemId]?.[code], code),
    itemType: (code) => among(pack.itemTypes, code),
    category: (code) => among(pack.categories, code),
    day: formats(locale).day,
  };
}
