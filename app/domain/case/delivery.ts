import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseFuture, refuseMove } from "./guards";
import { recordedBy } from "./handover-record";
import type { Handover } from "./parts/handover";
import type { Item, ProjectCase } from "./state";
import { refuseToIssueAt } from "./window";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** What the department has sent to the window, or the window to the applicant, and nobody has signed for. */
const onItsWay = (state: ProjectCase, item: Item, kind: Handover["kind"]): readonly Handover[] =>
  Object.values(state.handovers).filter((handover) => handover.kind === kind && handover.arrivedOn === null && handover.itemIds.includes(item.id));

const signedFor = (handover: Handover, receivedBy: string, on: string): CaseEvent => ({
  type: "handover-confirmed",
  handoverId: handover.id,
  receivedBy,
  identityChecked: null,
  on,
});

/** The result is with the applicant. */
export const delivered = (item: Item, method: "window" | "post", receivedBy: string, on: string): CaseEvent => ({
  type: "result-delivered",
  itemId: item.id,
  method,
  receivedBy,
  on,
});

/**
 * The issuing window takes the result over from the department (统一出件; departments hand nothing out, Z24) and signs for what the
 * department sent along.
 */
export function issueResult(state: ProjectCase, command: Of<"issue-result">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const returned = onItsWay(state, item, "result-to-window");
  const refusal = firstRefusal(
    refuseMove(item, "result-issued"),
    item.issuedOn !== null ? { code: "already-issued", on: item.issuedOn } : null,
    refuseToIssueAt(item, context),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.decidedOn, "decided"),
    ...returned.map((handover) => refuseBefore(command.on, handover.sentOn, "sent")),
  );
  if (refusal) return refuse(refusal);
  return ok([
    ...returned.map((handover) => signedFor(handover, context.actor.name, command.on)),
    { type: "result-issued", itemId: item.id, on: command.on, byId: context.actor.personId, byName: context.actor.name },
  ]);
}

/**
 * Hands the result over, or records that what was posted has arrived; within the days of 行政许可法 art. 44 from the decision, a clock
 * of its own. At the counter the identity of who collects is checked, and the hand-over is kept with it.
 */
export function deliverResult(state: ProjectCase, command: Of<"deliver-result">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const { method, receivedBy, identityChecked, on } = command;
  const parcels = onItsWay(state, item, "post-out");
  const refusal = firstRefusal(
    refuseMove(item, "result-delivered"),
    item.issuedOn === null ? { code: "not-issued-yet" } : null,
    item.deliveredOn !== null ? { code: "already-delivered", on: item.deliveredOn } : null,
    method === "window" && parcels.length > 0 ? { code: "result-is-in-the-post", field: "method", trackingNo: parcels[0]?.trackingNo } : null,
    // Without its parcel nobody could say later who carried it, and under which number (Z17, Z18).
    method === "post" && parcels.length === 0 ? { code: "result-not-posted", field: "method", itemNo: item.itemNo } : null,
    method === "window" && identityChecked === false ? { code: "identity-not-checked", field: "identityChecked" } : null,
    refuseToIssueAt(item, context),
    refuseFuture(on, context),
    refuseBefore(on, item.postedOn ?? item.issuedOn, item.postedOn ? "sent" : "issued"),
  );
  if (refusal) return refuse(refusal);
  if (method === "post") return ok([...parcels.map((parcel) => signedFor(parcel, receivedBy, on)), delivered(item, method, receivedBy, on)]);
  const out = recordedBy("window-out", [item], on, {}, context);
  return ok([
    out,
    { type: "handover-confirmed", handoverId: out.handoverId, receivedBy, identityChecked: identityChecked ?? null, on },
    delivered(item, method, receivedBy, on),
  ]);
}
