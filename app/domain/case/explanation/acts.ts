import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import { correctionsOf, isDeemedAccepted } from "../correction";
import type { CaseEvent } from "../events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "../guards";
import { isHandOf } from "../on-behalf";
import type { Explanation, ExplanationKind } from "../parts/explanation";
import { isOverdueOn } from "../review";
import type { Item, ProjectCase } from "../state";
import { canExplain } from "./moves";
import { acceptedReason, explanationsOf, openExplanation } from "./reads";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

const happened = (item: Item, on: string, kind: ExplanationKind, explanationId: string, { actor }: Context) => ({
  itemId: item.id,
  explanationId,
  kind,
  on,
  byId: actor.personId,
  byName: actor.name,
});

/** Only what runs and is late on that day has a delay to explain. */
const refuseInTime = (state: ProjectCase, item: Item, on: string, context: Context): Refusal | null =>
  item.running && isOverdueOn(state, item, on, context) ? null : { code: "item-not-overdue", itemNo: item.itemNo };

const refuseAccepted = (state: ProjectCase, item: Item): Refusal | null => {
  const accepted = acceptedReason(state, item.id);
  return accepted ? { code: "overdue-reason-accepted", on: accepted.ruledOn } : null;
};

/** The manager asks the department why an item is late. @see RULES.md R-402 */
export function askOverdueReason(state: ProjectCase, command: Of<"ask-overdue-reason">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const earlier = explanationsOf(state, item.id).find(({ kind }) => kind === "overdue");
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    refuseInTime(state, item, command.on, context),
    earlier ? { code: "overdue-reason-already-asked", on: earlier.askedOn ?? earlier.givenOn } : null,
    refuseBlank(command.question, "question"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "explanation-asked", ...happened(item, command.on, "overdue", context.newId(), context), question: command.question }]);
}

/** Whoever has the item says why it is late, to the manager, before it is closed. @see RULES.md R-403 */
export function explainOverdue(state: ProjectCase, command: Of<"explain-overdue">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const open = openExplanation(state, item.id, "overdue");
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseFuture(command.on, context),
    refuseAccepted(state, item),
    open && !canExplain("explanation-given", open.status) ? { code: "explanation-already-given", on: open.givenOn } : null,
    refuseInTime(state, item, command.on, context),
    refuseBefore(command.on, lastDayOf(open), "explanation"),
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  const id = open?.id ?? context.newId();
  return ok([{ type: "explanation-given", ...happened(item, command.on, "overdue", id, context), reason: command.reason, defects: [] }]);
}

/** The window says what a second list would ask for, and why the first did not. @see RULES.md R-404 */
export function seekSecondList(state: ProjectCase, command: Of<"seek-second-list">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const open = openExplanation(state, item.id, "second-list");
  const refusal = firstRefusal(
    refuseMove(item, "second-correction-allowed"),
    refuseFuture(command.on, context),
    correctionsOf(state, item.id).length === 0 ? { code: "first-correction-not-used" } : null,
    item.correctionAllowedReason !== null ? { code: "second-correction-already-allowed" } : null,
    open && !canExplain("explanation-given", open.status) ? { code: "explanation-already-given", on: open.givenOn } : null,
    isDeemedAccepted(item, command.on, context) ? { code: "already-deemed-accepted" } : null,
    refuseBefore(command.on, item.completeOn, "received"),
    refuseBefore(command.on, lastDayOf(open), "explanation"),
    command.defects.length === 0 ? { code: "defects-missing", field: "defects" } : null,
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  const { reason, defects } = command;
  return ok([{ type: "explanation-given", ...happened(item, command.on, "second-list", open?.id ?? context.newId(), context), reason, defects }]);
}

const lastDayOf = (open: Explanation | null): string | null => (open ? (open.ruledOn ?? open.askedOn) : null);

/** The manager accepts it or sends it back, never the own; accepting a wish for a second list allows that list. @see RULES.md */
export function ruleOnExplanation(state: ProjectCase, command: Of<"rule-on-explanation">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const given = state.explanations[command.explanationId];
  if (!given || given.itemId !== item.id) return refuse({ code: "explanation-unknown", field: "explanationId" });
  const allows = given.kind === "second-list" && command.accepted;
  const refusal = firstRefusal(
    canExplain("explanation-ruled", given.status) ? null : { code: "explanation-not-given", status: given.status },
    given.kind === "second-list" ? refuseMove(item, "second-correction-allowed") : null,
    isHandOf(context.actor, given.givenById) ? { code: "explainer-cannot-rule" } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, given.givenOn, "explanation"),
    allows && isDeemedAccepted(item, command.on, context) ? { code: "already-deemed-accepted" } : null,
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  const { accepted, reason } = command;
  const by = happened(item, command.on, given.kind, given.id, context);
  return ok([
    { type: "explanation-ruled", ...by, accepted, reason },
    ...(allows ? [{ type: "second-correction-allowed" as const, itemId: item.id, byId: by.byId, byName: by.byName, reason }] : []),
  ]);
}
