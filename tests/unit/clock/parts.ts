import fc from "fast-check";
import { addDays, type CivilDay } from "../../../app/domain/calendar/calendar-date";
import { type WorkingCalendar, workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { NO_PARTS } from "../../../app/domain/case/births";
import type { Forwarding } from "../../../app/domain/case/parts/forwarding";
import type { Correction, Extension, Item, Procedure, ProjectCase } from "../../../app/domain/case/state";
import type { ClockSpec, Pause } from "../../../app/domain/clock/clock";
import type { BudgetMode, CatalogueItem, Pack, Sourced } from "../../../app/domain/pack/pack";
import { loadCalendars } from "../../../db/load-calendars";
import { anItem as anyItem } from "../../builders/case-rows";

export const calendar: WorkingCalendar = workingCalendar(loadCalendars());

/** A running clock of 10 working days from Monday 2026-03-02 under the default conventions; say what matters to the test. */
export const aClock = (says: Partial<ClockSpec> = {}): ClockSpec => ({
  startedOn: "2026-03-02",
  startRule: "T+1",
  limitDays: 10,
  unit: "wd",
  pauses: [],
  pauseRule: "after",
  extensionDays: 0,
  endedOn: null,
  warnWorkingDays: 1,
  ...says,
});

export const aPause = (from: CivilDay, to: CivilDay | null): Pause => ({ from, to, kind: "expert-review", by: "st" });

const value = <T>(v: T): Sourced<T> => ({ value: v, source: "test", assumed: false });
const unknown = { value: null, source: "", assumed: false };
const words = { zh: "甲", en: "A" };

/** The few catalogue facts a clock looks at. */
export const aCatalogueItem = (code: string, extensionDays: number | null): CatalogueItem => ({
  code,
  name: words,
  stage: "S1",
  kind: "permit",
  type: "COMMIT",
  department: "fg",
  decidingDepartment: "fg",
  statutory: { days: 20, unit: "wd", extensionDays, startsAt: "acceptance", source: "test" },
  committed: value(10),
  committedExtensionWorkingDays: unknown,
  prerequisites: [],
  alternatives: {},
  categories: ["IND"],
  noticeCommitment: "no",
  deferralAllowed: false,
  coreMaterials: [],
  deferrableMaterials: [],
  note: null,
});

export const aPack = (says: { parameters?: Partial<Pack["parameters"]>; items?: readonly CatalogueItem[]; budgetMode?: BudgetMode } = {}): Pack => ({
  id: "test-2026",
  place: { regionCode: "430400", name: words },
  name: words,
  inherits: null,
  validFrom: "2026-01-01",
  validTo: null,
  basis: [],
  digest: "0",
  categories: [{ code: "IND", name: words, budgetWorkingDays: value(10), budgetMode: { ...unknown, value: says.budgetMode ?? null } }],
  stages: [],
  itemTypes: [],
  departments: [],
  procedures: [],
  items: says.items ?? [],
  questions: [],
  parameters: {
    correctionNoticeWorkingDays: value(5),
    startRule: value("T+1"),
    pauseRule: value("after"),
    warnWorkingDays: value(1),
    deliveryWorkingDays: value(10),
    correctionFailedOutcome: value("not-accepted"),
    correctionStopsCommittedClock: value(false),
    ...says.parameters,
  },
  switches: { simulatedApproval: value([]), commitment: value([]), greenChannel: value(false) },
});

export const anItem = (ordinal: number, says: Partial<Item> = {}): Item =>
  anyItem({
    id: `item-${ordinal}`,
    itemNo: `HY-2026-0001-${String(ordinal).padStart(2, "0")}`,
    ordinal,
    code: `code-${ordinal}`,
    plannedOn: "2026-01-01",
    committedWorkingDays: 10,
    ...says,
  });

/** An item received and accepted on one day. */
export const anAcceptedItem = (ordinal: number, on: CivilDay, says: Partial<Item> = {}): Item =>
  anItem(ordinal, { status: "in-review", receivedOn: on, completeOn: on, acceptedOn: on, ...says });

export const aProcedure = (itemId: string, openedOn: CivilDay, closedOn: CivilDay | null, says: Partial<Procedure> = {}): Procedure => ({
  id: `${itemId}-${openedOn}`,
  itemId,
  kind: "expert-review",
  stops: "both",
  noticeNo: "特〔2026〕1号",
  toldWorkingDays: 5,
  reason: "专家评审",
  openedOn,
  openedById: "r",
  closedOn,
  outcome: null,
  ...says,
});

export const aCorrection = (itemId: string, ordinal: number, notifiedOn: CivilDay, suppliedOn: CivilDay | null): Correction => ({
  id: `${itemId}-c${ordinal}`,
  itemId,
  ordinal,
  noticeNo: "补〔2026〕1号",
  notifiedOn,
  defects: ["缺红线图"],
  replyBy: null,
  suppliedOn,
  supplyNote: null,
  allowedById: null,
  allowedReason: null,
  proposedOn: null,
  outcome: null,
  outcomeGround: null,
  outcomeReason: null,
  outcomeNo: null,
  outcomeOn: null,
  outcomeById: null,
  outcomeByName: null,
});

export const anExtension = (itemId: string, workingDays: number, status: Extension["status"]): Extension => ({
  id: `${itemId}-x`,
  itemId,
  workingDays,
  reason: "案情复杂",
  requestedOn: "2026-03-05",
  requestedById: "r",
  status,
  decidedOn: null,
  decidedById: null,
  decisionReason: null,
});

const byId = <T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> => Object.fromEntries(rows.map((row) => [row.id, row]));

/** A project registered and planned on Monday 2026-03-02. */
export const aCase = (
  items: readonly Item[],
  says: {
    procedures?: readonly Procedure[];
    corrections?: readonly Correction[];
    extensions?: readonly Extension[];
    forwardings?: readonly Forwarding[];
    project?: Partial<ProjectCase["project"]>;
  } = {},
): ProjectCase => ({
  project: {
    id: "p",
    centreId: "c",
    projectNo: "HY-2026-0001",
    queryCode: "Q",
    projectCode: null,
    name: "项目",
    category: "IND",
    packId: "test-2026",
    packDigest: "0",
    enterpriseId: "e",
    enterpriseName: "企业",
    creditCode: "91430400MA4H20027E",
    legalRepresentative: null,
    contactName: "甲",
    contactPhone: "13800000000",
    site: "衡阳",
    parcelNo: null,
    schemeNo: null,
    floorAreaSqm: null,
    investmentWan: null,
    keyProject: false,
    greenChannel: false,
    attractedInvestment: false,
    agentId: null,
    agentName: null,
    status: "running",
    screening: {},
    registeredOn: "2026-03-02",
    planConfirmedOn: "2026-03-02",
    completedOn: null,
    budgetWorkingDays: null,
    warnFrom: null,
    lateFrom: null,
    nextDueOn: null,
    observeFrom: null,
    itemCount: items.length,
    closedCount: 0,
    runningCount: 0,
    pausedCount: 0,
    correctingCount: 0,
    version: 1,
    updatedAt: "2026-03-02T01:00:00.000Z",
    ...says.project,
  },
  ...NO_PARTS,
  items: byId(items),
  corrections: byId(says.corrections ?? []),
  procedures: byId(says.procedures ?? []),
  extensions: byId(says.extensions ?? []),
  forwardings: byId(says.forwardings ?? []),
});

const pauseFrom = (start: CivilDay): fc.Arbitrary<Pause> =>
  fc
    .record({ offset: fc.integer({ min: 0, max: 70 }), length: fc.option(fc.integer({ min: 0, max: 25 }), { freq: 12 }) })
    .map(({ offset, length }) => aPause(addDays(start, offset), length === null ? null : addDays(start, offset + length)));

/** Any clock from 2024 to the unpublished days after 2026, with up to four pauses in any order. */
export const anyClock: fc.Arbitrary<ClockSpec> = fc.integer({ min: 0, max: 1100 }).chain((offset) => {
  const startedOn = addDays("2024-01-01", offset);
  return fc.record({
    startedOn: fc.constant(startedOn),
    startRule: fc.constantFrom("T+1" as const, "T+0" as const),
    limitDays: fc.integer({ min: 1, max: 45 }),
    unit: fc.constantFrom("wd" as const, "cal" as const),
    pauses: fc.array(pauseFrom(startedOn), { maxLength: 4 }),
    pauseRule: fc.constantFrom("after" as const, "inclusive" as const),
    extensionDays: fc.constantFrom(0, 0, 5, 10),
    endedOn: fc.constant(null),
    warnWorkingDays: fc.integer({ min: 0, max: 3 }),
  });
});
