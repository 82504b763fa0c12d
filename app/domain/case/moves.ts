import type { CaseEvent, EventType } from "./events";
import type { CorrectionOutcome } from "./parts/correction";
import type { DeferralOutcome } from "./parts/deferral";
import type { Item, ItemStatus } from "./state";

/** One allowed move of an item. `to` is absent where the status stays; a function where the event or state chooses. */
interface Move {
  readonly from: readonly ItemStatus[];
  readonly to?: ItemStatus | ((status: ItemStatus, event: CaseEvent) => ItemStatus);
}

/** States in which a deferred material may be outstanding; after the grant only where the place grants with the gap. */
const WITH_GAP = ["accepted", "in-review", "granted", "issued", "delivered"] as const;

const AFTER_CORRECTION: Readonly<Record<CorrectionOutcome, ItemStatus>> = {
  "deemed-withdrawn": "withdrawn",
  "not-accepted": "not-accepted",
  refused: "refused",
};

const AFTER_DEFERRAL: Readonly<Record<DeferralOutcome, ItemStatus | null>> = {
  "acceptance-revoked": "revoked",
  "deemed-withdrawn": "withdrawn",
  refused: "refused",
  "grant-revoked": "revoked",
  "grant-kept": null,
};
const afterDeferral = (status: ItemStatus, outcome: DeferralOutcome): ItemStatus => AFTER_DEFERRAL[outcome] ?? status;

/**
 * The state table of a 办件 (domain.md 1.3, national codes 1–15). Nothing else moves a status: `decide` asks it before an
 * event is born and `evolve` asks it again. A refused item keeps its state while its paper is issued and delivered.
 * @see RULES.md
 */
const MOVES = {
  "item-received": { from: ["planned"], to: "received" },
  "correction-notified": { from: ["received"], to: "correcting" },
  "second-correction-allowed": { from: ["received"] },
  "correction-supplied": { from: ["correcting"], to: "received" },
  "item-accepted": { from: ["received"], to: "accepted" },
  "acceptance-refused": { from: ["received", "correcting"], to: "not-accepted" },
  "review-started": { from: ["accepted"], to: "in-review" },
  "step-recorded": { from: ["in-review"] },
  "procedure-opened": { from: ["in-review"] },
  "procedure-closed": { from: ["in-review"] },
  "extension-requested": { from: ["in-review"] },
  "extension-ruled": { from: ["in-review"] },
  "item-decided": { from: ["accepted", "in-review"], to: (_, event) => (event.type === "item-decided" && event.granted ? "granted" : "refused") },
  "result-issued": { from: ["granted", "refused"], to: (status) => (status === "granted" ? "issued" : status) },
  "result-delivered": { from: ["issued", "refused"], to: (status) => (status === "issued" ? "delivered" : status) },
  "item-withdrawn": { from: ["planned", "received", "correcting", "accepted", "in-review", "forwarded"], to: "withdrawn" },
  "milestone-completed": { from: ["planned"], to: "done" },
  "item-prechecked": { from: ["planned"] },
  "item-signposted": { from: ["planned", "received", "correcting"], to: "signposted" },
  "path-sought": { from: ["planned", "received"] },
  "path-answered": { from: ["planned", "received"] },
  "item-forwarded": { from: ["in-review"], to: "forwarded" },
  "upper-receipt-recorded": { from: ["forwarded"] },
  "upper-returned": { from: ["forwarded"], to: "in-review" },
  "upper-decided": { from: ["forwarded"], to: (_, event) => (event.type === "upper-decided" && event.granted ? "granted" : "refused") },
  "correction-proposed": { from: ["correcting"] },
  "correction-ruled": {
    from: ["received", "correcting"],
    to: (status, event) => (event.type === "correction-ruled" ? AFTER_CORRECTION[event.outcome] : status),
  },
  "notice-commitment-revoked": { from: ["granted", "issued", "delivered"], to: "revoked" },
  "promised-item-revoked": { from: ["granted", "issued", "delivered"], to: "revoked" },
  "deferral-granted": { from: ["accepted"] },
  "deferral-supplied": { from: WITH_GAP },
  "deferral-waived": { from: WITH_GAP },
  "deferral-extended": { from: WITH_GAP },
  "deferral-proposed": { from: WITH_GAP },
  "deferral-ruled": { from: WITH_GAP, to: (status, event) => (event.type === "deferral-ruled" ? afterDeferral(status, event.outcome) : status) },
} as const satisfies Partial<Record<EventType, Move>>;

export type MovingEventType = keyof typeof MOVES;
export type MovingEvent = Extract<CaseEvent, { type: MovingEventType }>;

/** The table as data, for the property test that no command sequence moves a state against it. */
export const ITEM_MOVES: Readonly<Record<MovingEventType, Move>> = MOVES;

/** Whether the table lets this event happen to an item in this state. */
export const canMove = (event: MovingEventType, status: ItemStatus): boolean => ITEM_MOVES[event].from.includes(status);

/** State after the event; throws when the table forbids it, because an event is only ever recorded after `canMove`. */
export function moved(event: MovingEvent, item: Item): ItemStatus {
  const move = ITEM_MOVES[event.type];
  if (!move.from.includes(item.status)) throw new Error(`${event.type} cannot happen to ${item.itemNo} in state ${item.status}`);
  if (move.to === undefined) return item.status;
  return typeof move.to === "function" ? move.to(item.status, event) : move.to;
}

/** The item ended with what its successors wait for: a grant, or a milestone reached. */
export const isFulfilled = (item: Item): boolean =>
  item.status === "granted" || item.status === "issued" || item.status === "delivered" || item.status === "done";

/** Nothing of this item waits for anybody any more. */
export const isClosed = (item: Item): boolean =>
  item.status === "delivered" ||
  item.status === "done" ||
  item.status === "withdrawn" ||
  item.status === "dropped" ||
  item.status === "not-accepted" ||
  item.status === "signposted" ||
  item.status === "revoked" ||
  (item.status === "refused" && item.deliveredOn !== null);

/** Milestones and services are followed to their result but never accepted by a window. */
export const isTracked = (item: Pick<Item, "type">): boolean => item.type === "MILESTONE" || item.type === "SERVICE";
