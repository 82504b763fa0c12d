import type { CivilDay } from "../../calendar/calendar-date";

/**
 * 告知 → 申请人选择 → 签署 → 当场准予 → 核查 → 关闭 | 整改 → 关闭 | 撤销; see `NOTICE_MOVES`.
 * `failed`: still not met after rectification, waits for the manager. `lapsed`: the item ended or was decided without the promise.
 */
export type NoticeStatus =
  | "told"
  | "chosen"
  | "signed"
  | "declined"
  | "withdrawn"
  | "recalled"
  | "lapsed"
  | "granted"
  | "rectifying"
  | "failed"
  | "closed"
  | "revoked";

/** One condition or standard of the permit as the authority tells it (告知的条件、标准, 逐条). */
export interface NoticeStandard {
  readonly textZh: string;
  readonly textEn: string;
  /** How it is shown to be met: a paper, a measurement, what can be seen on the spot. */
  readonly shownBy: string;
  /** Day by which it must be met; null: from the decision on. */
  readonly metBy: CivilDay | null;
}

/** What a check found, as the act says it and as it is kept. */
interface Checked {
  readonly outcome: "met" | "not-met";
  /** What was looked at and found. */
  readonly looked: string;
  /** Who was on the spot, by name. */
  readonly inspectors: readonly string[];
  /** Number or place of the record, photographs, test report; null where there is none. */
  readonly reference: string | null;
  /** Standards found not met, by their position from 1. */
  readonly failed: readonly number[];
}

/** One check after the decision (核查记录). */
export interface NoticeCheck extends Checked {
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

/**
 * 告知承诺: one permit granted at once on the applicant's written promise to meet its conditions, and checked afterwards. Not to be
 * confused with the commitment of a whole project (承诺制).
 */
export interface NoticeCommitment {
  readonly id: string;
  /** `${itemNo}-G${n}`. */
  readonly commitmentNo: string;
  readonly itemId: string;
  /** Catalogue code of the item. */
  readonly code: string;
  readonly departmentCode: string;
  readonly status: NoticeStatus;
  /** 告知书. */
  readonly noticeNo: string;
  readonly toldOn: CivilDay;
  readonly toldById: string;
  readonly toldByName: string;
  readonly standards: readonly NoticeStandard[];
  /** Materials of the checklist that the promise stands in for. */
  readonly replaces: readonly string[];
  readonly chosenOn: CivilDay | null;
  readonly chosenById: string | null;
  readonly chosenByName: string | null;
  /** How the enterprise will meet each standard, in the order of `standards`; empty until it chose. */
  readonly manners: readonly string[];
  /** The signature that stands under the letter; null while nobody has signed and after it was withdrawn. */
  readonly signatureId: string | null;
  readonly signedOn: CivilDay | null;
  /** Formal decision of the item on the strength of the promise. */
  readonly decidedOn: CivilDay | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  /** Why the decision did not come on the day of the acceptance; null when it did. */
  readonly lateReason: string | null;
  /** Working days after the decision within which the place checks; null where it states none (未规定). */
  readonly checkWorkingDays: number | null;
  /** Last day of the check; null before the decision, and while the place states none and no manager has set one. */
  readonly checkDueOn: CivilDay | null;
  readonly checkSetById: string | null;
  readonly checkSetByName: string | null;
  readonly checkSetReason: string | null;
  readonly checks: readonly NoticeCheck[];
  /** Day of the latest check. */
  readonly checkedOn: CivilDay | null;
  /** Last day of the rectification (限期整改). */
  readonly rectifyBy: CivilDay | null;
  /** Why the manager gave more time; null when nobody did. */
  readonly moreTimeReason: string | null;
  /** What is waited for next: the check, or the rectification. Null when nothing is. */
  readonly nextDueOn: CivilDay | null;
  /** Number of the decision that revoked the permit. */
  readonly revocationNo: string | null;
  readonly revokedOn: CivilDay | null;
  readonly closedOn: CivilDay | null;
  /** Day on which it was declined, withdrawn, recalled, lapsed, closed or revoked. */
  readonly endedOn: CivilDay | null;
  /** Why it ended, or what the manager found. */
  readonly reason: string | null;
}

/** What the enterprise takes upon itself by the letter (domain.md 5.2); the sentences are i18n's. */
export const NOTICE_PROMISES = ["truthful", "conditions-known", "meet-conditions", "accept-check", "bear-consequences"] as const;
export type NoticePromise = (typeof NOTICE_PROMISES)[number];

interface OfItem {
  readonly itemNo: string;
  readonly on: CivilDay;
}

/** Acts on the commitment of an item; signing and taking back are acts on its letter. */
export type NoticeCommitmentCommand =
  | ({
      readonly type: "tell-notice-commitment";
      readonly noticeNo: string;
      readonly standards: readonly NoticeStandard[];
      readonly replaces: readonly string[];
    } & OfItem)
  | ({ readonly type: "recall-notice-commitment"; readonly reason: string } & OfItem)
  | ({ readonly type: "choose-notice-commitment"; readonly manners: readonly string[] } & OfItem)
  | ({ readonly type: "decline-notice-commitment"; readonly reason: string | null } & OfItem)
  | ({ readonly type: "grant-on-notice-commitment"; readonly decisionNo: string; readonly lateReason: string | null } & OfItem)
  | ({ readonly type: "set-notice-check-day"; readonly checkDueOn: CivilDay; readonly reason: string } & OfItem)
  | ({
      readonly type: "record-notice-check";
      /** Last day of the rectification; only for the first finding of `not-met`. */
      readonly rectifyBy: CivilDay | null;
    } & Checked &
      OfItem)
  | ({
      readonly type: "rule-on-notice-commitment";
      readonly ruling: "revoke" | "more-time";
      readonly reason: string;
      readonly decisionNo: string | null;
      readonly rectifyBy: CivilDay | null;
    } & OfItem);

interface ToCommitment {
  readonly commitmentId: string;
  readonly itemId: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

export type NoticeCommitmentEvent =
  | ({
      readonly type: "notice-commitment-told";
      readonly commitmentNo: string;
      readonly code: string;
      readonly departmentCode: string;
      readonly noticeNo: string;
      readonly standards: readonly NoticeStandard[];
      readonly replaces: readonly string[];
    } & ToCommitment)
  | ({ readonly type: "notice-commitment-recalled"; readonly reason: string } & ToCommitment)
  | ({ readonly type: "notice-commitment-chosen"; readonly manners: readonly string[] } & ToCommitment)
  | ({ readonly type: "notice-commitment-declined"; readonly reason: string | null } & ToCommitment)
  | ({
      readonly type: "notice-commitment-granted";
      readonly lateReason: string | null;
      readonly checkWorkingDays: number | null;
      readonly checkDueOn: CivilDay | null;
    } & ToCommitment)
  | ({ readonly type: "notice-check-day-set"; readonly checkDueOn: CivilDay; readonly reason: string } & ToCommitment)
  | ({ readonly type: "notice-commitment-checked"; readonly rectifyBy: CivilDay | null } & Checked & ToCommitment)
  | ({ readonly type: "notice-more-time-given"; readonly rectifyBy: CivilDay; readonly reason: string } & ToCommitment)
  /** Moves the item as well: the permit is revoked. */
  | ({ readonly type: "notice-commitment-revoked"; readonly decisionNo: string; readonly reason: string } & ToCommitment);
