import type { EvidenceKind } from "../../app/domain/case/parts/evidence";
import type { Kit } from "../kit";
import type { projectTables } from "./project";

/** Photographs and papers of checks on promises; their contents lie outside the database under their digests, as those of materials do. */
export function evidenceTables(k: Kit, { project }: Pick<ReturnType<typeof projectTables>, "project">) {
  const evidenceFile = k.table(
    "evidence_file",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      id: k.id().notNull(),
      subjectKind: k.code<EvidenceKind>().notNull(),
      subjectId: k.id().notNull(),
      round: k.int().notNull(),
      digest: k.text().notNull(),
      name: k.text().notNull(),
      bytes: k.int().notNull(),
      mediaType: k.text().notNull(),
      addedOn: k.day().notNull(),
      addedAt: k.instant().notNull(),
      afterwards: k.bool().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("evidence_file_by_content").on(t.centreId, t.projectId, t.subjectId, t.subjectKind, t.round, t.digest),
      k.foreignKey({ name: "evidence_file_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );
  return { evidenceFile };
}
