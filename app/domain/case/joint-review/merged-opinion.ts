import type { Pack } from "../../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import type { Settled, SettledCondition, Stance } from "../parts/joint-review";
import { silencesOf, waitedFor } from "../review-opinion";
import type { JointReview, Opinion, ProjectCase } from "../state";
import { namesOf, needsMeeting, opinionsOf, refuseNotLead, refuseReviewMove } from "./joint-review";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;
type Opinions = Pick<ProjectCase, "opinions">;
type Settlements = Opinions & Pick<ProjectCase, "settledConditions">;

/** One condition as its body wrote it. */
export interface OriginalCondition {
  readonly key: string;
  readonly departmentCode: string;
  readonly text: string;
}

/** Address of a condition inside its opinion, from 1. */
export const conditionKey = (opinion: Pick<Opinion, "id">, place: number): string => `${opinion.id}#${place + 1}`;

/** Every condition under which a called body agrees, in the order the opinions came. */
export const originalConditions = (state: Opinions, reviewId: string): readonly OriginalCondition[] =>
  [...opinionsOf(state, reviewId)]
    .sort((a, b) => (a.givenOn === b.givenOn ? (a.id < b.id ? -1 : 1) : a.givenOn < b.givenOn ? -1 : 1))
    .filter((opinion) => opinion.stance === "agree-with-conditions")
    .flatMap((opinion) => opinion.conditions.map((text, place) => ({ key: conditionKey(opinion, place), departmentCode: opinion.departmentCode, text })));

/**
 * A condition without what makes no difference: width of letters, capitals, spaces, commas, brackets and the final stop. Signs such as ≥
 * and decimal points stay, because 4.5 is not 45.
 */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s,、;:"'“”‘’()《》]/g, "")
    .replace(/[.。!]+$/, "");

/** Conditions with the same words together, in the order of the first of each. */
export function sameConditions(originals: readonly OriginalCondition[]): readonly (readonly OriginalCondition[])[] {
  const groups = new Map<string, OriginalCondition[]>();
  for (const one of originals) groups.set(plain(one.text), [...(groups.get(plain(one.text)) ?? []), one]);
  return [...groups.values()];
}

/** Settlements of a review that still count, in their order. */
export const settledOf = (state: Pick<ProjectCase, "settledConditions">, reviewId: string): readonly SettledCondition[] =>
  Object.values(state.settledConditions)
    .filter((settled) => settled.reviewId === reviewId && settled.replacedById === null)
    .sort((a, b) => a.ordinal - b.ordinal);

/** Conditions nobody has settled by hand yet. */
export function unsettledConditions(state: Settlements, reviewId: string): readonly OriginalCondition[] {
  const settled = new Set(settledOf(state, reviewId).flatMap(({ sources }) => sources));
  return originalConditions(state, reviewId).filter(({ key }) => !settled.has(key));
}

/** An earlier settlement that shares a condition with these, but not all of its own. */
function refuseBrokenPair(state: ProjectCase, review: JointReview, sources: readonly string[]): Refusal | null {
  const broken = settledOf(state, review.id).find(
    (settled) => settled.sources.some((key) => sources.includes(key)) && settled.sources.some((key) => !sources.includes(key)),
  );
  return broken ? { code: "settlement-breaks-pair", field: "sources", ordinal: broken.ordinal, count: broken.sources.length } : null;
}

const nextOrdinal = (state: ProjectCase, reviewId: string): number =>
  Object.values(state.settledConditions).filter((settled) => settled.reviewId === reviewId).length + 1;

/**
 * The lead settles conditions: takes one over, says equal ones once, or settles those that contradict each other and says how. Each original
 * condition keeps its way to the settled one; settling it again replaces the earlier settlement, all of whose conditions must be chosen again:
 * one left behind would be open unnoticed, and the merged opinion would carry it against the text that settled it.
 */
export function settleConditions(state: ProjectCase, command: Of<"settle-conditions">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const sources = [...new Set(command.sources)];
  const known = new Set(originalConditions(state, review.id).map(({ key }) => key));
  const refusal = firstRefusal(
    refuseNotLead(review, context),
    refuseReviewMove(review, "conditions-settled"),
    refuseFuture(command.on, context),
    refuseBefore(command.on, review.convenedOn, "convened"),
    sources.length === 0 ? { code: "settlement-needs-conditions", field: "sources" } : null,
    sources.some((key) => !known.has(key)) ? { code: "condition-unknown", field: "sources" } : null,
    command.relation === "single" && sources.length > 1 ? { code: "settlement-of-one", field: "relation" } : null,
    command.relation !== "single" && sources.length === 1 ? { code: "settlement-of-several", field: "relation" } : null,
    refuseBrokenPair(state, review, sources),
    refuseBlank(command.text, "text"),
    command.relation === "conflict" && !command.note?.trim() ? { code: "settlement-needs-note", field: "note" } : null,
  );
  if (refusal) return refuse(refusal);
  const { relation, text, note, on } = command;
  return ok([
    {
      type: "conditions-settled",
      reviewId: review.id,
      settlementId: context.newId(),
      ordinal: nextOrdinal(state, review.id),
      text: text.trim(),
      relation,
      sources,
      note,
      on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** What the opinions together come to, before the lead says otherwise: the least favourable of them. */
export function overallStance(state: Opinions, reviewId: string): Stance {
  const stances = opinionsOf(state, reviewId).map(({ stance }) => stance);
  if (stances.includes("disagree")) return "disagree";
  return stances.includes("agree-with-conditions") ? "agree-with-conditions" : "agree";
}

/** The merged stance may neither hide conditions nor make some up, and turns a disagreement round only with a reason. */
function refuseStance(state: ProjectCase, review: JointReview, { stance, reason }: Of<"merge-opinion">): Refusal | null {
  const conditions = originalConditions(state, review.id).length;
  const disputed = overallStance(state, review.id) === "disagree";
  if (stance === "agree" && conditions > 0) return { code: "merged-hides-conditions", field: "stance", count: conditions };
  if (stance === "agree-with-conditions" && conditions === 0) return { code: "merged-names-no-conditions", field: "stance" };
  return disputed !== (stance === "disagree") && !reason?.trim() ? { code: "merged-needs-reason", field: "reason" } : null;
}

/** Last day on which anybody answered or was recorded as silent. */
const lastAnswer = (state: ProjectCase, review: JointReview): string | null =>
  [review.heldOn ?? "", ...opinionsOf(state, review.id).map(({ givenOn }) => givenOn), ...silencesOf(state, review.id).map(({ recordedOn }) => recordedOn)]
    .sort()
    .at(-1) || null;

/** What the merged opinion still waits for: answers, the meeting; or that the review has ended. */
export function refuseUnready(state: Opinions & Pick<ProjectCase, "silences">, review: JointReview, pack: Pack): Refusal | null {
  const waiting = waitedFor(state, review);
  return firstRefusal(
    waiting.length > 0 && review.status !== "cancelled" ? { code: "review-waits-for", ...namesOf(waiting, pack) } : null,
    refuseReviewMove(review, "opinion-merged"),
    needsMeeting(review) && review.heldOn === null ? { code: "review-not-held", mode: review.mode } : null,
  );
}

/**
 * Tells the investor one opinion for all: every called body has answered, was counted by rule or left out with a reason; every condition
 * is in it once, those that were not settled by hand word for word. It is given once and has its own number.
 */
export function mergeOpinion(state: ProjectCase, command: Of<"merge-opinion">, context: Context): Result<readonly CaseEvent[]> {
  const review = state.reviews[command.reviewId];
  if (!review) return refuse({ code: "review-unknown" });
  const opinionNo = command.opinionNo.trim();
  const refusal = firstRefusal(
    refuseNotLead(review, context),
    refuseUnready(state, review, context.pack),
    refuseFuture(command.on, context),
    refuseBefore(command.on, lastAnswer(state, review), "answered"),
    refuseBlank(command.opinionNo, "opinionNo"),
    Object.values(state.reviews).some((other) => other.mergedNo === opinionNo) ? { code: "merged-number-used", field: "opinionNo", opinionNo } : null,
    refuseStance(state, review, command),
  );
  if (refusal) return refuse(refusal);
  const first = nextOrdinal(state, review.id);
  const carried = sameConditions(unsettledConditions(state, review.id)).map(
    (group, place): Settled => ({
      settlementId: context.newId(),
      ordinal: first + place,
      text: group[0]?.text ?? "",
      relation: group.length > 1 ? "duplicate" : "single",
      sources: group.map(({ key }) => key),
      note: null,
    }),
  );
  return ok([
    {
      type: "opinion-merged",
      reviewId: review.id,
      opinionNo,
      stance: command.stance,
      reason: command.reason,
      carried,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}
