import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, lastRecordedDay, refuseBefore, refuseBlank, refuseFuture, refuseMove, refusePrerequisites } from "./guards";
import { isTracked } from "./moves";
import { refuseBeforePromise } from "./promised-items";
import { refuseUnderSimulation } from "./simulation/reads";
import type { ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** The applicant takes an item back (撤件 before acceptance, code 2; 撤回 after it, code 14). */
export function withdrawItem(state: ProjectCase, command: Of<"withdraw-item">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseMove(item, "item-withdrawn"),
    refuseUnderSimulation(state, item),
    refuseFuture(command.on, context),
    refuseBefore(command.on, lastRecordedDay(state, item), "recorded"),
    refuseBlank(command.reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "item-withdrawn", itemId: item.id, reason: command.reason, on: command.on }]);
}

/** A milestone or service is reached (land contract signed, survey delivered): only for items that no window accepts. */
export function completeMilestone(state: ProjectCase, command: Of<"complete-milestone">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    isTracked(item) ? null : { code: "item-must-be-accepted", itemNo: item.itemNo },
    refuseMove(item, "milestone-completed"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.plannedOn, "plan"),
    refuseBlank(command.reference, "reference"),
    refusePrerequisites(state, item, command.on),
    refuseBeforePromise(state, item, command.on, context.pack),
  );
  if (refusal) return refuse(refusal);
  return ok([
    { type: "milestone-completed", itemId: item.id, reference: command.reference, on: command.on, byId: context.actor.personId, byName: context.actor.name },
  ]);
}
