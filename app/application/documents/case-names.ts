import type { ProjectCase } from "../../domain/case/state";
import type { Pack, StageCode, Words } from "../../domain/pack/pack";
import type { Locale } from "../../i18n";
import type { EventWords } from "../../i18n/event-sentence";
import { formats } from "../../i18n/formats";

/** Names of a case in one language, as its pack and plan give them; a code without a name stays a code. */
export interface CaseNames extends EventWords {
  /** Short name where there is one: 市自然资源局 → 自规局. */
  departmentShort(code: string): string;
  itemType(code: string): string;
  category(code: string): string;
  pick(words: Words): string;
}

/** Looks names up in the pack and the plan of the case. */
export function caseNames(state: ProjectCase, pack: Pack, locale: Locale): CaseNames {
  const pick = (words: Words): string => (locale === "en" ? words.en || words.zh : words.zh);
  const named = (list: readonly { readonly code: string; readonly name: Words }[], code: string): string => {
    const found = list.find((one) => one.code === code);
    return found ? pick(found.name) : code;
  };
  return {
    pick,
    item: (itemId) => {
      const item = state.items[itemId];
      return item ? pick({ zh: item.nameZh, en: item.nameEn }) : itemId;
    },
    department: (code) => named(pack.departments, code),
    departmentShort: (code) => {
      const found = pack.departments.find((one) => one.code === code);
      return found ? pick(found.shortName) : code;
    },
    procedure: (kind) => named(pack.procedures, kind),
    stage: (code: StageCode) => named(pack.stages, code),
    step: (itemId, code) => {
      const type = state.items[itemId]?.type;
      return named(pack.itemTypes.find((one) => one.code === type)?.steps ?? [], code);
    },
    itemType: (code) => named(pack.itemTypes, code),
    category: (code) => named(pack.categories, code),
    day: formats(locale).day,
  };
}
