import { type CivilDay, fromOrdinal, toOrdinal, weekdayOf } from "./calendar-date";

/** Why a day counts or does not count. `make-up` days are weekend days worked in exchange for a holiday (调休上班). */
export type DayKind = "working" | "make-up" | "weekend" | "holiday" | "closure";

/** A later State Council notice that changed the arrangement of a year; the days of `CalendarYear` already contain it. */
export interface CalendarAmendment {
  readonly noticeNumber: string;
  readonly noticeTitle: string;
  readonly source: string;
}

/** One published or local year of the calendar, as loaded from `db/packs/calendar/YYYY.yaml`. */
export interface CalendarYear {
  readonly year: number;
  /** Number of the State Council notice, e.g. 国办发明电〔2025〕7号. */
  readonly noticeNumber: string;
  readonly noticeTitle: string;
  readonly source: string;
  readonly amendments?: readonly CalendarAmendment[];
  /** May reach into the last December of the year before (2023: New Year holiday from 2022-12-31). */
  readonly holidays: readonly { readonly name: string; readonly days: readonly CivilDay[] }[];
  readonly makeUpDays: readonly CivilDay[];
}

/** A local closure of one centre; the days do not count there. */
export interface LocalClosure {
  readonly day: CivilDay;
  readonly reason: string;
}

/** Working days of a centre. All methods are pure; days are civil days in Beijing time. */
export interface WorkingCalendar {
  /** Last day covered by a published notice; later days are provisional (plain Monday to Friday). */
  readonly publishedThrough: CivilDay;
  isWorkingDay(day: CivilDay): boolean;
  kindOf(day: CivilDay): DayKind;
  /** Holiday name or closure reason, when the day has one. */
  nameOf(day: CivilDay): string | null;
  isProvisional(day: CivilDay): boolean;
  /** Working days d with `after` < d ≤ `through`; negative of the reverse when `through` < `after`. Constant time. */
  workingDaysBetween(after: CivilDay, through: CivilDay): number;
  /** Working days d with `after` < d ≤ `through`, in order; none when `through` is not later. */
  workingDays(after: CivilDay, through: CivilDay): readonly CivilDay[];
  /** The n-th working day strictly after `day`; n ≥ 1. n = 0 answers `day` itself. */
  nthWorkingDayAfter(day: CivilDay, n: number): CivilDay;
}

interface SpecialDay {
  readonly kind: "holiday" | "make-up" | "closure";
  readonly name: string | null;
}

const isWeekend = (day: CivilDay): boolean => weekdayOf(day) % 6 === 0;

/** Mondays to Fridays up to and including an ordinal, counted from Monday 1969-12-29 (ordinal −3). */
function weekdaysThrough(ordinal: number): number {
  const sinceMonday = ordinal + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}

/** The first ordinal at which `weekdaysThrough` reaches `count`. */
function ordinalOfWeekday(count: number): number {
  const weeks = Math.floor((count - 1) / 5);
  return weeks * 7 + (count - weeks * 5 - 1) - 3;
}

function specialDays(years: readonly CalendarYear[], closures: readonly LocalClosure[]): ReadonlyMap<CivilDay, SpecialDay> {
  const special = new Map<CivilDay, SpecialDay>();
  for (const year of years) {
    for (const holiday of year.holidays) for (const day of holiday.days) special.set(day, { kind: "holiday", name: holiday.name });
    for (const day of year.makeUpDays) special.set(day, { kind: "make-up", name: null });
  }
  for (const { day, reason } of closures) {
    // A closure of a day nobody works anyway changes nothing; the national reason stays.
    const kind = special.get(day)?.kind;
    if (kind === "make-up" || (kind === undefined && !isWeekend(day))) special.set(day, { kind: "closure", name: reason });
  }
  return special;
}

/** First and last year of the unbroken run of published years that starts with the earliest. */
function publishedRun(years: readonly CalendarYear[]): { first: number; last: number } | null {
  const published = [...new Set(years.map((year) => year.year))].sort((a, b) => a - b);
  const first = published[0];
  if (first === undefined) return null;
  let last = first;
  while (published.includes(last + 1)) last += 1;
  return { first, last };
}

/**
 * The calendar of a centre: Saturdays and Sundays off, minus make-up days, plus the days off of the State Council notices and the
 * centre's own closures (行政许可法 art. 82). Days outside the unbroken run of published years are Monday to Friday and provisional.
 *
 * Counting needs no range: weekdays are arithmetic, and only the span between the first and the last special day is tabulated
 * (running difference to plain weekdays, and its working days by index), so both counting methods take constant time.
 */
export function workingCalendar(years: readonly CalendarYear[], closures: readonly LocalClosure[] = []): WorkingCalendar {
  const special = specialDays(years, closures);
  const run = publishedRun(years);
  const publishedFrom = run ? `${String(run.first).padStart(4, "0")}-01-01` : null;
  const publishedThrough = run ? `${String(run.last).padStart(4, "0")}-12-31` : "0001-01-01";

  const isWorkingDay = (day: CivilDay): boolean => {
    const kind = special.get(day)?.kind;
    return kind === undefined ? !isWeekend(day) : kind === "make-up";
  };

  const ordinals = [...special.keys()].map(toOrdinal);
  const spanFirst = ordinals.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const spanLast = ordinals.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const difference: number[] = [];
  const workingOrdinals: number[] = [];
  for (let ordinal = spanFirst; ordinal <= spanLast; ordinal += 1) {
    if (isWorkingDay(fromOrdinal(ordinal))) workingOrdinals.push(ordinal);
    difference.push(workingOrdinals.length - (weekdaysThrough(ordinal) - weekdaysThrough(spanFirst - 1)));
  }
  const beforeSpan = difference.length === 0 ? 0 : weekdaysThrough(spanFirst - 1);
  const spanDifference = difference.at(-1) ?? 0;

  const workingThrough = (ordinal: number): number =>
    weekdaysThrough(ordinal) + (difference.length === 0 || ordinal < spanFirst ? 0 : (difference[ordinal - spanFirst] ?? spanDifference));
  const ordinalOfWorking = (count: number): number => {
    if (difference.length === 0 || count <= beforeSpan) return ordinalOfWeekday(count);
    return workingOrdinals[count - beforeSpan - 1] ?? ordinalOfWeekday(count - spanDifference);
  };

  const written: CivilDay[] = workingOrdinals.map(fromOrdinal);
  const writtenWorking = (count: number): CivilDay => written[count - beforeSpan - 1] ?? fromOrdinal(ordinalOfWorking(count));

  return {
    publishedThrough,
    isWorkingDay,
    kindOf: (day) => special.get(day)?.kind ?? (isWeekend(day) ? "weekend" : "working"),
    nameOf: (day) => special.get(day)?.name ?? null,
    isProvisional: (day) => publishedFrom === null || day < publishedFrom || day > publishedThrough,
    workingDaysBetween: (after, through) => workingThrough(toOrdinal(through)) - workingThrough(toOrdinal(after)),
    workingDays: (after, through) => {
      const before = workingThrough(toOrdinal(after));
      const length = Math.max(0, workingThrough(toOrdinal(through)) - before);
      return Array.from({ length }, (_, at) => writtenWorking(before + at + 1));
    },
    nthWorkingDayAfter: (day, n) => {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`working days must be a whole number of 0 or more: ${n}`);
      return n === 0 ? day : writtenWorking(workingThrough(toOrdinal(day)) + n);
    },
  };
}
