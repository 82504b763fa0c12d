import type { ItemStatus } from "../domain/case/state";
import type { AxisGroup, Tick } from "../domain/timeline/axis";
import type { TimelineMark } from "../domain/timeline/day-marks";
import type { RowLabel } from "../domain/timeline/layout";
import type { SimulatedLane } from "../domain/timeline/simulated-lane";
import { isKey, type Key, type Locale, type Translate } from "./index";
import { pointWords } from "./point-words";

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

/** What the fill of a mark says, the same for every kind: it is to come, it was missed, it is settled, it is undone. */
const FILL_OF: Readonly<Record<TimelineMark["state"], "coming" | "missed" | "settled" | "undone">> = {
  open: "coming",
  missed: "missed",
  closed: "settled",
  planned: "coming",
  held: "settled",
  "check-due": "coming",
  "check-over": "missed",
  "rectify-by": "coming",
  "rectify-over": "missed",
  kept: "settled",
  revoked: "undone",
};

/** One entry of the legend: a mark as it is drawn, and its words. */
interface MarkEntry extends Pick<TimelineMark, "kind" | "state"> {
  readonly key: Key;
}

const ORDER: readonly TimelineMark["kind"][] = ["gap", "review", "promise", "commitment"];
const FILLS = ["coming", "missed", "settled", "undone"] as const;

/** What the marks of one picture mean: one entry for each shape and fill that stands in it, on the page and on paper alike. */
export function markLegend(marks: readonly Pick<TimelineMark, "kind" | "state">[]): readonly MarkEntry[] {
  return ORDER.flatMap((kind) =>
    FILLS.flatMap((fill): readonly MarkEntry[] => {
      const one = marks.find((mark) => mark.kind === kind && FILL_OF[mark.state] === fill);
      const key = `timeline.legend.${kind}.${fill}`;
      return one && isKey(key) ? [{ kind, state: one.state, key }] : [];
    }),
  );
}

export type LaneEntry = "simulated" | "valid" | "trigger" | "convert" | "convert-late" | "converted";

/** What the marks of the simulated lane mean, those that stand in this picture. Lanes drawn before they knew what they wait for have no triggers. */
export function laneLegend({ rows, triggers }: { readonly rows: SimulatedLane["rows"]; readonly triggers?: SimulatedLane["triggers"] }): readonly LaneEntry[] {
  const here: Readonly<Record<LaneEntry, boolean>> = {
    simulated: true,
    valid: rows.some(({ valid }) => valid !== null),
    trigger: (triggers ?? []).length > 0,
    convert: rows.some(({ due }) => due !== null && !due.late),
    "convert-late": rows.some(({ due }) => due?.late),
    converted: rows.some(({ converted }) => converted !== null),
  };
  return (["simulated", "valid", "trigger", "convert", "convert-late", "converted"] as const).filter((entry) => here[entry]);
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
  return t(`commitment.mark.${state}`, { day: day(on), ...pointWords(t, about) });
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
