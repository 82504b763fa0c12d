import { ok, type Result } from "../result";
import { checklistBegun } from "./checklist";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { openDeferral, outstandingOf } from "./gap";
import { bringMaterials, takesMaterials } from "./material";
import type { SuppliedForm } from "./parts/deferral";
import type { Item, ProjectCase } from "./state";

/** What the checklist of an item records when deferred materials arrive; nothing where the window keeps none. */
export function broughtToChecklist(
  state: ProjectCase,
  item: Item,
  names: readonly string[],
  form: SuppliedForm,
  on: string,
  context: Context,
): Result<readonly CaseEvent[]> {
  if (!checklistBegun(state, item.id) || !takesMaterials(item)) return ok([]);
  const piece = { originals: form === "original" ? 1 : 0, copies: form === "copy" ? 1 : 0, electronic: form === "electronic" };
  return bringMaterials(state, { type: "bring-materials", itemNo: item.itemNo, materials: names.map((name) => ({ name, ...piece })), note: null, on }, context);
}

/** Names of the materials an event took in, with their item and day. */
function takenIn(event: CaseEvent): { readonly itemId: string; readonly names: readonly string[]; readonly on: string } | null {
  if (event.type === "materials-brought") return { itemId: event.itemId, names: event.materials.map(({ name }) => name), on: event.on };
  return event.type === "file-attached" || event.type === "material-reused" ? { itemId: event.itemId, names: [event.name], on: event.on } : null;
}

/**
 * The events of an act on a checklist, with the gaps they close: what is brought there, by whatever way, is no longer awaited. What
 * arrived after the deadline stays awaited, as it would if it were entered as supplied (the day of arrival counts).
 */
export function closingGaps(state: ProjectCase, decided: Result<readonly CaseEvent[]>): Result<readonly CaseEvent[]> {
  if (!decided.ok) return decided;
  return ok(
    decided.value.flatMap((event): readonly CaseEvent[] => {
      const taken = takenIn(event);
      const deferral = taken && openDeferral(state, taken.itemId);
      if (!taken || !deferral || taken.on > deferral.supplyBy || taken.on < deferral.grantedOn) return [event];
      const outstanding = outstandingOf(deferral);
      const names = outstanding.filter((name) => taken.names.includes(name));
      if (names.length === 0) return [event];
      return [
        event,
        { type: "deferral-supplied", itemId: taken.itemId, deferralId: deferral.id, names, complete: names.length === outstanding.length, on: taken.on },
      ];
    }),
  );
}
