import type { CatalogueItem, CategoryCode, ItemType, Pack, StageCode } from "../pack/pack";
import { type Answers, type ApplicableItem, applicableItems, type Because, checkAnswers, menuOf, openQuestions } from "../pack/screening";
import { ok, type Result, refuse } from "../result";
import { ancestorsOf, inPrerequisiteOrder } from "./schedule";

export interface Change {
  readonly code: string;
  readonly reason: string;
}

export interface PlanItem {
  readonly code: string;
  readonly stage: StageCode;
  readonly type: ItemType;
  readonly department: string;
  readonly decidingDepartment: string;
  /** Screening requires it; false when the officer added it. */
  readonly required: boolean;
  readonly because: readonly Because[];
  /** Why the officer added it against the screening; null otherwise. */
  readonly reason: string | null;
  /** Committed working days of the place; null when unstated. */
  readonly workingDays: number | null;
  /** False for milestones, services and forwarded items, whose days are not the place's approval time. */
  readonly counted: boolean;
  /** Prerequisites inside this plan: absent ones are left out, substitutes applied. */
  readonly prerequisites: readonly string[];
  /** Items of the same stage that neither wait for this one nor make it wait: they run in parallel. */
  readonly parallelWith: readonly string[];
}

export interface Plan {
  readonly category: CategoryCode;
  /** Prerequisites first, then by stage, then as in the catalogue. */
  readonly items: readonly PlanItem[];
  /** Rest of the menu, which the officer may add with a reason. `undecided`: an open question may yet require it. */
  readonly optional: readonly { readonly code: string; readonly undecided: boolean; readonly because: readonly Because[] }[];
  /** Items the officer left out although the screening requires them. */
  readonly dropped: readonly Change[];
  /** Codes of items the screening requires and an assessed area spares the project (区域评估). */
  readonly spared: readonly string[];
  /** Questions without an answer; a plan with open questions can be looked at, not confirmed. */
  readonly undecided: readonly string[];
}

/** Whether an item's days count as approval time of the place. */
export const isCounted = (item: CatalogueItem): boolean => item.type !== "MILESTONE" && item.type !== "SERVICE" && !item.forwardedTo;

/**
 * The list of items of a project: menu of the category, cut by the answers, changed by the officer, each change with a
 * reason. Refuses `plan-question-unknown`, `plan-answer-unknown`, `plan-item-unknown`, `plan-item-not-in-category`,
 * `plan-item-twice`, `plan-item-already-planned` (adding what is there), `plan-item-not-planned` (dropping what is not),
 * `plan-reason-missing`, `plan-empty`.
 * @param spared codes of items an assessed area spares the project: not required, but the officer may still add them
 * @param returnable codes of items an officer had added that leave only with a reason, as those do that the screening requires
 */
export function planOf(
  pack: Pack,
  category: CategoryCode,
  answers: Answers,
  added: readonly Change[],
  dropped: readonly Change[],
  spared: readonly string[] = [],
  returnable: readonly string[] = [],
): Result<Plan> {
  const checked = checkAnswers(pack, category, answers);
  if (!checked.ok) return checked;
  const applicable = applicableItems(pack, category, answers);
  const asked = applicable.filter((item) => item.required);
  const required = new Map(asked.filter((item) => !spared.includes(item.code)).map((item) => [item.code, item]));
  const menu = menuOf(pack, category);

  const seen = new Set<string>();
  for (const [act, changes] of [
    ["add", added],
    ["drop", dropped],
  ] as const) {
    for (const { code, reason } of changes) {
      const item = pack.items.find((candidate) => candidate.code === code);
      if (!item) return refuse({ code: "plan-item-unknown", field: act, item: code });
      const named = { field: act, item: item.name.zh, itemEn: item.name.en, itemCode: code };
      if (!menu.includes(item)) return refuse({ code: "plan-item-not-in-category", ...named, category });
      if (seen.has(code)) return refuse({ code: "plan-item-twice", ...named });
      seen.add(code);
      if (act === "add" && required.has(code)) return refuse({ code: "plan-item-already-planned", ...named });
      if (act === "drop" && !required.has(code) && !returnable.includes(code)) return refuse({ code: "plan-item-not-planned", ...named });
      if (reason.trim() === "") return refuse({ code: "plan-reason-missing", ...named });
    }
  }

  const reasons = new Map(added.map((change) => [change.code, change.reason.trim()]));
  const out = new Set(dropped.map((change) => change.code));
  const chosen = menu.filter((item) => (required.has(item.code) || reasons.has(item.code)) && !out.has(item.code));
  if (chosen.length === 0) return refuse({ code: "plan-empty" });
  const planned = new Set(chosen.map((item) => item.code));
  return ok({
    category,
    items: arranged(pack, chosen, required, reasons),
    optional: menu.filter((item) => !planned.has(item.code) && !out.has(item.code)).map((item) => offered(item, applicable)),
    dropped,
    spared: asked.filter((item) => spared.includes(item.code) && !planned.has(item.code)).map((item) => item.code),
    undecided: openQuestions(pack, category, answers),
  });
}

/** A plan may be confirmed only when every question has an answer: an open one may hide an item the law requires. */
export function confirmable(plan: Plan): Result<Plan> {
  const [first] = plan.undecided;
  return first === undefined
    ? ok(plan)
    : refuse({ code: "plan-required-answer-missing", field: first, questions: plan.undecided, count: plan.undecided.length });
}

/** The whole menu of a category as one plan, whatever the screening: the longest the category can be. */
export const wholeMenu = (pack: Pack, category: CategoryCode): readonly PlanItem[] => arranged(pack, menuOf(pack, category), new Map(), new Map());

const offered = (item: CatalogueItem, applicable: readonly ApplicableItem[]) => {
  const open = applicable.find((candidate) => candidate.code === item.code && !candidate.required);
  return { code: item.code, undecided: open !== undefined, because: open?.because ?? [] };
};

function arranged(
  pack: Pack,
  chosen: readonly CatalogueItem[],
  required: ReadonlyMap<string, ApplicableItem>,
  reasons: ReadonlyMap<string, string>,
): readonly PlanItem[] {
  const inside = new Set(chosen.map((item) => item.code));
  const stageRank = new Map(pack.stages.map((stage, rank) => [stage.code, rank]));
  const linked = chosen
    .map((item) => ({ ...item, prerequisites: resolvedPrerequisites(item, inside) }))
    .map((item, rank) => ({ item, rank }))
    .sort((a, b) => (stageRank.get(a.item.stage) ?? 0) - (stageRank.get(b.item.stage) ?? 0) || a.rank - b.rank)
    .map((entry) => entry.item);
  const ordered = inPrerequisiteOrder(linked);
  const waitsFor = ancestorsOf(ordered);
  const independent = (a: string, b: string) => a !== b && !waitsFor.get(a)?.has(b) && !waitsFor.get(b)?.has(a);
  return ordered.map((item) => ({
    code: item.code,
    stage: item.stage,
    type: item.type,
    department: item.department,
    decidingDepartment: item.decidingDepartment,
    required: required.has(item.code),
    because: required.get(item.code)?.because ?? [],
    reason: reasons.get(item.code) ?? null,
    workingDays: item.committed.value,
    counted: isCounted(item),
    prerequisites: item.prerequisites,
    parallelWith: ordered.filter((other) => other.stage === item.stage && independent(item.code, other.code)).map((other) => other.code),
  }));
}

/** A prerequisite outside the plan is replaced by its substitute when that is inside, else ignored. */
export function resolvedPrerequisites(item: CatalogueItem, inside: ReadonlySet<string>): readonly string[] {
  const codes = item.prerequisites
    .map((code) => (inside.has(code) ? code : item.alternatives[code]))
    .filter((code): code is string => code !== undefined && inside.has(code));
  return [...new Set(codes)];
}
