import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { isClosed, isTracked } from "../case/moves";
import type { Item, ItemStatus, Procedure, ProjectCase } from "../case/state";
import { budgetUsed } from "../clock/budget";
import type { ClockLight, ClockReading } from "../clock/clock";
import { finalSending } from "../clock/forwarded";
import { type ItemReading, readItem } from "../clock/item-clocks";
import { type ItemSpans, itemSpans } from "../clock/item-spans";
import type { Stretch as AfterThrough } from "../clock/standstill";
import type { DayUnit, ItemType, Pack, StageCode } from "../pack/pack";
import { dayMarks, type TimelineMark } from "./day-marks";
import { type ForecastItem, forecastOf } from "./forecast";
import { simulatedFacts, type TimelineSimulated } from "./simulated-facts";
import type { Stretch } from "./stretch";

/** Days on which the item's clock stood still; `open` while the procedure has not been closed. */
export interface PausedStretch extends Stretch {
  readonly kinds: readonly string[];
  readonly open: boolean;
}

/** One item of the plan as the timeline tells it: only days, counts and codes. */
export interface TimelineItem {
  readonly itemNo: string;
  readonly code: string;
  readonly ordinal: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly stage: StageCode;
  readonly type: ItemType;
  readonly departmentCode: string;
  readonly status: ItemStatus;
  readonly light: ClockLight;
  /** A clock of this item counts or stands still today. */
  readonly running: boolean;
  readonly required: boolean;
  /** First plan: what the list confirmed on `planConfirmedOn` promised. */
  readonly baseline: Stretch | null;
  /** From receipt to acceptance, or to today while it waits. */
  readonly intake: Stretch | null;
  /** Inside `intake`: days spent waiting for the investor to complete the set. */
  readonly corrections: readonly Stretch[];
  /** From acceptance to the end, or to today while it runs. A milestone is the day it was reached. */
  readonly actual: Stretch | null;
  /** Inside `actual`. */
  readonly paused: readonly PausedStretch[];
  /** Days after the due day, up to the end or today. */
  readonly overdue: Stretch | null;
  readonly overdueDays: number;
  /** What is still expected; null once ended. */
  readonly forecast: Stretch | null;
  readonly critical: boolean;
  readonly receivedOn: CivilDay | null;
  readonly acceptedOn: CivilDay | null;
  readonly dueOn: CivilDay | null;
  readonly dueProvisional: boolean;
  readonly endedOn: CivilDay | null;
  readonly usedDays: number | null;
  readonly remainingDays: number | null;
  readonly limitDays: number | null;
  readonly limitUnit: DayUnit;
  readonly limitAssumed: boolean;
  readonly pausedDays: number;
}

/** The project's budget of working days and the day on which it is used up if every working day from now counts. */
export interface TimelineBudget {
  readonly used: number;
  readonly limit: number | null;
  /** Null before the first acceptance, without a limit, or when the project ended inside its budget. */
  readonly endsOn: CivilDay | null;
  readonly exceeded: boolean;
}

export interface TimelineFacts {
  readonly today: CivilDay;
  readonly startedOn: CivilDay;
  readonly completedOn: CivilDay | null;
  readonly items: readonly TimelineItem[];
  /** Simulated items, in a lane of their own. */
  readonly simulated: readonly TimelineSimulated[];
  /** Deadlines of deferred materials and days on which departments meet, earliest first. */
  readonly marks: readonly TimelineMark[];
  readonly budget: TimelineBudget;
  /** Last forecast day; null when nothing is open. */
  readonly forecastEndsOn: CivilDay | null;
  readonly publishedThrough: CivilDay;
}

/** Stages in the order a project walks them; connections (P) stand before acceptance, as they are done during construction. */
export const STAGE_ORDER: readonly StageCode[] = ["S1", "S2", "S3", "P", "S4"];

/**
 * Everything the timeline shows of a case on one day: rows of a picture and of its table twin. Dropped items are left out;
 * items come by stage, then in plan order.
 */
export function timelineFacts(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, today: CivilDay): TimelineFacts {
  const items = Object.values(state.items)
    .filter((item) => item.status !== "dropped")
    .sort((a, b) => STAGE_ORDER.indexOf(a.stage) - STAGE_ORDER.indexOf(b.stage) || a.ordinal - b.ordinal);
  const readings = new Map(items.map((item) => [item.id, readItem(state, item, pack, calendar, today)]));
  const ask = (item: Item): ForecastItem => ({
    code: item.code,
    prerequisites: item.prerequisites,
    limitWorkingDays: workingDaysOf(item),
    endedOn: endOf(item),
    runsUntil: runsUntil(state, item, followed(item, readings.get(item.id)), calendar, today),
  });
  const forecast = forecastOf(items.map(ask), calendar, today);
  const base = state.project.planConfirmedOn ?? state.project.registeredOn;
  const firstPlan = forecastOf(
    items.map((item) => ({ ...ask(item), endedOn: null, runsUntil: null })),
    calendar,
    base,
  );

  const tell = (item: Item): TimelineItem => {
    const reading = readings.get(item.id);
    const clock = followed(item, reading);
    const spans = itemSpans(state, item, pack, calendar);
    const ended = endOf(item);
    const dueOn = reading?.dueOn ?? null;
    // A forwarded item was late here until it went up; while it is up there only that level can be late with it.
    const above = item.status === "forwarded" ? finalSending(state, item.id) : null;
    const last = (above ? null : finalSending(state, item.id)?.sentOn) ?? ended ?? today;
    const overdueDays =
      item.status === "forwarded" ? (reading?.upper?.overdueDays ?? 0) : Math.max(reading?.committed?.overdueDays ?? 0, reading?.statutory?.overdueDays ?? 0);
    const late = dueOn !== null && last > dueOn && overdueDays > 0;
    return {
      itemNo: item.itemNo,
      code: item.code,
      ordinal: item.ordinal,
      nameZh: item.nameZh,
      nameEn: item.nameEn,
      stage: item.stage,
      type: item.type,
      departmentCode: item.departmentCode,
      status: item.status,
      light: reading?.light ?? "none",
      running: reading?.running ?? false,
      required: item.required,
      baseline: firstPlan.stretches.get(item.code) ?? null,
      intake: item.receivedOn === null ? null : { from: item.receivedOn, to: item.acceptedOn ?? ended ?? today },
      corrections: correctionsOf(item, spans, today),
      actual: actualOf(item, today),
      paused: pausedStretches(state, item, spans, today),
      overdue: late ? { from: addDays(dueOn, 1), to: last } : null,
      overdueDays: late ? overdueDays : 0,
      forecast: forecast.stretches.get(item.code) ?? null,
      critical: forecast.critical.has(item.code),
      receivedOn: item.receivedOn,
      acceptedOn: item.acceptedOn,
      dueOn,
      dueProvisional: reading?.provisional ?? false,
      endedOn: ended,
      usedDays: clock?.usedDays ?? null,
      remainingDays: ended === null ? (clock?.remainingDays ?? null) : null,
      limitDays: above ? above.upperLimitWorkingDays : (committedLimit(item) ?? item.statutoryDays),
      limitUnit: above || committedLimit(item) !== null ? "wd" : item.statutoryUnit,
      limitAssumed: !above && item.committedWorkingDays !== null && item.committedAssumed,
      pausedDays: clock?.pausedDays ?? 0,
    };
  };

  return {
    today,
    startedOn: base < state.project.registeredOn ? base : state.project.registeredOn,
    completedOn: state.project.completedOn,
    items: items.map(tell),
    simulated: simulatedFacts(state, pack, calendar, today),
    marks: dayMarks(state, today),
    budget: budgetOf(state, pack, calendar, today),
    forecastEndsOn: forecast.endsOn,
    publishedThrough: calendar.publishedThrough,
  };
}

/** Day the item's own road ended; null while anything is expected of it. */
const endOf = (item: Item): CivilDay | null => item.endedOn ?? item.decidedOn ?? (isClosed(item) ? item.deliveredOn : null);

/** The clock a person follows: the committed one where there is one. */
const clockOf = (reading: ItemReading | undefined): ClockReading | null => reading?.committed ?? reading?.statutory ?? null;

/** The clock that says when an open item may end: while it is forwarded, the upper level's, if that told one. */
const followed = (item: Item, reading: ItemReading | undefined): ClockReading | null =>
  item.status === "forwarded" ? (reading?.upper ?? null) : clockOf(reading);

/** 即办件 are decided within one working day whatever else is written. */
const committedLimit = (item: Item): number | null => (item.type === "INSTANT" ? Math.min(item.committedWorkingDays ?? 1, 1) : item.committedWorkingDays);

/** Working days the forecast reckons with; calendar days are turned by 5 in 7, rounded up. */
function workingDaysOf(item: Item): number | null {
  const committed = committedLimit(item);
  if (committed !== null) return committed;
  if (item.statutoryDays === null) return null;
  return item.statutoryUnit === "wd" ? item.statutoryDays : Math.ceil((item.statutoryDays * 5) / 7);
}

/** Expected end of a running clock: its due day; the next working day when that has passed; after the procedure while paused. */
function runsUntil(state: ProjectCase, item: Item, clock: ClockReading | null, calendar: WorkingCalendar, today: CivilDay): CivilDay | null {
  if (item.acceptedOn === null || endOf(item) !== null) return null;
  const soonest = calendar.isWorkingDay(today) ? today : calendar.nthWorkingDayAfter(today, 1);
  if (clock === null) return calendar.nthWorkingDayAfter(soonest, workingDaysOf(item) ?? 1);
  if (clock.dueOn !== null && !clock.paused) return clock.dueOn > soonest ? clock.dueOn : soonest;
  const told = proceduresOf(state, item)
    .filter((procedure) => procedure.closedOn === null && procedure.toldWorkingDays !== null)
    .map((procedure) => calendar.nthWorkingDayAfter(procedure.openedOn, procedure.toldWorkingDays as number));
  const resumes = told.reduce((last, day) => (day > last ? day : last), soonest);
  const extension = Object.values(state.extensions)
    .filter((one) => one.itemId === item.id && one.status === "approved")
    .reduce((days, one) => days + one.workingDays, 0);
  const left = Math.max((workingDaysOf(item) ?? 1) + extension - clock.usedDays, 0);
  return calendar.nthWorkingDayAfter(resumes, left);
}

const proceduresOf = (state: ProjectCase, item: Item): readonly Procedure[] =>
  Object.values(state.procedures)
    .filter((procedure) => procedure.itemId === item.id)
    .sort((a, b) => (a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : 0));

function actualOf(item: Item, today: CivilDay): Stretch | null {
  const ended = endOf(item);
  if (isTracked(item)) return item.status === "done" && ended !== null ? { from: ended, to: ended } : null;
  if (item.acceptedOn === null) return null;
  const to = ended ?? today;
  return { from: item.acceptedOn, to: to < item.acceptedOn ? item.acceptedOn : to };
}

/** A stretch that begins after a day, as whole days up to `last`; null when none is left. */
function daysWithin({ after, through }: AfterThrough, first: CivilDay, last: CivilDay): Stretch | null {
  const next = addDays(after, 1);
  const from = next < first ? first : next;
  const to = through !== null && through < last ? through : last;
  return from <= to ? { from, to } : null;
}

/** Days between receipt and acceptance that waited for the investor to complete the set. */
function correctionsOf(item: Item, spans: ItemSpans, today: CivilDay): readonly Stretch[] {
  const { receivedOn } = item;
  if (receivedOn === null) return [];
  const last = item.acceptedOn ?? endOf(item) ?? today;
  return spans.investor.flatMap((span) => (span.after < receivedOn ? [] : (daysWithin(span, receivedOn, last) ?? [])));
}

/** Days the department's clock left out, with the procedures that caused them. */
function pausedStretches(state: ProjectCase, item: Item, spans: ItemSpans, today: CivilDay): readonly PausedStretch[] {
  const { acceptedOn } = item;
  if (acceptedOn === null) return [];
  const last = endOf(item) ?? today;
  return spans.procedure.flatMap((span) => {
    const days = daysWithin(span, acceptedOn, last);
    if (days === null) return [];
    const causes = proceduresOf(state, item).filter((procedure) => procedure.openedOn <= days.to && (procedure.closedOn ?? last) >= days.from);
    return [{ ...days, kinds: [...new Set(causes.map((cause) => cause.kind))], open: span.through === null && endOf(item) === null }];
  });
}

function budgetOf(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, today: CivilDay): TimelineBudget {
  const { used, limit, days } = budgetUsed(state, pack, calendar, today);
  if (limit === null || days.length === 0) return { used, limit, endsOn: null, exceeded: false };
  if (used < limit)
    return { used, limit, endsOn: state.project.completedOn === null ? calendar.nthWorkingDayAfter(today, limit - used) : null, exceeded: false };
  const usedUpOn = days.find((day) => budgetUsed(state, pack, calendar, day).used >= limit) ?? null;
  return { used, limit, endsOn: usedUpOn, exceeded: used > limit };
}
