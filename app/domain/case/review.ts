import type { CivilDay } from "../calendar/calendar-date";
import { readItem } from "../clock/item-clocks";
import { isDecidedAbove } from "../pack/level";
import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { openDeferral, refuseGap } from "./gap";
import { firstRefusal, itemOf, lastRecordedDay, openProcedures, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "./guards";
import { refuseUnmerged } from "./joint-review/joint-review";
import { refuseBesidePromise, refuseUnpromised } from "./notice-commitment/reads";
import { isHandOf } from "./on-behalf";
import { isDecidedAtOnce, refuseOverBreach } from "./promised-items";
import type { Item, ProjectCase, ReviewStep } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Steps recorded so far, in order. */
export const stepsOf = (state: ProjectCase, itemId: string): readonly ReviewStep[] =>
  Object.values(state.steps)
    .filter((step) => step.itemId === itemId)
    .sort((a, b) => a.ordinal - b.ordinal);

/** Steps the place asks of this type of item, in order; the last one is the decision itself. Empty where the place does not say. */
export const stepsRequired = (item: Pick<Item, "type">, pack: Pack) => pack.itemTypes.find((type) => type.code === item.type)?.steps ?? [];

/** The step that must be recorded next, or null when only the decision is left. */
export function nextStep(state: ProjectCase, item: Item, pack: Pack) {
  const required = stepsRequired(item, pack);
  const done = stepsOf(state, item.id).length;
  return done < required.length - 1 ? (required[done] ?? null) : null;
}

/** Where the place asks for separate persons, nobody takes two consecutive steps: one examines, another checks (一审一核, H19). */
function refuseSamePerson(state: ProjectCase, item: Item, context: Context): Refusal | null {
  const last = stepsOf(state, item.id).at(-1);
  const separate = context.pack.itemTypes.find((type) => type.code === item.type)?.separatePersons === true;
  return separate && last?.byId === context.actor.personId ? { code: "same-person-as-last-step", name: last.byName } : null;
}

/** The department takes the accepted item up (部门开始办理, code 8). */
export function startReview(state: ProjectCase, command: Of<"start-review">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, "review-started"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.acceptedOn, "accepted"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "review-started", itemId: item.id, on: command.on, byId: context.actor.personId, byName: context.actor.name }]);
}

/** Records one step inside the department, in the order the place sets. */
export function recordStep(state: ProjectCase, command: Of<"record-step">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const next = nextStep(state, item, context.pack);
  const last = stepsOf(state, item.id).at(-1);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, "step-recorded"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, last?.doneOn ?? item.reviewStartedOn, "step"),
    next === null
      ? { code: "no-step-left" }
      : next.code !== command.step
        ? { code: "step-out-of-order", expected: next.name.zh, expectedEn: next.name.en }
        : null,
    refuseSamePerson(state, item, context),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "step-recorded",
      itemId: item.id,
      stepId: context.newId(),
      ordinal: stepsOf(state, item.id).length + 1,
      step: command.step,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
      remark: command.remark,
    },
  ]);
}

/** Whether a decision on that day comes after the due day of one of the clocks. */
export function isOverdueOn(state: ProjectCase, item: Item, on: CivilDay, context: Pick<Context, "pack" | "calendar">): boolean {
  const { lateFrom } = readItem(state, item, context.pack, context.calendar, on);
  return lateFrom !== null && on >= lateFrom;
}

/** What stands in the way of any decision on that day, however the department came to it. The person who accepted it may not decide. */
export const refuseDecision = (
  state: ProjectCase,
  item: Item,
  { on, decisionNo, granted = true }: { readonly on: CivilDay; readonly decisionNo: string; readonly granted?: boolean },
  context: Context,
): Refusal | null =>
  firstRefusal(
    refuseMove(item, "item-decided"),
    refuseFuture(on, context),
    refuseBefore(on, lastRecordedDay(state, item), "recorded"),
    refuseBlank(decisionNo, "decisionNo"),
    isHandOf(context.actor, item.acceptedById) ? { code: "acceptor-cannot-decide", name: context.actor.name } : null,
    openProcedures(state, item.id).length > 0 ? { code: "procedure-still-open" } : null,
    refuseGap(state, item, context.pack),
    refuseUnmerged(state, item),
    granted ? refuseOverBreach(state, item, on) : null,
  );

/**
 * Decides an item: grant or refuse. The person who accepted it, or took the step before, may not decide; a refusal needs a
 * reason (行政许可法 art. 38); closing overdue needs a reason the public may read (优化营商环境条例 art. 36).
 */
export function decideItem(state: ProjectCase, command: Of<"decide-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  // On a promise in force the department decides directly, without the steps of a review.
  const atOnce = isDecidedAtOnce(item, command.on);
  const next = atOnce ? null : nextStep(state, item, context.pack);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    isDecidedAbove(item.code, context.pack) ? { code: "item-decided-above", itemNo: item.itemNo } : null,
    command.granted ? firstRefusal(refuseBesidePromise(state, item), refuseUnpromised(state, item, context.pack)) : null,
    item.status === "accepted" && item.type !== "INSTANT" && !atOnce ? { code: "review-not-started" } : null,
    refuseDecision(state, item, command, context),
    next !== null ? { code: "step-missing", step: next.name.zh, stepEn: next.name.en } : null,
    refuseSamePerson(state, item, context),
    !command.granted && !command.reason?.trim() ? { code: "refusal-needs-reason", field: "reason" } : null,
  );
  if (refusal) return refuse(refusal);
  const overdue = isOverdueOn(state, item, command.on, context);
  if (overdue && !command.overdueReason?.trim()) return refuse({ code: "overdue-needs-reason", field: "overdueReason", lateFrom: item.lateFrom });
  return ok([
    {
      type: "item-decided",
      itemId: item.id,
      granted: command.granted,
      decisionNo: command.decisionNo,
      reason: command.reason,
      overdueReason: overdue ? command.overdueReason : null,
      ...(command.granted && openDeferral(state, item.id) ? { withGap: true } : {}),
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
