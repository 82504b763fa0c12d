import { expect, test } from "vitest";
import { endingsOf, stagesOf } from "../../app/application/queries/portal-stages";
import { todoOfCase } from "../../app/application/queries/portal-todo";
import type { CaseToday } from "../../app/application/queries/project-case";
import { aPlannedCase, type CaseStory, calendar, hengyang, intake, manager, reviewer } from "../builders/case-story";
import { anItemWithGaps, GAP_ITEM, GAPS, stated, withRules } from "../builders/gap-story";

const seenOn = (story: CaseStory, today: string): CaseToday => ({ state: story.case, pack: story.pack, calendar, today });
const itemOf = (story: CaseStory, code: string, today: string) =>
  stagesOf(seenOn(story, today))
    .flatMap(({ items }) => items)
    .find((item) => item.code === code);
const todo = (story: CaseStory, today: string) => todoOfCase(seenOn(story, today));

test("R-506: what ended in vain is counted apart, keeps its stage open and says why, with remedy and a new application", () => {
  const story = anItemWithGaps();
  const before = endingsOf(Object.values(story.case.items));
  story.do(manager, "2026-03-16", {
    type: "rule-on-deferral",
    itemNo: story.no(GAP_ITEM),
    outcome: "acceptance-revoked",
    reason: "逾期未补齐",
    decisionNo: "衡撤〔2026〕1号",
    on: "2026-03-16",
  });
  expect(endingsOf(Object.values(story.case.items))).toEqual({ closedCount: before.closedCount, vainCount: 1 });
  const stage = stagesOf(seenOn(story, "2026-03-17")).find(({ items }) => items.some(({ code }) => code === GAP_ITEM));
  expect(stage).toMatchObject({ state: "current", vainCount: 1 });
  expect(itemOf(story, GAP_ITEM, "2026-03-17")?.vain).toEqual({
    outcome: "acceptance-revoked",
    on: "2026-03-16",
    reason: "逾期未补齐",
    decisionNo: "衡撤〔2026〕1号",
    remedies: expect.objectContaining({ reconsiderationDays: 60, litigationMonths: 6 }),
    anew: true,
  });
});

test("R-510: with a missed gap the window takes nothing more, nothing is decided, and no department is late meanwhile", () => {
  const story = anItemWithGaps();
  expect(todo(story, "2026-03-13").complete).toMatchObject([{ materials: [GAPS[0], GAPS[1]], missed: false, waits: true }]);
  expect(todo(story, "2026-03-16").complete).toMatchObject([{ missed: true, waits: true }]);
  const late = story.item(GAP_ITEM).lateFrom ?? "";
  expect(itemOf(story, GAP_ITEM, late)).toMatchObject({ light: "none", dueOn: null, gap: { missed: true, waits: true } });
  const free = anItemWithGaps(withRules({ deferralDecisionWaits: stated(false) }));
  expect(itemOf(free, GAP_ITEM, late)).toMatchObject({ light: "late", gap: { waits: false } });
  expect(todo(free, late).complete).toMatchObject([{ waits: false }]);
});

test("R-510: whoever has a list to answer reads before and after its day what follows", () => {
  for (const outcome of ["deemed-withdrawn", null] as const) {
    const parameters = { ...hengyang.parameters, correctionFailedOutcome: { value: outcome, source: "测试", assumed: false } };
    const story = aPlannedCase("2026-03-02", [], { ...hengyang, parameters });
    const itemNo = story.no("planning-conditions");
    story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [itemNo], on: "2026-03-02" });
    story.do(intake, "2026-03-04", { type: "notify-correction", itemNo, noticeNo: "补1", defects: ["缺坐标"], replyBy: "2026-03-11", on: "2026-03-04" });
    expect(todo(story, "2026-03-11").supply).toMatchObject([{ missed: false, ifMissed: outcome }]);
    expect(todo(story, "2026-03-12").supply).toMatchObject([{ missed: true, ifMissed: outcome }]);
  }
});

test("R-510: what was accepted by law, or decided late for a stated reason, is told outside", () => {
  const story = aPlannedCase("2026-03-02");
  const itemNo = story.no("planning-conditions");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [itemNo], on: "2026-03-02" });
  story.do(intake, "2026-03-13", { type: "accept-item", itemNo, acceptanceNo: "受1", on: "2026-03-13" });
  expect(itemOf(story, "planning-conditions", "2026-03-13")).toMatchObject({ deemedFrom: "2026-03-02", overdueReason: null });
  const [first, second] = [reviewer("zr"), reviewer("zr", "李工")];
  story.do(first, "2026-03-13", { type: "start-review", itemNo, on: "2026-03-13" });
  story.do(first, "2026-03-13", { type: "record-step", itemNo, step: "examine", remark: null, on: "2026-03-13" });
  story.do(second, "2026-03-13", { type: "record-step", itemNo, step: "recheck", remark: null, on: "2026-03-13" });
  story.do(first, "2026-03-13", { type: "decide-item", itemNo, granted: true, decisionNo: "决1", reason: null, overdueReason: "系统故障", on: "2026-03-13" });
  expect(itemOf(story, "planning-conditions", "2026-03-13")?.overdueReason).toBe("系统故障");
});
