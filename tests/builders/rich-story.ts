import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { RecordedEvent } from "../../app/domain/case/events";
import { agent, CaseStory, hengyang, intake, issuing, PROJECT_FACTS, plainAnswers, reviewer } from "./case-story";

/** Day on which every rich story is looked at: a Monday. */
export const RICH_TODAY = "2026-11-23";

/** A registered project without a plan. */
export function aRegisteredStory(on: CivilDay = "2026-10-26"): CaseStory {
  return new CaseStory(hengyang).do(agent, on, {
    type: "register-project",
    projectNo: "HY-2026-0007",
    queryCode: "ABCD2345",
    enterpriseId: "enterprise-1",
    packId: hengyang.id,
    on,
    ...PROJECT_FACTS,
  });
}

/** Answers that make the plan of an industrial project as long as the catalogue allows in practice. */
const MANY: Readonly<Record<string, string>> = {
  "approval-route": "approval-list",
  land: "construction-land",
  mineral: "overlay",
  "geo-hazard": "prone",
  forest: "uses",
  relics: "both",
  seismic: "special",
  eia: "form",
  "soil-water": "report",
  energy: "review",
  "water-intake": "own",
  river: "both",
  "social-risk": "needed",
  green: "affected",
  road: "both",
  pipes: "moved",
  fire: "special",
  lightning: "required",
  waste: "carried",
  sewage: "network",
  discharge: "permit",
  "standard-land": "standard",
  "util-water": "needed",
  "util-power": "high",
  "util-gas": "needed",
  "util-telecom": "needed",
};

/** The long plan, kept at forty whatever else the catalogue comes to hold. */
const FORTY = [
  "project-code",
  "ent-approval",
  "planning-conditions",
  "land-grant",
  "land-planning-permit",
  "land-registration",
  "env-form",
  "energy-review",
  "water-soil-report",
  "river-works",
  "scheme-review",
  "planning-permit",
  "green-land",
  "municipal-excavation",
  "line-setting",
  "drawing-review",
  "fire-design",
  "lightning-design",
  "quality-safety",
  "construction-permit",
  "waste-disposal",
  "wage-deposit",
  "drainage-permit",
  "joint-survey",
  "planning-verify",
  "land-verify",
  "fire-acceptance",
  "lightning-acceptance",
  "archive-acceptance",
  "quality-acceptance",
  "joint-acceptance",
  "completion-filing",
  "water-soil-acceptance",
  "discharge-permit",
  "building-registration",
  "util-water",
  "util-drain",
  "util-power-hv",
  "util-gas",
  "util-telecom",
];
const EIGHT = ["project-code", "ent-filing", "scheme-review", "planning-permit", "drawing-review", "construction-permit", "quality-safety", "wage-deposit"];

/** A planned project of eight or of forty items. */
export function aPlannedStory(size: 8 | 40, on: CivilDay = "2026-10-26"): CaseStory {
  const plain = plainAnswers(hengyang, "IND");
  const screened = (): CaseStory => aRegisteredStory(on).do(agent, on, { type: "answer-screening", answers: size === 40 ? { ...plain, ...MANY } : plain });
  const whole = screened().do(agent, on, { type: "confirm-plan", on, added: [], dropped: [] });
  const out = Object.values(whole.case.items)
    .map((item) => item.code)
    .filter((code) => !(size === 40 ? FORTY : EIGHT).includes(code));
  return screened().do(agent, on, { type: "confirm-plan", on, added: [], dropped: out.map((code) => ({ code, reason: "本期不涉及" })) });
}

export interface Road {
  readonly received: CivilDay;
  readonly correction?: readonly [from: CivilDay, to: CivilDay | null];
  readonly accepted?: CivilDay;
  readonly review?: CivilDay;
  readonly procedure?: readonly [kind: string, from: CivilDay, to: CivilDay | null];
  readonly decided?: CivilDay;
  readonly delivered?: CivilDay;
}

/** Walks one item along its road, each act on its day through the real rules. */
export function walk(story: CaseStory, code: string, road: Road): CaseStory {
  const itemNo = story.no(code);
  const department = reviewer(story.item(code).departmentCode);
  const colleague = reviewer(story.item(code).departmentCode, "李工");
  const serial = Number(itemNo.slice(-2));
  story.do(intake, road.received, { type: "receive-items", itemNos: [itemNo], on: road.received });
  if (road.correction) {
    const [from, to] = road.correction;
    story.do(intake, from, {
      type: "notify-correction",
      itemNo,
      noticeNo: `衡补〔2026〕${serial}号`,
      defects: ["勘测定界图缺坐标", "申请表未加盖公章"],
      replyBy: "2026-11-25",
      on: from,
    });
    if (to) story.do(intake, to, { type: "supply-correction", itemNo, note: null, on: to });
  }
  if (!road.accepted) return story;
  story.do(intake, road.accepted, { type: "accept-item", itemNo, acceptanceNo: `衡受〔2026〕${serial}号`, on: road.accepted });
  const review = road.review ?? road.accepted;
  story.do(department, review, { type: "start-review", itemNo, on: review });
  if (road.procedure) {
    const [kind, from, to] = road.procedure;
    story.do(department, from, {
      type: "open-procedure",
      itemNo,
      kind,
      noticeNo: `衡特〔2026〕${serial}号`,
      toldWorkingDays: 8,
      reason: "依法组织专家评审",
      on: from,
    });
    const opened = Object.values(story.case.procedures).find((one) => one.itemId === story.item(code).id && one.closedOn === null);
    if (to && opened) story.do(department, to, { type: "close-procedure", itemNo, procedureId: opened.id, outcome: "专家评审通过", on: to });
  }
  if (!road.decided) return story;
  // The last step is the decision itself.
  const steps = (hengyang.itemTypes.find((type) => type.code === story.item(code).type)?.steps ?? []).slice(0, -1);
  // No two acts in a row by one person: examiner and checker take turns, and so does who decides.
  const taker = (turn: number) => (turn % 2 === 0 ? department : colleague);
  steps.forEach((step, turn) => {
    story.do(taker(turn), road.decided as CivilDay, { type: "record-step", itemNo, step: step.code, remark: null, on: road.decided as CivilDay });
  });
  const late = story.item(code).dueOn !== null && road.decided > (story.item(code).dueOn as string);
  story.do(taker(steps.length), road.decided, {
    type: "decide-item",
    itemNo,
    granted: true,
    decisionNo: `衡建许〔2026〕${String(serial).padStart(4, "0")}号`,
    reason: null,
    overdueReason: late ? "方案多次修改" : null,
    on: road.decided,
  });
  if (!road.delivered) return story;
  story.do(issuing, road.delivered, { type: "issue-result", itemNo, on: road.delivered });
  return story.do(issuing, road.delivered, { type: "deliver-result", itemNo, method: "window", receivedBy: "陈志明", on: road.delivered });
}

/** Done, late, due today, paused, corrected, waiting and planned items at once, seen on `RICH_TODAY`. */
export function aRichStory(size: 8 | 40): CaseStory {
  const story = aPlannedStory(size);
  const onOneDay = (code: string, day: CivilDay): CaseStory => walk(story, code, { received: day, accepted: day, decided: day, delivered: day });
  onOneDay("project-code", "2026-10-26");
  if (size === 8) {
    onOneDay("ent-filing", "2026-10-27");
    walk(story, "scheme-review", { received: "2026-10-28", accepted: "2026-10-30", decided: "2026-11-12", delivered: "2026-11-13" });
    walk(story, "planning-permit", { received: "2026-11-12", accepted: "2026-11-12" });
    walk(story, "drawing-review", { received: "2026-11-12", accepted: "2026-11-13", procedure: ["expert-review", "2026-11-16", null] });
    return walk(story, "quality-safety", { received: "2026-11-18", correction: ["2026-11-20", null] });
  }
  walk(story, "planning-conditions", { received: "2026-10-26", accepted: "2026-10-27", decided: "2026-11-02", delivered: "2026-11-03" });
  walk(story, "ent-approval", { received: "2026-10-27", accepted: "2026-10-28", decided: "2026-11-10", delivered: "2026-11-11" });
  walk(story, "energy-review", {
    received: "2026-10-28",
    correction: ["2026-10-30", "2026-11-04"],
    accepted: "2026-11-04",
    decided: "2026-11-13",
    delivered: "2026-11-16",
  });
  walk(story, "scheme-review", { received: "2026-11-03", accepted: "2026-11-04" });
  walk(story, "water-soil-report", { received: "2026-11-05", accepted: "2026-11-06", procedure: ["expert-review", "2026-11-12", null] });
  walk(story, "env-form", { received: "2026-11-09", accepted: "2026-11-09" });
  walk(story, "river-works", { received: "2026-11-12", accepted: "2026-11-13", procedure: ["testing", "2026-11-16", "2026-11-19"] });
  story.do(agent, "2026-11-16", { type: "complete-milestone", itemNo: story.no("land-grant"), reference: "衡网挂〔2026〕12号", on: "2026-11-16" });
  onOneDay("land-registration", "2026-11-17");
  onOneDay("wage-deposit", "2026-11-18");
  walk(story, "green-land", { received: "2026-11-18", correction: ["2026-11-20", null] });
  walk(story, "lightning-design", { received: "2026-11-19", accepted: "2026-11-20" });
  return walk(story, "municipal-excavation", { received: "2026-11-20" });
}

/** The story's events as they would stand in the record, each entered on its own day. */
export function recordedEvents(story: CaseStory): readonly RecordedEvent[] {
  return story.events.map((event, index) => {
    const on = "on" in event ? event.on : "2026-10-26";
    return {
      seq: index + 1,
      event,
      actorId: "person",
      actorName: "李敏",
      actorRole: "agent",
      happenedOn: on,
      recordedAt: `${on}T02:00:00.000Z`,
      backDated: false,
      hash: "",
      previousHash: "",
    };
  });
}
