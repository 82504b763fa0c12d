import type { EvidenceEvent } from "../domain/case/parts/evidence";
import type { Translate } from "./index";
import { pointWords } from "./point-words";

/** The sentence for a photograph or paper that was added to a check. */
export const evidenceSentence = (t: Translate, { subjectKind, commitmentNo: no, round: n, point, file }: EvidenceEvent): string =>
  t(`event.evidence-attached.${subjectKind}`, { no, n, file: file.name, ...pointWords(t, point) });
