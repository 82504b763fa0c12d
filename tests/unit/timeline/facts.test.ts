import { describe, expect, test } from "vitest";
import { timelineFacts } from "../../../app/domain/timeline/facts";
import { calendar, hengyang } from "../../builders/case-story";
import { aPlannedStory, aRegisteredStory, aRichStory, RICH_TODAY, walk } from "../../builders/rich-story";

const facts = (story: ReturnType<typeof aRichStory>, today = RICH_TODAY) => timelineFacts(story.case, hengyang, calendar, today);
const rich = facts(aRichStory(40));
const rowOf = (code: string) => rich.items.find((item) => item.code === code);

describe("what the timeline tells of a case", () => {
  test("an item that ended keeps its days and nothing is expected of it", () => {
    expect(rowOf("ent-approval")).toMatchObject({
      intake: { from: "2026-10-27", to: "2026-10-28" },
      actual: { from: "2026-10-28", to: "2026-11-10" },
      overdue: null,
      forecast: null,
      endedOn: "2026-11-10",
      light: "none",
    });
  });

  test("an overdue item is late from the day after its due day to today", () => {
    expect(rowOf("scheme-review")).toMatchObject({
      dueOn: "2026-11-18",
      actual: { from: "2026-11-04", to: "2026-11-23" },
      overdue: { from: "2026-11-19", to: "2026-11-23" },
      overdueDays: 3,
      light: "late",
    });
  });

  test("R-131: an item closed late stays late in its history", () => {
    expect(rowOf("energy-review")).toMatchObject({
      dueOn: "2026-11-11",
      endedOn: "2026-11-13",
      overdue: { from: "2026-11-12", to: "2026-11-13" },
      overdueDays: 2,
      light: "none",
    });
  });

  test("days waiting for corrections lie between receipt and acceptance, by the rule that the day of the notice is still the centre's", () => {
    expect(rowOf("energy-review")?.corrections).toEqual([{ from: "2026-10-31", to: "2026-11-04" }]);
    expect(rowOf("green-land")).toMatchObject({
      intake: { from: "2026-11-18", to: "2026-11-23" },
      corrections: [{ from: "2026-11-21", to: "2026-11-23" }],
      actual: null,
    });
  });

  test("R-132: an open pause runs to today with its cause, a closed one to its last day", () => {
    expect(rowOf("water-soil-report")).toMatchObject({
      light: "paused",
      dueOn: null,
      paused: [{ from: "2026-11-13", to: "2026-11-23", kinds: ["expert-review"], open: true }],
    });
    expect(rowOf("river-works")?.paused).toEqual([{ from: "2026-11-17", to: "2026-11-19", kinds: ["testing"], open: false }]);
  });

  test("a paused item is expected after the time the department told, plus what was left of the limit", () => {
    // Opened 11-12, told 8 working days: 11-24. Limit 8, 4 used through 11-12: 4 more, 11-30.
    expect(rowOf("water-soil-report")?.forecast).toEqual({ from: "2026-11-23", to: "2026-11-30" });
  });

  test("a milestone is the day it was reached", () => {
    expect(rowOf("land-grant")).toMatchObject({ actual: { from: "2026-11-16", to: "2026-11-16" }, intake: null, endedOn: "2026-11-16" });
  });

  test("R-130: the first plan stays where it was while the forecast moves", () => {
    const story = aPlannedStory(8, "2026-10-26");
    const before = facts(story, "2026-10-26");
    const after = facts(story, "2026-11-23");
    expect(after.items.map((item) => item.baseline)).toEqual(before.items.map((item) => item.baseline));
    expect(before.items.map((item) => item.forecast)).toEqual(before.items.map((item) => item.baseline));
    expect(after.items.every((item) => (item.forecast?.from ?? "") >= "2026-11-23")).toBe(true);
  });

  test("items come by stage, connections before completion, then in plan order", () => {
    expect([...new Set(rich.items.map((item) => item.stage))]).toEqual(["S1", "S2", "S3", "P", "S4"]);
    expect(rich.items).toHaveLength(40);
  });

  test("R-133: the budget is used up on a counted day once it is exceeded, and on a day to come before that", () => {
    // The first clock counts from 10-28, the day after the acceptance of the planning conditions: its tenth day is 11-10.
    expect(rich.budget).toEqual({ used: 19, limit: 10, endsOn: "2026-11-10", exceeded: true });
    const early = walk(aPlannedStory(8), "scheme-review", { received: "2026-10-30", accepted: "2026-10-30" });
    expect(facts(early, "2026-11-03").budget).toEqual({ used: 2, limit: 10, endsOn: "2026-11-13", exceeded: false });
  });

  test("without a plan there are no rows and no budget end", () => {
    expect(facts(aRegisteredStory())).toMatchObject({ items: [], forecastEndsOn: null, budget: { used: 0, endsOn: null }, startedOn: "2026-10-26" });
  });
});
