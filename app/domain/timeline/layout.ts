import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { StageCode } from "../pack/pack";
import { type Axis, axisOver, round, type TimelineZoom, xOf } from "./axis";
import { markX, type PlacedMark, placeMarks, rowKeyOf } from "./day-marks";
import { type PausedStretch, STAGE_ORDER, type TimelineFacts, type TimelineItem } from "./facts";
import { laneDays, layOutLane, type SimulatedLane } from "./simulated-lane";
import type { Stretch } from "./stretch";

/** The room a picture has, in its own units (CSS pixels on the page, points on paper). */
export interface TimelineBox {
  /** Least width of the part with the bars; labels of the rows stand outside it. */
  readonly width: number;
  readonly zoom: TimelineZoom;
  readonly axisHeight: number;
  readonly stageRowHeight: number;
  readonly itemRowHeight: number;
  readonly barHeight: number;
  /** Room for the words beside a bar; less than this and they move to its other side, then into it. */
  readonly labelRoom: number;
  /** Strip under the rows that says from where on holidays are not yet published; none when 0. */
  readonly noteHeight: number;
}

/** The box of the pages, in CSS pixels; the heights are those of app/styles/components/timeline.css. */
export const pageBox = (zoom: TimelineZoom): TimelineBox => ({
  width: 640,
  zoom,
  axisHeight: 44,
  stageRowHeight: 32,
  itemRowHeight: 30,
  barHeight: 14,
  labelRoom: 132,
  noteHeight: 20,
});

export interface Bar extends Stretch {
  readonly x: number;
  readonly width: number;
}

/** What a row says beside its bar; the words belong to i18n. */
export type RowLabel =
  | { readonly code: "overdue" | "due-in"; readonly days: number }
  | { readonly code: "ended-late"; readonly days: number }
  | { readonly code: "due-today" }
  | { readonly code: "paused"; readonly kinds: readonly string[] }
  | { readonly code: "correcting" }
  | { readonly code: "to-accept" };

export interface PlacedLabel {
  readonly says: RowLabel;
  readonly x: number;
  /** Which end of the words stands at `x`. */
  readonly anchor: "start" | "end";
  /** No room on either side: the words lie on the bar. */
  readonly inside: boolean;
}

/** How a bar is meant, for its look: never a colour. */
export type Tone = "ended" | "ended-late" | "refused" | "ok" | "warn" | "late" | "paused";

export interface ItemRow {
  readonly kind: "item";
  readonly itemNo: string;
  readonly y: number;
  readonly height: number;
  readonly barY: number;
  readonly tone: Tone;
  readonly critical: boolean;
  readonly baseline: Bar | null;
  readonly intake: Bar | null;
  readonly corrections: readonly Bar[];
  readonly actual: Bar | null;
  readonly paused: readonly (Bar & PausedStretch)[];
  readonly overdue: Bar | null;
  /** For an item that runs, only the days still to come. */
  readonly forecast: Bar | null;
  /** Right edge of the due day. */
  readonly due: { readonly x: number; readonly on: CivilDay; readonly provisional: boolean } | null;
  readonly label: PlacedLabel | null;
}

export interface StageRow {
  readonly kind: "stage";
  readonly y: number;
  readonly height: number;
  readonly stage: StageCode;
  readonly itemCount: number;
  readonly endedCount: number;
  /** From the first to the last day of its items, done or expected. */
  readonly bracket: Bar | null;
}

export type TimelineRow = ItemRow | StageRow;

export interface TimelineLayout {
  /** At least the width asked for. */
  readonly width: number;
  readonly height: number;
  readonly axisHeight: number;
  readonly barHeight: number;
  readonly axis: Axis;
  readonly rows: readonly TimelineRow[];
  /** What was simulated, under the stages; null when nothing was. */
  readonly lane: SimulatedLane | null;
  /** Marks in the rows; absent in papers drawn before there were any. */
  readonly marks?: readonly PlacedMark[];
  /** Middle of the column of today; null when today lies outside the picture. */
  readonly today: { readonly x: number; readonly on: CivilDay } | null;
  /** Right edge of the day on which the project's budget is used up. */
  readonly deadline: { readonly x: number; readonly on: CivilDay; readonly exceeded: boolean } | null;
}

/** Least width of a bar, so that a day in a long project can still be seen. */
const LEAST_BAR = 2;
/** A finished project does not stretch its axis to a today further away than this. */
const TODAY_WITHIN_DAYS = 21;

/**
 * Places the timeline in a box: the only layout there is, drawn by the page and by the papers. Pure numbers and codes.
 * Every mark lies inside 0…width; paused, overdue and due marks lie inside the row's bar or its forecast.
 */
export function layOutTimeline(facts: TimelineFacts, calendar: WorkingCalendar, box: TimelineBox): TimelineLayout {
  const { first, last, today } = spanOf(facts);
  const axis = axisOver(first, last, calendar, box.width, box.zoom, today);
  const place = (stretch: Stretch): Bar => {
    const left = Math.max(xOf(axis, stretch.from), 0);
    const right = Math.min(xOf(axis, stretch.to) + axis.unitsPerDay, axis.width);
    const width = Math.max(right - left, LEAST_BAR);
    const x = Math.min(left, axis.width - width);
    return { from: stretch.from, to: stretch.to, x: round(x), width: round(Math.min(width, axis.width - x)) };
  };

  const rows: TimelineRow[] = [];
  let y = box.axisHeight;
  for (const stage of STAGE_ORDER) {
    const items = facts.items.filter((item) => item.stage === stage);
    if (items.length === 0) continue;
    const known = items.flatMap((item) => [item.actual, item.forecast, item.intake].filter((stretch) => stretch !== null));
    rows.push({
      kind: "stage",
      y,
      height: box.stageRowHeight,
      stage,
      itemCount: items.length,
      endedCount: items.filter((item) => item.endedOn !== null).length,
      bracket: known.length === 0 ? null : place(union(known)),
    });
    y += box.stageRowHeight;
    for (const item of items) {
      const own = facts.marks.filter((mark) => rowKeyOf(mark.place) === item.itemNo).map((mark) => markX(axis, mark));
      rows.push(itemRow(item, { y, today: facts.today, marksEnd: Math.max(0, ...own) }, axis, box, place));
      y += box.itemRowHeight;
    }
  }

  const lane = layOutLane(facts.simulated, y, box, { from: first, to: last, today: facts.today }, place, axis.width);
  y += lane?.height ?? 0;

  const deadline = facts.budget.endsOn;
  return {
    width: axis.width,
    height: y + (axis.provisional?.labelled ? box.noteHeight : 0),
    axisHeight: box.axisHeight,
    barHeight: box.barHeight,
    axis,
    rows,
    lane,
    marks: placeMarks(facts.marks, rows, axis),
    today: today === null ? null : { x: round(xOf(axis, today) + axis.unitsPerDay / 2), on: today },
    deadline:
      deadline === null ? null : { x: round(Math.min(xOf(axis, deadline) + axis.unitsPerDay, axis.width)), on: deadline, exceeded: facts.budget.exceeded },
  };
}

/** First and last day any mark needs, and today when it belongs into the picture. */
function spanOf(facts: TimelineFacts): { first: CivilDay; last: CivilDay; today: CivilDay | null } {
  const stretches = facts.items.flatMap((item) => [item.baseline, item.intake, item.actual, item.forecast].filter((stretch) => stretch !== null));
  const days = [facts.startedOn, ...stretches.flatMap(({ from, to }) => [from, to])];
  if (facts.budget.endsOn !== null) days.push(facts.budget.endsOn);
  days.push(...facts.items.flatMap((item) => (item.dueOn === null ? [] : [item.dueOn])), ...laneDays(facts.simulated));
  days.push(...facts.marks.map(({ on }) => on));
  days.sort();
  const first = days[0] as CivilDay;
  const last = days.at(-1) as CivilDay;
  const open = facts.completedOn === null && (facts.items.length === 0 || facts.items.some((item) => item.endedOn === null));
  const near = facts.today <= addDays(last, TODAY_WITHIN_DAYS);
  if (!open && !near) return { first, last, today: null };
  return { first: facts.today < first ? facts.today : first, last: facts.today > last ? facts.today : last, today: facts.today };
}

interface RowAt {
  readonly y: number;
  readonly today: CivilDay;
  /** Right of the last mark of the row; 0 where it has none. */
  readonly marksEnd: number;
}

function itemRow(item: TimelineItem, { y, today, marksEnd }: RowAt, axis: Axis, box: TimelineBox, place: (stretch: Stretch) => Bar): ItemRow {
  const actual = item.actual && place(item.actual);
  const clip = (stretch: Stretch, into: Stretch): Stretch | null => {
    const from = stretch.from < into.from ? into.from : stretch.from;
    const to = stretch.to > into.to ? into.to : stretch.to;
    return from <= to ? { from, to } : null;
  };
  const paused = item.actual
    ? item.paused.flatMap((pause) => {
        const inside = clip(pause, item.actual as Stretch);
        return inside ? [{ ...pause, ...inside, ...place(inside) }] : [];
      })
    : [];
  const overdue = item.actual && item.overdue ? clip(item.overdue, item.actual) : null;
  const toCome = item.forecast && item.actual && item.endedOn === null ? tail(item.forecast, today) : item.forecast;
  const intake = item.intake && place(item.intake);
  const forecast = toCome && place(toCome);
  const baseline = item.baseline && place(item.baseline);
  const due =
    item.dueOn === null || (item.actual ?? item.intake) === null
      ? null
      : { x: round(Math.min(xOf(axis, item.dueOn) + axis.unitsPerDay, axis.width)), on: item.dueOn, provisional: item.dueProvisional };
  const says = labelOf(item);
  // The line of the plan runs under the words and is in nobody's way.
  const bars = [intake, actual, forecast].filter((bar) => bar !== null);
  return {
    kind: "item",
    itemNo: item.itemNo,
    y,
    height: box.itemRowHeight,
    barY: round(y + (box.itemRowHeight - box.barHeight) / 2),
    tone: toneOf(item),
    critical: item.critical,
    baseline,
    intake,
    corrections: item.intake ? item.corrections.flatMap((wait) => clip(wait, item.intake as Stretch) ?? []).map(place) : [],
    actual,
    paused,
    overdue: overdue && place(overdue),
    forecast,
    due,
    label: says && bars.length > 0 ? placeLabel(says, bars, Math.max(due?.x ?? 0, marksEnd), axis.width, box.labelRoom) : null,
  };
}

/** The days of a forecast after today; null when none is left. */
function tail(forecast: Stretch, today: CivilDay): Stretch | null {
  const from = addDays(today, 1);
  return forecast.to < from ? null : { from: forecast.from > from ? forecast.from : from, to: forecast.to };
}

function toneOf(item: TimelineItem): Tone {
  if (item.endedOn !== null) {
    if (item.status === "refused" || item.status === "not-accepted" || item.status === "withdrawn") return "refused";
    return item.overdueDays > 0 ? "ended-late" : "ended";
  }
  return item.light === "none" ? "ok" : item.light;
}

function labelOf(item: TimelineItem): RowLabel | null {
  if (item.endedOn !== null) return item.overdueDays > 0 ? { code: "ended-late", days: item.overdueDays } : null;
  if (item.overdueDays > 0) return { code: "overdue", days: item.overdueDays };
  if (item.status === "correcting") return { code: "correcting" };
  if (item.status === "received") return { code: "to-accept" };
  if (!item.running) return null;
  if (item.light === "paused") return { code: "paused", kinds: [...new Set(item.paused.filter((pause) => pause.open).flatMap((pause) => pause.kinds))] };
  if (item.remainingDays === 0) return { code: "due-today" };
  return item.remainingDays === null ? null : { code: "due-in", days: item.remainingDays };
}

/** Right of everything in the row, else left of it, else on it: words never leave the box. */
function placeLabel(says: RowLabel, bars: readonly Bar[], marksX: number, width: number, room: number): PlacedLabel {
  const right = Math.max(marksX, ...bars.map((bar) => bar.x + bar.width));
  const left = Math.min(...bars.map((bar) => bar.x));
  if (width - right >= room) return { says, x: round(right), anchor: "start", inside: false };
  if (left >= room) return { says, x: round(left), anchor: "end", inside: false };
  return { says, x: round(right), anchor: "end", inside: true };
}

const union = (stretches: readonly Stretch[]): Stretch =>
  stretches.reduce((all, one) => ({ from: one.from < all.from ? one.from : all.from, to: one.to > all.to ? one.to : all.to }));
