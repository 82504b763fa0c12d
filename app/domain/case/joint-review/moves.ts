import type { JointReview, JointReviewEvent, ReviewStatus } from "../parts/joint-review";

/** Events that happen to a review that exists. */
export type ReviewEvent = Exclude<JointReviewEvent, { type: "review-convened" }>;
type ReviewEventType = ReviewEvent["type"];

interface ReviewMove {
  readonly from: readonly ReviewStatus[];
  /** Absent where the status stays. */
  readonly to?: (status: ReviewStatus, nobodyWaited: boolean) => ReviewStatus;
}

/** The last answer closes it, whether or not the meeting took place before. */
const answered: ReviewMove["to"] = (status, nobodyWaited) => (nobodyWaited ? "closed" : status);

/**
 * The state table of a joint review. Nothing else moves its status: `decide` asks it before an event is born and `evolve` again.
 * @see RULES.md R-200
 */
export const REVIEW_MOVES: Readonly<Record<ReviewEventType, ReviewMove>> = {
  "review-rescheduled": { from: ["open", "held"] },
  "review-held": { from: ["open", "closed"], to: (status) => (status === "open" ? "held" : status) },
  "opinion-given": { from: ["open", "held"], to: answered },
  "silence-recorded": { from: ["open", "held"], to: answered },
  "conditions-settled": { from: ["open", "held", "closed"] },
  "opinion-merged": { from: ["closed"], to: () => "merged" },
  "review-cancelled": { from: ["open", "held", "closed"], to: () => "cancelled" },
};

/** Whether the table lets this event happen to a review in this state. */
export const canReview = (event: ReviewEventType, status: ReviewStatus): boolean => REVIEW_MOVES[event].from.includes(status);

/** State after the event; throws when the table forbids it, because an event is only ever recorded after `canReview`. */
export function reviewMoved(event: ReviewEventType, review: JointReview, nobodyWaited: boolean): ReviewStatus {
  const move = REVIEW_MOVES[event];
  if (!move.from.includes(review.status)) throw new Error(`${event} cannot happen to a joint review that is ${review.status}`);
  return move.to ? move.to(review.status, nobodyWaited) : review.status;
}

/** Still under way: nobody may be told a result yet, and its meeting may still lie ahead. */
export const isUnderWay = (review: Pick<JointReview, "status">): boolean => review.status === "open" || review.status === "held";

/** Ended for good. */
export const isReviewEnded = (review: Pick<JointReview, "status">): boolean => review.status === "merged" || review.status === "cancelled";
