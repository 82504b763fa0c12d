import type { AreaFacts, AreaPlacement } from "../../app/domain/case/parts/area-placement";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";
import type { projectTables } from "./project";

/** Areas assessed as a whole (区域评估), the record of who changed them, and the projects placed in them. */
export function areaTables(k: Kit, { centre, project }: Pick<ReturnType<typeof centreTables>, "centre"> & Pick<ReturnType<typeof projectTables>, "project">) {
  const facts = () => ({
    areaCode: k.text().notNull(),
    nameZh: k.text().notNull(),
    nameEn: k.text().notNull(),
    assessments: k.json<AreaFacts["assessments"]>().notNull(),
    spares: k.json<readonly string[]>().notNull(),
    validFrom: k.day().notNull(),
    validTo: k.day(),
    sourceDocument: k.text().notNull(),
  });

  const assessedArea = k.table(
    "assessed_area",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      ...facts(),
      /** Number of changes so far; the version a form carries. */
      version: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("assessed_area_by_code").on(t.centreId, t.areaCode),
      k.foreignKey({ name: "assessed_area_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
    ],
  );

  /** Every state an area ever had, with who wrote it and when; the key of the form makes a second arrival harmless. */
  const assessedAreaChange = k.table(
    "assessed_area_change",
    {
      centreId: k.id().notNull(),
      areaId: k.id().notNull(),
      version: k.int().notNull(),
      facts: k.json<AreaFacts>().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      recordedAt: k.instant().notNull(),
      key: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.areaId, t.version] }),
      k.uniqueIndex("assessed_area_change_by_key").on(t.centreId, t.key),
      k.foreignKey({ name: "assessed_area_change_area_fk", columns: [t.centreId, t.areaId], foreignColumns: [assessedArea.centreId, assessedArea.id] }),
    ],
  );

  const areaPlacement = k.table(
    "area_placement",
    {
      centreId: k.id().notNull(),
      projectId: k.id().notNull(),
      id: k.id().notNull(),
      areaId: k.id().notNull(),
      ...facts(),
      placedOn: k.day().notNull(),
      reason: k.text(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      endedOn: k.day(),
      endedReason: k.text(),
    } satisfies Record<keyof AreaPlacement | "centreId" | "projectId", unknown>,
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("area_placement_by_area").on(t.centreId, t.areaId, t.endedOn),
      k.foreignKey({ name: "area_placement_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  return { assessedArea, assessedAreaChange, areaPlacement };
}
