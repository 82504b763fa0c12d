import type { CivilDay } from "../calendar/calendar-date";
import type { DayUnit, PauseRule, StartRule } from "../pack/pack";

/** A stretch of days in which a clock stands still. `to: null` while it is still open. */
export interface Pause {
  readonly from: CivilDay;
  readonly to: CivilDay | null;
  /** Procedure kind code and who caused it, for the ledger. */
  readonly kind: string;
  readonly by: string;
}

/** Everything one clock of one item depends on. */
export interface ClockSpec {
  /** Day of acceptance or receipt, by the item's rule. */
  readonly startedOn: CivilDay;
  readonly startRule: StartRule;
  /** Limit in days of `unit`, without extension. */
  readonly limitDays: number;
  readonly unit: DayUnit;
  readonly pauses: readonly Pause[];
  readonly pauseRule: PauseRule;
  /** Approved extension, in days of `unit`. */
  readonly extensionDays: number;
  /** Day of the decision or other end; null while running. */
  readonly endedOn: CivilDay | null;
  readonly warnWorkingDays: number;
}

export type ClockLight = "ok" | "warn" | "late" | "paused" | "none";

export interface ClockReading {
  /** Null while a pause that matters is open without end. */
  readonly dueOn: CivilDay | null;
  readonly provisional: boolean;
  /** Counted days up to `asOf` (or the end). */
  readonly usedDays: number;
  /** Days left; negative when overdue; null while paused. */
  readonly remainingDays: number | null;
  /** Working days (or calendar days for `cal`) by which it is overdue; 0 when on time. */
  readonly overdueDays: number;
  readonly pausedDays: number;
  readonly paused: boolean;
  readonly light: ClockLight;
  /** First day on which the light is yellow; null while paused or ended. */
  readonly warnFrom: CivilDay | null;
  /** First day on which the light is red; null while paused or ended. */
  readonly lateFrom: CivilDay | null;
}
