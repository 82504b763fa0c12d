import { type SQL, sql } from "drizzle-orm";
import type { Tables } from "../../../db/schema";
import { addDays, addMonths, type CivilDay } from "../../domain/calendar/calendar-date";
import { VALIDITY_WARN_DAYS } from "../../domain/clock/simulated-clock";

/** Running simulations by the months since they were accepted. */
export const AGE_BANDS = ["under-1", "under-3", "under-6", "over-6"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
/** Standing opinions by the calendar days left. */
export const VALIDITY_BANDS = ["past", "ending", "under-90", "over-90"] as const;
export type ValidityBand = (typeof VALIDITY_BANDS)[number];
/** Items ready to convert by the calendar days since they could be. */
export const READY_BANDS = ["days-3", "days-10", "longer"] as const;
export type ReadyBand = (typeof READY_BANDS)[number];

/** The board counts and the list shows by the same condition, so that every figure opens exactly what it counts. */
export function ageBand({ simulatedRun: r }: Tables, today: CivilDay, band: AgeBand): SQL {
  const [one, three, six] = [1, 3, 6].map((months) => addMonths(today, -months));
  const running = sql`${r.status} in ('running', 'converting')`;
  switch (band) {
    case "under-1":
      return sql`(${running} and ${r.reviewedOn} > ${one})`;
    case "under-3":
      return sql`(${running} and ${r.reviewedOn} <= ${one} and ${r.reviewedOn} > ${three})`;
    case "under-6":
      return sql`(${running} and ${r.reviewedOn} <= ${three} and ${r.reviewedOn} > ${six})`;
    case "over-6":
      return sql`(${running} and ${r.reviewedOn} <= ${six})`;
  }
}

export function validityBand({ simulatedItem: s }: Tables, today: CivilDay, band: ValidityBand): SQL {
  const standing = sql`${s.status} in ('opinion-given', 'ready', 'conversion-correcting')`;
  const [soon, later] = [addDays(today, VALIDITY_WARN_DAYS), addDays(today, 90)];
  switch (band) {
    case "past":
      return sql`(${standing} and ${s.validTo} < ${today})`;
    case "ending":
      return sql`(${standing} and ${s.validTo} >= ${today} and ${s.validTo} <= ${soon})`;
    case "under-90":
      return sql`(${standing} and ${s.validTo} > ${soon} and ${s.validTo} <= ${later})`;
    case "over-90":
      return sql`(${standing} and ${s.validTo} > ${later})`;
  }
}

export function readyBand({ simulatedItem: s }: Tables, today: CivilDay, band: ReadyBand): SQL {
  const ready = sql`${s.status} in ('ready', 'conversion-correcting')`;
  const [three, ten] = [addDays(today, -3), addDays(today, -10)];
  switch (band) {
    case "days-3":
      return sql`(${ready} and ${s.readyOn} >= ${three})`;
    case "days-10":
      return sql`(${ready} and ${s.readyOn} < ${three} and ${s.readyOn} >= ${ten})`;
    case "longer":
      return sql`(${ready} and ${s.readyOn} < ${ten})`;
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
export const isMonth = (text: string | null): text is string => text !== null && MONTH.test(text);

/** Days of a month, `YYYY-MM`: first day, and the first of the month after. */
export const monthSpan = (month: string): readonly [CivilDay, CivilDay] => [`${month}-01`, addMonths(`${month}-01`, 1)];

/** The twelve months that end with today's, oldest first. */
export const lastMonths = (today: CivilDay): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => addMonths(`${today.slice(0, 7)}-01`, index - 11).slice(0, 7));
