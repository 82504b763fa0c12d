import type { AssessmentKind } from "../case/parts/area-placement";
import type { ExcludedDomain, Practice } from "./practice";
import type { CategoryCode, Sourced, UpperLevel, Words } from "./values";

export type { CategoryCode, Sourced, Words } from "./values";

/** S1…S4 are the four national stages; P is the track of utility connections that belongs to no stage. */
export type StageCode = "S1" | "S2" | "S3" | "S4" | "P";
/** 即办件 · 一审一核件 · 承诺件 · 节点 (trade milestone) · 服务 (tracked, not an approval). */
export type ItemType = "INSTANT" | "ONE_REVIEW" | "COMMIT" | "MILESTONE" | "SERVICE";
export type DayUnit = "wd" | "cal";
export type StartRule = "T+1" | "T+0";
/** `after`: a pause from S to E leaves out the days after S up to and including E. `inclusive`: S is left out too. */
export type PauseRule = "after" | "inclusive";
export type BudgetMode = "union" | "stage-sum" | "calendar";

export interface Category {
  readonly code: CategoryCode;
  readonly name: Words;
  readonly budgetWorkingDays: Sourced<number>;
  readonly budgetMode: Sourced<BudgetMode>;
}

export interface ItemTypeRule {
  readonly code: ItemType;
  readonly name: Words;
  /** Steps inside the department, in order, e.g. 审, 核. Empty when the place does not say. */
  readonly steps: readonly { readonly code: string; readonly name: Words; readonly limitWorkingDays: Sourced<number> }[];
  readonly limitWorkingDays: Sourced<number>;
  /** No two consecutive steps by one person (审、核 of 一审一核). */
  readonly separatePersons?: boolean;
  /** An item with a legal basis to exceed the type's limit must still be this many percent shorter than its statutory limit. */
  readonly exceptionReductionPercent?: Sourced<number>;
}

export interface StageRule {
  readonly code: StageCode;
  readonly name: Words;
  readonly leadDepartment: Sourced<string>;
  readonly limitWorkingDays: Sourced<number>;
}

/** A kind of pause. `stops: "both"` only for the closed list of 行政许可法 art. 45; others stop the committed clock alone. */
export interface ProcedureKind {
  readonly code: string;
  readonly name: Words;
  readonly stops: "both" | "committed";
  readonly maxWorkingDays: Sourced<number>;
  readonly source: string;
}

export interface CatalogueItem {
  readonly code: string;
  readonly name: Words;
  readonly stage: StageCode;
  /** permit, filing, confirm, tech, trade, intermediary, utility, other … as in the catalogue. */
  readonly kind: string;
  readonly type: ItemType;
  readonly department: string;
  /** Body that decides where permits were transferred to an approval bureau; the department then supervises. */
  readonly decidingDepartment: string;
  readonly statutory: {
    readonly days: number | null;
    readonly unit: DayUnit;
    readonly extensionDays: number | null;
    readonly startsAt: "receipt" | "acceptance";
    readonly source: string;
  };
  readonly committed: Sourced<number>;
  readonly committedExtensionWorkingDays: Sourced<number>;
  readonly prerequisites: readonly string[];
  /** prerequisite → substitute that satisfies it when the prerequisite itself is not in the plan. */
  readonly alternatives: Readonly<Record<string, string>>;
  readonly categories: readonly CategoryCode[];
  readonly noticeCommitment: "yes" | "local" | "no";
  /** Domain the permit directly concerns, for places that exclude some from notice commitment; absent where none was found. */
  readonly noticeDomain?: ExcludedDomain | null;
  /** Assessments of a whole area that may spare a project this item (区域评估); absent where none was found. */
  readonly areaAssessments?: readonly AssessmentKind[] | null;
  readonly deferralAllowed: boolean;
  readonly coreMaterials: readonly string[];
  readonly deferrableMaterials: readonly string[];
  /** 转报件: examined here, decided at this level; its days are not charged to the place. */
  readonly forwardedTo?: UpperLevel | null;
  /** Legal basis that lets the committed limit exceed the limit of its type (个别承诺件有特别法律要求的除外). */
  readonly typeLimitException?: string | null;
  /** Why the item cannot be handled online as a whole, so that it leaves the denominator of online targets. Null: no reason known. */
  readonly onlineExclusion?: Sourced<"law" | "secrecy"> | null;
  /** Days the item's own law gives for telling defects, where they differ from 行政许可法 art. 32. */
  readonly correctionNoticeWorkingDays?: Sourced<number> | null;
  readonly note: string | null;
}

/** A question the officer answers to find out which items apply. */
export interface ScreeningQuestion {
  readonly code: string;
  readonly text: Words;
  readonly help: Words | null;
  readonly options: readonly { readonly code: string; readonly text: Words; readonly adds: readonly string[]; readonly drops: readonly string[] }[];
  readonly categories: readonly CategoryCode[];
}

export interface Department {
  readonly code: string;
  readonly name: Words;
  readonly shortName: Words;
  /** The department that took over after a reform; null while this one exists (Z13). */
  readonly succeededBy?: string | null;
}

/** A text the rules of a place rest on, with the days between which it is in force; null when a day is not known. */
export interface Basis {
  readonly title: string;
  readonly number: string | null;
  readonly source: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** Permits that another body decides here (相对集中行政许可权); the line department then supervises. */
export interface Transfer {
  readonly to: string;
  /** Kinds of items that went over, e.g. permit. */
  readonly kinds: readonly string[];
  readonly except: readonly string[];
  readonly source: string;
  /** The list of transferred items was not seen; kinds and exceptions are a working assumption. */
  readonly assumed?: boolean | undefined;
}

/**
 * The rules of one place in one version, inherited from the level above and complete: nothing is looked up elsewhere.
 * The parts of `Practice` may be missing in a pack that a test writes by hand, never in one that `inherit` resolved.
 */
export interface Pack extends Partial<Practice> {
  readonly id: string;
  readonly place: { readonly regionCode: string; readonly name: Words };
  readonly name: Words;
  readonly inherits: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: readonly Basis[];
  /** sha-256 of the canonical text of the resolved pack; cases and papers carry it. */
  readonly digest: string;
  readonly categories: readonly Category[];
  readonly stages: readonly StageRule[];
  readonly itemTypes: readonly ItemTypeRule[];
  readonly departments: readonly Department[];
  readonly procedures: readonly ProcedureKind[];
  readonly items: readonly CatalogueItem[];
  readonly questions: readonly ScreeningQuestion[];
  readonly parameters: {
    readonly correctionNoticeWorkingDays: Sourced<number>;
    readonly startRule: Sourced<StartRule>;
    readonly pauseRule: Sourced<PauseRule>;
    /** Yellow when this many working days or fewer remain. */
    readonly warnWorkingDays: Sourced<number>;
    readonly deliveryWorkingDays: Sourced<number>;
    readonly correctionFailedOutcome: Sourced<"deemed-withdrawn" | "not-accepted" | "refused">;
    readonly correctionStopsCommittedClock: Sourced<boolean>;
    /** Days to exchange a simulated opinion for the formal decision once its condition is met. */
    readonly conversionWorkingDays?: Sourced<number>;
  };
  readonly switches: {
    readonly simulatedApproval: Sourced<readonly string[]>;
    readonly commitment: Sourced<readonly string[]>;
    readonly greenChannel: Sourced<boolean>;
    /** Categories never simulated, and items whose presence in a plan shows a kind of project that never is (带方案出让, 危险化学品). */
    readonly simulationExcludes?: Sourced<readonly string[]>;
  };
  readonly transfers?: readonly Transfer[];
}
