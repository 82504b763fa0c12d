import { canonicalJson, sha256 } from "../../db/canonical";
import type { Command } from "../domain/case/commands";
import { type Letter, letterOf } from "../domain/case/letter";
import type { LetterFacts } from "../domain/case/letter-head";
import type { ProjectCase } from "../domain/case/state";
import type { Pack } from "../domain/pack/pack";

type SignLetter = Extract<Command, { type: "sign-letter" }>;

/** What a signature is given over: sha-256 of the canonical text of the letter's facts. */
export const letterDigest = (letter: Letter): string => sha256(canonicalJson(letter));

/** The command with the digest of the letter as the locked case gives it now, whatever the page said. */
export function withLetterDigest(command: SignLetter, state: ProjectCase, pack: Pack): SignLetter {
  const letter = letterOf(command.letterKind, state, command.subjectId, pack);
  return { ...command, digest: letter === null ? "" : letterDigest(letter) };
}

/** Signatures of a case that stand although their letter says something else by now. */
export const outdatedSignatures = (state: LetterFacts & Pick<ProjectCase, "signatures">, pack: Pack): readonly string[] =>
  Object.values(state.signatures)
    .filter(({ withdrawnOn, letterKind, subjectId, digest }) => {
      const letter = withdrawnOn === null ? letterOf(letterKind, state, subjectId, pack) : null;
      return letter !== null && letterDigest(letter) !== digest;
    })
    .map(({ id }) => id);
