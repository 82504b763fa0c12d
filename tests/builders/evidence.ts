import type { Command } from "../../app/domain/case/commands";
import type { EvidenceFile, EvidenceOf } from "../../app/domain/case/parts/evidence";

/** A stored photograph; every number another content. */
export const aPhotograph = (n: number, name = `现场照片 ${n}.jpg`) => ({
  digest: String(n).padStart(64, "0"),
  name,
  bytes: 240_000 + n,
  mediaType: "image/jpeg",
});

export const attaching = (of: EvidenceOf, n: number): Extract<Command, { type: "attach-evidence" }> => ({
  type: "attach-evidence",
  ...of,
  file: aPhotograph(n),
});

/** A photograph of a check, with every field filled. */
export const anEvidenceRow = (id: string, subjectId: string, says: Partial<EvidenceFile> = {}): EvidenceFile => ({
  id,
  subjectKind: "supervision-check",
  subjectId,
  round: 1,
  ...aPhotograph(7, "“消防通道”.jpg"),
  addedOn: "2026-09-02",
  addedAt: "2026-09-02T02:03:04.567Z",
  afterwards: true,
  byId: "person-4",
  byName: "张工",
  ...says,
});
