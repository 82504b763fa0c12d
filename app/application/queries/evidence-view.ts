import { loadCase } from "../../../db/repositories/case-rows";
import { maySee, SCOPE } from "../../domain/access/scope";
import { looksMade } from "../../domain/case/commitment/next";
import type { Actor } from "../../domain/case/context";
import { evidenceOf, isCheckOfCase, isCheckRecorded, mayAttachEvidence, maySeeEvidence, refuseAttachingBy } from "../../domain/case/evidence";
import { type EvidenceFile, type EvidenceKind, type EvidenceOf, isEvidenceKind } from "../../domain/case/parts/evidence";
import type { NoticeCommitment } from "../../domain/case/parts/notice-commitment";
import type { CheckPoint, SupervisionCheck } from "../../domain/case/parts/project-commitment";
import type { Words } from "../../domain/pack/pack";
import type { Refusal } from "../../domain/result";
import type { Services } from "../services";
import { nameOf } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** A file of a check as a page lists it. */
type EvidenceView = Pick<EvidenceFile, "id" | "name" | "bytes" | "digest" | "addedAt" | "byName" | "afterwards">;

/** The files of one check that this person may see, and whether they may add one. */
export interface EvidenceGroup extends EvidenceOf {
  readonly point: CheckPoint | null;
  readonly recorded: boolean;
  readonly mayAdd: boolean;
  readonly files: readonly EvidenceView[];
}

function groupOf({ state, actor }: CaseInView, of: EvidenceOf, point: CheckPoint | null): EvidenceGroup {
  const files = evidenceOf(state, of).filter((file) => maySeeEvidence(state, file, actor));
  return {
    ...of,
    point,
    recorded: isCheckRecorded(state, of),
    mayAdd: mayAttachEvidence(state, of, actor),
    files: files.map(({ id, name, bytes, digest, addedAt, byName, afterwards }) => ({ id, name, bytes, digest, addedAt, byName, afterwards })),
  };
}

/** Checks of which there is something to show or to do. */
const worthShowing = ({ files, mayAdd }: EvidenceGroup): boolean => files.length > 0 || mayAdd;

/** Files of the checks on the promise of one item, check by check, with those that lie ready for the next. */
export const noticeEvidence = (found: CaseInView, { id: subjectId, checks }: NoticeCommitment): readonly EvidenceGroup[] =>
  Array.from({ length: checks.length + 1 }, (_, index) => groupOf(found, { subjectKind: "notice-check", subjectId, round: index + 1 }, null)).filter(
    worthShowing,
  );

/** Files of a check at a supervision point, then those of what was put right, look by look, with those that lie ready for the next. */
export function checkEvidence(found: CaseInView, check: SupervisionCheck): readonly EvidenceGroup[] {
  const { id: subjectId, point } = check;
  const looks = Array.from({ length: looksMade(check) + 1 }, (_, index) => ({ subjectKind: "rectification", subjectId, round: index + 1 }) as const);
  return [{ subjectKind: "supervision-check", subjectId, round: 1 } as const, ...looks].map((of) => groupOf(found, of, point)).filter(worthShowing);
}

/** The page on which a file is added to a check. */
export interface EvidencePage {
  readonly head: ProjectHead;
  readonly group: EvidenceGroup;
  readonly commitmentNo: string;
  /** The item of a promise about one item; null for that of the whole project. */
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  /** Why this person adds to no such check, whenever they ask. */
  readonly refusal: Refusal | null;
}

interface Asked {
  readonly projectNo: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly round: number;
}

/** The check with this address; null when the case has none, or it is not this person's to see. */
export async function evidencePage(services: Services, actor: Actor, { projectNo, kind, subjectId, round }: Asked): Promise<EvidencePage | null> {
  const found = isEvidenceKind(kind) ? await caseByNumber(services, actor, projectNo) : null;
  return found && isEvidenceKind(kind) ? pageOf(found, kind, subjectId, round) : null;
}

function pageOf(found: CaseInView, subjectKind: EvidenceKind, subjectId: string, round: number): EvidencePage | null {
  const { state, actor } = found;
  const of = { subjectKind, subjectId, round };
  if (!isCheckOfCase(state, of)) return null;
  const page = (point: CheckPoint | null) => ({ head: headOf(found), group: groupOf(found, of, point), refusal: refuseAttachingBy(state, of, { actor }) });
  if (subjectKind === "notice-check") {
    const notice = state.noticeCommitments[subjectId];
    const item = notice && state.items[notice.itemId];
    if (!notice || !item) return null;
    if (actor.role === "reviewer" && actor.departmentCode !== item.departmentCode) return null;
    return { ...page(null), commitmentNo: notice.commitmentNo, item: { itemNo: item.itemNo, name: nameOf(item) } };
  }
  const check = state.supervisionChecks[subjectId];
  const commitment = check && state.commitments[check.commitmentId];
  return check && commitment ? { ...page(check.point), commitmentNo: commitment.commitmentNo, item: null } : null;
}

/** What tells whose a file of a check is to see. */
const PARTS = [...SCOPE, "evidenceFiles", "noticeCommitments", "commitments", "supervisionChecks"] as const;

/**
 * The file with this id when it is evidence in this case and this person's to see; else null, as if there were none. 2 statements.
 */
export async function evidenceFile({ db }: Services, actor: Actor, projectNo: string, id: string): Promise<EvidenceFile | null> {
  const loaded = await loadCase(db, actor.centreId, { projectNo }, PARTS);
  const file = loaded?.state.evidenceFiles[id];
  return loaded && file && maySee(actor, loaded.state) && maySeeEvidence(loaded.state, file, actor) ? file : null;
}
