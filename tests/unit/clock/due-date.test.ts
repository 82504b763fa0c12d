import { describe, expect, test } from "vitest";
import type { ClockSpec } from "../../../app/domain/clock/clock";
import { readClock } from "../../../app/domain/clock/due-date";
import { aClock, aPause, calendar } from "./parts";

const due = (says: Partial<ClockSpec>) => readClock(aClock(says), calendar, "2026-03-02").dueOn;
const on = (asOf: string, says: Partial<ClockSpec> = {}) => readClock(aClock(says), calendar, asOf);

describe("due day in working days", () => {
  test("ten working days from Monday 2 March 2026 end on Monday 16 March", () => {
    expect(due({})).toBe("2026-03-16");
  });

  test("across National Day 2026: five working days from 28 September end on the make-up Saturday 10 October", () => {
    // 29 and 30 September, 8 and 9 October, Saturday 10 October.
    expect(due({ startedOn: "2026-09-28", limitDays: 5 })).toBe("2026-10-10");
  });

  test("across Spring Festival 2026: three working days from 12 February are 13, make-up Saturday 14 and 24 February", () => {
    expect(due({ startedOn: "2026-02-12", limitDays: 3 })).toBe("2026-02-24");
    expect(due({ startedOn: "2026-02-24", limitDays: 4 })).toBe("2026-02-28");
  });

  test("the starting day is left out under T+1 and counted under T+0 when it is a working day", () => {
    expect(due({ startedOn: "2026-02-12", limitDays: 3, startRule: "T+0" })).toBe("2026-02-14");
    expect(due({ startedOn: "2026-02-15", limitDays: 1, startRule: "T+0" })).toBe("2026-02-24");
    expect(due({ startedOn: "2026-02-15", limitDays: 1 })).toBe("2026-02-24");
    expect(on("2026-03-02", { startRule: "T+0", limitDays: 1 })).toMatchObject({ dueOn: "2026-03-02", usedDays: 1, remainingDays: 0 });
  });

  test("an extension adds its days to the limit", () => {
    expect(due({ extensionDays: 5 })).toBe("2026-03-23");
  });

  test("a limit of nought days means the starting day, or the next working day after a day off", () => {
    expect(due({ limitDays: 0 })).toBe("2026-03-02");
    expect(due({ limitDays: 0, startedOn: "2026-10-03" })).toBe("2026-10-08");
    expect(on("2026-10-08", { limitDays: 0, startedOn: "2026-10-03" })).toMatchObject({ usedDays: 0, remainingDays: 0, light: "warn" });
    expect(on("2026-10-09", { limitDays: 0, startedOn: "2026-10-03" })).toMatchObject({ usedDays: 1, remainingDays: -1, light: "late" });
  });
});

describe("due day in calendar days", () => {
  test("R-009: a last day on a holiday moves to the next working day: thirty days from 1 September 2026 end on 8 October", () => {
    const clock = { startedOn: "2026-09-01", limitDays: 30, unit: "cal" as const };
    expect(due(clock)).toBe("2026-10-08");
    expect(on("2026-10-01", clock)).toMatchObject({ usedDays: 29, remainingDays: 1 });
    expect(on("2026-10-08", clock)).toMatchObject({ usedDays: 30, remainingDays: 0, overdueDays: 0, light: "warn" });
    expect(on("2026-10-10", clock)).toMatchObject({ usedDays: 32, remainingDays: -2, overdueDays: 2, light: "late" });
  });

  test("a last day on a make-up Saturday stands", () => {
    expect(due({ startedOn: "2026-10-08", limitDays: 2, unit: "cal" })).toBe("2026-10-10");
  });

  test("rest days inside the term count, and so do they inside a pause", () => {
    expect(due({ limitDays: 7, unit: "cal" })).toBe("2026-03-09");
    expect(due({ limitDays: 7, unit: "cal", pauses: [aPause("2026-03-04", "2026-03-10")] })).toBe("2026-03-16");
    // 3 and 4 March, then 11 to 15 March; the seventh day would be Sunday 15 and moves to Monday 16.
  });

  test("a pause that begins while the last day waits for a working day still moves it", () => {
    expect(due({ limitDays: 5, unit: "cal" })).toBe("2026-03-09");
    expect(due({ limitDays: 5, unit: "cal", pauses: [aPause("2026-03-07", "2026-03-10")] })).toBe("2026-03-11");
  });
});

describe("pauses", () => {
  test("R-010: days after a procedure opens are not counted until it closes", () => {
    expect(due({ limitDays: 3, pauses: [aPause("2026-03-04", "2026-03-10")] })).toBe("2026-03-11");
  });

  test("under the inclusive rule the first day of the pause is left out too", () => {
    expect(due({ limitDays: 3, pauseRule: "inclusive", pauses: [aPause("2026-03-04", "2026-03-10")] })).toBe("2026-03-12");
  });

  test("R-011: overlapping pauses are merged, in whatever order they were entered", () => {
    const pauses = [aPause("2026-03-06", "2026-03-12"), aPause("2026-03-04", "2026-03-10"), aPause("2026-03-05", "2026-03-06")];
    expect(due({ limitDays: 3, pauses })).toBe("2026-03-13");
    expect(on("2026-03-20", { limitDays: 3, pauses }).pausedDays).toBe(6);
  });

  test("a pause opened and closed on one day leaves nothing out under `after` and that day under `inclusive`", () => {
    expect(due({ limitDays: 3, pauses: [aPause("2026-03-04", "2026-03-04")] })).toBe("2026-03-05");
    expect(due({ limitDays: 3, pauseRule: "inclusive", pauses: [aPause("2026-03-04", "2026-03-04")] })).toBe("2026-03-06");
  });

  test("R-013: while a pause is open there is no due day, no days left and no day on which a light turns", () => {
    expect(on("2026-03-09", { pauses: [aPause("2026-03-04", null)] })).toEqual({
      dueOn: null,
      provisional: false,
      usedDays: 2,
      remainingDays: null,
      overdueDays: 0,
      pausedDays: 3,
      paused: true,
      light: "paused",
      warnFrom: null,
      lateFrom: null,
    });
  });

  test("R-012: a pause that begins after the due day cures nothing, even while it is open", () => {
    for (const pause of [aPause("2026-03-05", "2026-03-20"), aPause("2026-03-06", null)]) {
      expect(on("2026-03-10", { limitDays: 3, pauses: [pause] })).toMatchObject({
        dueOn: "2026-03-05",
        overdueDays: 3,
        usedDays: 6,
        pausedDays: 0,
        paused: false,
        light: "late",
        lateFrom: "2026-03-06",
      });
    }
  });

  test("under the inclusive rule a pause that begins on the due day leaves that day out", () => {
    expect(due({ limitDays: 3, pauseRule: "inclusive", pauses: [aPause("2026-03-05", "2026-03-06")] })).toBe("2026-03-09");
  });

  test("read on a day inside a pause with a known end the clock stands still and the due day is known", () => {
    expect(on("2026-03-05", { pauses: [aPause("2026-03-04", "2026-03-10")] })).toMatchObject({
      dueOn: "2026-03-20",
      usedDays: 2,
      remainingDays: 8,
      pausedDays: 1,
      paused: true,
      light: "paused",
    });
    expect(on("2026-03-10", { pauses: [aPause("2026-03-04", "2026-03-10")] })).toMatchObject({ usedDays: 2, pausedDays: 4, paused: false, light: "ok" });
  });
});

describe("lights", () => {
  test("R-008: yellow begins when one working day is left, the due day is in time, the day after is late", () => {
    const lights = ["2026-03-12", "2026-03-13", "2026-03-15", "2026-03-16", "2026-03-17"].map((day) => on(day).light);
    expect(lights).toEqual(["ok", "warn", "warn", "warn", "late"]);
    expect(on("2026-03-02")).toMatchObject({ warnFrom: "2026-03-13", lateFrom: "2026-03-17" });
  });

  test("R-021: the pack's warning days move yellow, not the due day", () => {
    expect(on("2026-03-02", { warnWorkingDays: 3 })).toMatchObject({ dueOn: "2026-03-16", warnFrom: "2026-03-11" });
    expect(on("2026-03-02", { warnWorkingDays: 0 }).warnFrom).toBe("2026-03-16");
  });

  test("yellow counts working days across a pause and for calendar terms", () => {
    expect(on("2026-03-02", { limitDays: 3, pauses: [aPause("2026-03-04", "2026-03-10")] }).warnFrom).toBe("2026-03-04");
    expect(on("2026-03-02", { startedOn: "2026-09-01", limitDays: 30, unit: "cal" }).warnFrom).toBe("2026-09-30");
  });

  test("a limit of one day is yellow from the start", () => {
    expect(on("2026-03-02", { limitDays: 1 })).toMatchObject({ light: "warn", warnFrom: "2026-03-02" });
  });

  test("a day off right after the due day is already one day overdue", () => {
    expect(on("2026-03-07", { limitDays: 4 })).toMatchObject({ dueOn: "2026-03-06", overdueDays: 1, remainingDays: -1, light: "late", lateFrom: "2026-03-07" });
    expect(on("2026-03-09", { limitDays: 4 })).toMatchObject({ overdueDays: 1, usedDays: 5 });
  });

  test("before the clock starts there is no light", () => {
    expect(on("2026-02-27")).toMatchObject({ light: "none", usedDays: 0, remainingDays: 10 });
  });
});

describe("the end of a clock", () => {
  test("a decision stops the clock for good and leaves no light to turn", () => {
    const ended = on("2026-05-06", { endedOn: "2026-03-06" });
    expect(ended).toMatchObject({ dueOn: "2026-03-16", usedDays: 4, remainingDays: 6, overdueDays: 0, light: "none", warnFrom: null, lateFrom: null });
  });

  test("a decision on the due day is in time and one day later is overdue for ever", () => {
    expect(on("2026-05-06", { endedOn: "2026-03-16" }).overdueDays).toBe(0);
    expect(on("2026-05-06", { endedOn: "2026-03-17" })).toMatchObject({ overdueDays: 1, remainingDays: -1, light: "none" });
  });

  test("a pause still open at the decision ended with it", () => {
    expect(on("2026-05-06", { endedOn: "2026-03-11", pauses: [aPause("2026-03-04", null)] })).toMatchObject({
      usedDays: 2,
      pausedDays: 5,
      overdueDays: 0,
      paused: false,
      light: "none",
    });
  });
});

describe("provisional dates", () => {
  test("a date in a year without a notice is provisional, the last published day is not", () => {
    expect(on("2026-12-28", { startedOn: "2026-12-25", limitDays: 4 })).toMatchObject({ dueOn: "2026-12-31", provisional: false });
    expect(on("2026-12-28", { startedOn: "2026-12-25", limitDays: 5 })).toMatchObject({ dueOn: "2027-01-01", provisional: true });
  });

  test("without a due day nothing is provisional", () => {
    expect(on("2027-03-05", { startedOn: "2027-03-01", pauses: [aPause("2027-03-02", null)] }).provisional).toBe(false);
  });
});
