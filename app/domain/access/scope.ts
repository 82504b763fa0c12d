import type { Actor } from "../case/context";
import type { ProjectCase } from "../case/state";

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
