import type { LetterKind } from "../../app/domain/case/parts/signature";
import type { IdentityProof } from "../../app/domain/case/parts/signing-code";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";
import type { projectTables } from "./project";

/** One-time codes for signing letters: who was given one by whom, on what proof, and what became of it. Kept as evidence. */
export function signingCodeTables(
  k: Kit,
  { person }: Pick<ReturnType<typeof centreTables>, "person">,
  { project }: Pick<ReturnType<typeof projectTables>, "project">,
) {
  const signingCode = k.table(
    "signing_code",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      projectId: k.id().notNull(),
      letterKind: k.code<LetterKind>().notNull(),
      subjectId: k.id().notNull(),
      personId: k.id().notNull(),
      /** Argon2id of the code: the table alone signs nothing. */
      codeHash: k.text().notNull(),
      proof: k.code<IdentityProof>().notNull(),
      issuedById: k.text().notNull(),
      issuedByName: k.text().notNull(),
      issuedAt: k.instant().notNull(),
      expiresAt: k.instant().notNull(),
      triesLeft: k.int().notNull(),
      usedAt: k.instant(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.index("signing_code_by_letter").on(t.centreId, t.projectId, t.letterKind, t.subjectId, t.personId, t.id),
      k.foreignKey({ name: "signing_code_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
      k.foreignKey({ name: "signing_code_person_fk", columns: [t.personId], foreignColumns: [person.id] }),
    ],
  );
  return { signingCode };
}
