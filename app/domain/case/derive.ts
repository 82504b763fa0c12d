import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { deliveryDays } from "../clock/delivery-clock";
import { type ClockItem, type ClockParts, readItem } from "../clock/item-clocks";
import type { Pack } from "../pack/pack";
import { withCommitmentDays } from "./commitment/days";
import { openProcedures, plannedItems } from "./guards";
import { isClosed } from "./moves";
import { withNoticeDays } from "./notice-commitment/days";
import { simulatedOutlook } from "./simulation/derive";
import type { Item, Project, ProjectCase, ProjectStatus } from "./state";
import { observeFrom } from "./watch";

const earliest = (days: readonly (CivilDay | null)[]): CivilDay | null =>
  days.reduce<CivilDay | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
const latest = (days: readonly (CivilDay | null)[]): CivilDay | null =>
  days.reduce<CivilDay | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** What follows of an item from the facts. */
export type ItemClocks = Pick<Item, "running" | "paused" | "committedDueOn" | "statutoryDueOn" | "dueOn" | "dueProvisional" | "warnFrom" | "lateFrom">;
/** What follows of a project from the clocks of its items. */
export type ProjectClocks = Pick<Project, "warnFrom" | "lateFrom" | "nextDueOn">;

/** A closed case keeps the due days it was closed under, whatever the calendar says later (domain.md 7.3: red never turns green). */
export const isSettled = (item: ClockItem & ItemClocks): boolean =>
  item.endedOn !== null && !item.running && (item.committedDueOn !== null || item.statutoryDueOn !== null);

/** The due days of an item and the days from which its light turns; null when nothing started or the days are settled for good. */
export function itemClocks(state: ClockParts, item: ClockItem & ItemClocks, pack: Pack, calendar: WorkingCalendar): ItemClocks | null {
  const started = item.acceptedOn ?? item.receivedOn;
  if (started === null || isSettled(item)) return null;
  const reading = readItem(state, item, pack, calendar, started);
  // Where the law counts from receipt (EIA, construction permit) a clock runs before acceptance; without any limit the case runs all the same.
  const running = item.endedOn === null && (item.acceptedOn !== null || reading.running);
  return {
    running,
    paused: running && (reading.paused || (!reading.running && openProcedures(state, item.id).length > 0)),
    committedDueOn: reading.committed?.dueOn ?? null,
    statutoryDueOn: reading.statutory?.dueOn ?? null,
    dueOn: reading.dueOn,
    dueProvisional: reading.provisional,
    warnFrom: running ? reading.warnFrom : null,
    lateFrom: running ? reading.lateFrom : null,
  };
}

/** The first days of a project's planned items; items without a running clock change nothing and may be left out. */
export const projectClocks = (plan: readonly ItemClocks[]): ProjectClocks => ({
  warnFrom: earliest(plan.map((item) => item.warnFrom)),
  lateFrom: earliest(plan.map((item) => item.lateFrom)),
  nextDueOn: earliest(plan.filter((item) => item.running).map((item) => item.dueOn)),
});

function statusOf(project: Project, items: readonly Item[]): ProjectStatus {
  if (items.length === 0) return "registered";
  if (items.every(isClosed)) return "completed";
  return items.some((item) => item.receivedOn !== null || item.status === "done") ? "running" : project.planConfirmedOn ? "planned" : "registered";
}

/**
 * Fills what follows from the facts: due days, the days from which a light turns, and the counts of the project. Independent of
 * today, so lights need no nightly job; run again for every running case when the calendar changes.
 */
export function derive(state: ProjectCase, pack: Pack, calendar: WorkingCalendar): ProjectCase {
  const items = Object.fromEntries(
    Object.values(state.items).map((item) => [item.id, { ...item, ...itemClocks(state, item, pack, calendar), ...deliveryDays(item, pack, calendar) }]),
  );
  const plan = plannedItems({ ...state, items });
  const status = statusOf(state.project, plan);
  const count = (matches: (item: Item) => boolean) => plan.filter(matches).length;
  const simulatedItems = Object.fromEntries(
    Object.values(state.simulatedItems).map((simulated) => [simulated.id, { ...simulated, ...simulatedOutlook(state, simulated, pack) }]),
  );
  return {
    ...state,
    items,
    commitments: withCommitmentDays(state, pack, calendar),
    noticeCommitments: withNoticeDays(state, calendar),
    simulatedItems,
    project: {
      ...state.project,
      status,
      completedOn: status === "completed" ? latest(plan.map((item) => item.deliveredOn ?? item.endedOn)) : null,
      ...projectClocks(plan),
      observeFrom: observeFrom({ ...state, items }, pack, calendar),
      itemCount: plan.length,
      closedCount: count(isClosed),
      runningCount: count((item) => item.running && !item.paused),
      pausedCount: count((item) => item.paused),
      correctingCount: count((item) => item.status === "correcting"),
    },
  };
}
