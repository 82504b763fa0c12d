import type { ProjectStatus } from "../../app/domain/case/state";
import type { CategoryCode } from "../../app/domain/pack/pack";
import type { Kit } from "../kit";
import type { centreTables } from "./centre";

/** Enterprises and the root row of every case. */
export function projectTables(k: Kit, { centre, person }: Pick<ReturnType<typeof centreTables>, "centre" | "person">) {
  const enterprise = k.table(
    "enterprise",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      creditCode: k.text().notNull(),
      name: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("enterprise_by_credit_code").on(t.centreId, t.creditCode),
      k.foreignKey({ name: "enterprise_centre_fk", columns: [t.centreId], foreignColumns: [centre.id] }),
    ],
  );

  const enterpriseMember = k.table("enterprise_member", { centreId: k.id().notNull(), enterpriseId: k.id().notNull(), personId: k.id().notNull() }, (t) => [
    k.primaryKey({ columns: [t.centreId, t.enterpriseId, t.personId] }),
    k.index("enterprise_member_by_person").on(t.personId),
    k.foreignKey({ name: "enterprise_member_enterprise_fk", columns: [t.centreId, t.enterpriseId], foreignColumns: [enterprise.centreId, enterprise.id] }),
    k.foreignKey({ name: "enterprise_member_person_fk", columns: [t.personId], foreignColumns: [person.id] }),
  ]);

  const project = k.table(
    "project",
    {
      centreId: k.id().notNull(),
      id: k.id().notNull(),
      projectNo: k.text().notNull(),
      queryCode: k.text().notNull(),
      projectCode: k.text(),
      name: k.text().notNull(),
      category: k.code<CategoryCode>().notNull(),
      packId: k.text().notNull(),
      packDigest: k.text().notNull(),
      enterpriseId: k.id().notNull(),
      enterpriseName: k.text().notNull(),
      creditCode: k.text().notNull(),
      legalRepresentative: k.text(),
      contactName: k.text().notNull(),
      contactPhone: k.text().notNull(),
      site: k.text().notNull(),
      parcelNo: k.text(),
      schemeNo: k.text(),
      floorAreaSqm: k.number(),
      investmentWan: k.number(),
      keyProject: k.bool().notNull(),
      greenChannel: k.bool().notNull(),
      attractedInvestment: k.bool().notNull(),
      agentId: k.text(),
      agentName: k.text(),
      status: k.code<ProjectStatus>().notNull(),
      screening: k.json<Readonly<Record<string, string>>>().notNull(),
      registeredOn: k.day().notNull(),
      planConfirmedOn: k.day(),
      completedOn: k.day(),
      budgetWorkingDays: k.int(),
      warnFrom: k.day(),
      lateFrom: k.day(),
      nextDueOn: k.day(),
      /** A case written before there were watches is looked at on the next occasion; from then on its own day stands here. */
      observeFrom: k.day().default("1970-01-01"),
      itemCount: k.int().notNull(),
      closedCount: k.int().notNull(),
      runningCount: k.int().notNull(),
      pausedCount: k.int().notNull(),
      correctingCount: k.int().notNull(),
      version: k.int().notNull(),
      updatedAt: k.instant().notNull(),
      /** Last event of the case's chain: its position and digest. */
      headSeq: k.int().notNull(),
      headHash: k.text().notNull(),
      /** Words of the case for search, see db/grams.ts: what is looked for, and the index terms made of it. */
      searchText: k.text().notNull(),
      grams: k.text().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.id] }),
      k.uniqueIndex("project_by_number").on(t.centreId, t.projectNo),
      // With the due day behind, how many of a state or light are due at all is counted in the index alone.
      k.index("project_by_status").on(t.centreId, t.status, t.updatedAt, t.id, t.nextDueOn),
      k.index("project_by_updated").on(t.centreId, t.updatedAt, t.id),
      k.index("project_by_agent").on(t.centreId, t.agentId, t.updatedAt, t.id, t.status),
      k.index("project_by_enterprise").on(t.centreId, t.enterpriseId),
      // How many projects run under which version of the rules is counted in the index alone.
      k.index("project_by_pack").on(t.centreId, t.packId, t.packDigest, t.status),
      k.index("project_by_late_from").on(t.centreId, t.lateFrom, t.warnFrom, t.id, t.nextDueOn),
      k.index("project_by_due").on(t.centreId, t.nextDueOn, t.id),
      k.index("project_by_observe_from").on(t.centreId, t.observeFrom),
      k.index("project_by_name").on(t.centreId, t.name, t.id),
      k.foreignKey({ name: "project_enterprise_fk", columns: [t.centreId, t.enterpriseId], foreignColumns: [enterprise.centreId, enterprise.id] }),
    ],
  );

  return { enterprise, enterpriseMember, project };
}
