import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, fromOrdinal, toOrdinal, weekdayOf } from "../../../app/domain/calendar/calendar-date";
import { workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { loadCalendars } from "../../../db/load-calendars";

const years = loadCalendars();
const calendar = workingCalendar(years);
const anyDay = fc.integer({ min: toOrdinal("2010-01-01"), max: toOrdinal("2060-12-31") }).map(fromOrdinal);

describe("working calendar", () => {
  test("R-001: a day is a working day, a weekend, a holiday with its name, or a make-up day", () => {
    expect(["2026-02-13", "2026-02-14", "2026-02-15", "2026-02-20", "2026-02-24", "2026-02-28", "2026-03-01"].map((day) => calendar.kindOf(day))).toEqual([
      "working",
      "make-up",
      "holiday",
      "holiday",
      "working",
      "make-up",
      "weekend",
    ]);
    expect(calendar.nameOf("2026-02-20")).toBe("春节");
    expect(calendar.nameOf("2026-10-01")).toBe("国庆节");
    expect(calendar.nameOf("2026-02-28")).toBeNull();
    expect(calendar.nameOf("2026-03-01")).toBeNull();
  });

  test("R-003: the notice of the next year settles the end of December: 2018-12-29 was worked for 2018-12-31", () => {
    expect(calendar.kindOf("2018-12-29")).toBe("make-up");
    expect(calendar.kindOf("2018-12-31")).toBe("holiday");
    expect(calendar.kindOf("2022-12-31")).toBe("holiday");
  });

  test("R-004: Spring Festival 2020 ends on 2 February by the second notice of that year", () => {
    expect(calendar.isWorkingDay("2020-01-31")).toBe(false);
    expect(calendar.isWorkingDay("2020-02-01")).toBe(false);
    expect(calendar.isWorkingDay("2020-02-03")).toBe(true);
    expect(calendar.nthWorkingDayAfter("2020-01-23", 1)).toBe("2020-02-03");
  });

  test("the working days between two days are those a walk from one to the other meets, and as many as are counted", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 400 }), (after, length) => {
        const walked = Array.from({ length: Math.max(0, length) }, (_, at) => addDays(after, at + 1)).filter(calendar.isWorkingDay);
        expect(calendar.workingDays(after, addDays(after, length))).toEqual(walked);
        expect(walked).toHaveLength(Math.max(0, calendar.workingDaysBetween(after, addDays(after, length))));
      }),
    );
  });

  test("National Day 2026 worked by hand: from 30 September the third working day is Saturday 10 October", () => {
    expect(calendar.nthWorkingDayAfter("2026-09-30", 1)).toBe("2026-10-08");
    expect(calendar.nthWorkingDayAfter("2026-09-30", 2)).toBe("2026-10-09");
    expect(calendar.nthWorkingDayAfter("2026-09-30", 3)).toBe("2026-10-10");
    expect(calendar.workingDaysBetween("2026-09-18", "2026-10-10")).toBe(11);
  });

  test("a year has its weekdays less 11 statutory days off (13 from 2025) and, in 2020, the two extra days", () => {
    const perYear = Array.from({ length: 10 }, (_, i) => calendar.workingDaysBetween(`${2016 + i}-12-31`, `${2017 + i}-12-31`));
    expect(perYear).toEqual([260 - 11, 261 - 11, 261 - 11, 262 - 11 - 2, 261 - 11, 260 - 11, 260 - 11, 262 - 11, 261 - 13, 261 - 13]);
  });

  test("R-005: a year without a notice is Monday to Friday and provisional", () => {
    expect(calendar.publishedThrough).toBe("2026-12-31");
    expect(calendar.isProvisional("2026-12-31")).toBe(false);
    expect(calendar.isProvisional("2027-01-01")).toBe(true);
    expect(calendar.isProvisional("2016-12-30")).toBe(true);
    expect(calendar.isWorkingDay("2027-01-01")).toBe(true);
    expect(calendar.isWorkingDay("2027-01-02")).toBe(false);
    expect(calendar.workingDaysBetween("2059-12-31", "2060-12-31")).toBe(262);
  });

  test("after a missing year everything is provisional, even a published one", () => {
    const gap = workingCalendar(years.filter((year) => year.year !== 2024));
    expect(gap.publishedThrough).toBe("2023-12-31");
    expect(gap.isProvisional("2025-05-06")).toBe(true);
  });

  test("without any notice the calendar is plain weeks and wholly provisional", () => {
    const plain = workingCalendar([]);
    expect(plain.nthWorkingDayAfter("2026-02-13", 1)).toBe("2026-02-16");
    expect(plain.isProvisional("2026-02-16")).toBe(true);
  });

  test("R-006: a local closure takes a working or make-up day away and leaves days off as they are", () => {
    const closed = workingCalendar(years, [
      { day: "2026-03-04", reason: "停电检修" },
      { day: "2026-02-28", reason: "系统切换" },
      { day: "2026-03-07", reason: "周末检修" },
      { day: "2026-10-01", reason: "检修" },
    ]);
    expect(closed.kindOf("2026-03-04")).toBe("closure");
    expect(closed.nameOf("2026-03-04")).toBe("停电检修");
    expect(closed.kindOf("2026-02-28")).toBe("closure");
    expect(closed.kindOf("2026-03-07")).toBe("weekend");
    expect(closed.nameOf("2026-10-01")).toBe("国庆节");
    expect(closed.nthWorkingDayAfter("2026-03-02", 2)).toBe("2026-03-05");
    expect(calendar.workingDaysBetween("2026-02-27", "2026-03-06") - closed.workingDaysBetween("2026-02-27", "2026-03-06")).toBe(2);
  });

  test("counting agrees with a walk over the days", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (after, length) => {
        let expected = 0;
        for (let i = 1; i <= length; i += 1) if (calendar.isWorkingDay(addDays(after, i))) expected += 1;
        const through = addDays(after, length);
        expect(calendar.workingDaysBetween(after, through)).toBe(expected);
        expect(calendar.workingDaysBetween(through, after) + expected).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test("the n-th working day and the number of working days between are inverse", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 3000 }), (day, n) => {
        const nth = calendar.nthWorkingDayAfter(day, n);
        expect(nth > day).toBe(true);
        expect(calendar.isWorkingDay(nth)).toBe(true);
        expect(calendar.workingDaysBetween(day, nth)).toBe(n);
        expect(calendar.nthWorkingDayAfter(day, calendar.workingDaysBetween(day, nth))).toBe(nth);
      }),
      { numRuns: 1000 },
    );
  });

  test("zero working days after a day is the day itself; a negative or broken number throws", () => {
    expect(calendar.nthWorkingDayAfter("2026-10-03", 0)).toBe("2026-10-03");
    expect(() => calendar.nthWorkingDayAfter("2026-10-03", -1)).toThrow(RangeError);
    expect(() => calendar.nthWorkingDayAfter("2026-10-03", 1.5)).toThrow(RangeError);
  });

  test("a make-up day is always a weekend day and a working day never a plain weekend", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weekend = weekdayOf(day) % 6 === 0;
        if (calendar.kindOf(day) === "make-up" || calendar.kindOf(day) === "weekend") expect(weekend).toBe(true);
        if (calendar.kindOf(day) === "working") expect(weekend).toBe(false);
      }),
    );
  });
});
