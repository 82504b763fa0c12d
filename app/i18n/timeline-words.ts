import type { ItemStatus } from "../domain/case/state";
import type { AxisGroup, Tick } from "../domain/timeline/axis";
import type { TimelineMark } from "../domain/timeline/day-marks";
import type { RowLabel } from "../domain/timeline/layout";
import type { Locale, Translate } from "./index";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The mark that stands before the words of a row, so that colour is never alone; empty where none is needed. */
export const ROW_MARKS: Readonly<Record<RowLabel["code"], string>> = {
  overdue: "■",
  "ended-late": "■",
  "due-today": "▲",
  "due-in": "",
  paused: "‖",
  correcting: "◆",
  "to-accept": "",
};

/** What a row says beside its bar, without the mark. */
export function rowLabel(t: Translate, says: RowLabel, procedure: (kind: string) => string): string {
  switch (says.code) {
    case "overdue":
    case "ended-late":
    case "due-in":
      return t(`timeline.row.${says.code}`, { days: says.days });
    case "paused":
      return t("timeline.row.paused", { kinds: says.kinds.map(procedure) });
    default:
      return t(`timeline.row.${says.code}`);
  }
}

/** What a day of its own says: what was due or is met about, when, and how it stands. */
export function markWords(t: Translate, day: (on: string) => string, mark: TimelineMark): string {
  if (mark.kind === "gap") return t(`timeline.mark.gap.${mark.state}`, { day: day(mark.on), n: mark.outstanding });
  if (mark.kind === "commitment") return commitmentMarkWords(t, day, mark);
  if (mark.kind === "promise") return t(`timeline.notice.${mark.state}`, { day: day(mark.on) });
  return t(`timeline.mark.review.${mark.state}`, { day: day(mark.on), mode: t(`review.mode.${mark.mode}`) });
}

/** Publicity, points and revocation of a project commitment. */
function commitmentMarkWords(t: Translate, day: (on: string) => string, { about, state, on }: Extract<TimelineMark, { kind: "commitment" }>): string {
  if (about === "publicity") return t(state === "kept" ? "commitment.mark.publicity.over" : "commitment.mark.publicity", { day: day(on) });
  if (about === "commitment") return t("commitment.mark.revoked", { day: day(on) });
  return t(`commitment.mark.${state}`, { day: day(on), point: t(`commitment.point.${about}`) });
}

/** `11-23` for a week, `11月` for a month under its year. */
export function tickLabel(t: Translate, locale: Locale, tick: Pick<Tick, "on" | "unit">): string {
  if (tick.unit === "week") return tick.on.slice(5);
  return t("timeline.month.short", { month: monthName(locale, tick.on) });
}

/** `2026年11月` or `2026年` over the ticks. */
export function groupLabel(t: Translate, locale: Locale, group: Pick<AxisGroup, "on" | "unit">): string {
  const year = group.on.slice(0, 4);
  return group.unit === "year" ? t("timeline.year", { year }) : t("timeline.month", { year, month: monthName(locale, group.on) });
}

const monthName = (locale: Locale, day: string): string => {
  const month = Number(day.slice(5, 7));
  return locale === "en" ? (MONTHS[month - 1] as string) : String(month);
};

/** State of an item in the official word. */
export const statusWord = (t: Translate, status: ItemStatus): string => t(`timeline.status.${status}`);
