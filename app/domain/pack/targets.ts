import type { CatalogueItem, Pack } from "./pack";
import type { Target, TargetCode } from "./practice";

/** The target of a place by its code; null where the place sets none. */
export const targetOf = (pack: Pick<Pack, "targets">, code: TargetCode): Target | null => (pack.targets ?? []).find((target) => target.code === code) ?? null;

/** Whether cases of the item stay in the denominator of a target: what the target excepts leaves it (F17, Z15). */
export function countsTowards(target: Target, item: Pick<CatalogueItem, "onlineExclusion">): boolean {
  const why = item.onlineExclusion?.value ?? null;
  return why === null || !target.excludes.includes(why);
}
