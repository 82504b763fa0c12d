import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import { plannedItems } from "../guards";
import { isFulfilled } from "../moves";
import type { SimulatedItem } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { openBlocks } from "./conversion-blocks";
import { isLive } from "./moves";

/** What follows of a simulated item from the facts of its case, kept with it so that lists tell it without reading the case. */
export type SimulatedOutlook = Pick<SimulatedItem, "conversionFrom" | "blockedBy">;

const IN_CONVERSION: readonly SimulatedItem["status"][] = ["ready", "conversion-correcting", "converted"];

/** The day both are there: readiness and the end of the last formal prerequisite; null while one of them is open, and where no conversion is under way. */
export function conversionFrom(state: ProjectCase, simulated: SimulatedItem): CivilDay | null {
  const item = state.items[simulated.itemId];
  if (!item || simulated.readyOn === null || !IN_CONVERSION.includes(simulated.status)) return null;
  const before = plannedItems(state).filter((other) => item.prerequisites.includes(other.code));
  if (before.some((other) => !isFulfilled(other) || other.endedOn === null)) return null;
  return before.reduce((last, { endedOn }) => (endedOn !== null && endedOn > last ? endedOn : last), simulated.readyOn);
}

/**
 * From when a simulated item may be converted and what still stands in the way. Independent of today: a day that passes changes neither,
 * and whether the opinion has run out its validity says.
 * @see RULES.md (domain.md 5.1)
 */
export function simulatedOutlook(state: ProjectCase, simulated: SimulatedItem, pack: Pack): SimulatedOutlook {
  const item = state.items[simulated.itemId];
  if (!item || !isLive(simulated)) return { conversionFrom: conversionFrom(state, simulated), blockedBy: [] };
  const kinds = openBlocks(state, simulated, item, pack, "9999-12-31").map(({ kind }) => kind);
  return { conversionFrom: conversionFrom(state, simulated), blockedBy: [...new Set(kinds)] };
}
