import type { WorkingCalendar } from "../../calendar/working-calendar";
import type { NoticeCommitment } from "../parts/notice-commitment";
import type { ProjectCase } from "../state";

/** What the last day of the check depends on, and what it says now. */
export type CountedNotice = Pick<NoticeCommitment, "status" | "decidedOn" | "checkWorkingDays" | "checkDueOn" | "nextDueOn">;
type NoticeDays = Pick<NoticeCommitment, "checkDueOn" | "nextDueOn">;

/**
 * The last day of the check: the place's number of working days after the decision, as long as the check is what is waited for. A day
 * that a manager set, and one that is past because the check was made, stay as they are.
 * @see RULES.md R-338
 */
export function noticeDays({ status, decidedOn, checkWorkingDays, checkDueOn, nextDueOn }: CountedNotice, calendar: WorkingCalendar): NoticeDays {
  if (status !== "granted" || decidedOn === null || checkWorkingDays === null) return { checkDueOn, nextDueOn };
  const on = calendar.nthWorkingDayAfter(decidedOn, checkWorkingDays);
  return { checkDueOn: on, nextDueOn: on };
}

/** The notice commitments of a case, each with the last day of its check. */
export const withNoticeDays = ({ noticeCommitments }: Pick<ProjectCase, "noticeCommitments">, calendar: WorkingCalendar): ProjectCase["noticeCommitments"] =>
  Object.fromEntries(Object.values(noticeCommitments).map((one) => [one.id, { ...one, ...noticeDays(one, calendar) }]));
