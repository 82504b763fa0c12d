import type { CivilDay } from "../../calendar/calendar-date";
import type { Refusal } from "../../result";
import type { Commitment, SupervisionCheck } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { isInEffect } from "./moves";
import { checksOf } from "./reads";

type Days = Pick<Commitment, "status" | "inForceOn" | "completedOn" | "verifiedOn">;

/** Day from which the check at a point can be made: completion and verification once the works are completed, the operation once verified. */
export const pointFrom = ({ inForceOn, completedOn, verifiedOn }: Days, point: SupervisionCheck["point"]): CivilDay | null =>
  point === "completion" || point === "verification" ? completedOn : point === "operation" ? verifiedOn : inForceOn;

/** Points in their order: no verification over an unsettled point, no operation before the verification was passed. */
export function refuseOrder(state: Pick<ProjectCase, "supervisionChecks">, commitment: Commitment, point: SupervisionCheck["point"]): Refusal | null {
  if (point === "operation" && commitment.verifiedOn === null) return { code: "not-verified-no-operation", commitmentNo: commitment.commitmentNo };
  if (point === "completion" && commitment.completedOn === null) return { code: "works-not-completed", commitmentNo: commitment.commitmentNo };
  if (point !== "verification") return null;
  const left = checksOf(state, commitment.id).filter((check) => check.point !== "operation" && check.point !== "verification" && check.status !== "met");
  return left.length > 0 ? { code: "points-outstanding", points: left.map((check) => check.point) } : null;
}

/** Whether the check at a point can be made now: it is still to come, and what it looks at is there. */
export const isCheckable = (state: Pick<ProjectCase, "supervisionChecks">, commitment: Commitment, { status, point }: SupervisionCheck): boolean =>
  status === "planned" && refuseOrder(state, commitment, point) === null;

/** How often what was put right was looked at, from 0. Looks from before they were counted are known by their day, as one. */
export const looksMade = ({ looks, recheckedOn }: Pick<SupervisionCheck, "looks" | "recheckedOn">): number => Math.max(looks, recheckedOn === null ? 0 : 1);

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
