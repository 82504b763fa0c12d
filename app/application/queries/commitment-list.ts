import { type SQL, sql } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import {
  BOARD_POINTS,
  type BoardPoint,
  CHECK_STATES,
  type CheckState,
  checkState,
  commitmentEnded,
  noticeEnded,
  noticeState,
  type PromiseOutcome,
} from "./commitment-bands";
import { readCursor, writeCursor } from "./keyset";
import { isMonth } from "./simulation-bands";

const PAGE_SIZE = 50;

/** What of the commitments a figure of the board opens. */
export type CommitmentShow =
  | { readonly by: "point"; readonly point: BoardPoint; readonly state: CheckState }
  | { readonly by: "month"; readonly month: string; readonly outcome: PromiseOutcome };

/** What the address asks for; null where it asks for nothing there is. */
export function readCommitmentShow(asked: URLSearchParams): CommitmentShow | null {
  const [point, state, month, outcome] = ["point", "state", "month", "outcome"].map((name) => asked.get(name));
  const knownPoint = BOARD_POINTS.find((one) => one === point);
  const knownState = CHECK_STATES.find((one) => one === state);
  if (knownPoint && knownState) return { by: "point", point: knownPoint, state: knownState };
  return isMonth(month ?? null) && (outcome === "fulfilled" || outcome === "breached") ? { by: "month", month: month ?? "", outcome } : null;
}

/** A commitment, or one check of it, with the day the list is about. */
export interface CommitmentLine {
  readonly key: string;
  readonly commitmentNo: string;
  readonly kind: "project" | "notice";
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  /** Null where no day is set. */
  readonly on: CivilDay | null;
}

export interface CommitmentList {
  readonly today: CivilDay;
  readonly show: CommitmentShow | null;
  readonly lines: readonly CommitmentLine[];
  readonly total: number;
  readonly next: string | null;
}

/** Sorts last: a check without a day. */
const NO_DAY = "9999-12-31";

/** The commitments behind a figure of the board, earliest day first. 2 statements. */
export async function commitmentList(services: Services, actor: Actor, show: CommitmentShow | null, after: string | null): Promise<CommitmentList> {
  const { db } = services;
  const { project: p, item: i } = db.t;
  const today = services.today();
  if (show === null) return { today, show, lines: [], total: 0, next: null };
  const members = sql`(${sql.join([...membersOf(services, actor, show)], sql` union all `)})`;
  const cursor = readCursor(after, "day");
  const [counted] = await db.q.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(sql`${members} as w`);
  const from = cursor ? sql`(w.day > ${cursor.value} or (w.day = ${cursor.value} and w.key > ${cursor.id}))` : undefined;
  const rows = await db.q
    .select({
      key: sql<string>`w.key`,
      commitmentNo: sql<string>`w.no`,
      kind: sql<CommitmentLine["kind"]>`w.kind`,
      day: sql<CivilDay>`w.day`,
      projectNo: p.projectNo,
      projectName: p.name,
      enterpriseName: p.enterpriseName,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
    })
    .from(sql`${members} as w`)
    .innerJoin(p, sql`${p.centreId} = ${actor.centreId} and ${p.id} = w.project`)
    .leftJoin(i, sql`${i.centreId} = ${actor.centreId} and ${i.projectId} = w.project and ${i.id} = w.item`)
    .where(from)
    .orderBy(sql`w.day`, sql`w.key`)
    .limit(PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    today,
    show,
    lines: shown.map(({ day, itemNo, nameZh, nameEn, ...row }) => ({
      ...row,
      on: day === NO_DAY ? null : day,
      item: itemNo === null || nameZh === null || nameEn === null ? null : { itemNo, name: { zh: nameZh, en: nameEn } },
    })),
    total: counted?.n ?? 0,
    next: rows.length > PAGE_SIZE && last ? writeCursor({ value: last.day, id: last.key }) : null,
  };
}

/** The tables the list is read from, each with the same columns. */
function membersOf({ db: { t }, today }: Services, { centreId }: Actor, show: CommitmentShow): readonly SQL[] {
  const { supervisionCheck: s, noticeCommitment: n, commitment: c } = t;
  const day = (value: SQL) => sql`coalesce(cast(${value} as text), ${NO_DAY}) as day`;
  const notice = (on: SQL, where: SQL) =>
    sql`select cast(${n.id} as text) as key, ${n.commitmentNo} as no, 'notice' as kind, ${n.projectId} as project, ${n.itemId} as item, ${day(on)} from ${n} where ${n.centreId} = ${centreId} and ${where}`;
  if (show.by === "month")
    return [
      sql`select cast(${c.id} as text) as key, ${c.commitmentNo} as no, 'project' as kind, ${c.projectId} as project, cast(null as uuid) as item, ${day(sql`${c.endedOn}`)} from ${c} where ${c.centreId} = ${centreId} and ${commitmentEnded(t, show.month, show.outcome)}`,
      notice(sql`${n.endedOn}`, noticeEnded(t, show.month, show.outcome)),
    ];
  if (show.point === "notice") return [notice(sql`coalesce(${n.rectifyBy}, ${n.checkDueOn})`, noticeState(t, today(), show.state))];
  return [
    sql`select cast(${s.id} as text) as key, ${c.commitmentNo} as no, 'project' as kind, ${s.projectId} as project, cast(null as uuid) as item, ${day(sql`coalesce(${s.rectifyBy}, ${s.dueOn})`)} from ${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId} where ${s.centreId} = ${centreId} and ${s.point} = ${show.point} and ${checkState(t, today(), show.state)}`,
  ];
}
