import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import { checklistOf } from "../checklist";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseOtherDepartment } from "../guards";
import type { NoticeCommitment, NoticeCommitmentCommand, NoticeStandard } from "../parts/notice-commitment";
import { isOverdueOn, refuseDecision } from "../review";
import { refuseStranger, refuseUnsigned } from "../signature";
import { refuseUnderSimulation } from "../simulation/reads";
import type { Item, ProjectCase } from "../state";
import { refuseBarred, refuseNotice } from "./eligibility";
import { refuseNoticeMove } from "./moves";
import { noticeByItem, noticesOf, refuseUnpromised } from "./reads";

type Of<T extends NoticeCommitmentCommand["type"]> = Extract<Command, { type: T }>;

export const byActor = ({ actor }: Context, on: CivilDay) => ({ on, byId: actor.personId, byName: actor.name });
export const ofNotice = (notice: Pick<NoticeCommitment, "id" | "itemId">, context: Context, on: CivilDay) => ({
  commitmentId: notice.id,
  itemId: notice.itemId,
  ...byActor(context, on),
});

/** Every standard says what is asked and how it is shown; a day by which it must be met exists and lies after the telling. */
function refuseStandards(standards: readonly NoticeStandard[], on: CivilDay): Refusal | null {
  if (standards.length === 0) return { code: "notice-standards-missing", field: "text1" };
  return firstRefusal(
    ...standards.flatMap(({ textZh, shownBy, metBy }, index) => [
      refuseBlank(textZh, `text${index + 1}`),
      refuseBlank(shownBy, `shownBy${index + 1}`),
      metBy !== null && parseDay(metBy) === null ? { code: "day-impossible", field: `metBy${index + 1}`, value: metBy } : null,
      metBy !== null && metBy <= on ? { code: "day-before", field: `metBy${index + 1}`, on: metBy, earliest: on, what: "notice-told" } : null,
    ]),
  );
}

/** A promise stands in only for materials the item asks for. */
function refuseReplaced(state: ProjectCase, item: Item, replaces: readonly string[], { pack }: Context): Refusal | null {
  const asked = checklistOf(state, item, pack).map(({ name }) => name);
  const strange = replaces.filter((name) => !asked.includes(name));
  return strange.length > 0 ? { code: "notice-replaces-unasked", field: "replaces", materials: strange } : null;
}

/**
 * The authority tells the applicant in writing what the permit asks for, so that it may promise to meet it (告知). Binds nobody: the
 * ordinary way stays open until the promise is signed and granted on.
 * @see RULES.md R-330 … R-333 (浙江规定 art. 14; domain.md 5.2)
 */
export function tellNotice(state: ProjectCase, command: Of<"tell-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const { on, noticeNo, standards, replaces } = command;
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseNotice(state, item, context.pack, context.unrepairedBreaches ?? 0),
    refuseUnderSimulation(state, item),
    refuseFuture(on, context),
    refuseBefore(on, item.receivedOn ?? item.plannedOn, "plan"),
    refuseBlank(noticeNo, "noticeNo"),
    refuseStandards(standards, on),
    refuseReplaced(state, item, replaces, context),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "notice-commitment-told",
      commitmentId: context.newId(),
      commitmentNo: `${item.itemNo}-G${noticesOf(state, item.id).length + 1}`,
      itemId: item.id,
      code: item.code,
      departmentCode: item.departmentCode,
      noticeNo: noticeNo.trim(),
      standards,
      replaces: [...new Set(replaces)],
      ...byActor(context, on),
    },
  ]);
}

/** The authority takes its notice back with a reason in writing, before anything is granted on it: told by mistake, or no longer open. */
export function recallNotice(state: ProjectCase, command: Of<"recall-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { item, notice } = found.value;
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseNoticeMove(notice, "notice-commitment-recalled"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, notice.signedOn ?? notice.chosenOn ?? notice.toldOn, "notice-told"),
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "notice-commitment-recalled", reason: command.reason, ...ofNotice(notice, context, command.on) }]);
}

/**
 * The enterprise chooses to promise and says of each standard how it will be met. Only the enterprise chooses, nobody for it; until it
 * signed it may choose again in other words, and the letter then says those.
 */
export function chooseNotice(state: ProjectCase, command: Of<"choose-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { notice } = found.value;
  const { on, manners } = command;
  const refusal = firstRefusal(
    refuseStranger(state, context),
    refuseNoticeMove(notice, "notice-commitment-chosen"),
    refuseFuture(on, context),
    refuseBefore(on, notice.chosenOn ?? notice.toldOn, "notice-told"),
    ...notice.standards.map((_, index) => refuseBlank(manners[index] ?? null, `manner${index + 1}`)),
    manners.length > notice.standards.length ? { code: "notice-manners-differ", standards: notice.standards.length } : null,
    refuseBarred(context.pack, context.unrepairedBreaches ?? 0),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "notice-commitment-chosen", manners: manners.map((one) => one.trim()), ...ofNotice(notice, context, on) }]);
}

/** The enterprise takes the ordinary way; it owes nobody a reason. */
export function declineNotice(state: ProjectCase, command: Of<"decline-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { notice } = found.value;
  const refusal = firstRefusal(
    refuseStranger(state, context),
    refuseNoticeMove(notice, "notice-commitment-declined"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, notice.chosenOn ?? notice.toldOn, "notice-told"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "notice-commitment-declined", reason: command.reason?.trim() || null, ...ofNotice(notice, context, command.on) }]);
}

/** Day from which the department can decide on the promise: accepted, and the letter signed. */
const decidableFrom = (item: Item, notice: NoticeCommitment): CivilDay | null =>
  item.acceptedOn !== null && notice.signedOn !== null && notice.signedOn > item.acceptedOn ? notice.signedOn : item.acceptedOn;

/**
 * Grants the permit at once on the signed promise (当场准予): the department takes the accepted item up and decides it in one act, by
 * the item's own formal events and without the steps of an examination, which the promise stands in for. Whoever accepted may not
 * decide. A later day than that of acceptance and letter needs a reason. The check falls due so many working days after the decision
 * as the place says; where it says nothing a manager sets the day.
 * @see RULES.md R-336, R-337 (浙江规定 art. 14: 当场作出决定, 自作出决定的六十个工作日内核查)
 */
export function grantOnNotice(state: ProjectCase, command: Of<"grant-on-notice-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = noticeByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { item, notice } = found.value;
  const { on, decisionNo } = command;
  const lateReason = command.lateReason?.trim() || null;
  const from = decidableFrom(item, notice);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseNoticeMove(notice, "notice-commitment-granted"),
    refuseUnpromised(state, item, context.pack),
    refuseDecision(state, item, command, context),
    refuseBefore(on, from, "notice-signed"),
    refuseBarred(context.pack, context.unrepairedBreaches ?? 0),
    refuseUnsigned(state, "notice-commitment", notice.id, context, { code: "letter-not-signed" }),
    on !== from && lateReason === null ? { code: "notice-not-at-once", field: "lateReason", day: from } : null,
  );
  if (refusal) return refuse(refusal);
  const overdue = isOverdueOn(state, item, on, context);
  if (overdue && lateReason === null) return refuse({ code: "overdue-needs-reason", field: "lateReason", lateFrom: item.lateFrom });
  const checkWorkingDays = context.pack.rules?.noticeCommitmentCheckWorkingDays.value ?? null;
  const checkDueOn = checkWorkingDays === null ? null : context.calendar.nthWorkingDayAfter(on, checkWorkingDays);
  const by = byActor(context, on);
  return ok([
    ...(item.status === "accepted" ? [{ type: "review-started" as const, itemId: item.id, ...by }] : []),
    { type: "notice-commitment-granted", lateReason: on === from ? null : lateReason, checkWorkingDays, checkDueOn, ...ofNotice(notice, context, on) },
    { type: "item-decided", itemId: item.id, granted: true, decisionNo, reason: null, overdueReason: overdue ? lateReason : null, ...by },
  ]);
}
