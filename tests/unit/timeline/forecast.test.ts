import { describe, expect, test } from "vitest";
import { type ForecastItem, forecastOf } from "../../../app/domain/timeline/forecast";
import { calendar } from "../../builders/case-story";

const item = (code: string, days: number | null, prerequisites: readonly string[] = [], changes: Partial<ForecastItem> = {}): ForecastItem => ({
  code,
  prerequisites,
  limitWorkingDays: days,
  endedOn: null,
  runsUntil: null,
  ...changes,
});
const stretches = (items: readonly ForecastItem[], today = "2026-11-23") => Object.fromEntries(forecastOf(items, calendar, today).stretches);

describe("earliest finish through the plan graph", () => {
  test("R-128: a chain hands over on the day an item ends, over the weekend", () => {
    expect(stretches([item("a", 3), item("b", 2, ["a"])])).toEqual({
      a: { from: "2026-11-23", to: "2026-11-26" },
      b: { from: "2026-11-26", to: "2026-11-30" },
    });
  });

  test("on a day off everything starts on the next working day", () => {
    expect(stretches([item("a", 1)], "2026-11-21")).toEqual({ a: { from: "2026-11-23", to: "2026-11-24" } });
  });

  test("a running item ends when its clock says, and what ended is not forecast", () => {
    expect(stretches([item("a", 5, [], { endedOn: "2026-11-20" }), item("b", 5, ["a"], { runsUntil: "2026-11-25" }), item("c", 1, ["a", "b"])])).toEqual({
      b: { from: "2026-11-23", to: "2026-11-25" },
      c: { from: "2026-11-25", to: "2026-11-26" },
    });
  });

  test("an unknown limit is reckoned as one day, a limit of no days as the day itself", () => {
    expect(stretches([item("a", null), item("b", 0)])).toEqual({ a: { from: "2026-11-23", to: "2026-11-24" }, b: { from: "2026-11-23", to: "2026-11-23" } });
  });

  test("prerequisites outside the plan do not hold anything up", () => {
    expect(stretches([item("a", 1, ["elsewhere"])])).toEqual({ a: { from: "2026-11-23", to: "2026-11-24" } });
  });

  test("a circle is cut instead of walked for ever", () => {
    expect(Object.keys(stretches([item("a", 1, ["b"]), item("b", 1, ["a"])])).sort()).toEqual(["a", "b"]);
  });

  test("R-129: the critical path is the chain whose delay delays the end", () => {
    const { critical, endsOn } = forecastOf([item("a", 5), item("b", 2), item("c", 3, ["a", "b"]), item("d", 1, ["b"])], calendar, "2026-11-23");
    expect([...critical].sort()).toEqual(["a", "c"]);
    expect(endsOn).toBe("2026-12-03");
  });

  test("nothing open: no end and no critical path", () => {
    const { critical, endsOn, stretches: none } = forecastOf([item("a", 5, [], { endedOn: "2026-11-20" })], calendar, "2026-11-23");
    expect([critical.size, endsOn, none.size]).toEqual([0, null, 0]);
  });
});
