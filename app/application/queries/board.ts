import { and, count, eq, gte, inArray, lt, type SQL, sql, sum } from "drizzle-orm";
import { addMonths, type CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { CheckPoint } from "../../domain/case/parts/project-commitment";
import type { Services } from "../services";
import { type BoardPoint, CHECK_STATES, type CheckState, checkState, noticeState, type PromiseOutcome } from "./commitment-bands";
import {
  AGE_BANDS,
  type AgeBand,
  ageBand,
  lastMonths,
  READY_BANDS,
  type ReadyBand,
  readyBand,
  VALIDITY_BANDS,
  type ValidityBand,
  validityBand,
} from "./simulation-bands";

type Counts<K extends string> = readonly { readonly key: K; readonly n: number }[];

/** A month with what ended in it. */
export interface EndedMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly fulfilled: number;
  readonly breached: number;
}

export interface SavedMonth {
  readonly month: string;
  readonly runs: number;
  /** Sum over its runs; negative when conversion took longer. */
  readonly savedWorkingDays: number;
}

/** The manager's board. Every figure is counted by the same condition as the list it opens. */
export interface Board {
  readonly today: CivilDay;
  readonly ages: Counts<AgeBand>;
  readonly validity: Counts<ValidityBand>;
  readonly ready: Counts<ReadyBand>;
  readonly points: readonly { readonly point: BoardPoint; readonly states: Counts<CheckState> }[];
  /** Twelve months, oldest first. */
  readonly ended: readonly EndedMonth[];
  readonly saved: readonly SavedMonth[];
}

const sums = <K extends string>(keys: readonly K[], condition: (key: K) => SQL): Record<K, SQL<number>> =>
  Object.fromEntries(keys.map((key) => [key, sql<number>`sum(case when ${condition(key)} then 1 else 0 end)`.mapWith(Number)])) as Record<K, SQL<number>>;
const told = <K extends string>(keys: readonly K[], row: Readonly<Record<string, unknown>> | undefined): Counts<K> =>
  keys.map((key) => ({ key, n: Number(row?.[key] ?? 0) }));

/** Simulations, commitments and days saved of a centre. 8 statements, none of which reads a case. */
export async function boardPage(services: Services, actor: Actor): Promise<Board> {
  const { db } = services;
  const { q, t } = db;
  const { centreId } = actor;
  const today = services.today();
  const { simulatedRun: r, simulatedItem: s, supervisionCheck: c, noticeCommitment: n } = t;
  const [ages] = await q
    .select(sums(AGE_BANDS, (band) => ageBand(t, today, band)))
    .from(r)
    .where(and(eq(r.centreId, centreId), inArray(r.status, ["running", "converting"])));
  const [validity] = await q
    .select(sums(VALIDITY_BANDS, (band) => validityBand(t, today, band)))
    .from(s)
    .where(and(eq(s.centreId, centreId), inArray(s.status, ["opinion-given", "ready", "conversion-correcting"])));
  const [ready] = await q
    .select(sums(READY_BANDS, (band) => readyBand(t, today, band)))
    .from(s)
    .where(and(eq(s.centreId, centreId), inArray(s.status, ["ready", "conversion-correcting"])));
  const points = await q
    .select({ point: c.point, ...sums(CHECK_STATES, (state) => checkState(t, today, state)) })
    .from(c)
    .where(and(eq(c.centreId, centreId), inArray(c.status, ["planned", "rectifying", "failed"])))
    .groupBy(c.point);
  const [notices] = await q
    .select(sums(CHECK_STATES, (state) => noticeState(t, today, state)))
    .from(n)
    .where(and(eq(n.centreId, centreId), inArray(n.status, ["granted", "rectifying", "failed"])));
  const byPoint = new Map<BoardPoint, Readonly<Record<string, unknown>>>([...points.map((row) => [row.point, row] as const), ["notice", notices ?? {}]]);
  const all: readonly BoardPoint[] = ["before-start", "construction", "completion", "verification", "operation", "notice"] satisfies readonly (
    | CheckPoint
    | "notice"
  )[];
  return {
    today,
    ages: told(AGE_BANDS, ages),
    validity: told(VALIDITY_BANDS, validity),
    ready: told(READY_BANDS, ready),
    points: all.map((point) => ({ point, states: told(CHECK_STATES, byPoint.get(point)) })),
    ended: await endedByMonth(services, centreId),
    saved: await savedByMonth(services, centreId),
  };
}

const monthOf = (day: SQL | Parameters<typeof eq>[0]): SQL<string> => sql<string>`substr(cast(${day} as text), 1, 7)`;

/** Promises kept and broken in the last twelve months, of projects and of items together. 2 statements. */
async function endedByMonth({ db, today }: Services, centreId: string): Promise<readonly EndedMonth[]> {
  const { q, t } = db;
  const { commitment: c, noticeCommitment: n } = t;
  const months = lastMonths(today());
  const [from, to] = [`${months[0]}-01`, addMonths(`${months.at(-1)}-01`, 1)];
  const counted = new Map<string, number>();
  const add = (month: string, outcome: PromiseOutcome, k: number) => counted.set(`${month} ${outcome}`, (counted.get(`${month} ${outcome}`) ?? 0) + k);
  const projects = await q
    .select({ status: c.status, month: monthOf(c.endedOn), n: count() })
    .from(c)
    .where(and(eq(c.centreId, centreId), inArray(c.status, ["fulfilled", "breached"]), gte(c.endedOn, from), lt(c.endedOn, to)))
    .groupBy(c.status, monthOf(c.endedOn));
  for (const row of projects) add(row.month, row.status === "breached" ? "breached" : "fulfilled", Number(row.n));
  const items = await q
    .select({ status: n.status, month: monthOf(n.endedOn), n: count() })
    .from(n)
    .where(and(eq(n.centreId, centreId), inArray(n.status, ["closed", "revoked"]), gte(n.endedOn, from), lt(n.endedOn, to)))
    .groupBy(n.status, monthOf(n.endedOn));
  for (const row of items) add(row.month, row.status === "revoked" ? "breached" : "fulfilled", Number(row.n));
  return months.map((month) => ({ month, fulfilled: counted.get(`${month} fulfilled`) ?? 0, breached: counted.get(`${month} breached`) ?? 0 }));
}

/** Working days saved by runs whose last item was decided in each of the last twelve months. 1 statement. */
async function savedByMonth({ db, today }: Services, centreId: string): Promise<readonly SavedMonth[]> {
  const { simulatedRun: r } = db.t;
  const months = lastMonths(today());
  const [from, to] = [`${months[0]}-01`, addMonths(`${months.at(-1)}-01`, 1)];
  const rows = await db.q
    .select({ month: monthOf(r.savedOn), runs: count(), days: sum(r.savedWorkingDays) })
    .from(r)
    .where(and(eq(r.centreId, centreId), gte(r.savedOn, from), lt(r.savedOn, to)))
    .groupBy(monthOf(r.savedOn));
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  return months.map((month) => ({ month, runs: Number(byMonth.get(month)?.runs ?? 0), savedWorkingDays: Number(byMonth.get(month)?.days ?? 0) }));
}
