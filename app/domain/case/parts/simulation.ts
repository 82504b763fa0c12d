import type { CivilDay } from "../../calendar/calendar-date";

/** 全程模拟 · 分段模拟 (from the first filing to just before the tender). */
export type SimulatedRunKind = "whole" | "staged";

/** applied → running (lead department and manager agreed) → converting (last precondition obtained) → ended; see `RUN_MOVES`. */
export type SimulatedRunStatus = "applied" | "not-accepted" | "running" | "converting" | "ended" | "terminated";

/** Legal preconditions that may still be missing (domain.md 5.1): 土地使用权 · 农转征收 · 控规调整 · 资金落实. */
export const PRECONDITIONS = ["land-right", "farmland-conversion", "detailed-plan", "funding"] as const;
export type PreconditionCode = (typeof PRECONDITIONS)[number];

/** A new expected day, as it was said while the run was under way. */
export interface ExpectedDayMove {
  readonly to: CivilDay;
  /** Day on which it was said. */
  readonly on: CivilDay;
  readonly reason: string;
  readonly byName: string;
}

export interface MissingPrecondition {
  readonly code: PreconditionCode;
  /** Day on which the enterprise expects it, as its letter says; `expectedDay` tells the day as it is known now. */
  readonly expectedOn: CivilDay;
  readonly obtainedOn: CivilDay | null;
  /** New expected days said since, first to last; absent while the day of the letter stands. */
  readonly moved?: readonly ExpectedDayMove[];
}

/** The document that met the last precondition: land contract, land certificate, approval of the plan. */
export interface TriggerDocument {
  readonly name: string;
  readonly number: string;
  /** Day the document carries. */
  readonly on: CivilDay;
}

/** 违反承诺 · 申请人退出 · 土地未取得. */
export type TerminationGround = "promise-broken" | "withdrawn" | "land-not-obtained";

export type RunEndCause = TerminationGround | "refused" | "converted" | "partly-converted" | "nothing-converted";

/** 模拟审批: one application for several items whose substance is examined before a legal precondition is met. */
export interface SimulatedRun {
  readonly id: string;
  /** `${projectNo}-M${n}`. */
  readonly runNo: string;
  readonly kind: SimulatedRunKind;
  readonly status: SimulatedRunStatus;
  readonly appliedOn: CivilDay;
  readonly appliedById: string;
  readonly appliedByName: string;
  readonly missing: readonly MissingPrecondition[];
  /** Earliest day on which an outstanding precondition is expected; null when none is outstanding. */
  readonly nextExpectedOn: CivilDay | null;
  readonly leadDepartmentCode: string;
  /** Signature of the risk commitment letter as it stands; null while nobody has signed it. */
  readonly letterSignatureId: string | null;
  /** The reviewer asked something back and has no answer yet. */
  readonly askedBackOn: CivilDay | null;
  readonly askedBackReason: string | null;
  readonly answer: string | null;
  readonly answeredOn: CivilDay | null;
  readonly reviewedOn: CivilDay | null;
  readonly reviewedById: string | null;
  readonly reviewedByName: string | null;
  readonly reviewReason: string | null;
  readonly triggerDocument: TriggerDocument | null;
  /** Day the trigger document was presented; the conversion clock starts with it. */
  readonly triggeredOn: CivilDay | null;
  readonly endedOn: CivilDay | null;
  readonly endCause: RunEndCause | null;
  readonly endReason: string | null;
  /** Working days saved against the ordinary path, negative when conversion took longer; null until its last item is decided formally. */
  readonly savedWorkingDays: number | null;
  /** Day of the last formal decision, on which the saving is counted. */
  readonly savedOn: CivilDay | null;
}

/** The machine of domain.md 5.1; see `SIMULATION_MOVES`. */
export type SimulatedStatus =
  | "applied"
  | "not-accepted"
  | "accepted"
  | "in-review"
  | "correcting"
  | "opinion-given"
  | "not-passed"
  | "ready"
  | "conversion-correcting"
  | "converted"
  | "ordinary"
  | "lapsed"
  | "void"
  | "terminated";

/** What can stand between a simulated item and its formal acceptance. */
export type BlockKind =
  | "ruling-awaited"
  | "review-awaited"
  | "correction-awaited"
  | "trigger-awaited"
  | "conversion-correction-awaited"
  | "expired"
  | "prerequisites"
  | "differences"
  | "materials";

declare const simulatedMark: unique symbol;
/** Number of a simulated opinion. A type of its own: no field of a formal paper takes it, and every one of them carries the mark 模拟. */
export type SimulatedOpinionNo = string & { readonly [simulatedMark]: true };
/** Number of a formal paper: any text but that of a simulated one, which the code cannot hand over here. */
export type FormalNo = string & { readonly [simulatedMark]?: never };

/** What met a prerequisite when a simulated opinion was given. `waived`: it is one of the preconditions the run was allowed to miss. */
export interface SimulatedBasis {
  readonly code: string;
  readonly by: "formal" | "simulated" | "waived";
  /** Number of the formal decision or of the simulated opinion. */
  readonly no: string | null;
}

/** One material as it lay on the table when the opinion was given. */
export interface SnapshotMaterial {
  readonly name: string;
  /** sha-256 of the newest electronic version; empty for paper. */
  readonly digests: readonly string[];
  readonly broughtOn: CivilDay | null;
}

/** Facts of the project by field; a screening answer stands under `screening.<question>`. */
export type SnapshotFacts = Readonly<Record<string, string | null>>;

/** What is not as it was when the simulated opinion was given. */
export interface SimulatedDifference {
  readonly kind: "material" | "fact" | "basis";
  /** Name of the material, field of the project, code of the prerequisite. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export type SimulatedStance = "agree" | "agree-with-conditions" | "disagree";

/** 到期 · 所依据的模拟意见失效 · 要素变更. */
export type SimulatedEndCause = "expired" | "basis-ended" | "facts-changed" | "substantial-difference" | TerminationGround;

/**
 * One item of a simulated run. It is no `Item` and cannot be handed to anything that asks for one: a simulated result has no legal
 * force and satisfies simulated items only.
 */
export interface SimulatedItem {
  readonly id: string;
  readonly runId: string;
  readonly itemId: string;
  /** Catalogue code of the item. */
  readonly code: string;
  readonly departmentCode: string;
  readonly status: SimulatedStatus;
  readonly appliedOn: CivilDay;
  readonly acceptedOn: CivilDay | null;
  readonly reviewStartedOn: CivilDay | null;
  /** 一次性告知 of the simulated review: one list. */
  readonly correctionOn: CivilDay | null;
  readonly correctionDefects: readonly string[];
  readonly correctionSuppliedOn: CivilDay | null;
  readonly correctionNote: string | null;
  readonly opinionOn: CivilDay | null;
  readonly opinionNo: SimulatedOpinionNo | null;
  readonly opinionById: string | null;
  readonly opinionByName: string | null;
  readonly stance: SimulatedStance | null;
  readonly conditions: readonly string[];
  /** Last day on which the opinion may be converted. */
  readonly validTo: CivilDay | null;
  readonly validMonths: number | null;
  /** The place does not state how long it is valid; `validMonths` is a working value. */
  readonly validityAssumed: boolean;
  readonly basis: readonly SimulatedBasis[];
  readonly materials: readonly SnapshotMaterial[];
  readonly facts: SnapshotFacts;
  /** Day from which it may be converted. */
  readonly readyOn: CivilDay | null;
  /** What was found to differ when the department looked last, and who confirmed that it changes nothing. */
  readonly differences: readonly SimulatedDifference[];
  readonly differencesConfirmedOn: CivilDay | null;
  readonly differencesConfirmedById: string | null;
  readonly differencesConfirmedByName: string | null;
  readonly differencesNote: string | null;
  /** 转正补正. */
  readonly conversionCorrectionOn: CivilDay | null;
  readonly conversionDefects: readonly string[];
  readonly conversionSuppliedOn: CivilDay | null;
  readonly conversionNote: string | null;
  readonly convertedOn: CivilDay | null;
  /** Derived: day from which it may be exchanged for a formal acceptance; null while a precondition or a formal prerequisite is open. */
  readonly conversionFrom: CivilDay | null;
  /** Derived: what stands between it and its conversion, what comes first first; empty when nothing does, or when it is on its way no more. */
  readonly blockedBy: readonly BlockKind[];
  /** Day on which it lapsed, became void, was terminated, refused or sent the ordinary way. */
  readonly endedOn: CivilDay | null;
  readonly endCause: SimulatedEndCause | null;
  readonly reason: string | null;
}

interface OfRun {
  readonly runNo: string;
  readonly on: CivilDay;
}
/** Acts on the live simulated item of an item of the plan. */
interface OfItem {
  readonly itemNo: string;
  readonly on: CivilDay;
}

export type SimulationCommand =
  | {
      readonly type: "apply-simulation";
      readonly kind: SimulatedRunKind;
      readonly itemNos: readonly string[];
      readonly missing: readonly { readonly code: string; readonly expectedOn: CivilDay | null }[];
      readonly on: CivilDay;
    }
  | ({
      readonly type: "answer-simulation";
      readonly answer: string;
      /** The expected days anew; the preconditions themselves stay. */
      readonly missing: readonly { readonly code: string; readonly expectedOn: CivilDay | null }[];
    } & OfRun)
  | ({ readonly type: "rule-on-simulation"; readonly ruling: "accept" | "refuse" | "ask-back"; readonly reason: string } & OfRun)
  | ({
      readonly type: "record-trigger";
      /** Preconditions this document proves. */
      readonly obtained: readonly string[];
      readonly name: string;
      readonly number: string;
      /** Day the document carries; `on` is the day it was presented. */
      readonly documentOn: CivilDay;
    } & OfRun)
  | ({
      readonly type: "move-expected-day";
      readonly precondition: string;
      readonly expectedOn: CivilDay;
      /** Said expressly where the new day lies after the last day of an opinion, which then lapses before it can be converted. */
      readonly pastValidity: boolean;
      readonly reason: string;
    } & OfRun)
  | ({ readonly type: "terminate-simulation"; readonly ground: TerminationGround; readonly reason: string } & OfRun)
  | ({ readonly type: "start-simulated-review" } & OfItem)
  | ({ readonly type: "notify-simulated-correction"; readonly defects: readonly string[] } & OfItem)
  | ({ readonly type: "supply-simulated-correction"; readonly note: string | null } & OfItem)
  | ({ readonly type: "give-simulated-opinion"; readonly stance: SimulatedStance; readonly conditions: readonly string[] } & OfItem)
  | ({
      readonly type: "review-differences";
      readonly outcome: "confirm" | "correct" | "ordinary";
      readonly note: string | null;
      /** What must be put right, for `correct`. */
      readonly defects: readonly string[];
    } & OfItem)
  | ({ readonly type: "supply-conversion-correction"; readonly note: string | null } & OfItem)
  | ({ readonly type: "convert-item"; readonly acceptanceNo: string } & OfItem);

interface By {
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}
interface ToRun extends By {
  readonly runId: string;
}
/** Names the item as well, so that its history tells it. */
interface ToSimulated extends By {
  readonly simulatedId: string;
  readonly itemId: string;
}
interface Ended extends ToSimulated {
  readonly cause: SimulatedEndCause;
  readonly reason: string | null;
}

export type SimulationRunEvent =
  | ({
      readonly type: "simulation-applied";
      readonly runNo: string;
      readonly kind: SimulatedRunKind;
      readonly missing: readonly MissingPrecondition[];
      readonly leadDepartmentCode: string;
      readonly items: readonly Pick<SimulatedItem, "id" | "itemId" | "code" | "departmentCode">[];
    } & ToRun)
  | ({ readonly type: "simulation-asked-back"; readonly reason: string } & ToRun)
  | ({ readonly type: "simulation-answered"; readonly answer: string; readonly missing: readonly MissingPrecondition[] } & ToRun)
  | ({ readonly type: "simulation-accepted"; readonly reason: string } & ToRun)
  | ({ readonly type: "simulation-refused"; readonly reason: string } & ToRun)
  | ({
      readonly type: "precondition-obtained";
      readonly codes: readonly PreconditionCode[];
      readonly complete: boolean;
      readonly document: TriggerDocument;
    } & ToRun)
  | ({
      readonly type: "expected-day-moved";
      readonly precondition: PreconditionCode;
      readonly from: CivilDay;
      readonly to: CivilDay;
      /** Last day of the opinion that runs out first, where that is before the new day; null where none does. */
      readonly lapsesOn: CivilDay | null;
      readonly reason: string;
    } & ToRun)
  | ({ readonly type: "simulation-terminated"; readonly ground: TerminationGround; readonly reason: string } & ToRun)
  | ({ readonly type: "simulation-ended"; readonly cause: "converted" | "partly-converted" | "nothing-converted" } & ToRun)
  /** Kept with the run, so that a board over years reads no case. */
  | ({ readonly type: "simulation-saving-measured"; readonly savedWorkingDays: number } & ToRun);

export type SimulatedItemEvent =
  | ({ readonly type: "simulated-item-accepted" } & ToSimulated)
  | ({ readonly type: "simulated-item-refused"; readonly reason: string } & ToSimulated)
  | ({ readonly type: "simulated-review-started" } & ToSimulated)
  | ({ readonly type: "simulated-correction-notified"; readonly defects: readonly string[] } & ToSimulated)
  | ({ readonly type: "simulated-correction-supplied"; readonly note: string | null } & ToSimulated)
  | ({
      readonly type: "simulated-opinion-given";
      readonly opinionNo: SimulatedOpinionNo;
      readonly stance: SimulatedStance;
      readonly conditions: readonly string[];
      readonly validTo: CivilDay | null;
      readonly validMonths: number | null;
      readonly validityAssumed: boolean;
      readonly basis: readonly SimulatedBasis[];
      readonly materials: readonly SnapshotMaterial[];
      readonly facts: SnapshotFacts;
    } & ToSimulated)
  | ({ readonly type: "simulated-item-ready" } & ToSimulated)
  | ({ readonly type: "differences-confirmed"; readonly differences: readonly SimulatedDifference[]; readonly note: string | null } & ToSimulated)
  | ({
      readonly type: "conversion-correction-notified";
      readonly differences: readonly SimulatedDifference[];
      readonly defects: readonly string[];
      readonly note: string | null;
    } & ToSimulated)
  | ({ readonly type: "conversion-correction-supplied"; readonly note: string | null } & ToSimulated)
  | ({ readonly type: "simulated-item-converted"; readonly acceptanceNo: string; readonly differences: readonly SimulatedDifference[] } & ToSimulated)
  | ({ readonly type: "simulated-item-to-ordinary"; readonly differences: readonly SimulatedDifference[] } & Ended)
  | ({ readonly type: "simulated-item-lapsed" } & Ended)
  | ({ readonly type: "simulated-item-voided" } & Ended)
  | ({ readonly type: "simulated-item-terminated" } & Ended);

export type SimulationEvent = SimulationRunEvent | SimulatedItemEvent;
