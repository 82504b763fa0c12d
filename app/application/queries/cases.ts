import { and, asc, count, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { CivilDay, Instant } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { ProjectStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import type { CategoryCode, Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { behind, type CursorKind, inOrder, readCursor, turned, type Way, writeCursor } from "./keyset";

export const CASES_PAGE_SIZE = 50;
/** Counting stops here; the list says "more than". */
export const MOST_CASES_COUNTED = 1000;

export type CaseSort = "updated" | "due" | "name" | "number";
export type CaseLight = "late" | "warn" | "paused" | "ok";

/** What is asked of the list, as it stands in the address. */
export interface CasesAsked {
  readonly q: string;
  readonly light: CaseLight | null;
  readonly status: ProjectStatus | null;
  readonly category: CategoryCode | null;
  /** Person id, or `none` for projects without an officer. */
  readonly agent: string | null;
  readonly sort: CaseSort;
  readonly way: Way;
  readonly after: string | null;
  readonly before: string | null;
}

export interface CaseRow {
  readonly projectNo: string;
  readonly projectCode: string | null;
  readonly name: string;
  readonly category: Words;
  readonly enterpriseName: string;
  readonly agentName: string | null;
  readonly status: ProjectStatus;
  readonly light: ClockLight;
  readonly nextDueOn: CivilDay | null;
  /** Working days to `nextDueOn`; negative once it has passed. */
  readonly remaining: number | null;
  readonly itemCount: number;
  readonly closedCount: number;
  readonly pausedCount: number;
  readonly correctingCount: number;
  readonly updatedAt: Instant;
}

export interface CasesPage {
  readonly today: CivilDay;
  readonly rows: readonly CaseRow[];
  readonly previous: string | null;
  readonly next: string | null;
  /** Never more than `MOST_CASES_COUNTED`. */
  readonly count: number;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly { readonly code: CategoryCode; readonly name: Words }[];
}

const KIND: Readonly<Record<CaseSort, CursorKind>> = { updated: "instant", due: "day", name: "text", number: "text" };

/** One page of the projects this person may see, filtered and sorted by the database. 3 statements. */
export async function casesPage(services: Services, actor: Actor, asked: CasesAsked): Promise<CasesPage> {
  const { db } = services;
  const { project: p } = db.t;
  const today = services.today();
  const where = and(inScope(services, actor), matching(services, actor, asked, today));
  const column = { updated: p.updatedAt, due: p.nextDueOn, name: p.name, number: p.projectNo }[asked.sort];
  const before = readCursor(asked.before, KIND[asked.sort]);
  const cursor = before ?? readCursor(asked.after, KIND[asked.sort]);
  const way = before ? turned(asked.way) : asked.way;

  const found = await db.q
    .select({
      id: p.id,
      projectNo: p.projectNo,
      projectCode: p.projectCode,
      name: p.name,
      category: p.category,
      packDigest: p.packDigest,
      enterpriseName: p.enterpriseName,
      agentName: p.agentName,
      status: p.status,
      warnFrom: p.warnFrom,
      lateFrom: p.lateFrom,
      nextDueOn: p.nextDueOn,
      itemCount: p.itemCount,
      closedCount: p.closedCount,
      runningCount: p.runningCount,
      pausedCount: p.pausedCount,
      correctingCount: p.correctingCount,
      updatedAt: p.updatedAt,
    })
    .from(p)
    .where(and(where, cursor ? behind(column, p.id, cursor, way) : undefined))
    .orderBy(...inOrder(column, p.id, way))
    .limit(CASES_PAGE_SIZE + 1);

  const more = found.length > CASES_PAGE_SIZE;
  const shown = found.slice(0, CASES_PAGE_SIZE);
  if (before) shown.reverse();
  const keyOf = (row: (typeof shown)[number] | undefined) =>
    row ? writeCursor({ value: { updated: row.updatedAt, due: row.nextDueOn ?? "", name: row.name, number: row.projectNo }[asked.sort], id: row.id }) : null;
  const calendar = services.calendarOf(actor.centreId);
  return {
    today,
    rows: shown.map((row) => ({
      ...row,
      category: categoryName(services.pack(row.packDigest), row.category),
      light: lightOfProject(row, today),
      remaining: row.nextDueOn === null ? null : calendar.workingDaysBetween(today, row.nextDueOn),
    })),
    previous: (before ? more : cursor !== null) ? keyOf(shown[0]) : null,
    next: before || more ? keyOf(shown.at(-1)) : null,
    count: await countCases(services, where),
    agents: await agentNames(services, actor.centreId),
    categories: categoriesOf(services),
  };
}

const categoryName = (pack: Pack, code: CategoryCode): Words => pack.categories.find((category) => category.code === code)?.name ?? { zh: code, en: code };

/** The worst light among the items of a project, from its summary columns. */
export function lightOfProject(
  row: { readonly warnFrom: CivilDay | null; readonly lateFrom: CivilDay | null; readonly runningCount: number; readonly pausedCount: number },
  today: CivilDay,
): ClockLight {
  if (row.lateFrom !== null && row.lateFrom <= today) return "late";
  if (row.warnFrom !== null && row.warnFrom <= today) return "warn";
  return row.runningCount > 0 ? "ok" : row.pausedCount > 0 ? "paused" : "none";
}

/** A reviewer sees the projects in which the own department has an item or was called to a review; the others the whole centre. */
function inScope({ db }: Services, actor: Actor): SQL | undefined {
  const { project: p, item: i, jointReview: r } = db.t;
  const centre = eq(p.centreId, actor.centreId);
  if (actor.role !== "reviewer") return centre;
  const own = actor.departmentCode ?? "";
  const items = db.q
    .select({ one: sql`1` })
    .from(i)
    .where(and(eq(i.centreId, p.centreId), eq(i.projectId, p.id), eq(i.departmentCode, own)));
  const reviews = db.q
    .select({ one: sql`1` })
    .from(r)
    .where(and(eq(r.centreId, p.centreId), eq(r.projectId, p.id), sql`cast(${r.departmentCodes} as text) like ${`%"${own}"%`}`));
  return and(centre, sql`(exists ${items} or exists ${reviews})`);
}

function matching({ db }: Services, actor: Actor, asked: CasesAsked, today: CivilDay): SQL | undefined {
  const { project: p } = db.t;
  return and(
    asked.q === "" ? undefined : (db.x.matchProjects(asked.q, actor.centreId) ?? undefined),
    asked.status ? eq(p.status, asked.status) : undefined,
    asked.category ? eq(p.category, asked.category) : undefined,
    asked.agent === null ? undefined : asked.agent === "none" ? isNull(p.agentId) : eq(p.agentId, asked.agent),
    asked.light === "late" ? lte(p.lateFrom, today) : undefined,
    asked.light === "warn" ? and(lte(p.warnFrom, today), or(isNull(p.lateFrom), gt(p.lateFrom, today))) : undefined,
    asked.light === "paused" ? gt(p.pausedCount, 0) : undefined,
    asked.light === "ok" ? and(gt(p.runningCount, 0), or(isNull(p.warnFrom), gt(p.warnFrom, today))) : undefined,
    asked.sort === "due" ? isNotNull(p.nextDueOn) : undefined,
  );
}

async function countCases({ db }: Services, where: SQL | undefined): Promise<number> {
  const found = db.q.select({ id: db.t.project.id }).from(db.t.project).where(where).limit(MOST_CASES_COUNTED).as("found");
  const [row] = await db.q.select({ n: count() }).from(found);
  return Number(row?.n ?? 0);
}

async function agentNames({ db }: Services, centreId: string): Promise<CasesPage["agents"]> {
  const { person, personRole } = db.t;
  return db.q
    .select({ id: person.id, name: person.name })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.centreId, centreId), eq(personRole.role, "agent")))
    .orderBy(asc(person.name));
}

/** Categories of all rule sets, each code once: older projects may carry one that the newest no longer has. */
function categoriesOf({ packs }: Services): CasesPage["categories"] {
  const byCode = new Map(packs.flatMap((pack) => pack.categories.map((category) => [category.code, { code: category.code, name: category.name }] as const)));
  return [...byCode.values()];
}
