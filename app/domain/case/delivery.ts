import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseFuture, refuseMove } from "./guards";
import type { ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** The issuing window takes the result over from the department (统一出件; departments hand nothing out, Z24). */
export function issueResult(state: ProjectCase, command: Of<"issue-result">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseMove(item, "result-issued"),
    item.issuedOn !== null ? { code: "already-issued", on: item.issuedOn } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.decidedOn, "decided"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "result-issued", itemId: item.id, on: command.on, byId: context.actor.personId, byName: context.actor.name }]);
}

/** Hands the result over or posts it; within 10 working days of the decision (行政许可法 art. 44), a clock of its own. */
export function deliverResult(state: ProjectCase, command: Of<"deliver-result">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const refusal = firstRefusal(
    refuseMove(item, "result-delivered"),
    item.issuedOn === null ? { code: "not-issued-yet" } : null,
    item.deliveredOn !== null ? { code: "already-delivered", on: item.deliveredOn } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.issuedOn, "issued"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "result-delivered", itemId: item.id, method: command.method, receivedBy: command.receivedBy, on: command.on }]);
}
