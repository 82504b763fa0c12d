import type { CivilDay, Instant } from "../calendar/calendar-date";
import type { CategoryCode, DayUnit, ItemType, StageCode } from "../pack/pack";
import type { CommitmentEffect } from "../pack/practice";
import type { AreaPlacement } from "./parts/area-placement";
import type { CorrectionOutcome } from "./parts/correction";
import type { Deferral } from "./parts/deferral";
import type { Direction } from "./parts/direction";
import type { EvidenceFile } from "./parts/evidence";
import type { Explanation } from "./parts/explanation";
import type { Finding } from "./parts/finding";
import type { Forwarding } from "./parts/forwarding";
import type { Handover } from "./parts/handover";
import type { AcceptanceBundle, Precheck } from "./parts/intake";
import type { JointReview, Opinion, ReviewSilence, SettledCondition } from "./parts/joint-review";
import type { Material } from "./parts/material";
import type { NoticeCommitment } from "./parts/notice-commitment";
import type { Commitment, Objection, Standard, SupervisionCheck } from "./parts/project-commitment";
import type { Signature } from "./parts/signature";
import type { SimulatedItem, SimulatedRun } from "./parts/simulation";
import type { ReceiptChannel } from "./parts/window";

/**
 * The plain typed state of one project: what `decide` reads and `evolve` returns. Every entity is flat
 * (text, number, boolean, day, instant, short lists) and its field names are the column names of its table,
 * so `db/repositories/case-rows.ts` stores and loads any collection without knowing it.
 */
export interface ProjectCase {
  readonly project: Project;
  readonly items: Readonly<Record<string, Item>>;
  readonly corrections: Readonly<Record<string, Correction>>;
  readonly procedures: Readonly<Record<string, Procedure>>;
  readonly extensions: Readonly<Record<string, Extension>>;
  readonly steps: Readonly<Record<string, ReviewStep>>;
  readonly reviews: Readonly<Record<string, JointReview>>;
  readonly opinions: Readonly<Record<string, Opinion>>;
  readonly notes: Readonly<Record<string, Note>>;
  readonly materials: Readonly<Record<string, Material>>;
  readonly prechecks: Readonly<Record<string, Precheck>>;
  readonly bundles: Readonly<Record<string, AcceptanceBundle>>;
  readonly handovers: Readonly<Record<string, Handover>>;
  readonly directions: Readonly<Record<string, Direction>>;
  readonly forwardings: Readonly<Record<string, Forwarding>>;
  readonly deferrals: Readonly<Record<string, Deferral>>;
  readonly findings: Readonly<Record<string, Finding>>;
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly silences: Readonly<Record<string, ReviewSilence>>;
  readonly settledConditions: Readonly<Record<string, SettledCondition>>;
  readonly placements: Readonly<Record<string, AreaPlacement>>;
  readonly signatures: Readonly<Record<string, Signature>>;
  readonly runs: Readonly<Record<string, SimulatedRun>>;
  readonly simulatedItems: Readonly<Record<string, SimulatedItem>>;
  readonly commitments: Readonly<Record<string, Commitment>>;
  readonly standards: Readonly<Record<string, Standard>>;
  readonly objections: Readonly<Record<string, Objection>>;
  readonly supervisionChecks: Readonly<Record<string, SupervisionCheck>>;
  readonly noticeCommitments: Readonly<Record<string, NoticeCommitment>>;
  readonly evidenceFiles: Readonly<Record<string, EvidenceFile>>;
}

/** Names of the collections of `ProjectCase`; each is one table. */
export type CollectionName = Exclude<keyof ProjectCase, "project">;
export type EntityOf<C extends CollectionName> = ProjectCase[C][string];

/** registered → planned (list confirmed) → running (first item received) → completed (nothing left open). Derived from the items. */
export type ProjectStatus = "registered" | "planned" | "running" | "completed";

export interface Project {
  /** UUIDv7. */
  readonly id: string;
  readonly centreId: string;
  /** 办件编号 of the whole project, unique in the centre, opaque: `HY-2026-0007`. */
  readonly projectNo: string;
  /** Secret handed to the investor for public progress; never printed on public pages. */
  readonly queryCode: string;
  /** 投资项目统一代码; null when not yet assigned. A check digit mismatch warns, never refuses. */
  readonly projectCode: string | null;
  readonly name: string;
  readonly category: CategoryCode;
  readonly packId: string;
  readonly packDigest: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  /** 统一社会信用代码, GB 32100. */
  readonly creditCode: string;
  /** 法定代表人 of the enterprise; null where nobody said. */
  readonly legalRepresentative: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly site: string;
  /** 宗地编号, number of the design scheme and gross floor area in m²; null until they are known. */
  readonly parcelNo: string | null;
  readonly schemeNo: string | null;
  readonly floorAreaSqm: number | null;
  /** Total investment in 万元; null when unknown. */
  readonly investmentWan: number | null;
  readonly keyProject: boolean;
  readonly greenChannel: boolean;
  readonly attractedInvestment: boolean;
  readonly agentId: string | null;
  readonly agentName: string | null;
  readonly status: ProjectStatus;
  /** question code → option code. */
  readonly screening: Readonly<Record<string, string>>;
  readonly registeredOn: CivilDay;
  readonly planConfirmedOn: CivilDay | null;
  readonly completedOn: CivilDay | null;
  readonly budgetWorkingDays: number | null;
  /** Derived (see case/derive.ts): earliest of the running items; null when none runs. Never a colour. */
  readonly warnFrom: CivilDay | null;
  readonly lateFrom: CivilDay | null;
  readonly nextDueOn: CivilDay | null;
  /** Derived: first day on which `observe-day` has something new to record; null when it never will by itself. */
  readonly observeFrom: CivilDay | null;
  readonly itemCount: number;
  readonly closedCount: number;
  readonly runningCount: number;
  readonly pausedCount: number;
  readonly correctingCount: number;
  /** Number of events so far; the optimistic version a form carries. */
  readonly version: number;
  readonly updatedAt: Instant;
}

/**
 * 办件 states (domain.md 1.3). `paused` is not a state: an item in review with an open procedure is paused.
 * The table of moves is `ITEM_MOVES` in moves.ts; nothing else moves a status.
 */
export type ItemStatus =
  | "planned"
  | "received"
  | "correcting"
  | "accepted"
  | "in-review"
  | "forwarded"
  | "signposted"
  | "granted"
  | "refused"
  | "issued"
  | "delivered"
  | "not-accepted"
  | "withdrawn"
  | "dropped"
  | "revoked"
  | "done";

export interface Item {
  readonly id: string;
  /** `${projectNo}-${two digits}`; the address of the item in URLs. */
  readonly itemNo: string;
  readonly ordinal: number;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly stage: StageCode;
  readonly type: ItemType;
  /** Deciding body. */
  readonly departmentCode: string;
  /** Prerequisites resolved for this plan: item codes that must have ended with a grant before acceptance. */
  readonly prerequisites: readonly string[];
  /** Day the plan took the item up. */
  readonly plannedOn: CivilDay;
  readonly status: ItemStatus;
  /** Screening says it must be held; false for items added or kept by hand. */
  readonly required: boolean;
  /** Why the officer added or dropped it against the screening. */
  readonly planReason: string | null;
  /** Code of the assessed area that spares the project this item (区域评估); null otherwise. */
  readonly sparedByArea: string | null;
  /** What a project commitment in force does for it (承诺制), and from when; null while none stands for it. */
  readonly promisedAs: CommitmentEffect | null;
  readonly promisedOn: CivilDay | null;
  readonly committedWorkingDays: number | null;
  readonly committedAssumed: boolean;
  readonly statutoryDays: number | null;
  readonly statutoryUnit: DayUnit;
  readonly statutoryStartsAt: "receipt" | "acceptance";
  readonly statutorySource: string;
  readonly receivedOn: CivilDay | null;
  readonly receivedById: string | null;
  readonly receivedByName: string | null;
  /** Day the complete set arrived: equals receivedOn unless a correction was supplied. */
  readonly completeOn: CivilDay | null;
  /** A manager's signed reason for one more correction list, until that list is sent. */
  readonly correctionAllowedReason: string | null;
  readonly correctionAllowedById: string | null;
  readonly acceptedOn: CivilDay | null;
  readonly acceptedById: string | null;
  readonly acceptedByName: string | null;
  /** Accepted because no correction notice was given in time; acceptedOn is then completeOn. */
  readonly deemedAccepted: boolean;
  /** Joint acceptance of a whole stage (统一受理). */
  readonly jointAcceptance: boolean;
  readonly acceptanceNo: string | null;
  readonly reviewStartedOn: CivilDay | null;
  readonly decidedOn: CivilDay | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly decisionNo: string | null;
  readonly decisionReason: string | null;
  /** Reason the public may read when it was closed overdue (优化营商环境条例 art. 36). */
  readonly overdueReason: string | null;
  /** 办结（容缺通过）, code 12: granted while a deferred material was outstanding. */
  readonly grantedWithGap: boolean;
  readonly issuedOn: CivilDay | null;
  readonly deliveredOn: CivilDay | null;
  readonly deliveryMethod: "window" | "post" | null;
  /** How it came in; null where nobody said. */
  readonly channel: ReceiptChannel | null;
  /** Window that received it, then the one that accepted: results go back there (谁受理谁发证, Z24). */
  readonly windowId: string | null;
  readonly windowNameZh: string | null;
  readonly windowNameEn: string | null;
  /** Its kind on that day: whether such windows hand out themselves is the place's rule. */
  readonly windowKind: string | null;
  /** Whether a letter of its department let that window accept it on the day; null where no window is known. */
  readonly windowAuthorised: boolean | null;
  /** Day the result was given to a courier; null while it lies at the window. */
  readonly postedOn: CivilDay | null;
  /** Derived: last day for delivery in time (行政许可法 art. 44); null before the decision and where no days are known. */
  readonly deliveryDueOn: CivilDay | null;
  /** Derived: last day before an issued result counts as not collected; null unless it lies at the window. */
  readonly pickupBy: CivilDay | null;
  readonly endedOn: CivilDay | null;
  /** Derived, see case/derive.ts. A clock of this item counts today, or is paused. */
  readonly running: boolean;
  readonly paused: boolean;
  readonly committedDueOn: CivilDay | null;
  readonly statutoryDueOn: CivilDay | null;
  /** Earlier of the two; null while paused without end or not running. */
  readonly dueOn: CivilDay | null;
  readonly dueProvisional: boolean;
  readonly warnFrom: CivilDay | null;
  readonly lateFrom: CivilDay | null;
}

/** 一次性告知 before acceptance: one complete list of defects. */
export interface Correction {
  readonly id: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly noticeNo: string;
  readonly notifiedOn: CivilDay;
  readonly defects: readonly string[];
  readonly replyBy: CivilDay | null;
  readonly suppliedOn: CivilDay | null;
  readonly supplyNote: string | null;
  /** Day on which the system found that nothing had arrived by `replyBy`. */
  readonly proposedOn: CivilDay | null;
  /** What followed when the correction failed, and who confirmed it. */
  readonly outcome: CorrectionOutcome | null;
  readonly outcomeGround: "not-supplied" | "still-defective" | null;
  readonly outcomeReason: string | null;
  readonly outcomeNo: string | null;
  readonly outcomeOn: CivilDay | null;
  readonly outcomeById: string | null;
  readonly outcomeByName: string | null;
  /** A second list needs a manager's signed reason. */
  readonly allowedById: string | null;
  readonly allowedReason: string | null;
}

/** 特别程序: a pause of the clocks. */
export interface Procedure {
  readonly id: string;
  readonly itemId: string;
  readonly kind: string;
  readonly stops: "both" | "committed";
  readonly noticeNo: string | null;
  readonly toldWorkingDays: number | null;
  readonly reason: string;
  readonly openedOn: CivilDay;
  readonly openedById: string;
  readonly closedOn: CivilDay | null;
  readonly outcome: string | null;
}

export interface Extension {
  readonly id: string;
  readonly itemId: string;
  readonly workingDays: number;
  readonly reason: string;
  readonly requestedOn: CivilDay;
  readonly requestedById: string;
  readonly status: "requested" | "approved" | "rejected";
  readonly decidedOn: CivilDay | null;
  readonly decidedById: string | null;
  readonly decisionReason: string | null;
}

/** One step inside the department (审, 核 …) recorded as done. */
export interface ReviewStep {
  readonly id: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly code: string;
  readonly doneOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
  readonly remark: string | null;
}

export type { JointReview, Opinion } from "./parts/joint-review";

export interface Note {
  readonly id: string;
  readonly itemId: string | null;
  readonly text: string;
  readonly notedOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
  readonly shownToInvestor: boolean;
}
