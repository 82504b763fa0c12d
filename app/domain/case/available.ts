import { may } from "../access/permissions";
import type { CivilDay } from "../calendar/calendar-date";
import { isDecidedAbove } from "../pack/level";
import type { Pack } from "../pack/pack";
import type { CommandType } from "./commands";
import type { Actor } from "./context";
import { correctionsOf } from "./correction";
import { mayChooseOutcome, mayRuleOnCorrection } from "./correction-ruling";
import { deferrableMaterials } from "./deferral";
import { openPaths, windowHasNoVeto } from "./direction";
import { givenExplanations, isLateNow, mayAskReason, mayExplain, mayWishSecondList } from "./explanation/reads";
import { extensionsOf, longestExtension } from "./extension";
import { forwardingsOf } from "./forwarding";
import { decisionWaits, openDeferral } from "./gap";
import { missingPrerequisites, openProcedures } from "./guards";
import { mayConfirm, mayHandOver, openHandovers } from "./handover";
import { unmergedReviews } from "./joint-review/joint-review";
import { asksMaterials, countable, hasLine, returnable, takesMaterials } from "./material";
import { canMove, isTracked, type MovingEventType } from "./moves";
import { NOTICE_ACTS } from "./notice-commitment/available";
import { nextStep } from "./review";
import { SIMULATED_ITEM_ACTS } from "./simulation/available";
import { liveSimulated } from "./simulation/reads";
import type { Item, ProjectCase } from "./state";

/** Acts on one item in the order a page offers them, with the event whose move they need and what else must hold. */
const ITEM_ACTS: readonly {
  readonly act: CommandType;
  readonly event: MovingEventType | null;
  readonly when?: (state: ProjectCase, item: Item, pack: Pack, actor: Actor, today: CivilDay | null) => boolean;
}[] = [
  // An item on its simulated way can be received by conversion only: what that way asks for comes first.
  ...SIMULATED_ITEM_ACTS,
  {
    act: "precheck-items",
    event: "item-prechecked",
    when: (_, item) => !isTracked(item),
  },
  {
    act: "receive-items",
    event: "item-received",
    when: (state, item) => !isTracked(item) && missingPrerequisites(state, item, "9999-12-31").length === 0 && liveSimulated(state, item.id) === null,
  },
  {
    act: "complete-milestone",
    event: "milestone-completed",
    when: (state, item) => isTracked(item) && missingPrerequisites(state, item, "9999-12-31").length === 0,
  },
  { act: "accept-item", event: "item-accepted", when: (state, item) => openPaths(state, item.id).length === 0 },
  {
    act: "accept-with-gaps",
    event: "item-accepted",
    when: (state, item, pack) => deferrableMaterials(item, pack).length > 0 && openPaths(state, item.id).length === 0,
  },
  {
    act: "notify-correction",
    event: "correction-notified",
    when: (state, item) => correctionsOf(state, item.id).length === 0 || item.correctionAllowedReason !== null,
  },
  {
    act: "allow-second-correction",
    event: "second-correction-allowed",
    when: (state, item) =>
      correctionsOf(state, item.id).length > 0 &&
      item.correctionAllowedReason === null &&
      givenExplanations(state, item).every(({ kind }) => kind !== "second-list"),
  },
  { act: "seek-second-list", event: "second-correction-allowed", when: (state, item) => mayWishSecondList(state, item) },
  { act: "rule-on-explanation", event: null, when: (state, item) => givenExplanations(state, item).length > 0 },
  { act: "supply-correction", event: "correction-supplied" },
  {
    act: "rule-on-correction",
    event: "correction-ruled",
    when: (state, item, pack, actor) => mayRuleOnCorrection(state, item) && mayChooseOutcome(state, item, { actor, pack }),
  },
  { act: "refuse-acceptance", event: "acceptance-refused", when: (_, item, pack) => item.status !== "correcting" && !windowHasNoVeto(pack) },
  { act: "signpost-item", event: "item-signposted", when: (_, item, pack) => windowHasNoVeto(pack) && !isTracked(item) },
  { act: "seek-path", event: "path-sought", when: (state, item, pack) => windowHasNoVeto(pack) && !isTracked(item) && openPaths(state, item.id).length === 0 },
  { act: "answer-path", event: "path-answered", when: (state, item) => openPaths(state, item.id).length > 0 },
  { act: "hand-over-papers", event: null, when: (state, item) => mayHandOver("to-department", state, item) },
  { act: "start-review", event: "review-started" },
  { act: "record-step", event: "step-recorded", when: (state, item, pack) => nextStep(state, item, pack) !== null },
  {
    act: "decide-item",
    event: "item-decided",
    when: (state, item, pack) =>
      !isDecidedAbove(item.code, pack) &&
      (item.status === "in-review" || item.type === "INSTANT" || item.promisedAs === "at-once") &&
      (nextStep(state, item, pack) === null || item.promisedAs === "at-once") &&
      openProcedures(state, item.id).length === 0 &&
      unmergedReviews(state, item.id).length === 0 &&
      !decisionWaits(state, item, pack),
  },
  {
    act: "forward-item",
    event: "item-forwarded",
    when: (state, item, pack) =>
      isDecidedAbove(item.code, pack) &&
      nextStep(state, item, pack) === null &&
      openProcedures(state, item.id).length === 0 &&
      unmergedReviews(state, item.id).length === 0,
  },
  {
    act: "record-upper-receipt",
    event: "upper-receipt-recorded",
    when: (state, item) => forwardingsOf(state, item.id).at(-1)?.upperReceiptOn === null,
  },
  { act: "record-upper-result", event: "upper-decided" },
  { act: "record-upper-return", event: "upper-returned" },
  { act: "open-procedure", event: "procedure-opened" },
  { act: "close-procedure", event: "procedure-closed", when: (state, item) => openProcedures(state, item.id).length > 0 },
  {
    act: "request-extension",
    event: "extension-requested",
    when: (state, item, pack, _, today) =>
      extensionsOf(state, item.id).every((extension) => extension.status === "rejected") &&
      longestExtension(item, { pack }) !== null &&
      (today === null || !isLateNow(item, today)),
  },
  {
    act: "rule-on-extension",
    event: "extension-ruled",
    when: (state, item) => extensionsOf(state, item.id).some((extension) => extension.status === "requested"),
  },
  { act: "rule-on-deferral", event: "deferral-ruled", when: (state, item) => openDeferral(state, item.id)?.proposedOn != null },
  { act: "supply-deferred", event: "deferral-supplied", when: (state, item) => openDeferral(state, item.id) !== null },
  { act: "extend-deferral", event: "deferral-extended", when: (state, item) => openDeferral(state, item.id) !== null },
  { act: "return-result", event: null, when: (state, item) => mayHandOver("result-to-window", state, item) },
  { act: "issue-result", event: "result-issued", when: (_, item) => item.issuedOn === null },
  { act: "deliver-result", event: "result-delivered", when: (_, item) => item.issuedOn !== null && item.deliveredOn === null && item.postedOn === null },
  { act: "send-result", event: null, when: (state, item) => mayHandOver("post-out", state, item) },
  { act: "post-materials", event: null, when: (state, item) => mayHandOver("post-in", state, item) },
  {
    act: "confirm-handover",
    event: null,
    when: (state, item, _, actor) => openHandovers(state, item.id).some((handover) => mayConfirm(handover, actor)),
  },
  { act: "withdraw-item", event: "item-withdrawn", when: (state, item) => liveSimulated(state, item.id) === null },
  { act: "bring-materials", event: null, when: (state, item) => takesMaterials(state, item) },
  { act: "attach-file", event: null, when: (state, item) => takesMaterials(state, item) },
  { act: "waive-material", event: null, when: (state, item, pack) => takesMaterials(state, item) && hasLine(state, item, pack, "outstanding") },
  { act: "require-material", event: null, when: (_, item) => asksMaterials(item) },
  { act: "reuse-material", event: null, when: (state, item, pack) => takesMaterials(state, item) && countable(state, item, pack).length > 0 },
  { act: "return-material", event: null, when: (state, item, pack) => returnable(state, item, pack).length > 0 },
  ...NOTICE_ACTS,
  { act: "explain-overdue", event: null, when: (state, item, _, __, today) => today !== null && mayExplain(state, item, today) },
  { act: "ask-overdue-reason", event: null, when: (state, item, _, __, today) => today !== null && mayAskReason(state, item, today) },
  { act: "add-note", event: null },
  { act: "report-irregularity", event: null },
  { act: "correct-entry", event: null, when: (_, item) => item.receivedOn !== null },
];

/**
 * What this person could do to this item now, in the order to offer it. `decide` still has the last word.
 * @param today null where the acts that hang on the day are not wanted
 */
export function availableActs(state: ProjectCase, item: Item, actor: Actor, pack: Pack, today: CivilDay | null = null): readonly CommandType[] {
  const foreign = actor.role === "reviewer" && actor.departmentCode !== item.departmentCode;
  return ITEM_ACTS.filter(
    ({ act, event, when }) =>
      may(actor, act) && !foreign && (event === null || canMove(event, item.status)) && (when?.(state, item, pack, actor, today) ?? true),
  ).map(({ act }) => act);
}
