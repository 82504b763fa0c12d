import type { CivilDay } from "../../calendar/calendar-date";
import type { Commitment, SupervisionCheck } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { isInEffect } from "./moves";
import { checksOf } from "./reads";

type Days = Pick<Commitment, "status" | "inForceOn" | "completedOn" | "verifiedOn">;

/** Day from which the check at a point can be made: completion and verification once the works are completed, the operation once verified. */
export const pointFrom = ({ inForceOn, completedOn, verifiedOn }: Days, point: SupervisionCheck["point"]): CivilDay | null =>
  point === "completion" || point === "verification" ? completedOn : point === "operation" ? verifiedOn : inForceOn;

/**
 * Day since which a check waits for a day to be set: it is the next point of a promise in effect, and has none. Null where it has a day,
 * was made, or an earlier point is not met yet.
 * @see RULES.md R-348
 */
export function undatedSince(state: Pick<ProjectCase, "supervisionChecks">, commitment: Commitment, check: SupervisionCheck): CivilDay | null {
  if (check.status !== "planned" || check.dueOn !== null || !isInEffect(commitment)) return null;
  const next = checksOf(state, commitment.id).find(({ status }) => status !== "met");
  return next?.id === check.id ? pointFrom(commitment, check.point) : null;
}
