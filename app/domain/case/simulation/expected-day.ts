import type { CivilDay } from "../../calendar/calendar-date";
import type { MissingPrecondition } from "../parts/simulation";

/**
 * Day on which a precondition is expected, as it is known now or was known by the end of a day. What the signed letter says stays
 * `expectedOn`: a day that moved is a fact beside the letter and never part of its text.
 * @see RULES.md R-447
 */
export const expectedDay = ({ expectedOn, moved = [] }: MissingPrecondition, by?: CivilDay): CivilDay =>
  moved.filter(({ on }) => by === undefined || on <= by).at(-1)?.to ?? expectedOn;

/** Earliest day on which something outstanding is expected; null when nothing is outstanding. */
export const nextExpected = (missing: readonly MissingPrecondition[]): CivilDay | null =>
  missing
    .filter(({ obtainedOn }) => obtainedOn === null)
    .map((one) => expectedDay(one))
    .sort()[0] ?? null;
