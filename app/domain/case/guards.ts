import { type CivilDay, parseDay } from "../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Context } from "./context";
import { canMove, isFulfilled, type MovingEventType } from "./moves";
import type { Item, Procedure, ProjectCase } from "./state";

/** The item with this number in the case; refuses when the case has none. */
export function itemOf(state: ProjectCase, itemNo: string): Result<Item> {
  const item = Object.values(state.items).find((candidate) => candidate.itemNo === itemNo);
  return item ? ok(item) : refuse({ code: "item-unknown", itemNo });
}

/**
 * Items of the plan that are still part of it, in plan order. An item that ended without what it was for and was filed again
 * stays in the case as history; only its latest filing is part of the plan.
 */
export function plannedItems<I extends Pick<Item, "code" | "status" | "ordinal">>(state: { readonly items: Readonly<Record<string, I>> }): readonly I[] {
  const latest = new Map<string, I>();
  for (const item of Object.values(state.items)) {
    const known = latest.get(item.code);
    if (item.status !== "dropped" && (known === undefined || known.ordinal < item.ordinal)) latest.set(item.code, item);
  }
  return [...latest.values()].sort((a, b) => a.ordinal - b.ordinal);
}

/** Refuses a move the state table forbids. */
export const refuseMove = (item: Item, event: MovingEventType): Refusal | null =>
  canMove(event, item.status) ? null : { code: "item-state-forbids", act: event, status: item.status, itemNo: item.itemNo };

/** Nothing is recorded for a day that does not exist or has not come. */
export function refuseFuture(on: CivilDay, context: Context): Refusal | null {
  if (parseDay(on) === null) return { code: "day-impossible", field: "on", value: on };
  return on > context.today ? { code: "day-in-future", field: "on", on, today: context.today } : null;
}

/** A reason, number or text that must say something. */
export const refuseBlank = (text: string | null, field: string): Refusal | null =>
  text === null || text.trim() === "" ? { code: "text-missing", field } : null;

/** Refuses a day before the one it must follow; the same day is allowed. */
export const refuseBefore = (on: CivilDay, earliest: CivilDay | null, what: string): Refusal | null =>
  earliest !== null && on < earliest ? { code: "day-before", field: "on", on, earliest, what } : null;

/** A department acts on its own items only (受审分离; design 1). */
export const refuseOtherDepartment = (departmentCode: string, context: Pick<Context, "actor">): Refusal | null =>
  context.actor.role === "reviewer" && context.actor.departmentCode !== departmentCode
    ? { code: "not-allowed-other-department", department: departmentCode }
    : null;

/** Withdrawn, and never asked for by the screening: an officer had added it. Nothing waits for it any more. */
export const isSetAside = ({ status, required }: Pick<Item, "status" | "required">): boolean => status === "withdrawn" && !required;

/** Prerequisites that have not ended with a grant or milestone by that day, by item name. */
export function missingPrerequisites(state: Pick<ProjectCase, "items">, item: Item, on: CivilDay): readonly Item[] {
  const byCode = new Map(plannedItems(state).map((other) => [other.code, other]));
  return item.prerequisites
    .map((code) => byCode.get(code))
    .filter((other): other is Item => other !== undefined && !isSetAside(other) && !(isFulfilled(other) && (other.endedOn ?? "") <= on));
}

/** A successor starts only when every item it needs has ended (浙江规定 art. 5; domain.md 2.2). */
export function refusePrerequisites(state: ProjectCase, item: Item, on: CivilDay): Refusal | null {
  const missing = missingPrerequisites(state, item, on);
  return missing.length === 0
    ? null
    : { code: "prerequisites-not-ended", itemNo: item.itemNo, missing: missing.map((other) => other.nameZh), missingEn: missing.map((other) => other.nameEn) };
}

/** The same refusal naming its item, for forms about several: the words of a refusal need not say which one it means. */
export const aboutItem = (refusal: Refusal, { itemNo, nameZh, nameEn }: Pick<Item, "itemNo" | "nameZh" | "nameEn">): Refusal => ({
  ...refusal,
  itemNo,
  ofItemZh: nameZh,
  ofItemEn: nameEn,
});

/** The first refusal of a list of checks, in order. */
export const firstRefusal = (...checks: readonly (Refusal | null)[]): Refusal | null => checks.find((check) => check !== null) ?? null;

/** Open special procedures of an item. */
export const openProcedures = <P extends Pick<Procedure, "itemId" | "closedOn">>(
  state: { readonly procedures: Readonly<Record<string, P>> },
  itemId: string,
): readonly P[] => Object.values(state.procedures).filter((procedure) => procedure.itemId === itemId && procedure.closedOn === null);

/** Last day on which anything of the item was recorded; nothing that ends it may come before. */
export function lastRecordedDay(state: ProjectCase, item: Item): CivilDay | null {
  const of = <T extends { readonly itemId: string | null }>(parts: Readonly<Record<string, T>>) =>
    Object.values(parts).filter((part) => part.itemId === item.id);
  const days = [
    item.plannedOn,
    item.receivedOn,
    item.completeOn,
    item.acceptedOn,
    item.reviewStartedOn,
    ...of(state.corrections).map((correction) => correction.notifiedOn),
    ...of(state.steps).map((step) => step.doneOn),
    ...of(state.procedures).flatMap((procedure) => [procedure.openedOn, procedure.closedOn]),
    ...of(state.extensions).flatMap((extension) => [extension.requestedOn, extension.decidedOn]),
    ...of(state.deferrals).flatMap((deferral) => [...deferral.supplied, ...deferral.waived].map((one) => one.on)),
    ...of(state.reviews).flatMap((review) => [review.convenedOn, review.mergedOn]),
  ];
  return days.reduce<CivilDay | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
