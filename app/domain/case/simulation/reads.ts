import type { CivilDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import { itemOf, plannedItems } from "../guards";
import { isFulfilled } from "../moves";
import type { PreconditionCode, SimulatedBasis, SimulatedItem, SimulatedOpinionNo, SimulatedRun } from "../parts/simulation";
import type { Item, ProjectCase } from "../state";
import { isLive, WITH_OPINION } from "./moves";

type Runs = Pick<ProjectCase, "runs">;
type Simulated = Pick<ProjectCase, "simulatedItems">;

/** Formal items that each missing precondition stands for: a run that may miss the one need not wait for the others. */
const WAIVES: Readonly<Record<PreconditionCode, readonly string[]>> = {
  "land-right": ["land-grant", "land-registration"],
  "farmland-conversion": ["farmland-conversion"],
  "detailed-plan": ["planning-conditions"],
  funding: [],
};

/** The run with this number; refuses when the case has none. */
export function runOf(state: Runs, runNo: string): Result<SimulatedRun> {
  const run = Object.values(state.runs).find((candidate) => candidate.runNo === runNo);
  return run ? ok(run) : refuse({ code: "run-unknown", runNo });
}

/** Runs of a case, first to last. */
export const runsOf = (state: Runs): readonly SimulatedRun[] => Object.values(state.runs).sort((a, b) => (a.runNo < b.runNo ? -1 : 1));

/** Items of a run in the order of the plan. */
export const simulatedOf = <S extends Pick<SimulatedItem, "runId" | "itemId">>(
  state: { readonly simulatedItems: Readonly<Record<string, S>> } & Pick<ProjectCase, "items">,
  runId: string,
): readonly S[] =>
  Object.values(state.simulatedItems)
    .filter((simulated) => simulated.runId === runId)
    .sort((a, b) => (state.items[a.itemId]?.ordinal ?? 0) - (state.items[b.itemId]?.ordinal ?? 0));

/** The latest simulated item of an item, whatever became of it; null when it was never simulated. */
export const latestSimulated = (state: Simulated & Runs, itemId: string): SimulatedItem | null =>
  Object.values(state.simulatedItems)
    .filter((simulated) => simulated.itemId === itemId)
    .sort((a, b) => ((state.runs[a.runId]?.runNo ?? "") < (state.runs[b.runId]?.runNo ?? "") ? 1 : -1))[0] ?? null;

/** The simulated item of an item that is still on its way; there is never more than one. */
export const liveSimulated = (state: Simulated, itemId: string): SimulatedItem | null =>
  Object.values(state.simulatedItems).find((simulated) => simulated.itemId === itemId && isLive(simulated)) ?? null;

/** An item on its simulated way is accepted formally by conversion only; ending the simulation frees it for the ordinary way. */
export function refuseUnderSimulation(state: ProjectCase, item: Pick<Item, "id" | "itemNo">): Refusal | null {
  const simulated = liveSimulated(state, item.id);
  return simulated ? { code: "item-under-simulation", itemNo: item.itemNo, runNo: state.runs[simulated.runId]?.runNo } : null;
}

export interface FoundSimulated {
  readonly item: Item;
  readonly simulated: SimulatedItem;
  readonly run: SimulatedRun;
}

/** An item and its latest simulated item: what an act on it is about. */
export function simulatedByItem(state: ProjectCase, itemNo: string): Result<FoundSimulated> {
  const found = itemOf(state, itemNo);
  if (!found.ok) return found;
  const simulated = latestSimulated(state, found.value.id);
  const run = simulated && state.runs[simulated.runId];
  return simulated && run ? ok({ item: found.value, simulated, run }) : refuse({ code: "item-not-simulated", itemNo });
}

/** What every simulated number carries, so that no reader and no rule can take it for a formal one. */
const MARK = "模拟";

/** Number of the opinion on the n-th item of a run. Made by the system: nobody types it, so nobody can type a formal one. */
export const simulatedOpinionNo = (runNo: string, n: number): SimulatedOpinionNo => `${MARK}-${runNo}-${String(n).padStart(2, "0")}` as SimulatedOpinionNo;

/** Number of the one-time notice of the simulated review of the n-th item; of the same type, so that no formal paper takes it. */
export const simulatedNoticeNo = (runNo: string, n: number): SimulatedOpinionNo => `${simulatedOpinionNo(runNo, n)}-BZ` as SimulatedOpinionNo;

/** Whether a text is, or contains, the number of a simulated paper. */
export const isSimulatedNo = (text: string): boolean => text.normalize("NFKC").replace(/\s/g, "").includes(MARK);

/** Whether an opinion still stands on that day: given, not against, not converted and not expired. */
export const opinionStands = (simulated: SimulatedItem, on: CivilDay): boolean =>
  WITH_OPINION.includes(simulated.status) && simulated.opinionOn !== null && simulated.opinionOn <= on && simulated.validTo !== null && on <= simulated.validTo;

/** Last day of the opinion among these that runs out first; null while none stands. */
export const firstValidTo = (simulated: readonly SimulatedItem[]): CivilDay | null =>
  simulated.flatMap(({ status, validTo }) => (WITH_OPINION.includes(status) && validTo !== null ? [validTo] : [])).sort()[0] ?? null;

/** What meets one prerequisite of a simulated item; null when nothing does. An opinion under conversion still stands behind its successors. */
function basisFor(state: ProjectCase, other: Item, run: SimulatedRun, on: CivilDay): SimulatedBasis | null {
  if (isFulfilled(other) && other.endedOn !== null && other.endedOn <= on) return { code: other.code, by: "formal", no: other.decisionNo };
  if (run.missing.some(({ code }) => WAIVES[code].includes(other.code))) return { code: other.code, by: "waived", no: null };
  const simulated = latestSimulated(state, other.id);
  const counts = simulated !== null && (opinionStands(simulated, on) || (simulated.status === "converted" && other.endedOn === null));
  return counts ? { code: other.code, by: "simulated", no: simulated.opinionNo } : null;
}

/**
 * What the prerequisites of a simulated item rest on by that day: a formal grant, a standing simulated opinion, or a precondition the
 * run was allowed to miss. This is the only reader of simulated results beside conversion: formal items ask `missingPrerequisites`,
 * which knows nothing of them.
 */
export function simulatedBasis(
  state: ProjectCase,
  { item, run }: Pick<FoundSimulated, "item" | "run">,
  on: CivilDay,
): { readonly basis: readonly SimulatedBasis[]; readonly missing: readonly Item[] } {
  const byCode = new Map(plannedItems(state).map((other) => [other.code, other]));
  const asked = item.prerequisites.flatMap((code) => byCode.get(code) ?? []).map((other) => ({ other, basis: basisFor(state, other, run, on) }));
  return {
    basis: asked.flatMap(({ basis }) => basis ?? []),
    missing: asked.filter(({ basis }) => basis === null).map(({ other }) => other),
  };
}
