import type { Direction } from "../../app/domain/case/parts/direction";
import type { Handover } from "../../app/domain/case/parts/handover";
import type { Precheck } from "../../app/domain/case/parts/intake";
import type { UpperLevel } from "../../app/domain/pack/values";
import type { Kit } from "../kit";
import type { caseTables } from "./case";
import type { projectTables } from "./project";

/** How an item passes between window, back office, courier, manager and the level above; one table per collection, as in case.ts. */
export function passageTables(k: Kit, { project, item }: Pick<ReturnType<typeof projectTables>, "project"> & Pick<ReturnType<typeof caseTables>, "item">) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const precheck = k.table(
    "precheck",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      ordinal: k.int().notNull(),
      verdict: k.code<Precheck["verdict"]>().notNull(),
      remarks: k.json<readonly string[]>().notNull(),
      checkedOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      windowId: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "precheck_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const acceptanceBundle = k.table(
    "acceptance_bundle",
    {
      ...owner(),
      id: k.id().notNull(),
      code: k.text(),
      nameZh: k.text(),
      nameEn: k.text(),
      acceptanceNo: k.text().notNull(),
      itemIds: k.json<readonly string[]>().notNull(),
      acceptedOn: k.day().notNull(),
      windowId: k.text(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "acceptance_bundle_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const handover = k.table(
    "handover",
    {
      ...owner(),
      id: k.id().notNull(),
      kind: k.code<Handover["kind"]>().notNull(),
      itemIds: k.json<readonly string[]>().notNull(),
      departmentCode: k.text(),
      windowId: k.text(),
      pieces: k.int(),
      contents: k.text(),
      carrier: k.text(),
      trackingNo: k.text(),
      sentOn: k.day().notNull(),
      sentById: k.text().notNull(),
      sentByName: k.text().notNull(),
      arrivedOn: k.day(),
      receivedBy: k.text(),
      identityChecked: k.bool(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("handover_by_arrival").on(t.centreId, t.arrivedOn, t.kind, t.sentOn),
      k.foreignKey({ name: "handover_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const direction = k.table(
    "direction",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      kind: k.code<Direction["kind"]>().notNull(),
      text: k.text().notNull(),
      body: k.text(),
      place: k.text(),
      askedOn: k.day().notNull(),
      askedById: k.text().notNull(),
      askedByName: k.text().notNull(),
      answer: k.text(),
      answeredOn: k.day(),
      answeredById: k.text(),
      answeredByName: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("direction_by_answer").on(t.centreId, t.kind, t.answeredOn, t.askedOn),
      k.foreignKey({ name: "direction_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const forwarding = k.table(
    "forwarding",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      ordinal: k.int().notNull(),
      level: k.code<UpperLevel>().notNull(),
      upperBody: k.text().notNull(),
      personInCharge: k.text().notNull(),
      letterNo: k.text().notNull(),
      sentOn: k.day().notNull(),
      sentById: k.text().notNull(),
      sentByName: k.text().notNull(),
      upperReceiptOn: k.day(),
      upperNo: k.text(),
      upperLimitWorkingDays: k.int(),
      returnedOn: k.day(),
      returnReason: k.text(),
      resultOn: k.day(),
      granted: k.bool(),
      resultNo: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "forwarding_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  return { precheck, acceptanceBundle, handover, direction, forwarding };
}
