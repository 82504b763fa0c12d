import { describe, expect, test } from "vitest";
import { availableCommitmentActs } from "../../../../app/domain/case/commitment/available";
import { startableFrom, startReady } from "../../../../app/domain/case/commitment/start-ready";
import { aPerson, aPlannedCase, type CaseStory, hengyang, reviewer } from "../../../builders/case-story";
import {
  aCompleted,
  addStandard,
  agent,
  anApplicable,
  anEnforced,
  aPublic,
  aStarted,
  check,
  checkAt,
  commitmentIn,
  decideAtOnce,
  deputy,
  enforce,
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
} from "../../../builders/commitment-story";
import { grant } from "../../../builders/simulation-story";

const intake = aPerson("王芳", "intake");
const stops = (story: CaseStory) => startReady(story.case, hengyang).stops.map((stop) => (stop.kind === "item" ? stop.item.code : stop.kind));

const breach = (story: CaseStory, on: string) =>
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
  }) as const;

/** In force with the drawings after the start as its only promise: the permit goes the ordinary way. */
function withoutPermit(): CaseStory {
  const story = addStandard(anApplicable(), "图审", "drawing-review", "after-start");
  story.do(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN });
  return enforce(publish(precheck(signPromise(story))));
}

/** The check before the start fails, its rectification too, and the commitment is revoked. */
function revoke(story: CaseStory): CaseStory {
  check(story, "before-start", STARTED, "not-met", "2026-04-20");
  recheck(story, "before-start", "2026-04-20", "not-met");
  return story.do(manager, "2026-04-22", breach(story, "2026-04-22"));
}

const completion = (story: CaseStory, on: string) =>
  ({ type: "record-works-completion", commitmentNo: no(story), reference: "竣工报告", verifyBy: null, on }) as const;

const checked = (story: CaseStory, point: Parameters<typeof checkAt>[1], on: string) =>
  ({
    type: "record-check",
    commitmentNo: no(story),
    checkId: checkAt(story, point).id,
    outcome: "met",
    findings: [],
    evidence: ["照片"],
    rectifyBy: null,
    failedStandardIds: [],
    on,
  }) as const;

describe("what the law asks for before the start", () => {
  test("R-377 (H44): it is not left out of the plan, and a plan without a construction permit is not ready to start", () => {
    const story = aPlannedCase("2026-02-24");
    const dropped = (code: string) =>
      story.refusal(agent, "2026-02-25", { type: "confirm-plan", on: "2026-02-25", added: [], dropped: [{ code, reason: "不办" }] }).code;
    expect(dropped("construction-permit")).toBe("plan-legal-stop-stays");
    expect(stops(story)).not.toContain("permit");
    const items = Object.fromEntries(Object.entries(story.case.items).filter(([, item]) => !item.code.startsWith("construction-permit")));
    expect(startReady({ ...story.case, items }, hengyang).stops).toContainEqual({ kind: "permit" });
  });
});

describe("after a revocation", () => {
  test("R-378 (F32): an item accepted under the promise waits again and is not granted over what was spared", () => {
    const story = getReady(withoutPermit());
    const on = "2026-04-02";
    const itemNo = story.no("construction-permit");
    story.do(intake, on, { type: "receive-items", itemNos: [itemNo], on });
    story.do(intake, on, { type: "accept-item", itemNo, acceptanceNo: "衡受1号", on });
    revoke(story);
    expect(story.item("construction-permit").status).toBe("accepted");
    expect(story.item("construction-permit").prerequisites).toContain("drawing-review");
    expect(stops(story)).toContain("drawing-review");
    const later = "2026-04-23";
    story.do(housing, later, { type: "start-review", itemNo, on: later });
    const decision = { type: "decide-item", itemNo, granted: true, decisionNo: "衡建施1号", reason: null, overdueReason: "补办", on: later } as const;
    expect(story.refusal(housing, later, decision)).toMatchObject({ code: "broken-promise-outstanding", missing: [story.item("drawing-review").nameZh] });
  });

  test("R-379 (F32): a permit granted in the ordinary way under the promise holds no start while what was spared is open", () => {
    const story = grant(getReady(withoutPermit()), "construction-permit", "2026-04-02");
    revoke(story);
    expect(story.item("construction-permit").status).not.toBe("revoked");
    expect(stops(story)).toEqual(["drawing-review"]);
  });
});

describe("days and hands", () => {
  test("R-380 (H44): works are not finished before the permit, the legal papers and the check before the start were there", () => {
    const story = aStarted();
    expect(startableFrom(story.case)).toBe(STARTED);
    expect(story.refusal(agent, "2026-08-20", completion(story, "2026-04-09"))).toMatchObject({ code: "day-before", what: "startable", earliest: STARTED });
    expect(story.do(agent, "2026-08-20", completion(story, STARTED)).case.commitments[commitmentIn(story).id]?.completedOn).toBe(STARTED);
  });

  test("R-381 (F32): who made the check does not rule on the breach, and who proposed makes no check", () => {
    const story = anEnforced();
    const found = { ...checked(story, "before-start", "2026-03-20"), outcome: "not-met", findings: ["通道不足"], rectifyBy: "2026-04-10" } as const;
    expect(story.refusal({ ...manager, personId: agent.personId }, "2026-03-20", found).code).toBe("own-application");
    story.do(manager, "2026-03-20", found);
    expect(checkAt(story, "before-start")).toMatchObject({ checkedById: manager.personId, recheckedById: null });
    expect(story.refusal(manager, "2026-04-13", breach(story, "2026-04-13")).code).toBe("own-check");
    expect(story.refusal({ ...deputy, onBehalfOf: { personId: manager.personId, name: manager.name } }, "2026-04-13", breach(story, "2026-04-13")).code).toBe(
      "own-check",
    );
    expect(availableCommitmentActs(story.case, commitmentIn(story), manager, "2026-04-13")).not.toContain("rule-on-breach");
    expect(availableCommitmentActs(story.case, commitmentIn(story), deputy, "2026-04-13")).toContain("rule-on-breach");
    expect(story.do(deputy, "2026-04-13", breach(story, "2026-04-13")).case.commitments[commitmentIn(story).id]?.status).toBe("breached");
  });

  test("R-382 (H44): a department that set no standard neither hands the list down nor makes the preliminary check", () => {
    const story = addStandard(anApplicable(), "图审", "drawing-review", "after-start");
    const stranger = reviewer("fg");
    const down = { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN } as const;
    expect(story.refusal(stranger, HANDED_DOWN, down).code).toBe("not-allowed-other-department");
    expect(availableCommitmentActs(story.case, commitmentIn(story), stranger, HANDED_DOWN)).not.toContain("hand-down-standards");
    signPromise(story.do(housing, HANDED_DOWN, down));
    const on = "2026-03-05";
    expect(story.refusal(stranger, on, { type: "precheck-promise", commitmentNo: no(story), outcome: "pass", defects: [], on }).code).toBe(
      "not-allowed-other-department",
    );
    expect(availableCommitmentActs(story.case, commitmentIn(story), stranger, on)).not.toContain("precheck-promise");
  });

  test("R-383 (H44): a list changed over an objection is written, handed down and left no earlier than the ruling", () => {
    const story = aPublic();
    const on = "2026-03-10";
    story.do(agent, on, { type: "record-objection", commitmentNo: no(story), objector: "邻厂", text: "排放", on });
    const objectionId = Object.keys(story.case.objections)[0] ?? "";
    story.do(deputy, on, { type: "rule-on-objection", commitmentNo: no(story), objectionId, ruling: "change", reason: "成立", on });
    const early = "2026-03-09";
    const down = { type: "hand-down-standards", commitmentNo: no(story), documentNo: "2号", on: early } as const;
    const exit = { type: "exit-commitment", commitmentNo: no(story), reason: "不再承诺", on: early } as const;
    expect(() => addStandard(story, "噪声", null, null, housing, early)).toThrow();
    expect(story.refusal(housing, on, down)).toMatchObject({ code: "day-before", earliest: on });
    expect(story.refusal(agent, on, exit)).toMatchObject({ code: "day-before", earliest: on });
    expect(story.do(housing, on, { ...down, on }).case.commitments[commitmentIn(story).id]?.status).toBe("awaiting-promise");
  });

  test("R-384 (H44): completion is checked after it was recorded, and the verification follows every check", () => {
    const story = aStarted();
    expect(story.refusal(housing, "2026-08-20", checked(story, "completion", "2026-08-20")).code).toBe("works-not-completed");
    const done = check(check(aStarted(), "construction", "2026-06-15").do(agent, "2026-08-20", completion(story, "2026-08-20")), "completion", "2026-08-25");
    expect(done.refusal(housing, "2026-09-01", checked(done, "verification", "2026-08-24"))).toMatchObject({ code: "day-before", earliest: "2026-08-25" });
    expect(aCompleted().refusal(housing, "2026-09-01", checked(aCompleted(), "operation", "2026-09-01")).code).toBe("not-verified-no-operation");
  });

  test("R-385 (H44): an item that only the promise frees is not filed for a day before the promise was in force", () => {
    const story = getReady(withoutPermit(), "2026-04-01");
    const early = Object.values(story.case.items).map((item) => ({ ...item, endedOn: item.endedOn === null ? null : "2026-03-01" }));
    const before = { ...story.case, items: Object.fromEntries(early.map((item) => [item.id, item])) };
    const other = withoutPermit();
    other.state = before;
    const on = "2026-03-10";
    const command = { type: "receive-items", itemNos: [other.no("construction-permit")], on } as const;
    expect(other.refusal(intake, "2026-04-02", command)).toMatchObject({ code: "day-before", what: "commitment-in-force", earliest: IN_FORCE });
    expect(other.do(intake, "2026-04-02", { ...command, on: IN_FORCE }).item("construction-permit").receivedOn).toBe(IN_FORCE);
    expect(decideAtOnce(getReady(anEnforced()), "construction-permit", "2026-04-02").item("construction-permit").status).toBe("granted");
  });
});
