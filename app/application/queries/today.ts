import { and, count, isNotNull, isNull, sql } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { DayKind } from "../../domain/calendar/working-calendar";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";
import { readCursor } from "./keyset";
import { countReady } from "./ready-count";
import { GROUPS_OF, isIn, needsProject, ownWork, type WorkGroup, type WorkScope } from "./work-groups";
import { findRows, ofProject, tellRows, type WorkRow, workPage } from "./work-rows";

/** Rows of one page of work. */
const PAGE_SIZE = 20;
/** Counting stops here: nobody works through more in a day, and the answer stays quick in a province. */
export const MOST_COUNTED = 1000;

export interface Figure {
  readonly group: WorkGroup;
  /** Never more than `MOST_COUNTED`. */
  readonly count: number;
}

export interface TodayPage {
  readonly today: CivilDay;
  readonly dayKind: DayKind;
  readonly dayName: string | null;
  readonly figures: readonly Figure[];
  /** The group shown alone, or null for the most urgent of all. */
  readonly group: WorkGroup | null;
  readonly rows: readonly WorkRow[];
  readonly next: string | null;
  /** Whether more waits than the rows to begin with; the figures lead to all of it. */
  readonly cut: boolean;
}

/**
 * What waits for this person: figures by kind and the rows to begin with. At most ten statements, each within the person's
 * projects, department or centre and each with a limit.
 */
export async function todayPage(services: Services, actor: Actor, asked: { readonly group: string | null; readonly after: string | null }): Promise<TodayPage> {
  const today = services.today();
  const calendar = services.calendarOf(actor.centreId);
  const scope: WorkScope = { q: services.db.q, t: services.db.t, actor, today };
  const groups = GROUPS_OF[actor.role];
  const group = groups.find((candidate) => candidate === asked.group) ?? null;
  const figures = await countGroups(scope, groups);
  const page = group
    ? { ...(await workPage(services, scope, group, PAGE_SIZE, readCursor(asked.after, "day"))), cut: false }
    : { ...(await mostUrgent(services, scope, figures)), next: null };
  return { today, dayKind: calendar.kindOf(today), dayName: calendar.nameOf(today), figures, group, ...page };
}

/** Counts every group in one statement, each up to `MOST_COUNTED`. */
export async function countGroups(scope: WorkScope, groups: readonly WorkGroup[]): Promise<readonly Figure[]> {
  const counted = scope.actor.role === "agent" ? await countOwnProjects(scope, groups) : await countWithLimit(scope, groups);
  return groups.map((group) => ({ group, count: Math.min(counted.get(group) ?? 0, MOST_COUNTED) }));
}

/** Kinds whose items may have been delivered; every other but `ready` waits only while an item is under way. */
const BEYOND_DELIVERY: readonly WorkGroup[] = ["gaps"];

/**
 * One pass over the items under way in an officer's own projects: there are never so many that counting must stop early. 2 statements.
 */
async function countOwnProjects(scope: WorkScope, groups: readonly WorkGroup[]): Promise<ReadonlyMap<WorkGroup, number>> {
  const { q, t } = scope;
  const counted = groups.filter((group) => group !== "ready");
  const sums = Object.fromEntries(
    counted.map((group) => {
      const where = and(ownWork(scope), isIn(group, scope));
      const n = BEYOND_DELIVERY.includes(group)
        ? sql<number>`(${q.select({ n: count() }).from(t.item).where(where)})`
        : sql<number>`sum(case when ${isIn(group, scope)} then 1 else 0 end)`;
      return [group, n.mapWith(Number)];
    }),
  );
  const underWay = and(ownWork(scope), isNotNull(t.item.receivedOn), isNull(t.item.deliveredOn));
  const [row] = await q.select(sums).from(t.item).where(underWay);
  const counts = new Map<WorkGroup, number>(counted.map((group) => [group, row?.[group] ?? 0]));
  return groups.includes("ready") ? counts.set("ready", await countReady(scope)) : counts;
}

/** A centre or department may hold far more than anybody works through: each group is counted apart and stops at its limit. */
async function countWithLimit(scope: WorkScope, groups: readonly WorkGroup[]): Promise<ReadonlyMap<WorkGroup, number>> {
  const { q, t } = scope;
  const counts = groups.map((group) => {
    const where = and(ownWork(scope), isIn(group, scope));
    const items = q.select({ id: t.item.id }).from(t.item);
    const found = (needsProject(group) ? items.innerJoin(t.project, ofProject(t)).where(where) : items.where(where)).limit(MOST_COUNTED).as("found");
    return q.select({ group: sql<WorkGroup>`${sql.raw(`'${group}'`)}`.as("work_group"), n: count() }).from(found);
  });
  const [first, second, ...others] = counts;
  if (!first) return new Map();
  const rows = await (second ? others.reduce((all, one) => all.unionAll(one), first.unionAll(second)) : first);
  return new Map(rows.map((row) => [row.group, Number(row.n)]));
}

const CLOCKS: readonly WorkGroup[] = ["overdue", "due-soon", "in-time"];
/** Groups whose items also stand in a group of their clock. */
const ASKS: readonly WorkGroup[] = ["extension", "second-list", "gaps", "proposals", "to-sign"];
const UNDATED: readonly WorkGroup[] = ["no-limit", "paused", "ready", "path"];

/** The rows to begin with: those that are late, then by the day they wait for, then paused ones, then those without a day. */
async function mostUrgent(services: Services, scope: WorkScope, figures: readonly Figure[]): Promise<Pick<TodayPage, "rows" | "cut">> {
  const found = [];
  let dated = 0;
  let cut = false;
  for (const { group, count: n } of figures) {
    // These are one list by day, cut in pieces, and what has no day comes after it: a full page needs no more of them.
    const waits = UNDATED.includes(group) || CLOCKS.includes(group);
    if (n === 0) continue;
    if (waits && dated >= PAGE_SIZE) {
      cut = true;
      continue;
    }
    const rows = (await findRows(scope, group, PAGE_SIZE, null)).slice(0, PAGE_SIZE);
    cut ||= n > rows.length;
    if (CLOCKS.includes(group)) dated += rows.length;
    found.push(...rows);
  }
  // An item may stand in a group of its clock and in one that asks for an act: what must be confirmed is shown first, what is late as late, the rest by the act.
  const told = ({ group }: { readonly group: WorkGroup }) => (group === "proposals" ? 3 : group === "overdue" ? 2 : ASKS.includes(group) ? 1 : 0);
  const once = [...new Map([...found].sort((a, b) => told(a) - told(b)).map((row) => [row.id, row])).values()];
  const rows = await tellRows(services, scope, once);
  const rank = ({ waitsFor: { light, on } }: WorkRow) => (light === "late" ? 0 : on !== null ? 1 : light === "paused" ? 2 : 3);
  const day = (row: WorkRow) => row.waitsFor.on ?? "9999-12-31";
  const first = [...rows].sort((a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)).slice(0, PAGE_SIZE);
  return { rows: first, cut: cut || rows.length > PAGE_SIZE };
}
