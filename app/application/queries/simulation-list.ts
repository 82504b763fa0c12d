import { and, count, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { SimulatedRunStatus, SimulatedStatus } from "../../domain/case/parts/simulation";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { behind, inOrder, readCursor, writeCursor } from "./keyset";
import {
  AGE_BANDS,
  type AgeBand,
  ageBand,
  isMonth,
  lastMonths,
  monthSpan,
  READY_BANDS,
  type ReadyBand,
  readyBand,
  VALIDITY_BANDS,
  type ValidityBand,
  validityBand,
} from "./simulation-bands";

const PAGE_SIZE = 50;
/** Instead of a month: the twelve that the board shows. */
const YEAR = "year";

/** What of the simulations a figure of the board opens. */
export type SimulationShow =
  | { readonly by: "age"; readonly band: AgeBand }
  | { readonly by: "validity"; readonly band: ValidityBand }
  | { readonly by: "ready"; readonly band: ReadyBand }
  | { readonly by: "saved"; readonly band: string };

/** What the address asks for; running simulations where it asks for nothing there is. */
export function readShow(by: string | null, band: string | null): SimulationShow | null {
  const among = <B extends string>(bands: readonly B[]): B | undefined => bands.find((one) => one === band);
  if (by === "saved" && band !== null && (isMonth(band) || band === YEAR)) return { by, band };
  const [age, validity, ready] = [among(AGE_BANDS), among(VALIDITY_BANDS), among(READY_BANDS)];
  if (by === "age" && age) return { by, band: age };
  if (by === "validity" && validity) return { by, band: validity };
  return by === "ready" && ready ? { by, band: ready } : null;
}

/** A run, or an item of one, with the day the list is about. */
export interface SimulationLine {
  readonly key: string;
  readonly runNo: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  readonly runStatus: SimulatedRunStatus;
  readonly status: SimulatedStatus | null;
  /** Acceptance, end of validity, readiness or the last formal decision. */
  readonly on: CivilDay;
  readonly savedWorkingDays: number | null;
}

export interface SimulationList {
  readonly today: CivilDay;
  readonly show: SimulationShow | null;
  readonly lines: readonly SimulationLine[];
  readonly total: number;
  readonly next: string | null;
}

/** The simulations behind a figure of the board, earliest day first. 2 statements. */
export async function simulationList(services: Services, actor: Actor, show: SimulationShow | null, after: string | null): Promise<SimulationList> {
  const today = services.today();
  const found = show?.by === "validity" || show?.by === "ready" ? await ofItems(services, actor, show, after) : await ofRuns(services, actor, show, after);
  return { today, show, ...found };
}

type Found = Omit<SimulationList, "today" | "show">;

async function ofRuns({ db, today }: Services, actor: Actor, show: SimulationShow | null, after: string | null): Promise<Found> {
  const { simulatedRun: r, project: p } = db.t;
  const saved = show?.by === "saved";
  const day = saved ? r.savedOn : r.reviewedOn;
  const where = and(eq(r.centreId, actor.centreId), saved ? inMonths(r.savedOn, show.band, today()) : running(db.t, today(), show));
  const cursor = readCursor(after, "day");
  const [counted] = await db.q.select({ n: count() }).from(r).where(where);
  const rows = await db.q
    .select({
      id: r.id,
      runNo: r.runNo,
      runStatus: r.status,
      on: day,
      savedWorkingDays: r.savedWorkingDays,
      projectNo: p.projectNo,
      projectName: p.name,
      enterpriseName: p.enterpriseName,
    })
    .from(r)
    .innerJoin(p, and(eq(p.centreId, r.centreId), eq(p.id, r.projectId)))
    .where(and(where, cursor ? behind(day, r.id, cursor, "up") : undefined))
    .orderBy(...inOrder(day, r.id, "up"))
    .limit(PAGE_SIZE + 1);
  const lines = rows.map(({ id, on, ...row }): SimulationLine => ({ ...row, key: id, item: null, status: null, on: on ?? today() }));
  return paged(lines, Number(counted?.n ?? 0));
}

const inMonths = (day: SQL | Parameters<typeof gte>[0], band: string, today: CivilDay): SQL | undefined => {
  const months = band === YEAR ? lastMonths(today) : [band];
  const [[from], [, to]] = [monthSpan(months[0] ?? band), monthSpan(months.at(-1) ?? band)];
  return and(gte(day as never, from), lt(day as never, to));
};

const running = (t: Services["db"]["t"], today: CivilDay, show: SimulationShow | null): SQL =>
  show?.by === "age" ? ageBand(t, today, show.band) : sql`${t.simulatedRun.status} in ('running', 'converting')`;

async function ofItems(
  { db, today }: Services,
  actor: Actor,
  show: Extract<SimulationShow, { by: "validity" | "ready" }>,
  after: string | null,
): Promise<Found> {
  const { simulatedItem: s, simulatedRun: r, project: p, item: i } = db.t;
  const day = show.by === "validity" ? s.validTo : s.readyOn;
  const where = and(eq(s.centreId, actor.centreId), show.by === "validity" ? validityBand(db.t, today(), show.band) : readyBand(db.t, today(), show.band));
  const cursor = readCursor(after, "day");
  const [counted] = await db.q.select({ n: count() }).from(s).where(where);
  const rows = await db.q
    .select({
      id: s.id,
      status: s.status,
      on: day,
      runNo: r.runNo,
      runStatus: r.status,
      projectNo: p.projectNo,
      projectName: p.name,
      enterpriseName: p.enterpriseName,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
    })
    .from(s)
    .innerJoin(r, and(eq(r.centreId, s.centreId), eq(r.projectId, s.projectId), eq(r.id, s.runId)))
    .innerJoin(p, and(eq(p.centreId, s.centreId), eq(p.id, s.projectId)))
    .innerJoin(i, and(eq(i.centreId, s.centreId), eq(i.projectId, s.projectId), eq(i.id, s.itemId)))
    .where(and(where, cursor ? behind(day, s.id, cursor, "up") : undefined))
    .orderBy(...inOrder(day, s.id, "up"))
    .limit(PAGE_SIZE + 1);
  const lines = rows.map(
    ({ id, on, itemNo, nameZh, nameEn, ...row }): SimulationLine => ({
      ...row,
      key: id,
      item: { itemNo, name: { zh: nameZh, en: nameEn } },
      on: on ?? today(),
      savedWorkingDays: null,
    }),
  );
  return paged(lines, Number(counted?.n ?? 0));
}

function paged(lines: readonly SimulationLine[], total: number): Found {
  const shown = lines.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return { lines: shown, total, next: lines.length > PAGE_SIZE && last ? writeCursor({ value: last.on, id: last.key }) : null };
}
