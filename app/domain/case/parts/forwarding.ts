import type { CivilDay } from "../../calendar/calendar-date";
import type { UpperLevel } from "../../pack/values";

/**
 * 转报: the place has examined and sends opinion and file to the level that decides (行政许可法 arts. 35, 43; Z06).
 * Systems of the upper level are closed to us, so what it says is entered by hand with its numbers (H53).
 */
export interface Forwarding {
  readonly id: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly level: UpperLevel;
  readonly upperBody: string;
  /** 专人: who forwards and follows it (Z06). */
  readonly personInCharge: string;
  readonly letterNo: string;
  readonly sentOn: CivilDay;
  readonly sentById: string;
  readonly sentByName: string;
  readonly upperReceiptOn: CivilDay | null;
  readonly upperNo: string | null;
  /** What the upper body said it takes; null when it said nothing. */
  readonly upperLimitWorkingDays: number | null;
  /** The upper level wants more: the file is back here. */
  readonly returnedOn: CivilDay | null;
  readonly returnReason: string | null;
  readonly resultOn: CivilDay | null;
  readonly granted: boolean | null;
  readonly resultNo: string | null;
}

interface OfItem {
  readonly itemNo: string;
  readonly on: CivilDay;
}

export type ForwardingCommand =
  | ({
      readonly type: "forward-item";
      readonly level: UpperLevel;
      readonly upperBody: string;
      readonly personInCharge: string;
      readonly letterNo: string;
      /** Reason the public may read when the examination here took too long. */
      readonly overdueReason: string | null;
      /** Whoever sends says that the file is complete; asked for where the window kept no checklist that shows it. */
      readonly fileConfirmed: boolean;
    } & OfItem)
  | ({ readonly type: "record-upper-receipt"; readonly upperNo: string; readonly upperLimitWorkingDays: number | null } & OfItem)
  | ({ readonly type: "record-upper-return"; readonly reason: string } & OfItem)
  | ({ readonly type: "record-upper-result"; readonly granted: boolean; readonly resultNo: string; readonly reason: string | null } & OfItem);

interface Happened {
  readonly itemId: string;
  readonly forwardingId: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

export type ForwardingEvent =
  | ({
      readonly type: "item-forwarded";
      readonly ordinal: number;
      readonly level: UpperLevel;
      readonly upperBody: string;
      readonly personInCharge: string;
      readonly letterNo: string;
      readonly overdueReason: string | null;
      /** Only where no checklist shows that the file is complete; absent in events recorded before it was asked for. */
      readonly fileConfirmed?: true;
    } & Happened)
  | ({ readonly type: "upper-receipt-recorded"; readonly upperNo: string; readonly upperLimitWorkingDays: number | null } & Happened)
  | ({ readonly type: "upper-returned"; readonly reason: string } & Happened)
  | ({
      readonly type: "upper-decided";
      readonly upperBody: string;
      readonly granted: boolean;
      readonly resultNo: string;
      readonly reason: string | null;
    } & Happened);
