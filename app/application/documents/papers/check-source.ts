import type { NoticeCommitment } from "../../../domain/case/parts/notice-commitment";
import type { Commitment, SupervisionCheck } from "../../../domain/case/parts/project-commitment";
import type { Labelled } from "../../../pdf/sections";
import { itemFacts, itemOfPaper, type PaperSource, projectFacts } from "./source";

/** What a paper about a check, a rectification or a breach is about: the promise of one item, or of the whole project. */
export type Promised =
  | { readonly of: "item"; readonly notice: NoticeCommitment; readonly commitmentNo: string; readonly body: string }
  | { readonly of: "project"; readonly commitment: Commitment; readonly check: SupervisionCheck | null; readonly commitmentNo: string; readonly body: string };

/** Finds it, with the name of the authority that speaks: the department of the item or of the check, else the centre. */
export function promisedOf({ state, subject, names, centre }: PaperSource): Promised {
  const notice = state.noticeCommitments[subject.subjectId];
  if (notice) return { of: "item", notice, commitmentNo: notice.commitmentNo, body: names.department(notice.departmentCode) };
  const check = state.supervisionChecks[subject.subjectId] ?? null;
  const commitment = state.commitments[check?.commitmentId ?? subject.subjectId];
  if (!commitment) throw new Error(`${subject.kind} names a promise the case does not have`);
  const code = check?.departmentCode ?? null;
  return { of: "project", commitment, check, commitmentNo: commitment.commitmentNo, body: code === null ? centre : names.department(code) };
}

/** Rows at the head of such a paper. */
export const promisedFacts = (source: PaperSource, promised: Promised): readonly Labelled[] => [
  ...(promised.of === "item" ? itemFacts(source, itemOfPaper(source)) : projectFacts(source)),
  { label: source.t("paper.fact.commitment-no"), value: promised.commitmentNo, wide: promised.of === "item" },
];
