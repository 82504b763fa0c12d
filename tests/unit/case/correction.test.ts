import { expect, test } from "vitest";
import { aPlannedCase, intake, manager, packOf } from "../../builders/case-story";

const ITEM = "planning-conditions";
const received = () => {
  const story = aPlannedCase("2026-03-02");
  return story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
};
const list = (itemNo: string, on: string) =>
  ({ type: "notify-correction", itemNo, noticeNo: "衡补〔2026〕1号", defects: ["红线图缺坐标", "控规依据缺页"], replyBy: null, on }) as const;

test("R-087: all defects are told in one list and the item waits for the investor", () => {
  const story = received();
  story.do(intake, "2026-03-04", list(story.no(ITEM), "2026-03-04"));
  expect(story.item(ITEM).status).toBe("correcting");
  expect(Object.values(story.case.corrections)[0]).toMatchObject({ ordinal: 1, notifiedOn: "2026-03-04", defects: ["红线图缺坐标", "控规依据缺页"] });
});

test("a list without a single defect is refused", () => {
  const story = received();
  expect(story.refusal(intake, "2026-03-04", { ...list(story.no(ITEM), "2026-03-04"), defects: [] })).toMatchObject({
    code: "defects-missing",
    field: "defects",
  });
});

test("the fifth working day is the last on which defects may be told", () => {
  const story = received();
  expect(story.try(intake, "2026-03-09", list(story.no(ITEM), "2026-03-09")).ok).toBe(true);
  expect(story.refusal(intake, "2026-03-10", list(story.no(ITEM), "2026-03-10"))).toMatchObject({ code: "correction-notice-too-late", deadline: "2026-03-09" });
});

test("R-088: after the notice period an acceptance is deemed and dates back to receipt", () => {
  const story = received();
  story.do(intake, "2026-03-11", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受〔2026〕9号", on: "2026-03-11" });
  expect(story.item(ITEM)).toMatchObject({ status: "accepted", deemedAccepted: true, acceptedOn: "2026-03-02" });
});

test("within the notice period an acceptance is ordinary and keeps its own day", () => {
  const story = received();
  story.do(intake, "2026-03-05", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受〔2026〕9号", on: "2026-03-05" });
  expect(story.item(ITEM)).toMatchObject({ deemedAccepted: false, acceptedOn: "2026-03-05" });
});

test("R-090: after a full supply the item counts as complete from the day the set arrived", () => {
  const story = received();
  story.do(intake, "2026-03-04", list(story.no(ITEM), "2026-03-04"));
  story.do(intake, "2026-03-12", { type: "supply-correction", itemNo: story.no(ITEM), note: null, on: "2026-03-12" });
  expect(story.item(ITEM)).toMatchObject({ status: "received", receivedOn: "2026-03-02", completeOn: "2026-03-12" });
});

test("R-089: a second list needs a manager's signed reason, and that reason serves one list only", () => {
  const story = received();
  const no = story.no(ITEM);
  story.do(intake, "2026-03-04", list(no, "2026-03-04"));
  story.do(intake, "2026-03-06", { type: "supply-correction", itemNo: no, note: null, on: "2026-03-06" });
  expect(story.refusal(intake, "2026-03-09", list(no, "2026-03-09"))).toMatchObject({ code: "second-correction-needs-manager" });
  story.do(manager, "2026-03-09", { type: "allow-second-correction", itemNo: no, reason: "新补图纸与控规冲突" });
  story.do(intake, "2026-03-09", list(no, "2026-03-09"));
  const second = Object.values(story.case.corrections).find((correction) => correction.ordinal === 2);
  expect(second).toMatchObject({ allowedReason: "新补图纸与控规冲突", allowedById: manager.personId });
  story.do(intake, "2026-03-10", { type: "supply-correction", itemNo: no, note: null, on: "2026-03-10" });
  expect(story.refusal(intake, "2026-03-11", list(no, "2026-03-11"))).toMatchObject({ code: "second-correction-needs-manager" });
});

test("a manager need not allow what has not been used once", () => {
  const story = received();
  expect(story.refusal(manager, "2026-03-03", { type: "allow-second-correction", itemNo: story.no(ITEM), reason: "预备" })).toMatchObject({
    code: "first-correction-not-used",
  });
});

test("no list can be answered before it was given", () => {
  const story = received();
  story.do(intake, "2026-03-04", list(story.no(ITEM), "2026-03-04"));
  expect(story.refusal(intake, "2026-03-05", { type: "supply-correction", itemNo: story.no(ITEM), note: null, on: "2026-03-03" })).toMatchObject({
    code: "day-before",
    earliest: "2026-03-04",
  });
});

test("R-112: a shorter notice period of the place is the window's duty; the law deems acceptance only after its own five days", () => {
  const kecheng = packOf("kecheng-2023");
  const story = aPlannedCase("2026-03-02", [], kecheng);
  expect(kecheng.parameters.correctionNoticeWorkingDays.value).toBe(0);
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
  story.do(intake, "2026-03-06", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "柯受〔2026〕1号", on: "2026-03-06" });
  expect(story.item(ITEM)).toMatchObject({ deemedAccepted: false, acceptedOn: "2026-03-06" });
});
