import { inherit } from "../../../app/domain/pack/inherit";
import type { CategoryCode, Pack, ScreeningQuestion, Sourced } from "../../../app/domain/pack/pack";
import type { PracticeSource } from "../../../app/domain/pack/practice";
import type { ItemSource, PackSource } from "../../../app/domain/pack/source";

export const stated = <T>(value: T): Sourced<T> => ({ value, source: "行政许可法", assumed: false });
export const assumed = <T>(value: T): Sourced<T> => ({ value, source: "", assumed: true });
export const unstated = <T>(): Sourced<T> => ({ value: null, source: "未见规定", assumed: false });
const words = (zh: string) => ({ zh, en: zh });

/** A national item of 5 assumed days; say only what the test is about. */
export const anItem = (change: Partial<ItemSource> = {}): ItemSource => ({
  name: words("事项"),
  stage: "S1",
  kind: "permit",
  type: "COMMIT",
  department: "zr",
  statutory: { days: 20, unit: "wd", extension: 10, from: "acceptance", source: "行政许可法第四十二条" },
  committed: assumed(5),
  committedExtension: unstated(),
  prerequisites: [],
  categories: ["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"],
  noticeCommitment: "no",
  deferral: true,
  core: ["申请表"],
  deferrable: ["照片"],
  ...change,
});

const option = (adds: readonly string[], drops: readonly string[] = []) => ({ text: words("答"), adds, drops });
export const aQuestion = (
  options: Record<string, readonly [adds: readonly string[], drops?: readonly string[]]>,
  categories: readonly CategoryCode[] = ["IND"],
): PackSource["questions"][string] => ({
  text: words("问"),
  help: null,
  categories,
  options: Object.fromEntries(Object.entries(options).map(([code, [adds, drops]]) => [code, option(adds, drops)])) as Record<
    string,
    Omit<ScreeningQuestion["options"][number], "code">
  >,
});

/** Every rule of practice, unstated but for what the law says. */
const aPractice = {
  bundles: { maxSteps: unstated(), materialReductionPercent: unstated() },
  ratings: {
    levels: stated([
      { level: 1, name: words("满意") },
      { level: 2, name: words("不满意") },
    ]),
    goodLevels: assumed([1]),
  },
  agency: { principles: unstated(), entitled: unstated(), scope: unstated(), free: unstated(), officersPerProject: unstated() },
  rules: {
    missedNoticeOutcome: stated("deemed-accepted" as const),
    deemedAcceptanceWorkingDays: stated(5),
    correctionStillDefectiveOutcome: unstated(),
    deferralFailedOutcome: unstated(),
    deferralNeedsPromise: unstated(),
    deferralBarredByBadCredit: unstated(),
    deferralDecisionWaits: unstated(),
    noticeCommitmentCheckWorkingDays: unstated(),
    noticeCommitmentExcludes: unstated(),
    noticeCommitmentBarredByBadCredit: unstated(),
    noticeCommitmentCheckPersons: unstated(),
    breachSteps: unstated(),
    breachFines: unstated(),
    commitmentConditions: unstated(),
    commitmentNegativeList: unstated(),
    commitmentEffects: unstated(),
    commitmentPrecheckWorkingDays: unstated(),
    commitmentPublicityDays: unstated(),
    commitmentPoints: unstated(),
    successorStart: unstated(),
    twoLevelItems: unstated(),
    intermediaryTime: unstated(),
    windowMayRefuse: unstated(),
    pickupWorkingDays: unstated(),
    complaintWorkingDays: unstated(),
    complaintExtensionWorkingDays: unstated(),
    badRatingContactWorkingDays: unstated(),
    badRatingRectifyWorkingDays: unstated(),
    badRatingCallBackPercent: unstated(),
    jointReviewSilence: unstated(),
    simulatedOpinionMonths: assumed(12),
  },
} satisfies PracticeSource;

/** A complete national source with no items and no questions. */
export function aNation(change: Partial<PackSource> = {}): PackSource {
  const category = { name: words("类"), budgetWorkingDays: unstated<number>(), budgetMode: assumed("union" as const) };
  const stage = { name: words("阶段"), leadDepartment: stated("zr"), limitWorkingDays: unstated<number>() };
  const type = (limit: Sourced<number>) => ({ name: words("类型"), steps: [], limitWorkingDays: limit });
  return {
    id: "national",
    place: { regionCode: "100000", name: words("全国") },
    name: words("全国"),
    inherits: null,
    validFrom: "2019-04-23",
    validTo: null,
    basis: [{ title: "行政许可法", number: null, source: "全文" }],
    categories: { GOV: category, SOC: category, LANDPLAN: category, SMALL: category, IND: category, TECH: category },
    stages: { S1: stage, S2: stage, S3: stage, S4: stage, P: stage },
    itemTypes: { INSTANT: type(assumed(1)), ONE_REVIEW: type(assumed(3)), COMMIT: type(unstated()), MILESTONE: type(unstated()), SERVICE: type(unstated()) },
    departments: { zr: { name: words("自然资源局"), shortName: words("资规") }, spj: { name: words("审批局"), shortName: words("审批") } },
    procedures: { hearing: { name: words("听证"), stops: "both", maxWorkingDays: stated(20), source: "行政许可法第四十五条" } },
    questions: {},
    parameters: {
      correctionNoticeWorkingDays: stated(5),
      startRule: stated("T+1"),
      pauseRule: assumed("after"),
      warnWorkingDays: assumed(1),
      deliveryWorkingDays: stated(10),
      correctionFailedOutcome: unstated(),
      correctionStopsCommittedClock: unstated(),
      conversionWorkingDays: assumed(3),
    },
    switches: { simulatedApproval: unstated(), commitment: unstated(), greenChannel: unstated() },
    transfers: [],
    items: {},
    ...aPractice,
    ...change,
  };
}

/** A place that states nothing of its own. */
export const aPlace = (change: Partial<PackSource> = {}): PackSource => ({
  ...aNation(),
  id: "somewhere",
  inherits: "national",
  categories: {},
  stages: {},
  itemTypes: {},
  departments: {},
  procedures: {},
  parameters: {},
  switches: {},
  bundles: {},
  ratings: {},
  agency: {},
  rules: {},
  ...change,
});

/** The resolved national pack; throws when the source has gaps, which is a fault of the test. */
export function resolvedNation(change: Partial<PackSource> = {}): Pack {
  const { pack, violations } = inherit(null, aNation(change));
  if (!pack) throw new Error(violations.map((violation) => violation.message).join("; "));
  return pack;
}
