import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Stretch } from "./stretch";

/** What the forecast must know about one item of the plan. */
export interface ForecastItem {
  readonly code: string;
  readonly prerequisites: readonly string[];
  /** Working days from acceptance to decision; null when nobody says, then one day is assumed. */
  readonly limitWorkingDays: number | null;
  /** Day the item ended; it is then no longer forecast. */
  readonly endedOn: CivilDay | null;
  /** Day its running clock is expected to end; null when no clock runs yet. */
  readonly runsUntil: CivilDay | null;
}

export interface Forecast {
  /** Expected acceptance (or today for running items) to expected decision, for every item that has not ended. */
  readonly stretches: ReadonlyMap<string, Stretch>;
  /** Items whose delay by one day delays the end of the project by one day. */
  readonly critical: ReadonlySet<string>;
  /** Last forecast day; null when everything has ended. */
  readonly endsOn: CivilDay | null;
}

interface Expected {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly drivers: readonly string[];
}

const firstWorkingDayFrom = (day: CivilDay, calendar: WorkingCalendar): CivilDay => (calendar.isWorkingDay(day) ? day : calendar.nthWorkingDayAfter(day, 1));

const latest = (days: readonly CivilDay[]): CivilDay | null => days.reduce<CivilDay | null>((last, day) => (last === null || day > last ? day : last), null);

/**
 * Earliest finish through the plan graph from today: an item is handed in the day its last prerequisite ends, accepted the
 * same day and decided within its limit. A prerequisite outside `items` is taken as satisfied; a circle is cut where it closes.
 */
export function forecastOf(items: readonly ForecastItem[], calendar: WorkingCalendar, today: CivilDay): Forecast {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const done = new Map<string, Expected>();
  const walking = new Set<string>();

  const expect = (item: ForecastItem): Expected | null => {
    if (item.endedOn !== null || walking.has(item.code)) return null;
    const known = done.get(item.code);
    if (known) return known;
    walking.add(item.code);
    const waits = item.prerequisites
      .map((code) => byCode.get(code))
      .flatMap((before) => {
        const end = before && expect(before);
        return before && end ? [{ code: before.code, to: end.to }] : [];
      });
    walking.delete(item.code);
    const expected = item.runsUntil === null ? planned(item, waits) : { from: today, to: item.runsUntil, drivers: [] };
    done.set(item.code, expected);
    return expected;
  };

  const planned = (item: ForecastItem, waits: readonly { code: string; to: CivilDay }[]): Expected => {
    const earliest = latest([today, ...waits.map((wait) => wait.to)]) as CivilDay;
    const from = firstWorkingDayFrom(earliest, calendar);
    const to = calendar.nthWorkingDayAfter(from, Math.max(item.limitWorkingDays ?? 1, 0));
    return { from, to, drivers: waits.filter((wait) => wait.to === earliest).map((wait) => wait.code) };
  };

  for (const item of items) expect(item);
  const endsOn = latest([...done.values()].map((expected) => expected.to));
  const critical = new Set<string>();
  const mark = (code: string): void => {
    if (critical.has(code)) return;
    critical.add(code);
    for (const driver of done.get(code)?.drivers ?? []) mark(driver);
  };
  for (const [code, expected] of done) if (expected.to === endsOn) mark(code);
  return { stretches: new Map([...done].map(([code, { from, to }]) => [code, { from, to }])), critical, endsOn };
}
