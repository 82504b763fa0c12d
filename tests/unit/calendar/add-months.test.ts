import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, fromOrdinal, parseDay, toOrdinal } from "../../../app/domain/calendar/calendar-date";

describe("whole months", () => {
  test("R-311: end on the same day of the month, or on its last day where it has none (民法典 art. 202)", () => {
    expect(addMonths("2026-08-31", 12)).toBe("2027-08-31");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
    expect(addMonths("2027-02-28", 12)).toBe("2028-02-28");
    expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", 0)).toBe("2026-01-15");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
  });

  test("a day that is none, and half months, are the programmer's mistake", () => {
    expect(() => addMonths("2026-02-29", 12)).toThrow(RangeError);
    expect(() => addMonths("2026-02-28", 0.5)).toThrow(RangeError);
    expect(() => addMonths("9999-12-01", 1)).toThrow(RangeError);
  });

  test("always an existing day of the right month, never past the same day of the month", () => {
    const anyDay = fc.integer({ min: toOrdinal("1900-01-01"), max: toOrdinal("2200-12-31") }).map(fromOrdinal);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const end = addMonths(day, months);
        expect(parseDay(end)).toBe(end);
        expect(Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7))).toBe(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + months);
        const same = end.slice(8) === day.slice(8);
        expect(same || (end.slice(8) < day.slice(8) && addDays(end, 1).slice(8) === "01")).toBe(true);
      }),
    );
  });
});
