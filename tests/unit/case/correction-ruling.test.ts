import { expect, test } from "vitest";
import { systemActor } from "../../../app/domain/case/context";
import { noticeWorkingDays, windowNoticeBy } from "../../../app/domain/case/correction";
import { agent, aPlannedCase, type CaseStory, calendar, hengyang, intake, issuing, manager, packOf } from "../../builders/case-story";
import { stated, withRules } from "../../builders/gap-story";

const ITEM = "planning-conditions";
const system = systemActor("centre-hy");
const failing = (outcome: "deemed-withdrawn" | "not-accepted" | "refused" | null) => ({
  ...hengyang,
  parameters: { ...hengyang.parameters, correctionFailedOutcome: { value: outcome, source: "测试", assumed: false } },
});

/** Received on 2026-03-02, told what is missing on 2026-03-04, to be brought by 2026-03-11. */
function correcting(pack = hengyang, replyBy: string | null = "2026-03-11"): CaseStory {
  const story = aPlannedCase("2026-03-02", [], pack);
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
  return story.do(intake, "2026-03-04", {
    type: "notify-correction",
    itemNo: story.no(ITEM),
    noticeNo: "衡补〔2026〕1号",
    defects: ["红线图缺坐标"],
    replyBy,
    on: "2026-03-04",
  });
}
const ruling = (itemNo: string, on: string, outcome: "deemed-withdrawn" | "not-accepted" | "refused", more: object = {}) =>
  ({ type: "rule-on-correction", itemNo, outcome, reason: "逾期未补正", decisionNo: "衡补结〔2026〕1号", on, ...more }) as const;
const list = (story: CaseStory) => Object.values(story.case.corrections)[0];

test("R-183: what follows when nothing arrives by the day set is the place's outcome, confirmed by the window", () => {
  for (const [outcome, status] of [
    ["deemed-withdrawn", "withdrawn"],
    ["not-accepted", "not-accepted"],
    ["refused", "refused"],
  ] as const) {
    const story = correcting(failing(outcome));
    const no = story.no(ITEM);
    expect(story.refusal(intake, "2026-03-11", ruling(no, "2026-03-11", outcome))).toMatchObject({ code: "correction-still-running", replyBy: "2026-03-11" });
    const other = outcome === "refused" ? "not-accepted" : "refused";
    expect(story.refusal(intake, "2026-03-12", ruling(no, "2026-03-12", other))).toMatchObject({ code: "outcome-set-by-place" });
    story.do(intake, "2026-03-12", ruling(no, "2026-03-12", outcome));
    expect(story.item(ITEM)).toMatchObject({ status, endedOn: "2026-03-12", acceptedOn: null });
    expect(list(story)).toMatchObject({ outcome, outcomeGround: "not-supplied", outcomeOn: "2026-03-12", outcomeByName: intake.name });
  }
});

test("R-184 (D24): where the place states no outcome the window may not choose one; a manager does, with reasons", () => {
  const story = correcting(failing(null));
  const no = story.no(ITEM);
  expect(story.refusal(intake, "2026-03-12", ruling(no, "2026-03-12", "not-accepted"))).toMatchObject({ code: "correction-outcome-needs-manager" });
  expect(story.refusal(manager, "2026-03-12", ruling(no, "2026-03-12", "not-accepted", { reason: "" }))).toMatchObject({ code: "text-missing" });
  story.do(manager, "2026-03-12", ruling(no, "2026-03-12", "not-accepted"));
  expect(story.item(ITEM)).toMatchObject({ status: "not-accepted", decisionNo: "衡补结〔2026〕1号" });
});

test("R-185: an answer that is still not in order is ruled on within the notice period, by the place's own outcome", () => {
  const story = correcting(withRules({ correctionStillDefectiveOutcome: stated("not-accepted") }));
  const no = story.no(ITEM);
  story.do(agent, "2026-03-09", { type: "supply-correction", itemNo: no, note: null, on: "2026-03-09" });
  expect(story.refusal(intake, "2026-03-10", ruling(no, "2026-03-10", "refused"))).toMatchObject({ code: "outcome-set-by-place", outcomes: ["not-accepted"] });
  // Five working days after the set came it is accepted by law, whatever is still wrong with it.
  expect(story.refusal(intake, "2026-03-17", ruling(no, "2026-03-17", "not-accepted"))).toMatchObject({ code: "already-deemed-accepted" });
  story.do(intake, "2026-03-10", ruling(no, "2026-03-10", "not-accepted", { reason: "坐标仍与控规不符" }));
  expect(list(story)).toMatchObject({ outcomeGround: "still-defective", outcomeReason: "坐标仍与控规不符" });
});

test("without a list that failed, or a day set for the answer, there is nothing to rule on", () => {
  const fresh = aPlannedCase("2026-03-02");
  fresh.do(intake, "2026-03-02", { type: "receive-items", itemNos: [fresh.no(ITEM)], on: "2026-03-02" });
  expect(fresh.refusal(manager, "2026-03-03", ruling(fresh.no(ITEM), "2026-03-03", "refused"))).toMatchObject({ code: "correction-has-not-failed" });
  const open = correcting(hengyang, null);
  expect(open.refusal(manager, "2026-04-03", ruling(open.no(ITEM), "2026-04-03", "refused"))).toMatchObject({ code: "correction-has-not-failed" });
});

test("a refusal that follows from a failed correction is handed out like any other", () => {
  const story = correcting(failing("refused"));
  const no = story.no(ITEM);
  story.do(manager, "2026-03-12", ruling(no, "2026-03-12", "refused"));
  story.do(issuing, "2026-03-13", { type: "issue-result", itemNo: no, on: "2026-03-13" });
  expect(story.item(ITEM)).toMatchObject({ status: "refused", issuedOn: "2026-03-13" });
});

test("R-186 (F19, Z03): the system proposes what the place says once the day has passed, once, and decides nothing", () => {
  for (const outcome of ["deemed-withdrawn", null] as const) {
    const story = correcting(failing(outcome));
    expect(story.case.project.observeFrom).toBe("2026-03-12");
    expect(story.refusal(system, "2026-03-11", { type: "observe-day", on: "2026-03-11" })).toMatchObject({ code: "nothing-to-observe" });
    story.do(system, "2026-03-12", { type: "observe-day", on: "2026-03-12" });
    expect(story.events.at(-1)).toMatchObject({ type: "correction-proposed", outcome });
    expect(story.item(ITEM).status).toBe("correcting");
    expect(list(story)).toMatchObject({ proposedOn: "2026-03-12", outcome: null });
    expect(story.case.project.observeFrom).toBeNull();
    // What arrives before somebody ruled is taken in as ever.
    expect(story.try(agent, "2026-03-13", { type: "supply-correction", itemNo: story.no(ITEM), note: null, on: "2026-03-13" }).ok).toBe(true);
  }
});

test("R-187: the notice period of an item's own law deems acceptance, and the place's shorter promise binds its window", () => {
  const discharge = { code: "discharge-permit", completeOn: "2026-03-02" };
  const ordinary = { code: ITEM, completeOn: "2026-03-02" };
  const story = aPlannedCase("2026-03-02", ["discharge-permit"]);
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("discharge-permit")], on: "2026-03-02" });
  expect(story.case.project.observeFrom).toBe("2026-03-06");
  expect(windowNoticeBy(ordinary, { pack: hengyang, calendar })).toBe("2026-03-09");
  expect(windowNoticeBy(discharge, { pack: hengyang, calendar })).toBe("2026-03-05");
  expect(windowNoticeBy(ordinary, { pack: packOf("kecheng-2023"), calendar })).toBe("2026-03-02");
  // What the pages say in days: the place's own, and those of the law only for what the law does.
  expect(noticeWorkingDays(discharge, hengyang)).toEqual({ place: 3, law: 3 });
  expect(noticeWorkingDays(null, packOf("kecheng-2023"))).toEqual({ place: 0, law: 5 });
});
