import type { CivilDay } from "../../calendar/calendar-date";
import type { CommitmentEffect, SupervisionPoint } from "../../pack/practice";

/**
 * 拟承诺 → 可适用 → 待承诺 → 预审中 ⇄ 补正 → 预审通过 → 公示中 → 承诺生效 ⇄ 限期整改 → 对标验收 → 投产监管 → 已兑现; bad ends 不适用 · 已退出 · 违诺撤销.
 * The machine of domain.md 5.2; see `COMMITMENT_MOVES`.
 */
export type CommitmentStatus =
  | "proposed"
  | "not-applicable"
  | "applicable"
  | "awaiting-promise"
  | "in-precheck"
  | "supplementing"
  | "passed"
  | "in-publicity"
  | "in-force"
  | "rectifying"
  | "verifying"
  | "in-operation"
  | "fulfilled"
  | "exited"
  | "breached";

/** 承诺制, 先建后验: one promise of the enterprise for a bundle of items and conditions of the project. */
export interface Commitment {
  readonly id: string;
  /** `${projectNo}-C${n}`. */
  readonly commitmentNo: string;
  readonly status: CommitmentStatus;
  readonly proposedOn: CivilDay;
  readonly proposedById: string;
  readonly proposedByName: string;
  /** 负面清单、区域评估核对: what was found, by whom; the area that was assessed, where it stands in one. */
  readonly appraisedOn: CivilDay | null;
  readonly appraisedById: string | null;
  readonly appraisedByName: string | null;
  readonly appraisalReason: string | null;
  readonly areaCode: string | null;
  /** 标准清单 as handed down; `standards` holds its lines. */
  readonly standardsNo: string | null;
  readonly standardsOn: CivilDay | null;
  /** Signature of the commitment letter as it stands; null while nobody has signed it. */
  readonly letterSignatureId: string | null;
  readonly promisedOn: CivilDay | null;
  /** How often the enterprise was asked to promise; a supplement or a change asks anew. */
  readonly round: number;
  /** 预审. */
  readonly precheckedOn: CivilDay | null;
  readonly precheckedByName: string | null;
  readonly defects: readonly string[];
  readonly supplementedOn: CivilDay | null;
  readonly supplementNote: string | null;
  /** 公示: first and last day, where it hangs; `publicityAssumed`: the place does not state how long. */
  readonly publicityFrom: CivilDay | null;
  readonly publicityTo: CivilDay | null;
  readonly publicityAssumed: boolean;
  readonly publicityAt: string | null;
  readonly inForceOn: CivilDay | null;
  readonly inForceByName: string | null;
  /** Day the works were finished; the final verification follows. */
  readonly completedOn: CivilDay | null;
  /** Day the final verification was passed: before it the project may not go into operation. */
  readonly verifiedOn: CivilDay | null;
  readonly fulfilledOn: CivilDay | null;
  readonly reward: string | null;
  /** 违诺处理: the ruling, its number, and the penalty as a fact with its basis. */
  readonly breachedOn: CivilDay | null;
  readonly breachById: string | null;
  readonly breachByName: string | null;
  readonly breachNo: string | null;
  readonly breachReason: string | null;
  readonly penaltyYuan: number | null;
  readonly penaltyBasis: string | null;
  /** Day on which it was found not applicable, was left, broken or kept. */
  readonly endedOn: CivilDay | null;
  readonly endReason: string | null;
  /** Derived (see case/commitment/days.ts): day the present step is due; null where none is known. */
  readonly dueOn: CivilDay | null;
}

/** One line of the standards list: indicator, condition, value, by when, which authority, and the item it stands for. */
export interface Standard {
  readonly id: string;
  readonly commitmentId: string;
  readonly ordinal: number;
  readonly indicator: string;
  readonly condition: string;
  readonly value: string;
  readonly dueOn: CivilDay | null;
  readonly departmentCode: string;
  /** Item of the plan that the promise stands for; null for a standard beside the items (投资强度, 亩均税收 …). */
  readonly itemId: string | null;
  /** Catalogue code of that item. */
  readonly code: string | null;
  readonly effect: CommitmentEffect | null;
  readonly addedOn: CivilDay;
  readonly addedByName: string;
  /** As the final verification found it. */
  readonly outcome: "met" | "not-met" | null;
}

/** 公示异议. */
export interface Objection {
  readonly id: string;
  readonly commitmentId: string;
  readonly ordinal: number;
  readonly objector: string;
  readonly text: string;
  readonly receivedOn: CivilDay;
  readonly receivedByName: string;
  readonly status: "open" | "upheld" | "rejected";
  readonly ruledOn: CivilDay | null;
  readonly ruledByName: string | null;
  readonly rulingReason: string | null;
}

/** planned → met | rectifying → met | failed; `lapsed`: the commitment ended first. */
export type CheckStatus = "planned" | "met" | "rectifying" | "failed" | "lapsed";

/** The place's supervision points and the final verification (竣工对标验收). */
export type CheckPoint = SupervisionPoint | "verification";

/** One check of the enterprise's promise at a supervision point, or the final verification. */
export interface SupervisionCheck {
  readonly id: string;
  readonly commitmentId: string;
  readonly point: CheckPoint;
  readonly status: CheckStatus;
  /** Last day for the check; null while nobody set one. */
  readonly dueOn: CivilDay | null;
  /** Day of the first check at this point. */
  readonly doneOn: CivilDay | null;
  readonly checkedById: string | null;
  /** Manager in whose name the check was made under a cover; null where it was made in the own. */
  readonly checkedForId: string | null;
  readonly checkedByName: string | null;
  readonly departmentCode: string | null;
  readonly outcome: "met" | "not-met" | null;
  readonly findings: readonly string[];
  /** Papers, pictures and measurements it rests on. */
  readonly evidence: readonly string[];
  /** 限期整改: last day; moved by a manager who grants more time. */
  readonly rectifyBy: CivilDay | null;
  /** Day the rectification was looked at, and by whom. */
  readonly recheckedOn: CivilDay | null;
  readonly recheckedById: string | null;
  readonly recheckedForId: string | null;
  readonly recheckedByName: string | null;
  readonly recheckEvidence: readonly string[];
  readonly recheckNote: string | null;
  /** Looks at what was put right, as far as they were counted; see `looksMade`. */
  readonly looks: number;
}

interface OfCommitment {
  readonly commitmentNo: string;
  readonly on: CivilDay;
}

/** A standard as it is written down. */
export interface StandardFacts {
  readonly indicator: string;
  readonly condition: string;
  readonly value: string;
  readonly dueOn: CivilDay | null;
  readonly departmentCode: string;
}

export interface PlannedCheck {
  readonly point: SupervisionPoint;
  readonly dueOn: CivilDay | null;
}

export type CommitmentCommand =
  | { readonly type: "propose-commitment"; readonly on: CivilDay }
  | ({ readonly type: "appraise-commitment"; readonly ruling: "applicable" | "not-applicable"; readonly reason: string } & OfCommitment)
  | ({
      readonly type: "add-standard";
      /** Item it stands for and what the promise does for it; both or neither. */
      readonly itemNo: string | null;
      readonly effect: CommitmentEffect | null;
    } & StandardFacts &
      OfCommitment)
  | ({ readonly type: "drop-standard"; readonly standardId: string } & OfCommitment)
  | ({ readonly type: "hand-down-standards"; readonly documentNo: string } & OfCommitment)
  | ({ readonly type: "precheck-promise"; readonly outcome: "pass" | "defects"; readonly defects: readonly string[] } & OfCommitment)
  | ({ readonly type: "supplement-promise"; readonly note: string } & OfCommitment)
  | ({ readonly type: "open-publicity"; readonly at: string } & OfCommitment)
  | ({ readonly type: "record-objection"; readonly objector: string; readonly text: string } & OfCommitment)
  | ({
      readonly type: "rule-on-objection";
      readonly objectionId: string;
      /** Rejected, or upheld: the standards change and are promised anew, or the project leaves the commitment. */
      readonly ruling: "reject" | "change" | "exit";
      readonly reason: string;
    } & OfCommitment)
  | ({ readonly type: "put-in-force"; readonly checks: readonly PlannedCheck[] } & OfCommitment)
  | ({ readonly type: "schedule-check"; readonly checkId: string; readonly dueOn: CivilDay; readonly reason: string } & OfCommitment)
  | ({
      readonly type: "record-check";
      readonly checkId: string;
      readonly outcome: "met" | "not-met";
      readonly findings: readonly string[];
      readonly evidence: readonly string[];
      readonly rectifyBy: CivilDay | null;
      /** Standards the final verification found not met. */
      readonly failedStandardIds: readonly string[];
    } & OfCommitment)
  | ({
      readonly type: "recheck-rectification";
      readonly checkId: string;
      readonly outcome: "met" | "not-met";
      readonly evidence: readonly string[];
      readonly note: string | null;
    } & OfCommitment)
  | ({ readonly type: "record-works-completion"; readonly reference: string; readonly verifyBy: CivilDay | null } & OfCommitment)
  | ({
      readonly type: "rule-on-breach";
      readonly ruling: "revoke" | "more-time";
      readonly reason: string;
      readonly rectifyBy: CivilDay | null;
      readonly decisionNo: string | null;
      readonly penaltyYuan: number | null;
      readonly penaltyBasis: string | null;
    } & OfCommitment)
  | ({ readonly type: "exit-commitment"; readonly reason: string } & OfCommitment)
  | ({ readonly type: "reward-commitment"; readonly reward: string } & OfCommitment);

interface ToCommitment {
  readonly commitmentId: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

/** Under a cover, the manager in whose name the check was made. Absent where nobody is represented, and in earlier events. */
interface Represented {
  readonly forId?: string;
}

/** What the promise does for one item from the day it is in force. */
export interface PromisedItem {
  readonly itemId: string;
  readonly effect: CommitmentEffect;
}

export type CommitmentEvent =
  | ({ readonly type: "commitment-proposed"; readonly commitmentNo: string } & ToCommitment)
  | ({
      readonly type: "commitment-appraised";
      readonly applicable: boolean;
      readonly reason: string;
      readonly areaCode: string | null;
    } & ToCommitment)
  | ({
      readonly type: "standard-added";
      readonly standardId: string;
      readonly ordinal: number;
      readonly itemId: string | null;
      readonly code: string | null;
      readonly effect: CommitmentEffect | null;
    } & Omit<StandardFacts, "dueOn"> & { readonly dueOn: CivilDay | null } & ToCommitment)
  | ({ readonly type: "standard-dropped"; readonly standardId: string; readonly indicator: string } & ToCommitment)
  | ({ readonly type: "standards-handed-down"; readonly documentNo: string; readonly count: number } & ToCommitment)
  | ({ readonly type: "promise-prechecked"; readonly passed: boolean; readonly defects: readonly string[] } & ToCommitment)
  | ({ readonly type: "promise-supplemented"; readonly note: string } & ToCommitment)
  | ({ readonly type: "publicity-opened"; readonly until: CivilDay; readonly assumed: boolean; readonly at: string } & ToCommitment)
  | ({
      readonly type: "objection-recorded";
      readonly objectionId: string;
      readonly ordinal: number;
      readonly objector: string;
      readonly text: string;
    } & ToCommitment)
  | ({ readonly type: "objection-ruled"; readonly objectionId: string; readonly ruling: "reject" | "change" | "exit"; readonly reason: string } & ToCommitment)
  | ({
      readonly type: "commitment-in-force";
      readonly checks: readonly (PlannedCheck & { readonly id: string })[];
      readonly items: readonly PromisedItem[];
      /** What other items still wait for while the promise holds: item id → prerequisites. */
      readonly relinked: Readonly<Record<string, readonly string[]>>;
    } & ToCommitment)
  | ({
      readonly type: "check-scheduled";
      readonly checkId: string;
      readonly point: CheckPoint;
      readonly dueOn: CivilDay;
      readonly reason: string;
    } & ToCommitment)
  | ({
      readonly type: "supervision-check-recorded";
      readonly checkId: string;
      readonly point: CheckPoint;
      readonly outcome: "met" | "not-met";
      readonly findings: readonly string[];
      readonly evidence: readonly string[];
      readonly rectifyBy: CivilDay | null;
      readonly departmentCode: string | null;
      readonly failedStandardIds: readonly string[];
      /** Items whose promise was kept: their papers are now issued at once (补发、换发证件). */
      readonly released: readonly string[];
    } & Represented &
      ToCommitment)
  | ({
      readonly type: "rectification-checked";
      readonly checkId: string;
      readonly point: CheckPoint;
      readonly outcome: "met" | "not-met";
      readonly evidence: readonly string[];
      readonly note: string | null;
      /** Position among the looks at this check, from 1; its files bear the same. Absent in events recorded before looks had files. */
      readonly look?: number;
      readonly released: readonly string[];
    } & Represented &
      ToCommitment)
  | ({
      readonly type: "works-completed";
      readonly checkId: string;
      readonly reference: string;
      readonly verifyBy: CivilDay | null;
    } & ToCommitment)
  | ({
      readonly type: "rectification-prolonged";
      readonly checkId: string;
      readonly point: CheckPoint;
      readonly rectifyBy: CivilDay;
      readonly reason: string;
    } & ToCommitment)
  | ({
      readonly type: "commitment-breached";
      readonly reason: string;
      readonly decisionNo: string;
      readonly penaltyYuan: number | null;
      readonly penaltyBasis: string | null;
      /** Items the promise no longer stands for. */
      readonly freed: readonly string[];
      /** What items wait for again. */
      readonly relinked: Readonly<Record<string, readonly string[]>>;
    } & ToCommitment)
  /** A permit that was decided on the strength of the promise is revoked with it; its successors wait again. */
  | ({ readonly type: "promised-item-revoked"; readonly itemId: string; readonly decisionNo: string; readonly reason: string } & ToCommitment)
  | ({ readonly type: "commitment-fulfilled" } & ToCommitment)
  | ({ readonly type: "commitment-exited"; readonly reason: string } & ToCommitment)
  | ({ readonly type: "commitment-rewarded"; readonly reward: string } & ToCommitment);
