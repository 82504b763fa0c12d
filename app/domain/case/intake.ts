import type { Pack } from "../pack/pack";
import type { Bundle } from "../pack/practice";
import { ok, type Result, refuse } from "../result";
import { acceptance, refuseAcceptance } from "./acceptance";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { aboutItem, firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove } from "./guards";
import { isTracked } from "./moves";
import type { IntakeEvent } from "./parts/intake";
import type { Item, ProjectCase } from "./state";
import { refuseAtWindow, windowNamed } from "./window";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Items of one form at a window; more are filed in two. */
export const MOST_TOGETHER = 30;

/** The items with these numbers, each once, in the order given; refuses an empty list and one too long for a form. */
export function itemsOf(state: ProjectCase, itemNos: readonly string[]): Result<readonly Item[]> {
  const numbers = [...new Set(itemNos)];
  if (numbers.length === 0) return refuse({ code: "items-missing", field: "itemNos" });
  if (numbers.length > MOST_TOGETHER) return refuse({ code: "too-many-items", field: "itemNos", most: MOST_TOGETHER });
  const items: Item[] = [];
  for (const itemNo of numbers) {
    const found = itemOf(state, itemNo);
    if (!found.ok) return found;
    items.push(found.value);
  }
  return ok(items);
}

/** Prechecks of an item, first to last. */
export const prechecksOf = (state: Pick<ProjectCase, "prechecks">, itemId: string) =>
  Object.values(state.prechecks)
    .filter((precheck) => precheck.itemId === itemId)
    .sort((a, b) => a.ordinal - b.ordinal);

/** Looks papers over before they are received and says at once what is still wanted (预审, D20; 收件和初审, Z22). All or none. */
export function precheckItems(state: ProjectCase, command: Of<"precheck-items">, context: Context): Result<readonly CaseEvent[]> {
  const items = itemsOf(state, command.itemNos);
  if (!items.ok) return items;
  const { verdict, remarks, on } = command;
  if (verdict === "lacking" && remarks.length === 0) return refuse({ code: "precheck-needs-remarks", field: "remarks" });
  for (const item of items.value) {
    const refusal = firstRefusal(
      isTracked(item) ? { code: "tracked-item-is-not-accepted", itemNo: item.itemNo } : null,
      refuseMove(item, "item-prechecked"),
      refuseFuture(on, context),
      refuseBefore(on, item.plannedOn, "plan"),
      refuseAtWindow(item, context),
    );
    if (refusal) return refuse(items.value.length > 1 ? aboutItem(refusal, item) : refusal);
  }
  return ok(
    items.value.map((item) => ({
      type: "item-prechecked",
      itemId: item.id,
      precheckId: context.newId(),
      ordinal: prechecksOf(state, item.id).length + 1,
      verdict,
      remarks,
      on,
      byId: context.actor.personId,
      byName: context.actor.name,
      window: windowNamed(item, context),
    })),
  );
}

/** Bundles of the place's menu that hold every one of these items; a bundle outside investment names none and fits nothing. */
export const fittingBundles = (pack: Pack, codes: readonly string[]): readonly Bundle[] =>
  (pack.bundles?.menu ?? []).filter((bundle) => bundle.items.length > 0 && codes.every((code) => bundle.items.includes(code)));

/**
 * One acceptance for several received items, whatever their stages (一窗受理, H25, D21): one day, one number, every rule of a single
 * acceptance for each of them. All or none.
 */
export function acceptBundle(state: ProjectCase, command: Of<"accept-bundle">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemsOf(state, command.itemNos);
  if (!found.ok) return found;
  const items = found.value;
  if (items.length < 2) return refuse({ code: "bundle-too-small", field: "itemNos" });
  const codes = items.map((item) => item.code);
  const menu = command.bundle === null ? null : (context.pack.bundles?.menu ?? []).find((bundle) => bundle.code === command.bundle);
  if (menu === undefined) return refuse({ code: "bundle-unknown-here", field: "bundle" });
  if (menu && !fittingBundles(context.pack, codes).includes(menu))
    return refuse({ code: "bundle-does-not-fit", field: "bundle", bundle: menu.name.zh, bundleEn: menu.name.en });
  const blank = refuseBlank(command.acceptanceNo, "acceptanceNo");
  if (blank) return refuse(blank);
  for (const item of items) {
    const refusal = refuseAcceptance(state, item, command.on, context);
    if (refusal) return refuse(aboutItem(refusal, item));
  }
  const { acceptanceNo, on } = command;
  const [first] = items;
  return ok([
    {
      type: "bundle-accepted",
      bundleId: context.newId(),
      code: menu?.code ?? null,
      nameZh: menu?.name.zh ?? null,
      nameEn: menu?.name.en ?? null,
      acceptanceNo,
      itemIds: items.map((item) => item.id),
      on,
      byId: context.actor.personId,
      byName: context.actor.name,
      window: first ? windowNamed(first, context) : null,
    },
    ...items.map((item) => acceptance(state, item, on, acceptanceNo, true, context)),
  ]);
}

/** Rows that prechecks and bundles add. */
export function evolveIntake(state: ProjectCase, event: IntakeEvent): ProjectCase {
  switch (event.type) {
    case "item-prechecked": {
      const { precheckId: id, itemId, ordinal, verdict, remarks, on, byId, byName, window } = event;
      const precheck = { id, itemId, ordinal, verdict, remarks, checkedOn: on, byId, byName, windowId: window?.id ?? null };
      return { ...state, prechecks: { ...state.prechecks, [id]: precheck } };
    }
    case "bundle-accepted": {
      const { bundleId: id, code, nameZh, nameEn, acceptanceNo, itemIds, on, byId, byName, window } = event;
      const bundle = { id, code, nameZh, nameEn, acceptanceNo, itemIds, acceptedOn: on, windowId: window?.id ?? null, byId, byName };
      return { ...state, bundles: { ...state.bundles, [id]: bundle } };
    }
  }
}
