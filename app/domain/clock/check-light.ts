import { type CivilDay, daysBetween } from "../calendar/calendar-date";
import type { ClockLight } from "./clock";

/** Calendar days before a check, a rectification or another step of a promise falls due from which its light is yellow. */
export const CHECK_WARN_DAYS = 7;

/** Light of a day of a promise, by calendar days: red once the day has passed, yellow in the week before; none where no day is set. */
export function checkLight(dueOn: CivilDay | null, today: CivilDay): ClockLight {
  if (dueOn === null) return "none";
  const left = daysBetween(today, dueOn);
  return left < 0 ? "late" : left <= CHECK_WARN_DAYS ? "warn" : "ok";
}
