import type { CivilDay } from "../../calendar/calendar-date";

/** What follows when a correction failed (pack `parameters.correctionFailedOutcome`, `rules.correctionStillDefectiveOutcome`). */
export type CorrectionOutcome = "deemed-withdrawn" | "not-accepted" | "refused";

export type CorrectionRulingCommand = {
  readonly type: "rule-on-correction";
  readonly itemNo: string;
  readonly outcome: CorrectionOutcome;
  readonly reason: string;
  /** Number of the written decision; null where the application counts as withdrawn. */
  readonly decisionNo: string | null;
  readonly on: CivilDay;
};

export type CorrectionRulingEvent =
  /** The system found that nothing arrived by the day set; `outcome` is the place's, null where it states none. A person confirms. */
  | {
      readonly type: "correction-proposed";
      readonly itemId: string;
      readonly correctionId: string;
      readonly outcome: CorrectionOutcome | null;
      readonly on: CivilDay;
    }
  | {
      readonly type: "correction-ruled";
      readonly itemId: string;
      readonly correctionId: string;
      /** Nothing arrived in time, or what arrived was still not in order. */
      readonly ground: "not-supplied" | "still-defective";
      readonly outcome: CorrectionOutcome;
      readonly reason: string;
      readonly decisionNo: string | null;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    };
