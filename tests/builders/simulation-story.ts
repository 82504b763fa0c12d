import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { Actor } from "../../app/domain/case/context";
import type { SimulatedItem, SimulatedRun, SimulatedRunKind, SimulatedStance } from "../../app/domain/case/parts/simulation";
import { latestSimulated, runsOf } from "../../app/domain/case/simulation/reads";
import type { Pack } from "../../app/domain/pack/pack";
import { agent, aPerson, aPlannedCase, type CaseStory, hengyang, intake, issuing, manager, reviewer } from "./case-story";

/** A person of the enterprise that `aPlannedCase` registers. */
export const investor: Actor = { ...aPerson("陈志明", "investor"), enterpriseIds: ["enterprise-1"] };

/** A key project of Hengyang: what waits for the land, from the planning conditions to the permit before construction. */
export const SIMULATED = ["planning-conditions", "land-planning-permit", "scheme-review", "planning-permit", "drawing-review"] as const;

/** Days of the ordinary tale: applied Monday, agreed Wednesday, opinions in the two weeks after, land in May. */
export const APPLIED: CivilDay = "2026-03-02";
export const AGREED: CivilDay = "2026-03-04";
export const LAND: CivilDay = "2026-05-08";

/** Digest of the letter as the tests show it: `execute` computes the real one. */
export const DIGEST = "d".repeat(64);

interface Applied {
  readonly kind?: SimulatedRunKind;
  readonly codes?: readonly string[];
  readonly missing?: readonly { readonly code: string; readonly expectedOn: CivilDay | null }[];
  readonly pack?: Pack;
}

export const runOf = (story: CaseStory): SimulatedRun => {
  const run = runsOf(story.case).at(-1);
  if (!run) throw new Error("nothing is simulated");
  return run;
};

export function simulatedOf(story: CaseStory, code: string): SimulatedItem {
  const simulated = latestSimulated(story.case, story.item(code).id);
  if (!simulated) throw new Error(`${code} is not simulated`);
  return simulated;
}

/** The department that decides an item. */
export const reviewerOf = (story: CaseStory, code: string): Actor => reviewer(story.item(code).departmentCode);

/** A planned key project whose officer has applied for simulated approval. */
export function anApplication({
  kind = "whole",
  codes = SIMULATED,
  missing = [{ code: "land-right", expectedOn: "2026-05-11" }],
  pack = hengyang,
}: Applied = {}): CaseStory {
  const story = aPlannedCase("2026-02-24", [], pack);
  return story.do(agent, APPLIED, { type: "apply-simulation", kind, itemNos: codes.map((code) => story.no(code)), missing, on: APPLIED });
}

export const sign = (story: CaseStory, on: CivilDay = APPLIED): CaseStory =>
  story.do(investor, on, {
    type: "sign-letter",
    letterKind: "simulation-risk",
    subjectId: runOf(story).id,
    shownDigest: DIGEST,
    digest: DIGEST,
    typedName: investor.name,
    capacity: "legal-representative",
    authorisation: null,
    method: "password",
    address: "10.0.0.7",
  });

/** The same, signed by the enterprise and agreed to by the manager. */
export function aRunningRun(applied: Applied = {}): CaseStory {
  const story = sign(anApplication(applied));
  return story.do(manager, AGREED, { type: "rule-on-simulation", runNo: runOf(story).runNo, ruling: "accept", reason: "重点项目，用地已公告", on: AGREED });
}

/** The department takes an item up and gives its simulated opinion on one day. */
export function opine(story: CaseStory, code: string, on: CivilDay, stance: SimulatedStance = "agree"): CaseStory {
  const who = reviewerOf(story, code);
  const itemNo = story.no(code);
  if (simulatedOf(story, code).status === "accepted") story.do(who, on, { type: "start-simulated-review", itemNo, on });
  return story.do(who, on, { type: "give-simulated-opinion", itemNo, stance, conditions: stance === "agree" ? [] : ["退线 10 m"], on });
}

/** Formally grants an item of the plan in one day, window and department each doing theirs. */
export function grant(story: CaseStory, code: string, on: CivilDay): CaseStory {
  const itemNo = story.no(code);
  if (story.item(code).status === "planned") {
    story.do(intake, on, { type: "receive-items", itemNos: [itemNo], on });
    story.do(intake, on, { type: "accept-item", itemNo, acceptanceNo: `衡受〔2026〕${itemNo.slice(-2)}号`, on });
  }
  return decided(story, code, on);
}

/** The department's ordinary way from acceptance to a grant, each step by another hand. */
export function decided(story: CaseStory, code: string, on: CivilDay): CaseStory {
  const item = story.item(code);
  const itemNo = item.itemNo;
  const [one, two, three] = ["甲", "乙", "丙"].map((name) => reviewer(item.departmentCode, name)) as [Actor, Actor, Actor];
  if (item.type !== "INSTANT") story.do(one, on, { type: "start-review", itemNo, on });
  const steps = story.pack.itemTypes.find((type) => type.code === item.type)?.steps.slice(0, -1) ?? [];
  steps.forEach((step, index) => {
    story.do(index === 0 ? one : two, on, { type: "record-step", itemNo, step: step.code, remark: null, on });
  });
  return story.do(three, on, {
    type: "decide-item",
    itemNo,
    granted: true,
    decisionNo: `衡批〔2026〕${itemNo.slice(-2)}号`,
    reason: null,
    overdueReason: null,
    on,
  });
}

/** A run in which every department has agreed, before the land is obtained. Filings before it are granted formally. */
export function anOpinedRun(applied: Applied = {}): CaseStory {
  const story = aRunningRun(applied);
  for (const code of ["project-code", "ent-filing"]) grant(story, code, "2026-03-05");
  for (const [code, on] of [
    ["planning-conditions", "2026-03-09"],
    ["land-planning-permit", "2026-03-11"],
    ["scheme-review", "2026-03-16"],
    ["planning-permit", "2026-03-19"],
    ["drawing-review", "2026-03-20"],
  ] as const)
    if ((applied.codes ?? SIMULATED).includes(code)) opine(story, code, on);
  return story;
}

/** The land contract is signed and presented. */
export const obtainLand = (story: CaseStory, on: CivilDay = LAND): CaseStory =>
  story.do(agent, on, {
    type: "record-trigger",
    runNo: runOf(story).runNo,
    obtained: ["land-right"],
    name: "国有建设用地使用权出让合同",
    number: "衡土让〔2026〕12号",
    documentOn: on,
    on,
  });

export const convert = (story: CaseStory, code: string, on: CivilDay): CaseStory =>
  story.do(intake, on, { type: "convert-item", itemNo: story.no(code), acceptanceNo: `衡受〔2026〕转${story.no(code).slice(-2)}号`, on });

/** The whole tale: every item converted in the order of its prerequisites and granted. */
export function aConvertedRun(): CaseStory {
  const story = obtainLand(anOpinedRun());
  convert(story, "planning-conditions", LAND);
  decided(story, "planning-conditions", LAND);
  story.do(agent, LAND, { type: "complete-milestone", itemNo: story.no("land-grant"), reference: "衡土让〔2026〕12号", on: LAND });
  for (const [code, on] of [
    ["land-planning-permit", "2026-05-09"],
    ["scheme-review", "2026-05-09"],
    ["planning-permit", "2026-05-11"],
    ["drawing-review", "2026-05-11"],
  ] as const) {
    convert(story, code, on);
    decided(story, code, on);
  }
  return story;
}

export { agent, intake, issuing, manager };
