import { sql } from "drizzle-orm";
import type { CorrectionOutcome } from "../../app/domain/case/parts/correction";
import type { Correction, Extension, Item, ItemStatus, Procedure } from "../../app/domain/case/state";
import type { DayUnit, ItemType, StageCode } from "../../app/domain/pack/pack";
import type { Kit } from "../kit";
import type { projectTables } from "./project";

/**
 * One table per collection of `ProjectCase`, with exactly the fields of the entity (`db/repositories/case-rows.ts`
 * proves it) plus `centreId` and `projectId`, which lead its key: a case's rows lie together, and a part can only belong
 * to an item of its own case. People are kept as text: what a row says about who acted is evidence.
 */
export function caseTables(k: Kit, { project }: Pick<ReturnType<typeof projectTables>, "project">) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const item = k.table(
    "item",
    {
      ...owner(),
      id: k.id().notNull(),
      itemNo: k.text().notNull(),
      ordinal: k.int().notNull(),
      code: k.text().notNull(),
      nameZh: k.text().notNull(),
      nameEn: k.text().notNull(),
      stage: k.code<StageCode>().notNull(),
      type: k.code<ItemType>().notNull(),
      departmentCode: k.text().notNull(),
      prerequisites: k.json<readonly string[]>().notNull(),
      plannedOn: k.day().notNull(),
      status: k.code<ItemStatus>().notNull(),
      required: k.bool().notNull(),
      planReason: k.text(),
      sparedByArea: k.text(),
      promisedAs: k.code<NonNullable<Item["promisedAs"]>>(),
      promisedOn: k.day(),
      committedWorkingDays: k.int(),
      committedAssumed: k.bool().notNull(),
      statutoryDays: k.int(),
      statutoryUnit: k.code<DayUnit>().notNull(),
      statutoryStartsAt: k.code<Item["statutoryStartsAt"]>().notNull(),
      statutorySource: k.text().notNull(),
      receivedOn: k.day(),
      receivedById: k.text(),
      receivedByName: k.text(),
      completeOn: k.day(),
      correctionAllowedReason: k.text(),
      correctionAllowedById: k.text(),
      acceptedOn: k.day(),
      acceptedById: k.text(),
      acceptedByName: k.text(),
      deemedAccepted: k.bool().notNull(),
      jointAcceptance: k.bool().notNull(),
      acceptanceNo: k.text(),
      reviewStartedOn: k.day(),
      decidedOn: k.day(),
      decidedById: k.text(),
      decidedByName: k.text(),
      decisionNo: k.text(),
      decisionReason: k.text(),
      overdueReason: k.text(),
      grantedWithGap: k.bool().notNull().default(false),
      issuedOn: k.day(),
      deliveredOn: k.day(),
      deliveryMethod: k.code<NonNullable<Item["deliveryMethod"]>>(),
      channel: k.code<NonNullable<Item["channel"]>>(),
      windowId: k.text(),
      windowNameZh: k.text(),
      windowNameEn: k.text(),
      windowKind: k.text(),
      windowAuthorised: k.bool(),
      postedOn: k.day(),
      deliveryDueOn: k.day(),
      pickupBy: k.day(),
      endedOn: k.day(),
      running: k.bool().notNull(),
      paused: k.bool().notNull(),
      committedDueOn: k.day(),
      statutoryDueOn: k.day(),
      dueOn: k.day(),
      dueProvisional: k.bool().notNull(),
      warnFrom: k.day(),
      lateFrom: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("item_by_number").on(t.centreId, t.itemNo),
      k.index("item_by_project").on(t.centreId, t.projectId, t.status),
      // The columns behind the id let a count by light or department be answered from the index alone.
      k.index("item_by_late_from").on(t.centreId, t.running, t.lateFrom, t.id, t.warnFrom, t.paused, t.departmentCode),
      k.index("item_by_status").on(t.centreId, t.status, t.completeOn, t.id),
      k.index("item_waiting").on(t.centreId, t.decidedOn, t.id).where(sql`${t.deliveredOn} is null and ${t.decidedOn} is not null`),
      k.index("item_by_department").on(t.centreId, t.departmentCode, t.status, t.dueOn),
      k.foreignKey({ name: "item_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const correction = k.table(
    "correction",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      ordinal: k.int().notNull(),
      noticeNo: k.text().notNull(),
      notifiedOn: k.day().notNull(),
      defects: k.json<readonly string[]>().notNull(),
      replyBy: k.day(),
      suppliedOn: k.day(),
      supplyNote: k.text(),
      allowedById: k.text(),
      allowedReason: k.text(),
      proposedOn: k.day(),
      outcome: k.code<CorrectionOutcome>(),
      outcomeGround: k.code<NonNullable<Correction["outcomeGround"]>>(),
      outcomeReason: k.text(),
      outcomeNo: k.text(),
      outcomeOn: k.day(),
      outcomeById: k.text(),
      outcomeByName: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("correction_by_proposed").on(t.centreId, t.proposedOn),
      k.foreignKey({ name: "correction_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const procedure = k.table(
    "procedure",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      kind: k.text().notNull(),
      stops: k.code<Procedure["stops"]>().notNull(),
      noticeNo: k.text(),
      toldWorkingDays: k.int(),
      reason: k.text().notNull(),
      openedOn: k.day().notNull(),
      openedById: k.text().notNull(),
      closedOn: k.day(),
      outcome: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "procedure_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const extension = k.table(
    "extension",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      workingDays: k.int().notNull(),
      reason: k.text().notNull(),
      requestedOn: k.day().notNull(),
      requestedById: k.text().notNull(),
      status: k.code<Extension["status"]>().notNull(),
      decidedOn: k.day(),
      decidedById: k.text(),
      decisionReason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("extension_by_status").on(t.centreId, t.status, t.requestedOn),
      k.foreignKey({ name: "extension_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const reviewStep = k.table(
    "review_step",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      ordinal: k.int().notNull(),
      code: k.text().notNull(),
      doneOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      remark: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "review_step_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const note = k.table(
    "note",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id(),
      text: k.text().notNull(),
      notedOn: k.day().notNull(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      shownToInvestor: k.bool().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "note_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
      k.foreignKey({ name: "note_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  return { item, correction, procedure, extension, reviewStep, note };
}
