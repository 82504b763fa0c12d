import type { Context } from "./context";
import type { HandoverEvent, HandoverKind } from "./parts/handover";
import type { Item } from "./state";

type Recorded = Extract<HandoverEvent, { type: "handover-recorded" }>;
type Said = Partial<Pick<Recorded, "departmentCode" | "pieces" | "contents" | "carrier" | "trackingNo">>;

/** That these items were handed over this way at the window of whoever records it. */
export const recordedBy = (kind: HandoverKind, items: readonly Item[], on: string, said: Said, context: Context): Recorded => ({
  type: "handover-recorded",
  handoverId: context.newId(),
  kind,
  itemIds: items.map((item) => item.id),
  departmentCode: null,
  windowId: context.window?.id ?? null,
  pieces: null,
  contents: null,
  carrier: null,
  trackingNo: null,
  ...said,
  on,
  byId: context.actor.personId,
  byName: context.actor.name,
});
