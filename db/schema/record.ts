import type { EventType } from "../../app/domain/case/events";
import type { Pack } from "../../app/domain/pack/pack";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";
import type { projectTables } from "./project";

/** What makes the history evidence: the chained events, the commands done, the counters and the papers given out. */
export function recordTables(k: Kit, { centre, project }: Pick<ReturnType<typeof centreTables>, "centre"> & Pick<ReturnType<typeof projectTables>, "project">) {
  /** Append-only, see the hand-written migration; one chain per case, which its primary key keeps from forking. */
  const caseEvent = k.table(
    "case_event",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      seq: k.int().notNull(),
      type: k.code<EventType>().notNull(),
      /** The whole event as canonical JSON, kept as text because the digest is taken over it. */
      payload: k.text().notNull(),
      actorId: k.text().notNull(),
      actorName: k.text().notNull(),
      actorRole: k.text().notNull(),
      happenedOn: k.day(),
      recordedAt: k.instant().notNull(),
      backDated: k.bool().notNull(),
      commandKey: k.text().notNull(),
      hash: k.text().notNull(),
      previousHash: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.seq] }),
      k.foreignKey({ name: "case_event_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  /** Every command done, by the key its form carried: a second arrival is answered, not done again. */
  const command = k.table(
    "command",
    {
      centreId: k.id().notNull(),
      key: k.text().notNull(),
      projectId: k.id().notNull(),
      actorId: k.text().notNull(),
      /** SHA-256 of the canonical command and its target. */
      digest: k.text().notNull(),
      result: k.json<{ readonly projectNo: string; readonly version: number }>().notNull(),
      recordedAt: k.instant().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.key] }),
      k.foreignKey({ name: "command_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  /** Running numbers of a centre, e.g. `project-2026`. */
  const counter = k.table("counter", { centreId: k.id().notNull(), name: k.text().notNull(), value: k.int().notNull() }, (t) => [
    k.primaryKey({ columns: [t.centreId, t.name] }),
    k.foreignKey({ name: "counter_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
  ]);

  /** A paper given out. Its bytes are drawn again from `model` and must have `digest`. */
  const issuedDocument = k.table(
    "issued_document",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      /** Random code in the paper's QR. */
      code: k.text().notNull(),
      kind: k.text().notNull(),
      number: k.text().notNull(),
      projectId: k.id().notNull(),
      itemId: k.id(),
      /** What the paper is about beside the case: an item, a correction list, a procedure …; null for papers about the whole. */
      subjectId: k.id(),
      locale: k.code<"zh-CN" | "en">().notNull(),
      /** SHA-256 of the bytes, in hex. */
      digest: k.text().notNull(),
      packId: k.text().notNull(),
      packDigest: k.text().notNull(),
      caseVersion: k.int().notNull(),
      issuedOn: k.day().notNull(),
      issuedById: k.text().notNull(),
      /** Code of the paper that replaced this one. */
      supersededBy: k.text(),
      model: k.json<unknown>().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("issued_document_by_code").on(t.code),
      k.uniqueIndex("issued_document_by_number").on(t.centreId, t.number),
      k.index("issued_document_by_project").on(t.centreId, t.projectId, t.kind),
      k.foreignKey({ name: "issued_document_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  /** Every version of the rules of a place that was ever loaded: a case keeps the one it was registered under. */
  const packVersion = k.table("pack_version", { digest: k.text().notNull(), packId: k.text().notNull(), pack: k.json<Pack>().notNull() }, (t) => [
    k.primaryKey({ columns: [t.digest] }),
  ]);

  return { caseEvent, command, counter, issuedDocument, packVersion };
}
