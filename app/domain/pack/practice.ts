import type { CategoryCode, Sourced, Words } from "./values";

/** How a place works beside its clocks: what it aims at, who serves whom at which window, and what follows from a broken promise. */

/** 网上可办率 · 一网通办率 · 可全程网办率 · 最多跑一次比例. */
export type TargetCode = "online-available" | "one-network" | "whole-online" | "one-visit";
/** Why an item or case leaves the denominator: excepted by law, secrecy and safety, or a few items the place sets apart. */
export type TargetExclusion = "law" | "secrecy" | "individual";

/** A share the place wants to reach. The measure itself belongs to the statistics; the pack says how high, by when and over what. */
export interface Target {
  readonly code: TargetCode;
  readonly name: Words;
  /** 0 to 100, at least. Null when the place names the aim without a share. */
  readonly percent: Sourced<number>;
  /** Last day to reach it, a civil day. */
  readonly by: string | null;
  /** What is counted, over what. */
  readonly scope: Words;
  readonly excludes: readonly TargetExclusion[];
}

/** A parallel-approval process (F02). Without categories it is named by the place and handled outside this product. */
export interface ProcessTemplate {
  readonly code: string;
  readonly name: Words;
  readonly categories: readonly CategoryCode[];
  readonly source: string;
}

export type ComplexityCode = "simple" | "fairly-complex" | "complex";

/** 一般 · 较为复杂 · 复杂 (D19): a limit in working days, or a share by which the statutory limit is cut. */
export interface ComplexityClass {
  readonly code: ComplexityCode;
  readonly name: Words;
  readonly limitWorkingDays: Sourced<number>;
  readonly reductionPercent: Sourced<number>;
}

/** 一件事: several items filed together with one set of materials. */
export interface Bundle {
  readonly code: string;
  readonly name: Words;
  /** Items of the catalogue; empty when the bundle lies outside investment. */
  readonly items: readonly string[];
  /** Null when the place has published none. */
  readonly steps: readonly Words[] | null;
  readonly materials: readonly string[] | null;
  readonly source: string;
}

export interface Bundles {
  readonly maxSteps: Sourced<number>;
  /** Materials of a bundle against the sum of its items' materials (D18), in percent. */
  readonly materialReductionPercent: Sourced<number>;
  readonly menu: readonly Bundle[];
}

/** What a kind of window may accept. Issuing results is a permission of its own (F11). */
export type WindowAccepts = "everything" | "everything-but-investment" | "investment" | "own-area" | "own-department" | "nothing";

export interface WindowKind {
  readonly code: string;
  readonly name: Words;
  readonly accepts: WindowAccepts;
  readonly issues: boolean;
  readonly count: Sourced<number>;
  /** Departments behind one comprehensive window, as the source names them (F07). */
  readonly serves: readonly Words[];
  readonly source: string;
}

export interface WindowArea {
  readonly code: string;
  readonly name: Words;
  /** The area in which investment projects are handled: windows of their own area take them only here. */
  readonly investment?: boolean | undefined;
  readonly source: string;
}

/** 好差评. Level 1 is the best (GB/T 39046-2020 A.8). */
export interface Ratings {
  readonly levels: Sourced<readonly { readonly level: number; readonly name: Words }[]>;
  /** Levels that count as good in 好评率 and 满意率. */
  readonly goodLevels: Sourced<readonly number[]>;
}

export type Entitlement = "investment" | "enterprise-investment" | "construction" | "major" | "attracted" | "key";

/** 代办: for whom, how much of the way and on what principles. */
export interface Agency {
  readonly principles: Sourced<Words>;
  readonly entitled: Sourced<readonly Entitlement[]>;
  readonly scope: Sourced<readonly ("full" | "partial")[]>;
  /** No fee for the service; statutory fees stay with the applicant. */
  readonly free: Sourced<boolean>;
  readonly officersPerProject: Sourced<number>;
}

export type BreachStep = "rectify" | "revoke" | "credit-record" | "barred-until-repaired" | "warning" | "fine";
export type ExcludedDomain = "public-safety" | "financial-security" | "ecology" | "life-health-property";
export type CommitmentCondition = "regional-assessment" | "outside-negative-list" | "written-promise" | "publicity";
/** What a project commitment does for an item: decided at once on the promise, or not needed before the start and issued after verification. */
export type CommitmentEffect = "at-once" | "after-start";
/** 开工前 · 建设期 · 竣工 · 投产. */
export type SupervisionPoint = "before-start" | "construction" | "completion" | "operation";

/** Rules of conduct that differ between places: what follows from a missed notice, a gap, a promise, a complaint. */
export interface ServiceRules {
  /** No list of defects within the notice period (行政许可法 art. 32). */
  readonly missedNoticeOutcome: Sourced<"deemed-accepted">;
  /** Working days after which the law deems the application accepted; a shorter local notice period does not move it. */
  readonly deemedAcceptanceWorkingDays: Sourced<number>;
  /** Corrected in time but still not in order. */
  readonly correctionStillDefectiveOutcome: Sourced<"not-accepted" | "refused">;
  /** 容缺 material not supplied in time. */
  readonly deferralFailedOutcome: Sourced<"acceptance-revoked" | "deemed-withdrawn" | "refused">;
  readonly deferralNeedsPromise: Sourced<boolean>;
  readonly deferralBarredByBadCredit: Sourced<boolean>;
  /** True: no decision before the gap is closed. False: 办结（容缺通过） is possible. */
  readonly deferralDecisionWaits: Sourced<boolean>;
  /** 告知承诺: working days after the decision within which the promise is checked. */
  readonly noticeCommitmentCheckWorkingDays: Sourced<number>;
  readonly noticeCommitmentExcludes: Sourced<readonly ExcludedDomain[]>;
  /** An enterprise with an unrepaired breach may not promise. */
  readonly noticeCommitmentBarredByBadCredit: Sourced<boolean>;
  /** Persons a check of a promise needs, at least. */
  readonly noticeCommitmentCheckPersons: Sourced<number>;
  /** In order: what follows when a promise is found broken. */
  readonly breachSteps: Sourced<readonly BreachStep[]>;
  readonly breachFines: Sourced<readonly { readonly when: Words; readonly fromYuan: number; readonly toYuan: number }[]>;
  /** 承诺制 of a whole project: what must be met first. */
  readonly commitmentConditions: Sourced<readonly CommitmentCondition[]>;
  /** Items whose presence in a plan puts the project on the negative list of the commitment system (高污染、高能耗、高风险). */
  readonly commitmentNegativeList: Sourced<readonly string[]>;
  readonly commitmentEffects: Sourced<readonly CommitmentEffect[]>;
  /** Working days for the preliminary check (预审) of the promise. */
  readonly commitmentPrecheckWorkingDays: Sourced<number>;
  /** Calendar days a promise is made public before it takes effect. */
  readonly commitmentPublicityDays: Sourced<number>;
  readonly commitmentPoints: Sourced<readonly SupervisionPoint[]>;
  /** Serial items: the successor starts on written notice of the result, or prepares beforehand and decides on it at once. */
  readonly successorStart: Sourced<"on-notice-of-result" | "prepared-decides-on-result">;
  /** Items that need two levels of government. */
  readonly twoLevelItems: Sourced<"either-level-accepts">;
  /** Time of an intermediary hired by the deciding body. */
  readonly intermediaryTime: Sourced<"outside-when-law-requires">;
  /** False: the window gives a signpost, a list or a path, never a plain no (D24). */
  readonly windowMayRefuse: Sourced<boolean>;
  /** Working days after issue within which a result at the window should have been collected; later it is followed up. */
  readonly pickupWorkingDays: Sourced<number>;
  readonly complaintWorkingDays: Sourced<number>;
  readonly complaintExtensionWorkingDays: Sourced<number>;
  readonly badRatingContactWorkingDays: Sourced<number>;
  readonly badRatingRectifyWorkingDays: Sourced<number>;
  readonly badRatingCallBackPercent: Sourced<number>;
  /** A body called to a joint review that does not answer by the day set. */
  readonly jointReviewSilence: Sourced<"counts-as-agreement" | "reported-to-manager">;
  /** Months a simulated opinion stays usable. */
  readonly simulatedOpinionMonths: Sourced<number>;
}

/** The part of a pack that is not clocks and catalogue; complete in every resolved pack. */
export interface Practice {
  readonly targets: readonly Target[];
  readonly processes: readonly ProcessTemplate[];
  readonly complexity: readonly ComplexityClass[];
  readonly bundles: Bundles;
  readonly windowKinds: readonly WindowKind[];
  readonly windowAreas: readonly WindowArea[];
  readonly ratings: Ratings;
  readonly agency: Agency;
  readonly rules: ServiceRules;
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };
type ByCode<T> = Readonly<Record<string, Omit<T, "code">>>;

/** What one level says of it. Absent means inherited. */
export interface PracticeSource {
  readonly targets?: Readonly<Partial<Record<TargetCode, Omit<Target, "code">>>> | undefined;
  readonly processes?: ByCode<ProcessTemplate> | undefined;
  readonly complexity?: Readonly<Partial<Record<ComplexityCode, Omit<ComplexityClass, "code">>>> | undefined;
  readonly bundles?: (Loose<Omit<Bundles, "menu">> & { readonly menu?: ByCode<Bundle> | undefined }) | undefined;
  readonly windowKinds?: ByCode<WindowKind> | undefined;
  readonly windowAreas?: ByCode<WindowArea> | undefined;
  readonly ratings?: Loose<Ratings> | undefined;
  readonly agency?: Loose<Agency> | undefined;
  readonly rules?: Loose<ServiceRules> | undefined;
}
