import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, refuseBefore, refuseFuture } from "./guards";
import { hasNothingLeft, namesOf, opinionsOf, refuseNotLead, refuseReviewMove } from "./joint-review/joint-review";
import type { ReviewSilence } from "./parts/joint-review";
import type { JointReview, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type Answers = Pick<ProjectCase, "opinions" | "silences">;

export const silencesOf = (state: Pick<ProjectCase, "silences">, reviewId: string): readonly ReviewSilence[] =>
  Object.values(state.silences).filter((silence) => silence.reviewId === reviewId);

/** Called bodies that neither answered nor had their silence recorded, in the order they were called. */
export function waitedFor(state: Answers, review: Pick<JointReview, "id" | "departmentCodes">): readonly string[] {
  const known = new Set([...opinionsOf(state, review.id), ...silencesOf(state, review.id)].map((one) => one.departmentCode));
  return review.departmentCodes.filter((code) => !known.has(code));
}

/** What the rules of the place say follows from silence; null where they say nothing (未规定). */
export const silenceRule = (pack: Pack) => pack.rules?.jointReviewSilence ?? null;

function refuseWords({ stance, conditions, reason }: Of<"give-opinion">): Refusal | null {
  const has = { conditions: conditions.some((one) => one.trim() !== ""), reason: (reason ?? "").trim() !== "" };
  if (stance === "agree-with-conditions") return has.conditions ? null : { code: "opinion-needs-conditions", field: "conditions" };
  if (has.conditions) return { code: "opinion-takes-no-conditions", field: "conditions", stance };
  return stance === "disagree" && !has.reason ? { code: "opinion-needs-reason", field: "reason" } : null;
}

/**
 * A called body gives its opinion once: it agrees, agrees on conditions that it names one by one, or disagrees and says why.
 * The last answer closes the review.
 */
export function giveOpinion(state: ProjectCase, command: Of<"give-opinion">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  const department = context.actor.departmentCode;
  if (!review) return refuse({ code: "review-unknown" });
  if (department === null || !review.departmentCodes.includes(department))
    return refuse({ code: "not-allowed-other-department", department: department ?? "" });
  const refusal = firstRefusal(
    opinionsOf(state, review.id).some((opinion) => opinion.departmentCode === department) ? { code: "opinion-already-given" } : null,
    silencesOf(state, review.id).some((silence) => silence.departmentCode === department) ? { code: "silence-already-recorded" } : null,
    refuseReviewMove(review, "opinion-given"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, review.convenedOn, "convened"),
    refuseWords(command),
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
      reason: command.reason,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** Silence counts only after the day set for answers, unless the body has nothing left to decide. */
function refuseTooEarly(state: ProjectCase, review: JointReview, { departmentCode, outcome, on }: Of<"record-silence">): Refusal | null {
  if (outcome === "excused" && hasNothingLeft(state, review, departmentCode)) return null;
  if (review.replyBy === null) return { code: "silence-needs-reply-day" };
  return on <= review.replyBy ? { code: "silence-too-early", field: "on", on, replyBy: review.replyBy } : null;
}

/**
 * Records what follows from a called body that does not answer. Where the place says silence counts as agreement, that is recorded on its
 * rule; where it sends the matter to the manager, only the manager decides; where it says nothing, the manager or the lead does, with a
 * reason. A body whose items have all ended is left out at once. So no review stays open for ever.
 */
export function recordSilence(state: ProjectCase, command: Of<"record-silence">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const { departmentCode, outcome, on } = command;
  const rule = silenceRule(context.pack);
  const byPlace = rule?.value === "counts-as-agreement" && outcome === "counts-as-agreement";
  const refusal = firstRefusal(
    refuseNotLead(review, context),
    refuseReviewMove(review, "silence-recorded"),
    review.departmentCodes.includes(departmentCode)
      ? null
      : { code: "department-not-called", field: "departmentCode", ...namesOf([departmentCode], context.pack) },
    waitedFor(state, review).includes(departmentCode)
      ? null
      : { code: "department-already-answered", field: "departmentCode", ...namesOf([departmentCode], context.pack) },
    rule?.value === "reported-to-manager" && context.actor.role !== "manager" ? { code: "silence-for-manager" } : null,
    refuseFuture(on, context),
    refuseBefore(on, review.convenedOn, "convened"),
    refuseTooEarly(state, review, command),
    !byPlace && !command.reason?.trim() ? { code: "silence-needs-reason", field: "reason" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "silence-recorded",
      reviewId: review.id,
      silenceId: context.newId(),
      departmentCode,
      outcome,
      basis: byPlace ? "place" : "person",
      reason: command.reason?.trim() || rule?.source || "",
      on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
