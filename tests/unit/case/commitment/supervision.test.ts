import { describe, expect, test } from "vitest";
import { availableActs } from "../../../../app/domain/case/available";
import { permitReady, type Readiness, startReady } from "../../../../app/domain/case/commitment/start-ready";
import { mayOperate } from "../../../../app/domain/case/commitment/supervision";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { aPerson, aPlannedCase, type CaseStory, hengyang, reviewer } from "../../../builders/case-story";
import {
  aCompleted,
  addStandard,
  agent,
  anApplicable,
  anEnforced,
  aProposal,
  appraise,
  aStarted,
  COMPLETED,
  check,
  checkAt,
  commitmentIn,
  decideAtOnce,
  enforce,
  environment,
  getReady,
  HANDED_DOWN,
  housing,
  IN_FORCE,
  manager,
  no,
  precheck,
  publish,
  recheck,
  STARTED,
  signPromise,
  standardsIn,
} from "../../../builders/commitment-story";
import { grant } from "../../../builders/simulation-story";

const names = ({ stops }: Readiness) => stops.map((stop) => (stop.kind === "item" ? stop.item.code : stop.kind));
const laws = ({ stops }: Readiness) => stops.flatMap((stop) => (stop.kind === "item" && stop.law ? [[stop.item.code, stop.law]] : []));
const prerequisites = (story: CaseStory, code: string) => story.item(code).prerequisites;
const missing = (story: CaseStory, code: string) => missingPrerequisites(story.case, story.item(code), "2027-12-31").map((item) => item.code);

/** The same tale with the three papers the law asks for before the start. */
function withLegalStops(): CaseStory {
  const story = appraise(aProposal(hengyang, ["env-form", "energy-review", "water-soil-form"]));
  addStandard(story, "图审", "drawing-review", "after-start");
  addStandard(story, "许可条件", "construction-permit", "at-once");
  story.do(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN });
  return enforce(publish(precheck(signPromise(story))));
}

const breach = (story: CaseStory, on: string, says: object = {}) =>
  ({
    type: "rule-on-breach",
    commitmentNo: no(story),
    ruling: "revoke",
    reason: "逾期未整改",
    rectifyBy: null,
    decisionNo: "衡承撤〔2026〕1号",
    penaltyYuan: null,
    penaltyBasis: null,
    on,
    ...says,
  }) as const;

describe("what the promise does", () => {
  test("R-358 (H44): what is promised after the start holds nothing up before it, but completion still waits", () => {
    const before = aPlannedCase("2026-02-24");
    expect(prerequisites(before, "construction-permit")).toContain("drawing-review");
    const story = anEnforced();
    expect(story.item("drawing-review")).toMatchObject({ promisedAs: "after-start", promisedOn: IN_FORCE });
    expect(prerequisites(story, "construction-permit")).not.toContain("drawing-review");
    expect(missing(story, "construction-permit")).not.toContain("drawing-review");
    const intake = aPerson("王芳", "intake");
    getReady(story);
    expect(availableActs(story.case, story.item("construction-permit"), intake, hengyang)).toContain("receive-items");
  });

  test("R-358 (H44): confirming the plan again keeps what the promise spares", () => {
    const story = anEnforced();
    story.do(agent, "2026-03-18", {
      type: "confirm-plan",
      on: "2026-03-18",
      added: [
        { code: "construction-permit-staged", reason: "先做基坑" },
        { code: "fire-design", reason: "特殊工程" },
      ],
      dropped: [],
    });
    expect(prerequisites(story, "construction-permit")).toContain("fire-design");
    expect(prerequisites(story, "construction-permit")).not.toContain("drawing-review");
  });

  test("R-359 (H44): what is promised at once is decided on acceptance, without review and steps, by another hand", () => {
    const story = getReady(anEnforced());
    const intake = aPerson("王芳", "intake");
    const itemNo = story.no("construction-permit");
    const on = "2026-04-02";
    story.do(intake, on, { type: "receive-items", itemNos: [itemNo], on });
    story.do(intake, on, { type: "accept-item", itemNo, acceptanceNo: "衡受1号", on });
    const decision = { type: "decide-item", itemNo, granted: true, decisionNo: "衡建施1号", reason: null, overdueReason: null, on } as const;
    expect(availableActs(story.case, story.item("construction-permit"), housing, hengyang)).toContain("decide-item");
    expect(story.refusal({ ...housing, personId: intake.personId }, on, decision).code).toBe("acceptor-cannot-decide");
    expect(story.do(housing, on, decision).item("construction-permit").status).toBe("granted");
    const ordinary = getReady(anEnforced());
    const other = ordinary.no("line-setting");
    ordinary.do(intake, on, { type: "receive-items", itemNos: [other], on });
    ordinary.do(intake, on, { type: "accept-item", itemNo: other, acceptanceNo: "衡受2号", on });
    expect(ordinary.refusal(reviewer("zr"), on, { ...decision, itemNo: other }).code).toBe("review-not-started");
  });

  test("R-360 (H44): permit-ready and start-ready are two checks; EIA, soil-water and energy stop the start whatever is promised", () => {
    const story = withLegalStops();
    expect(names(permitReady(story.case, hengyang))).not.toContain("drawing-review");
    for (const code of ["project-code", "ent-filing", "planning-conditions"]) grant(story, code, "2026-04-01");
    story.do(agent, "2026-04-01", { type: "complete-milestone", itemNo: story.no("land-grant"), reference: "合同", on: "2026-04-01" });
    for (const code of ["land-planning-permit", "scheme-review", "planning-permit", "quality-safety"]) grant(story, code, "2026-04-01");
    expect(permitReady(story.case, hengyang)).toEqual({ ready: true, stops: [] });
    expect(names(startReady(story.case, hengyang)).sort()).toEqual(["check", "construction-permit", "energy-review", "env-form", "water-soil-form"]);
    expect(laws(startReady(story.case, hengyang)).sort()).toEqual([
      ["construction-permit", "construction-permit"],
      ["energy-review", "energy"],
      ["env-form", "environment"],
      ["water-soil-form", "soil-water"],
    ]);
    decideAtOnce(story, "construction-permit", "2026-04-02");
    check(story, "before-start", "2026-04-02");
    const completion = { type: "record-works-completion", commitmentNo: no(story), reference: "报告", verifyBy: null, on: COMPLETED } as const;
    expect(story.refusal(agent, COMPLETED, completion)).toMatchObject({ code: "works-could-not-start" });
    for (const code of ["env-form", "energy-review", "water-soil-form"]) grant(story, code, "2026-04-03");
    expect(startReady(story.case, hengyang)).toEqual({ ready: true, stops: [] });
  });

  test("R-360 (H44): before the promise is in force it spares nothing and is itself a stop; without one there is only the law", () => {
    expect(names(startReady(anApplicable().case, hengyang))).toContain("commitment");
    const plain = aPlannedCase("2026-02-24");
    expect(names(startReady(plain.case, hengyang))).toContain("drawing-review");
    expect(names(startReady(plain.case, hengyang))).not.toContain("commitment");
  });
});

describe("supervision", () => {
  test("R-362 (K26): a check has evidence and is made by a department of the list; what is not met has findings and a day after it", () => {
    const story = anEnforced();
    const command = (says: object) =>
      ({
        type: "record-check",
        commitmentNo: no(story),
        checkId: checkAt(story, "before-start").id,
        outcome: "not-met",
        findings: ["通道不足"],
        evidence: ["照片"],
        rectifyBy: "2026-04-30",
        failedStandardIds: [],
        on: "2026-03-20",
        ...says,
      }) as const;
    const refused = (says: object, who = housing) => story.refusal(who, "2026-03-20", command(says)).code;
    expect(refused({ evidence: [] })).toBe("evidence-missing");
    expect(refused({ findings: [" "] })).toBe("findings-missing");
    expect(refused({ rectifyBy: null })).toBe("rectify-by-missing");
    expect(refused({ rectifyBy: "2026-03-20" })).toBe("rectify-by-too-early");
    expect(refused({ on: "2026-03-13" })).toBe("day-before");
    expect(refused({ checkId: "x" })).toBe("check-unknown");
    expect(refused({}, reviewer("fg"))).toBe("not-allowed-other-department");
    story.do(environment, "2026-03-20", command({}));
    expect(checkAt(story, "before-start")).toMatchObject({ status: "rectifying", rectifyBy: "2026-04-30", departmentCode: "st" });
    expect(commitmentIn(story)).toMatchObject({ status: "rectifying", dueOn: "2026-04-30" });
    expect(refused({})).toBe("check-already-made");
  });

  test("R-361 (H44): the day of a check is set or moved with a reason, never to the same or a past day", () => {
    const story = anEnforced();
    const move = (says: object) =>
      ({
        type: "schedule-check",
        commitmentNo: no(story),
        checkId: checkAt(story, "completion").id,
        dueOn: "2026-09-30",
        reason: "工期调整",
        on: IN_FORCE,
        ...says,
      }) as const;
    story.do(housing, IN_FORCE, move({}));
    expect(checkAt(story, "completion").dueOn).toBe("2026-09-30");
    expect(story.refusal(housing, IN_FORCE, move({})).code).toBe("check-day-unchanged");
    expect(story.refusal(housing, IN_FORCE, move({ dueOn: "2026-03-01" })).code).toBe("day-before");
    expect(story.refusal(housing, IN_FORCE, move({ dueOn: "2026-10-30", reason: "" })).code).toBe("text-missing");
  });

  test("R-363 (H44): put right in time it is met again; looked at after its day only a manager has a say", () => {
    const story = check(anEnforced(), "before-start", "2026-03-20", "not-met", "2026-04-10");
    expect(story.refusal(manager, "2026-04-01", breach(story, "2026-04-01")).code).toBe("rectification-still-running");
    expect(recheck(story, "before-start", "2026-04-10").case.supervisionChecks[checkAt(story, "before-start").id]?.status).toBe("met");
    expect(commitmentIn(story).status).toBe("in-force");
    const late = check(anEnforced(), "before-start", "2026-03-20", "not-met", "2026-04-10");
    const again = {
      type: "recheck-rectification",
      commitmentNo: no(late),
      checkId: checkAt(late, "before-start").id,
      outcome: "met",
      evidence: ["照片"],
      note: null,
      on: "2026-04-11",
    } as const;
    expect(late.refusal(housing, "2026-04-11", again).code).toBe("rectification-overdue");
    expect(late.refusal(housing, "2026-04-11", { ...again, checkId: checkAt(late, "construction").id }).code).toBe("check-not-rectifying");
    late.do(manager, "2026-04-13", breach(late, "2026-04-13", { ruling: "more-time", rectifyBy: "2026-05-08" }));
    expect(checkAt(late, "before-start")).toMatchObject({ status: "rectifying", rectifyBy: "2026-05-08" });
    recheck(late, "before-start", "2026-05-06");
    expect(commitmentIn(late).status).toBe("in-force");
  });

  test("R-364 (H44): the final verification follows completion and every earlier point, and marks the standards not met", () => {
    const story = check(aStarted(), "construction", "2026-06-15");
    story.do(agent, COMPLETED, { type: "record-works-completion", commitmentNo: no(story), reference: "报告", verifyBy: "2026-09-10", on: COMPLETED });
    expect(commitmentIn(story)).toMatchObject({ status: "verifying", completedOn: COMPLETED, dueOn: "2026-09-10" });
    const verify = (says: object) =>
      ({
        type: "record-check",
        commitmentNo: no(story),
        checkId: checkAt(story, "verification").id,
        outcome: "not-met",
        findings: ["图审不合格"],
        evidence: ["报告"],
        rectifyBy: "2026-10-30",
        failedStandardIds: [standardsIn(story)[0]?.id ?? ""],
        on: "2026-09-01",
        ...says,
      }) as const;
    expect(story.refusal(housing, "2026-09-01", verify({}))).toMatchObject({ code: "points-outstanding", points: ["completion"] });
    check(story, "completion", "2026-08-25");
    expect(story.refusal(housing, "2026-09-01", verify({ failedStandardIds: [] })).code).toBe("failed-standards-missing");
    expect(story.refusal(housing, "2026-09-01", verify({ failedStandardIds: ["x"] })).code).toBe("standard-unknown");
    story.do(housing, "2026-09-01", verify({}));
    expect(standardsIn(story).map(({ outcome }) => outcome)).toEqual(["not-met", "met", "met"]);
    expect(mayOperate(commitmentIn(story))).toBe(false);
    recheck(story, "verification", "2026-10-20");
    expect(standardsIn(story).every(({ outcome }) => outcome === "met")).toBe(true);
    expect(commitmentIn(story)).toMatchObject({ status: "in-operation", verifiedOn: "2026-10-20" });
  });

  test("R-364 (H44): the check before the start must be met before completion can be recorded", () => {
    const story = decideAtOnce(getReady(anEnforced()), "construction-permit", "2026-04-02");
    const completion = { type: "record-works-completion", commitmentNo: no(story), reference: "报告", verifyBy: null, on: COMPLETED } as const;
    expect(story.refusal(agent, COMPLETED, completion).code).toBe("start-check-outstanding");
  });

  test("R-365 (H44): no operation before the verification; after it what followed the start is issued at once", () => {
    const story = aCompleted();
    const operation = {
      type: "record-check",
      commitmentNo: no(story),
      checkId: checkAt(story, "operation").id,
      outcome: "met",
      findings: [],
      evidence: ["达产报表"],
      rectifyBy: null,
      failedStandardIds: [],
      on: "2026-09-01",
    } as const;
    expect(story.refusal(housing, "2026-09-01", operation).code).toBe("not-verified-no-operation");
    expect(story.item("drawing-review").promisedAs).toBe("after-start");
    check(story, "verification", "2026-09-01");
    expect(mayOperate(commitmentIn(story))).toBe(true);
    expect(story.item("drawing-review").promisedAs).toBe("at-once");
    expect(decideAtOnce(story, "drawing-review", "2026-09-02").item("drawing-review").status).toBe("granted");
  });

  test("R-366 (H44): kept when every point is met; a reward is recorded once", () => {
    const story = check(check(aCompleted(), "verification", "2026-09-01"), "operation", "2026-12-01");
    expect(commitmentIn(story)).toMatchObject({ status: "fulfilled", fulfilledOn: "2026-12-01", endedOn: "2026-12-01", dueOn: null });
    const reward = { type: "reward-commitment", commitmentNo: no(story), reward: "列入守信企业名单", on: "2026-12-02" } as const;
    expect(story.refusal(manager, "2026-12-02", { ...reward, on: "2026-11-01" }).code).toBe("day-before");
    story.do(manager, "2026-12-02", reward);
    expect(story.refusal(manager, "2026-12-02", reward).code).toBe("commitment-already-rewarded");
  });
});

describe("a broken promise", () => {
  test("R-367 (F32): a manager rules with reason, number and, for a penalty, amount and basis together", () => {
    const story = check(anEnforced(), "before-start", "2026-03-20", "not-met", "2026-04-10");
    const refused = (says: object, who = manager) => story.refusal(who, "2026-04-13", breach(story, "2026-04-13", says)).code;
    expect(refused({ reason: "" })).toBe("text-missing");
    expect(refused({ decisionNo: " " })).toBe("text-missing");
    expect(refused({ penaltyYuan: 20000 })).toBe("penalty-basis-missing");
    expect(refused({ penaltyBasis: "浙江规定第四十四条" })).toBe("penalty-amount-missing");
    expect(refused({ penaltyYuan: 0, penaltyBasis: "第四十四条" })).toBe("penalty-amount-impossible");
    expect(refused({ ruling: "more-time" })).toBe("rectify-by-missing");
    expect(refused({}, { ...manager, personId: agent.personId })).toBe("own-application");
    story.do(manager, "2026-04-13", breach(story, "2026-04-13", { penaltyYuan: 20000, penaltyBasis: "市承诺制办法" }));
    expect(commitmentIn(story)).toMatchObject({ status: "breached", breachNo: "衡承撤〔2026〕1号", penaltyYuan: 20000, penaltyBasis: "市承诺制办法" });
  });

  test("R-368 (F32): revoked, everything it spared is due again and permits granted on it are revoked with it", () => {
    const story = decideAtOnce(getReady(anEnforced()), "construction-permit", "2026-04-02");
    check(story, "before-start", STARTED, "not-met", "2026-04-20");
    recheck(story, "before-start", "2026-04-20", "not-met");
    expect(checkAt(story, "before-start").status).toBe("failed");
    story.do(manager, "2026-04-22", breach(story, "2026-04-22"));
    expect(story.item("construction-permit").status).toBe("revoked");
    expect(story.item("drawing-review")).toMatchObject({ promisedAs: null, promisedOn: null });
    expect(checkAt(story, "construction").status).toBe("lapsed");
    expect(story.events.map(({ type }) => type).slice(-2)).toEqual(["commitment-breached", "promised-item-revoked"]);
  });

  test("R-368 (F32): items not yet accepted wait again for what the promise had spared", () => {
    const story = check(getReady(anEnforced()), "before-start", STARTED, "not-met", "2026-04-20");
    expect(missing(story, "construction-permit")).toEqual([]);
    story.do(manager, "2026-04-21", breach(story, "2026-04-21"));
    expect(prerequisites(story, "construction-permit")).toEqual(prerequisites(aPlannedCase("2026-02-24"), "construction-permit"));
    expect(missing(story, "construction-permit")).toEqual(["drawing-review"]);
    expect(names(permitReady(story.case, hengyang))).toEqual(["drawing-review"]);
  });

  test("R-373 (H44): the day a step is due follows it: preliminary check, publicity, next point, rectification", () => {
    const story = anEnforced();
    const due = () => commitmentIn(story).dueOn;
    expect(due()).toBe("2026-03-31");
    check(story, "before-start", "2026-03-20", "not-met", "2026-04-10");
    expect(due()).toBe("2026-04-10");
    recheck(story, "before-start", "2026-04-09");
    expect(due()).toBe("2026-06-30");
    check(story, "construction", "2026-06-29");
    expect(due()).toBeNull();
  });
});
