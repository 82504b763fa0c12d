import type { CivilDay } from "../../calendar/calendar-date";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import type { SimulatedEndCause, SimulatedItem, SimulatedRun } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { evolveSimulation } from "./evolve";
import { isLive, WITH_OPINION } from "./moves";
import { simulatedOf } from "./reads";

type Acting = Pick<Context, "actor">;

export const by = ({ actor }: Acting, on: CivilDay) => ({ on, byId: actor.personId, byName: actor.name });
export const toSimulated = (simulated: Pick<SimulatedItem, "id" | "itemId">, context: Acting, on: CivilDay) => ({
  simulatedId: simulated.id,
  itemId: simulated.itemId,
  ...by(context, on),
});

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Opinions that rest, directly or through others, on the opinion of one of these; nearest first. */
export function restingOn(state: Pick<ProjectCase, "simulatedItems">, ended: readonly SimulatedItem[]): readonly SimulatedItem[] {
  const gone = new Set(ended.flatMap(({ opinionNo }) => opinionNo ?? []));
  const found: SimulatedItem[] = [];
  const standing = Object.values(state.simulatedItems)
    .filter((one) => WITH_OPINION.includes(one.status) && !ended.some((other) => other.id === one.id))
    .sort(byId);
  for (let more = true; more; ) {
    const next = standing.find(
      (one) => !found.includes(one) && one.basis.some(({ by: how, no }) => how === "simulated" && no !== null && gone.has(no as never)),
    );
    more = next !== undefined;
    if (!next) continue;
    found.push(next);
    if (next.opinionNo) gone.add(next.opinionNo);
  }
  return found;
}

/** The same end for what was simulated on the strength of these: without its basis an opinion is worth nothing. */
function consequences(state: ProjectCase, ended: readonly SimulatedItem[], context: Acting, on: CivilDay): readonly CaseEvent[] {
  return restingOn(state, ended).map((simulated) => ({
    type: "simulated-item-lapsed",
    ...toSimulated(simulated, context, on),
    cause: "basis-ended",
    reason: null,
  }));
}

/** How a run ended, told from what became of its items. */
function endOf(items: readonly SimulatedItem[]): "converted" | "partly-converted" | "nothing-converted" {
  const converted = items.filter((simulated) => simulated.status === "converted").length;
  if (converted === 0) return "nothing-converted";
  return converted === items.length ? "converted" : "partly-converted";
}

/** Ends the runs in which these events leave nothing on its way. */
export function withRunEnds(state: ProjectCase, events: readonly CaseEvent[], context: Acting, on: CivilDay): readonly CaseEvent[] {
  const after = events.reduce(evolveSimulation, state);
  const over = Object.values(after.runs)
    .filter((run) => (run.status === "running" || run.status === "converting") && simulatedOf(after, run.id).every((simulated) => !isLive(simulated)))
    .sort(byId);
  return [
    ...events,
    ...over.map((run): CaseEvent => ({ type: "simulation-ended", runId: run.id, cause: endOf(simulatedOf(after, run.id)), ...by(context, on) })),
  ];
}

/** Whether an opinion has run out by that day: the last day of its validity is still in time. */
export const isExpired = (simulated: Pick<SimulatedItem, "status" | "validTo">, on: CivilDay): boolean =>
  WITH_OPINION.includes(simulated.status) && simulated.validTo !== null && simulated.validTo < on;

/** 模拟失效: opinions past their last day by `on` lapse, and with them what rests on them. Runs are not ended yet. */
export function expiredOpinions(state: ProjectCase, context: Acting, on: CivilDay): readonly CaseEvent[] {
  const expired = Object.values(state.simulatedItems)
    .filter((simulated) => isExpired(simulated, on))
    .sort(byId);
  return [
    ...expired.map((simulated): CaseEvent => ({ type: "simulated-item-lapsed", ...toSimulated(simulated, context, on), cause: "expired", reason: null })),
    ...consequences(state, expired, context, on),
  ];
}

/**
 * What the passing of days brings to simulated opinions: those past their last day lapse, what rests on them lapses too, and a run
 * with nothing left on its way ends. Nothing when none has run out.
 * @param on the day looked at, civil day in Beijing time
 */
export function observeSimulations(state: ProjectCase, context: Acting, on: CivilDay): readonly CaseEvent[] {
  const expired = expiredOpinions(state, context, on);
  return expired.length === 0 ? [] : withRunEnds(state, expired, context, on);
}

/** 模拟作废: parcel, plan or scale changed before the precondition was met; each opinion must be reviewed anew. Runs are not ended yet. */
export function voidOpinions(state: ProjectCase, reason: string, context: Acting, on: CivilDay): readonly CaseEvent[] {
  const given = Object.values(state.simulatedItems)
    .filter((simulated) => simulated.status === "opinion-given")
    .sort(byId);
  return [
    ...given.map((simulated): CaseEvent => ({ type: "simulated-item-voided", ...toSimulated(simulated, context, on), cause: "facts-changed", reason })),
    ...consequences(state, given, context, on),
  ];
}

/** 模拟终止: everything of the run that is still on its way ends, and what elsewhere rests on its opinions lapses. */
export function endRunItems(
  state: ProjectCase,
  run: SimulatedRun,
  cause: SimulatedEndCause,
  reason: string,
  context: Acting,
  on: CivilDay,
): readonly CaseEvent[] {
  const live = simulatedOf(state, run.id).filter(isLive);
  return [
    ...live.map((simulated): CaseEvent => ({ type: "simulated-item-terminated", ...toSimulated(simulated, context, on), cause, reason })),
    ...consequences(state, live, context, on),
  ];
}
