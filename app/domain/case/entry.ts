import { parseDay } from "../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command, CorrectableEntry } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseFuture } from "./guards";
import { stepsOf } from "./review";
import type { Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Entries that are civil days; the others are numbers of papers. */
export const DAY_ENTRIES: readonly CorrectableEntry[] = ["receivedOn", "acceptedOn", "decidedOn"];

/** First thing recorded after the item was accepted, so that a corrected acceptance cannot pass it. */
function firstDayAfterAcceptance(state: ProjectCase, item: Item): string | null {
  const days = [
    item.reviewStartedOn,
    item.decidedOn,
    ...Object.values(state.procedures)
      .filter((procedure) => procedure.itemId === item.id)
      .map((procedure) => procedure.openedOn),
    ...stepsOf(state, item.id).map((step) => step.doneOn),
  ].filter((day): day is string => day !== null);
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}

/** Last thing recorded before the decision. */
function lastDayBeforeDecision(state: ProjectCase, item: Item): string | null {
  const days = [
    item.acceptedOn,
    item.reviewStartedOn,
    ...Object.values(state.procedures)
      .filter((procedure) => procedure.itemId === item.id)
      .map((procedure) => procedure.closedOn),
    ...stepsOf(state, item.id).map((step) => step.doneOn),
  ].filter((day): day is string => day !== null);
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b));
}

const refuseAfter = (on: string, latest: string | null, what: string): Refusal | null =>
  latest !== null && on > latest ? { code: "day-after", field: "value", on, latest, what } : null;
const atValue = (refusal: Refusal | null): Refusal | null => (refusal ? { ...refusal, field: "value" } : null);

function refuseDay(state: ProjectCase, item: Item, entry: CorrectableEntry, value: string, context: Context): Refusal | null {
  const on = parseDay(value);
  if (on === null) return { code: "day-impossible", field: "value", value };
  const future = atValue(refuseFuture(on, context));
  if (future) return future;
  const firstNotice =
    Object.values(state.corrections)
      .filter((correction) => correction.itemId === item.id)
      .map((correction) => correction.notifiedOn)
      .sort()[0] ?? null;
  switch (entry) {
    case "receivedOn":
      return firstRefusal(atValue(refuseBefore(on, state.project.registeredOn, "registered")), refuseAfter(on, firstNotice ?? item.acceptedOn, "accepted"));
    case "acceptedOn":
      return firstRefusal(atValue(refuseBefore(on, item.completeOn, "received")), refuseAfter(on, firstDayAfterAcceptance(state, item), "reviewed"));
    default:
      return firstRefusal(atValue(refuseBefore(on, lastDayBeforeDecision(state, item), "step")), refuseAfter(on, item.issuedOn, "issued"));
  }
}

/**
 * Puts a recorded day or number right (容错纠错, K25). The wrong event stays in the history; this one says why. Days keep the order
 * of the process, so no correction can make a decision earlier than its acceptance (H06).
 */
export function correctEntry(state: ProjectCase, command: Of<"correct-entry">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const current = item[command.entry];
  const refusal = firstRefusal(
    current === null ? { code: "entry-not-recorded", field: "entry", entry: command.entry } : null,
    current === command.value ? { code: "entry-unchanged", field: "value" } : null,
    item.deemedAccepted && command.entry === "acceptedOn" ? { code: "deemed-acceptance-follows-receipt" } : null,
    current !== null && DAY_ENTRIES.includes(command.entry) ? refuseDay(state, item, command.entry, command.value, context) : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "entry-corrected", itemId: item.id, entry: command.entry, from: current, to: command.value, reason: command.reason }]);
}
