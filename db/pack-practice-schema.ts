import { z } from "zod";
import { category, code, day, days, percent, sourced, words } from "./pack-values";

/** Shape of the parts of `pack.yaml` that say how a place works beside its clocks. Every part may be left out: it is then inherited. */

const source = z.string().min(1);
const count = z.int().min(0);
const target = z.strictObject({
  name: words,
  percent: sourced(percent),
  by: day.nullable(),
  scope: words,
  excludes: z.array(z.enum(["law", "secrecy", "individual"])),
});
const complexity = z.strictObject({ name: words, limitWorkingDays: sourced(days), reductionPercent: sourced(percent) });
const bundle = z.strictObject({
  name: words,
  items: z.array(code),
  steps: z.array(words).min(1).nullable(),
  materials: z.array(z.string().min(1)).nullable(),
  source,
});
const windowKind = z.strictObject({
  name: words,
  accepts: z.enum(["everything", "everything-but-investment", "investment", "own-area", "own-department", "nothing"]),
  issues: z.boolean(),
  count: sourced(count),
  serves: z.array(words).default([]),
  source,
});
const level = z.int().min(1).max(10);
const fine = z.strictObject({ when: words, fromYuan: count, toYuan: count });
const limit = sourced(days).optional();
const yesNo = sourced(z.boolean()).optional();

const rules = z.strictObject({
  missedNoticeOutcome: sourced(z.enum(["deemed-accepted"])).optional(),
  deemedAcceptanceWorkingDays: limit,
  correctionStillDefectiveOutcome: sourced(z.enum(["not-accepted", "refused"])).optional(),
  deferralFailedOutcome: sourced(z.enum(["acceptance-revoked", "deemed-withdrawn", "refused"])).optional(),
  deferralNeedsPromise: yesNo,
  deferralBarredByBadCredit: yesNo,
  deferralDecisionWaits: yesNo,
  noticeCommitmentCheckWorkingDays: limit,
  noticeCommitmentExcludes: sourced(z.array(z.enum(["public-safety", "financial-security", "ecology", "life-health-property"]))).optional(),
  noticeCommitmentBarredByBadCredit: yesNo,
  noticeCommitmentCheckPersons: sourced(z.int().min(1).max(9)).optional(),
  breachSteps: sourced(z.array(z.enum(["rectify", "revoke", "credit-record", "barred-until-repaired", "warning", "fine"]))).optional(),
  breachFines: sourced(z.array(fine)).optional(),
  commitmentConditions: sourced(z.array(z.enum(["regional-assessment", "outside-negative-list", "written-promise", "publicity"]))).optional(),
  commitmentNegativeList: sourced(z.array(code)).optional(),
  commitmentEffects: sourced(z.array(z.enum(["at-once", "after-start"]))).optional(),
  commitmentPrecheckWorkingDays: limit,
  commitmentPublicityDays: limit,
  commitmentPoints: sourced(z.array(z.enum(["before-start", "construction", "completion", "operation"]))).optional(),
  successorStart: sourced(z.enum(["on-notice-of-result", "prepared-decides-on-result"])).optional(),
  twoLevelItems: sourced(z.enum(["either-level-accepts"])).optional(),
  intermediaryTime: sourced(z.enum(["outside-when-law-requires"])).optional(),
  windowMayRefuse: yesNo,
  pickupWorkingDays: limit,
  complaintWorkingDays: limit,
  complaintExtensionWorkingDays: limit,
  badRatingContactWorkingDays: limit,
  badRatingRectifyWorkingDays: limit,
  badRatingCallBackPercent: sourced(percent).optional(),
  jointReviewSilence: sourced(z.enum(["counts-as-agreement", "reported-to-manager"])).optional(),
  simulatedOpinionMonths: sourced(z.int().min(1).max(60)).optional(),
});

export const practiceFile = {
  targets: z.partialRecord(z.enum(["online-available", "one-network", "whole-online", "one-visit"]), target).optional(),
  processes: z.record(code, z.strictObject({ name: words, categories: z.array(category), source })).optional(),
  complexity: z.partialRecord(z.enum(["simple", "fairly-complex", "complex"]), complexity).optional(),
  bundles: z
    .strictObject({ maxSteps: sourced(count).optional(), materialReductionPercent: sourced(percent).optional(), menu: z.record(code, bundle).optional() })
    .optional(),
  windowKinds: z.record(code, windowKind).optional(),
  windowAreas: z.record(code, z.strictObject({ name: words, investment: z.boolean().optional(), source })).optional(),
  ratings: z
    .strictObject({
      levels: sourced(z.array(z.strictObject({ level, name: words })).min(2)).optional(),
      goodLevels: sourced(z.array(level)).optional(),
    })
    .optional(),
  agency: z
    .strictObject({
      principles: sourced(words).optional(),
      entitled: sourced(z.array(z.enum(["investment", "enterprise-investment", "construction", "major", "attracted", "key"]))).optional(),
      scope: sourced(z.array(z.enum(["full", "partial"]))).optional(),
      free: yesNo,
      officersPerProject: sourced(count).optional(),
    })
    .optional(),
  rules: rules.optional(),
};
