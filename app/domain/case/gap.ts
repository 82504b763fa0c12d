import type { Pack } from "../pack/pack";
import type { Refusal } from "../result";
import type { Deferral } from "./parts/deferral";
import type { Item, ProjectCase } from "./state";

/** The deferral of an item, whatever became of it; null when it was accepted with nothing missing. */
export const deferralOf = (state: Pick<ProjectCase, "deferrals">, itemId: string): Deferral | null =>
  Object.values(state.deferrals).find((deferral) => deferral.itemId === itemId) ?? null;

/** The deferral of an item whose materials are still awaited. */
export function openDeferral(state: Pick<ProjectCase, "deferrals">, itemId: string): Deferral | null {
  const deferral = deferralOf(state, itemId);
  return deferral?.status === "open" ? deferral : null;
}

/** Materials of a deferral that have neither arrived nor been dropped, in the order of the notice. */
export const outstandingOf = ({ missing, supplied, waived }: Pick<Deferral, "missing" | "supplied" | "waived">): readonly string[] =>
  missing.filter((name) => [...supplied, ...waived].every((one) => one.name !== name));

/** Materials an accepted item still waits for; none where it was accepted with everything there. */
export function awaitedMaterials(state: Pick<ProjectCase, "deferrals">, itemId: string): readonly string[] {
  const open = openDeferral(state, itemId);
  return open ? outstandingOf(open) : [];
}

/** Whether the item waits for its missing materials before anything is decided: unless the place says otherwise (滨州规定 art. 11). */
export const decisionWaits = (state: Pick<ProjectCase, "deferrals">, item: Pick<Item, "id">, pack: Pack): boolean =>
  openDeferral(state, item.id) !== null && pack.rules?.deferralDecisionWaits.value !== false;

/** Refuses a decision while materials are outstanding, where the place does not grant with the gap (办结（容缺通过）, code 12). */
export function refuseGap(state: Pick<ProjectCase, "deferrals">, item: Pick<Item, "id">, pack: Pack): Refusal | null {
  const open = openDeferral(state, item.id);
  return open && decisionWaits(state, item, pack) ? { code: "deferral-still-open", missing: outstandingOf(open), supplyBy: open.supplyBy } : null;
}
