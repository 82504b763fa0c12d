import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { ReviewMode } from "../../domain/case/parts/joint-review";
import type { StageCode, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { behind, type Cursor, inOrder, readCursor, writeCursor } from "./keyset";
import { countGroups, type Figure } from "./today";
import type { WorkGroup, WorkScope } from "./work-groups";
import { type WorkPage, workPage } from "./work-rows";

/** Rows of one page of the inbox. */
const PAGE_SIZE = 30;
/** Lists of the inbox in the order of their tabs; opinions on joint reviews are the last. */
const GROUPS: readonly WorkGroup[] = ["overdue", "due-soon", "to-sign", "to-start", "in-review", "next-step", "paused"];

/** A joint review that waits for the department's opinion. */
export interface OpinionRow {
  readonly reviewId: string;
  readonly stage: StageCode;
  readonly stageName: Words;
  /** The one item the review is about; null when it is about the stage. */
  readonly itemName: Words | null;
  readonly mode: ReviewMode;
  /** Day, time and place of the visit or meeting; null for a review in writing. */
  readonly meetOn: CivilDay | null;
  readonly meetTime: string | null;
  readonly place: string | null;
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly convenedOn: CivilDay;
  readonly replyBy: CivilDay | null;
  /** Working days to the day asked for; negative once it has passed. */
  readonly remaining: number | null;
}

export interface DepartmentInboxPage {
  readonly today: CivilDay;
  readonly department: Words;
  readonly figures: readonly Figure[];
  readonly opinionCount: number;
  readonly show: WorkGroup | "opinions";
  readonly work: WorkPage;
  readonly opinions: { readonly rows: readonly OpinionRow[]; readonly next: string | null };
}

/** What a reviewer's department has to do, one list at a time. At most 7 statements. */
export async function departmentInboxPage(
  services: Services,
  actor: Actor,
  asked: { readonly show: string | null; readonly after: string | null },
): Promise<DepartmentInboxPage> {
  const { db } = services;
  const today = services.today();
  const scope: WorkScope = { q: db.q, t: db.t, actor, today };
  const figures = await countGroups(scope, GROUPS);
  const opinionCount = await countOpinions(services, actor);
  const show = asked.show === "opinions" ? "opinions" : (GROUPS.find((group) => group === asked.show) ?? firstBusy(figures, opinionCount));
  const cursor = readCursor(asked.after, "day");
  const [department] = await db.q
    .select({ zh: db.t.department.nameZh, en: db.t.department.nameEn })
    .from(db.t.department)
    .where(and(eq(db.t.department.centreId, actor.centreId), eq(db.t.department.code, actor.departmentCode ?? "")));
  return {
    today,
    department: department ?? { zh: actor.departmentCode ?? "", en: actor.departmentCode ?? "" },
    figures,
    opinionCount,
    show,
    work: show === "opinions" ? { rows: [], next: null } : await workPage(services, scope, show, PAGE_SIZE, cursor),
    opinions: show === "opinions" ? await opinionsWanted(services, actor, today, cursor) : { rows: [], next: null },
  };
}

const firstBusy = (figures: readonly Figure[], opinions: number): DepartmentInboxPage["show"] =>
  figures.find((figure) => figure.count > 0)?.group ?? (opinions > 0 ? "opinions" : "to-start");

/**
 * Open reviews of the centre to which the department was called without having answered. The list of departments is JSON;
 * a code contains neither quotes nor wildcards, so looking for it between quotes answers the same on both engines.
 */
function wanted({ db }: Services, actor: Actor) {
  const { jointReview: r, opinion: o } = db.t;
  const own = actor.departmentCode ?? "";
  const answered = db.q
    .select({ id: o.id })
    .from(o)
    .where(and(eq(o.centreId, r.centreId), eq(o.projectId, r.projectId), eq(o.reviewId, r.id), eq(o.departmentCode, own)));
  return and(
    eq(r.centreId, actor.centreId),
    inArray(r.status, ["open", "held"]),
    sql`cast(${r.departmentCodes} as text) like ${`%"${own}"%`}`,
    notExists(answered),
  );
}

async function countOpinions(services: Services, actor: Actor): Promise<number> {
  const { db } = services;
  return db.q.$count(db.t.jointReview, wanted(services, actor));
}

async function opinionsWanted(services: Services, actor: Actor, today: CivilDay, cursor: Cursor | null): Promise<DepartmentInboxPage["opinions"]> {
  const { db } = services;
  const { jointReview: r, project: p, item: i } = db.t;
  const calendar = services.calendarOf(actor.centreId);
  const found = await db.q
    .select({
      reviewId: r.id,
      stage: r.stage,
      mode: r.mode,
      itemZh: i.nameZh,
      itemEn: i.nameEn,
      meetOn: r.meetOn,
      meetTime: r.meetTime,
      place: r.place,
      convenedOn: r.convenedOn,
      replyBy: r.replyBy,
      projectNo: p.projectNo,
      projectName: p.name,
      enterpriseName: p.enterpriseName,
      packDigest: p.packDigest,
    })
    .from(r)
    .innerJoin(p, and(eq(p.centreId, r.centreId), eq(p.id, r.projectId)))
    .leftJoin(i, and(eq(i.centreId, r.centreId), eq(i.projectId, r.projectId), eq(i.id, r.itemId)))
    .where(and(wanted(services, actor), cursor ? behind(r.convenedOn, r.id, cursor, "up") : undefined))
    .orderBy(...inOrder(r.convenedOn, r.id, "up"))
    .limit(PAGE_SIZE + 1);
  const shown = found.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ packDigest, itemZh, itemEn, ...row }) => ({
      ...row,
      itemName: itemZh === null || itemEn === null ? null : { zh: itemZh, en: itemEn },
      stageName: services.pack(packDigest).stages.find((stage) => stage.code === row.stage)?.name ?? { zh: row.stage, en: row.stage },
      remaining: row.replyBy === null ? null : calendar.workingDaysBetween(today, row.replyBy),
    })),
    next: found.length > PAGE_SIZE && last ? writeCursor({ value: last.convenedOn, id: last.reviewId }) : null,
  };
}
