import type { Pack } from "./pack";
import { LIMITS } from "./practice-loosening";
import { groupOf, PACK_GROUPS, type PackGroup, type Statement, statementsOf } from "./statements";

/**
 * How a statement differs. Tightened and loosened are said of limits and aims, from the authorities' side: fewer days are tighter.
 * Filled: a rule where there was none (未规定 or an assumption); assumed: a rule that is only an assumption now; removed: an entry or a
 * rule that is gone; source: the same value, told from another text.
 * @see RULES.md R-505
 */
export type DifferenceKind = "tightened" | "loosened" | "filled" | "changed" | "added" | "assumed" | "removed" | "source";
export const DIFFERENCE_KINDS: readonly DifferenceKind[] = ["tightened", "loosened", "filled", "changed", "added", "assumed", "removed", "source"];

export interface Difference {
  readonly path: readonly string[];
  /** Null: the address does not exist in that pack. */
  readonly before: Statement | null;
  readonly after: Statement | null;
  readonly kind: DifferenceKind;
}

/** Limits: fewer is tighter. */
const FEWER: readonly string[] = [
  "budgetWorkingDays",
  "limitWorkingDays",
  "maxWorkingDays",
  "committed",
  "committedExtensionWorkingDays",
  "days",
  "extensionDays",
  "correctionNoticeWorkingDays",
  "deliveryWorkingDays",
  "conversionWorkingDays",
  ...LIMITS,
  "maxSteps",
];
/** Aims: more is tighter. */
const MORE: readonly string[] = ["percent", "reductionPercent", "exceptionReductionPercent", "materialReductionPercent", "badRatingCallBackPercent"];

/** What the second pack says differently from the first: nothing for a pack and itself. In the order of the groups, other wordings of a source last in each. */
export function differencesOf(before: Pack, after: Pack): readonly Difference[] {
  const [old, fresh] = [byAddress(before), byAddress(after)];
  const found = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((address): Difference[] => {
    const pair = { before: old.get(address) ?? null, after: fresh.get(address) ?? null };
    if (pair.before && pair.after && same(pair.before, pair.after)) return [];
    const path = (pair.after ?? pair.before)?.path ?? [];
    return [{ path, ...pair, kind: kindOf(path, pair.before, pair.after) }];
  });
  const wording = ({ kind }: Difference) => Number(kind === "source");
  return found.sort((a, b) => PACK_GROUPS.indexOf(groupOf(a.path)) - PACK_GROUPS.indexOf(groupOf(b.path)) || wording(a) - wording(b));
}

/** The differences by part of the pack, parts without any left out. */
export const groupedDifferences = (differences: readonly Difference[]): readonly { readonly group: PackGroup; readonly differences: readonly Difference[] }[] =>
  PACK_GROUPS.map((group) => ({ group, differences: differences.filter((one) => groupOf(one.path) === group) })).filter((one) => one.differences.length > 0);

/** How many of each kind, every kind named. */
export const countsByKind = (differences: readonly Difference[]): Readonly<Record<DifferenceKind, number>> =>
  Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, differences.filter((one) => one.kind === kind).length])) as Record<DifferenceKind, number>;

const byAddress = (pack: Pack): ReadonlyMap<string, Statement> => new Map(statementsOf(pack).map((statement) => [JSON.stringify(statement.path), statement]));

const same = (a: Statement, b: Statement): boolean => sameValue(a, b) && (!a.sourced || a.source === b.source);

const sameValue = (a: Statement, b: Statement): boolean => canonical(a.value) === canonical(b.value) && a.assumed === b.assumed;

/** Text of a value that does not depend on the order in which its keys were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );

/** An assumption is no rule (K01), so that only a stated value binds. */
const binds = (statement: Statement): boolean => statement.value !== null && !statement.assumed;

function kindOf(path: readonly string[], before: Statement | null, after: Statement | null): DifferenceKind {
  if (before === null) return "added";
  if (after === null) return "removed";
  if (sameValue(before, after)) return "source";
  if (!binds(before)) return binds(after) ? "filled" : "changed";
  if (!binds(after)) return after.value === null ? "removed" : "assumed";
  const key = path[path.length - 1] ?? "";
  if (key === "startRule") return after.value === "T+0" ? "tightened" : before.value === "T+0" ? "loosened" : "changed";
  if (typeof before.value !== "number" || typeof after.value !== "number" || before.value === after.value) return "changed";
  const fewer = after.value < before.value;
  if (FEWER.includes(key)) return fewer ? "tightened" : "loosened";
  if (MORE.includes(key)) return fewer ? "loosened" : "tightened";
  return "changed";
}
