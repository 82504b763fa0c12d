import type { JointReviewEvent, Settled, SettledCondition } from "../parts/joint-review";
import { waitedFor } from "../review-opinion";
import type { JointReview, ProjectCase } from "../state";
import { type ReviewEvent, reviewMoved } from "./moves";

type Convened = Extract<JointReviewEvent, { type: "review-convened" }>;

function convened(event: Convened): JointReview {
  const { reviewId: id, stage, leadDepartmentCode, departmentCodes, replyBy } = event;
  return {
    id,
    stage,
    leadDepartmentCode,
    convenedOn: event.on,
    replyBy,
    departmentCodes,
    status: "open",
    // Before invitations were recorded every review was a conference in writing.
    mode: event.mode ?? "conference",
    itemId: event.itemId ?? null,
    meetOn: event.meetOn ?? null,
    meetTime: event.meetTime ?? null,
    place: event.place ?? null,
    link: event.link ?? null,
    materialsWanted: event.materialsWanted ?? [],
    movedReason: null,
    heldOn: null,
    attendance: [],
    minutes: null,
    mergedOn: null,
    mergedNo: null,
    mergedStance: null,
    mergedReason: null,
    mergedById: null,
    mergedByName: null,
    cancelledOn: null,
    cancelledReason: null,
  };
}

/** What an event sets on its review beside the status, which only the state table moves. */
function reviewFacts(event: ReviewEvent): Partial<JointReview> {
  switch (event.type) {
    case "review-rescheduled": {
      const { meetOn, meetTime, place, link, replyBy, reason } = event;
      return { meetOn, meetTime, place, link, replyBy, movedReason: reason };
    }
    case "review-held":
      return { heldOn: event.on, attendance: event.attendance, minutes: event.minutes };
    case "opinion-merged":
      return {
        mergedOn: event.on,
        mergedNo: event.opinionNo,
        mergedStance: event.stance,
        mergedReason: event.reason,
        mergedById: event.byId,
        mergedByName: event.byName,
      };
    case "review-cancelled":
      return { cancelledOn: event.on, cancelledReason: event.reason };
    default:
      return {};
  }
}

type SettlingEvent = Extract<ReviewEvent, { type: "conditions-settled" | "opinion-merged" }>;

/** Adds settlements; an earlier one that shares a condition with a new one counts no more. */
function withSettlements(state: ProjectCase, event: SettlingEvent, added: readonly Settled[]): ProjectCase["settledConditions"] {
  const settledConditions: Record<string, SettledCondition> = { ...state.settledConditions };
  for (const { settlementId: id, ordinal, text, relation, sources, note } of added) {
    for (const earlier of Object.values(settledConditions)) {
      const shares = earlier.reviewId === event.reviewId && earlier.replacedById === null && earlier.sources.some((key) => sources.includes(key));
      if (shares) settledConditions[earlier.id] = { ...earlier, replacedById: id };
    }
    const { reviewId, on: settledOn, byId, byName } = event;
    settledConditions[id] = { id, reviewId, ordinal, text, relation, sources, note, settledOn, byId, byName, replacedById: null };
  }
  return settledConditions;
}

/** Rows that an event adds beside its review. */
function withAnswers(state: ProjectCase, event: ReviewEvent): ProjectCase {
  switch (event.type) {
    case "opinion-given": {
      const { opinionId: id, reviewId, departmentCode, stance, conditions, reason = null, byId, byName } = event;
      return {
        ...state,
        opinions: { ...state.opinions, [id]: { id, reviewId, departmentCode, stance, conditions, reason, givenOn: event.on, byId, byName } },
      };
    }
    case "silence-recorded": {
      const { silenceId: id, reviewId, departmentCode, outcome, basis, reason, byId, byName } = event;
      return {
        ...state,
        silences: { ...state.silences, [id]: { id, reviewId, departmentCode, outcome, basis, reason, recordedOn: event.on, byId, byName } },
      };
    }
    case "conditions-settled":
      return { ...state, settledConditions: withSettlements(state, event, [event]) };
    case "opinion-merged":
      return event.carried.length === 0 ? state : { ...state, settledConditions: withSettlements(state, event, event.carried) };
    default:
      return state;
  }
}

/** The state after an event of a joint review. */
export function evolveJointReview(state: ProjectCase, event: JointReviewEvent): ProjectCase {
  if (event.type === "review-convened") return { ...state, reviews: { ...state.reviews, [event.reviewId]: convened(event) } };
  const review = state.reviews[event.reviewId];
  if (!review) throw new Error(`${event.type} names a review the case does not have`);
  const next = withAnswers(state, event);
  const status = reviewMoved(event.type, review, waitedFor(next, review).length === 0);
  return { ...next, reviews: { ...next.reviews, [review.id]: { ...review, ...reviewFacts(event), status } } };
}
