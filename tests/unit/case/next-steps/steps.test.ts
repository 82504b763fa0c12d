import { describe, expect, test } from "vitest";
import { commitmentSteps } from "../../../../app/domain/case/next-steps/of-commitment";
import { noticeStep } from "../../../../app/domain/case/next-steps/of-notice";
import { runSteps } from "../../../../app/domain/case/next-steps/of-run";
import { calendar, manager } from "../../../builders/case-story";
import {
  aCompleted,
  agent,
  aProposal,
  aPublic,
  appraise,
  aStarted,
  COMPLETED,
  check,
  checkAt,
  commitmentIn,
  no,
  PUBLIC,
} from "../../../builders/commitment-story";
import { aSignedNotice, aToldNotice, choose, noticeOf } from "../../../builders/notice-story";
import { AGREED, anApplication, aRunningRun, opine, runOf, SIMULATED, sign, simulatedOf } from "../../../builders/simulation-story";

type Story = ReturnType<typeof anApplication>;

const ofRun = (story: Story, on: string, outdated: readonly string[] = []) =>
  runSteps(story.case, runOf(story), story.pack, calendar, on, outdated).map(({ code, who, by }) => [code, who, by]);
const ofCommitment = (story: Story, on: string) => commitmentSteps(story.case, commitmentIn(story), on, []).map(({ code, who, by }) => [code, who, by]);

describe("what a simulated run waits for", () => {
  test("the enterprise signs before the manager rules", () => {
    expect(ofRun(anApplication(), "2026-03-03")).toEqual([["run-sign", "enterprise", null]]);
    expect(ofRun(sign(anApplication()), "2026-03-03")).toEqual([["run-rule", "manager", null]]);
  });

  test("what was asked back is answered first", () => {
    const asked = sign(anApplication());
    asked.do(manager, "2026-03-03", { type: "rule-on-simulation", runNo: runOf(asked).runNo, ruling: "ask-back", reason: "用地公告", on: "2026-03-03" });
    expect(ofRun(asked, "2026-03-03")).toEqual([["run-answer", "agent", null]]);
    expect(ofRun(asked, "2026-03-03", Object.keys(asked.case.signatures))).toEqual([["run-answer", "agent", null]]);
  });

  test("a letter that says something else by now is signed anew before the manager rules", () => {
    const story = sign(anApplication());
    expect(ofRun(story, "2026-03-03", Object.keys(story.case.signatures))).toEqual([["run-sign-anew", "enterprise", null]]);
  });

  test("under way the departments examine and the enterprise brings the precondition by its day, which comes first", () => {
    const [first, ...rest] = ofRun(aRunningRun(), AGREED);
    expect(first).toEqual(["run-bring", "enterprise", "2026-05-11"]);
    expect(new Set(rest.map(([code]) => code))).toEqual(new Set(["run-review"]));
  });

  test("the items of one department are one step", () => {
    const story = aRunningRun();
    const steps = runSteps(story.case, runOf(story), story.pack, calendar, AGREED, []).filter(({ code }) => code === "run-review");
    const departments = steps.flatMap((one) => one.departments);
    expect(new Set(departments).size).toBe(departments.length);
    expect(steps.flatMap(({ itemIds }) => itemIds)).toHaveLength(SIMULATED.length);
  });

  test("an opinion that was given waits for nobody but the precondition", () => {
    const story = aRunningRun({ codes: ["planning-conditions"] });
    opine(story, "planning-conditions", "2026-03-09");
    expect(simulatedOf(story, "planning-conditions").status).toBe("opinion-given");
    expect(ofRun(story, "2026-03-10")).toEqual([["run-bring", "enterprise", "2026-05-11"]]);
  });
});

describe("what a commitment waits for", () => {
  test("the manager checks whether it applies, then the departments list the standards", () => {
    expect(ofCommitment(aProposal(), "2026-03-02")).toEqual([["commitment-appraise", "manager", null]]);
    expect(ofCommitment(appraise(aProposal()), "2026-03-03")).toEqual([["commitment-standards", "department", null]]);
  });

  test("a letter that says something else by now is signed anew before its publicity ends, and after the objections to what hangs", () => {
    const story = aPublic();
    const outdated = [commitmentIn(story).letterSignatureId ?? ""];
    const next = () => commitmentSteps(story.case, commitmentIn(story), PUBLIC, outdated).map(({ code, who }) => [code, who]);
    expect(next()).toEqual([["commitment-sign-anew", "enterprise"]]);
    story.do(agent, PUBLIC, { type: "record-objection", commitmentNo: no(story), objector: "周边住户", text: "噪声", on: PUBLIC });
    expect(next()).toEqual([["commitment-objection", "manager"]]);
  });

  test("no check of the completion is asked for before the officer recorded it; its day is the officer's", () => {
    const story = aStarted();
    check(story, "construction", "2026-06-30");
    expect(ofCommitment(story, "2026-06-30")).toEqual([["commitment-complete", "agent", null]]);
    story.do(manager, "2026-07-01", {
      type: "schedule-check",
      commitmentNo: no(story),
      checkId: checkAt(story, "completion").id,
      dueOn: "2026-09-30",
      reason: "按施工合同",
      on: "2026-07-01",
    });
    expect(ofCommitment(story, "2026-07-01")).toEqual([["commitment-complete", "agent", "2026-09-30"]]);
    expect(ofCommitment(aCompleted(), COMPLETED).map(([code]) => code)).not.toContain("commitment-complete");
  });

  test("nothing comes next once it was found not applicable", () => {
    expect(ofCommitment(appraise(aProposal(), "not-applicable"), "2026-03-03")).toEqual([]);
  });
});

describe("what a promise for one permit waits for", () => {
  test("the enterprise chooses, then signs", () => {
    expect(noticeStep(noticeOf(aToldNotice()), "2026-03-02", [])).toMatchObject({ code: "notice-choose", who: "enterprise" });
    expect(noticeStep(noticeOf(choose(aToldNotice())), "2026-03-03", [])).toMatchObject({ code: "notice-sign", who: "enterprise" });
  });

  test("the department decides on the signed letter, not on one that says something else by now", () => {
    const signed = noticeOf(aSignedNotice());
    expect(noticeStep(signed, "2026-03-03", [])).toMatchObject({ code: "notice-grant", who: "department" });
    expect(noticeStep(signed, "2026-03-03", [signed.signatureId ?? ""])).toMatchObject({ code: "notice-sign-anew", who: "enterprise" });
  });

  const notice = noticeOf(aToldNotice());
  const rectifying = { ...notice, status: "rectifying", rectifyBy: "2026-03-20" } as const;

  test("on the last day the enterprise still puts it right; the day after, the manager rules or the department looks again", () => {
    expect(noticeStep(rectifying, "2026-03-20", [])).toMatchObject({ code: "notice-rectify", who: "enterprise", by: "2026-03-20" });
    expect(noticeStep(rectifying, "2026-03-21", [])).toMatchObject({ code: "notice-over", who: "manager", by: null });
  });

  test("a check without a day waits for the manager to set it", () => {
    expect(noticeStep({ ...notice, status: "granted", checkDueOn: null }, "2026-03-05", [])).toMatchObject({ code: "notice-check-day", who: "manager" });
    expect(noticeStep({ ...notice, status: "granted", checkDueOn: "2026-04-01" }, "2026-03-05", [])).toMatchObject({ code: "notice-check", by: "2026-04-01" });
  });

  test.each(["declined", "withdrawn", "recalled", "lapsed", "closed", "revoked"] as const)("nothing comes next once it is %s", (status) => {
    expect(noticeStep({ ...notice, status }, "2026-03-05", [])).toBeNull();
  });
});
