import type { CivilDay } from "../../calendar/calendar-date";

/** What a place may order when gap material was not supplied in time (pack `rules.deferralFailedOutcome`). */
export type DeferralPackOutcome = "acceptance-revoked" | "deemed-withdrawn" | "refused";
/** The same, and what a manager may find when the permit was granted with the gap: the application is then decided. */
export type DeferralOutcome = DeferralPackOutcome | "grant-revoked" | "grant-kept";

/** One material that was missing and the day it arrived. */
export interface SuppliedGap {
  readonly name: string;
  readonly on: CivilDay;
}

/** One material that was missing and is no longer asked for, with who dropped it and why (H48). */
export interface WaivedGap {
  readonly name: string;
  readonly on: CivilDay;
  readonly reason: string;
  readonly byName: string;
}

/** 容缺受理: accepted while listed minor materials are still missing. At most one for each item. */
export interface Deferral {
  readonly id: string;
  readonly itemId: string;
  /** 容缺受理通知书. */
  readonly noticeNo: string;
  /** 容缺受理承诺书, and who of the applicant signed it; null where none was given. */
  readonly promiseNo: string | null;
  readonly promisedBy: string | null;
  readonly missing: readonly string[];
  readonly supplied: readonly SuppliedGap[];
  readonly waived: readonly WaivedGap[];
  readonly grantedOn: CivilDay;
  readonly grantedById: string;
  readonly grantedByName: string;
  /** Last day in time; the day a material arrives counts. */
  readonly supplyBy: CivilDay;
  /** The deadline before force majeure moved it; null while it never did. */
  readonly extendedFrom: CivilDay | null;
  readonly extendedReason: string | null;
  readonly extendedById: string | null;
  /** Day on which the missed deadline was found; null before, and again after an extension. */
  readonly proposedOn: CivilDay | null;
  /** `waived`: nothing came, everything was dropped; `ended`: the item ended otherwise while materials were outstanding. */
  readonly status: "open" | "supplied" | "waived" | "failed" | "ended";
  readonly outcome: DeferralOutcome | null;
  readonly outcomeReason: string | null;
  readonly outcomeNo: string | null;
  readonly endedOn: CivilDay | null;
  readonly endedById: string | null;
  readonly endedByName: string | null;
}

/** How a material came; an original where nobody said. */
export type SuppliedForm = "original" | "copy" | "electronic";

interface OfItemOn {
  readonly itemNo: string;
  readonly on: CivilDay;
}

export type DeferralCommand =
  /** Accepts the item and grants the deferral by one act of the window. */
  | ({
      readonly type: "accept-with-gaps";
      readonly acceptanceNo: string;
      readonly noticeNo: string;
      readonly promiseNo: string | null;
      readonly promisedBy: string | null;
      readonly missing: readonly string[];
      readonly supplyBy: CivilDay;
    } & OfItemOn)
  | ({ readonly type: "supply-deferred"; readonly names: readonly string[]; readonly as?: SuppliedForm } & OfItemOn)
  | ({ readonly type: "extend-deferral"; readonly supplyBy: CivilDay; readonly reason: string } & OfItemOn)
  | ({ readonly type: "rule-on-deferral"; readonly outcome: DeferralOutcome; readonly reason: string; readonly decisionNo: string | null } & OfItemOn);

interface OfDeferral {
  readonly itemId: string;
  readonly deferralId: string;
  readonly on: CivilDay;
}

export type DeferralEvent =
  | ({
      readonly type: "deferral-granted";
      readonly noticeNo: string;
      readonly promiseNo: string | null;
      readonly promisedBy: string | null;
      readonly missing: readonly string[];
      readonly supplyBy: CivilDay;
      readonly byId: string;
      readonly byName: string;
    } & OfDeferral)
  | ({ readonly type: "deferral-supplied"; readonly names: readonly string[]; readonly complete: boolean } & OfDeferral)
  | ({
      readonly type: "deferral-waived";
      readonly names: readonly string[];
      readonly reason: string;
      readonly complete: boolean;
      readonly byId: string;
      readonly byName: string;
    } & OfDeferral)
  | ({ readonly type: "deferral-extended"; readonly from: CivilDay; readonly supplyBy: CivilDay; readonly reason: string; readonly byId: string } & OfDeferral)
  /** The system found the deadline missed; `outcome` is the place's, null where it states none. A person confirms. */
  | ({ readonly type: "deferral-proposed"; readonly outcome: DeferralPackOutcome | null; readonly outstanding: readonly string[] } & OfDeferral)
  | ({
      readonly type: "deferral-ruled";
      readonly outcome: DeferralOutcome;
      readonly reason: string;
      readonly decisionNo: string | null;
      /** What the public reads when the refusal comes after the due day; null when it does not. */
      readonly overdueReason: string | null;
      readonly byId: string;
      readonly byName: string;
    } & OfDeferral);
