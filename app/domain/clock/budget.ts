import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Item, ProjectCase } from "../case/state";
import type { BudgetMode, Pack } from "../pack/pack";
import { isCounted } from "../plan/plan";
import { lastChargedDay } from "./holder";
import { type ItemSpans, reviewSpans } from "./item-spans";

/** Used where the pack does not say (domain.md 7.4). */
const DEFAULT_MODE: BudgetMode = "union";

export interface BudgetReading {
  /** Working days used. */
  readonly used: number;
  /** Working days of the project's budget; null where the place sets none. */
  readonly limit: number | null;
  readonly mode: BudgetMode;
  /** The days counted, each once and in order. In `stage-sum` a day two stages share counts twice in `used`. */
  readonly days: readonly CivilDay[];
}

/** An item and the days of its department. */
type Charged = Pick<ItemSpans, "item" | "department">;

/** Working days through `last` on which at least one of these items' department clocks counted. */
function countedDays(charged: readonly Charged[], last: CivilDay, calendar: WorkingCalendar): ReadonlySet<CivilDay> {
  const days = new Set<CivilDay>();
  for (const { department } of charged)
    for (const { after, through } of department)
      for (const day of calendar.workingDays(after, through === null || through > last ? last : through)) days.add(day);
  return days;
}

/** Every working day after the first acceptance through `last`, whoever had it. */
function calendarDays(state: ProjectCase, last: CivilDay, calendar: WorkingCalendar): ReadonlySet<CivilDay> {
  const accepted = Object.values(state.items).flatMap((item) => (item.acceptedOn === null || item.status === "dropped" ? [] : [item.acceptedOn]));
  const first = accepted.sort()[0];
  return new Set(first === undefined ? [] : calendar.workingDays(first, last));
}

/** Whether the plan counts the item's days: the budget is spent by exactly the items it was made for (Z06: not by forwarded ones). */
function isBudgeted(item: Item, pack: Pack): boolean {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  return rule === undefined || isCounted(rule);
}

/**
 * Working days of the project's budget (10/47/60 …) used by `asOf`, by the mode of the category (domain.md 7.4):
 * `union`: days on which at least one department's clock counts, each once; `stage-sum`: the same per stage, added up;
 * `calendar`: every working day since the first acceptance. Items the plan does not count (milestones, services, forwarded items)
 * spend none of the first two.
 * @param asOf civil day in Beijing time
 */
export function budgetUsed(state: ProjectCase, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): BudgetReading {
  const category = pack.categories.find((candidate) => candidate.code === state.project.category);
  const mode = category?.budgetMode.value ?? DEFAULT_MODE;
  const limit = state.project.budgetWorkingDays ?? category?.budgetWorkingDays.value ?? null;
  const last = lastChargedDay(state, asOf);
  const reading = (days: ReadonlySet<CivilDay>, used = days.size): BudgetReading => ({ used, limit, mode, days: [...days].sort() });
  if (mode === "calendar") return reading(calendarDays(state, last, calendar));
  const charged = Object.values(state.items)
    .filter((item) => isBudgeted(item, pack))
    .map((item) => ({ item, department: reviewSpans(state, item, pack, calendar).department }));
  const union = countedDays(charged, last, calendar);
  if (mode === "union") return reading(union);
  const stages = [...new Set(charged.map(({ item }) => item.stage))];
  const sum = stages.reduce(
    (days, stage) =>
      days +
      countedDays(
        charged.filter(({ item }) => item.stage === stage),
        last,
        calendar,
      ).size,
    0,
  );
  return reading(union, sum);
}
