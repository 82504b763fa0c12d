import type { CivilDay } from "../calendar/calendar-date";
import type { PreconditionCode } from "../case/parts/simulation";
import { round } from "./axis";
import type { TimelineSimulated } from "./simulated-facts";
import type { Stretch } from "./stretch";

/** A bar already placed in the picture. */
interface Placed extends Stretch {
  readonly x: number;
  readonly width: number;
}

/** One day marked in the picture. */
export interface DayMark {
  readonly x: number;
  readonly on: CivilDay;
}

/** What a row says of the day it waits for; the words belong to i18n. */
export interface LaneLabel {
  readonly code: "convert-by" | "convert-late" | "valid-to" | "valid-over";
  readonly on: CivilDay;
  readonly x: number;
  /** Which end of the words stands at `x`. */
  readonly anchor: "start" | "end";
}

export interface SimulatedRow {
  readonly id: string;
  readonly itemNo: string;
  readonly y: number;
  readonly height: number;
  readonly barY: number;
  readonly live: boolean;
  readonly review: Placed | null;
  readonly valid: Placed | null;
  /** Right edge of the last day of validity; null where it lies beyond the picture. */
  readonly validEnd: DayMark | null;
  /** Right edge of the day by which it is to be converted. */
  readonly due: (DayMark & { readonly late: boolean }) | null;
  /** Middle of the day of conversion. */
  readonly converted: DayMark | null;
  readonly label: LaneLabel | null;
}

/** The day on which a precondition of a run is expected, through the rows of that run. */
export interface LaneTrigger extends DayMark {
  readonly runNo: string;
  readonly expects: readonly PreconditionCode[];
  /** Of the first row of the run, within the lane. */
  readonly y: number;
  readonly height: number;
  readonly anchor: "start" | "end";
}

/** The lane under the stages: its heading and one row for each simulated item. */
export interface SimulatedLane {
  readonly y: number;
  readonly height: number;
  readonly headHeight: number;
  readonly rows: readonly SimulatedRow[];
  readonly triggers: readonly LaneTrigger[];
}

interface LaneBox {
  readonly stageRowHeight: number;
  readonly itemRowHeight: number;
  readonly barHeight: number;
  readonly labelRoom: number;
}

/** Days of the lane that the axis must hold: what happened and what is due, not a validity that ends in a year. */
export const laneDays = (simulated: readonly TimelineSimulated[]): readonly CivilDay[] =>
  simulated.flatMap(({ review, convertedOn, conversionDueOn, expectedOn }) =>
    [review?.from, review?.to, convertedOn, conversionDueOn, expectedOn].filter((day): day is CivilDay => day !== null && day !== undefined),
  );

/** What a live row says: by when it is converted, else until when its opinion is valid. */
function saysOf({ live, conversionDueOn, conversionLate, validTo }: TimelineSimulated, today: CivilDay): Pick<LaneLabel, "code" | "on"> | null {
  if (!live) return null;
  if (conversionDueOn !== null) return { code: conversionLate ? "convert-late" : "convert-by", on: conversionDueOn };
  return validTo === null ? null : { code: validTo < today ? "valid-over" : "valid-to", on: validTo };
}

/**
 * Places the lane at `y`. A validity that reaches beyond the picture is cut at its edge, and its words say the day.
 * @param range first and last day of the picture, and today
 * @param place where a stretch of days stands
 * @param width of the picture
 * @returns null when nothing was simulated
 */
export function layOutLane(
  simulated: readonly TimelineSimulated[],
  y: number,
  box: LaneBox,
  range: Stretch & { readonly today: CivilDay },
  place: (stretch: Stretch) => Placed,
  width: number,
): SimulatedLane | null {
  if (simulated.length === 0) return null;
  const clip = ({ from, to }: Stretch): Stretch | null => {
    const inside = { from: from < range.from ? range.from : from, to: to > range.to ? range.to : to };
    return inside.from <= inside.to ? inside : null;
  };
  const placed = (days: Stretch | null): Placed | null => {
    const inside = days && clip(days);
    return inside && place(inside);
  };
  const dayOf = (on: CivilDay | null, at: "middle" | "end"): DayMark | null => {
    const day = on === null || on < range.from || on > range.to ? null : place({ from: on, to: on });
    return day && { x: round(at === "end" ? day.x + day.width : day.x + day.width / 2), on: day.from };
  };
  const labelAt = (one: TimelineSimulated, mark: DayMark | null): LaneLabel | null => {
    const says = saysOf(one, range.today);
    if (!says) return null;
    const x = mark?.x ?? width;
    return { ...says, x, anchor: width - x >= box.labelRoom ? "start" : "end" };
  };
  const rows = simulated.map((one, index): SimulatedRow => {
    const rowY = y + box.stageRowHeight + index * box.itemRowHeight;
    const due = dayOf(one.conversionDueOn, "end");
    const validEnd = one.live ? dayOf(one.validTo, "end") : null;
    return {
      id: one.id,
      itemNo: one.itemNo,
      y: rowY,
      height: box.itemRowHeight,
      barY: round(rowY + (box.itemRowHeight - box.barHeight) / 2),
      live: one.live,
      review: placed(one.review),
      valid: placed(one.valid),
      validEnd,
      due: due && { ...due, late: one.conversionLate },
      converted: dayOf(one.convertedOn, "middle"),
      label: labelAt(one, one.conversionDueOn === null ? validEnd : due),
    };
  });
  const triggers = [...new Set(simulated.map(({ runNo }) => runNo))].flatMap((runNo): readonly LaneTrigger[] => {
    const own = simulated.flatMap((one, index) => (one.runNo === runNo && one.expectedOn !== null ? [{ one, row: rows[index] as SimulatedRow }] : []));
    const [first, last] = [own[0], own.at(-1)];
    const mark = first ? dayOf(first.one.expectedOn, "middle") : null;
    if (!first || !last || !mark) return [];
    const height = last.row.y + last.row.height - first.row.y;
    return [{ ...mark, runNo, expects: first.one.expects, y: first.row.y, height, anchor: width - mark.x >= box.labelRoom ? "start" : "end" }];
  });
  return { y, height: box.stageRowHeight + rows.length * box.itemRowHeight, headHeight: box.stageRowHeight, rows, triggers };
}
