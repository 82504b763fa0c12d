import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import { withPromise } from "./commitment/promised";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, refuseBlank } from "./guards";
import { letterOf, lettersOf } from "./letter";
import { type LetterKind, type Signature, type SignatureCommand, type SignatureEvent, sameName } from "./parts/signature";
import type { ProjectCase } from "./state";

type Of<T extends SignatureCommand["type"]> = Extract<Command, { type: T }>;
type Signed = Pick<ProjectCase, "signatures">;

/** The signature of a letter that stands: given and not taken back. */
export const standingSignature = (state: Signed, letterKind: LetterKind, subjectId: string): Signature | null =>
  Object.values(state.signatures).find((one) => one.letterKind === letterKind && one.subjectId === subjectId && one.withdrawnOn === null) ?? null;

/**
 * Refuses to decide on a letter that nobody signed, or that says something else by now: name, site, items and days are part of what
 * was promised, so the enterprise signs again.
 * @param unsigned refusal where no signature stands
 * @see RULES.md R-445
 */
export function refuseUnsigned(state: Signed, letterKind: LetterKind, subjectId: string, context: Context, unsigned: Refusal): Refusal | null {
  const signature = standingSignature(state, letterKind, subjectId);
  if (!signature) return unsigned;
  return context.outdatedSignatures?.includes(signature.id) ? { code: "signed-letter-outdated", name: signature.typedName } : null;
}

/** Only people of the enterprise sign for it; nobody else's name stands under its promises. */
export const refuseStranger = ({ project }: ProjectCase, { actor }: Context): Refusal | null =>
  actor.enterpriseIds.includes(project.enterpriseId) ? null : { code: "not-allowed-to-sign", enterprise: project.enterpriseName };

/**
 * Only the legal representative signs as such, where the case names one; anybody else says by which paper the enterprise lets them sign.
 * @see RULES.md R-464 (民法典 art. 61, 165)
 */
function refuseCapacity({ project }: Pick<ProjectCase, "project">, { capacity, typedName, authorisation }: Of<"sign-letter">): Refusal | null {
  if (capacity === "authorised") return refuseBlank(authorisation, "authorisation");
  const { legalRepresentative } = project;
  return legalRepresentative === null || sameName(typedName, legalRepresentative)
    ? null
    : { code: "signer-not-representative", field: "capacity", name: legalRepresentative };
}

/**
 * Signs a letter for the enterprise: typed name and a proof of identity at that moment, over exactly the text that was shown. A letter
 * is signed once; one that changed since it was shown is refused, and so is one whose time has passed.
 * @param command.digest of the letter as it is now, taken from the case by `execute` under its lock
 */
export function signLetter(state: ProjectCase, command: Of<"sign-letter">, context: Context): Result<readonly CaseEvent[]> {
  const { letterKind, subjectId, shownDigest, digest, typedName, capacity, method, address, codeId = null, checkedByName = null } = command;
  const rules = lettersOf(letterKind);
  if (!rules || !letterOf(letterKind, state, subjectId, context.pack)) return refuse({ code: "letter-unknown" });
  const signed = standingSignature(state, letterKind, subjectId);
  const { actor } = context;
  const refusal = firstRefusal(
    refuseStranger(state, context),
    signed ? { code: "letter-already-signed", name: signed.byName } : null,
    rules.refuseSigning(state, subjectId),
    shownDigest === digest ? null : { code: "letter-changed" },
    refuseBlank(typedName, "typedName"),
    sameName(typedName, actor.name) ? null : { code: "typed-name-differs", field: "typedName", name: actor.name },
    refuseCapacity(state, command),
    method === "one-time-code" && (codeId === null || checkedByName === null) ? { code: "signing-code-missing", field: "signingCode" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "letter-signed",
      letterKind,
      subjectId,
      signatureId: context.newId(),
      digest,
      typedName: typedName.trim(),
      capacity,
      authorisation: capacity === "authorised" ? (command.authorisation ?? "").trim() : null,
      method,
      signedAt: context.now,
      address,
      ...(method === "one-time-code" ? { checkedByName } : {}),
      on: context.today,
      byId: actor.personId,
      byName: actor.name,
    },
  ]);
}

/** The enterprise takes its signature back while nothing was decided on the strength of it. */
export function withdrawLetter(state: ProjectCase, command: Of<"withdraw-letter">, context: Context): Result<readonly CaseEvent[]> {
  const { letterKind, subjectId, reason } = command;
  const rules = lettersOf(letterKind);
  if (!rules || !letterOf(letterKind, state, subjectId, context.pack)) return refuse({ code: "letter-unknown" });
  const signed = standingSignature(state, letterKind, subjectId);
  const refusal = firstRefusal(refuseStranger(state, context), rules.refuseWithdrawing(state, subjectId), refuseBlank(reason, "reason"));
  if (refusal) return refuse(refusal);
  if (!signed) return refuse({ code: "letter-not-signed" });
  const { actor, today } = context;
  return ok([{ type: "letter-withdrawn", letterKind, subjectId, signatureId: signed.id, reason, on: today, byId: actor.personId, byName: actor.name }]);
}

export const isSignatureEvent = (event: CaseEvent): event is SignatureEvent => event.type === "letter-signed" || event.type === "letter-withdrawn";

/** The subject of a letter carries the signature that stands for it. */
function withSubject(state: ProjectCase, event: SignatureEvent, letterSignatureId: string | null): ProjectCase {
  const { letterKind, subjectId } = event;
  if (event.letterKind === "project-commitment") return withPromise(state, event, letterSignatureId);
  const run = letterKind === "simulation-risk" ? state.runs[subjectId] : undefined;
  return run ? { ...state, runs: { ...state.runs, [run.id]: { ...run, letterSignatureId } } } : state;
}

/** The case after a letter was signed or a signature taken back. */
export function evolveSignature(state: ProjectCase, event: SignatureEvent): ProjectCase {
  if (event.type === "letter-withdrawn") {
    const signature = state.signatures[event.signatureId];
    if (!signature) throw new Error("letter-withdrawn names a signature the case does not have");
    const withdrawn = { ...signature, withdrawnOn: event.on, withdrawnReason: event.reason };
    return withSubject({ ...state, signatures: { ...state.signatures, [signature.id]: withdrawn } }, event, null);
  }
  const { signatureId: id, letterKind, subjectId, digest, typedName, capacity = null, authorisation = null, method, signedAt, address } = event;
  const { checkedByName = null, byId, byName } = event;
  const signature: Signature = {
    id,
    letterKind,
    subjectId,
    digest,
    typedName,
    capacity,
    authorisation,
    method,
    signedAt,
    address,
    checkedByName,
    byId,
    byName,
    withdrawnOn: null,
    withdrawnReason: null,
  };
  return withSubject({ ...state, signatures: { ...state.signatures, [id]: signature } }, event, id);
}
