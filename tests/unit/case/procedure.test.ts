import { expect, test } from "vitest";
import { workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { derive } from "../../../app/domain/case/derive";
import { loadCalendars } from "../../../db/load-calendars";
import { anAcceptedItem, anItemInReview, manager, reviewer } from "../../builders/case-story";

const ITEM = "planning-conditions";
const zr = reviewer("zr");
const open = (itemNo: string, on: string, more: object = {}) =>
  ({ type: "open-procedure", itemNo, kind: "expert-review", noticeNo: "衡特〔2026〕1号", toldWorkingDays: 10, reason: "专家评审", on, ...more }) as const;
const procedureId = (story: ReturnType<typeof anItemInReview>, index = 0) => Object.keys(story.case.procedures)[index] ?? "";

test("while a special procedure is open the item is paused and shows no due date", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  expect(story.item(ITEM)).toMatchObject({ running: true, paused: true, dueOn: null, warnFrom: null, lateFrom: null });
});

test("when it closes the due date moves by the working days it took", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.item(ITEM).dueOn).toBe("2026-03-09");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  story.do(zr, "2026-03-10", { type: "close-procedure", itemNo: story.no(ITEM), procedureId: procedureId(story), outcome: "评审通过", on: "2026-03-10" });
  expect(story.item(ITEM)).toMatchObject({ paused: false, dueOn: "2026-03-13" });
});

test("R-100: two overlapping procedures leave out each day once", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  story.do(zr, "2026-03-06", open(story.no(ITEM), "2026-03-06", { kind: "testing", noticeNo: "衡特〔2026〕2号" }));
  story.do(zr, "2026-03-10", { type: "close-procedure", itemNo: story.no(ITEM), procedureId: procedureId(story, 0), outcome: "通过", on: "2026-03-10" });
  expect(story.item(ITEM).paused).toBe(true);
  story.do(zr, "2026-03-12", { type: "close-procedure", itemNo: story.no(ITEM), procedureId: procedureId(story, 1), outcome: "合格", on: "2026-03-12" });
  expect(story.item(ITEM)).toMatchObject({ paused: false, dueOn: "2026-03-17" });
});

test("R-099: a statutory procedure needs a written notice that tells how long it takes", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.refusal(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04", { noticeNo: null }))).toMatchObject({
    code: "procedure-needs-notice",
    field: "noticeNo",
  });
  expect(story.refusal(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04", { toldWorkingDays: null }))).toMatchObject({
    code: "procedure-needs-length",
    field: "toldWorkingDays",
  });
});

test("a kind that the place does not list cannot stop a clock there", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.refusal(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04", { kind: "holiday-of-the-chief" }))).toMatchObject({
    code: "procedure-unknown-here",
    field: "kind",
  });
});

test("a procedure does not begin before acceptance and does not end before it began", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.refusal(zr, "2026-03-04", open(story.no(ITEM), "2026-02-27"))).toMatchObject({ code: "day-before" });
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  expect(
    story.refusal(zr, "2026-03-05", { type: "close-procedure", itemNo: story.no(ITEM), procedureId: procedureId(story), outcome: "", on: "2026-03-03" }),
  ).toMatchObject({ code: "day-before" });
});

test("an item with an open procedure is not decided", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  expect(
    story.refusal(zr, "2026-03-05", {
      type: "decide-item",
      itemNo: story.no(ITEM),
      granted: true,
      decisionNo: "1",
      reason: null,
      overdueReason: null,
      on: "2026-03-05",
    }),
  ).toMatchObject({
    code: "procedure-still-open",
  });
});

test("a closed procedure cannot be closed again", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  const close = { type: "close-procedure", itemNo: story.no(ITEM), procedureId: procedureId(story), outcome: "完", on: "2026-03-05" } as const;
  story.do(zr, "2026-03-05", close);
  expect(story.refusal(zr, "2026-03-06", { ...close, on: "2026-03-06" })).toMatchObject({ code: "procedure-already-closed" });
});

test("R-101: an extension moves the due date only once a manager has approved it", () => {
  const story = anItemInReview("municipal-excavation", "2026-03-02", ["municipal-excavation"]);
  const no = story.no("municipal-excavation");
  const department = reviewer(story.item("municipal-excavation").departmentCode);
  const before = story.item("municipal-excavation").dueOn;
  story.do(department, "2026-03-03", { type: "request-extension", itemNo: no, workingDays: 5, reason: "管线情况复杂", on: "2026-03-03" });
  expect(story.item("municipal-excavation").dueOn).toBe(before);
  const extensionId = Object.keys(story.case.extensions)[0] ?? "";
  story.do(manager, "2026-03-04", { type: "rule-on-extension", itemNo: no, extensionId, approved: true, reason: "同意", on: "2026-03-04" });
  expect(before).toBe("2026-03-05");
  expect(story.item("municipal-excavation").dueOn).toBe("2026-03-12");
});

test("an extension is asked once, within the law's ten working days, before the item is overdue", () => {
  const story = anItemInReview("municipal-excavation", "2026-03-02", ["municipal-excavation"]);
  const no = story.no("municipal-excavation");
  const department = reviewer(story.item("municipal-excavation").departmentCode);
  const ask = (on: string, workingDays: number) => ({ type: "request-extension", itemNo: no, workingDays, reason: "管线情况复杂", on }) as const;
  expect(story.refusal(department, "2026-03-03", ask("2026-03-03", 11))).toMatchObject({ code: "extension-too-long", longest: 10 });
  expect(story.refusal(department, "2026-03-06", ask("2026-03-06", 5))).toMatchObject({ code: "extension-after-due" });
  story.do(department, "2026-03-03", ask("2026-03-03", 5));
  expect(story.refusal(department, "2026-03-03", ask("2026-03-03", 5))).toMatchObject({ code: "extension-already-asked" });
});

test("R-109: a procedure entered after the item fell overdue cannot reach back and make it green", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.refusal(zr, "2026-03-25", open(story.no(ITEM), "2026-03-03"))).toMatchObject({ code: "procedure-cannot-cure-overdue", field: "on" });
  expect(story.try(zr, "2026-03-25", open(story.no(ITEM), "2026-03-25")).ok).toBe(true);
});

test("R-110: an extension is not approved once the item is overdue", () => {
  const story = anItemInReview("municipal-excavation", "2026-03-02", ["municipal-excavation"]);
  const no = story.no("municipal-excavation");
  story.do(reviewer(story.item("municipal-excavation").departmentCode), "2026-03-03", {
    type: "request-extension",
    itemNo: no,
    workingDays: 5,
    reason: "复杂",
    on: "2026-03-03",
  });
  const rule = { type: "rule-on-extension", itemNo: no, extensionId: Object.keys(story.case.extensions)[0] ?? "", reason: "同意", on: "2026-03-12" } as const;
  expect(story.refusal(manager, "2026-03-12", { ...rule, approved: true })).toMatchObject({ code: "extension-after-due" });
  expect(story.try(manager, "2026-03-12", { ...rule, approved: false }).ok).toBe(true);
});

test("a department does not note, nor act on, another department's item", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  expect(story.refusal(reviewer("st"), "2026-03-03", { type: "add-note", itemNo: story.no(ITEM), text: "x", shownToInvestor: true })).toMatchObject({
    code: "not-allowed-other-department",
  });
});

test("R-111: a calendar that changes later leaves the due day of a closed item as it was", () => {
  const story = anAcceptedItem("project-code", "2026-03-02");
  story.do(reviewer("fg"), "2026-03-03", {
    type: "decide-item",
    itemNo: story.no("project-code"),
    granted: true,
    decisionNo: "1",
    reason: null,
    overdueReason: null,
    on: "2026-03-03",
  });
  const closedOn3rd = workingCalendar(loadCalendars(), [{ day: "2026-03-03", reason: "停电" }]);
  expect(story.item("project-code").committedDueOn).toBe("2026-03-03");
  expect(Object.values(derive(story.case, story.pack, closedOn3rd).items).find((item) => item.code === "project-code")?.committedDueOn).toBe("2026-03-03");
});

test("R-193: while a procedure runs its department goes on working: steps are recorded, only the decision waits", () => {
  const story = anItemInReview(ITEM, "2026-03-02");
  story.do(zr, "2026-03-04", open(story.no(ITEM), "2026-03-04"));
  story.do(zr, "2026-03-05", { type: "record-step", itemNo: story.no(ITEM), step: "examine", remark: null, on: "2026-03-05" });
  expect(story.item(ITEM)).toMatchObject({ status: "in-review", paused: true });
  expect(
    story.refusal(zr, "2026-03-06", {
      type: "decide-item",
      itemNo: story.no(ITEM),
      granted: true,
      decisionNo: "衡规1",
      reason: null,
      overdueReason: null,
      on: "2026-03-06",
    }),
  ).toMatchObject({ code: "procedure-still-open" });
});
