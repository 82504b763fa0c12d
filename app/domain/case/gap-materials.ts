import { ok, type Result, refuse } from "../result";
import { checklistBegun, checklistOf } from "./checklist";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { openDeferral, outstandingOf } from "./gap";
import { firstRefusal, refuseBefore } from "./guards";
import { bringMaterials, waiveMaterial } from "./material";
import type { SuppliedForm } from "./parts/deferral";
import type { Item, ProjectCase } from "./state";

/**
 * What the checklist of an item records when deferred materials arrive, before the decision or after a grant with the gap; nothing
 * where the window keeps none, nor of what it has taken in already.
 */
export function broughtToChecklist(
  state: ProjectCase,
  item: Item,
  names: readonly string[],
  form: SuppliedForm,
  on: string,
  context: Context,
): Result<readonly CaseEvent[]> {
  if (!checklistBegun(state, item.id)) return ok([]);
  const there = new Set(checklistOf(state, item, context.pack).flatMap((line) => (line.status === "brought" ? [line.name] : [])));
  const piece = { originals: form === "original" ? 1 : 0, copies: form === "copy" ? 1 : 0, electronic: form === "electronic" };
  const materials = names.filter((name) => !there.has(name)).map((name) => ({ name, ...piece }));
  return materials.length === 0 ? ok([]) : bringMaterials(state, { type: "bring-materials", itemNo: item.itemNo, materials, note: null, on }, context);
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

/**
 * Drops the requirement of a material, and with it what an open deferral awaits: what is asked for no more cannot be missed. Once the
 * deadline has passed that is the manager's, who would otherwise rule on it. Where the window keeps no checklist only the deferral
 * says it.
 */
export function waiveAwaited(state: ProjectCase, command: Extract<Command, { type: "waive-material" }>, context: Context): Result<readonly CaseEvent[]> {
  const decided = waiveMaterial(state, command, context);
  const item = Object.values(state.items).find((candidate) => candidate.itemNo === command.itemNo);
  const deferral = item && openDeferral(state, item.id);
  if (!decided.ok || !deferral) return decided;
  const outstanding = outstandingOf(deferral);
  if (!outstanding.includes(command.name)) return decided;
  const { actor, today } = context;
  const refusal = firstRefusal(
    refuseBefore(command.on, deferral.grantedOn, "deferral"),
    today > deferral.supplyBy && actor.role !== "manager" ? { code: "waiver-after-deadline", supplyBy: deferral.supplyBy } : null,
  );
  if (refusal) return refuse(refusal);
  const { name, reason, on } = command;
  const complete = outstanding.length === 1;
  const closed: CaseEvent = {
    type: "deferral-waived",
    itemId: item.id,
    deferralId: deferral.id,
    names: [name],
    reason,
    complete,
    on,
    byId: actor.personId,
    byName: actor.name,
  };
  return ok(checklistBegun(state, item.id) ? [...decided.value, closed] : [closed]);
}
