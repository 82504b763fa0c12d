import type { CivilDay } from "../calendar/calendar-date";
import type { SimulatedItem, SimulatedStatus } from "../case/parts/simulation";
import { isLive } from "../case/simulation-moves";
import { runsOf, simulatedOf } from "../case/simulation-reads";
import type { ProjectCase } from "../case/state";
import type { Stretch } from "./stretch";

/** One simulated item as the timeline tells it, in a lane of its own: none of it is a bar of the formal item. */
export interface TimelineSimulated {
  /** Id of the simulated item: an item may have been simulated more than once. */
  readonly id: string;
  readonly itemNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly runNo: string;
  readonly status: SimulatedStatus;
  /** From simulated acceptance to the opinion, the end, or today. */
  readonly review: Stretch | null;
  /** Days on which the opinion stands: to its conversion, its end, or the last day of its validity. */
  readonly valid: Stretch | null;
  readonly validTo: CivilDay | null;
  readonly convertedOn: CivilDay | null;
}

const stretch = (from: CivilDay | null, to: CivilDay): Stretch | null => (from === null ? null : { from, to: to < from ? from : to });

const GIVEN = (simulated: SimulatedItem): boolean => simulated.opinionOn !== null && simulated.stance !== "disagree";

/** The simulated items of a case by run, in plan order; those refused before anybody looked at them are left out. */
export function simulatedFacts(state: Pick<ProjectCase, "runs" | "simulatedItems" | "items">, today: CivilDay): readonly TimelineSimulated[] {
  return runsOf(state).flatMap((run) =>
    simulatedOf(state, run.id).flatMap((simulated) => {
      const item = state.items[simulated.itemId];
      if (!item || simulated.acceptedOn === null) return [];
      const { id, status, acceptedOn, opinionOn, validTo, convertedOn, endedOn } = simulated;
      return [
        {
          id,
          itemNo: item.itemNo,
          nameZh: item.nameZh,
          nameEn: item.nameEn,
          runNo: run.runNo,
          status,
          review: stretch(acceptedOn, opinionOn ?? (isLive(simulated) ? today : (endedOn ?? today))),
          valid: GIVEN(simulated) ? stretch(opinionOn, convertedOn ?? endedOn ?? validTo ?? today) : null,
          validTo,
          convertedOn,
        },
      ];
    }),
  );
}

/** A bar already placed in the picture. */
interface Placed extends Stretch {
  readonly x: number;
  readonly width: number;
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
  /** Middle of the day of conversion. */
  readonly converted: { readonly x: number; readonly on: CivilDay } | null;
}

/** The lane under the stages: its heading and one row for each simulated item. */
export interface SimulatedLane {
  readonly y: number;
  readonly height: number;
  readonly headHeight: number;
  readonly rows: readonly SimulatedRow[];
}

interface LaneBox {
  readonly stageRowHeight: number;
  readonly itemRowHeight: number;
  readonly barHeight: number;
}

/** Days of the lane that the axis must hold: what happened, not a validity that ends in a year. */
export const laneDays = (simulated: readonly TimelineSimulated[]): readonly CivilDay[] =>
  simulated.flatMap(({ review, convertedOn }) => [...(review ? [review.from, review.to] : []), ...(convertedOn === null ? [] : [convertedOn])]);

/**
 * Places the lane at `y`. A validity that reaches beyond the picture is cut at its edge.
 * @param range first and last day of the picture
 * @param place where a stretch of days stands
 * @returns null when nothing was simulated
 */
export function layOutLane(
  simulated: readonly TimelineSimulated[],
  y: number,
  box: LaneBox,
  range: Stretch,
  place: (stretch: Stretch) => Placed,
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
  const rows = simulated.map((one, index): SimulatedRow => {
    const rowY = y + box.stageRowHeight + index * box.itemRowHeight;
    const day = one.convertedOn === null ? null : placed({ from: one.convertedOn, to: one.convertedOn });
    return {
      id: one.id,
      itemNo: one.itemNo,
      y: rowY,
      height: box.itemRowHeight,
      barY: Math.round((rowY + (box.itemRowHeight - box.barHeight) / 2) * 100) / 100,
      live: isLive(one),
      review: placed(one.review),
      valid: placed(one.valid),
      converted: day && { x: Math.round((day.x + day.width / 2) * 100) / 100, on: day.from },
    };
  });
  return { y, height: box.stageRowHeight + rows.length * box.itemRowHeight, headHeight: box.stageRowHeight, rows };
}
