import { type CivilDay, daysBetween } from "../../calendar/calendar-date";
import type { WorkingCalendar } from "../../calendar/working-calendar";
import type { Pack } from "../../pack/pack";
import { finishOf, type ScheduleInput, scheduleOf } from "../../plan/schedule";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { evolve } from "../evolve";
import { plannedItems } from "../guards";
import { isFulfilled, isTracked } from "../moves";
import type { SimulatedItem } from "../parts/simulation";
import type { Item, ProjectCase } from "../state";
import { by } from "./ending";
import { WITH_OPINION } from "./moves";
import { runsOf, simulatedOf } from "./reads";

/** What a run saved against the ordinary path, in working days of the centre. */
export interface RunSaving {
  readonly runId: string;
  readonly runNo: string;
  readonly triggeredOn: CivilDay;
  /** Days its items would need from the trigger on, had each begun only then, by their committed limits and prerequisites. */
  readonly ordinaryWorkingDays: number;
  /** The same with every item exchanged within the conversion limit of the place; null where it sets none. */
  readonly expectedWorkingDays: number | null;
  /** From the trigger to the last formal decision on them; null while one is undecided. */
  readonly actualWorkingDays: number | null;
  /** Ordinary minus actual; negative when conversion took longer. Null while one is undecided. */
  readonly savedWorkingDays: number | null;
  readonly items: number;
}

/** 拿地即开工 (D13): from the land contract to the construction permit. */
export interface LandToPermit {
  readonly landOn: CivilDay;
  readonly permitOn: CivilDay | null;
  /** Through the permit, or through `asOf` while it is still to come. */
  readonly workingDays: number;
  readonly calendarDays: number;
  /** By the committed limits of this plan without any simulation; null where it holds no construction permit. */
  readonly ordinaryWorkingDays: number | null;
}

export interface DaysSaved {
  /** Runs whose trigger came, first to last. */
  readonly runs: readonly RunSaving[];
  readonly savedWorkingDays: number;
  readonly landToPermit: LandToPermit | null;
}

const LAND = "land-grant";
const PERMITS: readonly string[] = ["construction-permit", "construction-permit-staged"];

const inputOf = (item: Item): ScheduleInput => ({
  code: item.code,
  stage: item.stage,
  workingDays: item.type === "INSTANT" ? Math.min(item.committedWorkingDays ?? 1, 1) : item.committedWorkingDays,
  prerequisites: item.prerequisites,
  counted: !isTracked(item),
});

/** Converted, or still on its way to it with an opinion that stands. */
const counts = ({ status }: SimulatedItem): boolean => status === "converted" || WITH_OPINION.includes(status);

type Saving = Omit<RunSaving, "runId" | "runNo" | "triggeredOn"> & {
  /** Day of the last formal decision so far. */
  readonly decidedOn: CivilDay;
};

function savingOf(state: ProjectCase, runId: string, pack: Pack, calendar: WorkingCalendar): Saving | null {
  const triggeredOn = state.runs[runId]?.triggeredOn ?? null;
  const limit = pack.parameters.conversionWorkingDays?.value ?? null;
  const items = simulatedOf(state, runId)
    .filter(counts)
    .flatMap(({ itemId }) => state.items[itemId] ?? []);
  if (triggeredOn === null || items.length === 0) return null;
  const inputs = items.map(inputOf);
  const ordinaryWorkingDays = scheduleOf(inputs).makespanWorkingDays;
  const exchanged = (days: number) =>
    scheduleOf(inputs.map((input) => ({ ...input, workingDays: Math.min(input.workingDays ?? 0, days) }))).makespanWorkingDays;
  const decided = items.map(({ decidedOn }) => decidedOn);
  const last = decided.reduce<CivilDay>((latest, day) => (day !== null && day > latest ? day : latest), triggeredOn);
  const actualWorkingDays = decided.includes(null) ? null : calendar.workingDaysBetween(triggeredOn, last);
  return {
    ordinaryWorkingDays,
    expectedWorkingDays: limit === null ? null : exchanged(limit),
    actualWorkingDays,
    savedWorkingDays: actualWorkingDays === null ? null : ordinaryWorkingDays - actualWorkingDays,
    items: items.length,
    decidedOn: last,
  };
}

/**
 * The events of a command with what its runs have saved by now, told once when the last of their items is decided formally and anew
 * when a corrected day changes it. The figure stays with the run: a later calendar does not rewrite it.
 */
export function withSavings(before: ProjectCase, events: readonly CaseEvent[], context: Context): readonly CaseEvent[] {
  if (Object.keys(before.runs).length === 0) return events;
  const after = events.reduce((state, event) => evolve(state, event, context.now), before);
  const measured = runsOf(after).flatMap((run): readonly CaseEvent[] => {
    const saving = savingOf(after, run.id, context.pack, context.calendar);
    const savedWorkingDays = saving?.savedWorkingDays ?? null;
    if (!saving || savedWorkingDays === null) return [];
    if (run.savedWorkingDays === savedWorkingDays && run.savedOn === saving.decidedOn) return [];
    return [{ type: "simulation-saving-measured", runId: run.id, savedWorkingDays, ...by(context, saving.decidedOn) }];
  });
  return [...events, ...measured];
}

/** From the land contract to the construction permit; null before the contract. */
export function landToPermit(state: ProjectCase, calendar: WorkingCalendar, asOf: CivilDay): LandToPermit | null {
  const plan = plannedItems(state);
  const land = plan.find((item) => item.code === LAND);
  const landOn = land?.status === "done" ? land.endedOn : null;
  if (landOn === null) return null;
  const permits = plan.filter((item) => PERMITS.includes(item.code));
  const granted = permits.filter(isFulfilled).sort((a, b) => ((a.decidedOn ?? "") < (b.decidedOn ?? "") ? -1 : 1));
  const permit = granted[0] ?? permits[0];
  const permitOn = granted[0]?.decidedOn ?? null;
  const through = permitOn ?? (asOf < landOn ? landOn : asOf);
  const schedule = scheduleOf(plan.map(inputOf));
  const finish = permit ? finishOf(schedule, permit.code) : null;
  return {
    landOn,
    permitOn,
    workingDays: calendar.workingDaysBetween(landOn, through),
    calendarDays: daysBetween(landOn, through),
    ordinaryWorkingDays: finish === null ? null : finish - (finishOf(schedule, LAND) ?? 0),
  };
}

/**
 * What simulated approval saved in this project against the ordinary path, measured on formal decisions only. An item that lapsed or
 * went the ordinary way saved nothing and is left out.
 * @param asOf civil day in Beijing time, for what is still on its way
 */
export function daysSaved(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): DaysSaved {
  const runs = runsOf(state).flatMap((run) => {
    const saving = savingOf(state, run.id, pack, calendar);
    if (!saving || run.triggeredOn === null) return [];
    const { decidedOn: _, ...told } = saving;
    return [{ runId: run.id, runNo: run.runNo, triggeredOn: run.triggeredOn, ...told }];
  });
  return {
    runs,
    savedWorkingDays: runs.reduce((sum, { savedWorkingDays }) => sum + (savedWorkingDays ?? 0), 0),
    landToPermit: landToPermit(state, calendar, asOf),
  };
}
