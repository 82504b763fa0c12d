import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import { resolvedPrerequisites } from "../plan/plan";
import { plannedItems } from "./guards";
import type { Item, ProjectCase } from "./state";

/** Completion waits for everything, also for what was promised: it is issued once the final verification was passed. */
const COMPLETION = "S4";

/** What an item waits for when these codes need not be held before the start. */
export const underPromise = (item: Pick<Item, "stage">, prerequisites: readonly string[], spared: readonly string[]): readonly string[] =>
  item.stage === COMPLETION ? prerequisites : prerequisites.filter((code) => !spared.includes(code));

/** Codes of items that a promise in force puts after the start. */
export const sparedByPromise = (state: Pick<ProjectCase, "items">): readonly string[] =>
  plannedItems(state)
    .filter((item) => item.promisedAs === "after-start")
    .map((item) => item.code);

/** Whether an item is decided at once on the strength of a promise in force by that day: no review is begun and no step recorded for it. */
export const isDecidedAtOnce = (item: Pick<Item, "promisedAs" | "promisedOn">, on: CivilDay): boolean =>
  item.promisedAs === "at-once" && item.promisedOn !== null && item.promisedOn <= on;

const WAITING: readonly Item["status"][] = ["planned", "received", "correcting"];

/** What items that have not been accepted wait for again once no promise holds: item id → prerequisites, where they change. */
export function withoutPromise(state: Pick<ProjectCase, "items">, pack: Pack): Readonly<Record<string, readonly string[]>> {
  const plan = plannedItems(state);
  const inside = new Set(plan.map((item) => item.code));
  return Object.fromEntries(
    plan.flatMap((item) => {
      const rule = pack.items.find((candidate) => candidate.code === item.code);
      if (!rule || !WAITING.includes(item.status)) return [];
      const prerequisites = resolvedPrerequisites(rule, inside);
      return prerequisites.join() === item.prerequisites.join() ? [] : [[item.id, prerequisites]];
    }),
  );
}
