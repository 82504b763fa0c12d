import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { PreconditionCode, SimulatedItem, SimulatedStatus } from "../case/parts/simulation";
import { expectedDay } from "../case/simulation/expected-day";
import { isLive } from "../case/simulation/moves";
import { runsOf, simulatedOf } from "../case/simulation/reads";
import type { ProjectCase } from "../case/state";
import { readSimulated } from "../clock/simulated-clock";
import type { Pack } from "../pack/pack";
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
  readonly live: boolean;
  /** From simulated acceptance to the opinion, the end, or today. */
  readonly review: Stretch | null;
  /** Days on which the opinion stands: to its conversion, its end, or the last day of its validity. */
  readonly valid: Stretch | null;
  readonly validTo: CivilDay | null;
  /** By when it is to be converted; null while that clock does not run. */
  readonly conversionDueOn: CivilDay | null;
  readonly conversionLate: boolean;
  readonly convertedOn: CivilDay | null;
  /** Day on which the next outstanding precondition of its run is expected; null when none is, or nothing of it is awaited any more. */
  readonly expectedOn: CivilDay | null;
  readonly expects: readonly PreconditionCode[];
}

const stretch = (from: CivilDay | null, to: CivilDay): Stretch | null => (from === null ? null : { from, to: to < from ? from : to });

const GIVEN = (simulated: SimulatedItem): boolean => simulated.opinionOn !== null && simulated.stance !== "disagree";

/** The simulated items of a case by run, in plan order; those refused before anybody looked at them are left out. */
export function simulatedFacts(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, today: CivilDay): readonly TimelineSimulated[] {
  return runsOf(state).flatMap((run) => {
    const expectedOn = run.status === "running" ? run.nextExpectedOn : null;
    const expects = run.missing.filter((one) => one.obtainedOn === null && expectedDay(one) === expectedOn).map(({ code }) => code);
    return simulatedOf(state, run.id).flatMap((simulated) => {
      const item = state.items[simulated.itemId];
      if (!item || simulated.acceptedOn === null) return [];
      const { id, status, acceptedOn, opinionOn, validTo, convertedOn, endedOn } = simulated;
      const live = isLive(simulated);
      const conversion = live ? readSimulated(state, simulated, pack, calendar, today).conversion : null;
      return [
        {
          id,
          itemNo: item.itemNo,
          nameZh: item.nameZh,
          nameEn: item.nameEn,
          runNo: run.runNo,
          status,
          live,
          review: stretch(acceptedOn, opinionOn ?? (live ? today : (endedOn ?? today))),
          valid: GIVEN(simulated) ? stretch(opinionOn, convertedOn ?? endedOn ?? validTo ?? today) : null,
          validTo: GIVEN(simulated) ? validTo : null,
          conversionDueOn: conversion?.reading.dueOn ?? null,
          conversionLate: conversion !== null && conversion.reading.light === "late",
          convertedOn,
          expectedOn: live ? expectedOn : null,
          expects: live ? expects : [],
        },
      ];
    });
  });
}
