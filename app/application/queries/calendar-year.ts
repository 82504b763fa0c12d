import { addDays, type CivilDay, weekdayOf } from "../../domain/calendar/calendar-date";
import type { DayKind } from "../../domain/calendar/working-calendar";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";

export interface CalendarDay {
  readonly day: CivilDay;
  readonly kind: DayKind;
  /** Holiday name or reason of a local closure. */
  readonly name: string | null;
}

export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export interface CalendarMonth {
  readonly month: Month;
  readonly workingDays: number;
  /** Weeks from Monday to Sunday; null outside the month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

export interface CalendarYearPage {
  readonly year: number;
  readonly today: CivilDay;
  /** The holidays of this year are not published: it is counted Monday to Friday. */
  readonly provisional: boolean;
  readonly notice: { readonly number: string; readonly title: string; readonly source: string } | null;
  readonly holidays: readonly { readonly name: string; readonly days: readonly CivilDay[] }[];
  readonly makeUpDays: readonly CivilDay[];
  readonly closures: readonly CalendarDay[];
  readonly workingDays: number;
  readonly months: readonly CalendarMonth[];
  readonly previous: number | null;
  readonly next: number | null;
}

const DAYS_A_WEEK = 7;
const MONTHS: readonly Month[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const dayOf = (year: number, month: number, date: number): CivilDay => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** Every civil day of a year, in order. */
export function daysOfYear(year: number): readonly CivilDay[] {
  const days: CivilDay[] = [];
  for (let day = dayOf(year, 1, 1); day <= dayOf(year, 12, 31); day = addDays(day, 1)) days.push(day);
  return days;
}

/** One year day by day; null outside the published years and the provisional one after them. */
export function calendarYear(services: Services, actor: Actor, year: number): CalendarYearPage | null {
  const published = services.calendars.find((candidate) => candidate.year === year);
  const years = services.calendars.map((candidate) => candidate.year);
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  if (!Number.isInteger(year) || year < first || year > last) return null;
  const calendar = services.calendarOf(actor.centreId);
  const days = daysOfYear(year).map((day): CalendarDay => ({ day, kind: calendar.kindOf(day), name: calendar.nameOf(day) }));
  const months = MONTHS.map((month) =>
    monthOf(
      month,
      days.filter(({ day }) => Number(day.slice(5, 7)) === month),
    ),
  );
  return {
    year,
    today: services.today(),
    provisional: !published,
    notice: published ? { number: published.noticeNumber, title: published.noticeTitle, source: published.source } : null,
    holidays: published?.holidays ?? [],
    makeUpDays: published?.makeUpDays ?? [],
    closures: days.filter(({ kind }) => kind === "closure"),
    workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
    months,
    previous: year > first ? year - 1 : null,
    next: year < last ? year + 1 : null,
  };
}

function monthOf(month: Month, days: readonly CalendarDay[]): CalendarMonth {
  const [first] = days;
  // Monday first, as calendars in China are printed.
  const lead = first ? (weekdayOf(first.day) + DAYS_A_WEEK - 1) % DAYS_A_WEEK : 0;
  const cells: (CalendarDay | null)[] = [...Array<null>(lead).fill(null), ...days];
  while (cells.length % DAYS_A_WEEK !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / DAYS_A_WEEK }, (_, week) => cells.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK));
  return { month, workingDays: days.filter(({ kind }) => kind === "working" || kind === "make-up").length, weeks };
}
