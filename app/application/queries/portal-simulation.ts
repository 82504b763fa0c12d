import type { CivilDay } from "../../domain/calendar/calendar-date";
import { runSteps } from "../../domain/case/next-steps/of-run";
import type { PreconditionCode, SimulatedEndCause, SimulatedRun, SimulatedRunStatus, SimulatedStatus } from "../../domain/case/parts/simulation";
import { standingSignature } from "../../domain/case/signature";
import { mayWithdraw } from "../../domain/case/simulation/available";
import { isLiveRun } from "../../domain/case/simulation/moves";
import { runsOf, simulatedOf } from "../../domain/case/simulation/reads";
import { readSimulated } from "../../domain/clock/simulated-clock";
import type { Words } from "../../domain/pack/pack";
import { outdatedSignatures } from "../letter-digest";
import { nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";
import { type DueItem, type SimulationDue, simulationDues } from "./simulation-due";

/** A precondition whose expected day is another than its letter says. */
export interface MovedDay {
  readonly precondition: PreconditionCode;
  /** The day of the letter. */
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly reason: string;
}

export const movedDays = ({ missing }: Pick<SimulatedRun, "missing">): readonly MovedDay[] =>
  missing.flatMap(({ code, expectedOn, moved }) => {
    const last = moved?.at(-1);
    return last ? [{ precondition: code, from: expectedOn, to: last.to, reason: last.reason }] : [];
  });

/** What runs as simulated, as the investor is told it. */
export interface PortalRun {
  readonly id: string;
  readonly runNo: string;
  readonly status: SimulatedRunStatus;
  readonly live: boolean;
  /** The letter still waits for a signature. */
  readonly toSign: boolean;
  readonly signed: boolean;
  /** The letter says something else since it was signed: it is taken back and signed as it is now before anybody rules on it. */
  readonly outdated: boolean;
  /** The enterprise may leave the whole run: no opinion was given yet. */
  readonly mayLeave: boolean;
  /** Expected days that moved since the letter was signed, precondition by precondition. */
  readonly moved: readonly MovedDay[];
  /** Who does what next, earliest first. */
  readonly steps: readonly StepView[];
  /** What the run asks of the investor today. */
  readonly dues: readonly SimulationDue[];
  readonly items: readonly {
    readonly itemNo: string;
    readonly name: Words;
    readonly status: SimulatedStatus;
    /** Last day of an opinion that stands. */
    readonly validTo: CivilDay | null;
    /** By when the window exchanges it for a formal acceptance; null while something is still before that. */
    readonly convertBy: CivilDay | null;
    /** Why it ended, where it ended without becoming formal. */
    readonly endCause: SimulatedEndCause | null;
    /** What must be put right, where something must. */
    readonly defects: readonly string[];
  }[];
}

const DEFECTS = { correcting: "correctionDefects", "conversion-correcting": "conversionDefects", "not-passed": "conditions" } as const;

/** The simulated runs of an own case, newest first. */
export function portalRuns(found: CaseInView): readonly PortalRun[] {
  const { state, pack, calendar, today } = found;
  const changed = outdatedSignatures(state, pack);
  return [...runsOf(state)].reverse().map((run) => {
    const signed = standingSignature(state, "simulation-risk", run.id) !== null;
    const steps = runSteps(state, run, pack, calendar, today, changed);
    const simulated = simulatedOf(state, run.id).flatMap((one) => {
      const item = state.items[one.itemId];
      return item ? [{ one, item }] : [];
    });
    return {
      id: run.id,
      runNo: run.runNo,
      status: run.status,
      live: isLiveRun(run),
      toSign: run.status === "applied" && !signed,
      signed,
      outdated: steps.some(({ code }) => code === "run-sign-anew"),
      mayLeave: mayWithdraw(state, run),
      moved: movedDays(run),
      steps: viewSteps(found, steps),
      dues: simulationDues(
        run,
        simulated.map(({ one, item }): DueItem => ({ ...one, name: nameOf(item) })),
        today,
      ),
      items: simulated.map(({ one, item }) => {
        const { status, validTo } = one;
        const standing = status === "opinion-given" || status === "ready" || status === "conversion-correcting";
        return {
          itemNo: item.itemNo,
          name: nameOf(item),
          status,
          validTo: standing ? validTo : null,
          convertBy: standing ? (readSimulated(state, one, pack, calendar, today).conversion?.reading.dueOn ?? null) : null,
          endCause: one.endCause,
          defects: status in DEFECTS ? one[DEFECTS[status as keyof typeof DEFECTS]] : [],
        };
      }),
    };
  });
}

/** Things a simulated run asks of the investor now: letters to sign, corrections, documents to present, days that run out. */
export const simulationTodos = (runs: readonly PortalRun[]): number => runs.reduce((n, run) => n + (run.toSign || run.outdated ? 1 : 0) + run.dues.length, 0);
