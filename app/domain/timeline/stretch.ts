import type { CivilDay } from "../calendar/calendar-date";

/** Days from `from` to `to`, both included. */
export interface Stretch {
  readonly from: CivilDay;
  readonly to: CivilDay;
}
