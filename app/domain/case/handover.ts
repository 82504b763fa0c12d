import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import { delivered } from "./delivery";
import type { CaseEvent } from "./events";
import { openDeferral } from "./gap";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture, refuseOtherDepartment } from "./guards";
import { recordedBy } from "./handover-record";
import { itemsOf } from "./intake";
import { isTracked } from "./moves";
import type { Handover, HandoverEvent, HandoverKind } from "./parts/handover";
import type { Item, ItemStatus, ProjectCase } from "./state";
import { refuseToIssueAt } from "./window";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** States in which each kind of hand-over can happen. */
const STATES: Readonly<Record<Exclude<HandoverKind, "window-out">, readonly ItemStatus[]>> = {
  "to-department": ["received", "accepted", "in-review"],
  "result-to-window": ["granted", "refused"],
  "post-in": ["planned", "received", "correcting"],
  "post-out": ["issued", "refused"],
};

/** Hand-overs of an item in the order they were recorded. */
export const handoversOf = (state: Pick<ProjectCase, "handovers">, itemId: string): readonly Handover[] =>
  Object.values(state.handovers).filter((handover) => handover.itemIds.includes(itemId));

/** Hand-overs of an item that nobody has signed for yet. */
export const openHandovers = (state: Pick<ProjectCase, "handovers">, itemId: string, kind?: HandoverKind): readonly Handover[] =>
  handoversOf(state, itemId).filter((handover) => handover.arrivedOn === null && (kind === undefined || handover.kind === kind));

/** The last day of an item before which nothing of this kind can have been handed over. */
function earliestOf(kind: HandoverKind, item: Item): readonly [day: string | null, what: string] {
  if (kind === "post-out") return [item.issuedOn, "issued"];
  if (kind === "result-to-window") return [item.decidedOn, "decided"];
  return kind === "post-in" ? [item.plannedOn, "plan"] : [item.receivedOn, "received"];
}

function refuseState(kind: Exclude<HandoverKind, "window-out">, state: ProjectCase, item: Item): Refusal | null {
  const itemNo = item.itemNo;
  if (isTracked(item)) return { code: "tracked-item-is-not-accepted", itemNo };
  // What was deferred is posted after the acceptance, whatever the item has come to since (Z17; R-495).
  const awaited = kind === "post-in" && openDeferral(state, item.id) !== null;
  if (!awaited && !STATES[kind].includes(item.status)) return { code: "item-state-forbids", act: "handover-recorded", status: item.status, itemNo };
  if (kind === "post-out" && item.issuedOn === null) return { code: "not-issued-yet" };
  if (kind === "result-to-window" && item.issuedOn !== null) return { code: "already-issued", on: item.issuedOn };
  if (item.deliveredOn !== null && !awaited) return { code: "already-delivered", on: item.deliveredOn };
  return openHandovers(state, item.id, kind).length > 0 ? { code: "handover-still-open", itemNo } : null;
}

/** Whether the item is where it can be handed over this way. */
export const mayHandOver = (kind: Exclude<HandoverKind, "window-out">, state: ProjectCase, item: Item): boolean => refuseState(kind, state, item) === null;

function refuseItems(kind: Exclude<HandoverKind, "window-out">, state: ProjectCase, items: readonly Item[], on: string, context: Context): Refusal | null {
  for (const item of items) {
    const refusal = firstRefusal(refuseState(kind, state, item), refuseFuture(on, context), refuseBefore(on, ...earliestOf(kind, item)));
    if (refusal) return refusal;
  }
  return null;
}

const refusePieces = (pieces: number): Refusal | null => (Number.isSafeInteger(pieces) && pieces >= 1 ? null : { code: "pieces-missing", field: "pieces" });

/**
 * Hands the paper set to the back office (纸质材料同步转交后台, Z23): the departments of the items sign for it themselves, so each
 * department gets a hand-over of its own.
 */
export function handOverPapers(state: ProjectCase, command: Of<"hand-over-papers">, context: Context): Result<readonly CaseEvent[]> {
  const items = itemsOf(state, command.itemNos);
  if (!items.ok) return items;
  const refusal = firstRefusal(refusePieces(command.pieces), refuseItems("to-department", state, items.value, command.on, context));
  if (refusal) return refuse(refusal);
  const { pieces, contents, on } = command;
  const departments = [...new Set(items.value.map((item) => item.departmentCode))];
  return ok(
    departments.map((departmentCode) =>
      recordedBy(
        "to-department",
        items.value.filter((item) => item.departmentCode === departmentCode),
        on,
        { departmentCode, pieces, contents },
        context,
      ),
    ),
  );
}

/** The department gives the result back to the window that accepted; it hands nothing out itself (Z24). */
export function returnResult(state: ProjectCase, command: Of<"return-result">, context: Context): Result<readonly CaseEvent[]> {
  const items = itemsOf(state, [command.itemNo]);
  if (!items.ok) return items;
  const [item] = items.value;
  if (!item) return refuse({ code: "items-missing", field: "itemNos" });
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refusePieces(command.pieces),
    refuseItems("result-to-window", state, [item], command.on, context),
  );
  if (refusal) return refuse(refusal);
  const { departmentCode, windowId } = item;
  return ok([{ ...recordedBy("result-to-window", [item], command.on, { departmentCode, pieces: command.pieces }, context), windowId }]);
}

const refuseParcel = ({ carrier, trackingNo }: { readonly carrier: string; readonly trackingNo: string }): Refusal | null =>
  firstRefusal(refuseBlank(carrier, "carrier"), refuseBlank(trackingNo, "trackingNo"));

/** Materials that come in by courier, at the government's cost (Z17, D28). They count as received when the window receives them. */
export function postMaterials(state: ProjectCase, command: Of<"post-materials">, context: Context): Result<readonly CaseEvent[]> {
  const items = itemsOf(state, command.itemNos);
  if (!items.ok) return items;
  const refusal = firstRefusal(refuseParcel(command), refuseItems("post-in", state, items.value, command.on, context));
  if (refusal) return refuse(refusal);
  const { carrier, trackingNo, contents, on } = command;
  return ok([recordedBy("post-in", items.value, on, { carrier, trackingNo, contents }, context)]);
}

/** Gives results to a courier, at the government's cost (Z17, Z18). Delivered once they arrive. */
export function sendResult(state: ProjectCase, command: Of<"send-result">, context: Context): Result<readonly CaseEvent[]> {
  const items = itemsOf(state, command.itemNos);
  if (!items.ok) return items;
  const refusal = firstRefusal(
    refuseParcel(command),
    refuseItems("post-out", state, items.value, command.on, context),
    ...items.value.map((item) => refuseToIssueAt(item, context)),
  );
  if (refusal) return refuse(refusal);
  const { carrier, trackingNo, on } = command;
  return ok([recordedBy("post-out", items.value, on, { carrier, trackingNo }, context)]);
}

/** Who may sign for what: the back office for papers, the issuing window for results, the window or officer for what comes in. */
const MAY_CONFIRM: Readonly<Record<HandoverKind, readonly Context["actor"]["role"][]>> = {
  "to-department": ["reviewer"],
  "result-to-window": ["issuing"],
  "post-in": ["intake", "agent"],
  "post-out": ["issuing"],
  "window-out": [],
};

/** Whether this person may sign for this hand-over. */
export const mayConfirm = (handover: Pick<Handover, "kind" | "departmentCode" | "arrivedOn">, actor: Context["actor"]): boolean =>
  handover.arrivedOn === null &&
  MAY_CONFIRM[handover.kind].includes(actor.role) &&
  (handover.kind !== "to-department" || handover.departmentCode === actor.departmentCode);

/** Signs for papers, a result or a parcel. A parcel of results that arrived delivers them. */
export function confirmHandover(state: ProjectCase, command: Of<"confirm-handover">, context: Context): Result<readonly CaseEvent[]> {
  const handover = state.handovers[command.handoverId];
  if (!handover) return refuse({ code: "handover-unknown", field: "handoverId" });
  const out = handover.kind === "post-out";
  const refusal = firstRefusal(
    handover.arrivedOn !== null ? { code: "handover-already-confirmed", on: handover.arrivedOn } : null,
    mayConfirm(handover, context.actor) ? null : { code: "not-allowed-other-handover" },
    refuseFuture(command.on, context),
    refuseBefore(command.on, handover.sentOn, "sent"),
    out ? refuseBlank(command.receivedBy, "receivedBy") : null,
  );
  if (refusal) return refuse(refusal);
  const receivedBy = command.receivedBy?.trim() || context.actor.name;
  const items = handover.itemIds.flatMap((id) => state.items[id] ?? []);
  return ok([
    { type: "handover-confirmed", handoverId: handover.id, receivedBy, identityChecked: null, on: command.on },
    ...(out ? items.filter((item) => item.deliveredOn === null).map((item) => delivered(item, "post", receivedBy, command.on)) : []),
  ]);
}

/** Rows that hand-overs add and signatures close; a parcel on its way marks its results as posted. */
export function evolveHandover(state: ProjectCase, event: HandoverEvent): ProjectCase {
  if (event.type === "handover-confirmed") {
    const handover = state.handovers[event.handoverId];
    if (!handover) throw new Error("handover-confirmed names a hand-over the case does not have");
    const { receivedBy, identityChecked, on } = event;
    return { ...state, handovers: { ...state.handovers, [handover.id]: { ...handover, arrivedOn: on, receivedBy, identityChecked } } };
  }
  const { type: _, handoverId: id, on, byId, byName, ...said } = event;
  const handover: Handover = { ...said, id, sentOn: on, sentById: byId, sentByName: byName, arrivedOn: null, receivedBy: null, identityChecked: null };
  const posted = event.kind === "post-out" ? event.itemIds.flatMap((itemId) => state.items[itemId] ?? []) : [];
  return {
    ...state,
    handovers: { ...state.handovers, [id]: handover },
    items: posted.length === 0 ? state.items : { ...state.items, ...Object.fromEntries(posted.map((item) => [item.id, { ...item, postedOn: on }])) },
  };
}
