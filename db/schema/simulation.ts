import type { LetterKind, SigningMethod } from "../../app/domain/case/parts/signature";
import type {
  BlockKind,
  MissingPrecondition,
  RunEndCause,
  SimulatedBasis,
  SimulatedDifference,
  SimulatedEndCause,
  SimulatedOpinionNo,
  SimulatedRunKind,
  SimulatedRunStatus,
  SimulatedStance,
  SimulatedStatus,
  SnapshotFacts,
  SnapshotMaterial,
  TriggerDocument,
} from "../../app/domain/case/parts/simulation";
import type { Kit } from "../kit";
import type { caseTables } from "./case";
import type { projectTables } from "./project";

/** Simulated runs with their items, apart from the formal items, and the letters that enterprises sign. */
export function simulationTables(
  k: Kit,
  { project }: Pick<ReturnType<typeof projectTables>, "project">,
  { item }: Pick<ReturnType<typeof caseTables>, "item">,
) {
  const owner = () => ({ centreId: k.id().notNull(), projectId: k.id().notNull() });

  const signature = k.table(
    "signature",
    {
      ...owner(),
      id: k.id().notNull(),
      letterKind: k.code<LetterKind>().notNull(),
      subjectId: k.id().notNull(),
      digest: k.text().notNull(),
      typedName: k.text().notNull(),
      method: k.code<SigningMethod>().notNull(),
      signedAt: k.instant().notNull(),
      address: k.text(),
      checkedByName: k.text(),
      byId: k.text().notNull(),
      byName: k.text().notNull(),
      withdrawnOn: k.day(),
      withdrawnReason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.foreignKey({ name: "signature_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const simulatedRun = k.table(
    "simulated_run",
    {
      ...owner(),
      id: k.id().notNull(),
      runNo: k.text().notNull(),
      kind: k.code<SimulatedRunKind>().notNull(),
      status: k.code<SimulatedRunStatus>().notNull(),
      appliedOn: k.day().notNull(),
      appliedById: k.text().notNull(),
      appliedByName: k.text().notNull(),
      missing: k.json<readonly MissingPrecondition[]>().notNull(),
      nextExpectedOn: k.day(),
      leadDepartmentCode: k.text().notNull(),
      letterSignatureId: k.id(),
      askedBackOn: k.day(),
      askedBackReason: k.text(),
      answer: k.text(),
      answeredOn: k.day(),
      reviewedOn: k.day(),
      reviewedById: k.text(),
      reviewedByName: k.text(),
      reviewReason: k.text(),
      triggerDocument: k.json<TriggerDocument>(),
      triggeredOn: k.day(),
      endedOn: k.day(),
      endCause: k.code<RunEndCause>(),
      endReason: k.text(),
      savedWorkingDays: k.int(),
      savedOn: k.day(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.uniqueIndex("simulated_run_by_number").on(t.centreId, t.runNo),
      k.index("simulated_run_by_status").on(t.centreId, t.status, t.nextExpectedOn),
      k.index("simulated_run_by_saving").on(t.centreId, t.savedOn, t.id),
      k.foreignKey({ name: "simulated_run_project_fk", columns: [t.centreId, t.projectId], foreignColumns: [project.centreId, project.id] }),
    ],
  );

  const simulatedItem = k.table(
    "simulated_item",
    {
      ...owner(),
      id: k.id().notNull(),
      runId: k.id().notNull(),
      itemId: k.id().notNull(),
      code: k.text().notNull(),
      departmentCode: k.text().notNull(),
      status: k.code<SimulatedStatus>().notNull(),
      appliedOn: k.day().notNull(),
      acceptedOn: k.day(),
      reviewStartedOn: k.day(),
      correctionOn: k.day(),
      correctionDefects: k.json<readonly string[]>().notNull(),
      correctionSuppliedOn: k.day(),
      correctionNote: k.text(),
      opinionOn: k.day(),
      opinionNo: k.code<SimulatedOpinionNo>(),
      opinionById: k.text(),
      opinionByName: k.text(),
      stance: k.code<SimulatedStance>(),
      conditions: k.json<readonly string[]>().notNull(),
      validTo: k.day(),
      validMonths: k.int(),
      validityAssumed: k.bool().notNull(),
      basis: k.json<readonly SimulatedBasis[]>().notNull(),
      materials: k.json<readonly SnapshotMaterial[]>().notNull(),
      facts: k.json<SnapshotFacts>().notNull(),
      readyOn: k.day(),
      differences: k.json<readonly SimulatedDifference[]>().notNull(),
      differencesConfirmedOn: k.day(),
      differencesConfirmedById: k.text(),
      differencesConfirmedByName: k.text(),
      differencesNote: k.text(),
      conversionCorrectionOn: k.day(),
      conversionDefects: k.json<readonly string[]>().notNull(),
      conversionSuppliedOn: k.day(),
      conversionNote: k.text(),
      convertedOn: k.day(),
      conversionFrom: k.day(),
      blockedBy: k.json<readonly BlockKind[]>().notNull(),
      endedOn: k.day(),
      endCause: k.code<SimulatedEndCause>(),
      reason: k.text(),
    },
    (t) => [
      k.primaryKey({ columns: [t.centreId, t.projectId, t.id] }),
      k.index("simulated_item_by_status").on(t.centreId, t.status, t.validTo, t.readyOn),
      k.index("simulated_item_by_item").on(t.centreId, t.projectId, t.itemId, t.status),
      k.foreignKey({
        name: "simulated_item_run_fk",
        columns: [t.centreId, t.projectId, t.runId],
        foreignColumns: [simulatedRun.centreId, simulatedRun.projectId, simulatedRun.id],
      }),
      k.foreignKey({ name: "simulated_item_item_fk", columns: [t.centreId, t.projectId, t.itemId], foreignColumns: [item.centreId, item.projectId, item.id] }),
    ],
  );

  return { signature, simulatedRun, simulatedItem };
}
