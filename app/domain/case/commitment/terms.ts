import { addDays, type CivilDay } from "../../calendar/calendar-date";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import type { Pack } from "../../pack/pack";
import type { SupervisionPoint } from "../../pack/practice";

/** Calendar days a promise is made public where the place says nothing; shown as assumed (晋城). */
const ASSUMED_PUBLICITY_DAYS = 7;
/** Working days of the preliminary check where the place says nothing; shown as assumed (晋城). */
const ASSUMED_PRECHECK_WORKING_DAYS = 1;
const ALL_POINTS: readonly SupervisionPoint[] = ["before-start", "construction", "completion", "operation"];

/** A number of days, and whether the place states it or it is assumed. */
export interface Term {
  readonly days: number;
  readonly assumed: boolean;
}

const term = (stated: { readonly value: number | null; readonly assumed: boolean } | undefined, otherwise: number): Term => ({
  days: stated?.value ?? otherwise,
  assumed: stated === undefined || stated.value === null || stated.assumed,
});

/** How long a promise hangs here, in calendar days. */
export const publicityOf = (pack: Pack): Term => term(pack.rules?.commitmentPublicityDays, ASSUMED_PUBLICITY_DAYS);

/**
 * Last day of a publicity opened that day: calendar days, the first not counted; where the last is a day off, the working day after it.
 * @see RULES.md R-407 (民法典 art. 201, 203)
 */
export function publicityUntil(on: CivilDay, pack: Pack, calendar: Pick<WorkingCalendar, "isWorkingDay" | "nthWorkingDayAfter">): CivilDay {
  const last = addDays(on, publicityOf(pack).days);
  return calendar.isWorkingDay(last) ? last : calendar.nthWorkingDayAfter(last, 1);
}

/** How long the preliminary check may take here, in working days. */
export const precheckOf = (pack: Pack): Term => term(pack.rules?.commitmentPrecheckWorkingDays, ASSUMED_PRECHECK_WORKING_DAYS);

/** The supervision points of the place, in the order a project meets them. */
export const pointsOf = (pack: Pack): readonly SupervisionPoint[] => {
  const stated = pack.rules?.commitmentPoints.value ?? ALL_POINTS;
  return ALL_POINTS.filter((point) => stated.includes(point));
};
