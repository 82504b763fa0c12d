import type { CivilDay } from "../../calendar/calendar-date";
import type { StageCode } from "../../pack/pack";

/**
 * How the called bodies look at the same thing: 联合会审 · 联合踏勘 · 多图联审 · 联合验收 · 远程视频 · 合署办理（平行受理）.
 * The last is about one item and several bodies that each give an opinion in parallel (H38).
 */
export type ReviewMode = "conference" | "site-visit" | "drawing-review" | "acceptance" | "video" | "co-handling";
export const REVIEW_MODES: readonly ReviewMode[] = ["conference", "site-visit", "drawing-review", "acceptance", "video", "co-handling"];

/** Reviews in which officials verify the substance on the spot, so that 行政许可法 art. 34 asks for two of each deciding body. */
export const VERIFYING: readonly ReviewMode[] = ["site-visit", "acceptance"];
export const isVerifying = (mode: ReviewMode): boolean => VERIFYING.includes(mode);

/** open (answers wanted) → held (it took place) → closed (nobody is waited for) → merged (one opinion told); or cancelled. */
export type ReviewStatus = "open" | "held" | "closed" | "merged" | "cancelled";
export type Stance = "agree" | "agree-with-conditions" | "disagree";

/** Who came for one body; the names as they signed. */
export interface Attendance {
  readonly departmentCode: string;
  readonly officials: readonly string[];
}

/** What an invitation says beside whom it calls. */
export interface Invitation {
  readonly mode: ReviewMode;
  /** The one item it is about; null when it is about the whole stage. */
  readonly itemId: string | null;
  /** Day it is planned for; null for a review in writing. */
  readonly meetOn: CivilDay | null;
  /** Beijing time, `HH:MM`. */
  readonly meetTime: string | null;
  readonly place: string | null;
  readonly link: string | null;
  /** What the investor or the bodies bring, asked in advance. */
  readonly materialsWanted: readonly string[];
}

/** Joint review of a stage or of one item: one lead, several bodies, each with an opinion, one merged opinion. */
export interface JointReview extends Invitation {
  readonly id: string;
  readonly stage: StageCode;
  readonly leadDepartmentCode: string;
  readonly convenedOn: CivilDay;
  readonly replyBy: CivilDay | null;
  readonly departmentCodes: readonly string[];
  readonly status: ReviewStatus;
  /** Why the day or place was last changed. */
  readonly movedReason: string | null;
  readonly heldOn: CivilDay | null;
  readonly attendance: readonly Attendance[];
  readonly minutes: string | null;
  readonly mergedOn: CivilDay | null;
  readonly mergedNo: string | null;
  readonly mergedStance: Stance | null;
  /** How a disagreement was settled, where the merged opinion does not disagree. */
  readonly mergedReason: string | null;
  readonly mergedById: string | null;
  readonly mergedByName: string | null;
  readonly cancelledOn: CivilDay | null;
  readonly cancelledReason: string | null;
}

export interface Opinion {
  readonly id: string;
  readonly reviewId: string;
  readonly departmentCode: string;
  readonly stance: Stance;
  readonly conditions: readonly string[];
  /** Why the body disagrees; opinions of earlier versions say it among the conditions. */
  readonly reason: string | null;
  readonly givenOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

/** What follows from a body that does not answer: it counts as agreeing, or it is left out. */
export type SilenceOutcome = "counts-as-agreement" | "excused";

/** A called body that did not answer, or had nothing left to decide, and what was recorded of it. */
export interface ReviewSilence {
  readonly id: string;
  readonly reviewId: string;
  readonly departmentCode: string;
  readonly outcome: SilenceOutcome;
  /** `place`: the rules of the place say so; `person`: somebody decided it. */
  readonly basis: "place" | "person";
  /** The rule's source, or the person's reason. */
  readonly reason: string;
  readonly recordedOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

/** How the original conditions behind a settled one stand to each other. */
export type SettledRelation = "single" | "duplicate" | "conflict";

/** One condition of the merged opinion, with the original conditions it settles. */
export interface SettledCondition {
  readonly id: string;
  readonly reviewId: string;
  /** Running number inside the review. */
  readonly ordinal: number;
  readonly text: string;
  readonly relation: SettledRelation;
  /** Original conditions by `conditionKey`. */
  readonly sources: readonly string[];
  /** How a conflict was settled. */
  readonly note: string | null;
  readonly settledOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
  /** A later settlement of one of the same conditions; this one then counts no more. */
  readonly replacedById: string | null;
}

interface Dated {
  readonly on: CivilDay;
}
interface OfReview {
  readonly reviewId: string;
}

export type JointReviewCommand =
  | ({
      readonly type: "convene-review";
      readonly stage: StageCode;
      readonly itemNo: string | null;
      readonly departmentCodes: readonly string[];
      readonly replyBy: CivilDay | null;
    } & Omit<Invitation, "itemId"> &
      Dated)
  | ({ readonly type: "reschedule-review"; readonly replyBy: CivilDay | null; readonly reason: string } & Pick<
      Invitation,
      "meetOn" | "meetTime" | "place" | "link"
    > &
      OfReview &
      Dated)
  | ({ readonly type: "hold-review"; readonly attendance: readonly Attendance[]; readonly minutes: string } & OfReview & Dated)
  | ({ readonly type: "give-opinion"; readonly stance: Stance; readonly conditions: readonly string[]; readonly reason: string | null } & OfReview & Dated)
  | ({ readonly type: "record-silence"; readonly departmentCode: string; readonly outcome: SilenceOutcome; readonly reason: string | null } & OfReview & Dated)
  | ({
      readonly type: "settle-conditions";
      readonly sources: readonly string[];
      readonly relation: SettledRelation;
      readonly text: string;
      readonly note: string | null;
    } & OfReview &
      Dated)
  | ({ readonly type: "merge-opinion"; readonly opinionNo: string; readonly stance: Stance; readonly reason: string | null } & OfReview & Dated)
  | ({ readonly type: "cancel-review"; readonly reason: string } & OfReview & Dated);

interface By {
  readonly byId: string;
  readonly byName: string;
}

export type JointReviewEvent =
  /** Events of earlier versions carry no invitation: they were conferences in writing. */
  | ({
      readonly type: "review-convened";
      readonly stage: StageCode;
      readonly leadDepartmentCode: string;
      readonly departmentCodes: readonly string[];
      readonly replyBy: CivilDay | null;
    } & Partial<Invitation> &
      OfReview &
      Dated)
  | ({ readonly type: "review-rescheduled"; readonly replyBy: CivilDay | null; readonly reason: string } & Pick<
      Invitation,
      "meetOn" | "meetTime" | "place" | "link"
    > &
      OfReview &
      Dated)
  | ({ readonly type: "review-held"; readonly attendance: readonly Attendance[]; readonly minutes: string } & OfReview & Dated & By)
  | ({
      readonly type: "opinion-given";
      readonly opinionId: string;
      readonly departmentCode: string;
      readonly stance: Stance;
      readonly conditions: readonly string[];
      /** Absent in events of earlier versions. */
      readonly reason?: string | null;
    } & OfReview &
      Dated &
      By)
  | ({
      readonly type: "silence-recorded";
      readonly silenceId: string;
      readonly departmentCode: string;
      readonly outcome: SilenceOutcome;
      readonly basis: ReviewSilence["basis"];
      readonly reason: string;
    } & OfReview &
      Dated &
      By)
  | ({ readonly type: "conditions-settled" } & Settled & OfReview & Dated & By)
  | ({
      readonly type: "opinion-merged";
      readonly opinionNo: string;
      readonly stance: Stance;
      readonly reason: string | null;
      /** Conditions nobody settled by hand: taken over word for word, equal ones once. */
      readonly carried: readonly Settled[];
    } & OfReview &
      Dated &
      By)
  | ({ readonly type: "review-cancelled"; readonly reason: string } & OfReview & Dated);

/** A settlement as an event tells it. */
export interface Settled {
  readonly settlementId: string;
  readonly ordinal: number;
  readonly text: string;
  readonly relation: SettledRelation;
  readonly sources: readonly string[];
  readonly note: string | null;
}
