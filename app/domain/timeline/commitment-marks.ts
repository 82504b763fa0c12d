import type { CivilDay } from "../calendar/calendar-date";
import { checksOf, commitmentsOf, isCheckOverdue, isRipe } from "../case/commitment/reads";
import type { CheckPoint, SupervisionCheck } from "../case/parts/project-commitment";
import type { ProjectCase } from "../case/state";
import type { StageCode } from "../pack/pack";

/** What a mark of a project commitment is about: its publicity, one of its points, the whole. */
export type CommitmentMarkAbout = CheckPoint | "publicity" | "commitment";
export type CommitmentMarkState = "check-due" | "check-over" | "rectify-by" | "rectify-over" | "kept" | "revoked";

export interface CommitmentMark {
  readonly kind: "commitment";
  readonly id: string;
  readonly on: CivilDay;
  readonly place: { readonly stage: StageCode };
  readonly about: CommitmentMarkAbout;
  readonly state: CommitmentMarkState;
}

/** The stage in whose line a mark stands: before the start with the permits, the rest with completion. */
const STAGE_OF: Readonly<Record<CommitmentMarkAbout, StageCode>> = {
  publicity: "S2",
  "before-start": "S3",
  construction: "S4",
  completion: "S4",
  verification: "S4",
  operation: "S4",
  commitment: "S3",
};

function ofCheck(check: SupervisionCheck, today: CivilDay): { readonly on: CivilDay | null; readonly state: CommitmentMarkState } | null {
  switch (check.status) {
    case "planned":
      return { on: check.dueOn, state: isCheckOverdue(check, today) ? "check-over" : "check-due" };
    case "rectifying":
    case "failed":
      return { on: check.rectifyBy, state: isRipe(check, today) ? "rectify-over" : "rectify-by" };
    case "met":
      return { on: check.recheckedOn ?? check.doneOn, state: "kept" };
    case "lapsed":
      return null;
  }
}

/** Publicity, supervision points, verification and revocation of the commitments of a case, as far as their days are known. */
export function commitmentMarks(state: Pick<ProjectCase, "commitments" | "supervisionChecks">, today: CivilDay): readonly CommitmentMark[] {
  return commitmentsOf(state).flatMap((commitment) => {
    const mark = (id: string, about: CommitmentMarkAbout, on: CivilDay | null, told: CommitmentMarkState): readonly CommitmentMark[] =>
      on === null ? [] : [{ kind: "commitment", id, on, place: { stage: STAGE_OF[about] }, about, state: told }];
    const { publicityTo } = commitment;
    return [
      ...mark(`${commitment.id} publicity`, "publicity", publicityTo, publicityTo !== null && publicityTo < today ? "kept" : "check-due"),
      ...checksOf(state, commitment.id).flatMap((check) => {
        const found = ofCheck(check, today);
        return found ? mark(check.id, check.point, found.on, found.state) : [];
      }),
      ...mark(`${commitment.id} end`, "commitment", commitment.breachedOn, "revoked"),
    ];
  });
}
