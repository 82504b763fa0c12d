import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import { missingMaterials } from "../checklist";
import { missingPrerequisites } from "../guards";
import type { SimulatedDifference, SimulatedItem } from "../parts/simulation";
import type { Item, ProjectCase } from "../state";
import { isExpired } from "./ending";
import { isLive } from "./moves";
import { unconfirmedDifferences } from "./snapshot";

/** One thing that stands between a simulated item and its formal acceptance. */
export type ConversionBlock =
  | { readonly kind: "ruling-awaited" | "review-awaited" | "correction-awaited" | "conversion-correction-awaited" }
  | { readonly kind: "trigger-awaited"; readonly expectedOn: CivilDay | null }
  | { readonly kind: "expired"; readonly validTo: CivilDay }
  | { readonly kind: "prerequisites"; readonly items: readonly Item[] }
  | { readonly kind: "differences"; readonly differences: readonly SimulatedDifference[] }
  | { readonly kind: "materials"; readonly missing: readonly string[] };

/** Where it stands on its way to an opinion, in the word of what is awaited. */
function waitOf(state: ProjectCase, simulated: SimulatedItem): readonly ConversionBlock[] {
  switch (simulated.status) {
    case "applied":
      return [{ kind: "ruling-awaited" }];
    case "accepted":
    case "in-review":
      return [{ kind: "review-awaited" }];
    case "correcting":
      return [{ kind: "correction-awaited" }];
    case "opinion-given":
      return [{ kind: "trigger-awaited", expectedOn: state.runs[simulated.runId]?.nextExpectedOn ?? null }];
    case "conversion-correcting":
      return [{ kind: "conversion-correction-awaited" }];
    default:
      return [];
  }
}

/**
 * Everything that keeps a live simulated item from being converted on that day, what comes first first. Empty: the window may convert it.
 * Nothing is told of items that are no longer on their way.
 */
export function conversionBlocks(state: ProjectCase, simulated: SimulatedItem, pack: Pack, on: CivilDay): readonly ConversionBlock[] {
  const item = state.items[simulated.itemId];
  if (!item || !isLive(simulated)) return [];
  if (simulated.validTo !== null && isExpired(simulated, on)) return [{ kind: "expired", validTo: simulated.validTo }];
  return openBlocks(state, simulated, item, pack, on);
}

/** The same whatever the validity says. */
export function openBlocks(state: ProjectCase, simulated: SimulatedItem, item: Item, pack: Pack, on: CivilDay): readonly ConversionBlock[] {
  const blocks = [...waitOf(state, simulated)];
  if (simulated.opinionOn === null) return blocks;
  const before = missingPrerequisites(state, item, on);
  const differences = unconfirmedDifferences(state, simulated, pack);
  const { core, deferrable } = missingMaterials(state, item, pack, on);
  if (before.length > 0) blocks.push({ kind: "prerequisites", items: before });
  if (differences.length > 0) blocks.push({ kind: "differences", differences });
  if (core.length + deferrable.length > 0) blocks.push({ kind: "materials", missing: [...core, ...deferrable] });
  return blocks;
}
