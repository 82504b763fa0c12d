import type { CivilDay } from "../../calendar/calendar-date";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import { readSimulated } from "../../clock/simulated-clock";
import type { Pack } from "../../pack/pack";
import type { SimulatedItem, SimulatedRun } from "../parts/simulation";
import { standingSignature } from "../signature";
import { expectedDay } from "../simulation/expected-day";
import { simulatedOf } from "../simulation/reads";
import { unconfirmedDifferences } from "../simulation/snapshot";
import type { ProjectCase } from "../state";
import { earliestFirst, type NextStep, step } from "./step";

/**
 * What a simulated run waits for: who does what by which day. Before the ruling one thing; afterwards what the departments examine, what
 * the enterprise brings or corrects, and what the window converts by its own clock. Nothing once the run has ended.
 * @param outdated ids of signatures under letters that say something else by now
 */
export function runSteps(
  state: ProjectCase,
  run: SimulatedRun,
  pack: Pack,
  calendar: WorkingCalendar,
  today: CivilDay,
  outdated: readonly string[],
): readonly NextStep[] {
  if (run.status === "applied") return [beforeRuling(state, run, outdated)];
  if (run.status !== "running" && run.status !== "converting") return [];
  const items = simulatedOf(state, run.id);
  const expected = run.missing
    .filter(({ obtainedOn }) => run.status === "running" && obtainedOn === null)
    .map((one) => step("run-bring", "enterprise", { precondition: one.code, by: expectedDay(one) }));
  return earliestFirst([...expected, ...together(items.flatMap((one) => itemSteps(state, one, pack, calendar, today)))]);
}

/** The answer comes before a new signature: it may change the days of the letter once more. The ruling rests on the letter as it is. */
export function beforeRuling(state: Pick<ProjectCase, "signatures">, run: SimulatedRun, outdated: readonly string[]): NextStep {
  const signature = standingSignature(state, "simulation-risk", run.id);
  if (signature === null) return step("run-sign", "enterprise");
  if (run.askedBackOn !== null && run.answeredOn === null) return step("run-answer", "agent");
  return outdated.includes(signature.id) ? step("run-sign-anew", "enterprise") : step("run-rule", "manager");
}

function itemSteps(state: ProjectCase, one: SimulatedItem, pack: Pack, calendar: WorkingCalendar, today: CivilDay): readonly NextStep[] {
  const own = { departments: [one.departmentCode], itemIds: [one.itemId] };
  switch (one.status) {
    case "accepted":
    case "in-review":
      return [step("run-review", "department", own)];
    case "correcting":
      return [step("run-correct", "enterprise", { itemIds: own.itemIds })];
    case "conversion-correcting":
      return [step("run-put-right", "enterprise", { itemIds: own.itemIds })];
    case "ready": {
      const by = readSimulated(state, one, pack, calendar, today).conversion?.reading.dueOn ?? null;
      if (by === null) return [step("run-wait", "nobody", { itemIds: own.itemIds })];
      return unconfirmedDifferences(state, one, pack).length > 0
        ? [step("run-compare", "department", { ...own, by })]
        : [step("run-convert", "window", { itemIds: own.itemIds, by })];
    }
    default:
      return [];
  }
}

/** The same thing by the same hands and day is said once, with all its items. */
function together(steps: readonly NextStep[]): readonly NextStep[] {
  const all = new Map<string, NextStep>();
  for (const one of steps) {
    const key = JSON.stringify([one.code, one.departments, one.by]);
    const known = all.get(key);
    all.set(key, known ? { ...known, itemIds: [...known.itemIds, ...one.itemIds] } : one);
  }
  return [...all.values()];
}
