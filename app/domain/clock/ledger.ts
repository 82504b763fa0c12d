import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { ClockSpec, Pause } from "./clock";
import { dueDay, totalDays } from "./due-date";
import { dayBeforeCounting, leftOut } from "./standstill";

/**
 * `counted` within the limit, `make-up` counted though it is a weekend day, `extension` counted beyond the limit by an approved
 * extension, `overdue` after the due day; the others are not counted and say why.
 */
export type LedgerKind = "start" | "counted" | "weekend" | "holiday" | "make-up" | "closure" | "paused" | "extension" | "overdue";

/** One civil day of the explanation of a date. */
export interface LedgerLine {
  readonly day: CivilDay;
  readonly kind: LedgerKind;
  /** Running number of the day in the clock's unit; null when the day is not counted. */
  readonly counted: number | null;
  /** Holiday name, closure reason or kind code of the pause. */
  readonly why: string | null;
  /** Who caused the pause. */
  readonly by: string | null;
}

/** The pause that leaves out a day: of several the one that began first, so that a day has one reason. */
function pauseOn(spec: ClockSpec, day: CivilDay, due: CivilDay | null): Pause | null {
  let found: Pause | null = null;
  for (const pause of spec.pauses) {
    const { after, through } = leftOut(spec, pause);
    const covers = after < day && (through === null || day <= through) && (due === null || after < due);
    if (covers && (found === null || pause.from < found.from)) found = pause;
  }
  return found;
}

/**
 * "Explain this date": every civil day from the start to the due day, or to `asOf` (or the end) when that is later. The last number
 * up to `asOf` is `ClockReading.usedDays`, and the day numbered with the whole limit is the due day. Future days up to the due day
 * are listed as they will count.
 *
 * Under working days a day off inside a pause stays a day off; under calendar days it is a paused day, and the days off between the
 * last day of the term and the working day it moves to are not counted (民法典 art. 203).
 * @param asOf civil day in Beijing time
 */
export function ledgerOf(spec: ClockSpec, calendar: WorkingCalendar, asOf: CivilDay): readonly LedgerLine[] {
  const due = dueDay(spec, calendar);
  const total = totalDays(spec);
  const before = dayBeforeCounting(spec);
  const stop = spec.endedOn !== null && spec.endedOn < asOf ? spec.endedOn : asOf;
  const last = [spec.startedOn, due ?? spec.startedOn, stop].reduce((a, b) => (a > b ? a : b));
  const lines: LedgerLine[] = [];
  let number = 0;
  for (let day = spec.startedOn; day <= last; day = addDays(day, 1)) {
    const natural = calendar.kindOf(day);
    const off = natural === "weekend" || natural === "holiday" || natural === "closure" ? natural : null;
    const late = due !== null && day > due;
    const pause = late || day <= before ? null : pauseOn(spec, day, due);
    const counts =
      day > before && pause === null && (spec.unit === "cal" ? late || off === null || number < total - 1 : off === null) && (late || number < total);
    if (counts) number += 1;
    const counted = counts ? number : null;
    const line = (kind: LedgerKind, why: string | null = null, by: string | null = null) => lines.push({ day, kind, counted, why, by });
    if (day === spec.startedOn && pause === null) line("start", calendar.nameOf(day));
    else if (pause !== null && (spec.unit === "cal" || off === null)) line("paused", pause.kind, pause.by);
    else if (!counts && off !== null) line(off, calendar.nameOf(day));
    else if (late) line("overdue");
    else if (number > spec.limitDays) line("extension");
    else line(natural === "make-up" ? "make-up" : "counted", calendar.nameOf(day));
  }
  return lines;
}
