import type { CivilDay } from "../../calendar/calendar-date";
import type { WindowNamed } from "./window";

/** 预审: what the window found in the papers before it receives them (D20, Z22). It binds nobody and starts no clock. */
export interface Precheck {
  readonly id: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly verdict: "fit" | "lacking";
  /** What is still wanted; empty when everything fits. */
  readonly remarks: readonly string[];
  readonly checkedOn: CivilDay;
  readonly byId: string;
  readonly byName: string;
  readonly windowId: string | null;
}

/** 一窗受理: several items of whatever stages accepted by one act under one number (H25, D21). */
export interface AcceptanceBundle {
  readonly id: string;
  /** Code of the place's own bundle (一件事) where one was chosen; its name is kept as it read that day. */
  readonly code: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly acceptanceNo: string;
  readonly itemIds: readonly string[];
  readonly acceptedOn: CivilDay;
  readonly windowId: string | null;
  readonly byId: string;
  readonly byName: string;
}

export type IntakeCommand =
  | {
      readonly type: "precheck-items";
      readonly itemNos: readonly string[];
      readonly verdict: Precheck["verdict"];
      readonly remarks: readonly string[];
      readonly on: CivilDay;
    }
  | {
      readonly type: "accept-bundle";
      readonly itemNos: readonly string[];
      /** Code of a bundle of the place's menu; null for a bundle of the applicant's own making. */
      readonly bundle: string | null;
      readonly acceptanceNo: string;
      readonly on: CivilDay;
    };

export type IntakeEvent =
  | {
      readonly type: "item-prechecked";
      readonly itemId: string;
      readonly precheckId: string;
      readonly ordinal: number;
      readonly verdict: Precheck["verdict"];
      readonly remarks: readonly string[];
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
      readonly window: WindowNamed | null;
    }
  | {
      readonly type: "bundle-accepted";
      readonly bundleId: string;
      readonly code: string | null;
      readonly nameZh: string | null;
      readonly nameEn: string | null;
      readonly acceptanceNo: string;
      readonly itemIds: readonly string[];
      readonly on: CivilDay;
      readonly byId: string;
      readonly byName: string;
      readonly window: WindowNamed | null;
    };
