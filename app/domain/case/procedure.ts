import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "./guards";
import { isOverdueOn } from "./review";
import type { ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Opens a special procedure (特别程序). A kind from the closed list of 行政许可法 art. 45 stops both clocks and needs a written
 * notice with the time it will take; a kind from the place's own list stops the committed clock alone. How long it will take is told
 * where no rule sets an end, so that none goes on for ever. Several may be open at once.
 * One that is entered only after the item fell overdue cannot reach back before the due day.
 * @param command.on first day of the procedure, civil day in Beijing time
 */
export function openProcedure(state: ProjectCase, command: Of<"open-procedure">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const kind = context.pack.procedures.find((candidate) => candidate.code === command.kind);
  const longest = kind?.maxWorkingDays.value ?? null;
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, "procedure-opened"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.acceptedOn, "accepted"),
    item.lateFrom !== null && command.on < item.lateFrom && isOverdueOn(state, item, context.today, context)
      ? { code: "procedure-cannot-cure-overdue", field: "on", lateFrom: item.lateFrom }
      : null,
    refuseBlank(command.reason, "reason"),
    !kind ? { code: "procedure-unknown-here", field: "kind", kind: command.kind } : null,
    kind?.stops === "both" && !command.noticeNo?.trim() ? { code: "procedure-needs-notice", field: "noticeNo" } : null,
    kind && (kind.stops === "both" || longest === null) && (command.toldWorkingDays ?? 0) < 1
      ? { code: "procedure-needs-length", field: "toldWorkingDays" }
      : null,
    longest !== null && (command.toldWorkingDays ?? 0) > longest ? { code: "procedure-too-long", field: "toldWorkingDays", longest } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "procedure-opened",
      itemId: item.id,
      procedureId: context.newId(),
      kind: command.kind,
      stops: kind?.stops ?? "committed",
      noticeNo: command.noticeNo,
      toldWorkingDays: command.toldWorkingDays,
      reason: command.reason,
      on: command.on,
      byId: context.actor.personId,
    },
  ]);
}

/** Ends a special procedure; the clocks go on the next counted day. */
export function closeProcedure(state: ProjectCase, command: Of<"close-procedure">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const procedure = state.procedures[command.procedureId];
  if (!procedure || procedure.itemId !== item.id) return refuse({ code: "procedure-unknown", field: "procedureId" });
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, "procedure-closed"),
    procedure.closedOn !== null ? { code: "procedure-already-closed", on: procedure.closedOn } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, procedure.openedOn, "procedure"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "procedure-closed", itemId: item.id, procedureId: procedure.id, on: command.on, outcome: command.outcome }]);
}
