import type { WaitingKind } from "../../app/domain/oversight/parts/waiting";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";
import type { projectTables } from "./project";

/** What managers do beside the cases: who stands in for whom, and what each has seen in the queue. */
export function oversightTables(
  k: Kit,
  { centre, person, project }: Pick<ReturnType<typeof centreTables>, "centre" | "person"> & Pick<ReturnType<typeof projectTables>, "project">,
) {
  /** Named and ended, never changed or removed: it proves in whose name a decision was taken. */
  const managerCover = k.table(
    "manager_cover",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      forId: k.id().notNull(),
      forName: k.text().notNull(),
      standInId: k.id().notNull(),
      standInName: k.text().notNull(),
      /** Null: for everything. */
      projectId: k.id(),
      since: k.day().notNull(),
      until: k.day().notNull(),
      reason: k.text().notNull(),
      endedOn: k.day(),
      recordedAt: k.instant().notNull(),
      recordedKey: k.text().notNull(),
      endedById: k.id(),
      endedByName: k.text(),
      endedAt: k.instant(),
      endedKey: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("manager_cover_by_key").on(t.centreId, t.recordedKey),
      k.index("manager_cover_by_until").on(t.centreId, t.until, t.since),
      k.foreignKey({ name: "manager_cover_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
      k.foreignKey({ name: "manager_cover_for_fk", columns: [t.forId], foreignColumns: [person.id] }),
      k.foreignKey({ name: "manager_cover_stand_in_fk", columns: [t.standInId], foreignColumns: [person.id] }),
      k.foreignKey({ name: "manager_cover_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  /** A row of the queue that somebody has marked as seen; asked anew on another day it is new again. No legal effect. */
  const waitingSeen = k.table(
    "waiting_seen",
    {
      centreId: k.id().notNull(),
      personId: k.id().notNull(),
      kind: k.code<WaitingKind>().notNull(),
      subjectId: k.id().notNull(),
      since: k.day().notNull(),
      seenAt: k.instant().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.personId, t.kind, t.subjectId, t.since] }),
      k.foreignKey({ name: "waiting_seen_person_fk", columns: [t.personId], foreignColumns: [person.id] }),
    ],
  );

  return { managerCover, waitingSeen };
}
