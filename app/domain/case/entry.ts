import type { CivilDay } from "../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command, CorrectableEntry } from "./commands";
import type { Context } from "./context";
import { correctionNoticeDeadline, correctionsOf } from "./correction";
import type { CaseEvent } from "./events";
import { evolve } from "./evolve";
import { firstRefusal, itemOf, plannedItems, refuseBefore, refuseBlank, refuseFuture, refusePrerequisites } from "./guards";
import { isFulfilled } from "./moves";
import { noticesOf } from "./notice-commitment/reads";
import { isDecidedAtOnce, refuseBeforePromise } from "./promised-items";
import { isOverdueOn, stepsOf } from "./review";
import type { Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Entries that are civil days; the others are numbers of papers. */
const DAY_ENTRIES: readonly CorrectableEntry[] = ["receivedOn", "acceptedOn", "decidedOn"];

const present = (days: readonly (CivilDay | null)[]): readonly CivilDay[] => days.filter((day): day is CivilDay => day !== null);
const firstOf = (days: readonly (CivilDay | null)[]): CivilDay | null => [...present(days)].sort()[0] ?? null;
const lastOf = (days: readonly (CivilDay | null)[]): CivilDay | null => [...present(days)].sort().at(-1) ?? null;

/** First and last day of what the department recorded between acceptance and decision. */
function reviewDays(state: ProjectCase, item: Item): { readonly first: CivilDay | null; readonly last: CivilDay | null } {
  const procedures = Object.values(state.procedures).filter((procedure) => procedure.itemId === item.id);
  const steps = stepsOf(state, item.id).map((step) => step.doneOn);
  return {
    first: firstOf([item.reviewStartedOn, ...steps, ...procedures.map((procedure) => procedure.openedOn)]),
    last: lastOf([item.acceptedOn, item.reviewStartedOn, ...steps, ...procedures.map((procedure) => procedure.closedOn)]),
  };
}

/** First day on which an item that waited for this one was received. */
const firstSuccessorReceipt = (state: ProjectCase, item: Item): CivilDay | null =>
  isFulfilled(item)
    ? firstOf(
        plannedItems(state)
          .filter((other) => other.prerequisites.includes(item.code))
          .map((other) => other.receivedOn),
      )
    : null;

const atValue = (refusal: Refusal | null): Refusal | null => (refusal ? { ...refusal, field: "value" } : null);
const refuseAfter = (on: CivilDay, latest: CivilDay | null, what: string): Refusal | null =>
  latest !== null && on > latest ? { code: "day-after", field: "value", on, latest, what } : null;

function refuseReceipt(state: ProjectCase, item: Item, on: CivilDay, context: Context): Refusal | null {
  const [firstList] = correctionsOf(state, item.id);
  const { first } = reviewDays(state, item);
  const acted = firstList?.notifiedOn ?? (item.deemedAccepted ? null : item.acceptedOn);
  const deadline = correctionNoticeDeadline({ code: item.code, completeOn: on }, context);
  return firstRefusal(
    refuseBefore(on, item.plannedOn, "plan"),
    refuseAfter(on, acted ?? firstOf([first, item.endedOn]), "accepted"),
    acted !== null && deadline !== null && acted > deadline ? { code: "correction-breaks-notice-period", deadline } : null,
    refusePrerequisites(state, item, on),
    refuseBeforePromise(state, item, on, context.pack),
  );
}

function refuseAcceptanceDay(state: ProjectCase, item: Item, on: CivilDay, context: Context): Refusal | null {
  const deadline = correctionNoticeDeadline(item, context);
  return firstRefusal(
    refuseBefore(on, item.completeOn, "received"),
    refuseAfter(on, firstOf([reviewDays(state, item).first, item.endedOn]), "reviewed"),
    deadline !== null && on > deadline ? { code: "correction-breaks-notice-period", deadline } : null,
  );
}

function refuseDay(state: ProjectCase, item: Item, entry: CorrectableEntry, on: CivilDay, context: Context): Refusal | null {
  const impossible = refuseFuture(on, context);
  if (impossible) return impossible;
  if (entry === "receivedOn") return refuseReceipt(state, item, on, context);
  if (entry === "acceptedOn") return refuseAcceptanceDay(state, item, on, context);
  // The permit rests on this promise: decided after it was signed, checked after it was decided.
  const notice = noticesOf(state, item.id).find(({ decidedOn }) => decidedOn !== null);
  const promisedOn = item.decidedOn !== null && isDecidedAtOnce(item, item.decidedOn) ? item.promisedOn : null;
  return firstRefusal(
    refuseBefore(on, reviewDays(state, item).last, "step"),
    refuseBefore(on, notice?.signedOn ?? null, "notice-signed"),
    refuseBefore(on, promisedOn, "commitment-in-force"),
    refuseAfter(on, firstOf(notice?.checks.map((check) => check.on) ?? []), "notice-first-check"),
    refuseAfter(on, item.issuedOn, "issued"),
    refuseAfter(on, firstSuccessorReceipt(state, item), "successor"),
  );
}

/**
 * Puts a recorded day or number right (容错纠错, K25). The wrong event stays in the history; this one says why. Days keep the order
 * of the process, so no correction can make a decision earlier than its acceptance (H06) or escape the notice period. A correction
 * that shows a closed item as overdue needs the reason the public may read, as closing it would have (优化营商环境条例 art. 36).
 */
export function correctEntry(state: ProjectCase, command: Of<"correct-entry">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const current = item[command.entry];
  const refusal = firstRefusal(
    current === null ? { code: "entry-not-recorded", field: "entry", entry: command.entry } : null,
    refuseBlank(command.value, "value"),
    refuseBlank(command.reason, "reason"),
    current === command.value ? { code: "entry-unchanged", field: "value" } : null,
    item.deemedAccepted && command.entry === "acceptedOn" ? { code: "deemed-acceptance-follows-receipt" } : null,
    DAY_ENTRIES.includes(command.entry) ? atValue(refuseDay(state, item, command.entry, command.value, context)) : null,
  );
  if (refusal) return refuse(refusal);
  const event: CaseEvent = {
    type: "entry-corrected",
    itemId: item.id,
    entry: command.entry,
    from: current,
    to: command.value,
    reason: command.reason,
    overdueReason: null,
  };
  const after = evolve(state, event, context.now);
  const corrected = after.items[item.id];
  if (!corrected?.decidedOn || corrected.overdueReason !== null) return ok([event]);
  // Read as still open: a reading of an ended case gives no day from which it is late.
  if (!isOverdueOn(after, { ...corrected, decidedOn: null, endedOn: null }, corrected.decidedOn, context)) return ok([event]);
  const overdueReason = command.overdueReason?.trim() || null;
  return overdueReason === null ? refuse({ code: "overdue-needs-reason", field: "overdueReason", lateFrom: null }) : ok([{ ...event, overdueReason }]);
}
