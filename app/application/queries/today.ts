import { and, count, eq, sql } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { DayKind } from "../../domain/calendar/working-calendar";
import type { Actor } from "../../domain/case/context";
import type { Services } from "../services";
import { readCursor } from "./keyset";
import { GROUPS_OF, isIn, ownWork, type WorkGroup, type WorkScope } from "./work-groups";
import { findRows, tellRows, type WorkRow, workPage } from "./work-rows";

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
    ? await workPage(services, scope, group, PAGE_SIZE, readCursor(asked.after, "day"))
    : { rows: await mostUrgent(services, scope, figures), next: null };
  return { today, dayKind: calendar.kindOf(today), dayName: calendar.nameOf(today), figures, group, ...page };
}

/** Counts every group in one statement, each up to `MOST_COUNTED`. */
export async function countGroups(scope: WorkScope, groups: readonly WorkGroup[]): Promise<readonly Figure[]> {
  const { q, t } = scope;
  const counts = groups.map((group) => {
    const found = q
      .select({ id: t.item.id })
      .from(t.item)
      .innerJoin(t.project, and(eq(t.project.centreId, t.item.centreId), eq(t.project.id, t.item.projectId)))
      .where(and(ownWork(scope), isIn(group, scope)))
      .limit(MOST_COUNTED)
      .as("found");
    return q.select({ group: sql<string>`${sql.raw(`'${group}'`)}`.as("work_group"), n: count() }).from(found);
  });
  const [first, second, ...others] = counts;
  if (!first) return [];
  const rows = await (second ? others.reduce((all, one) => all.unionAll(one), first.unionAll(second)) : first);
  const byGroup = new Map(rows.map((row) => [row.group, Number(row.n)]));
  return groups.map((group) => ({ group, count: byGroup.get(group) ?? 0 }));
}

/** The rows to begin with: those that are late, then by the day they wait for, then paused ones, then those without a day. */
async function mostUrgent(services: Services, scope: WorkScope, figures: readonly Figure[]): Promise<readonly WorkRow[]> {
  const found = [];
  let running = 0;
  for (const { group, count: n } of figures) {
    // These three are one list by day, cut in pieces: what is late fills the page before anything else can.
    const isClock = group === "overdue" || group === "due-soon" || group === "in-time";
    if (n === 0 || (isClock && running >= PAGE_SIZE)) continue;
    const rows = (await findRows(scope, group, PAGE_SIZE, null)).slice(0, PAGE_SIZE);
    if (isClock) running += rows.length;
    found.push(...rows);
  }
  const once = [...new Map(found.map((row) => [row.id, row])).values()];
  const rows = await tellRows(services, scope, once);
  const rank = ({ waitsFor: { light, on } }: WorkRow) => (light === "late" ? 0 : on !== null ? 1 : light === "paused" ? 2 : 3);
  const day = (row: WorkRow) => row.waitsFor.on ?? "9999-12-31";
  return [...rows].sort((a, b) => rank(a) - rank(b) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)).slice(0, PAGE_SIZE);
}
