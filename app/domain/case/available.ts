import { may } from "../access/permissions";
import type { Pack } from "../pack/pack";
import type { CommandType } from "./commands";
import type { Actor } from "./context";
import { correctionsOf } from "./correction";
import { extensionsOf } from "./extension";
import { missingPrerequisites, openProcedures } from "./guards";
import { canMove, isTracked, type MovingEventType } from "./moves";
import { nextStep } from "./review";
import type { Item, ProjectCase } from "./state";

/** Acts on one item in the order a page offers them, with the event whose move they need and what else must hold. */
const ITEM_ACTS: readonly {
  readonly act: CommandType;
  readonly event: MovingEventType | null;
  readonly when?: (state: ProjectCase, item: Item, pack: Pack) => boolean;
}[] = [
  { act: "receive-items", event: "item-received", when: (state, item) => !isTracked(item) && missingPrerequisites(state, item, "9999-12-31").length === 0 },
  {
    act: "complete-milestone",
    event: "milestone-completed",
    when: (state, item) => isTracked(item) && missingPrerequisites(state, item, "9999-12-31").length === 0,
  },
  { act: "accept-item", event: "item-accepted" },
  {
    act: "notify-correction",
    event: "correction-notified",
    when: (state, item) => correctionsOf(state, item.id).length === 0 || item.correctionAllowedReason !== null,
  },
  {
    act: "allow-second-correction",
    event: "second-correction-allowed",
    when: (state, item) => correctionsOf(state, item.id).length > 0 && item.correctionAllowedReason === null,
  },
  { act: "supply-correction", event: "correction-supplied" },
  { act: "refuse-acceptance", event: "acceptance-refused" },
  { act: "start-review", event: "review-started" },
  { act: "record-step", event: "step-recorded", when: (state, item, pack) => nextStep(state, item, pack) !== null },
  {
    act: "decide-item",
    event: "item-decided",
    when: (state, item, pack) =>
      (item.status === "in-review" || item.type === "INSTANT") && nextStep(state, item, pack) === null && openProcedures(state, item.id).length === 0,
  },
  { act: "open-procedure", event: "procedure-opened" },
  { act: "close-procedure", event: "procedure-closed", when: (state, item) => openProcedures(state, item.id).length > 0 },
  {
    act: "request-extension",
    event: "extension-requested",
    when: (state, item) => extensionsOf(state, item.id).every((extension) => extension.status === "rejected"),
  },
  {
    act: "rule-on-extension",
    event: "extension-ruled",
    when: (state, item) => extensionsOf(state, item.id).some((extension) => extension.status === "requested"),
  },
  { act: "issue-result", event: "result-issued", when: (_, item) => item.issuedOn === null },
  { act: "deliver-result", event: "result-delivered", when: (_, item) => item.issuedOn !== null && item.deliveredOn === null },
  { act: "withdraw-item", event: "item-withdrawn" },
  { act: "add-note", event: null },
  { act: "correct-entry", event: null, when: (_, item) => item.receivedOn !== null },
];

/** What this person could do to this item now, in the order to offer it. `decide` still has the last word. */
export function availableActs(state: ProjectCase, item: Item, actor: Actor, pack: Pack): readonly CommandType[] {
  const foreign = actor.role === "reviewer" && actor.departmentCode !== item.departmentCode;
  return ITEM_ACTS.filter(
    ({ act, event, when }) => may(actor, act) && !foreign && (event === null || canMove(event, item.status)) && (when?.(state, item, pack) ?? true),
  ).map(({ act }) => act);
}
