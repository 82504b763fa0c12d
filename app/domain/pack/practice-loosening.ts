import type { Pack, Sourced } from "./pack";
import type { ServiceRules } from "./practice";
import type { PackSource, Violation } from "./source";

type Add = (file: Violation["file"], path: Violation["path"], message: string) => void;
type Limit = (file: Violation["file"], path: Violation["path"], above: Sourced<number> | undefined, own: Sourced<number> | undefined) => void;

/** Limits on the authorities: fewer days are tighter. */
export const LIMITS = [
  "deemedAcceptanceWorkingDays",
  "noticeCommitmentCheckWorkingDays",
  "commitmentPrecheckWorkingDays",
  "complaintWorkingDays",
  "complaintExtensionWorkingDays",
  "badRatingContactWorkingDays",
  "badRatingRectifyWorkingDays",
] as const satisfies readonly (keyof ServiceRules)[];

/** Consequences and procedures: once a level with the power to make rules has settled them, the place below has no say (K01). */
const SETTLED = [
  "missedNoticeOutcome",
  "correctionStillDefectiveOutcome",
  "deferralFailedOutcome",
  "deferralNeedsPromise",
  "deferralBarredByBadCredit",
  "deferralDecisionWaits",
  "noticeCommitmentExcludes",
  "noticeCommitmentBarredByBadCredit",
  "breachSteps",
  "breachFines",
  "commitmentConditions",
  "commitmentNegativeList",
  "commitmentEffects",
  "successorStart",
  "twoLevelItems",
  "intermediaryTime",
  "windowMayRefuse",
  "jointReviewSilence",
] as const satisfies readonly (keyof ServiceRules)[];

const settled = (above: Sourced<unknown> | undefined, own: Sourced<unknown> | undefined): boolean =>
  above !== undefined && own !== undefined && !above.assumed && above.value !== null && JSON.stringify(own.value) !== JSON.stringify(above.value);

/** K01 for the practice of a place: limits may shrink, targets rise and fees not appear; what is settled above stays. */
export function loosenedPractice(parent: Pack, source: PackSource, add: Add, limit: Limit): void {
  for (const key of LIMITS) limit("pack", ["rules", key], parent.rules?.[key], source.rules?.[key]);
  for (const key of SETTLED) {
    const above = parent.rules?.[key];
    if (settled(above, source.rules?.[key])) add("pack", ["rules", key], `${key} is settled above (${above?.source}) and not the place's to change`);
  }
  if (settled(parent.agency?.free, source.agency?.free))
    add("pack", ["agency", "free"], `the agency is free of charge above (${parent.agency?.free.source}); a place may not charge`);
  for (const above of parent.targets ?? []) {
    const own = source.targets?.[above.code];
    const aim = above.percent;
    if (!own || aim.assumed || aim.value === null) continue;
    if (own.percent.value === null || own.percent.value < aim.value)
      add("pack", ["targets", above.code, "percent"], `the level above aims at ${aim.value} % (${aim.source}); a place may aim higher, not lower`);
    const extra = own.excludes.find((reason) => !above.excludes.includes(reason));
    if (extra) add("pack", ["targets", above.code, "excludes"], `${extra} is no reason above for leaving the target; a place may not add one`);
  }
}
