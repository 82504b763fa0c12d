import { describe, expect, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import type { Pack } from "../../../../app/domain/pack/pack";
import { agent, aPerson, aPlannedCase, type CaseStory, hengyang, intake, manager } from "../../../builders/case-story";
import {
  AGREED,
  APPLIED,
  anApplication,
  anOpinedRun,
  aRunningRun,
  grant,
  investor,
  LAND,
  obtainLand,
  opine,
  runOf,
  sign,
  simulatedOf,
} from "../../../builders/simulation-story";

const here = (switches: Partial<Pack["switches"]>, rules: Partial<NonNullable<Pack["rules"]>> = {}): Pack => ({
  ...hengyang,
  switches: { ...hengyang.switches, ...switches },
  rules: { ...(hengyang.rules as NonNullable<Pack["rules"]>), ...rules },
});
const said = <T>(value: T | null) => ({ value, source: "test", assumed: false });

const MISSING = [{ code: "land-right", expectedOn: "2026-05-11" }];
const apply = (story: CaseStory, codes: readonly string[] = ["scheme-review"], more: object = {}) => ({
  type: "apply-simulation" as const,
  kind: "whole" as const,
  itemNos: codes.map((code) => story.no(code)),
  missing: MISSING,
  on: APPLIED,
  ...more,
});
const refusal = (story: CaseStory, codes?: readonly string[], more?: object) => story.refusal(agent, APPLIED, apply(story, codes, more)).code;

/** The ordinary case, of a category or a project that is not a key one. */
function ofOther(story: CaseStory, project: object): CaseStory {
  story.state = { ...story.case, project: { ...story.case.project, ...project } };
  return story;
}

describe("who may apply", () => {
  test("R-300 (H30, H45): simulated approval is open only where the place provides for it, to the categories or key projects it names", () => {
    const story = aPlannedCase("2026-02-24");
    expect(story.try(agent, APPLIED, apply(story)).ok).toBe(true);
    expect(refusal(ofOther(aPlannedCase("2026-02-24"), { keyProject: false }))).toBe("simulation-for-key-projects");
    expect(refusal(aPlannedCase("2026-02-24", [], here({ simulatedApproval: said<readonly string[]>(null) })))).toBe("simulation-unstated-here");
    expect(refusal(aPlannedCase("2026-02-24", [], here({ simulatedApproval: said(["GOV"]) })))).toBe("simulation-not-for-category");
    const byCategory = ofOther(aPlannedCase("2026-02-24", [], here({ simulatedApproval: said(["IND"]) })), { keyProject: false });
    expect(byCategory.try(agent, APPLIED, apply(byCategory)).ok).toBe(true);
  });

  test("R-301: what the place excludes is refused, by category or by an item whose presence shows it", () => {
    expect(refusal(aPlannedCase("2026-02-24", [], here({ simulationExcludes: said(["IND"]) })))).toBe("simulation-excludes-category");
    expect(refusal(aPlannedCase("2026-02-24", ["safety-design"], here({ simulationExcludes: said(["safety-design"]) })))).toBe("simulation-excludes-item");
    expect(aPlannedCase("2026-02-24", [], here({ simulationExcludes: said(["safety-design"]) })).item("scheme-review").status).toBe("planned");
  });

  test("R-301: an enterprise with an unrepaired breach is refused where a breach bars it until repaired", () => {
    const barring = aPlannedCase("2026-02-24", [], here({}, { breachSteps: said(["rectify", "barred-until-repaired"] as const) }));
    const outcome = (story: CaseStory, unrepairedBreaches: number) => {
      const context = { ...story.context(agent, APPLIED), unrepairedBreaches };
      story.context = () => context;
      return story.try(agent, APPLIED, apply(story));
    };
    expect(outcome(barring, 1)).toMatchObject({ ok: false, error: { code: "simulation-barred-by-credit", breaches: 1 } });
    expect(outcome(aPlannedCase("2026-02-24", [], barring.pack), 0).ok).toBe(true);
    expect(outcome(aPlannedCase("2026-02-24"), 1).ok).toBe(true);
  });

  test("R-302: a construction permit is never simulated, in one piece or in stages", () => {
    expect(refusal(aPlannedCase("2026-02-24"), ["construction-permit"])).toBe("construction-permit-never-simulated");
    const staged = aPlannedCase("2026-02-24", ["construction-permit-staged"]);
    expect(refusal(staged, ["scheme-review", "construction-permit-staged"])).toBe("construction-permit-never-simulated");
  });

  test("R-303: only items of stages 1 to 3 that have not begun are simulated, each by one run at a time", () => {
    const story = aPlannedCase("2026-02-24");
    expect(refusal(story, ["land-grant"])).toBe("tracked-item-not-simulated");
    expect(refusal(story, ["land-verify"])).toBe("simulation-stages-only");
    story.do(intake, "2026-02-25", { type: "receive-items", itemNos: [story.no("project-code")], on: "2026-02-25" });
    expect(refusal(story, ["project-code"])).toBe("simulated-item-has-begun");
    expect(refusal(anApplication(), ["scheme-review"])).toBe("item-already-simulated");
    expect(refusal(story, [])).toBe("items-missing");
  });

  test("R-303: a staged run ends before the tender, with the second stage", () => {
    const story = aPlannedCase("2026-02-24");
    expect(refusal(story, ["scheme-review", "drawing-review"], { kind: "staged" })).toBe("staged-run-ends-before-tender");
    expect(story.try(agent, APPLIED, apply(story, ["scheme-review"], { kind: "staged" })).ok).toBe(true);
  });

  test("R-304: every missing precondition is named once with the day it is expected, none before the application", () => {
    const story = aPlannedCase("2026-02-24");
    expect(refusal(story, undefined, { missing: [] })).toBe("preconditions-missing");
    expect(refusal(story, undefined, { missing: [{ code: "goodwill", expectedOn: "2026-05-11" }] })).toBe("precondition-unknown");
    expect(refusal(story, undefined, { missing: [...MISSING, ...MISSING] })).toBe("precondition-twice");
    expect(refusal(story, undefined, { missing: [{ code: "funding", expectedOn: null }] })).toBe("expected-day-missing");
    expect(refusal(story, undefined, { missing: [{ code: "funding", expectedOn: "2026-02-30" }] })).toBe("day-impossible");
    expect(refusal(story, undefined, { missing: [{ code: "funding", expectedOn: "2026-03-01" }] })).toBe("day-before");
  });

  test("the run has a number of its own, its lead department, and knows the next day something is expected", () => {
    const story = anApplication({ missing: [...MISSING, { code: "funding", expectedOn: "2026-04-01" }] });
    expect(runOf(story)).toMatchObject({ runNo: "HY-2026-0001-M1", status: "applied", nextExpectedOn: "2026-04-01", leadDepartmentCode: "zr" });
    expect(simulatedOf(story, "scheme-review").status).toBe("applied");
    expect(story.item("scheme-review").status).toBe("planned");
  });
});

describe("the ruling", () => {
  const rule = (story: CaseStory, ruling: "accept" | "refuse" | "ask-back", on: string = AGREED) => ({
    type: "rule-on-simulation" as const,
    runNo: runOf(story).runNo,
    ruling,
    reason: "重点项目",
    on,
  });

  test("R-307: a manager accepts only over a signed letter, gives a reason, and never rules on an application of their own", () => {
    const story = anApplication();
    expect(story.refusal(manager, AGREED, rule(story, "accept")).code).toBe("risk-letter-not-signed");
    sign(story);
    expect(story.refusal(manager, AGREED, { ...rule(story, "accept"), reason: "  " }).code).toBe("text-missing");
    expect(story.refusal({ ...manager, personId: agent.personId }, AGREED, rule(story, "accept")).code).toBe("own-application");
    story.do(manager, AGREED, rule(story, "accept"));
    expect(runOf(story)).toMatchObject({ status: "running", reviewedByName: manager.name, reviewedOn: AGREED });
    expect(simulatedOf(story, "drawing-review")).toMatchObject({ status: "accepted", acceptedOn: AGREED });
  });

  test("R-307: a refusal in writing ends the application and frees its items", () => {
    const story = anApplication();
    story.do(manager, AGREED, rule(story, "refuse"));
    expect(runOf(story)).toMatchObject({ status: "not-accepted", endCause: "refused", reviewReason: "重点项目" });
    expect(simulatedOf(story, "scheme-review")).toMatchObject({ status: "not-accepted", endedOn: AGREED });
    expect(story.try(agent, AGREED, { ...apply(story), on: AGREED }).ok).toBe(true);
  });

  test("R-307: what was asked back is answered before it is accepted", () => {
    const story = sign(anApplication());
    story.do(manager, AGREED, rule(story, "ask-back"));
    expect(story.refusal(manager, AGREED, rule(story, "accept")).code).toBe("answer-awaited");
    const answer = { type: "answer-simulation" as const, runNo: runOf(story).runNo, answer: "已挂牌公告", missing: MISSING, on: AGREED };
    expect(story.refusal(agent, AGREED, { ...answer, missing: [{ code: "funding", expectedOn: "2026-05-11" }] }).code).toBe("preconditions-stay");
    story.do(agent, AGREED, answer);
    expect(runOf(story)).toMatchObject({ askedBackOn: null, answer: "已挂牌公告" });
    expect(story.refusal(agent, AGREED, answer).code).toBe("nothing-asked-back");
    expect(story.do(manager, AGREED, rule(story, "accept")).case.runs[runOf(story).id]?.status).toBe("running");
  });

  test("R-306: an answer that moves the expected days asks for a new signature", () => {
    const story = sign(anApplication());
    story.do(manager, AGREED, rule(story, "ask-back"));
    const missing = [{ code: "land-right", expectedOn: "2026-06-30" }];
    story.do(agent, AGREED, { type: "answer-simulation", runNo: runOf(story).runNo, answer: "推迟挂牌", missing, on: AGREED });
    expect(runOf(story).letterSignatureId).toBeNull();
    expect(story.refusal(manager, AGREED, rule(story, "accept")).code).toBe("risk-letter-not-signed");
    sign(story, AGREED);
    expect(story.try(manager, AGREED, rule(story, "accept")).ok).toBe(true);
  });
});

describe("the trigger", () => {
  const trigger = (story: CaseStory, obtained: readonly string[], more: object = {}) => ({
    type: "record-trigger" as const,
    runNo: runOf(story).runNo,
    obtained,
    name: "土地出让合同",
    number: "衡土让12",
    documentOn: LAND,
    on: LAND,
    ...more,
  });

  test("R-313: the document that meets the last missing precondition makes every standing opinion ready and starts the conversion clock", () => {
    const story = anOpinedRun({ missing: [...MISSING, { code: "funding", expectedOn: "2026-04-01" }] });
    story.do(agent, "2026-04-02", trigger(story, ["funding"], { documentOn: "2026-04-01", on: "2026-04-02" }));
    expect(runOf(story)).toMatchObject({ status: "running", nextExpectedOn: "2026-05-11", triggeredOn: null });
    expect(simulatedOf(story, "scheme-review").status).toBe("opinion-given");
    story.do(agent, LAND, trigger(story, ["land-right"]));
    expect(runOf(story)).toMatchObject({ status: "converting", triggeredOn: LAND, nextExpectedOn: null, triggerDocument: { number: "衡土让12", on: LAND } });
    expect(simulatedOf(story, "scheme-review")).toMatchObject({ status: "ready", readyOn: LAND });
  });

  test("R-313: an opinion given after the trigger is ready on the day it is given", () => {
    const story = obtainLand(aRunningRun());
    expect(simulatedOf(story, "planning-conditions").status).toBe("accepted");
    opine(story, "planning-conditions", "2026-05-11");
    expect(simulatedOf(story, "planning-conditions")).toMatchObject({ status: "ready", readyOn: "2026-05-11" });
  });

  test("a document proves only what is outstanding, is not dated after its presentation and is no simulated paper", () => {
    const story = anOpinedRun();
    expect(story.refusal(agent, LAND, trigger(story, [])).code).toBe("preconditions-missing");
    expect(story.refusal(agent, LAND, trigger(story, ["funding"])).code).toBe("precondition-not-outstanding");
    expect(story.refusal(agent, LAND, trigger(story, ["land-right"], { documentOn: "2026-05-09" })).code).toBe("day-after");
    expect(story.refusal(agent, LAND, trigger(story, ["land-right"], { number: simulatedOf(story, "scheme-review").opinionNo })).code).toBe(
      "simulated-number-not-formal",
    );
    expect(story.refusal(agent, LAND, { ...trigger(story, ["land-right"]), runNo: "HY-2026-0001-M9" }).code).toBe("run-unknown");
  });
});

describe("the end before its time", () => {
  const end = (story: CaseStory, ground: "promise-broken" | "withdrawn" | "land-not-obtained", on: string = LAND) => ({
    type: "terminate-simulation" as const,
    runNo: runOf(story).runNo,
    ground,
    reason: "未能取得土地",
    on,
  });

  test("R-320: land not obtained ends everything still on its way, and what was converted stands", () => {
    const story = anOpinedRun();
    story.do(agent, LAND, end(story, "land-not-obtained"));
    expect(runOf(story)).toMatchObject({ status: "terminated", endCause: "land-not-obtained", endReason: "未能取得土地" });
    expect(simulatedOf(story, "planning-permit")).toMatchObject({ status: "terminated", endCause: "land-not-obtained" });
    expect(story.refusal(agent, LAND, end(obtainLand(anOpinedRun()), "land-not-obtained")).code).toBe("run-state-forbids");
    const late = obtainLand(anOpinedRun());
    expect(late.refusal(agent, LAND, end(late, "land-not-obtained")).code).toBe("land-not-awaited");
  });

  test("R-320: what another run rests on a terminated one lapses with it", () => {
    const story = anOpinedRun({ codes: ["planning-conditions", "land-planning-permit"] });
    story.do(agent, "2026-03-12", { ...apply(story, ["scheme-review"]), on: "2026-03-12" });
    sign(story, "2026-03-12");
    story.do(manager, "2026-03-13", { type: "rule-on-simulation", runNo: runOf(story).runNo, ruling: "accept", reason: "同意", on: "2026-03-13" });
    opine(story, "scheme-review", "2026-03-16");
    story.do(manager, LAND, { ...end(story, "promise-broken"), runNo: "HY-2026-0001-M1" });
    expect(simulatedOf(story, "scheme-review")).toMatchObject({ status: "lapsed", endCause: "basis-ended" });
    expect(runOf(story)).toMatchObject({ runNo: "HY-2026-0001-M2", status: "ended", endCause: "nothing-converted" });
  });

  test("R-321: the enterprise may withdraw until the first opinion was given, and only withdraw", () => {
    const early = aRunningRun();
    expect(early.refusal(investor, LAND, end(early, "land-not-obtained")).code).toBe("enterprise-may-only-withdraw");
    early.do(investor, "2026-03-05", end(early, "withdrawn", "2026-03-05"));
    expect(runOf(early).status).toBe("terminated");
    const late = anOpinedRun();
    expect(late.refusal(investor, LAND, end(late, "withdrawn")).code).toBe("withdrawal-after-opinion");
  });

  test("R-322: only a manager finds a promise broken", () => {
    const story = anOpinedRun();
    expect(story.refusal(agent, LAND, end(story, "promise-broken")).code).toBe("breach-found-by-manager");
    story.do(manager, LAND, end(story, "promise-broken"));
    expect(runOf(story).endCause).toBe("promise-broken");
  });
});

test("R-324: an item on its simulated way is received by conversion only, and can be neither withdrawn nor dropped meanwhile", () => {
  const story = anOpinedRun();
  grant(story, "wage-deposit", "2026-03-20");
  const receive = { type: "receive-items" as const, itemNos: [story.no("planning-conditions")], on: LAND };
  expect(story.refusal(intake, LAND, receive).code).toBe("item-under-simulation");
  expect(story.refusal(intake, LAND, { type: "withdraw-item", itemNo: story.no("planning-conditions"), reason: "撤", on: LAND }).code).toBe(
    "item-under-simulation",
  );
  const dropped = [{ code: "drawing-review", reason: "不需要" }];
  expect(story.refusal(agent, LAND, { type: "confirm-plan", on: LAND, added: [], dropped }).code).toBe("plan-item-already-begun");
  story.do(agent, LAND, { type: "terminate-simulation", runNo: runOf(story).runNo, ground: "land-not-obtained", reason: "流拍", on: LAND });
  expect(story.try(intake, LAND, receive).ok).toBe(true);
});

test("the roles: the officer applies, the enterprise signs, the manager rules, the department examines, the window converts", () => {
  const holders = (act: Parameters<typeof may>[1]) =>
    (["agent", "intake", "issuing", "reviewer", "manager", "supervisor", "admin", "investor"] as const).filter((role) => may(aPerson("x", role), act));
  expect(holders("apply-simulation")).toEqual(["agent"]);
  expect(holders("sign-letter")).toEqual(["investor"]);
  expect(holders("rule-on-simulation")).toEqual(["manager"]);
  expect(holders("give-simulated-opinion")).toEqual(["reviewer"]);
  expect(holders("convert-item")).toEqual(["intake"]);
});
