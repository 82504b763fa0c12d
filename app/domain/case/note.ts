import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBlank, refuseOtherDepartment } from "./guards";
import type { ProjectCase } from "./state";

/** A note on the case or one item; internal unless the writer chooses to show it to the investor. */
export function addNote(state: ProjectCase, command: Extract<Command, { type: "add-note" }>, context: Context): Result<readonly CaseEvent[]> {
  const found = command.itemNo === null ? null : itemOf(state, command.itemNo);
  if (found && !found.ok) return found;
  const refusal = firstRefusal(refuseBlank(command.text, "text"), found ? refuseOtherDepartment(found.value.departmentCode, context) : null);
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "note-added",
      noteId: context.newId(),
      itemId: found?.value.id ?? null,
      text: command.text,
      shownToInvestor: command.shownToInvestor,
      on: context.today,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
