import type { CivilDay, Instant } from "../domain/calendar/calendar-date";
import type { Locale } from "./index";

/** Days, times and numbers as the country writes them: `2026-03-13`, `2026-03-13 14:08`, `12,600`, and `--` for nothing. */
export interface Formats {
  /** `2026-03-13`; `--` when absent. */
  day(day: CivilDay | null | undefined): string;
  /** 周五 / Fri */
  weekday(day: CivilDay): string;
  /** `03-13 周五`; the year is added when it differs from that of `today`. */
  shortDay(day: CivilDay, today?: CivilDay): string;
  /** 2026年3月13日 星期五 / Friday 13 March 2026 */
  fullDay(day: CivilDay): string;
  /** 2026年3月13日 / 13 March 2026, as papers write it. */
  longDay(day: CivilDay): string;
  /** `2026-03-02 ～ 2026-03-13`; an open end is left blank. */
  range(from: CivilDay, to: CivilDay | null): string;
  /** `2026-03-13 14:08` in Beijing time; `--` when absent. */
  dayTime(instant: Instant | null | undefined): string;
  /** Thousands separators; `--` when absent. */
  number(value: number | null | undefined): string;
}

const ABSENT = "--";
/** Beijing has had one time all year since 1992, UTC+8. Reckoned, because a list shows hundreds of times and a formatter takes 20 µs for each. */
const BEIJING_MS = 8 * 3_600_000;
const beijingTime = (instant: Instant) => new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(0, 16).replace("T", " ");
const utc = (day: CivilDay) => new Date(`${day}T00:00:00Z`);

function build(locale: Locale): Formats {
  const short = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  const long = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const written = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const weekday = (day: CivilDay) => short.format(utc(day));
  return {
    day: (day) => day ?? ABSENT,
    weekday,
    shortDay: (day, today) => `${today && today.slice(0, 4) === day.slice(0, 4) ? day.slice(5) : day} ${weekday(day)}`,
    fullDay: (day) => long.format(utc(day)).replace(/日星/, "日 星"),
    longDay: (day) => written.format(utc(day)),
    range: (from, to) => (locale === "en" ? `${from} – ${to ?? ""}` : `${from} ～ ${to ?? ""}`).trimEnd(),
    dayTime: (instant) => (instant ? beijingTime(instant) : ABSENT),
    number: (value) => (value === null || value === undefined ? ABSENT : numbers.format(value)),
  };
}

const FORMATS: Record<Locale, Formats> = { "zh-CN": build("zh-CN"), en: build("en") };

/** The formats of one language. */
export const formats = (locale: Locale): Formats => FORMATS[locale];

/** `320 KB`, `1.4 MB`: decimal units, as people's file lists show them. */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${Math.round(bytes / 100_000) / 10} MB`;

/** Digits of a digest that are enough to compare by eye. */
const DIGEST_SHOWN = 12;

/** The beginning of a digest, as pages show it. */
export const shortDigest = (digest: string): string => digest.slice(0, DIGEST_SHOWN);
