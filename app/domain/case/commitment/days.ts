import type { CivilDay } from "../../calendar/calendar-date";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import type { Pack } from "../../pack/pack";
import type { Commitment, SupervisionCheck } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { checksOf } from "./reads";
import { precheckOf } from "./terms";

const earliest = (days: readonly (CivilDay | null)[]): CivilDay | null =>
  days.reduce<CivilDay | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);

/** What the day of the present step depends on, of the commitment itself. */
export type CountedCommitment = Pick<Commitment, "status" | "promisedOn" | "publicityTo">;

/** The day the present step of a commitment is due; null while nothing is waited for by a day. */
export function stepDueOn(commitment: CountedCommitment, checks: readonly SupervisionCheck[], pack: Pack, calendar: WorkingCalendar): CivilDay | null {
  switch (commitment.status) {
    case "in-precheck":
      return commitment.promisedOn === null ? null : calendar.nthWorkingDayAfter(commitment.promisedOn, precheckOf(pack).days);
    case "in-publicity":
      return commitment.publicityTo;
    case "rectifying":
      return earliest(checks.map(({ status, rectifyBy }) => (status === "rectifying" || status === "failed" ? rectifyBy : null)));
    case "in-force":
    case "verifying":
    case "in-operation":
      return earliest(checks.map((check) => (check.status === "planned" ? check.dueOn : null)));
    default:
      return null;
  }
}

/** The commitments of a case, each with the day its present step is due: preliminary check, publicity, rectification or next point. */
export function withCommitmentDays(
  state: Pick<ProjectCase, "commitments" | "supervisionChecks">,
  pack: Pack,
  calendar: WorkingCalendar,
): ProjectCase["commitments"] {
  return Object.fromEntries(
    Object.values(state.commitments).map((one) => [one.id, { ...one, dueOn: stepDueOn(one, checksOf(state, one.id), pack, calendar) }]),
  );
}
