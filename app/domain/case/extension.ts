import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseMove, refuseOtherDepartment } from "./guards";
import { isHandOf } from "./on-behalf";
import { isOverdueOn } from "./review";
import type { Extension, Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

export const extensionsOf = (state: ProjectCase, itemId: string): readonly Extension[] =>
  Object.values(state.extensions).filter((extension) => extension.itemId === itemId);

/** Longest extension for this item, in days: by its law (行政许可法 art. 42 for ordinary permits), else by the place; null when neither provides one. */
export function longestExtension(item: Item, context: Pick<Context, "pack">): number | null {
  const entry = context.pack.items.find((candidate) => candidate.code === item.code);
  return entry?.statutory.extensionDays ?? entry?.committedExtensionWorkingDays.value ?? null;
}

/** The department asks for more time, once, before the item is overdue, with a reason that is told to the applicant. */
export function requestExtension(state: ProjectCase, command: Of<"request-extension">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const longest = longestExtension(item, context);
  const earlier = extensionsOf(state, item.id);
  const refusal = firstRefusal(
    refuseOtherDepartment(item.departmentCode, context),
    refuseMove(item, "extension-requested"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, item.acceptedOn, "accepted"),
    longest === null
      ? { code: "extension-not-provided" }
      : command.workingDays > longest
        ? { code: "extension-too-long", field: "workingDays", longest }
        : null,
    command.workingDays < 1 ? { code: "extension-too-short", field: "workingDays" } : null,
    earlier.some((extension) => extension.status !== "rejected") ? { code: "extension-already-asked" } : null,
    isOverdueOn(state, item, command.on, context) ? { code: "extension-after-due", lateFrom: item.lateFrom } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "extension-requested",
      itemId: item.id,
      extensionId: context.newId(),
      workingDays: command.workingDays,
      reason: command.reason,
      on: command.on,
      byId: context.actor.personId,
    },
  ]);
}

/** The head (here: a manager of the centre on the head's behalf) approves or rejects, not on the own request; once overdue it is too late to approve. */
export function ruleOnExtension(state: ProjectCase, command: Of<"rule-on-extension">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const extension = state.extensions[command.extensionId];
  if (!extension || extension.itemId !== item.id) return refuse({ code: "extension-unknown", field: "extensionId" });
  const refusal = firstRefusal(
    refuseMove(item, "extension-ruled"),
    extension.status !== "requested" ? { code: "extension-already-ruled" } : null,
    command.approved && isOverdueOn(state, item, command.on, context) ? { code: "extension-after-due", lateFrom: item.lateFrom } : null,
    refuseBlank(command.reason, "reason"),
    isHandOf(context.actor, extension.requestedById) ? { code: "requester-cannot-rule" } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, extension.requestedOn, "extension"),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "extension-ruled",
      itemId: item.id,
      extensionId: extension.id,
      approved: command.approved,
      reason: command.reason,
      on: command.on,
      byId: context.actor.personId,
    },
  ]);
}
