import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CivilDay, daysBetween } from "../../../app/domain/calendar/calendar-date";
import type { ClockSpec } from "../../../app/domain/clock/clock";
import { readClock } from "../../../app/domain/clock/due-date";
import { ledgerOf } from "../../../app/domain/clock/ledger";
import { anyClock, aPause, calendar } from "./parts";

const FAR = 1000;
const runs = { numRuns: 600 };

/** The rules told again as a walk over single days, with no arithmetic shared with the clock. */
function walk(spec: ClockSpec) {
  const paused = (day: CivilDay) => spec.pauses.some(({ from, to }) => (spec.pauseRule === "after" ? from < day : from <= day) && (to === null || day <= to));
  const total = spec.limitDays + spec.extensionDays;
  const counted: CivilDay[] = [];
  for (let i = spec.startRule === "T+0" ? 0 : 1; i < FAR && counted.length < total; i += 1) {
    const day = addDays(spec.startedOn, i);
    const working = calendar.isWorkingDay(day);
    if (!paused(day) && (working || (spec.unit === "cal" && counted.length < total - 1))) counted.push(day);
  }
  const due = counted.length === total ? (counted.at(-1) ?? null) : null;
  return { counted, due, paused };
}

const lastOf = (day: CivilDay | null): CivilDay => day ?? "9999-12-31";

describe("readClock against a walk over the days", () => {
  test("the due day is the day a walk arrives at", () => {
    fc.assert(
      fc.property(anyClock, (spec) => {
        expect(readClock(spec, calendar, spec.startedOn).dueOn).toBe(walk(spec).due);
      }),
      { numRuns: 2000 },
    );
  });

  test("used, left, overdue and paused days are those of the walk on any day", () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 150 }), (spec, later) => {
        const asOf = addDays(spec.startedOn, later);
        const { counted, due, paused } = walk(spec);
        const total = spec.limitDays + spec.extensionDays;
        const reading = readClock(spec, calendar, asOf);
        const unitDays = (from: CivilDay, through: CivilDay) =>
          Array.from({ length: Math.max(0, daysBetween(from, through)) }, (_, i) => addDays(from, i + 1)).filter(
            (day) => spec.unit === "cal" || calendar.isWorkingDay(day),
          );
        const overdue = due !== null && asOf > due ? unitDays(due, asOf).length : 0;
        expect(reading.usedDays).toBe(counted.filter((day) => day <= asOf).length + overdue);
        expect(reading.overdueDays).toBe(due !== null && asOf > due ? Math.max(1, overdue) : 0);
        expect(reading.remainingDays).toBe(due === null ? null : reading.overdueDays > 0 ? -reading.overdueDays : total - reading.usedDays);
        const dayBefore = spec.startRule === "T+0" ? addDays(spec.startedOn, -1) : spec.startedOn;
        const through = due !== null && asOf > due ? due : asOf;
        expect(reading.pausedDays).toBe(unitDays(dayBefore, through).filter(paused).length);
      }),
      runs,
    );
  });

  test("yellow begins on the first day with no more working days left than the warning asks for", () => {
    fc.assert(
      fc.property(anyClock, (spec) => {
        const { due, paused } = walk(spec);
        const { warnFrom, lateFrom } = readClock(spec, calendar, spec.startedOn);
        if (due === null) {
          expect([warnFrom, lateFrom]).toEqual([null, null]);
          return;
        }
        const left = (day: CivilDay) =>
          Array.from({ length: Math.max(0, daysBetween(day, due)) }, (_, i) => addDays(day, i + 1)).filter((d) => calendar.isWorkingDay(d) && !paused(d))
            .length;
        let expected = spec.startedOn;
        while (left(expected) > spec.warnWorkingDays) expected = addDays(expected, 1);
        expect(warnFrom).toBe(expected);
        expect(lateFrom).toBe(addDays(due, 1));
      }),
      runs,
    );
  });

  test("due day and the days on which a light turns do not depend on the day of reading", () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: -30, max: 400 }), (spec, later) => {
        const stored = ({ dueOn, provisional, warnFrom, lateFrom }: ReturnType<typeof readClock>) => ({ dueOn, provisional, warnFrom, lateFrom });
        expect(stored(readClock(spec, calendar, addDays(spec.startedOn, later)))).toEqual(stored(readClock(spec, calendar, spec.startedOn)));
      }),
      runs,
    );
  });
});

describe("monotone", () => {
  const dueOf = (spec: ClockSpec) => lastOf(readClock(spec, calendar, spec.startedOn).dueOn);

  test("a longer limit or extension never ends earlier", () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (spec, days, extension) => {
        expect(dueOf({ ...spec, limitDays: spec.limitDays + days, extensionDays: spec.extensionDays + extension }) >= dueOf(spec)).toBe(true);
      }),
      runs,
    );
  });

  test("another pause, or a longer one, never ends earlier", () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 30 }), (spec, offset, length) => {
        const from = addDays(spec.startedOn, offset);
        const withPause = dueOf({ ...spec, pauses: [...spec.pauses, aPause(from, addDays(from, length))] });
        expect(withPause >= dueOf(spec)).toBe(true);
        expect(dueOf({ ...spec, pauses: [...spec.pauses, aPause(from, addDays(from, length + 3))] }) >= withPause).toBe(true);
      }),
      runs,
    );
  });

  test("leaving out the first day of a pause never ends earlier than counting it, and T+1 never earlier than T+0", () => {
    fc.assert(
      fc.property(anyClock, (spec) => {
        expect(dueOf({ ...spec, pauseRule: "inclusive" }) >= dueOf({ ...spec, pauseRule: "after" })).toBe(true);
        expect(dueOf({ ...spec, startRule: "T+1" }) >= dueOf({ ...spec, startRule: "T+0" })).toBe(true);
      }),
      runs,
    );
  });

  test("a pause entered twice counts once", () => {
    fc.assert(
      fc.property(anyClock, (spec) => {
        expect(readClock({ ...spec, pauses: [...spec.pauses, ...spec.pauses] }, calendar, spec.startedOn)).toEqual(readClock(spec, calendar, spec.startedOn));
      }),
      runs,
    );
  });
});

describe("the ledger", () => {
  test("R-024: lists every day once, numbers them without a gap, sums to the days used, and its last counted line is the due day", () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 0, max: 150 }), fc.option(fc.integer({ min: 0, max: 120 })), (clock, later, ending) => {
        const spec = { ...clock, endedOn: ending === null ? null : addDays(clock.startedOn, ending) };
        const asOf = addDays(spec.startedOn, later);
        const reading = readClock(spec, calendar, asOf);
        const lines = ledgerOf(spec, calendar, asOf);
        expect(lines.map(({ day }) => day)).toEqual(lines.map((_, i) => addDays(spec.startedOn, i)));
        const numbers = lines.flatMap(({ counted }) => (counted === null ? [] : [counted]));
        expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        const stop = spec.endedOn !== null && spec.endedOn < asOf ? spec.endedOn : asOf;
        expect(lines.filter(({ day, counted }) => counted !== null && day <= stop).length).toBe(reading.usedDays);
        const total = spec.limitDays + spec.extensionDays;
        expect(lines.filter(({ counted }) => counted !== null && counted <= total).at(-1)?.day ?? null).toBe(
          reading.dueOn ?? lines.filter(({ counted }) => counted !== null).at(-1)?.day ?? null,
        );
        if (reading.dueOn !== null) expect(lines.find(({ counted }) => counted === total)?.day).toBe(reading.dueOn);
        expect(lines.filter(({ kind, day }) => kind === "paused" && day <= stop).length).toBe(reading.pausedDays);
        expect(lines.some(({ kind }) => kind === "overdue")).toBe(
          reading.dueOn !== null && lines.some(({ day, counted }) => counted !== null && day > (reading.dueOn ?? day)),
        );
      }),
      { numRuns: 1500 },
    );
  });
});
