import type { AssessmentKind } from "../case/parts/area-placement";
import type {
  Basis,
  BudgetMode,
  CategoryCode,
  DayUnit,
  Department,
  ItemType,
  PauseRule,
  ProcedureKind,
  ScreeningQuestion,
  Sourced,
  StageCode,
  StartRule,
  Transfer,
  Words,
} from "./pack";
import type { ExcludedDomain, PracticeSource } from "./practice";

/**
 * What one folder of `db/packs` says, before anything is inherited. A field that is absent is taken from the level
 * above; a `Sourced` value of null says that the place was looked at and does not state it (未规定).
 * Records are keyed by code and keep the order of the file.
 */
export interface PackSource extends PracticeSource {
  readonly id: string;
  readonly place: { readonly regionCode: string; readonly name: Words };
  readonly name: Words;
  readonly inherits: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly basis: readonly Basis[];
  readonly categories: Readonly<Partial<Record<CategoryCode, CategorySource>>>;
  readonly stages: Readonly<Partial<Record<StageCode, StageSource>>>;
  readonly itemTypes: Readonly<Partial<Record<ItemType, ItemTypeSource>>>;
  readonly departments: Readonly<Record<string, Omit<Department, "code">>>;
  readonly procedures: Readonly<Record<string, Omit<ProcedureKind, "code">>>;
  readonly questions: Readonly<Record<string, QuestionSource>>;
  readonly parameters: ParametersSource;
  readonly switches: SwitchesSource;
  readonly transfers: readonly Transfer[];
  readonly items: Readonly<Record<string, ItemSource>>;
}

export interface CategorySource {
  readonly name?: Words | undefined;
  readonly budgetWorkingDays?: Sourced<number> | undefined;
  readonly budgetMode?: Sourced<BudgetMode> | undefined;
}

export interface StageSource {
  readonly name?: Words | undefined;
  readonly leadDepartment?: Sourced<string> | undefined;
  readonly limitWorkingDays?: Sourced<number> | undefined;
}

export interface ItemTypeSource {
  readonly name?: Words | undefined;
  readonly steps?: readonly { readonly code: string; readonly name: Words; readonly limitWorkingDays: Sourced<number> }[] | undefined;
  readonly limitWorkingDays?: Sourced<number> | undefined;
  readonly separatePersons?: boolean | undefined;
  readonly exceptionReductionPercent?: Sourced<number> | undefined;
  /** This kind does not exist here: its items are of another kind, and the kind disappears from the pack. */
  readonly countsAs?: { readonly type: ItemType; readonly source: string } | undefined;
}

export interface QuestionSource {
  readonly text: Words;
  readonly help: Words | null;
  readonly categories: readonly CategoryCode[];
  readonly options: Readonly<Record<string, Omit<ScreeningQuestion["options"][number], "code">>>;
}

export interface ParametersSource {
  readonly correctionNoticeWorkingDays?: Sourced<number> | undefined;
  readonly startRule?: Sourced<StartRule> | undefined;
  readonly pauseRule?: Sourced<PauseRule> | undefined;
  readonly warnWorkingDays?: Sourced<number> | undefined;
  readonly deliveryWorkingDays?: Sourced<number> | undefined;
  readonly correctionFailedOutcome?: Sourced<"deemed-withdrawn" | "not-accepted" | "refused"> | undefined;
  readonly correctionStopsCommittedClock?: Sourced<boolean> | undefined;
  readonly conversionWorkingDays?: Sourced<number> | undefined;
}

export interface SwitchesSource {
  readonly simulatedApproval?: Sourced<readonly string[]> | undefined;
  readonly commitment?: Sourced<readonly string[]> | undefined;
  readonly greenChannel?: Sourced<boolean> | undefined;
  readonly simulationExcludes?: Sourced<readonly string[]> | undefined;
}

export interface StatutorySource {
  readonly days: number | null;
  readonly unit: DayUnit;
  readonly extension: number | null;
  readonly from: "receipt" | "acceptance";
  readonly source: string;
}

export interface ItemSource {
  readonly name?: Words | undefined;
  readonly stage?: StageCode | undefined;
  readonly kind?: string | undefined;
  readonly type?: ItemType | undefined;
  readonly department?: string | undefined;
  readonly decidingDepartment?: string | undefined;
  readonly statutory?: StatutorySource | undefined;
  readonly committed?: Sourced<number> | undefined;
  readonly committedExtension?: Sourced<number> | undefined;
  readonly prerequisites?: readonly string[] | undefined;
  readonly alternatives?: Readonly<Record<string, string>> | undefined;
  readonly categories?: readonly CategoryCode[] | undefined;
  readonly noticeCommitment?: "yes" | "local" | "no" | undefined;
  readonly noticeDomain?: ExcludedDomain | undefined;
  readonly areaAssessments?: readonly AssessmentKind[] | undefined;
  readonly deferral?: boolean | undefined;
  readonly core?: readonly string[] | undefined;
  readonly deferrable?: readonly string[] | undefined;
  readonly forwardedTo?: "city" | "province" | "state" | undefined;
  readonly exceptionBasis?: string | undefined;
  readonly onlineExclusion?: Sourced<"law" | "secrecy"> | undefined;
  readonly correctionNotice?: Sourced<number> | undefined;
  readonly note?: string | undefined;
}

/** Takes what a place states, else what it inherits; a value neither has is noted as a gap. `path` leads to it inside `file`. */
export type Need = <T>(file: Violation["file"], path: Violation["path"], own: T | undefined, above: T | undefined) => T;

/** One rule of packs that a file breaks. `path` leads to the place inside the file, so that a reader finds the line. */
export interface Violation {
  /** Stable code, `pack-…`. */
  readonly rule: string;
  readonly file: "pack" | "items";
  readonly path: readonly (string | number)[];
  /** One English sentence for whoever edits packs; shown by `npm run check:packs`. */
  readonly message: string;
}
