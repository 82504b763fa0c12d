import { addDays, type CivilDay, daysBetween, weekdayOf } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";

/** `all` fits the whole span into the width; `month` and `week` ask for room per day and may make the picture wider. */
export type TimelineZoom = "all" | "month" | "week";

/** Least units per day of each zoom. */
const UNITS_PER_DAY: Readonly<Record<TimelineZoom, number>> = { all: 0, month: 5, week: 16 };
/** A tick label needs this much room; with less, ticks get further apart. */
const TICK_ROOM = 34;
/** The note about unpublished holidays needs this much. */
const NOTE_ROOM = 120;
/** Below this a weekend is a hair and only longer rests are drawn. */
const WEEKEND_ROOM = 1.4;

export type TickUnit = "week" | "month";

export interface Tick {
  readonly x: number;
  readonly on: CivilDay;
  readonly unit: TickUnit;
  /** False where a label would leave the box or sit under the mark of today. */
  readonly labelled: boolean;
}

/** A month or year over the ticks, with the room it has for its name. */
export interface AxisGroup {
  readonly x: number;
  readonly width: number;
  readonly on: CivilDay;
  readonly unit: "month" | "year";
  readonly labelled: boolean;
}

/** Days in a row that do not count. */
export interface Band {
  readonly x: number;
  readonly width: number;
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly kind: "weekend" | "holiday" | "closure";
}

export interface Axis {
  readonly from: CivilDay;
  /** Last day shown, included. */
  readonly to: CivilDay;
  readonly days: number;
  readonly unitsPerDay: number;
  readonly width: number;
  readonly ticks: readonly Tick[];
  readonly groups: readonly AxisGroup[];
  readonly bands: readonly Band[];
  /** Part of the axis whose holidays no notice has published yet; labelled where there is room to say so. */
  readonly provisional: { readonly x: number; readonly width: number; readonly labelled: boolean } | null;
}

/** Two decimals: enough for any picture, and short in the page. */
export const round = (units: number): number => Math.round(units * 100) / 100;

/** Left edge of a day, in units from the left of the axis. */
export const xOf = (axis: Pick<Axis, "from" | "unitsPerDay">, day: CivilDay): number => daysBetween(axis.from, day) * axis.unitsPerDay;

const mondayOf = (day: CivilDay): CivilDay => addDays(day, -((weekdayOf(day) + 6) % 7));
const firstOfMonth = (day: CivilDay): CivilDay => `${day.slice(0, 8)}01`;
const nextMonth = (first: CivilDay, by: number): CivilDay => {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
};

/**
 * Axis over whole weeks around the given days. `width` is the least width in units; the answer is wider when the zoom asks for it.
 * `today` only keeps tick labels clear of the mark drawn for it; null when no mark is drawn.
 */
export function axisOver(first: CivilDay, last: CivilDay, calendar: WorkingCalendar, width: number, zoom: TimelineZoom, today: CivilDay | null): Axis {
  const from = mondayOf(first);
  const to = addDays(mondayOf(last), 6);
  const days = daysBetween(from, to) + 1;
  const unitsPerDay = Math.max(width / days, UNITS_PER_DAY[zoom]);
  const scale = { from, unitsPerDay };
  const full = round(days * unitsPerDay);
  const unit = tickUnit(unitsPerDay);
  const provisionalFrom = calendar.publishedThrough < to ? (calendar.publishedThrough < from ? from : addDays(calendar.publishedThrough, 1)) : null;
  const provisionalX = provisionalFrom === null ? 0 : round(xOf(scale, provisionalFrom));
  return {
    from,
    to,
    days,
    unitsPerDay,
    width: full,
    ticks: ticksOf(scale, to, unit, full, today),
    groups: groupsOf(scale, to, unit === "week" ? "month" : "year", full),
    bands: bandsOf(scale, to, calendar),
    provisional: provisionalFrom === null ? null : { x: provisionalX, width: round(full - provisionalX), labelled: full - provisionalX >= NOTE_ROOM },
  };
}

/** Ticks at every n weeks, then at every n months, whichever first leaves room for the labels. */
function tickUnit(unitsPerDay: number): "week" | "month" {
  return unitsPerDay * 7 * 2 >= TICK_ROOM ? "week" : "month";
}

function ticksOf(scale: Pick<Axis, "from" | "unitsPerDay">, to: CivilDay, unit: "week" | "month", width: number, today: CivilDay | null): readonly Tick[] {
  const ticks: CivilDay[] = [];
  if (unit === "week") {
    const weeks = scale.unitsPerDay * 7 >= TICK_ROOM ? 1 : 2;
    for (let day = scale.from; day <= to; day = addDays(day, 7 * weeks)) ticks.push(day);
  } else {
    const months = [1, 2, 3, 6, 12].find((count) => count * 30 * scale.unitsPerDay >= TICK_ROOM) ?? 12;
    const start = firstOfMonth(scale.from) === scale.from ? scale.from : nextMonth(firstOfMonth(scale.from), 1);
    for (let day = start; day <= to; day = nextMonth(day, months)) ticks.push(day);
  }
  const clear = today === null ? null : xOf(scale, today) + scale.unitsPerDay / 2;
  return ticks.map((on) => {
    const x = round(xOf(scale, on));
    const hidden = clear !== null && x + TICK_ROOM > clear - TICK_ROOM / 2 && x < clear + TICK_ROOM / 2;
    return { x, on, unit, labelled: x + TICK_ROOM - 6 <= width && !hidden };
  });
}

function groupsOf(scale: Pick<Axis, "from" | "unitsPerDay">, to: CivilDay, unit: "month" | "year", width: number): readonly AxisGroup[] {
  const groups: AxisGroup[] = [];
  const startOf = (day: CivilDay): CivilDay => (unit === "month" ? firstOfMonth(day) : `${day.slice(0, 4)}-01-01`);
  for (let day = startOf(scale.from); day <= to; day = nextMonth(day, unit === "month" ? 1 : 12)) {
    const x = round(Math.max(xOf(scale, day), 0));
    const end = round(Math.min(xOf(scale, nextMonth(day, unit === "month" ? 1 : 12)), width));
    groups.push({ x, width: round(end - x), on: day, unit, labelled: end - x >= (unit === "month" ? 52 : 30) });
  }
  return groups;
}

function bandsOf(scale: Pick<Axis, "from" | "unitsPerDay">, to: CivilDay, calendar: WorkingCalendar): readonly Band[] {
  const bands: Band[] = [];
  let start: CivilDay | null = null;
  let kind: Band["kind"] = "weekend";
  const close = (after: CivilDay): void => {
    if (start === null) return;
    const length = daysBetween(start, after);
    if (length >= 3 || scale.unitsPerDay >= WEEKEND_ROOM) {
      bands.push({ x: round(xOf(scale, start)), width: round(length * scale.unitsPerDay), from: start, to: addDays(after, -1), kind });
    }
    start = null;
  };
  for (let day = scale.from; day <= to; day = addDays(day, 1)) {
    const is = calendar.kindOf(day);
    if (is === "working" || is === "make-up") {
      close(day);
      continue;
    }
    if (start === null) {
      start = day;
      kind = is;
    } else if (kind === "weekend" && is !== "weekend") {
      kind = is;
    }
  }
  close(addDays(to, 1));
  return bands;
}
