import { expect, test } from "vitest";
import { daysLeft } from "../../../app/domain/clock/days-left";
import { calendar } from "../../builders/case-story";

test("R-408: days to a day that can be missed are working days, as the clocks count", () => {
  expect(daysLeft(calendar, "2026-03-16", "2026-03-19")).toBe(3);
  expect(daysLeft(calendar, "2026-03-16", "2026-03-16")).toBe(0);
  expect(daysLeft(calendar, "2026-03-16", "2026-03-09")).toBe(-5);
  // The spring festival: three calendar weeks, nine working days.
  expect(daysLeft(calendar, "2026-03-02", "2026-02-13")).toBeGreaterThan(-14);
});

test("R-408: a day off right after it already reads as one day late, and a day ahead is never today", () => {
  expect(daysLeft(calendar, "2026-03-14", "2026-03-13")).toBe(-1);
  expect(daysLeft(calendar, "2026-03-13", "2026-03-14")).toBe(1);
});
