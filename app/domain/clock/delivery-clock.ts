import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Item } from "../case/state";
import type { Pack } from "../pack/pack";

/** What the days of delivery depend on, of the item itself. */
export type DeliveryItem = Pick<Item, "decidedOn" | "issuedOn" | "postedOn" | "deliveredOn" | "deliveryDueOn">;
export type DeliveryDays = Pick<Item, "deliveryDueOn" | "pickupBy">;

const after = (on: CivilDay | null, days: number | null | undefined, calendar: WorkingCalendar): CivilDay | null =>
  on === null || days === null || days === undefined ? null : calendar.nthWorkingDayAfter(on, days);

/**
 * The clock of delivery: from the decision, `parameters.deliveryWorkingDays` working days (行政许可法 art. 44: ten); and the last day
 * before a result that lies at the window counts as not collected, `rules.pickupWorkingDays` after it was issued. Null where the
 * place states no days. A delivered result keeps the day it had.
 */
export function deliveryDays(item: DeliveryItem, pack: Pick<Pack, "parameters" | "rules">, calendar: WorkingCalendar): DeliveryDays {
  if (item.deliveredOn !== null && item.deliveryDueOn !== null) return { deliveryDueOn: item.deliveryDueOn, pickupBy: null };
  const waits = item.deliveredOn === null && item.postedOn === null;
  return {
    deliveryDueOn: after(item.decidedOn, pack.parameters.deliveryWorkingDays.value, calendar),
    pickupBy: waits ? after(item.issuedOn, pack.rules?.pickupWorkingDays?.value, calendar) : null,
  };
}
