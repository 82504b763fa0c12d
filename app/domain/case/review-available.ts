import { may } from "../access/permissions";
import type { CivilDay } from "../calendar/calendar-date";
import type { Actor } from "./context";
import { hasNothingLeft, needsMeeting } from "./joint-review/joint-review";
import { originalConditions } from "./joint-review/merged-opinion";
import { canReview } from "./joint-review/moves";
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
