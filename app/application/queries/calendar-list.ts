import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";
import { daysOfYear } from "./calendar-year";

/** One published year in figures. */
export interface CalendarRow {
  readonly year: number;
  readonly noticeNumber: string;
  readonly noticeTitle: string;
  readonly holidayDays: number;
  readonly makeUpDays: number;
  readonly workingDays: number;
}

export interface CalendarList {
  readonly rows: readonly CalendarRow[];
  readonly publishedThrough: CivilDay;
  readonly currentYear: number;
  /** First year whose holidays are not published; its days are provisional. */
  readonly firstProvisionalYear: number;
}

/** The published years, newest first. Working days are those of the reader's centre. */
export function calendarList(services: Services, actor: Actor): CalendarList {
  const calendar = services.calendarOf(actor.centreId);
  const rows = services.calendars
    .map(({ year, noticeNumber, noticeTitle, holidays, makeUpDays }) => ({
      year,
      noticeNumber,
      noticeTitle,
      holidayDays: new Set(holidays.flatMap((holiday) => holiday.days)).size,
      makeUpDays: makeUpDays.length,
      workingDays: daysOfYear(year).filter((day) => calendar.isWorkingDay(day)).length,
    }))
    .sort((a, b) => b.year - a.year);
  return {
    rows,
    publishedThrough: calendar.publishedThrough,
    currentYear: Number(services.today().slice(0, 4)),
    firstProvisionalYear: Number(calendar.publishedThrough.slice(0, 4)) + 1,
  };
}
