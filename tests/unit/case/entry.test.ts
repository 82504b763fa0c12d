import { expect, test } from "vitest";
import { anItemInReview, aPlannedCase, intake, manager, reviewer } from "../../builders/case-story";

const fix = (itemNo: string, entry: string, value: string) =>
  ({ type: "correct-entry", itemNo, entry: entry as "acceptedOn", value, reason: "录入笔误" }) as const;

test("R-104: a corrected acceptance day moves the due date and leaves the wrong event in the history", () => {
  const story = aPlannedCase("2026-03-02");
  const no = story.no("planning-conditions");
  story.do(intake, "2026-03-03", { type: "receive-items", itemNos: [no], on: "2026-03-03" });
  story.do(intake, "2026-03-03", { type: "accept-item", itemNo: no, acceptanceNo: "衡受〔2026〕1号", on: "2026-03-03" });
  const before = story.item("planning-conditions").dueOn;
  story.do(manager, "2026-03-05", fix(story.no("planning-conditions"), "receivedOn", "2026-03-02"));
  story.do(manager, "2026-03-05", fix(story.no("planning-conditions"), "acceptedOn", "2026-03-02"));
  expect([before, story.item("planning-conditions").dueOn]).toEqual(["2026-03-10", "2026-03-09"]);
  expect(story.events.filter((event) => event.type === "item-accepted" || event.type === "entry-corrected").map((event) => event.type)).toEqual([
    "item-accepted",
    "entry-corrected",
    "entry-corrected",
  ]);
});

test("no correction can put an acceptance after the review or before the receipt", () => {
  const story = anItemInReview("planning-conditions", "2026-03-03");
  const no = story.no("planning-conditions");
  expect(story.refusal(manager, "2026-03-05", fix(no, "acceptedOn", "2026-03-04"))).toMatchObject({ code: "day-after", latest: "2026-03-03" });
  expect(story.refusal(manager, "2026-03-05", fix(no, "acceptedOn", "2026-03-02"))).toMatchObject({ code: "day-before", earliest: "2026-03-03" });
});

test("an impossible day, a day to come and an entry never made are refused", () => {
  const story = anItemInReview("planning-conditions", "2026-03-03");
  const no = story.no("planning-conditions");
  expect(story.refusal(manager, "2026-03-05", fix(no, "acceptedOn", "2026-02-30"))).toMatchObject({ code: "day-impossible", field: "value" });
  expect(story.refusal(manager, "2026-03-05", fix(no, "acceptedOn", "2026-03-06"))).toMatchObject({ code: "day-in-future", field: "value" });
  expect(story.refusal(manager, "2026-03-05", fix(no, "decidedOn", "2026-03-04"))).toMatchObject({ code: "entry-not-recorded" });
});

test("a wrong number is put right with its reason", () => {
  const story = anItemInReview("planning-conditions", "2026-03-03");
  story.do(manager, "2026-03-05", fix(story.no("planning-conditions"), "acceptanceNo", "衡受〔2026〕88号"));
  expect(story.item("planning-conditions").acceptanceNo).toBe("衡受〔2026〕88号");
  expect(story.events.at(-1)).toMatchObject({ type: "entry-corrected", from: "衡受〔2026〕1号", to: "衡受〔2026〕88号", reason: "录入笔误" });
});

test("R-108: a correction that shows a closed item as overdue needs the reason the public may read", () => {
  const story = anItemInReview("planning-conditions", "2026-03-02");
  const no = story.no("planning-conditions");
  for (const step of story.pack.itemTypes.find((type) => type.code === "COMMIT")?.steps.slice(0, -1) ?? [])
    story.do(reviewer("zr"), "2026-03-05", { type: "record-step", itemNo: no, step: step.code, remark: null, on: "2026-03-05" });
  story.do(reviewer("zr"), "2026-03-12", {
    type: "decide-item",
    itemNo: no,
    granted: true,
    decisionNo: "1",
    reason: null,
    overdueReason: null,
    on: "2026-03-06",
  });
  expect(story.refusal(manager, "2026-03-13", fix(no, "decidedOn", "2026-03-11"))).toMatchObject({ code: "overdue-needs-reason", field: "overdueReason" });
  story.do(manager, "2026-03-13", { ...fix(no, "decidedOn", "2026-03-11"), overdueReason: "图纸核对用时较长" });
  expect(story.item("planning-conditions")).toMatchObject({
    decidedOn: "2026-03-11",
    endedOn: "2026-03-11",
    overdueReason: "图纸核对用时较长",
    committedDueOn: "2026-03-09",
  });
});

test("a receipt entered late for an item accepted by law is put right, and the acceptance follows it", () => {
  const story = aPlannedCase("2026-03-02");
  const no = story.no("planning-conditions");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [no], on: "2026-03-02" });
  story.do(intake, "2026-03-20", { type: "accept-item", itemNo: no, acceptanceNo: "1", on: "2026-03-20" });
  expect(story.item("planning-conditions").acceptedOn).toBe("2026-03-02");
  story.do(manager, "2026-03-20", fix(no, "receivedOn", "2026-03-04"));
  expect(story.item("planning-conditions")).toMatchObject({
    receivedOn: "2026-03-04",
    completeOn: "2026-03-04",
    acceptedOn: "2026-03-04",
    deemedAccepted: true,
  });
});

test("a decision cannot be moved past the receipt of an item that waited for it", () => {
  const story = aPlannedCase("2026-03-02");
  const code = story.no("project-code");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [code], on: "2026-03-02" });
  story.do(intake, "2026-03-02", { type: "accept-item", itemNo: code, acceptanceNo: "1", on: "2026-03-02" });
  story.do(reviewer("fg"), "2026-03-03", {
    type: "decide-item",
    itemNo: code,
    granted: true,
    decisionNo: "2",
    reason: null,
    overdueReason: null,
    on: "2026-03-03",
  });
  story.do(intake, "2026-03-04", { type: "receive-items", itemNos: [story.no("ent-filing")], on: "2026-03-04" });
  expect(story.refusal(manager, "2026-03-09", fix(code, "decidedOn", "2026-03-05"))).toMatchObject({ code: "day-after", what: "successor" });
});
