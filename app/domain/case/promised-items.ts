import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import { resolvedPrerequisites } from "../plan/plan";
import type { Refusal } from "../result";
import { missingPrerequisites, plannedItems, refuseBefore } from "./guards";
import { isFulfilled } from "./moves";
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

/** Codes of items a promise puts after the start, as its standards say. */
const sparedBy = (state: Pick<ProjectCase, "standards">, commitmentId: string): readonly string[] =>
  Object.values(state.standards).flatMap((standard) =>
    standard.commitmentId === commitmentId && standard.effect === "after-start" && standard.code !== null ? [standard.code] : [],
  );

/**
 * What items of the plan wait for again once this promise no longer holds: item id → prerequisites, where they change. An item that was
 * accepted or granted meanwhile gets back what the promise had spared it, and nothing else.
 */
export function withoutPromise(state: Pick<ProjectCase, "items" | "standards">, commitmentId: string, pack: Pack): Readonly<Record<string, readonly string[]>> {
  const plan = plannedItems(state);
  const inside = new Set(plan.map((item) => item.code));
  const spared = sparedBy(state, commitmentId);
  return Object.fromEntries(
    plan.flatMap((item) => {
      const rule = pack.items.find((candidate) => candidate.code === item.code);
      if (!rule) return [];
      const whole = resolvedPrerequisites(rule, inside);
      const kept = item.prerequisites.filter((code) => !whole.includes(code));
      const begun = [...whole.filter((code) => item.prerequisites.includes(code) || spared.includes(code)), ...kept];
      const prerequisites = WAITING.includes(item.status) ? whole : begun;
      return prerequisites.join() === item.prerequisites.join() ? [] : [[item.id, prerequisites]];
    }),
  );
}

/**
 * What a broken promise stood for is due again: no item that waits for it is granted until it is fulfilled, also where it was accepted while
 * the promise held.
 */
export function refuseOverBreach(state: Pick<ProjectCase, "items" | "commitments" | "standards">, item: Item, on: CivilDay): Refusal | null {
  const broken = new Set(
    Object.values(state.standards).flatMap(({ commitmentId, code, effect }) =>
      code !== null && effect !== null && state.commitments[commitmentId]?.status === "breached" ? [code] : [],
    ),
  );
  const missing = broken.size === 0 ? [] : missingPrerequisites(state, item, on).filter(({ code }) => broken.has(code));
  return missing.length === 0
    ? null
    : {
        code: "broken-promise-outstanding",
        itemNo: item.itemNo,
        missing: missing.map((other) => other.nameZh),
        missingEn: missing.map((other) => other.nameEn),
      };
}

/** An item that only a promise frees from what it otherwise waits for is not filed for a day before the promise was in force. */
export function refuseBeforePromise(state: Pick<ProjectCase, "items">, item: Item, on: CivilDay, pack: Pack): Refusal | null {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  if (!rule) return null;
  const plan = plannedItems(state);
  const codes = resolvedPrerequisites(rule, new Set(plan.map(({ code }) => code))).filter((code) => !item.prerequisites.includes(code));
  const open = plan.filter((other) => codes.includes(other.code) && !(isFulfilled(other) && (other.endedOn ?? "") <= on));
  const [last] = open
    .flatMap(({ promisedOn }) => promisedOn ?? [])
    .sort()
    .reverse();
  return refuseBefore(on, last ?? null, "commitment-in-force");
}
