import type { Deferral } from "../../app/domain/case/parts/deferral";
import type { Finding } from "../../app/domain/case/parts/finding";
import type { Kit } from "../kit";
import type { caseTables } from "./case";
import type { projectTables } from "./project";

/** Deferred materials and findings of a case, and the credit of its enterprise, which belongs to no case. */
export function deferralTables(
  k: Kit,
  { item }: Pick<ReturnType<typeof caseTables>, "item">,
  { project, enterprise }: Pick<ReturnType<typeof projectTables>, "project" | "enterprise">,
) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const deferral = k.table(
    "deferral",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id().notNull(),
      noticeNo: k.text().notNull(),
      promiseNo: k.text(),
      promisedBy: k.text(),
      missing: k.json<Deferral["missing"]>().notNull(),
      supplied: k.json<Deferral["supplied"]>().notNull(),
      waived: k.json<Deferral["waived"]>().notNull().default([]),
      grantedOn: k.day().notNull(),
      grantedById: k.text().notNull(),
      grantedByName: k.text().notNull(),
      supplyBy: k.day().notNull(),
      extendedFrom: k.day(),
      extendedReason: k.text(),
      extendedById: k.text(),
      proposedOn: k.day(),
      status: k.code<Deferral["status"]>().notNull(),
      outcome: k.code<NonNullable<Deferral["outcome"]>>(),
      outcomeReason: k.text(),
      outcomeNo: k.text(),
      endedOn: k.day(),
      endedById: k.text(),
      endedByName: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("deferral_by_item").on(t.centreId, t.projectId, t.itemId),
      k.index("deferral_by_status").on(t.centreId, t.status, t.supplyBy),
      k.foreignKey({ name: "deferral_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  const finding = k.table(
    "finding",
    {
      ...owner(),
      id: k.id().notNull(),
      itemId: k.id(),
      code: k.code<Finding["code"]>().notNull(),
      subject: k.text(),
      departmentCode: k.text(),
      foundOn: k.day().notNull(),
      facts: k.json<Finding["facts"]>().notNull(),
      byRule: k.bool().notNull(),
      evidence: k.text(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      eventSeq: k.int(),
      status: k.code<Finding["status"]>().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("finding_by_day").on(t.centreId, t.foundOn, t.id),
      k.index("finding_by_code").on(t.centreId, t.code, t.foundOn, t.id),
      k.index("finding_by_department").on(t.centreId, t.departmentCode, t.foundOn, t.id),
      k.foreignKey({ name: "finding_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
      k.foreignKey({ name: "finding_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  /** Promises an enterprise broke (信用记录, F32). Added and once repaired, never removed; each act has the key of its form. */
  const creditRecord = k.table(
    "credit_record",
    {
      centreId: k.id().notNull(),
      enterpriseId: k.id().notNull(),
      id: k.id().notNull(),
      kind: k.code<"deferral" | "simulation" | "notice-commitment" | "commitment" | "other">().notNull(),
      reason: k.text().notNull(),
      recordedOn: k.day().notNull(),
      recordedById: k.text().notNull(),
      recordedByName: k.text().notNull(),
      recordedAt: k.instant().notNull(),
      recordedKey: k.text().notNull(),
      repairedOn: k.day(),
      repairReason: k.text(),
      repairedById: k.text(),
      repairedByName: k.text(),
      repairedAt: k.instant(),
      repairedKey: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.enterpriseId, t.id] }),
      k.uniqueIndex("credit_record_by_key").on(t.centreId, t.recordedKey),
      k.index("credit_record_unrepaired").on(t.centreId, t.enterpriseId, t.repairedOn),
      k.foreignKey({ name: "credit_record_enterprise_fk", columns: [t.centreId, t.enterpriseId], foreignColumns: [enterprise.centreId, enterprise.id] }),
    ],
  );

  return { deferral, finding, creditRecord };
}
