import type { CivilDay } from "../../calendar/calendar-date";
import { ok, type Result, refuse } from "../../result";
import type { CheckPoint, Commitment, Objection, Standard, SupervisionCheck } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { isLiveCommitment } from "./moves";

type Commitments = Pick<ProjectCase, "commitments">;

/** The commitment with this number; refuses when the case has none. */
export function commitmentOf(state: Commitments, commitmentNo: string): Result<Commitment> {
  const found = Object.values(state.commitments).find((candidate) => candidate.commitmentNo === commitmentNo);
  return found ? ok(found) : refuse({ code: "commitment-unknown", commitmentNo });
}

/** Commitments of a case, first to last. */
export const commitmentsOf = (state: Commitments): readonly Commitment[] =>
  Object.values(state.commitments).sort((a, b) =>
    a.proposedOn === b.proposedOn ? (a.commitmentNo < b.commitmentNo ? -1 : 1) : a.proposedOn < b.proposedOn ? -1 : 1,
  );

/** The one that is on its way or in effect; null when there is none. */
export const liveCommitment = (state: Commitments): Commitment | null => Object.values(state.commitments).find(isLiveCommitment) ?? null;

const byOrdinal = (a: { readonly ordinal: number }, b: { readonly ordinal: number }): number => a.ordinal - b.ordinal;

/** The standards list of a commitment in its order. */
export const standardsOf = (state: Pick<ProjectCase, "standards">, commitmentId: string): readonly Standard[] =>
  Object.values(state.standards)
    .filter((standard) => standard.commitmentId === commitmentId)
    .sort(byOrdinal);

/** Objections to a commitment in the order they came. */
export const objectionsOf = (state: Pick<ProjectCase, "objections">, commitmentId: string): readonly Objection[] =>
  Object.values(state.objections)
    .filter((objection) => objection.commitmentId === commitmentId)
    .sort(byOrdinal);

/** In the order a project meets them. */
export const POINTS: readonly CheckPoint[] = ["before-start", "construction", "completion", "verification", "operation"];

/** The checks of a commitment in the order a project meets them. */
export const checksOf = (state: Pick<ProjectCase, "supervisionChecks">, commitmentId: string): readonly SupervisionCheck[] =>
  Object.values(state.supervisionChecks)
    .filter((check) => check.commitmentId === commitmentId)
    .sort((a, b) => POINTS.indexOf(a.point) - POINTS.indexOf(b.point) || (a.id < b.id ? -1 : 1));

/** A rectification that was found wanting, or whose last day has passed: it waits for the manager's ruling on a breach. */
export const isRipe = (check: Pick<SupervisionCheck, "status" | "rectifyBy">, on: CivilDay): boolean =>
  check.status === "failed" || (check.status === "rectifying" && check.rectifyBy !== null && check.rectifyBy < on);

/** A check the authority should have made by now. */
export const isCheckOverdue = (check: Pick<SupervisionCheck, "status" | "dueOn">, on: CivilDay): boolean =>
  check.status === "planned" && check.dueOn !== null && check.dueOn < on;

/** The last of these days; null where none is known. */
export const latest = (days: readonly (CivilDay | null)[]): CivilDay | null =>
  days.reduce<CivilDay | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/**
 * Last day recorded of a commitment on its way, objections, the rulings on them and signatures taken back among it; standards are written
 * side by side and are not.
 */
export const lastDayOnItsWay = (state: Pick<ProjectCase, "objections" | "signatures">, commitment: Commitment): CivilDay | null =>
  latest([
    commitment.proposedOn,
    commitment.appraisedOn,
    commitment.standardsOn,
    commitment.promisedOn,
    commitment.precheckedOn,
    commitment.supplementedOn,
    commitment.publicityFrom,
    ...objectionsOf(state, commitment.id).flatMap(({ receivedOn, ruledOn }) => [receivedOn, ruledOn]),
    ...Object.values(state.signatures).flatMap(({ subjectId, withdrawnOn }) => (subjectId === commitment.id ? [withdrawnOn] : [])),
  ]);
