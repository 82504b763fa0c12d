import { expect, test } from "vitest";
import { anItemInReview, aPlannedCase, intake, manager } from "../../builders/case-story";

const fix = (itemNo: string, entry: string, value: string) =>
  ({ type: "correct-entry", itemNo, entry: entry as "acceptedOn", value, reason: "录入笔误" }) as const;

test("a corrected acceptance day moves the due date and leaves the wrong event in the history", () => {
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
