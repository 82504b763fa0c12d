import { and, asc, count, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { prepared } from "../../../db/port";
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
  const { q, t } = services.db;
  const { project: p } = t;
  const today = services.today();
  const asking = conditions(services, actor, asked, today);
  const { where, shape, values } = asking;
  const column = { updated: p.updatedAt, due: p.nextDueOn, name: p.name, number: p.projectNo }[asked.sort];
  const before = readCursor(asked.before, KIND[asked.sort]);
  const cursor = before ?? readCursor(asked.after, KIND[asked.sort]);
  const way = before ? turned(asked.way) : asked.way;
  const from = cursor && behind(column, p.id, { value: placeholder("value"), id: placeholder("id") }, way);

  const found = await prepared(q, shape && `cases ${shape} ${asked.sort} ${way} ${cursor ? "on" : ""}`, () =>
    q
      .select({
        id: p.id,
        projectNo: p.projectNo,
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
      .where(and(where, from ?? undefined))
      .orderBy(...inOrder(column, p.id, way))
      .limit(CASES_PAGE_SIZE + 1),
  ).execute({ ...values, ...cursor });

  const more = found.length > CASES_PAGE_SIZE;
  const shown = found.slice(0, CASES_PAGE_SIZE);
  if (before) shown.reverse();
  const keyOf = (row: (typeof shown)[number] | undefined) =>
    row ? writeCursor({ value: { updated: row.updatedAt, due: row.nextDueOn ?? "", name: row.name, number: row.projectNo }[asked.sort], id: row.id }) : null;
  const calendar = services.calendarOf(actor.centreId);
  return {
    today,
    rows: shown.map((row) => ({
      projectNo: row.projectNo,
      name: row.name,
      category: categoryName(services.pack(row.packDigest), row.category),
      enterpriseName: row.enterpriseName,
      agentName: row.agentName,
      status: row.status,
      light: lightOfProject(row, today),
      nextDueOn: row.nextDueOn,
      remaining: row.nextDueOn === null ? null : calendar.workingDaysBetween(today, row.nextDueOn),
      itemCount: row.itemCount,
      closedCount: row.closedCount,
      pausedCount: row.pausedCount,
      correctingCount: row.correctingCount,
      updatedAt: row.updatedAt,
    })),
    previous: (before ? more : cursor !== null) ? keyOf(shown[0]) : null,
    next: before || more ? keyOf(shown.at(-1)) : null,
    // A first page that is not full has been counted already.
    count: cursor || more ? await countCases(services, asking) : found.length,
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

const { placeholder } = sql;

interface Conditions {
  readonly where: SQL | undefined;
  /** Names the combination of conditions, so that the query is built once; null for a search, whose terms are part of the query. */
  readonly shape: string | null;
  /** What the placeholders stand for. */
  readonly values: Readonly<Record<string, unknown>>;
}

function conditions(services: Services, actor: Actor, asked: CasesAsked, today: CivilDay): Conditions {
  const { status, category, agent, light, q, sort } = asked;
  const officer = agent === null || agent === "none" ? agent : "one";
  return {
    where: and(inScope(services, actor), matching(services, actor, asked)),
    shape: q === "" ? [actor.role === "reviewer", status !== null, category !== null, officer, light, sort === "due"].join(" ") : null,
    values: { centreId: actor.centreId, department: actor.departmentCode ?? "", called: `%"${actor.departmentCode ?? ""}"%`, today, status, category, agent },
  };
}

/** A reviewer sees the projects in which the own department has an item, was called to a review or handed down a standard; the others the whole centre. */
function inScope({ db }: Services, actor: Actor): SQL | undefined {
  const { project: p, item: i, jointReview: r, commitmentStandard: s } = db.t;
  const centre = eq(p.centreId, placeholder("centreId"));
  if (actor.role !== "reviewer") return centre;
  const items = db.q
    .select({ one: sql`1` })
    .from(i)
    .where(and(eq(i.centreId, p.centreId), eq(i.projectId, p.id), eq(i.departmentCode, placeholder("department"))));
  const reviews = db.q
    .select({ one: sql`1` })
    .from(r)
    .where(and(eq(r.centreId, p.centreId), eq(r.projectId, p.id), sql`cast(${r.departmentCodes} as text) like ${placeholder("called")}`));
  const standards = db.q
    .select({ one: sql`1` })
    .from(s)
    .where(and(eq(s.centreId, p.centreId), eq(s.projectId, p.id), eq(s.departmentCode, placeholder("department"))));
  return and(centre, sql`(exists ${items} or exists ${reviews} or exists ${standards})`);
}

function matching({ db }: Services, actor: Actor, asked: CasesAsked): SQL | undefined {
  const { project: p } = db.t;
  const today = placeholder("today");
  return and(
    asked.q === "" ? undefined : (db.x.matchProjects(asked.q, actor.centreId) ?? undefined),
    asked.status ? eq(p.status, placeholder("status")) : undefined,
    asked.category ? eq(p.category, placeholder("category")) : undefined,
    asked.agent === null ? undefined : asked.agent === "none" ? isNull(p.agentId) : eq(p.agentId, placeholder("agent")),
    asked.light === "late" ? lte(p.lateFrom, today) : undefined,
    asked.light === "warn" ? and(lte(p.warnFrom, today), or(isNull(p.lateFrom), gt(p.lateFrom, today))) : undefined,
    asked.light === "paused" ? gt(p.pausedCount, 0) : undefined,
    asked.light === "ok" ? and(gt(p.runningCount, 0), or(isNull(p.warnFrom), gt(p.warnFrom, today))) : undefined,
    asked.sort === "due" ? isNotNull(p.nextDueOn) : undefined,
  );
}

async function countCases({ db: { q, t } }: Services, { where, shape, values }: Conditions): Promise<number> {
  const [row] = await prepared(q, shape && `count of cases ${shape}`, () =>
    q.select({ n: count() }).from(q.select({ id: t.project.id }).from(t.project).where(where).limit(MOST_CASES_COUNTED).as("found")),
  ).execute(values);
  return Number(row?.n ?? 0);
}

async function agentNames({ db: { q, t } }: Services, centreId: string): Promise<CasesPage["agents"]> {
  const { person, personRole } = t;
  return prepared(q, "agents of a centre", () =>
    q
      .select({ id: person.id, name: person.name })
      .from(personRole)
      .innerJoin(person, eq(person.id, personRole.personId))
      .where(and(eq(personRole.centreId, placeholder("centreId")), eq(personRole.role, "agent")))
      .orderBy(asc(person.name)),
  ).execute({ centreId });
}

/** Categories of all rule sets, each code once: older projects may carry one that the newest no longer has. */
function categoriesOf({ packs }: Services): CasesPage["categories"] {
  const byCode = new Map(packs.flatMap((pack) => pack.categories.map((category) => [category.code, { code: category.code, name: category.name }] as const)));
  return [...byCode.values()];
}
