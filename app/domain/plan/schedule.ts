import type { StageCode } from "../pack/pack";

export interface ScheduleInput {
  readonly code: string;
  readonly stage: StageCode;
  /** Committed working days; null when the place does not state them, which counts as 0. */
  readonly workingDays: number | null;
  /** Codes that must have ended before this one starts; codes outside the list are ignored. */
  readonly prerequisites: readonly string[];
  /** False for milestones, services and forwarded items: they keep their place in the order but take 0 days here. */
  readonly counted: boolean;
}

/** Offsets are counted working days since the first acceptance: an item of 3 days starting at 0 finishes at 3. */
export interface ScheduledItem {
  readonly code: string;
  readonly stage: StageCode;
  readonly durationWorkingDays: number;
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** Working days the item may slip without moving the end of the whole. */
  readonly slack: number;
  readonly critical: boolean;
}

export interface Schedule {
  /** In an order in which every item comes after its prerequisites. */
  readonly items: readonly ScheduledItem[];
  readonly makespanWorkingDays: number;
  /** One longest chain from start to end, each item a prerequisite of the next. */
  readonly criticalPath: readonly string[];
  /** Waves: no item of a wave waits for another of the same wave, so all of them may run at once. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * Earliest and latest times over the prerequisite graph (critical path method). Ties keep the order of the input.
 * @throws when prerequisites form a ring: packs are checked for that when they are loaded.
 */
export function scheduleOf(items: readonly ScheduleInput[]): Schedule {
  const ordered = inPrerequisiteOrder(items);
  const inside = new Map(ordered.map((item) => [item.code, item]));
  const before = (item: ScheduleInput) => item.prerequisites.filter((code) => inside.has(code));
  const duration = (item: ScheduleInput) => (item.counted ? (item.workingDays ?? 0) : 0);

  const start = new Map<string, number>();
  const finish = new Map<string, number>();
  const depth = new Map<string, number>();
  for (const item of ordered) {
    const from = Math.max(0, ...before(item).map((code) => finish.get(code) ?? 0));
    start.set(item.code, from);
    finish.set(item.code, from + duration(item));
    depth.set(item.code, Math.max(0, ...before(item).map((code) => (depth.get(code) ?? 0) + 1)));
  }
  const makespan = Math.max(0, ...finish.values());

  const latest = new Map<string, number>(ordered.map((item) => [item.code, makespan]));
  for (const item of [...ordered].reverse()) {
    const latestStart = (latest.get(item.code) ?? makespan) - duration(item);
    for (const code of before(item)) latest.set(code, Math.min(latest.get(code) ?? makespan, latestStart));
  }

  const scheduled = ordered.map((item): ScheduledItem => {
    const durationWorkingDays = duration(item);
    const earliestStart = start.get(item.code) ?? 0;
    const latestFinish = latest.get(item.code) ?? makespan;
    const slack = latestFinish - durationWorkingDays - earliestStart;
    return {
      code: item.code,
      stage: item.stage,
      durationWorkingDays,
      earliestStart,
      earliestFinish: earliestStart + durationWorkingDays,
      latestStart: latestFinish - durationWorkingDays,
      latestFinish,
      slack,
      critical: slack === 0,
    };
  });

  const groups: string[][] = [];
  for (const item of ordered) {
    const level = depth.get(item.code) ?? 0;
    groups[level] = [...(groups[level] ?? []), item.code];
  }
  return { items: scheduled, makespanWorkingDays: makespan, criticalPath: longestChain(ordered, before, start, finish, makespan), groups };
}

/** Working days until the item is finished at the earliest; null when it is not in the schedule. */
export const finishOf = (schedule: Schedule, code: string): number | null => schedule.items.find((item) => item.code === code)?.earliestFinish ?? null;

/** All items, each after those it needs; otherwise in the order given. Throws on a ring. */
export function inPrerequisiteOrder<T extends { readonly code: string; readonly prerequisites: readonly string[] }>(items: readonly T[]): readonly T[] {
  const waiting = new Map(items.map((item) => [item.code, item]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].find((item) => item.prerequisites.every((code) => !waiting.has(code)));
    if (!next) throw new Error(`prerequisites form a ring among ${[...waiting.keys()].join(", ")}`);
    waiting.delete(next.code);
    ordered.push(next);
  }
  return ordered;
}

/** Codes of everything an item waits for, directly or through others. */
export function ancestorsOf(items: readonly { readonly code: string; readonly prerequisites: readonly string[] }[]): ReadonlyMap<string, ReadonlySet<string>> {
  const inside = new Set(items.map((item) => item.code));
  const all = new Map<string, ReadonlySet<string>>();
  for (const item of inPrerequisiteOrder(items)) {
    const reached = new Set<string>();
    for (const code of item.prerequisites) {
      if (!inside.has(code)) continue;
      reached.add(code);
      for (const further of all.get(code) ?? []) reached.add(further);
    }
    all.set(item.code, reached);
  }
  return all;
}

/** Walks back from the item that ends last through the prerequisites that made it wait. */
function longestChain(
  ordered: readonly ScheduleInput[],
  before: (item: ScheduleInput) => readonly string[],
  start: ReadonlyMap<string, number>,
  finish: ReadonlyMap<string, number>,
  makespan: number,
): readonly string[] {
  const byCode = new Map(ordered.map((item) => [item.code, item]));
  const chain: string[] = [];
  let at = makespan > 0 ? ordered.find((item) => finish.get(item.code) === makespan) : undefined;
  while (at) {
    chain.unshift(at.code);
    const from = start.get(at.code) ?? 0;
    const cause = before(at).find((code) => finish.get(code) === from);
    at = cause === undefined ? undefined : byCode.get(cause);
  }
  return chain;
}
