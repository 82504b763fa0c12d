import type { Actor } from "../../domain/case/context";
import { letterNo, signableLetters } from "../../domain/case/letter";
import type { LetterKind } from "../../domain/case/parts/signature";
import { standingSignature } from "../../domain/case/signature";
import type { Services } from "../services";
import { type Signer, signersOf } from "../signing-codes";
import { caseByNumber } from "./project-case";

/** A letter that waits for the enterprise's signature. */
export interface AwaitedLetter {
  readonly kind: LetterKind;
  readonly subjectId: string;
  readonly no: string;
}

/** What a one-time code can be handed out for, and to whom. */
export interface SigningCodePage {
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly letters: readonly AwaitedLetter[];
  readonly signers: readonly Signer[];
}

/** The unsigned letters of a case and the people of its enterprise; null when the case is not there for the actor. Statements: those of the whole case and one. */
export async function signingCodePage(services: Services, actor: Actor, projectNo: string): Promise<SigningCodePage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, pack } = found;
  const { project } = state;
  return {
    projectNo: project.projectNo,
    projectName: project.name,
    enterpriseName: project.enterpriseName,
    letters: signableLetters(state, pack)
      .filter(({ kind, subjectId }) => standingSignature(state, kind, subjectId) === null)
      .map(({ kind, subjectId, letter }) => ({ kind, subjectId, no: letterNo(letter) })),
    signers: await signersOf(services, project.centreId, project.enterpriseId),
  };
}
