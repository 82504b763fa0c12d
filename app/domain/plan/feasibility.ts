import type { BudgetMode, CatalogueItem, CategoryCode, Pack } from "../pack/pack";
import { menuOf } from "../pack/screening";
import { mayFollowStart } from "./legal-stops";
import type { Plan } from "./plan";
import { ancestorsOf, finishOf, type Schedule, type ScheduleInput, scheduleOf } from "./schedule";

export type RemedyKind = "notice-commitment" | "commitment-system" | "simulated-approval" | "regional-assessment";

/** Something the place or the investor can do to shorten the plan. Savings are computed on this plan, not quoted. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** `unstated`: the place does not say whether it does this; `key-projects`: only projects with the KEY flag. */
  readonly availability: "here" | "key-projects" | "not-here" | "unstated";
  readonly items: readonly string[];
  readonly savesWorkingDays: number;
  readonly savesToConstructionPermit: number;
  /** What each item alone would save of the way to the construction permit; items that save nothing alone are left out. */
  readonly perItem: readonly { readonly code: string; readonly saves: number }[];
}

/** How the committed days of a plan compare with the cap of its category. All numbers are working days. */
export interface Feasibility {
  /** Null when the place states no cap. Judged on the whole plan. */
  readonly feasible: boolean | null;
  readonly budget: number | null;
  readonly budgetSource: string;
  readonly mode: BudgetMode;
  readonly modeAssumed: boolean;
  readonly needed: number;
  /** By how much the plan exceeds the cap; 0 when it fits; null without a cap. */
  readonly over: number | null;
  /** The same up to the construction permit, because places do not say where their cap ends; null without that item. */
  readonly neededToConstructionPermit: number | null;
  readonly overToConstructionPermit: number | null;
  readonly criticalPath: readonly { readonly code: string; readonly workingDays: number }[];
  /** Counted items without a stated limit: they enter with 0 days, so the true need is larger. */
  readonly unstated: readonly string[];
  readonly remedies: readonly Remedy[];
  /** Need when every remedy that this place has, for this project, is used together. */
  readonly withAvailableRemedies: { readonly needed: number; readonly neededToConstructionPermit: number | null };
}

const PERMIT = "construction-permit";
/** Used where the pack states no limit for immediate decisions or conversions. */
const ON_THE_SPOT_WORKING_DAYS = 1;
const CONVERSION_WORKING_DAYS = 3;

/** Compares the plan with the category's cap and, when it does not fit, says what would help and by how much. */
export function feasibilityOf(plan: Plan, schedule: Schedule, pack: Pack, category: CategoryCode, keyProject = false): Feasibility {
  const rule = pack.categories.find((candidate) => candidate.code === category);
  const budget = rule?.budgetWorkingDays.value ?? null;
  const mode = rule?.budgetMode.value ?? "union";
  const items: readonly ScheduleInput[] = plan.items;
  const needed = neededFor(items, mode);
  const toPermit = finishOf(schedule, PERMIT);
  const over = (days: number | null) => (budget === null || days === null ? null : Math.max(0, days - budget));
  const changes = changesFor(plan, pack, category);

  const remedies = changes.map(({ kind, availability, codes, apply }): Remedy => {
    const permitDays = (chosen: readonly string[]) => finishOf(scheduleOf(apply(items, chosen)), PERMIT);
    const saved = (after: number | null) => (toPermit === null || after === null ? 0 : toPermit - after);
    return {
      kind,
      availability,
      items: codes,
      savesWorkingDays: needed - neededFor(apply(items, codes), mode),
      savesToConstructionPermit: saved(permitDays(codes)),
      perItem: codes.map((code) => ({ code, saves: saved(permitDays([code])) })).filter((entry) => entry.saves > 0),
    };
  });
  const usable = changes.filter((change) => change.availability === "here" || (change.availability === "key-projects" && keyProject));
  const after = usable.reduce((current, change) => change.apply(current, change.codes), items);
  return {
    feasible: budget === null ? null : needed <= budget,
    budget,
    budgetSource: rule?.budgetWorkingDays.source ?? "",
    mode,
    modeAssumed: rule?.budgetMode.assumed ?? true,
    needed,
    over: over(needed),
    neededToConstructionPermit: toPermit,
    overToConstructionPermit: over(toPermit),
    criticalPath: schedule.criticalPath.map((code) => ({ code, workingDays: schedule.items.find((item) => item.code === code)?.durationWorkingDays ?? 0 })),
    unstated: items.filter((item) => item.counted && item.workingDays === null).map((item) => item.code),
    remedies,
    withAvailableRemedies: { needed: neededFor(after, mode), neededToConstructionPermit: finishOf(scheduleOf(after), PERMIT) },
  };
}

/**
 * Working days the items charge to departments when everything starts as early as it can. `union`: days on which some
 * clock runs, which is then the longest chain; `stage-sum`: longest chain of each stage, added up; `calendar`: milestones
 * and services take their days too (a lower bound in working days).
 */
function neededFor(items: readonly ScheduleInput[], mode: BudgetMode): number {
  if (mode === "calendar") return scheduleOf(items.map((item) => ({ ...item, counted: true }))).makespanWorkingDays;
  if (mode === "union") return scheduleOf(items).makespanWorkingDays;
  const stages = [...new Set(items.map((item) => item.stage))];
  return stages.reduce((sum, stage) => sum + scheduleOf(items.filter((item) => item.stage === stage)).makespanWorkingDays, 0);
}

interface PlanChange {
  readonly kind: RemedyKind;
  readonly availability: Remedy["availability"];
  readonly codes: readonly string[];
  /** The plan's items with the remedy used for `codes`. */
  readonly apply: (items: readonly ScheduleInput[], codes: readonly string[]) => readonly ScheduleInput[];
}

/** The remedies that touch at least one item of the plan. */
function changesFor(plan: Plan, pack: Pack, category: CategoryCode): readonly PlanChange[] {
  const byCode = new Map(menuOf(pack, category).map((item) => [item.code, item]));
  const planned = plan.items
    .flatMap((entry) => byCode.get(entry.code) ?? [])
    .filter((item) => plan.items.some((entry) => entry.code === item.code && entry.counted));
  const all: readonly PlanChange[] = [
    noticeCommitment(planned, pack),
    commitmentSystem(planned, pack, category),
    simulatedApproval(planned, plan, pack, category),
    regionalAssessment(plan, pack),
  ];
  return all.filter((change) => change.codes.length > 0);
}

const capped = (items: readonly ScheduleInput[], codes: readonly string[], days: number): readonly ScheduleInput[] =>
  items.map((item) => (codes.includes(item.code) ? { ...item, workingDays: Math.min(item.workingDays ?? 0, days) } : item));

/** 告知承诺: the item is decided at once on a written promise. `local` items need the place's own decision first. */
function noticeCommitment(planned: readonly CatalogueItem[], pack: Pack): PlanChange {
  const days = pack.itemTypes.find((type) => type.code === "INSTANT")?.limitWorkingDays.value ?? ON_THE_SPOT_WORKING_DAYS;
  const open = planned.filter((item) => item.noticeCommitment !== "no" && (item.committed.value ?? 0) > days);
  return {
    kind: "notice-commitment",
    availability: open.every((item) => item.noticeCommitment === "yes") ? "here" : "unstated",
    codes: open.map((item) => item.code),
    apply: (items, codes) => capped(items, codes, days),
  };
}

/**
 * 承诺制, 先建后验: what may be promised is not decided before the start but checked at completion, so it takes no days on
 * the way. Hard stops, items that exclude commitment (public safety) and the construction permit itself stay.
 */
function commitmentSystem(planned: readonly CatalogueItem[], pack: Pack, category: CategoryCode): PlanChange {
  const promisable = planned.filter(mayFollowStart);
  return {
    kind: "commitment-system",
    availability: availability(pack.switches.commitment.value, category),
    codes: promisable.map((item) => item.code),
    apply: (items, codes) => capped(items, codes, 0),
  };
}

/**
 * 模拟审批, 先审后转: what waits for the land, and the reviews of stages 2 and 3, are examined before the land is granted and
 * exchanged together afterwards. Simulated days are internal and not counted; construction permits are never simulated.
 */
function simulatedApproval(planned: readonly CatalogueItem[], plan: Plan, pack: Pack, category: CategoryCode): PlanChange {
  const days = pack.parameters.conversionWorkingDays?.value ?? CONVERSION_WORKING_DAYS;
  const waitsFor = ancestorsOf(plan.items);
  const beforeLand = plan.items.some((item) => item.code === "land-grant");
  const simulable = planned.filter(
    (item) =>
      item.type !== "INSTANT" &&
      !item.code.startsWith(PERMIT) &&
      (["S2", "S3"].includes(item.stage) || (item.stage === "S1" && (waitsFor.get(item.code)?.has("land-grant") ?? false))),
  );
  return {
    kind: "simulated-approval",
    availability: availability(pack.switches.simulatedApproval.value, category),
    codes: beforeLand ? simulable.map((item) => item.code) : [],
    apply: (items, codes) =>
      capped(items, codes, days).map((item) =>
        codes.includes(item.code) ? { ...item, prerequisites: item.prerequisites.filter((code) => !codes.includes(code)) } : item,
      ),
  };
}

/** 区域评估: the park was assessed once, so the project need not repeat it (优化营商环境条例 art. 42). */
function regionalAssessment(plan: Plan, pack: Pack): PlanChange {
  const covered = pack.questions.find((question) => question.code === "regional-assessment")?.options.flatMap((option) => option.drops) ?? [];
  return {
    kind: "regional-assessment",
    availability: "unstated",
    codes: plan.items.map((item) => item.code).filter((code) => covered.includes(code)),
    apply: (items, codes) => items.filter((item) => !codes.includes(item.code)),
  };
}

/** A switch lists categories, or KEY for key projects; null means the place does not say. */
function availability(listed: readonly string[] | null, category: CategoryCode): Remedy["availability"] {
  if (listed === null) return "unstated";
  if (listed.includes(category)) return "here";
  return listed.includes("KEY") ? "key-projects" : "not-here";
}
