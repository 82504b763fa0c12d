import type { CivilDay } from "../../calendar/calendar-date";

/** A letter by which a department lets a window act for it (授权书, Z20, H40), in force on the day it was read for. */
export interface LetterInForce {
  readonly departmentCode: string;
  /** Catalogue codes; null: every item of the department. */
  readonly itemCodes: readonly string[] | null;
  readonly letterNo: string;
}

/** The window somebody sits at today: what it is and what it may do. */
export interface WindowAtWork {
  readonly id: string;
  /** Number over the window, e.g. B07. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Kind in the rules of the place; null where the place names none. */
  readonly kindCode: string | null;
  readonly areaCode: string | null;
  /** Departments the window serves; empty where it serves all. */
  readonly departmentCodes: readonly string[];
  readonly letters: readonly LetterInForce[];
  /** Last day of the person's certificate (持证上岗, K11); null when none is recorded. */
  readonly certificateValidTo: CivilDay | null;
}

/** What is kept of a window in an event: evidence, not a reference. */
export interface WindowNamed {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kindCode: string | null;
  /** A letter of the item's department was in force that day; null where it was not asked. */
  readonly authorised: boolean | null;
}

/** How the application came in (GB/T 39046-2020 A.5): counter, computer, phone, courier. */
export type ReceiptChannel = "window" | "online" | "mobile" | "post";
