import { and, eq, type SQL, sql } from "drizzle-orm";
import { addDays, type CivilDay, daysBetween } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import { PRESSING_DAYS, type WaitingKind } from "../../domain/oversight/parts/waiting";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { readCursor, writeCursor } from "./keyset";
import { memberOf, type WaitingSource } from "./waiting/source";
import { sourcesOf, WAITING_SOURCES } from "./waiting/sources";

/** Rows on one page of the queue. */
export const QUEUE_PAGE_SIZE = 25;
/** Counting a kind stops here. */
export const MOST_WAITING_COUNTED = 1000;

export interface QueueAsked {
  readonly kind: WaitingKind | null;
  /** Only what this person may not settle because of an own hand in it. */
  readonly own: boolean;
  readonly after: string | null;
}

/** One thing that waits. */
export interface WaitingRow {
  readonly kind: WaitingKind;
  readonly subjectId: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly agentName: string | null;
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  readonly since: CivilDay;
  /** Working days it has waited. */
  readonly waitedWorkingDays: number;
  readonly due: CivilDay | null;
  /** Working days to `due`, negative once it has passed. */
  readonly daysLeft: number | null;
  readonly light: ClockLight;
  /** What was asked, in the words of those who asked; a number of a run or notice for some kinds. */
  readonly note: string | null;
  readonly amount: number | null;
  /** This person has an own hand in it and may not settle it. */
  readonly own: boolean;
  readonly seen: boolean;
}

export interface QueuePage {
  readonly today: CivilDay;
  /** What waits by kind, each up to `MOST_WAITING_COUNTED`; kinds without anything are left out. */
  readonly figures: readonly { readonly kind: WaitingKind; readonly count: number }[];
  readonly rows: readonly WaitingRow[];
  readonly next: string | null;
  /** Longest wait on the first page in working days; null behind it. */
  readonly longestWorkingDays: number | null;
}

/**
 * What waits for a manager of this centre: what is past its day or comes within three days by that day, then what has waited
 * longest. 2 statements, whatever there is.
 */
export async function queuePage(services: Services, actor: Actor, asked: QueueAsked): Promise<QueuePage> {
  const today = services.today();
  const figures = await countWaiting(services, actor.centreId);
  const { rows, next } = await waitingRows(services, actor, asked);
  const longest = asked.after === null ? Math.max(0, ...rows.map(({ waitedWorkingDays }) => waitedWorkingDays)) : null;
  return { today, figures, rows, next, longestWorkingDays: longest };
}

/** What waits by kind. 1 statement. */
export async function countWaiting({ db, today }: Services, centreId: string): Promise<QueuePage["figures"]> {
  const scope = { t: db.t, centreId, today: today() };
  const counts = WAITING_SOURCES.map((source) => {
    const { from, where, id } = source.rows(scope);
    return sql`select ${sql.raw(`'${source.kind}'`)} as kind, count(*) as n from (select ${id} from ${from} where ${where} limit ${MOST_WAITING_COUNTED}) as found`;
  });
  const rows = await db.q
    .select({ kind: sql<WaitingKind>`w.kind`, n: sql<number>`w.n`.mapWith(Number) })
    .from(sql`(${sql.join(counts, sql` union all `)}) as w`);
  return rows.filter(({ n }) => n > 0).map(({ kind, n }) => ({ kind, count: n }));
}

/** The rows of one source behind the cursor, no more than a page needs. */
function pageOf(source: WaitingSource, services: Services, actor: Actor, asked: QueueAsked): SQL {
  const { db } = services;
  const today = services.today();
  const cursor = readCursor(asked.after, "text");
  const rows = source.rows({ t: db.t, centreId: actor.centreId, today, viewer: actor });
  const member = memberOf(source.kind, rows, addDays(today, PRESSING_DAYS));
  const conditions = [
    ...(cursor ? [sql`(place > ${cursor.value} or (place = ${cursor.value} and subject > ${cursor.id}))`] : []),
    ...(asked.own ? [sql`not_by = ${actor.personId}`] : []),
  ];
  const where = conditions.length > 0 ? sql` where ${sql.join(conditions, sql` and `)}` : sql``;
  return sql`select * from (select * from (${member}) as m${where} order by place, subject limit ${QUEUE_PAGE_SIZE + 1}) as p`;
}

async function waitingRows(services: Services, actor: Actor, asked: QueueAsked): Promise<Pick<QueuePage, "rows" | "next">> {
  const { db } = services;
  const { project: p, item: i, waitingSeen: seen } = db.t;
  const sources = sourcesOf(asked.kind);
  const members = sources.map((source) => pageOf(source, services, actor, asked));
  const found = await db.q
    .select({
      kind: sql<WaitingKind>`w.kind`,
      subject: sql<string>`w.subject`,
      since: sql<CivilDay>`w.since`,
      due: sql<CivilDay | null>`w.due`,
      notBy: sql<string | null>`w.not_by`,
      note: sql<string | null>`w.note`,
      amount: sql<number | null>`w.amount`,
      place: sql<string>`w.place`,
      projectNo: p.projectNo,
      projectName: p.name,
      enterpriseName: p.enterpriseName,
      agentName: p.agentName,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
      seenOn: seen.since,
    })
    .from(sql`(${sql.join(members, sql` union all `)}) as w`)
    .innerJoin(p, and(eq(p.centreId, actor.centreId), sql`${p.id} = w.project`))
    .leftJoin(i, and(eq(i.centreId, actor.centreId), sql`${i.projectId} = w.project`, sql`${i.id} = w.item`))
    .leftJoin(
      seen,
      and(
        eq(seen.centreId, actor.centreId),
        eq(seen.personId, actor.personId),
        sql`${seen.kind} = w.kind`,
        sql`cast(${seen.subjectId} as text) = w.subject`,
        sql`cast(${seen.since} as text) = w.since`,
      ),
    )
    .orderBy(sql`w.place`, sql`w.subject`)
    .limit(QUEUE_PAGE_SIZE + 1);
  const shown = found.slice(0, QUEUE_PAGE_SIZE);
  const last = shown.at(-1);
  const today = services.today();
  const calendar = services.calendarOf(actor.centreId);
  return {
    rows: shown.map(({ subject, notBy, place: _, itemNo, nameZh, nameEn, seenOn, ...row }) => ({
      ...row,
      subjectId: subject,
      item: itemNo === null || nameZh === null || nameEn === null ? null : { itemNo, name: { zh: nameZh, en: nameEn } },
      waitedWorkingDays: Math.max(0, calendar.workingDaysBetween(row.since, today)),
      daysLeft: row.due === null ? null : daysLeft(calendar, today, row.due),
      light: lightOfDay(row.due, today),
      own: notBy === actor.personId,
      seen: seenOn !== null,
    })),
    next: found.length > QUEUE_PAGE_SIZE && last ? writeCursor({ value: last.place, id: last.subject }) : null,
  };
}

/** The day itself is in time; within the pressing days it is pointed out. */
const lightOfDay = (due: CivilDay | null, today: CivilDay): ClockLight =>
  due === null ? "none" : due < today ? "late" : daysBetween(today, due) <= PRESSING_DAYS ? "warn" : "ok";
