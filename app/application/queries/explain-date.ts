import type { CivilDay } from "../../domain/calendar/calendar-date";
import { addDays, weekdayOf } from "../../domain/calendar/calendar-date";
import type { DayKind } from "../../domain/calendar/working-calendar";
import type { Actor } from "../../domain/case/context";
import { clockSpecs } from "../../domain/clock/item-clocks";
import { type LedgerLine, ledgerOf } from "../../domain/clock/ledger";
import type { PauseRule, StartRule, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type ClockView, clocksOf } from "./item";
import { departmentOf, type ItemView, procedureName, viewItem } from "./item-view";
import { caseByItem } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

export interface ExplainedDay extends Omit<LedgerLine, "why" | "by"> {
  readonly dayKind: DayKind;
  /** Holiday name as published, closure reason, or kind of the pause. */
  readonly why: Words | null;
  /** Who caused the pause. */
  readonly by: Words | "investor" | null;
  readonly isToday: boolean;
  readonly isDue: boolean;
  readonly ahead: boolean;
  readonly provisional: boolean;
}

/** Monday to Sunday; days outside the ledger are left out. */
export interface ExplainedWeek {
  readonly monday: CivilDay;
  readonly days: readonly ExplainedDay[];
  /** Days counted in this week, and the running number at its end. */
  readonly counted: number;
  readonly through: number | null;
}

export interface ExplainDatePage {
  readonly head: ProjectHead;
  readonly item: ItemView;
  readonly today: CivilDay;
  readonly clock: ClockView;
  /** The other clock, when it runs too. */
  readonly others: readonly ClockView["which"][];
  readonly startRule: StartRule;
  readonly pauseRule: PauseRule;
  readonly weeks: readonly ExplainedWeek[];
  readonly totals: Readonly<Record<LedgerLine["kind"], number>>;
  readonly calendarPublishedThrough: CivilDay;
  readonly packName: Words;
}

/**
 * The day-by-day account of one clock of an item: the last number up to today is the days used, and the day with the whole
 * limit's number is the due day. Null when item or clock is not there. 2 statements.
 */
export async function explainDatePage(
  services: Services,
  actor: Actor,
  itemNo: string,
  which: ClockView["which"] | null,
): Promise<ExplainDatePage | "no-clock" | null> {
  const seen = await caseByItem(services, actor, itemNo);
  if (!seen) return null;
  const { found, item } = seen;
  const { state, pack, calendar, today } = found;
  const clocks = clocksOf(found, item);
  const clock = clocks.find((candidate) => candidate.which === which) ?? clocks[0];
  const spec = clock && clockSpecs(state, item, pack)[clock.which];
  if (!clock || !spec) return "no-clock";

  const days = ledgerOf(spec, calendar, today).map((line): ExplainedDay => {
    const paused = line.kind === "paused";
    return {
      ...line,
      dayKind: calendar.kindOf(line.day),
      why: line.why === null ? null : paused ? procedureName(pack, line.why) : { zh: line.why, en: line.why },
      by: line.by === null ? null : line.by === "investor" ? "investor" : departmentOf(pack, line.by),
      isToday: line.day === today,
      isDue: line.day === clock.reading.dueOn,
      ahead: line.day > today,
      provisional: calendar.isProvisional(line.day),
    };
  });
  const totals: Record<LedgerLine["kind"], number> = {
    start: 0,
    counted: 0,
    weekend: 0,
    holiday: 0,
    "make-up": 0,
    closure: 0,
    paused: 0,
    extension: 0,
    overdue: 0,
  };
  for (const { kind } of days) totals[kind] += 1;
  return {
    head: headOf(found),
    item: viewItem(found, item),
    today,
    clock,
    others: clocks.filter((candidate) => candidate !== clock).map((candidate) => candidate.which),
    startRule: spec.startRule,
    pauseRule: spec.pauseRule,
    weeks: byWeek(days),
    totals,
    calendarPublishedThrough: calendar.publishedThrough,
    packName: pack.name,
  };
}

function byWeek(days: readonly ExplainedDay[]): readonly ExplainedWeek[] {
  const weeks = new Map<CivilDay, ExplainedDay[]>();
  for (const day of days) {
    const monday = addDays(day.day, -((weekdayOf(day.day) + 6) % 7));
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  return [...weeks].map(([monday, inside]) => {
    const counted = inside.filter((day) => day.counted !== null);
    return { monday, days: inside, counted: counted.length, through: counted.at(-1)?.counted ?? null };
  });
}
