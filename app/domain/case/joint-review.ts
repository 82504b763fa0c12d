import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, plannedItems, refuseBefore, refuseFuture } from "./guards";
import type { Opinion, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

export const opinionsOf = (state: ProjectCase, reviewId: string): readonly Opinion[] =>
  Object.values(state.opinions).filter((opinion) => opinion.reviewId === reviewId);

/**
 * Calls the departments of a stage together (联合会审). The lead is the one the place names for the stage, or the department of
 * the first item where it names none. Only departments with an accepted item of the stage can be called.
 */
export function conveneReview(state: ProjectCase, command: Of<"convene-review">, context: Context): Result<readonly CaseEvent[]> {
  const accepted = plannedItems(state).filter((item) => item.stage === command.stage && (item.status === "accepted" || item.status === "in-review"));
  const present = new Set(accepted.map((item) => item.departmentCode));
  const called = [...new Set(command.departmentCodes)];
  const strangers = called.filter((code) => !present.has(code));
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    ...accepted.filter((item) => called.includes(item.departmentCode)).map((item) => refuseBefore(command.on, item.acceptedOn, "accepted")),
    called.length < 2 ? { code: "review-needs-two-departments", field: "departmentCodes" } : null,
    strangers.length > 0 ? { code: "department-has-no-item", field: "departmentCodes", departments: strangers } : null,
    Object.values(state.reviews).some((review) => review.stage === command.stage && review.status === "open") ? { code: "review-already-open" } : null,
    command.replyBy !== null && command.replyBy < command.on
      ? { code: "day-before", field: "replyBy", on: command.replyBy, earliest: command.on, what: "convened" }
      : null,
  );
  if (refusal) return refuse(refusal);
  const lead = context.pack.stages.find((stage) => stage.code === command.stage)?.leadDepartment.value ?? null;
  return ok([
    {
      type: "review-convened",
      reviewId: context.newId(),
      stage: command.stage,
      leadDepartmentCode: lead !== null && present.has(lead) ? lead : (accepted[0]?.departmentCode ?? called[0] ?? ""),
      departmentCodes: called,
      replyBy: command.replyBy,
      on: command.on,
    },
  ]);
}

/** A called department gives its opinion once; disagreement and agreement with conditions must say what. The last one closes the review. */
export function giveOpinion(state: ProjectCase, command: Of<"give-opinion">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  const department = context.actor.departmentCode;
  if (!review) return refuse({ code: "review-unknown" });
  if (department === null || !review.departmentCodes.includes(department))
    return refuse({ code: "not-allowed-other-department", department: department ?? "" });
  const refusal = firstRefusal(
    review.status === "closed" ? { code: "review-closed" } : null,
    opinionsOf(state, review.id).some((opinion) => opinion.departmentCode === department) ? { code: "opinion-already-given" } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, review.convenedOn, "convened"),
    command.stance !== "agree" && command.conditions.length === 0 ? { code: "opinion-needs-conditions", field: "conditions" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "opinion-given",
      reviewId: review.id,
      opinionId: context.newId(),
      departmentCode: department,
      stance: command.stance,
      conditions: command.conditions,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
