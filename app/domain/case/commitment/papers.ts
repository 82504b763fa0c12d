import type { NoticeCommitment } from "../parts/notice-commitment";
import type { PaperSubject } from "../parts/paper";
import type { Commitment } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { checksOf, commitmentsOf } from "./reads";

type Kind = PaperSubject["kind"];

/**
 * Papers of promises: item by item those of 告知承诺, then those of each 承诺制. A letter is a paper once it is signed; a check, a
 * rectification and a breach once they are recorded.
 * @see RULES.md R-414
 */
export const commitmentPapers = (state: ProjectCase): readonly PaperSubject[] => [
  ...noticesOf(state).flatMap(noticePapers),
  ...commitmentsOf(state).flatMap((commitment) => projectPapers(state, commitment)),
];

const noticesOf = ({ noticeCommitments }: ProjectCase): readonly NoticeCommitment[] =>
  Object.values(noticeCommitments).sort((a, b) => (a.commitmentNo < b.commitmentNo ? -1 : 1));

function noticePapers(notice: NoticeCommitment): readonly PaperSubject[] {
  const own = (kind: Kind, exists: boolean): readonly PaperSubject[] => (exists ? [{ kind, subjectId: notice.id, itemId: notice.itemId }] : []);
  return [
    ...own("notice-letter", notice.signatureId !== null),
    ...own("check-record", notice.checks.length > 0),
    ...own("rectification-notice", notice.rectifyBy !== null),
    ...own("breach-decision", notice.revokedOn !== null),
  ];
}

function projectPapers(state: ProjectCase, commitment: Commitment): readonly PaperSubject[] {
  const about = (kind: Kind, subjectId: string, exists: boolean): readonly PaperSubject[] => (exists ? [{ kind, subjectId, itemId: null }] : []);
  const signed = commitment.letterSignatureId !== null && commitment.standardsOn !== null && commitment.status !== "applicable";
  return [
    ...about("commitment-letter", commitment.id, signed),
    ...about("publicity-notice", commitment.id, commitment.publicityFrom !== null),
    ...checksOf(state, commitment.id).flatMap((check) => [
      ...about("check-record", check.id, check.doneOn !== null),
      ...about("rectification-notice", check.id, check.rectifyBy !== null),
    ]),
    ...about("breach-decision", commitment.id, commitment.breachedOn !== null),
  ];
}

/** Which authority made the check a paper of the whole project is about; undefined for papers about anything else. */
export const departmentOfCheck = ({ supervisionChecks }: Pick<ProjectCase, "supervisionChecks">, { subjectId }: PaperSubject): string | undefined =>
  supervisionChecks[subjectId]?.departmentCode ?? undefined;

/** Number of the promise a paper belongs to; null for any other paper. */
export const commitmentNoOfPaper = (
  { noticeCommitments, commitments, supervisionChecks }: Pick<ProjectCase, "noticeCommitments" | "commitments" | "supervisionChecks">,
  { subjectId }: PaperSubject,
): string | null =>
  (noticeCommitments[subjectId] ?? commitments[subjectId] ?? commitments[supervisionChecks[subjectId]?.commitmentId ?? ""])?.commitmentNo ?? null;
