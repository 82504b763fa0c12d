import type { PaperSubject } from "../parts/paper";
import type { SimulatedRun, SimulatedStatus } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { runsOf, simulatedOf } from "./reads";

/** Ends that take an opinion away: the notice says which and why. What a terminated run took along is told by the notice of the run. */
const TAKEN_AWAY: readonly SimulatedStatus[] = ["lapsed", "void", "ordinary"];

/**
 * Papers of simulated runs, run by run: the letter once it is signed, the refusal or the early end of the run, then item by item the
 * one-time notice, the opinion, what exchanged it for a formal acceptance, or what took it away. No other function makes subjects of these kinds.
 * @see RULES.md R-410
 */
export function simulationPapers(state: ProjectCase): readonly PaperSubject[] {
  return runsOf(state).flatMap((run): readonly PaperSubject[] => {
    const own = (kind: PaperSubject["kind"], exists: boolean): readonly PaperSubject[] => (exists ? [{ kind, subjectId: run.id, itemId: null }] : []);
    return [
      ...own("simulation-letter", run.letterSignatureId !== null),
      ...own("simulation-refusal", run.status === "not-accepted"),
      ...own("simulation-end", run.status === "terminated"),
      ...simulatedOf(state, run.id).flatMap((simulated) => {
        const about = (kind: PaperSubject["kind"], exists: boolean): readonly PaperSubject[] =>
          exists ? [{ kind, subjectId: simulated.id, itemId: simulated.itemId }] : [];
        return [
          ...about("simulated-correction", simulated.correctionOn !== null),
          ...about("simulated-opinion", simulated.opinionNo !== null),
          ...about("conversion-certificate", simulated.convertedOn !== null),
          ...about("simulation-end", TAKEN_AWAY.includes(simulated.status)),
        ];
      }),
    ];
  });
}

/** The run a paper of the simulated way belongs to; null for any other paper. */
export const runOfPaper = ({ runs, simulatedItems }: Pick<ProjectCase, "runs" | "simulatedItems">, { subjectId }: PaperSubject): SimulatedRun | null =>
  runs[subjectId] ?? runs[simulatedItems[subjectId]?.runId ?? ""] ?? null;
