import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove } from "./guards";
import type { Correction, Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Correction lists of an item, first to last. */
export const correctionsOf = (state: ProjectCase, itemId: string): readonly Correction[] =>
  Object.values(state.corrections)
    .filter((correction) => correction.itemId === itemId)
    .sort((a, b) => a.ordinal - b.ordinal);

/**
 * Last day on which defects may still be told with effect: 5 working days after the set arrived (行政许可法 art. 32(4)); after it the
 * item counts as accepted from that day. A shorter period of the place is a duty of its window and deems nothing. Null where no
 * level says.
 */
export function correctionNoticeDeadline(item: Pick<Item, "code" | "completeOn">, context: Pick<Context, "calendar" | "pack">): CivilDay | null {
  const days = noticeWorkingDays(item, context.pack).law;
  return item.completeOn === null || days === null ? null : context.calendar.nthWorkingDayAfter(item.completeOn, days);
}

/**
 * Working days to accept or tell every defect: those the place keeps, and those after which the item is accepted by law. Null where
 * no level says; without an item those of any.
 */
export function noticeWorkingDays(item: Pick<Item, "code"> | null, pack: Pack): { readonly place: number | null; readonly law: number | null } {
  const promised = pack.parameters.correctionNoticeWorkingDays.value;
  const law = (item && sectorNoticeDays(item, pack)) ?? pack.rules?.deemedAcceptanceWorkingDays?.value ?? promised;
  return { place: promised === null || law === null ? promised : Math.min(promised, law), law };
}

/** The notice period of the item's own law, which deems acceptance like the general one (排污许可管理条例: 3 days); null for most items. */
const sectorNoticeDays = (item: Pick<Item, "code">, pack: Pack): number | null =>
  pack.items.find((candidate) => candidate.code === item.code)?.correctionNoticeWorkingDays?.value ?? null;

/** Last day on which the window keeps its own promise to tell every defect: the shorter of the place's period and the law's. */
export function windowNoticeBy(item: Pick<Item, "code" | "completeOn">, context: Pick<Context, "calendar" | "pack">): CivilDay | null {
  const deadline = correctionNoticeDeadline(item, context);
  const days = context.pack.parameters.correctionNoticeWorkingDays.value;
  if (item.completeOn === null || days === null) return deadline;
  const promised = context.calendar.nthWorkingDayAfter(item.completeOn, days);
  return deadline === null || promised < deadline ? promised : deadline;
}

/** Whether the notice period has passed by `on` without a list, so that the item is accepted by law. */
export function isDeemedAccepted(item: Item, on: CivilDay, context: Pick<Context, "calendar" | "pack">): boolean {
  const deadline = correctionNoticeDeadline(item, context);
  return item.status === "received" && deadline !== null && on > deadline;
}

/**
 * Tells the applicant every defect at once. One list for each item; another one only after a manager has signed a reason.
 * @see RULES.md (行政许可法 art. 32(4); 一次性告知)
 */
export function notifyCorrection(state: ProjectCase, command: Of<"notify-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const earlier = correctionsOf(state, item.id);
  const refusal = firstRefusal(
    refuseMove(item, "correction-notified"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.completeOn, "received"),
    command.defects.length === 0 ? { code: "defects-missing", field: "defects" } : null,
    command.replyBy !== null && command.replyBy < command.on
      ? { code: "day-before", field: "replyBy", on: command.replyBy, earliest: command.on, what: "notified" }
      : null,
    isDeemedAccepted(item, command.on, context) ? { code: "correction-notice-too-late", deadline: correctionNoticeDeadline(item, context) } : null,
    earlier.length > 0 && item.correctionAllowedReason === null ? { code: "second-correction-needs-manager", firstNoticeNo: earlier[0]?.noticeNo } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "correction-notified",
      itemId: item.id,
      correctionId: context.newId(),
      ordinal: earlier.length + 1,
      noticeNo: command.noticeNo,
      on: command.on,
      defects: command.defects,
      replyBy: command.replyBy,
    },
  ]);
}

const waitingWish = (state: ProjectCase, itemId: string): boolean =>
  Object.values(state.explanations).some((one) => one.itemId === itemId && one.kind === "second-list" && one.status === "given");

/** A manager signs why a further list is needed; used up by the next list. */
export function allowSecondCorrection(state: ProjectCase, command: Of<"allow-second-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseMove(item, "second-correction-allowed"),
    refuseBlank(command.reason, "reason"),
    correctionsOf(state, item.id).length === 0 ? { code: "first-correction-not-used" } : null,
    item.correctionAllowedReason !== null ? { code: "second-correction-already-allowed" } : null,
    // A wish of the window is ruled on, not passed over.
    waitingWish(state, item.id) ? { code: "second-list-wish-waits", itemNo: item.itemNo } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "second-correction-allowed", itemId: item.id, byId: context.actor.personId, byName: context.actor.name, reason: command.reason }]);
}

/** The applicant has brought what was missing; the full set arrived on that day (art. 32(5)). */
export function supplyCorrection(state: ProjectCase, command: Of<"supply-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const open = correctionsOf(state, item.id).find((correction) => correction.suppliedOn === null);
  const refusal = firstRefusal(
    refuseMove(item, "correction-supplied"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, open?.notifiedOn ?? null, "notified"),
  );
  if (refusal) return refuse(refusal);
  if (!open) return refuse({ code: "correction-not-open" });
  return ok([{ type: "correction-supplied", itemId: item.id, correctionId: open.id, on: command.on, note: command.note }]);
}
