import { describe, expect, test } from "vitest";
import { workingCalendar } from "../../../app/domain/calendar/working-calendar";
import { ledgerOf } from "../../../app/domain/clock/ledger";
import { loadCalendars } from "../../../db/load-calendars";
import { aClock, aPause, calendar } from "./parts";

const short = (lines: ReturnType<typeof ledgerOf>) => lines.map(({ day, kind, counted }) => `${day.slice(5)} ${kind}${counted === null ? "" : ` ${counted}`}`);

describe("explain this date", () => {
  test("every civil day from acceptance to the due day says whether it counted and why not", () => {
    const spec = aClock({ startedOn: "2026-09-24", limitDays: 4, extensionDays: 1, pauses: [aPause("2026-09-28", "2026-09-29")] });
    const lines = ledgerOf(spec, calendar, "2026-09-28");
    expect(short(lines)).toEqual([
      "09-24 start",
      "09-25 holiday",
      "09-26 holiday",
      "09-27 holiday",
      "09-28 counted 1",
      "09-29 paused",
      "09-30 counted 2",
      "10-01 holiday",
      "10-02 holiday",
      "10-03 holiday",
      "10-04 holiday",
      "10-05 holiday",
      "10-06 holiday",
      "10-07 holiday",
      "10-08 counted 3",
      "10-09 counted 4",
      "10-10 extension 5",
    ]);
    expect(lines[1]).toMatchObject({ why: "中秋节" });
    expect(lines[5]).toEqual({ day: "2026-09-29", kind: "paused", counted: null, why: "expert-review", by: "st" });
  });

  test("a make-up Saturday counts, a Sunday does not, and days after the due day are overdue", () => {
    expect(short(ledgerOf(aClock({ startedOn: "2026-02-12", limitDays: 2 }), calendar, "2026-02-24")).filter((line) => !line.includes("holiday"))).toEqual([
      "02-12 start",
      "02-13 counted 1",
      "02-14 make-up 2",
      "02-24 overdue 3",
    ]);
  });

  test("a local closure says its reason", () => {
    const closed = workingCalendar(loadCalendars(), [{ day: "2026-03-03", reason: "停电检修" }]);
    expect(ledgerOf(aClock({ limitDays: 1 }), closed, "2026-03-02")[1]).toEqual({
      day: "2026-03-03",
      kind: "closure",
      counted: null,
      why: "停电检修",
      by: null,
    });
  });

  test("under T+0 the starting day has the first number", () => {
    expect(short(ledgerOf(aClock({ limitDays: 2, startRule: "T+0" }), calendar, "2026-03-02"))).toEqual(["03-02 start 1", "03-03 counted 2"]);
  });

  test("a calendar term counts weekends and leaves out the days off it is moved over", () => {
    expect(short(ledgerOf(aClock({ limitDays: 6, unit: "cal" }), calendar, "2026-03-02"))).toEqual([
      "03-02 start",
      "03-03 counted 1",
      "03-04 counted 2",
      "03-05 counted 3",
      "03-06 counted 4",
      "03-07 counted 5",
      "03-08 weekend",
      "03-09 counted 6",
    ]);
  });

  test("while a pause is open the ledger ends with the day of reading", () => {
    expect(short(ledgerOf(aClock({ pauses: [aPause("2026-03-03", null)] }), calendar, "2026-03-05"))).toEqual([
      "03-02 start",
      "03-03 counted 1",
      "03-04 paused",
      "03-05 paused",
    ]);
  });

  test("of two pauses on one day the one that began first is the reason", () => {
    const pauses = [{ ...aPause("2026-03-04", "2026-03-06"), kind: "hearing", by: "zr" }, aPause("2026-03-03", "2026-03-05")];
    expect(ledgerOf(aClock({ limitDays: 5, pauses }), calendar, "2026-03-02")[3]).toMatchObject({ day: "2026-03-05", why: "expert-review", by: "st" });
  });

  test("a case decided late is listed to the day of the decision", () => {
    expect(ledgerOf(aClock({ limitDays: 1, endedOn: "2026-03-05" }), calendar, "2026-05-06").at(-1)).toMatchObject({
      day: "2026-03-05",
      kind: "overdue",
      counted: 3,
    });
  });
});
