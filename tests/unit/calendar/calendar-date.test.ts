import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, beijingDay, daysBetween, fromOrdinal, parseDay, toOrdinal, weekdayOf, yearOf } from "../../../app/domain/calendar/calendar-date";

const anyDay = fc.integer({ min: toOrdinal("0001-01-01"), max: toOrdinal("9999-12-31") }).map(fromOrdinal);

describe("civil days", () => {
  test("only an existing day written YYYY-MM-DD is a day", () => {
    expect(parseDay("2026-02-28")).toBe("2026-02-28");
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    expect(parseDay("2000-02-29")).toBe("2000-02-29");
    const nonsense = [
      "2026-02-30",
      "2023-02-29",
      "1900-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-04-31",
      "2026-01-00",
      "0000-01-01",
      "2026-1-5",
      " 2026-01-05",
      "2026-01-05\n",
      "2026/01/05",
      "20260105",
      "",
      "2026-01-05T00:00",
    ];
    for (const text of nonsense) expect(parseDay(text), text).toBeNull();
  });

  test("ordinals count days since 1970-01-01 and agree with the platform's calendar", () => {
    expect(toOrdinal("1970-01-01")).toBe(0);
    expect(toOrdinal("1969-12-31")).toBe(-1);
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(toOrdinal(day)).toBe(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
        expect(fromOrdinal(toOrdinal(day))).toBe(day);
        expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
        expect(parseDay(day)).toBe(day);
        expect(yearOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCFullYear());
      }),
      { numRuns: 2000 },
    );
  });

  test("adding days and the distance between days are inverse", () => {
    const inRange = fc.integer({ min: toOrdinal("1900-01-01"), max: toOrdinal("2200-12-31") }).map(fromOrdinal);
    fc.assert(
      fc.property(inRange, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  test("text that is no day is a programmer's fault and throws", () => {
    expect(() => toOrdinal("2026-02-30")).toThrow(RangeError);
    expect(() => addDays("tomorrow", 1)).toThrow(RangeError);
    expect(() => fromOrdinal(Number.NaN)).toThrow(RangeError);
    expect(() => addDays("9999-12-31", 1)).toThrow(RangeError);
  });

  test("the day in Beijing begins at 16:00 UTC, whatever zone the machine is in", () => {
    expect(beijingDay("2026-03-02T15:59:59.999Z")).toBe("2026-03-02");
    expect(beijingDay("2026-03-02T16:00:00.000Z")).toBe("2026-03-03");
    expect(beijingDay("2025-12-31T16:00:00.000Z")).toBe("2026-01-01");
    expect(() => beijingDay("soon")).toThrow(RangeError);
  });
});
