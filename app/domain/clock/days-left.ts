import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";

/**
 * Working days from today to a day that can be missed, as the clocks count: negative once it has passed. A day off right after it
 * already reads as one day late, and a day that lies ahead is never "today", however many days off lie between.
 * @see RULES.md R-408
 */
export function daysLeft(calendar: Pick<WorkingCalendar, "workingDaysBetween">, today: CivilDay, on: CivilDay): number {
  const days = calendar.workingDaysBetween(today, on);
  if (on < today) return Math.min(-1, days);
  return on === today ? 0 : Math.max(1, days);
}
