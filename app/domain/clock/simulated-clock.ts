import { type CivilDay, daysBetween } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { plannedItems } from "../case/guards";
import { isFulfilled } from "../case/moves";
import type { SimulatedItem } from "../case/parts/simulation";
import { conversionFrom } from "../case/simulation/derive";
import { isLive, WITH_OPINION } from "../case/simulation/moves";
import type { Item, ProjectCase } from "../case/state";
import type { Pack } from "../pack/pack";
import type { ClockReading, ClockSpec } from "./clock";
import { readClock } from "./due-date";

/** Used where the pack does not say (design.md 5). */
const START_RULE = "T+1";
const PAUSE_RULE = "after";
const WARN_WORKING_DAYS = 1;
/** An opinion with this many calendar days of validity left, or fewer, is pointed out. */
export const VALIDITY_WARN_DAYS = 30;

/**
 * What the days say of one simulated item. Internal: none of it enters a clock, a light, a budget or a figure of the formal item; no
 * function of `clock/` that serves those takes a simulated item.
 */
export interface SimulatedReading {
  /** The department's examination: from simulated acceptance, without the days a correction was awaited. Null before acceptance. */
  readonly review: { readonly usedWorkingDays: number; readonly limitWorkingDays: number | null; readonly reading: ClockReading | null } | null;
  /** Calendar days until the opinion runs out, 0 on its last day, negative afterwards; null without a standing opinion. */
  readonly validDaysLeft: number | null;
  readonly validityEnding: boolean;
  /** From readiness, or from the end of the last formal prerequisite; null before, where no days are known, and while something blocks it. */
  readonly conversion: { readonly limitWorkingDays: number; readonly startedOn: CivilDay; readonly reading: ClockReading } | null;
  /** Formal prerequisites that have not ended: the item cannot be accepted formally before them. */
  readonly waitsFor: readonly Item[];
}

const limitOf = (item: Item): number | null => (item.type === "INSTANT" ? Math.min(item.committedWorkingDays ?? 1, 1) : item.committedWorkingDays);

const spec = (pack: Pack, said: Pick<ClockSpec, "startedOn" | "limitDays" | "endedOn" | "pauses">): ClockSpec => ({
  startRule: pack.parameters.startRule.value ?? START_RULE,
  unit: "wd",
  pauseRule: pack.parameters.pauseRule.value ?? PAUSE_RULE,
  extensionDays: 0,
  warnWorkingDays: pack.parameters.warnWorkingDays.value ?? WARN_WORKING_DAYS,
  ...said,
});

const pause = (from: CivilDay | null, to: CivilDay | null, by: string): ClockSpec["pauses"] => (from === null ? [] : [{ from, to, kind: "correction", by }]);

function reviewOf(item: Item, simulated: SimulatedItem, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): SimulatedReading["review"] {
  if (simulated.acceptedOn === null) return null;
  const endedOn = simulated.opinionOn ?? (isLive(simulated) ? null : simulated.endedOn);
  const limitWorkingDays = limitOf(item);
  const pauses = pause(simulated.correctionOn, simulated.correctionSuppliedOn, simulated.departmentCode);
  const clock = spec(pack, { startedOn: simulated.acceptedOn, limitDays: limitWorkingDays ?? 0, endedOn, pauses });
  const reading = readClock(clock, calendar, asOf);
  return { usedWorkingDays: reading.usedDays, limitWorkingDays, reading: limitWorkingDays === null ? null : reading };
}

/** What the conversion clock of a simulated item depends on. */
export type ConversionDays = Pick<SimulatedItem, "conversionFrom" | "conversionCorrectionOn" | "conversionSuppliedOn" | "convertedOn" | "endedOn">;

/**
 * The conversion clock: the working days of the place from the day the item may be exchanged, without those a correction is awaited.
 * Null while something formal is still before it, or where the place sets no limit.
 * @param asOf civil day in Beijing time
 */
export function readConversion(days: ConversionDays, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): SimulatedReading["conversion"] {
  const limit = pack.parameters.conversionWorkingDays?.value ?? null;
  const { conversionFrom: startedOn, conversionCorrectionOn, conversionSuppliedOn, convertedOn, endedOn } = days;
  if (startedOn === null || limit === null) return null;
  const pauses = pause(conversionCorrectionOn, conversionSuppliedOn, "enterprise");
  const clock = spec(pack, { startedOn, limitDays: limit, endedOn: convertedOn ?? endedOn, pauses });
  return { limitWorkingDays: limit, startedOn, reading: readClock(clock, calendar, asOf) };
}

/**
 * Reads the internal clocks of a simulated item: review, validity, conversion.
 * @param asOf civil day in Beijing time
 * @see RULES.md (domain.md 5.1: never mixed into statutory or rating statistics)
 */
export function readSimulated(state: ProjectCase, simulated: SimulatedItem, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): SimulatedReading {
  const item = state.items[simulated.itemId];
  if (!item) throw new Error("a simulated item names an item the case does not have");
  const before = plannedItems(state).filter((other) => item.prerequisites.includes(other.code));
  const waitsFor = before.filter((other) => !(isFulfilled(other) && other.endedOn !== null && other.endedOn <= asOf));
  const standing = WITH_OPINION.includes(simulated.status) && simulated.validTo !== null;
  const validDaysLeft = standing && simulated.validTo !== null ? daysBetween(asOf, simulated.validTo) : null;
  return {
    review: reviewOf(item, simulated, pack, calendar, asOf),
    validDaysLeft,
    validityEnding: validDaysLeft !== null && validDaysLeft >= 0 && validDaysLeft <= VALIDITY_WARN_DAYS,
    conversion: readConversion({ ...simulated, conversionFrom: conversionFrom(state, simulated) }, pack, calendar, asOf),
    waitsFor: simulated.convertedOn === null ? waitsFor : [],
  };
}
