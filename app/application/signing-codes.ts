import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Q } from "../../db/port";
import { type CodeFor, countTry, insertCode, latestCode, spendCode } from "../../db/repositories/signing-codes";
import { uuidv7 } from "../../db/uuid";
import type { Command } from "../domain/case/commands";
import type { Actor } from "../domain/case/context";
import { letterOf, lettersOf } from "../domain/case/letter";
import type { LetterKind } from "../domain/case/parts/signature";
import { CODE_MINUTES, CODE_TRIES, type IdentityProof } from "../domain/case/parts/signing-code";
import { standingSignature } from "../domain/case/signature";
import { CODE_ALPHABET, CODE_LENGTH, deadCode, shownCode, spelledCode } from "../domain/case/signing-code";
import type { ProjectCase } from "../domain/case/state";
import { ok, type Refusal, type Result, refuse } from "../domain/result";
import { hashPassword, isPassword } from "./passwords";
import { type CaseInView, caseByNumber } from "./queries/project-case";
import type { Services } from "./services";

type SignLetter = Extract<Command, { type: "sign-letter" }>;

/** Somebody who may sign for an enterprise. */
export interface Signer {
  readonly personId: string;
  readonly name: string;
}

/** The open accounts of an enterprise, in the order of their names. 1 statement. */
export async function signersOf({ db }: Services, centreId: string, enterpriseId: string): Promise<readonly Signer[]> {
  const { enterpriseMember: m, person: p } = db.t;
  return db.q
    .select({ personId: p.id, name: p.name })
    .from(m)
    .innerJoin(p, eq(p.id, m.personId))
    .where(and(eq(m.centreId, centreId), eq(m.enterpriseId, enterpriseId), eq(p.active, true)))
    .orderBy(p.name, p.id);
}

/** A letter that waits for a signature; refuses one that is not there, is signed, or can no longer be signed. */
export function refuseCodeFor({ state, pack }: Pick<CaseInView, "state" | "pack">, letterKind: LetterKind, subjectId: string): Refusal | null {
  const rules = lettersOf(letterKind);
  if (!rules || !letterOf(letterKind, state, subjectId, pack)) return { code: "letter-unknown" };
  const signed = standingSignature(state, letterKind, subjectId);
  return signed ? { code: "letter-already-signed", name: signed.byName } : rules.refuseSigning(state, subjectId);
}

export interface HandedOut {
  /** Shown once, in two groups of four; only its hash is kept. */
  readonly code: string;
  readonly signer: string;
  readonly expiresAt: string;
}

interface Wanted {
  readonly projectNo: string;
  readonly letterKind: LetterKind;
  readonly subjectId: string;
  readonly personId: string;
  readonly proof: IdentityProof;
}

/**
 * Hands a one-time code to a person of the enterprise whose identity was checked. An earlier code of that person for that letter counts
 * no longer. Null when the case is not there for the actor.
 */
export async function issueSigningCode(services: Services, actor: Actor, wanted: Wanted): Promise<Result<HandedOut> | null> {
  const found = await caseByNumber(services, actor, wanted.projectNo);
  if (!found) return null;
  const { project } = found.state;
  const signer = (await signersOf(services, project.centreId, project.enterpriseId)).find(({ personId }) => personId === wanted.personId);
  const refusal = refuseCodeFor(found, wanted.letterKind, wanted.subjectId);
  if (refusal) return refuse({ ...refusal, field: "letter" });
  if (!signer) return refuse({ code: "not-allowed-to-sign", field: "personId", enterprise: project.enterpriseName });
  const code = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
  const issuedAt = services.now();
  const expiresAt = new Date(Date.parse(issuedAt) + CODE_MINUTES * 60_000).toISOString();
  const { letterKind, subjectId, personId, proof } = wanted;
  const stored = {
    id: uuidv7(),
    letterKind,
    subjectId,
    personId,
    codeHash: await hashPassword(code),
    proof,
    issuedById: actor.personId,
    issuedByName: actor.name,
    issuedAt,
    expiresAt,
    triesLeft: CODE_TRIES,
    usedAt: null,
  };
  const { db } = services;
  await db.tx((q) => insertCode(q, db.t, { centreId: project.centreId, projectId: project.id }, stored));
  return ok({ code: shownCode(code), signer: signer.name, expiresAt });
}

/**
 * Compares what was typed with the latest code of this person for this letter, counting the try first. A right code is not used up
 * here: the signature does that, in its own transaction.
 * @returns the id of the code, for the command
 */
export async function checkSigningCode({ db, now }: Pick<Services, "db" | "now">, wanted: CodeFor, typed: string): Promise<Result<string>> {
  const code = await latestCode(db.q, db.t, wanted);
  if (!code) return refuse({ code: "signing-code-missing", field: "signingCode" });
  const dead = deadCode(code, now());
  if (dead) return refuse({ code: dead, field: "signingCode" });
  if (!(await db.tx((q) => countTry(q, db.t, wanted.centreId, code.id)))) return refuse({ code: "signing-code-exhausted", field: "signingCode" });
  if (await isPassword(code.codeHash, spelledCode(typed))) return ok(code.id);
  const left = code.triesLeft - 1;
  return refuse(left > 0 ? { code: "signing-code-wrong", field: "signingCode", left } : { code: "signing-code-exhausted", field: "signingCode" });
}

/** The command with the name of who handed its code over; refused unless it is the latest code of this signer for this letter and unused. */
export async function withSigningCode({ db, now }: Services, q: Q, actor: Actor, command: SignLetter, { project }: ProjectCase): Promise<Result<SignLetter>> {
  if (command.method !== "one-time-code") return ok(command);
  const { letterKind, subjectId } = command;
  const code = await latestCode(q, db.t, { centreId: project.centreId, projectId: project.id, letterKind, subjectId, personId: actor.personId });
  if (!code || code.id !== command.codeId) return refuse({ code: "signing-code-missing", field: "signingCode" });
  if (code.usedAt !== null) return refuse({ code: "signing-code-used", field: "signingCode" });
  // The last try may be the right one: how many are left says nothing here.
  return code.expiresAt <= now() ? refuse({ code: "signing-code-expired", field: "signingCode" }) : ok({ ...command, checkedByName: code.issuedByName });
}

/** Uses the code of a signature up, in the transaction that records the signature. */
export async function spendSigningCode({ db, now }: Services, q: Q, actor: Actor, { method, codeId }: SignLetter): Promise<void> {
  if (method !== "one-time-code" || !codeId) return;
  if (!(await spendCode(q, db.t, actor.centreId, codeId, now()))) throw new Error("a one-time code was used twice under the lock of its case");
}
