import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { ClockSpec, Pause } from "./clock";

/** Days d with `after` < d ≤ `through`; without end when `through` is null. */
export interface Stretch {
  readonly after: CivilDay;
  readonly through: CivilDay | null;
}

/** The day before the first that can count: T+1 leaves the starting day out (民法典 art. 201), T+0 counts it. */
export const dayBeforeCounting = (spec: Pick<ClockSpec, "startedOn" | "startRule">): CivilDay =>
  spec.startRule === "T+1" ? spec.startedOn : addDays(spec.startedOn, -1);

/**
 * The days one pause leaves out, by the clock's pause rule: `after` leaves out the days after it began up to and including its last
 * day, `inclusive` the first day too. A pause still open when the case was decided ended with the case.
 */
export function leftOut(spec: Pick<ClockSpec, "pauseRule" | "endedOn">, pause: Pause): Stretch {
  return { after: spec.pauseRule === "after" ? pause.from : addDays(pause.from, -1), through: pause.to ?? spec.endedOn };
}

/** All pauses of a clock as separate stretches in order: overlapping ones are merged, so no day is ever left out twice. */
export function standstills(spec: ClockSpec): readonly Stretch[] {
  const floor = dayBeforeCounting(spec);
  const clipped = spec.pauses
    .map((pause) => leftOut(spec, pause))
    .map(({ after, through }) => ({ after: after < floor ? floor : after, through }))
    .filter(({ after, through }) => through === null || after < through)
    .sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0));
  const merged: Stretch[] = [];
  for (const next of clipped) {
    const last = merged.at(-1);
    if (!last || (last.through !== null && next.after > last.through)) merged.push(next);
    else if (last.through !== null && (next.through === null || next.through > last.through))
      merged[merged.length - 1] = { after: last.after, through: next.through };
  }
  return merged;
}
