import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { dueDay } from "../clock/due-date";
import { clockSpecs } from "../clock/item-clocks";
import type { CatalogueItem, Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import { acceptance, refuseAcceptance } from "./acceptance";
import { checklistBegun, missingMaterials } from "./checklist";
import type { Command } from "./commands";
import type { Context } from "./context";
import { isDeemedAccepted } from "./correction";
import type { CaseEvent } from "./events";
import { deferralOf, openDeferral, outstandingOf } from "./gap";
import { broughtToChecklist } from "./gap-materials";
import { firstRefusal, itemOf, lastRecordedDay, refuseBefore, refuseBlank, refuseFuture, refuseMove } from "./guards";
import { isFulfilled } from "./moves";
import { isHandOf } from "./on-behalf";
import type { Deferral, DeferralOutcome, DeferralPackOutcome } from "./parts/deferral";
import { isOverdueOn } from "./review";
import type { Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type Refused = Refusal | null;

/** What the catalogue of the place says of the item's materials. */
const ruleOf = (item: Pick<Item, "code">, pack: Pack): CatalogueItem | undefined => pack.items.find((candidate) => candidate.code === item.code);

/** Materials of the item that the place has published as deferrable; empty where it allows no deferral. */
export function deferrableMaterials(item: Pick<Item, "code">, pack: Pack): readonly string[] {
  const rule = ruleOf(item, pack);
  return rule?.deferralAllowed ? rule.deferrableMaterials : [];
}

/**
 * Last day a deferral of an item accepted on that day may run to: the item's committed limit from acceptance (domain.md 5.3).
 * Null where nothing is committed.
 */
export function longestDeferral(
  item: Item,
  acceptedOn: CivilDay,
  { pack, calendar }: { readonly pack: Pack; readonly calendar: WorkingCalendar },
): CivilDay | null {
  const nothing = { corrections: {}, procedures: {}, extensions: {} };
  const { committed } = clockSpecs(nothing, { ...item, status: "accepted", acceptedOn }, pack);
  return committed === null ? null : dueDay(committed, calendar);
}

/** Outcomes a manager may confirm for a missed deadline: the place's own one, all of them where it states none. */
export function deferralOutcomes(item: Item, pack: Pack): readonly DeferralOutcome[] {
  if (isFulfilled(item)) return ["grant-revoked", "grant-kept"];
  const stated = pack.rules?.deferralFailedOutcome.value ?? null;
  return stated === null ? ["acceptance-revoked", "deemed-withdrawn", "refused"] : [stated];
}

/** The promise is required only where the place says so; where it says nothing it may be given or left out. */
function refusePromise({ promiseNo, promisedBy }: Of<"accept-with-gaps">, pack: Pack): Refused {
  const needed = pack.rules?.deferralNeedsPromise.value === true || promiseNo?.trim() || promisedBy?.trim();
  if (!needed) return null;
  if (!promiseNo?.trim()) return { code: "deferral-needs-promise", field: "promiseNo" };
  return promisedBy?.trim() ? null : { code: "deferral-needs-promise", field: "promisedBy" };
}

function refuseMaterials({ missing }: Of<"accept-with-gaps">, item: Item, pack: Pack): Refused {
  const listed = deferrableMaterials(item, pack);
  if (listed.length === 0) return { code: "deferral-not-allowed", itemNo: item.itemNo };
  if (missing.length === 0) return { code: "gaps-missing", field: "missing" };
  const strange = missing.filter((name) => !listed.includes(name));
  return strange.length > 0 ? { code: "material-not-deferrable", field: "missing", materials: strange } : null;
}

/** Where the window keeps a checklist, the gap is what the checklist lacks: no more, no less, and none of the core. */
function refuseChecklist(state: ProjectCase, { missing, on }: Of<"accept-with-gaps">, item: Item, pack: Pack): Refused {
  if (!checklistBegun(state, item.id)) return null;
  const { core, deferrable } = missingMaterials(state, item, pack, on);
  if (core.length > 0) return { code: "core-materials-missing", itemNo: item.itemNo, missing: core };
  const same = deferrable.length === new Set(missing).size && deferrable.every((name) => missing.includes(name));
  return same ? null : { code: "gaps-differ-from-checklist", field: "missing", materials: deferrable };
}

/**
 * Accepts an item while listed minor materials are missing (容缺受理): acceptance and deferral in one act. Core materials cannot
 * wait; the deadline of the gap lies within the item's committed limit; where the place says so a written promise is needed and an
 * enterprise with an unrepaired breach is refused. What the law already counts as accepted is complete and is not deferred.
 * @see RULES.md (domain.md 5.3; 浙江规定 art. 11, 滨州规定 art. 11, 安阳条例 art. 24)
 */
export function acceptWithGaps(state: ProjectCase, command: Of<"accept-with-gaps">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const { pack, actor } = context;
  const accepted = acceptance(state, item, command.on, command.acceptanceNo, false, context);
  const latest = longestDeferral(item, accepted.on, context);
  const refusal = firstRefusal(
    refuseAcceptance(state, item, command.on, context, true),
    isDeemedAccepted(item, command.on, context) ? { code: "deferral-after-deemed-acceptance", completeOn: item.completeOn } : null,
    refuseMaterials(command, item, pack),
    refuseChecklist(state, command, item, pack),
    refuseBlank(command.noticeNo, "noticeNo"),
    refusePromise(command, pack),
    pack.rules?.deferralBarredByBadCredit.value === true && (context.unrepairedBreaches ?? 0) > 0
      ? { code: "deferral-barred-by-credit", breaches: context.unrepairedBreaches }
      : null,
    command.supplyBy <= command.on ? { code: "day-before", field: "supplyBy", on: command.supplyBy, earliest: command.on, what: "accepted" } : null,
    latest !== null && command.supplyBy > latest ? { code: "deferral-too-long", field: "supplyBy", latest } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    accepted,
    {
      type: "deferral-granted",
      itemId: item.id,
      deferralId: context.newId(),
      noticeNo: command.noticeNo,
      promiseNo: command.promiseNo?.trim() || null,
      promisedBy: command.promisedBy?.trim() || null,
      missing: [...new Set(command.missing)],
      supplyBy: command.supplyBy,
      on: command.on,
      byId: actor.personId,
      byName: actor.name,
    },
  ]);
}

/** An item with its open deferral, or why there is none to act on. */
function openOf(state: ProjectCase, itemNo: string): Result<readonly [Item, Deferral]> {
  const found = itemOf(state, itemNo);
  if (!found.ok) return found;
  const deferral = deferralOf(state, found.value.id);
  if (!deferral) return refuse({ code: "deferral-unknown" });
  return deferral.status === "open" ? ok([found.value, deferral]) : refuse({ code: "deferral-not-open", on: deferral.endedOn });
}

/**
 * Some or all of the missing materials have arrived (容缺后补), at the window, by post or online. The day of arrival counts: entered
 * later it is still in time; arrived late it waits for more time or for the ruling.
 */
export function supplyDeferred(state: ProjectCase, command: Of<"supply-deferred">, context: Context): Result<readonly CaseEvent[]> {
  const open = openOf(state, command.itemNo);
  if (!open.ok) return open;
  const [item, deferral] = open.value;
  const outstanding = outstandingOf(deferral);
  const strange = command.names.filter((name) => !outstanding.includes(name));
  const refusal = firstRefusal(
    refuseMove(item, "deferral-supplied"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, deferral.grantedOn, "deferral"),
    command.names.length === 0 ? { code: "gaps-missing", field: "names" } : null,
    strange.length > 0 ? { code: "material-not-outstanding", field: "names", materials: strange } : null,
    command.on > deferral.supplyBy ? { code: "deferral-deadline-passed", field: "on", supplyBy: deferral.supplyBy } : null,
  );
  if (refusal) return refuse(refusal);
  const complete = outstanding.every((name) => command.names.includes(name));
  const names = [...new Set(command.names)];
  const listed = broughtToChecklist(state, item, names, command.as ?? "original", command.on, context);
  if (!listed.ok) return listed;
  return ok([{ type: "deferral-supplied", itemId: item.id, deferralId: deferral.id, names, complete, on: command.on }, ...listed.value]);
}

/** A manager moves the deadline for force majeure (不可抗力), with the reason; also after it passed, as long as nothing was ruled. */
export function extendDeferral(state: ProjectCase, command: Of<"extend-deferral">, context: Context): Result<readonly CaseEvent[]> {
  const open = openOf(state, command.itemNo);
  if (!open.ok) return open;
  const [item, deferral] = open.value;
  const earliest = command.on > deferral.supplyBy ? command.on : deferral.supplyBy;
  const refusal = firstRefusal(
    refuseMove(item, "deferral-extended"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, deferral.grantedOn, "deferral"),
    refuseBlank(command.reason, "reason"),
    command.supplyBy <= earliest ? { code: "deferral-not-extended", field: "supplyBy", earliest } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "deferral-extended",
      itemId: item.id,
      deferralId: deferral.id,
      from: deferral.supplyBy,
      supplyBy: command.supplyBy,
      reason: command.reason,
      on: command.on,
      byId: context.actor.personId,
    },
  ]);
}

/** Outcomes that are told to the applicant by a numbered decision. */
const BY_DECISION: readonly DeferralOutcome[] = ["acceptance-revoked", "refused", "grant-revoked"];

/**
 * A manager confirms what follows from a missed deadline: the place's outcome, or a choice with reasons where it states none. Whoever
 * accepted the item cannot refuse it this way either (受审分离).
 */
export function ruleOnDeferral(state: ProjectCase, command: Of<"rule-on-deferral">, context: Context): Result<readonly CaseEvent[]> {
  const open = openOf(state, command.itemNo);
  if (!open.ok) return open;
  const [item, deferral] = open.value;
  const outcomes = deferralOutcomes(item, context.pack);
  const refusal = firstRefusal(
    refuseMove(item, "deferral-ruled"),
    refuseFuture(command.on, context),
    command.on <= deferral.supplyBy ? { code: "deferral-still-running", supplyBy: deferral.supplyBy } : null,
    isFulfilled(item) ? refuseBefore(command.on, item.decidedOn, "decided") : refuseBefore(command.on, lastRecordedDay(state, item), "recorded"),
    refuseBlank(command.reason, "reason"),
    outcomes.includes(command.outcome) ? null : { code: "outcome-set-by-place", field: "outcome", outcomes: [...outcomes] },
    BY_DECISION.includes(command.outcome) ? refuseBlank(command.decisionNo, "decisionNo") : null,
    isHandOf(context.actor, item.acceptedById) ? { code: "acceptor-cannot-decide", name: context.actor.name } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "deferral-ruled",
      itemId: item.id,
      deferralId: deferral.id,
      outcome: command.outcome,
      reason: command.reason,
      decisionNo: BY_DECISION.includes(command.outcome) ? command.decisionNo : null,
      overdueReason: command.outcome === "refused" && isOverdueOn(state, item, command.on, context) ? command.reason : null,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** What the system proposes when the deadline has passed; null where the place states nothing or the permit is already granted. */
export const proposedDeferralOutcome = (item: Item, pack: Pack): DeferralPackOutcome | null =>
  isFulfilled(item) ? null : (pack.rules?.deferralFailedOutcome.value ?? null);

const changed = (state: ProjectCase, deferral: Deferral): ProjectCase => ({ ...state, deferrals: { ...state.deferrals, [deferral.id]: deferral } });

function ended(state: ProjectCase, itemId: string, on: CivilDay): ProjectCase {
  const open = openDeferral(state, itemId);
  return open ? changed(state, { ...open, status: "ended", endedOn: on, proposedOn: null }) : state;
}

/** What an event does to the deferrals of the case. An item that ends without a grant takes its open deferral with it. */
export function evolveDeferral(state: ProjectCase, event: CaseEvent): ProjectCase {
  switch (event.type) {
    case "deferral-granted": {
      const { deferralId: id, itemId, noticeNo, promiseNo, promisedBy, missing, supplyBy, byId, byName } = event;
      return changed(state, {
        id,
        itemId,
        noticeNo,
        promiseNo,
        promisedBy,
        missing,
        supplied: [],
        waived: [],
        grantedOn: event.on,
        grantedById: byId,
        grantedByName: byName,
        supplyBy,
        extendedFrom: null,
        extendedReason: null,
        extendedById: null,
        proposedOn: null,
        status: "open",
        outcome: null,
        outcomeReason: null,
        outcomeNo: null,
        endedOn: null,
        endedById: null,
        endedByName: null,
      });
    }
    case "deferral-supplied":
    case "deferral-waived":
    case "deferral-extended":
    case "deferral-proposed":
    case "deferral-ruled": {
      const deferral = state.deferrals[event.deferralId];
      if (!deferral) throw new Error(`${event.type} names a deferral the case does not have`);
      return changed(state, { ...deferral, ...factsOf(deferral, event) });
    }
    case "item-withdrawn":
      return ended(state, event.itemId, event.on);
    case "item-decided":
      return event.granted ? state : ended(state, event.itemId, event.on);
    default:
      return state;
  }
}

function factsOf(
  deferral: Deferral,
  event: Extract<CaseEvent, { type: "deferral-supplied" | "deferral-waived" | "deferral-extended" | "deferral-proposed" | "deferral-ruled" }>,
): Partial<Deferral> {
  switch (event.type) {
    case "deferral-supplied": {
      const supplied = [...deferral.supplied, ...event.names.map((name) => ({ name, on: event.on }))];
      return event.complete ? { supplied, status: "supplied", endedOn: event.on, proposedOn: null } : { supplied };
    }
    case "deferral-waived": {
      const { on, reason, byName } = event;
      const waived = [...deferral.waived, ...event.names.map((name) => ({ name, on, reason, byName }))];
      const status = deferral.supplied.length > 0 ? "supplied" : "waived";
      return event.complete ? { waived, status, endedOn: on, proposedOn: null } : { waived };
    }
    case "deferral-extended":
      return { supplyBy: event.supplyBy, extendedFrom: event.from, extendedReason: event.reason, extendedById: event.byId, proposedOn: null };
    case "deferral-proposed":
      return { proposedOn: event.on };
    case "deferral-ruled":
      return {
        status: "failed",
        outcome: event.outcome,
        outcomeReason: event.reason,
        outcomeNo: event.decisionNo,
        endedOn: event.on,
        endedById: event.byId,
        endedByName: event.byName,
        proposedOn: null,
      };
  }
}
