import type { CivilDay } from "../calendar/calendar-date";
import { isAbove, isDecidedAbove } from "../pack/level";
import { ok, type Refusal, type Result, refuse } from "../result";
import { checklistBegun } from "./checklist";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, lastRecordedDay, openProcedures, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "./guards";
import { refuseUnmerged } from "./joint-review/joint-review";
import { refuseMissingMaterials } from "./material";
import type { Forwarding, ForwardingEvent } from "./parts/forwarding";
import { refuseOverBreach } from "./promised-items";
import { isOverdueOn, nextStep } from "./review";
import type { Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Sendings of an item to the upper level, first to last. */
export const forwardingsOf = (state: Pick<ProjectCase, "forwardings">, itemId: string): readonly Forwarding[] =>
  Object.values(state.forwardings)
    .filter((forwarding) => forwarding.itemId === itemId)
    .sort((a, b) => a.ordinal - b.ordinal);

/** The sending that the upper level gave back last, while the item lies here because of it; null when none did. */
export function returnedSending(state: Pick<ProjectCase, "forwardings">, item: Pick<Item, "id" | "status">): ReturnedForwarding | null {
  const last = item.status === "in-review" ? forwardingsOf(state, item.id).at(-1) : undefined;
  return last && isReturned(last) ? last : null;
}

/** A sending that came back, with its day. */
export type ReturnedForwarding = Forwarding & { readonly returnedOn: CivilDay };

const isReturned = (sending: Forwarding): sending is ReturnedForwarding => sending.returnedOn !== null;

/** What the file still lacks: only a complete one goes up (Z06: 申报材料齐备), with the merged opinion of the bodies asked here (H38). */
function refuseIncomplete(state: ProjectCase, item: Item, on: string, context: Context): Refusal | null {
  const next = nextStep(state, item, context.pack);
  return firstRefusal(
    openProcedures(state, item.id).length > 0 ? { code: "procedure-still-open" } : null,
    Object.values(state.deferrals).some((deferral) => deferral.itemId === item.id && deferral.status === "open")
      ? { code: "forwarding-needs-materials" }
      : null,
    refuseMissingMaterials(state, item, on, context),
    next !== null ? { code: "step-missing", step: next.name.zh, stepEn: next.name.en } : null,
    refuseUnmerged(state, item),
  );
}

/**
 * Sends opinion and file to the deciding level once the examination here is done (行政许可法 arts. 35, 43; Z06). The clock here ends;
 * sending late needs the reason the public may read, as closing late does (优化营商环境条例 art. 36).
 */
export function forwardItem(state: ProjectCase, command: Of<"forward-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    isDecidedAbove(item.code, context.pack) ? null : { code: "item-decided-here", itemNo: item.itemNo },
    refuseMove(item, "item-forwarded"),
    isAbove(command.level, context.pack) ? null : { code: "level-not-above", field: "level" },
    refuseFuture(command.on, context),
    refuseBefore(command.on, lastRecordedDay(state, item), "recorded"),
    refuseIncomplete(state, item, command.on, context),
    refuseBlank(command.upperBody, "upperBody"),
    refuseBlank(command.personInCharge, "personInCharge"),
    refuseBlank(command.letterNo, "letterNo"),
    // A file that came back goes up under a letter of its own: the same number twice would tell of one sending.
    forwardingsOf(state, item.id).some((sending) => sending.letterNo.trim() === command.letterNo.trim())
      ? { code: "letter-number-used", field: "letterNo", letterNo: command.letterNo.trim() }
      : null,
  );
  if (refusal) return refuse(refusal);
  const listed = checklistBegun(state, item.id);
  if (!listed && !command.fileConfirmed) return refuse({ code: "forwarding-needs-confirmation", field: "fileConfirmed" });
  const overdue = isOverdueOn(state, item, command.on, context);
  if (overdue && !command.overdueReason?.trim()) return refuse({ code: "overdue-needs-reason", field: "overdueReason", lateFrom: item.lateFrom });
  const { level, upperBody, personInCharge, letterNo, on } = command;
  return ok([
    {
      type: "item-forwarded",
      itemId: item.id,
      forwardingId: context.newId(),
      ordinal: forwardingsOf(state, item.id).length + 1,
      level,
      upperBody,
      personInCharge,
      letterNo,
      overdueReason: overdue ? command.overdueReason : null,
      ...(listed ? {} : { fileConfirmed: true as const }),
      on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** The sending that the upper level has; refuses when the item is not there. */
function withUpper(state: ProjectCase, itemNo: string, event: ForwardingEvent["type"], on: string, context: Context): Result<readonly [Item, Forwarding]> {
  const found = itemOf(state, itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const last = forwardingsOf(state, item.id).at(-1);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, event),
    refuseFuture(on, context),
    refuseBefore(on, last?.upperReceiptOn ?? last?.sentOn ?? null, last?.upperReceiptOn ? "upper-receipt" : "forwarded"),
  );
  if (refusal) return refuse(refusal);
  if (!last) throw new Error(`${item.itemNo} is forwarded and was never sent`);
  return ok([item, last]);
}

const recorded = (item: Item, forwarding: Forwarding, on: string, { actor }: Context) => ({
  itemId: item.id,
  forwardingId: forwarding.id,
  on,
  byId: actor.personId,
  byName: actor.name,
});

/** The upper body has registered the file: its own clock starts, by the limit it told (null: it told none). */
export function recordUpperReceipt(state: ProjectCase, command: Of<"record-upper-receipt">, context: Context): Result<readonly CaseEvent[]> {
  const at = withUpper(state, command.itemNo, "upper-receipt-recorded", command.on, context);
  if (!at.ok) return at;
  const [item, forwarding] = at.value;
  if (forwarding.upperReceiptOn !== null) return refuse({ code: "upper-receipt-already-recorded", on: forwarding.upperReceiptOn });
  const blank = refuseBlank(command.upperNo, "upperNo");
  if (blank) return refuse(blank);
  const { upperNo, upperLimitWorkingDays } = command;
  return ok([{ type: "upper-receipt-recorded", ...recorded(item, forwarding, command.on, context), upperNo, upperLimitWorkingDays }]);
}

/** The upper level wants more: the file comes back, the clock here goes on where it stood. */
export function recordUpperReturn(state: ProjectCase, command: Of<"record-upper-return">, context: Context): Result<readonly CaseEvent[]> {
  const at = withUpper(state, command.itemNo, "upper-returned", command.on, context);
  if (!at.ok) return at;
  const blank = refuseBlank(command.reason, "reason");
  if (blank) return refuse(blank);
  return ok([{ type: "upper-returned", ...recorded(...at.value, command.on, context), reason: command.reason }]);
}

/** The upper level has decided. Its decision is entered with its number; a refusal with its reason (行政许可法 art. 38). */
export function recordUpperResult(state: ProjectCase, command: Of<"record-upper-result">, context: Context): Result<readonly CaseEvent[]> {
  const at = withUpper(state, command.itemNo, "upper-decided", command.on, context);
  if (!at.ok) return at;
  const [item, forwarding] = at.value;
  const { granted, resultNo, reason } = command;
  const refusal = firstRefusal(
    refuseBlank(resultNo, "resultNo"),
    !granted && !reason?.trim() ? { code: "refusal-needs-reason", field: "reason" } : null,
    // A file that went up before this was refused may still wait for it.
    refuseUnmerged(state, item),
    granted ? refuseOverBreach(state, item, command.on) : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "upper-decided", ...recorded(item, forwarding, command.on, context), upperBody: forwarding.upperBody, granted, resultNo, reason }]);
}

/** Rows that forwardings add and the upper level's answers fill. */
export function evolveForwarding(state: ProjectCase, event: ForwardingEvent): ProjectCase {
  const { forwardingId: id, itemId, on } = event;
  const put = (forwarding: Forwarding): ProjectCase => ({ ...state, forwardings: { ...state.forwardings, [id]: forwarding } });
  if (event.type === "item-forwarded") {
    const { ordinal, level, upperBody, personInCharge, letterNo, byId, byName } = event;
    return put({
      id,
      itemId,
      ordinal,
      level,
      upperBody,
      personInCharge,
      letterNo,
      sentOn: on,
      sentById: byId,
      sentByName: byName,
      upperReceiptOn: null,
      upperNo: null,
      upperLimitWorkingDays: null,
      returnedOn: null,
      returnReason: null,
      resultOn: null,
      granted: null,
      resultNo: null,
    });
  }
  const sent = state.forwardings[id];
  if (!sent) throw new Error(`${event.type} names a sending the case does not have`);
  switch (event.type) {
    case "upper-receipt-recorded":
      return put({ ...sent, upperReceiptOn: on, upperNo: event.upperNo, upperLimitWorkingDays: event.upperLimitWorkingDays });
    case "upper-returned":
      return put({ ...sent, returnedOn: on, returnReason: event.reason });
    case "upper-decided":
      return put({ ...sent, resultOn: on, granted: event.granted, resultNo: event.resultNo });
  }
}
