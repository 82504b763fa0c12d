import { may } from "../access/permissions";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { CommandType } from "./commands";
import { canMoveCommitment } from "./commitment/moves";
import { isCheckable, looksMade } from "./commitment/next";
import { standardsOf } from "./commitment/reads";
import { refuseForeign, refuseOwn } from "./commitment/start";
import type { Actor, Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, refuseBlank, refuseOtherDepartment } from "./guards";
import { canMoveNotice } from "./notice-commitment/moves";
import type { EvidenceCommand, EvidenceEvent, EvidenceFile, EvidenceKind, EvidenceOf } from "./parts/evidence";
import type { NoticeCommitment } from "./parts/notice-commitment";
import type { CheckPoint, Commitment, SupervisionCheck } from "./parts/project-commitment";
import type { ProjectCase } from "./state";

type Held = Pick<ProjectCase, "evidenceFiles">;
type Checks = Pick<ProjectCase, "noticeCommitments" | "supervisionChecks" | "commitments">;

/** Most files of one check. */
export const MOST_EVIDENCE = 30;
const DIGEST = /^[0-9a-f]{64}$/;
/** Stands for the name of a file that the reader may not see. */
const NAME_HIDDEN = "…";

/** The act that records what the file is evidence of: who may do the one may add the other. */
const RECORDED_BY: Readonly<Record<EvidenceKind, CommandType>> = {
  "notice-check": "record-notice-check",
  "supervision-check": "record-check",
  rectification: "recheck-rectification",
};

/** Files of one check, first to last. */
export const evidenceOf = ({ evidenceFiles }: Held, { subjectKind, subjectId, round }: EvidenceOf): readonly EvidenceFile[] =>
  Object.values(evidenceFiles)
    .filter((file) => file.subjectKind === subjectKind && file.subjectId === subjectId && file.round === round)
    .sort((a, b) => (a.addedAt === b.addedAt ? (a.id < b.id ? -1 : 1) : a.addedAt < b.addedAt ? -1 : 1));

/** Where a check stands: made already, still to be made, or over without ever being made. */
interface Standing {
  readonly commitmentNo: string;
  readonly itemId: string | null;
  readonly point: CheckPoint | null;
  readonly recorded: boolean;
  /** Why no file may be added now, whoever asks. */
  readonly refusal: Refusal | null;
}

function ofNotice(notice: NoticeCommitment, round: number): Standing | null {
  const { commitmentNo, itemId, checks, status } = notice;
  const recorded = round <= checks.length;
  if (!Number.isInteger(round) || round < 1 || round > checks.length + 1) return null;
  const closed = status === "revoked" || status === "lapsed";
  const refusal: Refusal | null = closed
    ? { code: "evidence-closed", commitmentNo }
    : recorded || canMoveNotice("notice-commitment-checked", status)
      ? null
      : { code: "evidence-not-now", commitmentNo };
  return { commitmentNo, itemId, point: null, recorded, refusal };
}

/** The check at a point is made once; what is to be put right is looked at again each time more time was given. */
function ofCheck(state: Checks, check: SupervisionCheck, commitment: Commitment, { subjectKind, round }: EvidenceOf): Standing | null {
  const rectification = subjectKind === "rectification";
  const looks = looksMade(check);
  if (!Number.isInteger(round) || round < 1 || round > (rectification ? looks + 1 : 1)) return null;
  const { commitmentNo, status } = commitment;
  const recorded = rectification ? round <= looks : check.doneOn !== null;
  const closed = status === "breached" || status === "exited" || check.status === "lapsed";
  const open = rectification
    ? check.status === "rectifying" && canMoveCommitment("rectification-checked", status)
    : isCheckable(state, commitment, check) && canMoveCommitment("supervision-check-recorded", status);
  const refusal: Refusal | null = closed ? { code: "evidence-closed", commitmentNo } : recorded || open ? null : { code: "evidence-not-now", commitmentNo };
  return { commitmentNo, itemId: null, point: check.point, recorded, refusal };
}

/** The check a file is about; null when the case has none such. */
function standingOf(state: Checks, of: EvidenceOf): Standing | null {
  const { subjectKind, subjectId, round } = of;
  if (subjectKind === "notice-check") {
    const notice = state.noticeCommitments[subjectId];
    return notice ? ofNotice(notice, round) : null;
  }
  const check = state.supervisionChecks[subjectId];
  const commitment = check && state.commitments[check.commitmentId];
  return check && commitment ? ofCheck(state, check, commitment, of) : null;
}

/** Whether the case has this check, made or to come. */
export const isCheckOfCase = (state: Checks, of: EvidenceOf): boolean => standingOf(state, of) !== null;

/** Whether the check a file is about was made: before that its files lie ready for it. */
export const isCheckRecorded = (state: Checks, of: EvidenceOf): boolean => standingOf(state, of)?.recorded === true;

type Asked = Checks & Pick<ProjectCase, "items" | "standards">;

/** Only who may record the check adds to what it rests on: the own department's, and never for a promise one proposed. Says who they are not. */
export function refuseAttachingBy(state: Asked, { subjectKind, subjectId }: EvidenceOf, context: Pick<Context, "actor">): Refusal | null {
  const { actor } = context;
  if (!may(actor, RECORDED_BY[subjectKind])) return { code: "not-allowed-role", role: actor.role, act: "attach-evidence" };
  const notice = state.noticeCommitments[subjectId];
  if (notice) return refuseOtherDepartment(state.items[notice.itemId]?.departmentCode ?? "", context);
  const commitment = state.commitments[state.supervisionChecks[subjectId]?.commitmentId ?? ""];
  return commitment ? firstRefusal(refuseOwn(commitment, context), refuseForeign(state, commitment, context)) : null;
}

/** Whether this person could add a file to this check now. */
export function mayAttachEvidence(state: Asked, of: EvidenceOf, actor: Actor): boolean {
  const standing = standingOf(state, of);
  return standing !== null && standing.refusal === null && refuseAttachingBy(state, of, { actor }) === null;
}

/**
 * Adds a photograph or paper to a check: before it is recorded, so that the record rests on it, or afterwards, marked as such. A ruling
 * that a promise was broken closes the file: what it rests on stays as it was, and nothing is ever taken out.
 * @see RULES.md
 */
export function attachEvidence(state: ProjectCase, command: EvidenceCommand, context: Context): Result<readonly CaseEvent[]> {
  const { subjectKind, subjectId, round } = command;
  const { digest, name, bytes, mediaType } = command.file;
  const standing = standingOf(state, command);
  if (!standing) return refuse({ code: "evidence-subject-unknown" });
  const there = evidenceOf(state, command);
  const same = there.find((file) => file.digest === digest);
  const refusal = firstRefusal(
    refuseAttachingBy(state, command, context),
    standing.refusal,
    refuseBlank(name, "file"),
    !DIGEST.test(digest) || bytes <= 0 ? { code: "file-not-stored", field: "file" } : null,
    same ? { code: "evidence-already-there", field: "file", name: same.name } : null,
    there.length >= MOST_EVIDENCE ? { code: "evidence-too-many", field: "file", most: MOST_EVIDENCE } : null,
  );
  if (refusal) return refuse(refusal);
  const { commitmentNo, itemId, point, recorded: afterwards } = standing;
  const { actor, now: addedAt, today: on, newId } = context;
  return ok([
    {
      type: "evidence-attached",
      evidenceId: newId(),
      ...{ subjectKind, subjectId, round, commitmentNo, itemId, point, afterwards, addedAt, on },
      file: { digest, name, bytes, mediaType },
      byId: actor.personId,
      byName: actor.name,
    },
  ]);
}

/** The case after a file was added to a check. */
export function evolveEvidence(state: ProjectCase, event: EvidenceEvent): ProjectCase {
  const { evidenceId: id, subjectKind, subjectId, round, file, on: addedOn, addedAt, afterwards, byId, byName } = event;
  const { digest, name, bytes, mediaType } = file;
  const added: EvidenceFile = { id, subjectKind, subjectId, round, digest, name, bytes, mediaType, addedOn, addedAt, afterwards, byId, byName };
  return { ...state, evidenceFiles: { ...state.evidenceFiles, [id]: added } };
}

/**
 * Whether this person may see a file of a case that is theirs to see: the enterprise sees what was checked, not what lies ready for a
 * check nobody has made; a reviewer sees that of the own department's items, of promises it set a standard of and of checks it made.
 * @see RULES.md R-462
 */
export function maySeeEvidence(state: Asked, of: EvidenceOf, actor: Actor): boolean {
  if (actor.role === "investor") return isCheckRecorded(state, of);
  if (actor.role !== "reviewer") return true;
  const own = actor.departmentCode;
  if (own === null) return false;
  const notice = of.subjectKind === "notice-check" ? state.noticeCommitments[of.subjectId] : undefined;
  if (notice) return state.items[notice.itemId]?.departmentCode === own;
  const check = state.supervisionChecks[of.subjectId];
  return check !== undefined && (check.departmentCode === own || standardsOf(state, check.commitmentId).some(({ departmentCode }) => departmentCode === own));
}

/**
 * What happened as this person may read it: of a file that is not theirs to see that one was added, not which.
 * @see RULES.md R-462
 */
export function asReadBy(state: Asked, event: CaseEvent, actor: Actor): CaseEvent {
  if (event.type !== "evidence-attached" || maySeeEvidence(state, event, actor)) return event;
  return { ...event, file: { ...event.file, name: NAME_HIDDEN, digest: "" } };
}
