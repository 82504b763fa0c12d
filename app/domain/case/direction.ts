import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import { isDeemedAccepted } from "./correction";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove } from "./guards";
import { isTracked } from "./moves";
import type { Direction, DirectionEvent } from "./parts/direction";
import type { Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** The place gives its windows no veto (D24): only an explicit no counts, an unknown changes nothing. */
export const windowHasNoVeto = (pack: Pick<Pack, "rules">): boolean => pack.rules?.windowMayRefuse?.value === false;

/** Refuses a plain no where the window has none to give; the refusal names the three ways instead. */
export const refuseVeto = (context: Pick<Context, "pack">): Refusal | null => (windowHasNoVeto(context.pack) ? { code: "window-may-not-refuse" } : null);

const onlyWithoutVeto = (context: Pick<Context, "pack">): Refusal | null => (windowHasNoVeto(context.pack) ? null : { code: "window-may-refuse-here" });

/** Questions of an item that nobody has answered. */
export const openPaths = (state: Pick<ProjectCase, "directions">, itemId: string): readonly Direction[] =>
  Object.values(state.directions).filter((direction) => direction.itemId === itemId && direction.kind === "path" && direction.answeredOn === null);

/** While a question is with the manager the item waits; the law does not: past the notice period it is accepted all the same. */
export const refuseOpenPath = (state: ProjectCase, item: Item, on: string, context: Pick<Context, "calendar" | "pack">): Refusal | null =>
  openPaths(state, item.id).length > 0 && !isDeemedAccepted(item, on, context) ? { code: "path-not-answered", itemNo: item.itemNo } : null;

const happened = (item: Item, on: string, directionId: string, { actor }: Context) => ({
  itemId: item.id,
  directionId,
  on,
  byId: actor.personId,
  byName: actor.name,
});

/** Not our item: says which body is the right one and where it sits, and the item ends here (不设路障设路标). */
export function signpostItem(state: ProjectCase, command: Of<"signpost-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    onlyWithoutVeto(context),
    isTracked(item) ? { code: "tracked-item-is-not-accepted", itemNo: item.itemNo } : null,
    refuseMove(item, "item-signposted"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.completeOn ?? item.plannedOn, item.completeOn ? "received" : "plan"),
    isDeemedAccepted(item, command.on, context) ? { code: "already-deemed-accepted" } : null,
    refuseBlank(command.body, "body"),
    refuseBlank(command.place, "place"),
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  const { body, place, reason } = command;
  return ok([{ type: "item-signposted", ...happened(item, command.on, context.newId(), context), body, place, reason }]);
}

/** The law is unclear: the window asks the manager for a way instead of saying no (不给否决给路径); the item waits for the answer. */
export function seekPath(state: ProjectCase, command: Of<"seek-path">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    onlyWithoutVeto(context),
    isTracked(item) ? { code: "tracked-item-is-not-accepted", itemNo: item.itemNo } : null,
    refuseMove(item, "path-sought"),
    openPaths(state, item.id).length > 0 ? { code: "path-already-sought" } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.completeOn ?? item.plannedOn, item.completeOn ? "received" : "plan"),
    refuseBlank(command.question, "question"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "path-sought", ...happened(item, command.on, context.newId(), context), question: command.question }]);
}

/** The manager says how to go on: accept, tell what is missing, or where to send the applicant. */
export function answerPath(state: ProjectCase, command: Of<"answer-path">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const asked = Object.values(state.directions).find((direction) => direction.id === command.directionId && direction.itemId === item.id);
  if (asked?.kind !== "path") return refuse({ code: "path-unknown", field: "directionId" });
  const refusal = firstRefusal(
    asked.answeredOn !== null ? { code: "path-already-answered", on: asked.answeredOn } : null,
    refuseMove(item, "path-answered"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, asked.askedOn, "asked"),
    refuseBlank(command.answer, "answer"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "path-answered", ...happened(item, command.on, asked.id, context), answer: command.answer }]);
}

/** The right body the window named instead of a no (D24). */
export interface Signpost {
  readonly body: string;
  readonly place: string;
  readonly reason: string;
  readonly on: CivilDay;
}

/** Where an item was directed to; null where it was not, or what was said is not known. */
export function signpostOf(directions: readonly Pick<Direction, "itemId" | "kind" | "body" | "place" | "text" | "askedOn">[], itemId: string): Signpost | null {
  const found = directions.find((one) => one.itemId === itemId && one.kind === "signpost");
  return found ? { body: found.body ?? "", place: found.place ?? "", reason: found.text, on: found.askedOn } : null;
}

/** Rows that signposts and paths add or answer. */
export function evolveDirection(state: ProjectCase, event: DirectionEvent): ProjectCase {
  const { directionId: id, itemId } = event;
  const put = (direction: Direction): ProjectCase => ({ ...state, directions: { ...state.directions, [id]: direction } });
  if (event.type === "path-answered") {
    const asked = state.directions[id];
    if (!asked) throw new Error("path-answered names a question the case does not have");
    return put({ ...asked, answer: event.answer, answeredOn: event.on, answeredById: event.byId, answeredByName: event.byName });
  }
  const signpost = event.type === "item-signposted";
  return put({
    id,
    itemId,
    kind: signpost ? "signpost" : "path",
    text: signpost ? event.reason : event.question,
    body: signpost ? event.body : null,
    place: signpost ? event.place : null,
    askedOn: event.on,
    askedById: event.byId,
    askedByName: event.byName,
    answer: null,
    answeredOn: null,
    answeredById: null,
    answeredByName: null,
  });
}
