import { overlay } from "./overlay";
import type { Pack, Sourced } from "./pack";
import type { Agency, Bundle, ComplexityClass, Practice, ProcessTemplate, Ratings, ServiceRules, Target, WindowArea, WindowKind } from "./practice";
import type { Need, PackSource } from "./source";

/** Every key of the group exactly once: the compiler refuses a key that is forgotten. */
const keysOf = <T>(keys: Record<keyof T & string, true>): readonly (keyof T & string)[] => Object.keys(keys) as (keyof T & string)[];

const RULES = keysOf<ServiceRules>({
  missedNoticeOutcome: true,
  deemedAcceptanceWorkingDays: true,
  correctionStillDefectiveOutcome: true,
  deferralFailedOutcome: true,
  deferralNeedsPromise: true,
  deferralBarredByBadCredit: true,
  deferralDecisionWaits: true,
  noticeCommitmentCheckWorkingDays: true,
  noticeCommitmentExcludes: true,
  noticeCommitmentBarredByBadCredit: true,
  noticeCommitmentCheckPersons: true,
  breachSteps: true,
  breachFines: true,
  commitmentConditions: true,
  commitmentNegativeList: true,
  commitmentEffects: true,
  commitmentPrecheckWorkingDays: true,
  commitmentPublicityDays: true,
  commitmentPoints: true,
  successorStart: true,
  twoLevelItems: true,
  intermediaryTime: true,
  windowMayRefuse: true,
  pickupWorkingDays: true,
  complaintWorkingDays: true,
  complaintExtensionWorkingDays: true,
  badRatingContactWorkingDays: true,
  badRatingRectifyWorkingDays: true,
  badRatingCallBackPercent: true,
  jointReviewSilence: true,
  simulatedOpinionMonths: true,
});
const RATINGS = keysOf<Ratings>({ levels: true, goodLevels: true });
const AGENCY = keysOf<Agency>({ principles: true, entitled: true, scope: true, free: true, officersPerProject: true });

/** What a place states about its practice over what it inherits, complete; a value stated at no level is noted through `need`. */
export function practiceOf(parent: Pack | null, source: PackSource, need: Need): Practice {
  const group = <T>(name: string, keys: readonly (keyof T & string)[], own: Partial<T> | undefined, above: T | undefined): T =>
    Object.fromEntries(keys.map((key) => [key, need("pack", [name, key], own?.[key] as T[typeof key] | undefined, above?.[key])])) as T;
  const bundleRule = (key: "maxSteps" | "materialReductionPercent") =>
    need<Sourced<number>>("pack", ["bundles", key], source.bundles?.[key], parent?.bundles?.[key]);
  return {
    targets: overlay<Target>(parent?.targets, source.targets),
    processes: overlay<ProcessTemplate>(parent?.processes, source.processes),
    complexity: overlay<ComplexityClass>(parent?.complexity, source.complexity),
    bundles: {
      maxSteps: bundleRule("maxSteps"),
      materialReductionPercent: bundleRule("materialReductionPercent"),
      menu: overlay<Bundle>(parent?.bundles?.menu, source.bundles?.menu),
    },
    windowKinds: overlay<WindowKind>(parent?.windowKinds, source.windowKinds),
    windowAreas: overlay<WindowArea>(parent?.windowAreas, source.windowAreas),
    ratings: group<Ratings>("ratings", RATINGS, source.ratings as Partial<Ratings> | undefined, parent?.ratings),
    agency: group<Agency>("agency", AGENCY, source.agency as Partial<Agency> | undefined, parent?.agency),
    rules: group<ServiceRules>("rules", RULES, source.rules as Partial<ServiceRules> | undefined, parent?.rules),
  };
}
