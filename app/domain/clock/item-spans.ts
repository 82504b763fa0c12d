import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { isFulfilled, isTracked } from "../case/moves";
import type { Item, ProjectCase } from "../case/state";
import type { Pack } from "../pack/pack";
import { dueDay } from "./due-date";
import { upperStretches } from "./forwarded";
import { clockSpecs, committedBasis } from "./item-clocks";
import { dayBeforeCounting, type Stretch, standstills } from "./standstill";

/**
 * Who had an item in hand, as stretches of days. A day belongs to whoever had the item when it began: the day of receipt is still
 * the investor's, the day of acceptance the centre's, the day of the decision the department's. That is the T+1 rule and the pause
 * rule `after`, read as handing over.
 */
export interface ItemSpans {
  readonly item: Item;
  /** Due day of the clock charged to the department, as if an open pause had not begun; null without a limit. */
  readonly dueOn: CivilDay | null;
  readonly department: readonly Stretch[];
  readonly procedure: readonly Stretch[];
  /** While the file is at the level above (转报): nobody's days here. */
  readonly upper: readonly Stretch[];
  readonly centre: readonly Stretch[];
  readonly investor: readonly Stretch[];
}

const NEVER: readonly Stretch[] = [];

const stretch = (after: CivilDay, through: CivilDay | null): readonly Stretch[] => (through === null || after < through ? [{ after, through }] : NEVER);

/** The stretch outside the holes; holes are in order and do not overlap. */
function without(after: CivilDay, through: CivilDay | null, holes: readonly Stretch[]): readonly Stretch[] {
  const parts: Stretch[] = [];
  let cursor: CivilDay | null = after;
  for (const hole of holes) {
    if (cursor === null || (through !== null && hole.after >= through)) break;
    parts.push(...stretch(cursor, hole.after));
    cursor = hole.through;
  }
  if (cursor !== null) parts.push(...stretch(cursor, through));
  return parts;
}

/** The hole cut to end with `through` at the latest. */
const upTo = (hole: Stretch, through: CivilDay | null): readonly Stretch[] =>
  stretch(hole.after, through !== null && (hole.through === null || hole.through > through) ? through : hole.through);

/**
 * Days charged to the deciding department: those its clock counts, from acceptance to the decision without pauses. The clock is the
 * committed one; where nothing is committed the statutory one; where neither is known, the department still has the item. None for an
 * item dropped from the plan: it has no clock.
 */
export function reviewSpans(
  state: ProjectCase,
  item: Item,
  pack: Pack,
  calendar: WorkingCalendar,
): Pick<ItemSpans, "dueOn" | "department" | "procedure" | "upper"> {
  const basis = committedBasis(state, item, pack);
  if (basis === null) return { dueOn: null, department: NEVER, procedure: NEVER, upper: NEVER };
  const upper = upperStretches(state, item);
  const { committed, statutory } = clockSpecs(state, item, pack);
  const spec = committed ?? statutory;
  const stops = standstills(spec ?? { ...basis, limitDays: 0 });
  const due = spec === null ? null : dueDay(spec, calendar, stops);
  // A pause that came after the due day cures nothing: those days stay the department's.
  const holes = stops.filter((stop) => due === null || stop.after < due);
  const counted = spec ?? basis;
  const dueOn =
    due ??
    (spec === null
      ? null
      : dueDay(
          spec,
          calendar,
          stops.filter((stop) => stop.through !== null),
        ));
  // A file that went up late makes the item no earlier, but while it is up there its days are not the department's.
  const here = (stretches: readonly Stretch[]) => stretches.flatMap(({ after, through }) => without(after, through, upper));
  return {
    dueOn,
    department: here(without(dayBeforeCounting(counted), counted.endedOn, holes)),
    procedure: here(holes.flatMap((hole) => upTo(hole, counted.endedOn))),
    upper,
  };
}

/** Days between receipt and acceptance: the investor's while a correction is open, the centre's otherwise. */
function intakeSpans(state: ProjectCase, item: Item): Pick<ItemSpans, "centre" | "investor"> {
  if (item.receivedOn === null) return { centre: NEVER, investor: NEVER };
  const until = item.acceptedOn ?? item.endedOn;
  const corrections = Object.values(state.corrections)
    .filter((correction) => correction.itemId === item.id && (until === null || correction.notifiedOn < until))
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((correction) => ({ after: correction.notifiedOn, through: correction.suppliedOn }));
  return { centre: without(item.receivedOn, until, corrections), investor: corrections.flatMap((correction) => upTo(correction, until)) };
}

/** Days on which a planned item could have been handed in: from the end of its last prerequisite, or from the plan, to its receipt. */
function readySpans(state: ProjectCase, item: Item): readonly Stretch[] {
  const { planConfirmedOn } = state.project;
  if (planConfirmedOn === null) return NEVER;
  // Nobody hands an item over to the investor when the plan is confirmed, so that day is already the investor's.
  let after = addDays(planConfirmedOn, -1);
  for (const other of item.prerequisites.length === 0 ? [] : Object.values(state.items)) {
    if (!item.prerequisites.includes(other.code) || other.status === "dropped") continue;
    if (!isFulfilled(other) || other.endedOn === null) return NEVER;
    if (other.endedOn > after) after = other.endedOn;
  }
  return stretch(after, isTracked(item) ? item.endedOn : (item.receivedOn ?? item.endedOn));
}

/** The spans of one item; all empty for an item dropped from the plan. */
export function itemSpans(state: ProjectCase, item: Item, pack: Pack, calendar: WorkingCalendar): ItemSpans {
  if (item.status === "dropped") return { item, dueOn: null, department: NEVER, procedure: NEVER, upper: NEVER, centre: NEVER, investor: NEVER };
  const intake = intakeSpans(state, item);
  return { item, ...reviewSpans(state, item, pack, calendar), centre: intake.centre, investor: [...readySpans(state, item), ...intake.investor] };
}
