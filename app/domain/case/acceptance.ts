import type { CivilDay } from "../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import { correctionNoticeDeadline, correctionsOf, isDeemedAccepted } from "./correction";
import { refuseOpenPath, refuseVeto } from "./direction";
import type { CaseEvent } from "./events";
import { aboutItem, firstRefusal, itemOf, plannedItems, refuseBefore, refuseBlank, refuseFuture, refuseMove, refusePrerequisites } from "./guards";
import { refuseMissingMaterials } from "./material";
import { isTracked } from "./moves";
import { refuseBeforePromise } from "./promised-items";
import { refuseUnderSimulation } from "./simulation/reads";
import type { Item, ProjectCase } from "./state";
import { isOutsideWindows, refuseAtWindow, windowNamed } from "./window";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type Accepted = Extract<CaseEvent, { type: "item-accepted" }>;

/** Registers the receipt (收件) of the materials of one or several items of the project by one act. All or none. */
export function receiveItems(state: ProjectCase, command: Of<"receive-items">, context: Context): Result<readonly CaseEvent[]> {
  if (command.itemNos.length === 0) return refuse({ code: "items-missing", field: "itemNos" });
  const events: CaseEvent[] = [];
  const itemNos = new Set(command.itemNos);
  for (const itemNo of itemNos) {
    const found = itemOf(state, itemNo);
    if (!found.ok) return found;
    const item = found.value;
    const refusal = firstRefusal(
      isTracked(item) ? { code: "tracked-item-is-not-accepted", itemNo } : null,
      refuseMove(item, "item-received"),
      refuseUnderSimulation(state, item),
      refuseFuture(command.on, context),
      refuseBefore(command.on, item.plannedOn, "plan"),
      refusePrerequisites(state, item, command.on),
      refuseBeforePromise(state, item, command.on, context.pack),
      refuseAtWindow(item, context),
    );
    if (refusal) return refuse(itemNos.size > 1 ? aboutItem(refusal, item) : refusal);
    const window = windowNamed(item, context);
    events.push({
      type: "item-received",
      itemId: item.id,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
      ...(command.channel ? { channel: command.channel } : {}),
      ...(window ? { window } : {}),
    });
  }
  return ok(events);
}

/** Why an item cannot be accepted; whether its materials suffice is asked apart where listed gaps are allowed. */
export const refuseAcceptance = (state: ProjectCase, item: Item, on: CivilDay, context: Context, gapsAllowed = false): Refusal | null =>
  firstRefusal(
    refuseMove(item, "item-accepted"),
    refuseFuture(on, context),
    refuseBefore(on, item.completeOn, "received"),
    refusePrerequisites(state, item, item.completeOn ?? on),
    refuseBeforePromise(state, item, item.completeOn ?? on, context.pack),
    refuseAtWindow(item, context),
    refuseOpenPath(state, item, on, context),
    gapsAllowed ? null : refuseMissingMaterials(state, item, on, context),
  );

/** The day of an acceptance entered on that day: a set completed after a correction is accepted on the day it arrived. */
export const acceptanceDay = (state: Pick<ProjectCase, "corrections">, item: Item, on: CivilDay): CivilDay =>
  Object.values(state.corrections).some((correction) => correction.itemId === item.id && correction.suppliedOn !== null) ? (item.completeOn ?? on) : on;

/**
 * The acceptance of an item. Past the notice period the law accepts it as of the day its set arrived, and a set completed after a
 * correction is accepted on the day it arrived: in both cases the window only records it.
 */
export function acceptance(state: ProjectCase, item: Item, on: CivilDay, acceptanceNo: string, joint: boolean, context: Context): Accepted {
  const deemed = isDeemedAccepted(item, on, context);
  const deadline = deemed ? correctionNoticeDeadline(item, context) : null;
  const window = windowNamed(item, context);
  // What the law accepted is only recorded, and somebody records it wherever they sit.
  const outside = !window && !deemed && isOutsideWindows(context);
  return {
    type: "item-accepted",
    itemId: item.id,
    on: deemed ? (item.completeOn ?? on) : acceptanceDay(state, item, on),
    ...(deadline === null ? {} : { knownFrom: context.calendar.nthWorkingDayAfter(deadline, 1) }),
    acceptanceNo,
    byId: context.actor.personId,
    byName: context.actor.name,
    joint,
    deemed,
    ...(window ? { window } : {}),
    ...(outside ? { outsideWindows: true as const } : {}),
  };
}

/**
 * Accepts one item (受理). Past the notice period it becomes a deemed acceptance dated back to receipt.
 * @see RULES.md (行政许可法 art. 32(4)–(5))
 */
export function acceptItem(state: ProjectCase, command: Of<"accept-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const refusal = refuseAcceptance(state, found.value, command.on, context);
  return refusal ? refuse(refusal) : ok([acceptance(state, found.value, command.on, command.acceptanceNo, false, context)]);
}

/** Unified acceptance (统一受理): every received item of the stage is accepted on one day by one act. All or none. */
export function acceptStage(state: ProjectCase, command: Of<"accept-stage">, context: Context): Result<readonly CaseEvent[]> {
  const waiting = plannedItems(state).filter((item) => item.stage === command.stage && (item.status === "received" || item.status === "correcting"));
  const correcting = waiting.filter((item) => item.status === "correcting");
  if (correcting.length > 0)
    return refuse({ code: "stage-has-open-correction", items: correcting.map((item) => item.nameZh), itemsEn: correcting.map((item) => item.nameEn) });
  if (waiting.length === 0) return refuse({ code: "stage-has-nothing-received", stage: command.stage });
  for (const item of waiting) {
    const refusal = refuseAcceptance(state, item, command.on, context);
    if (refusal) return refuse(aboutItem(refusal, item));
  }
  return ok(waiting.map((item) => acceptance(state, item, command.on, command.acceptanceNo, true, context)));
}

/** A list the applicant may still answer is answered, or its failure ruled on: no plain no goes round the days it gives. */
function refuseOpenCorrection(state: ProjectCase, item: Item): Refusal | null {
  const open = item.status === "correcting" ? correctionsOf(state, item.id).at(-1) : undefined;
  return open ? { code: "correction-not-answered", noticeNo: open.noticeNo } : null;
}

/**
 * Refuses acceptance (不予受理) in writing with a reason; the window may do so only with a numbered decision, and not while the
 * applicant has a list to answer.
 * @see RULES.md R-507
 */
export function refuseToAccept(state: ProjectCase, command: Of<"refuse-acceptance">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseMove(item, "acceptance-refused"),
    refuseVeto(context),
    refuseOpenCorrection(state, item),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.completeOn, "received"),
    isDeemedAccepted(item, command.on, context) ? { code: "already-deemed-accepted" } : null,
    refuseBlank(command.reason, "reason"),
    refuseBlank(command.decisionNo, "decisionNo"),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "acceptance-refused",
      itemId: item.id,
      on: command.on,
      reason: command.reason,
      decisionNo: command.decisionNo,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
