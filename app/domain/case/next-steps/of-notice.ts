import type { CivilDay } from "../../calendar/calendar-date";
import type { NoticeCommitment } from "../parts/notice-commitment";
import { type NextStep, step } from "./step";

/**
 * What a promise for one permit waits for; null once it has ended. When the day to put something right has passed, the department looks
 * again or the manager rules: nobody waits for the enterprise any more. Nothing is granted on a letter that says
 * something else since it was signed.
 * @param outdated ids of signatures under letters that say something else by now
 */
export function noticeStep(notice: NoticeCommitment, today: CivilDay, outdated: readonly string[]): NextStep | null {
  const { status, departmentCode, checkDueOn, rectifyBy, signatureId } = notice;
  const departments = [departmentCode];
  switch (status) {
    case "told":
      return step("notice-choose", "enterprise");
    case "chosen":
      return step("notice-sign", "enterprise");
    case "signed":
      return signatureId !== null && outdated.includes(signatureId)
        ? step("notice-sign-anew", "enterprise", { departments })
        : step("notice-grant", "department", { departments });
    case "granted":
      return checkDueOn === null ? step("notice-check-day", "manager") : step("notice-check", "department", { departments, by: checkDueOn });
    case "rectifying":
      return rectifyBy !== null && rectifyBy < today
        ? step("notice-over", "manager", { departments })
        : step("notice-rectify", "enterprise", { departments, by: rectifyBy });
    case "failed":
      return step("notice-rule", "manager");
    default:
      return null;
  }
}
