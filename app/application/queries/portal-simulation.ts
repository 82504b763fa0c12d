import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { MissingPrecondition, SimulatedRunStatus, SimulatedStatus } from "../../domain/case/parts/simulation";
import { standingSignature } from "../../domain/case/signature";
import { isLiveRun } from "../../domain/case/simulation-moves";
import { runsOf, simulatedOf } from "../../domain/case/simulation-reads";
import type { Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";
import type { CaseInView } from "./project-case";

/** What runs as simulated, as the investor is told it. */
export interface PortalRun {
  readonly id: string;
  readonly runNo: string;
  readonly status: SimulatedRunStatus;
  readonly live: boolean;
  /** The letter still waits for a signature. */
  readonly toSign: boolean;
  readonly signed: boolean;
  /** Preconditions still outstanding that the departments wait for. */
  readonly outstanding: readonly Pick<MissingPrecondition, "code" | "expectedOn">[];
  readonly items: readonly {
    readonly itemNo: string;
    readonly name: Words;
    readonly status: SimulatedStatus;
    readonly validTo: CivilDay | null;
    /** What must be put right, where something must. */
    readonly defects: readonly string[];
  }[];
}

const DEFECTS = { correcting: "correctionDefects", "conversion-correcting": "conversionDefects", "not-passed": "conditions" } as const;

/** The simulated runs of an own case, newest first. */
export function portalRuns({ state }: CaseInView): readonly PortalRun[] {
  return [...runsOf(state)].reverse().map((run) => {
    const signed = standingSignature(state, "simulation-risk", run.id) !== null;
    return {
      id: run.id,
      runNo: run.runNo,
      status: run.status,
      live: isLiveRun(run),
      toSign: run.status === "applied" && !signed,
      signed,
      outstanding: run.status === "running" ? run.missing.filter(({ obtainedOn }) => obtainedOn === null) : [],
      items: simulatedOf(state, run.id).flatMap((simulated) => {
        const item = state.items[simulated.itemId];
        if (!item) return [];
        const { status, validTo } = simulated;
        const defects = status in DEFECTS ? simulated[DEFECTS[status as keyof typeof DEFECTS]] : [];
        const standing = status === "opinion-given" || status === "ready" || status === "conversion-correcting";
        return [{ itemNo: item.itemNo, name: nameOf(item), status, validTo: standing ? validTo : null, defects }];
      }),
    };
  });
}

/** Things the investor can do now for its simulated runs: letters to sign, corrections, documents to present. */
export const simulationTodos = (runs: readonly PortalRun[]): number =>
  runs.reduce(
    (n, run) =>
      n +
      (run.toSign ? 1 : 0) +
      run.outstanding.length +
      run.items.filter(({ status }) => status === "correcting" || status === "conversion-correcting").length,
    0,
  );
