import type { Refusal } from "../../result";
import type { SimulatedItem, SimulatedItemEvent, SimulatedRun, SimulatedRunStatus, SimulatedStatus, SimulationRunEvent } from "../parts/simulation";

/** One allowed move. `to` is absent where the status stays; a function where the event chooses. */
interface Move<S, E> {
  readonly from: readonly S[];
  readonly to?: S | ((event: E) => S);
}

export type SimulatedEventType = SimulatedItemEvent["type"];
export type RunEventType = Exclude<SimulationRunEvent["type"], "simulation-applied">;

type SimulatedMove<T extends SimulatedEventType> = Move<SimulatedStatus, Extract<SimulatedItemEvent, { type: T }>>;
type RunMove<T extends RunEventType> = Move<SimulatedRunStatus, Extract<SimulationRunEvent, { type: T }>>;

/** States in which a simulated item is still on its way. */
export const LIVE: readonly SimulatedStatus[] = ["applied", "accepted", "in-review", "correcting", "opinion-given", "ready", "conversion-correcting"];
/** States in which the department has agreed and nothing is converted yet. */
export const WITH_OPINION: readonly SimulatedStatus[] = ["opinion-given", "ready", "conversion-correcting"];
export const LIVE_RUNS: readonly SimulatedRunStatus[] = ["applied", "running", "converting"];

/**
 * The state table of a simulated item (domain.md 5.1). Nothing else moves its status: the rules ask it before an event is born and
 * `evolve` asks it again. No state of it is a state of the formal item, and `converted` only says that the formal one was accepted.
 */
export const SIMULATION_MOVES: { readonly [T in SimulatedEventType]: SimulatedMove<T> } = {
  "simulated-item-accepted": { from: ["applied"], to: "accepted" },
  "simulated-item-refused": { from: ["applied"], to: "not-accepted" },
  "simulated-review-started": { from: ["accepted"], to: "in-review" },
  "simulated-correction-notified": { from: ["in-review"], to: "correcting" },
  "simulated-correction-supplied": { from: ["correcting"], to: "in-review" },
  "simulated-opinion-given": { from: ["in-review"], to: (event) => (event.stance === "disagree" ? "not-passed" : "opinion-given") },
  "simulated-item-ready": { from: ["opinion-given"], to: "ready" },
  "differences-confirmed": { from: ["ready"] },
  "conversion-correction-notified": { from: ["ready"], to: "conversion-correcting" },
  "conversion-correction-supplied": { from: ["conversion-correcting"], to: "ready" },
  "simulated-item-converted": { from: ["ready"], to: "converted" },
  "simulated-item-to-ordinary": { from: ["ready"], to: "ordinary" },
  "simulated-item-lapsed": { from: WITH_OPINION, to: "lapsed" },
  "simulated-item-voided": { from: ["opinion-given"], to: "void" },
  "simulated-item-terminated": { from: LIVE, to: "terminated" },
};

/** The state table of a run. An application is born `applied`. */
export const RUN_MOVES: { readonly [T in RunEventType]: RunMove<T> } = {
  "simulation-asked-back": { from: ["applied"] },
  "simulation-answered": { from: ["applied"] },
  "simulation-accepted": { from: ["applied"], to: "running" },
  "simulation-refused": { from: ["applied"], to: "not-accepted" },
  "precondition-obtained": { from: ["running"], to: (event) => (event.complete ? "converting" : "running") },
  "expected-day-moved": { from: ["running"] },
  "simulation-terminated": { from: LIVE_RUNS, to: "terminated" },
  "simulation-ended": { from: ["running", "converting"], to: "ended" },
  "simulation-saving-measured": { from: ["converting", "ended", "terminated"] },
};

/** Whether the table lets this event happen to a simulated item in this state. */
export const canMoveSimulated = (event: SimulatedEventType, status: SimulatedStatus): boolean => SIMULATION_MOVES[event].from.includes(status);
export const canMoveRun = (event: RunEventType, status: SimulatedRunStatus): boolean => RUN_MOVES[event].from.includes(status);

/** Refuses a move the table of simulated items forbids; the facts say which act met which state. */
export const refuseSimulatedMove = (simulated: Pick<SimulatedItem, "status">, event: SimulatedEventType): Refusal | null =>
  canMoveSimulated(event, simulated.status) ? null : { code: "simulated-state-forbids", act: event, simulatedStatus: simulated.status };

/** Refuses a move the table of runs forbids. */
export const refuseRunMove = (run: Pick<SimulatedRun, "status" | "runNo">, event: RunEventType): Refusal | null =>
  canMoveRun(event, run.status) ? null : { code: "run-state-forbids", act: event, runStatus: run.status, runNo: run.runNo };

/** State after the event; throws when the table forbids it, because an event is only ever recorded after it was asked. */
export function movedSimulated(event: SimulatedItemEvent, simulated: SimulatedItem): SimulatedStatus {
  const move: Move<SimulatedStatus, never> = SIMULATION_MOVES[event.type];
  if (!move.from.includes(simulated.status)) throw new Error(`${event.type} cannot happen to a simulated item in state ${simulated.status}`);
  if (move.to === undefined) return simulated.status;
  return typeof move.to === "function" ? move.to(event as never) : move.to;
}

export function movedRun(event: Exclude<SimulationRunEvent, { type: "simulation-applied" }>, run: SimulatedRun): SimulatedRunStatus {
  const move: Move<SimulatedRunStatus, never> = RUN_MOVES[event.type];
  if (!move.from.includes(run.status)) throw new Error(`${event.type} cannot happen to ${run.runNo} in state ${run.status}`);
  if (move.to === undefined) return run.status;
  return typeof move.to === "function" ? move.to(event as never) : move.to;
}

/** Nothing of it waits for anybody any more. */
export const isLive = (simulated: Pick<SimulatedItem, "status">): boolean => LIVE.includes(simulated.status);
export const isLiveRun = (run: Pick<SimulatedRun, "status">): boolean => LIVE_RUNS.includes(run.status);
