import type { CivilDay } from "../calendar/calendar-date";
import type { ItemClocks } from "../case/derive";
import type { DeliveryDays } from "./delivery-clock";
import type { ClockItem } from "./item-clocks";

/** The span of days in which a calendar changed: outside it every day counts as before, and is as provisional as before. */
export interface ChangedDays {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

/** An open item with what its clocks said under the calendar before. */
type ReckonedItem = ClockItem & ItemClocks & DeliveryDays;

/** A clock that has begun and has no due day stands still: where it goes on nobody knows. */
const standsStill = ({ running, paused, type, committedWorkingDays, committedDueOn, statutoryDays, statutoryDueOn }: ReckonedItem): boolean =>
  paused ||
  (running && ((committedDueOn === null && (committedWorkingDays !== null || type === "INSTANT")) || (statutoryDueOn === null && statutoryDays !== null)));

/**
 * Whether a change of those days can move anything stored of an item. A due day is the n-th working day after a start: when no day from
 * the start through the due day changed, the same day is the n-th again. What stands still may be moved by any day.
 */
function mayMoveItem(item: ReckonedItem, { first, last }: ChangedDays): boolean {
  const begun = item.receivedOn === null || (item.acceptedOn !== null && item.acceptedOn < item.receivedOn) ? item.acceptedOn : item.receivedOn;
  if (begun === null || last < begun) return false;
  return (
    standsStill(item) || [item.committedDueOn, item.statutoryDueOn, item.dueOn, item.deliveryDueOn, item.pickupBy].some((on) => on !== null && on >= first)
  );
}

/**
 * Whether a change of those days can move anything stored of a case: a day of an open item, or the first day on which something is to
 * be looked at. Of several such days only the earliest is stored; when it lies before the change, those behind it stay behind it.
 * @param items the open items and the results under way
 * @param observeFrom the stored first day; see case/watch.ts
 * @see RULES.md R-490
 */
export const mayMove = (items: readonly ReckonedItem[], observeFrom: CivilDay | null, days: ChangedDays): boolean =>
  items.some((item) => mayMoveItem(item, days)) ||
  (observeFrom !== null && observeFrom > days.first && items.some(({ receivedOn, acceptedOn }) => (receivedOn ?? acceptedOn ?? days.last) <= days.last));
