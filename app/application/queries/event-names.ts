import type { ProjectCase } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";

/** Names for the ids and codes that events carry, in both languages. */
export interface EventNames {
  readonly items: Readonly<Record<string, Words>>;
  readonly departments: Readonly<Record<string, Words>>;
  readonly procedures: Readonly<Record<string, Words>>;
  readonly stages: Readonly<Record<string, Words>>;
  /** By item id, then step code: the same code may be named differently for another type of item. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}

const named = (entries: readonly { readonly code: string; readonly name: Words }[]): Record<string, Words> =>
  Object.fromEntries(entries.map(({ code, name }) => [code, name]));

export function namesFor(state: ProjectCase, pack: Pack): EventNames {
  const steps = Object.fromEntries(pack.itemTypes.map((type) => [type.code, named(type.steps)]));
  const items = Object.values(state.items);
  return {
    items: Object.fromEntries(items.map((item) => [item.id, nameOf(item)])),
    departments: named(pack.departments),
    procedures: named(pack.procedures),
    stages: named(pack.stages),
    steps: Object.fromEntries(items.map((item) => [item.id, steps[item.type] ?? {}])),
  };
}
