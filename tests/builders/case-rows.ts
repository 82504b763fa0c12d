import { NO_PARTS, newItem } from "../../app/domain/case/births";
import type { PlannedItem } from "../../app/domain/case/events";
import type { Item, Project, ProjectCase } from "../../app/domain/case/state";
import type { Db } from "../../db/port";
import { CHAIN_START } from "../../db/repositories/case-events";
import { saveCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";

/** The project of a case with every field filled; say what matters to the test. */
export function aProject(centreId: string, says: Partial<Project> = {}): Project {
  return {
    id: uuidv7(),
    centreId,
    projectNo: "HY-2026-0001",
    queryCode: "ABCD2345",
    projectCode: "2307-430400-04-01-200020",
    name: "污水处理厂扩建工程",
    category: "IND",
    packId: "hengyang-2018",
    packDigest: "0".repeat(64),
    enterpriseId: uuidv7(),
    enterpriseName: "衡阳华拓机械有限公司",
    creditCode: "91430400MA4H20027E",
    legalRepresentative: "陈志明",
    contactName: "陈志明",
    contactPhone: "13873400000",
    site: "衡阳市高新区",
    parcelNo: "2026-12号地块",
    schemeNo: null,
    floorAreaSqm: 32000.5,
    investmentWan: 12600.5,
    keyProject: true,
    greenChannel: false,
    attractedInvestment: true,
    agentId: null,
    agentName: null,
    status: "registered",
    screening: { land: "new", water: "yes" },
    registeredOn: "2026-03-02",
    planConfirmedOn: null,
    completedOn: null,
    budgetWorkingDays: 47,
    warnFrom: null,
    lateFrom: null,
    nextDueOn: null,
    observeFrom: null,
    itemCount: 0,
    closedCount: 0,
    runningCount: 0,
    pausedCount: 0,
    correctingCount: 0,
    version: 1,
    updatedAt: "2026-03-02T02:00:00.000Z",
    ...says,
  };
}

const PLANNED: PlannedItem = {
  id: "",
  itemNo: "HY-2026-0001-01",
  ordinal: 1,
  code: "S1-01",
  nameZh: "企业投资项目备案",
  nameEn: "Filing of a business investment project",
  stage: "S1",
  type: "COMMIT",
  departmentCode: "fg",
  prerequisites: [],
  required: true,
  planReason: null,
  committedWorkingDays: 3,
  committedAssumed: false,
  statutoryDays: 20,
  statutoryUnit: "wd",
  statutoryStartsAt: "acceptance",
  statutorySource: "行政许可法 art. 42",
};

/** A planned item with every field filled. */
export const anItem = (says: Partial<Item> = {}): Item => ({ ...newItem({ ...PLANNED, id: uuidv7() }, "2026-03-02"), ...says });

/** A case of a project and its items, without any other part. */
export const aCase = (project: Project, items: readonly Item[] = []): ProjectCase => ({
  project,
  ...NO_PARTS,
  items: Object.fromEntries(items.map((item) => [item.id, item])),
});

/** Writes a new case with its enterprise, as rows only: a chain that has not begun. */
export async function writeCase(db: Db, state: ProjectCase): Promise<void> {
  const { centreId, enterpriseId: id, creditCode, enterpriseName: name } = state.project;
  await db.tx(async (q) => {
    await q.insert(db.t.enterprise).values({ centreId, id, creditCode, name }).onConflictDoNothing();
    await saveCase(q, db.t, null, state, { seq: 0, hash: CHAIN_START });
  });
}
