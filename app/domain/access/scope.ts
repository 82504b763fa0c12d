import type { Actor } from "../case/context";
import { isUnderWay } from "../case/joint-review/moves";
import type { Item, ProjectCase } from "../case/state";

/** Collections that say whose a case is to see; whoever asks loads them. */
export const SCOPE = ["items", "reviews", "standards"] as const;

/**
 * Whether a case exists for this person: their own centre's, for an investor their own enterprise's, for a reviewer one in which the
 * own department decides an item, was called to a joint review or handed down a standard of a commitment. Somebody else's case is not there (404), not forbidden.
 */
export function maySee(actor: Actor, state: Pick<ProjectCase, "project" | (typeof SCOPE)[number]>): boolean {
  if (state.project.centreId !== actor.centreId) return false;
  if (actor.role === "investor") return actor.enterpriseIds.includes(state.project.enterpriseId);
  if (actor.role !== "reviewer") return true;
  const own = actor.departmentCode;
  if (own === null) return false;
  return (
    Object.values(state.items).some((item) => item.departmentCode === own) ||
    Object.values(state.reviews).some((review) => review.departmentCodes.includes(own)) ||
    Object.values(state.standards).some((standard) => standard.departmentCode === own)
  );
}

/** Whether an item is this person's to act on: a reviewer's are those of the own department. */
export const mayActOn = (actor: Actor, item: Pick<Item, "departmentCode">): boolean =>
  actor.role !== "reviewer" || item.departmentCode === actor.departmentCode;

/**
 * Whether this person may read an item, its checklist and files: what is theirs to act on, and for a department called to a joint
 * review what that review is about, while it is under way. Nobody gives an opinion on a file they cannot see.
 */
export const mayRead = (actor: Actor, { reviews }: Pick<ProjectCase, "reviews">, item: Pick<Item, "id" | "stage" | "departmentCode" | "receivedOn">): boolean =>
  mayActOn(actor, item) ||
  Object.values(reviews).some(
    (review) =>
      isUnderWay(review) &&
      actor.departmentCode !== null &&
      review.departmentCodes.includes(actor.departmentCode) &&
      (review.itemId === null ? review.stage === item.stage && item.receivedOn !== null : review.itemId === item.id),
  );
