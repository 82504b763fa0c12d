import type { ServiceRules } from "../../../domain/pack/practice";

export type RuleTopic = "correction" | "deferral" | "commitment" | "handling" | "complaints" | "other";

/** Which rules of conduct are read together; a rule that is not named here stands under `other`. */
const TOPIC_OF: Readonly<Partial<Record<string & keyof ServiceRules, RuleTopic>>> = {
  missedNoticeOutcome: "correction",
  deemedAcceptanceWorkingDays: "correction",
  correctionStillDefectiveOutcome: "correction",
  windowMayRefuse: "correction",
  deferralFailedOutcome: "deferral",
  deferralNeedsPromise: "deferral",
  deferralBarredByBadCredit: "deferral",
  deferralDecisionWaits: "deferral",
  noticeCommitmentCheckWorkingDays: "commitment",
  noticeCommitmentExcludes: "commitment",
  noticeCommitmentBarredByBadCredit: "commitment",
  noticeCommitmentCheckPersons: "commitment",
  breachSteps: "commitment",
  breachFines: "commitment",
  commitmentConditions: "commitment",
  commitmentNegativeList: "commitment",
  commitmentEffects: "commitment",
  commitmentPrecheckWorkingDays: "commitment",
  commitmentPublicityDays: "commitment",
  commitmentPoints: "commitment",
  simulatedOpinionMonths: "commitment",
  successorStart: "handling",
  twoLevelItems: "handling",
  intermediaryTime: "handling",
  jointReviewSilence: "handling",
  pickupWorkingDays: "handling",
  complaintWorkingDays: "complaints",
  complaintExtensionWorkingDays: "complaints",
  badRatingContactWorkingDays: "complaints",
  badRatingRectifyWorkingDays: "complaints",
  badRatingCallBackPercent: "complaints",
};

export const RULE_TOPICS: readonly RuleTopic[] = ["correction", "deferral", "commitment", "handling", "complaints", "other"];

export const topicOf = (rule: string): RuleTopic => TOPIC_OF[rule as keyof ServiceRules] ?? "other";
