import { parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Actor, Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "../guards";
import { isHandOf, isNameOf } from "../on-behalf";
import type { NoticeCommitment, NoticeCommitmentCommand } from "../parts/notice-commitment";
import type { ProjectCase } from "../state";
import { refuseNoticeMove } from "./moves";
import { ofNotice } from "./promise";
import { noticeByItem } from "./reads";

type Of<T extends NoticeCommitmentCommand["type"]> = Extract<Command, { type: T }>;
type Check = Of<"record-notice-check">;

/** A day that exists and lies after another. */
const refuseNotAfter = (day: string | null, field: string, after: string | null, what: string): Refusal | null => {
  if (day === null) return { code: "text-missing", field };
  if (parseDay(day) === null) return { code: "day-impossible", field, value: day };
  return after !== null && day <= after ? { code: "day-before", field, on: day, earliest: after, what } : null;
};

/** A manager sets the last day of the check, with a reason, where the place states no number of days (未规定). */
export function setNoticeCheckDay(state: ProjectCase, command: Of<"set-notice-check-day">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { notice } = found.value;
  const { on, checkDueOn, reason } = command;
  const refusal = firstRefusal(
    refuseNoticeMove(notice, "notice-check-day-set"),
    notice.checkWorkingDays !== null ? { code: "notice-check-set-by-place", n: notice.checkWorkingDays, day: notice.checkDueOn } : null,
    refuseFuture(on, context),
    refuseBefore(on, notice.decidedOn, "decided"),
    refuseNotAfter(checkDueOn, "checkDueOn", on, "after-today"),
    refuseBlank(reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "notice-check-day-set", checkDueOn, reason, ...ofNotice(notice, context, on) }]);
}

/** Persons a check needs where the place says nothing. */
const AT_LEAST_ONE = 1;
export const checkPersons = ({ pack }: Pick<Context, "pack">): number => pack.rules?.noticeCommitmentCheckPersons?.value ?? AT_LEAST_ONE;

/** What was found names the standards it speaks of: all met, or which were not. */
function refuseFindings(notice: NoticeCommitment, { outcome, failed }: Check): Refusal | null {
  if (outcome === "met") return failed.length > 0 ? { code: "notice-check-contradicts", field: "failed" } : null;
  if (failed.length === 0) return { code: "notice-failed-missing", field: "failed" };
  const strange = failed.find((n) => !Number.isInteger(n) || n < 1 || n > notice.standards.length);
  return strange === undefined ? null : { code: "notice-standard-unknown", field: "failed", n: strange };
}

/** Found not met: the first time the enterprise is given a day; while that day runs nothing is held against it. */
function refuseRectification(notice: NoticeCommitment, { outcome, rectifyBy, on }: Check): Refusal | null {
  if (outcome === "met") return null;
  if (notice.status === "granted") return refuseNotAfter(rectifyBy, "rectifyBy", on, "notice-checked");
  return notice.rectifyBy !== null && on < notice.rectifyBy ? { code: "notice-rectification-running", field: "on", day: notice.rectifyBy } : null;
}

/**
 * Records a check on the promise: what was looked at, by whom, with what result. Met: the commitment is closed. Not met: the enterprise
 * is told to put it right by a day; not met again: the manager rules.
 * @see RULES.md R-339 … R-341 (浙江规定 art. 14; 行政许可法 art. 34(3): two officials)
 */
export function recordNoticeCheck(state: ProjectCase, command: Check, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { item, notice } = found.value;
  const { on, outcome, looked } = command;
  const inspectors = [...new Set(command.inspectors.map((name) => name.trim()).filter((name) => name !== ""))];
  const persons = checkPersons(context);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseNoticeMove(notice, "notice-commitment-checked"),
    refuseFuture(on, context),
    refuseBefore(on, notice.checkedOn ?? notice.decidedOn, "decided"),
    refuseBlank(looked, "looked"),
    inspectors.length < persons ? { code: "notice-inspectors-few", field: "inspectors", n: persons } : null,
    refuseFindings(notice, command),
    refuseRectification(notice, command),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "notice-commitment-checked",
      outcome,
      looked,
      inspectors,
      reference: command.reference?.trim() || null,
      failed: [...new Set(command.failed)].sort((a, b) => a - b),
      rectifyBy: outcome === "not-met" && notice.status === "granted" ? command.rectifyBy : null,
      ...ofNotice(notice, context, on),
    },
  ]);
}

/**
 * Whether this person, or the one in whose name they act, recorded a check on the promise, was on the spot, by name, or brought what a
 * check rests on.
 * @see RULES.md R-460
 */
export const tookPartInCheck = ({ evidenceFiles }: Pick<ProjectCase, "evidenceFiles">, { id, checks }: Pick<NoticeCommitment, "id" | "checks">, actor: Actor) =>
  checks.some(({ byId, inspectors }) => isHandOf(actor, byId) || inspectors.some((name) => isNameOf(actor, name))) ||
  Object.values(evidenceFiles).some(({ subjectKind, subjectId, byId }) => subjectKind === "notice-check" && subjectId === id && isHandOf(actor, byId));

/** Nobody rules on what they found themselves, or brought. */
const refuseOwnFinding = (state: ProjectCase, notice: NoticeCommitment, { actor }: Context): Refusal | null =>
  tookPartInCheck(state, notice, actor) ? { code: "checker-cannot-rule", name: actor.name } : null;

/**
 * The manager rules on a promise that was not made good: revokes the permit by a numbered decision, or gives more time. The permit is
 * revoked only after the day of the rectification passed or a second check found it not met; what waits for it waits again.
 * @see RULES.md R-342, R-343 (浙江规定 art. 14, 山东条例 art. 29: 责令限期整改，仍不符合条件的撤销)
 */
export function ruleOnNotice(state: ProjectCase, command: Of<"rule-on-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { item, notice } = found.value;
  const { on, ruling, reason, decisionNo, rectifyBy } = command;
  const revokes = ruling === "revoke";
  const latest = notice.rectifyBy !== null && notice.rectifyBy > on ? notice.rectifyBy : on;
  const refusal = firstRefusal(
    refuseNoticeMove(notice, revokes ? "notice-commitment-revoked" : "notice-more-time-given"),
    refuseOwnFinding(state, notice, context),
    refuseFuture(on, context),
    refuseBefore(on, notice.checkedOn, "notice-checked"),
    refuseBlank(reason, "reason"),
    revokes ? refuseBlank(decisionNo, "decisionNo") : refuseNotAfter(rectifyBy, "rectifyBy", latest, "notice-rectify-by"),
    revokes && notice.status === "rectifying" && notice.rectifyBy !== null && on <= notice.rectifyBy
      ? { code: "notice-rectification-running", field: "on", day: notice.rectifyBy }
      : null,
    revokes ? refuseMove(item, "notice-commitment-revoked") : null,
  );
  if (refusal) return refuse(refusal);
  const about = ofNotice(notice, context, on);
  return ok([
    revokes
      ? { type: "notice-commitment-revoked", decisionNo: (decisionNo ?? "").trim(), reason, ...about }
      : { type: "notice-more-time-given", rectifyBy: rectifyBy ?? latest, reason, ...about },
  ]);
}
