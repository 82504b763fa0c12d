import type { Actor } from "../../domain/case/context";
import { type Letter, letterOf, lettersOf } from "../../domain/case/letter";
import type { LetterKind, Signature } from "../../domain/case/parts/signature";
import { standingSignature } from "../../domain/case/signature";
import { mayWithdraw } from "../../domain/case/simulation/available";
import { letterDigest } from "../letter-digest";
import type { Services } from "../services";
import { ownCase } from "./portal-case";
import { type MovedDay, movedDays } from "./portal-simulation";
import type { CaseInView } from "./project-case";

const KINDS: readonly LetterKind[] = ["simulation-risk", "notice-commitment", "project-commitment"];

/** A letter as the enterprise reads and signs it. */
export interface LetterPage {
  readonly projectNo: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly version: number;
  readonly kind: LetterKind;
  readonly subjectId: string;
  readonly letter: Letter;
  /** sha-256 of what is shown; what is signed is compared with it. */
  readonly digest: string;
  readonly signature: Signature | null;
  /** Given earlier and taken back or overtaken, newest first. */
  readonly earlier: readonly Signature[];
  /** It says something else since the standing signature was given. */
  readonly outdated: boolean;
  readonly maySign: boolean;
  readonly mayWithdraw: boolean;
  /** The simulated run the letter is about; null for other letters. */
  readonly run: { readonly runNo: string; readonly mayLeave: boolean; readonly moved: readonly MovedDay[] } | null;
  readonly signer: string;
}

/** The letter with this address in an own project; null when it is not there or another's. */
export async function letterPage(
  services: Services,
  actor: Actor,
  asked: { readonly projectNo: string; readonly kind: string; readonly subjectId: string },
): Promise<{ readonly page: LetterPage; readonly found: CaseInView } | null> {
  const kind = KINDS.find((one) => one === asked.kind);
  const found = kind && (await ownCase(services, actor, asked.projectNo));
  if (!kind || !found) return null;
  const { state, pack } = found;
  const { subjectId } = asked;
  const letter = letterOf(kind, state, subjectId, pack);
  const rules = lettersOf(kind);
  if (!letter || !rules) return null;
  const signature = standingSignature(state, kind, subjectId);
  const run = kind === "simulation-risk" ? state.runs[subjectId] : undefined;
  const page: LetterPage = {
    projectNo: state.project.projectNo,
    projectId: state.project.id,
    projectName: state.project.name,
    version: state.project.version,
    kind,
    subjectId,
    letter,
    digest: letterDigest(letter),
    signature,
    outdated: signature !== null && signature.digest !== letterDigest(letter),
    earlier: Object.values(state.signatures)
      .filter((one) => one.letterKind === kind && one.subjectId === subjectId && one.withdrawnOn !== null)
      .sort((a, b) => (a.signedAt < b.signedAt ? 1 : -1)),
    maySign: signature === null && rules.refuseSigning(state, subjectId) === null,
    mayWithdraw: signature !== null && rules.refuseWithdrawing(state, subjectId) === null,
    run: run ? { runNo: run.runNo, mayLeave: mayWithdraw(state, run), moved: movedDays(run) } : null,
    signer: actor.name,
  };
  return { page, found };
}
