import type { CheckPoint, CheckStatus, CommitmentStatus, Objection, Standard, SupervisionCheck } from "../../app/domain/case/parts/project-commitment";
import type { Kit } from "../kit";
import type { caseTables } from "./case";
import type { projectTables } from "./project";

/** Project commitments (承诺制) with their standards lists, objections and supervision checks. */
export function projectCommitmentTables(
  k: Kit,
  { project }: Pick<ReturnType<typeof projectTables>, "project">,
  { item }: Pick<ReturnType<typeof caseTables>, "item">,
) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const commitment = k.table(
    "commitment",
    {
      ...owner(),
      id: k.id().notNull(),
      commitmentNo: k.text().notNull(),
      status: k.code<CommitmentStatus>().notNull(),
      proposedOn: k.day().notNull(),
      proposedById: k.text().notNull(),
      proposedByName: k.text().notNull(),
      appraisedOn: k.day(),
      appraisedById: k.text(),
      appraisedByName: k.text(),
      appraisalReason: k.text(),
      areaCode: k.text(),
      standardsNo: k.text(),
      standardsOn: k.day(),
      letterSignatureId: k.id(),
      promisedOn: k.day(),
      round: k.int().notNull(),
      precheckedOn: k.day(),
      precheckedByName: k.text(),
      defects: k.json<readonly string[]>().notNull(),
      supplementedOn: k.day(),
      supplementNote: k.text(),
      publicityFrom: k.day(),
      publicityTo: k.day(),
      publicityAssumed: k.bool().notNull(),
      publicityAt: k.text(),
      inForceOn: k.day(),
      inForceByName: k.text(),
      completedOn: k.day(),
      verifiedOn: k.day(),
      fulfilledOn: k.day(),
      reward: k.text(),
      breachedOn: k.day(),
      breachById: k.text(),
      breachByName: k.text(),
      breachNo: k.text(),
      breachReason: k.text(),
      penaltyYuan: k.int(),
      penaltyBasis: k.text(),
      endedOn: k.day(),
      endReason: k.text(),
      dueOn: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("commitment_by_number").on(t.centreId, t.commitmentNo),
      k.index("commitment_by_status").on(t.centreId, t.status, t.dueOn),
      k.index("commitment_by_end").on(t.centreId, t.status, t.endedOn),
      k.foreignKey({ name: "commitment_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const commitmentStandard = k.table(
    "commitment_standard",
    {
      ...owner(),
      id: k.id().notNull(),
      commitmentId: k.id().notNull(),
      ordinal: k.int().notNull(),
      indicator: k.text().notNull(),
      condition: k.text().notNull(),
      value: k.text().notNull(),
      dueOn: k.day(),
      departmentCode: k.text().notNull(),
      itemId: k.id(),
      code: k.text(),
      effect: k.code<NonNullable<Standard["effect"]>>(),
      addedOn: k.day().notNull(),
      addedByName: k.text().notNull(),
      outcome: k.code<NonNullable<Standard["outcome"]>>(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("commitment_standard_by_commitment").on(t.centreId, t.projectId, t.commitmentId, t.departmentCode),
      k.foreignKey({
        name: "commitment_standard_commitment_fk",
        columns: [t.centreId, t.projectId, t.commitmentId],
        foreignColumns: [commitment.centreId, commitment.projectId, commitment.id],
      }),
      k.foreignKey({
        name: "commitment_standard_item_fk",
        columns: [t.centreId, t.projectId, t.itemId],
        foreignColumns: [item.centreId, item.projectId, item.id],
      }),
    ],
  );

  const commitmentObjection = k.table(
    "commitment_objection",
    {
      ...owner(),
      id: k.id().notNull(),
      commitmentId: k.id().notNull(),
      ordinal: k.int().notNull(),
      objector: k.text().notNull(),
      text: k.text().notNull(),
      receivedOn: k.day().notNull(),
      receivedByName: k.text().notNull(),
      status: k.code<Objection["status"]>().notNull(),
      ruledOn: k.day(),
      ruledByName: k.text(),
      rulingReason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("commitment_objection_by_status").on(t.centreId, t.status, t.receivedOn),
      k.foreignKey({
        name: "commitment_objection_commitment_fk",
        columns: [t.centreId, t.projectId, t.commitmentId],
        foreignColumns: [commitment.centreId, commitment.projectId, commitment.id],
      }),
    ],
  );

  const supervisionCheck = k.table(
    "supervision_check",
    {
      ...owner(),
      id: k.id().notNull(),
      commitmentId: k.id().notNull(),
      point: k.code<CheckPoint>().notNull(),
      status: k.code<CheckStatus>().notNull(),
      dueOn: k.day(),
      doneOn: k.day(),
      checkedById: k.text(),
      checkedForId: k.text(),
      checkedByName: k.text(),
      departmentCode: k.text(),
      outcome: k.code<NonNullable<SupervisionCheck["outcome"]>>(),
      findings: k.json<readonly string[]>().notNull(),
      evidence: k.json<readonly string[]>().notNull(),
      rectifyBy: k.day(),
      recheckedOn: k.day(),
      recheckedById: k.text(),
      recheckedForId: k.text(),
      recheckedByName: k.text(),
      recheckEvidence: k.json<readonly string[]>().notNull(),
      recheckNote: k.text(),
      looks: k.int().notNull().default(0),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("supervision_check_by_status").on(t.centreId, t.status, t.dueOn, t.rectifyBy),
      k.index("supervision_check_by_commitment").on(t.centreId, t.projectId, t.commitmentId),
      k.foreignKey({
        name: "supervision_check_commitment_fk",
        columns: [t.centreId, t.projectId, t.commitmentId],
        foreignColumns: [commitment.centreId, commitment.projectId, commitment.id],
      }),
    ],
  );

  return { commitment, commitmentStandard, commitmentObjection, supervisionCheck };
}
