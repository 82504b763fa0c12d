/** A civil day in Beijing time, written `YYYY-MM-DD`. Comparable with `<` and `>`. */
export type CivilDay = string;
/** A UTC instant, written `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string;

const DAYS_PER_ERA = 146_097;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0));

/** The digits of `text` from `start` up to `end` as a number; NaN when one is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const isWritten = (text: string): boolean => text.length === 10 && text[4] === "-" && text[7] === "-";
const exists = (year: number, month: number, day: number): boolean => year >= 1 && day >= 1 && day <= monthLength(year, month);

/** The day when `text` is exactly one existing day written `YYYY-MM-DD` (years 0001–9999), else null: 2026-02-30 is nobody's day. */
export function parseDay(text: string): CivilDay | null {
  return isWritten(text) && exists(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) ? text : null;
}

/**
 * Days since 1970-01-01 (that day is 0), by pure arithmetic on the Gregorian calendar so that no machine's time zone can shift it.
 * Throws a RangeError when `day` is not a day: days typed by people go through `parseDay` first.
 */
export function toOrdinal(day: CivilDay): number {
  const [civilYear, month, dayOfMonth] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  if (!isWritten(day) || !exists(civilYear, month, dayOfMonth)) throw new RangeError(`not a civil day: ${day}`);
  // The computational year begins in March, so that the leap day is its last.
  const year = civilYear - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The inverse of `toOrdinal`. Throws a RangeError outside the years 0001–9999. */
export function fromOrdinal(ordinal: number): CivilDay {
  const shifted = ordinal + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`outside the years 0001 to 9999: day ${ordinal}`);
  const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)}`;
}

/** The civil day `days` after `day` (before it when negative). */
export const addDays = (day: CivilDay, days: number): CivilDay => fromOrdinal(toOrdinal(day) + days);

/**
 * The last day of a period of whole months that runs from `day`: the same day of the month in which it ends, or that month's last
 * day where it has none (民法典 art. 202). From 2026-08-31, six months end on 2027-02-28.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  toOrdinal(day);
  const [year, month, dayOfMonth] = [digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10)];
  const since = year * 12 + month - 1 + months;
  const [endYear, endMonth] = [Math.floor(since / 12), (((since % 12) + 12) % 12) + 1];
  if (!Number.isInteger(months) || !(endYear >= 1 && endYear <= 9999)) throw new RangeError(`not a period of whole months: ${months} from ${day}`);
  const last = Math.min(dayOfMonth, monthLength(endYear, endMonth));
  return `${String(endYear).padStart(4, "0")}-${String(endMonth).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
}

/** Civil days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CivilDay, b: CivilDay): number => toOrdinal(b) - toOrdinal(a);

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: CivilDay): number => (((toOrdinal(day) + 4) % 7) + 7) % 7;

/** The year a day lies in. */
export const yearOf = (day: CivilDay): number => Number(day.slice(0, 4));

/** The civil day in Beijing (UTC+8 all year) at an instant. Throws a RangeError when it is not an instant. */
export function beijingDay(instant: Instant): CivilDay {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return fromOrdinal(Math.floor((ms + BEIJING_OFFSET_MS) / DAY_MS));
}
