import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Item, ProjectCase } from "../case/state";
import type { Pack } from "../pack/pack";
import { type ItemSpans, itemSpans } from "./item-spans";
import type { Stretch } from "./standstill";

/** Whose day it is. */
export type Holder =
  | { readonly kind: "department"; readonly code: string }
  | { readonly kind: "investor" }
  | { readonly kind: "procedure" }
  | { readonly kind: "upper" }
  | { readonly kind: "centre" }
  | { readonly kind: "nobody" };

export interface HolderDay {
  readonly day: CivilDay;
  readonly holder: Holder;
}

export interface HolderTotal {
  readonly holder: Holder;
  readonly workingDays: number;
}

/** Every working day once, in order, and the sum per holder: departments first (most days first), then procedure, upper, centre, investor, nobody. */
export interface HolderDays {
  readonly days: readonly HolderDay[];
  readonly totals: readonly HolderTotal[];
}

const INVESTOR: Holder = { kind: "investor" };
const PROCEDURE: Holder = { kind: "procedure" };
const UPPER: Holder = { kind: "upper" };
const CENTRE: Holder = { kind: "centre" };
const NOBODY: Holder = { kind: "nobody" };
const ORDER: readonly Holder["kind"][] = ["department", "procedure", "upper", "centre", "investor", "nobody"];

const codeOf = (holder: Holder): string => (holder.kind === "department" ? holder.code : "");

function totalsOf(days: readonly HolderDay[]): readonly HolderTotal[] {
  const totals = new Map<string, { holder: Holder; workingDays: number }>();
  for (const { holder } of days) {
    const key = `${holder.kind} ${codeOf(holder)}`;
    const total = totals.get(key) ?? { holder, workingDays: 0 };
    total.workingDays += 1;
    totals.set(key, total);
  }
  return [...totals.values()].sort(
    (a, b) => ORDER.indexOf(a.holder.kind) - ORDER.indexOf(b.holder.kind) || b.workingDays - a.workingDays || (codeOf(a.holder) < codeOf(b.holder) ? -1 : 1),
  );
}

/** Charges each working day of `first` … `last` to the first holder, by rank and then by due day and ordinal, whose stretch covers it. */
function charge(spans: readonly ItemSpans[], first: CivilDay, last: CivilDay, calendar: WorkingCalendar): HolderDays {
  const eve = addDays(first, -1);
  const days = calendar.workingDays(eve, last);
  const holders: (Holder | undefined)[] = [];
  const claim = (stretches: readonly Stretch[], holder: Holder) => {
    for (const { after, through } of stretches) {
      const end = through === null ? days.length : Math.min(days.length, calendar.workingDaysBetween(eve, through));
      for (let i = Math.max(0, calendar.workingDaysBetween(eve, after)); i < end; i += 1) holders[i] ??= holder;
    }
  };
  const dueFirst = [...spans].sort((a, b) => {
    const [dueA, dueB] = [a.dueOn ?? "9999-12-31", b.dueOn ?? "9999-12-31"];
    return dueA < dueB ? -1 : dueA > dueB ? 1 : a.item.ordinal - b.item.ordinal;
  });
  for (const { item, department } of dueFirst) claim(department, { kind: "department", code: item.departmentCode });
  for (const { procedure } of spans) claim(procedure, PROCEDURE);
  for (const { upper } of spans) claim(upper, UPPER);
  for (const { centre } of spans) claim(centre, CENTRE);
  for (const { investor } of spans) claim(investor, INVESTOR);
  const charged = days.map((day, at) => ({ day, holder: holders[at] ?? NOBODY }));
  return { days: charged, totals: totalsOf(charged) };
}

/** Last day of the project that is charged to anybody. */
export const lastChargedDay = (state: ProjectCase, asOf: CivilDay): CivilDay =>
  state.project.completedOn !== null && state.project.completedOn < asOf ? state.project.completedOn : asOf;

/**
 * "Whose days": every working day from registration to completion (or `asOf`) charged to exactly one holder. The department whose
 * clock counts that day (of several the item due first, then the lower ordinal); else the outside procedure that stops a clock; else the
 * upper level that has a forwarded file; else the centre while an item waits for acceptance; else the investor while a correction is open or an item is ready to be handed in; else nobody.
 * @param asOf civil day in Beijing time
 */
export function daysByHolder(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): HolderDays {
  const spans = Object.values(state.items)
    .map((item) => itemSpans(state, item, pack, calendar))
    .sort((a, b) => a.item.ordinal - b.item.ordinal);
  return charge(spans, state.project.registeredOn, lastChargedDay(state, asOf), calendar);
}

/** The same for one item alone, from the first day anybody has it to its end (or `asOf`). */
export function itemDays(state: ProjectCase, item: Item, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): HolderDays {
  const spans = itemSpans(state, item, pack, calendar);
  const starts = [...spans.department, ...spans.procedure, ...spans.upper, ...spans.centre, ...spans.investor].map(({ after }) => addDays(after, 1)).sort();
  const first = starts[0];
  const ended = item.decidedOn ?? item.endedOn;
  const last = ended !== null && ended < asOf ? ended : asOf;
  return first === undefined ? { days: [], totals: [] } : charge([spans], first, last, calendar);
}
