import type { CivilDay } from "../../calendar/calendar-date";

/** Facts of a project that may change on its way; null where they are not known yet. */
export interface ChangeableFacts {
  readonly name: string;
  readonly site: string;
  /** 宗地编号. */
  readonly parcelNo: string | null;
  /** Number or version of the design scheme (方案). */
  readonly schemeNo: string | null;
  /** Total investment in 万元. */
  readonly investmentWan: number | null;
  /** Gross floor area in m². */
  readonly floorAreaSqm: number | null;
  /** 法定代表人 of the enterprise; absent in changes from before it was asked for. */
  readonly legalRepresentative?: string | null;
}

export type ChangeableFact = keyof ChangeableFacts;

/** One field that changed, in text. */
export interface FactChange {
  readonly field: ChangeableFact;
  readonly from: string | null;
  readonly to: string | null;
}

export type ProjectFactsCommand = {
  readonly type: "change-facts";
  /** All of them, changed or not. */
  readonly facts: ChangeableFacts;
  readonly reason: string;
  readonly on: CivilDay;
};

export type ProjectFactsEvent = {
  readonly type: "facts-changed";
  readonly facts: ChangeableFacts;
  readonly changes: readonly FactChange[];
  readonly reason: string;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
};
