import { addDays, type CivilDay, daysBetween } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { DayUnit } from "../pack/pack";
import type { ClockReading, ClockSpec } from "./clock";
import { lightOf } from "./light";
import { dayBeforeCounting, leftOut, type Stretch, standstills } from "./standstill";

/** How days of one unit are counted and found. */
interface Counting {
  readonly between: (after: CivilDay, through: CivilDay) => number;
  readonly nth: (after: CivilDay, n: number) => CivilDay;
}

const countingOf = (unit: DayUnit, calendar: WorkingCalendar): Counting =>
  unit === "wd" ? { between: calendar.workingDaysBetween, nth: calendar.nthWorkingDayAfter } : { between: daysBetween, nth: addDays };

/** The n-th day (n ≥ 1) after `after` outside the standstills; null when an open one comes first. */
function nthOutside(stops: readonly Stretch[], after: CivilDay, n: number, counting: Counting): CivilDay | null {
  let cursor = after;
  let left = n;
  for (const stop of stops) {
    if (stop.after < cursor) continue;
    const reachable = counting.between(cursor, stop.after);
    if (reachable >= left) break;
    if (stop.through === null) return null;
    left -= reachable;
    cursor = stop.through;
  }
  return counting.nth(cursor, left);
}

function countedThrough(stops: readonly Stretch[], after: CivilDay, through: CivilDay, counting: Counting): number {
  if (through <= after) return 0;
  return counting.between(after, through) - stoppedThrough(stops, through, counting);
}

function stoppedThrough(stops: readonly Stretch[], through: CivilDay, counting: Counting): number {
  let days = 0;
  for (const stop of stops)
    if (stop.after < through) days += counting.between(stop.after, stop.through !== null && stop.through < through ? stop.through : through);
  return days;
}

/** Limit and approved extension together, in days of the clock's unit. */
export const totalDays = (spec: ClockSpec): number => spec.limitDays + spec.extensionDays;

/**
 * The last day on which a decision is in time; null while an open pause that began before it keeps it from being known.
 *
 * Working days: the last of the counted days. Calendar days: the same, but a last day that falls on a day off moves to the next
 * working day (民法典 art. 203). A limit of 0 days means the starting day itself, or the next working day after a day off.
 * A pause that begins on or after the due day (by its rule) comes too late to move it.
 */
export function dueDay(spec: ClockSpec, calendar: WorkingCalendar, stops: readonly Stretch[] = standstills(spec)): CivilDay | null {
  const total = totalDays(spec);
  if (total <= 0) return calendar.isWorkingDay(spec.startedOn) ? spec.startedOn : calendar.nthWorkingDayAfter(spec.startedOn, 1);
  const working = countingOf("wd", calendar);
  const before = dayBeforeCounting(spec);
  if (spec.unit === "wd") return nthOutside(stops, before, total, working);
  const lastButOne = total === 1 ? before : nthOutside(stops, before, total - 1, countingOf("cal", calendar));
  return lastButOne === null ? null : nthOutside(stops, lastButOne, 1, working);
}

/** First day with `warnWorkingDays` or fewer working days left up to and including the due day; never before the clock starts. */
function warnDay(spec: ClockSpec, calendar: WorkingCalendar, stops: readonly Stretch[], due: CivilDay): CivilDay {
  const working = countingOf("wd", calendar);
  const before = dayBeforeCounting(spec);
  const quiet = countedThrough(stops, before, due, working) - spec.warnWorkingDays;
  return quiet <= 0 ? spec.startedOn : (nthOutside(stops, before, quiet, working) ?? spec.startedOn);
}

/** Counted days from the start through `through`: never the whole limit before the due day, the days after it on top. */
function usedDays(spec: ClockSpec, stops: readonly Stretch[], due: CivilDay | null, through: CivilDay, counting: Counting): number {
  const total = totalDays(spec);
  if (due !== null && through > due) return total + counting.between(due, through);
  const ceiling = through === due ? total : Math.max(0, total - 1);
  return Math.min(ceiling, countedThrough(stops, dayBeforeCounting(spec), through, counting));
}

/** The clock stands still on `asOf`: a pause without end keeps the due day open, or one with an end is in force on that day. */
function isPausedOn(spec: ClockSpec, due: CivilDay | null, asOf: CivilDay): boolean {
  if (due === null) return true;
  return spec.pauses.some((pause) => {
    const { after, through } = leftOut(spec, pause);
    return pause.from <= asOf && through !== null && asOf < through && after < due;
  });
}

/**
 * Reads one clock on a day. `dueOn`, `warnFrom` and `lateFrom` do not depend on `asOf` and may be stored.
 *
 * - The due day itself is in time; the clock has no hours (domain.md 7.1 rule 18). The day after is late, also on a day off, and
 *   a day off right after the due day already reads as one day overdue.
 * - After the due day every day counts: a pause then cures nothing.
 * - The clock stops on the day of the decision (`endedOn`), which keeps what was used, left or overdue for good.
 * - `pausedDays` are days of the clock's unit that were left out up to `asOf`.
 *
 * @param asOf civil day in Beijing time
 * @see RULES.md, domain.md 7
 */
export function readClock(spec: ClockSpec, calendar: WorkingCalendar, asOf: CivilDay): ClockReading {
  const counting = countingOf(spec.unit, calendar);
  const stops = standstills(spec);
  const due = dueDay(spec, calendar, stops);
  const ended = spec.endedOn !== null && spec.endedOn <= asOf;
  const through = ended && spec.endedOn !== null ? spec.endedOn : asOf;
  const used = usedDays(spec, stops, due, through, counting);
  const overdueDays = due !== null && through > due ? Math.max(1, counting.between(due, through)) : 0;
  const paused = !ended && isPausedOn(spec, due, asOf);
  const warnFrom = due === null ? null : warnDay(spec, calendar, stops, due);
  const lateFrom = due === null ? null : addDays(due, 1);
  const mattering = due === null ? stops : stops.filter((stop) => stop.after < due);
  return {
    dueOn: due,
    provisional: due !== null && (calendar.isProvisional(due) || calendar.isProvisional(spec.startedOn)),
    usedDays: used,
    remainingDays: due === null ? null : overdueDays > 0 ? -overdueDays : totalDays(spec) - used,
    overdueDays,
    pausedDays: stoppedThrough(mattering, through, counting),
    paused,
    light: asOf < spec.startedOn ? "none" : paused ? "paused" : lightOf({ running: !ended, paused, warnFrom, lateFrom }, asOf),
    warnFrom: spec.endedOn === null ? warnFrom : null,
    lateFrom: spec.endedOn === null ? lateFrom : null,
  };
}
