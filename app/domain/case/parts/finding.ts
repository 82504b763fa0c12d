import type { CivilDay } from "../../calendar/calendar-date";

/** Irregularities that a rule finds in what was recorded. */
export const FOUND_BY_RULE = [
  "overdue",
  "step-overdue",
  "notice-missed",
  "second-list",
  "procedure-over-length",
  "procedure-without-notice",
  "back-dated",
  "unauthorised-window",
  "outside-windows",
] as const;

/**
 * Irregularities that the states of an item make impossible inside the system, and that are therefore only ever seen outside it:
 * an item not handled in the centre, an acceptance or an issue by the department itself, a result without acceptance, handling
 * outside the hall, a list asked for twice by word of mouth, a fee (H04, H06; domain.md 6.8).
 */
export const FOUND_BY_PEOPLE = [
  "not-in-centre",
  "accepted-by-department",
  "result-without-acceptance",
  "direct-issue",
  "off-system",
  "not-authorised",
  "unlisted-material",
  "unlawful-fee",
] as const;

export type FindingCode = (typeof FOUND_BY_RULE)[number] | (typeof FOUND_BY_PEOPLE)[number];
export type ReportedCode = (typeof FOUND_BY_PEOPLE)[number];

/** Numbers, days and names that explain a finding; text of the law is not repeated here. */
export type FindingFacts = Readonly<Record<string, string | number | null>>;

/** An irregularity (H04, H06) that was found once and stays in the record, whoever follows it up. */
export interface Finding {
  readonly id: string;
  /** Null when it concerns the project as a whole. */
  readonly itemId: string | null;
  readonly code: FindingCode;
  /** What of the item it concerns, where there can be several: a procedure, a step, an event. */
  readonly subject: string | null;
  /** Deciding department of the item. */
  readonly departmentCode: string | null;
  readonly foundOn: CivilDay;
  readonly facts: FindingFacts;
  /** False: a person reported it. */
  readonly byRule: boolean;
  /** What the person saw; null for a rule, whose evidence is the record itself. */
  readonly evidence: string | null;
  readonly byId: string;
  readonly byName: string;
  /** Position of the event it is about in the history of the case. */
  readonly eventSeq: number | null;
  /** Following a finding up is a matter of its own; until then it stays open. */
  readonly status: "open";
}

export type FindingCommand =
  /** The system looks at the case as of this day, which is today. */
  | { readonly type: "observe-day"; readonly on: CivilDay }
  /** A person saw something outside the system; `itemNo` null: on the project as a whole. */
  | {
      readonly type: "report-irregularity";
      readonly itemNo: string | null;
      readonly code: ReportedCode;
      readonly evidence: string;
      /** The day it happened, where that is known. */
      readonly happenedOn: CivilDay | null;
    };

export type FindingEvent = {
  readonly type: "finding-recorded";
  readonly findingId: string;
  readonly itemId: string | null;
  readonly code: FindingCode;
  readonly subject: string | null;
  readonly departmentCode: string | null;
  readonly facts: FindingFacts;
  readonly byRule: boolean;
  readonly evidence: string | null;
  readonly eventSeq: number | null;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
};
