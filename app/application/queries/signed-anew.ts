import type { LetterFacts } from "../../domain/case/letter-head";
import { beforeRuling } from "../../domain/case/next-steps/of-run";
import type { Item } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import { byId } from "../by-id";
import { outdatedSignatures } from "../letter-digest";
import type { WaitingParts } from "./portal-waiting";

type SignedParts = Pick<WaitingParts, "runs" | "simulated" | "notices" | "letters" | "signatures"> & {
  readonly project: LetterFacts["project"];
  readonly items: readonly Item[];
};

/**
 * Ids of the runs, notice commitments and project commitments whose letter says something else since it was signed, and which the
 * enterprise can still take back: told from the rows that wait, without the whole case. No statement.
 * @see RULES.md
 */
export function signedAnew({ project, items, runs, simulated, notices, letters, signatures }: SignedParts, pack: Pack): ReadonlySet<string> {
  const facts = {
    project,
    items: byId(items),
    runs: byId(runs.filter(({ status }) => status === "applied")),
    simulatedItems: byId(simulated),
    noticeCommitments: byId(notices.filter(({ status }) => status === "signed")),
    commitments: byId(letters.map(({ commitment }) => commitment)),
    standards: byId(letters.flatMap(({ standard }) => standard ?? [])),
    signatures: byId(signatures),
  };
  const outdated = outdatedSignatures(facts, pack);
  const subjects = new Set(outdated.map((id) => facts.signatures[id]?.subjectId ?? ""));
  const waits = Object.values(facts.runs).filter((run) => beforeRuling(facts, run, outdated).code !== "run-sign-anew");
  for (const { id } of waits) subjects.delete(id);
  return subjects;
}
