import type { CivilDay } from "../../calendar/calendar-date";

/**
 * 移交. to-department: the paper set to the back office; result-to-window: the result back to the window that accepted;
 * post-in, post-out: by courier, at the government's cost (Z17: there is no fee to record); window-out: handed to the applicant.
 */
export type HandoverKind = "to-department" | "result-to-window" | "post-in" | "post-out" | "window-out";

export interface Handover {
  readonly id: string;
  readonly kind: HandoverKind;
  readonly itemIds: readonly string[];
  /** The back office; null for parcels and for what the applicant collects. */
  readonly departmentCode: string | null;
  /** The window it left or goes to; null where the person sits at none. */
  readonly windowId: string | null;
  /** Pieces of paper or originals; null for parcels. */
  readonly pieces: number | null;
  readonly contents: string | null;
  readonly carrier: string | null;
  readonly trackingNo: string | null;
  readonly sentOn: CivilDay;
  readonly sentById: string;
  readonly sentByName: string;
  /** Receipt signed, parcel arrived, result collected; null while it is on its way. */
  readonly arrivedOn: CivilDay | null;
  /** Who signed for it. */
  readonly receivedBy: string | null;
  /** Whether the collector's identity was checked; null where nobody collects. */
  readonly identityChecked: boolean | null;
}

/** A parcel as its label says. */
interface Parcel {
  readonly carrier: string;
  readonly trackingNo: string;
}

export type HandoverCommand =
  | {
      readonly type: "hand-over-papers";
      readonly itemNos: readonly string[];
      readonly pieces: number;
      readonly contents: string | null;
      readonly on: CivilDay;
    }
  | { readonly type: "return-result"; readonly itemNo: string; readonly pieces: number; readonly on: CivilDay }
  | ({ readonly type: "post-materials"; readonly itemNos: readonly string[]; readonly contents: string | null; readonly on: CivilDay } & Parcel)
  | ({ readonly type: "send-result"; readonly itemNos: readonly string[]; readonly on: CivilDay } & Parcel)
  | { readonly type: "confirm-handover"; readonly handoverId: string; readonly receivedBy: string | null; readonly on: CivilDay };

export type HandoverEvent =
  | {
      readonly type: "handover-recorded";
      readonly handoverId: string;
      readonly kind: HandoverKind;
      readonly itemIds: readonly string[];
      readonly departmentCode: string | null;
      readonly windowId: string | null;
      readonly pieces: number | null;
      readonly contents: string | null;
      readonly carrier: string | null;
      readonly trackingNo: string | null;
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
    }
  | {
      readonly type: "handover-confirmed";
      readonly handoverId: string;
      readonly receivedBy: string;
      readonly identityChecked: boolean | null;
      readonly on: CivilDay;
    };
