import { may } from "../access/permissions";
import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import type { Refusal } from "../result";
import type { Actor } from "./context";
import { hasNothingLeft, needsMeeting, refuseNotLead } from "./joint-review/joint-review";
import { originalConditions, refuseUnready } from "./joint-review/merged-opinion";
import { canReview, isUnderWay } from "./joint-review/moves";
import type { JointReviewCommand } from "./parts/joint-review";
import { waitedFor } from "./review-opinion";
import type { JointReview, ProjectCase } from "./state";

type ReviewState = Pick<ProjectCase, "items" | "opinions" | "silences">;

export type ReviewAct = Exclude<JointReviewCommand["type"], "convene-review">;

/** Called bodies whose silence may be recorded on that day: the day for answers has passed, or they have nothing left to decide. */
export const silentBodies = (state: ReviewState, review: JointReview, today: CivilDay): readonly string[] =>
  canReview("silence-recorded", review.status)
    ? waitedFor(state, review).filter((code) => (review.replyBy !== null && today > review.replyBy) || hasNothingLeft(state, review, code))
    : [];

/** What this person could do to this joint review now, in the order to offer it. `decide` still has the last word. */
export function availableReviewActs(state: ReviewState, review: JointReview, actor: Actor, today: CivilDay): readonly ReviewAct[] {
  const leads = actor.role !== "reviewer" || actor.departmentCode === review.leadDepartmentCode;
  const own = actor.departmentCode;
  const acts: Readonly<Record<ReviewAct, boolean>> = {
    "give-opinion": canReview("opinion-given", review.status) && own !== null && waitedFor(state, review).includes(own),
    "hold-review": leads && canReview("review-held", review.status) && review.heldOn === null,
    "settle-conditions": leads && canReview("conditions-settled", review.status) && originalConditions(state, review.id).length > 0,
    "merge-opinion": leads && canReview("opinion-merged", review.status) && !(needsMeeting(review) && review.heldOn === null),
    "record-silence": leads && silentBodies(state, review, today).length > 0,
    "reschedule-review": canReview("review-rescheduled", review.status),
    "cancel-review": canReview("review-cancelled", review.status),
  };
  return (Object.keys(acts) as ReviewAct[]).filter((act) => acts[act] && may(actor, act));
}

/** Acts that are the lead body's. */
const LEAD_ACTS: readonly ReviewAct[] = ["hold-review", "settle-conditions", "merge-opinion", "record-silence"];

/** What stands in the way of an act on this joint review, in the words `decide` would refuse it with; null where its state alone tells. */
export function whyNotNow(state: ReviewState, review: JointReview, act: ReviewAct, { actor, pack }: { actor: Actor; pack: Pack }): Refusal | null {
  const foreign = LEAD_ACTS.includes(act) ? refuseNotLead(review, { actor, pack }) : null;
  if (foreign) return foreign;
  if (act === "merge-opinion") return refuseUnready(state, review, pack);
  const noReplyDay = act === "record-silence" && isUnderWay(review) && review.replyBy === null && waitedFor(state, review).length > 0;
  return noReplyDay ? { code: "silence-needs-reply-day" } : null;
}
