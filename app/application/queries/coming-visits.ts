import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { addDays, type CivilDay, daysBetween } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import type { ReviewMode } from "../../domain/case/parts/joint-review";
import type { StageCode, Words } from "../../domain/pack/pack";
import type { Services } from "../services";

/** Days ahead a visit is shown. */
const DAYS_AHEAD = 14;
const MOST_SHOWN = 10;

/** A visit or meeting that lies ahead, or whose record is still to be written. */
export interface ComingVisit {
  readonly reviewId: string;
  readonly mode: ReviewMode;
  readonly stage: StageCode;
  readonly stageName: Words;
  readonly itemName: Words | null;
  readonly projectNo: string;
  readonly projectName: string;
  readonly meetOn: CivilDay;
  readonly meetTime: string | null;
  readonly place: string | null;
  /** Calendar days from today; negative when it should have taken place. */
  readonly inDays: number;
}

/**
 * Visits and meetings of the next two weeks, and those past whose record is missing: an officer's own projects, a reviewer's own
 * department, else the whole centre. Earliest first. 1 statement.
 */
export async function comingVisits({ db, pack, today: now }: Services, actor: Actor): Promise<readonly ComingVisit[]> {
  const { jointReview: r, project: p, item: i } = db.t;
  const today = now();
  const own =
    actor.role === "agent"
      ? eq(p.agentId, actor.personId)
      : actor.role === "reviewer"
        ? sql`cast(${r.departmentCodes} as text) like ${`%"${actor.departmentCode ?? ""}"%`}`
        : undefined;
  const rows = await db.q
    .select({
      reviewId: r.id,
      mode: r.mode,
      stage: r.stage,
      itemZh: i.nameZh,
      itemEn: i.nameEn,
      meetOn: r.meetOn,
      meetTime: r.meetTime,
      place: r.place,
      projectNo: p.projectNo,
      projectName: p.name,
      packDigest: p.packDigest,
    })
    .from(r)
    .innerJoin(p, and(eq(p.centreId, r.centreId), eq(p.id, r.projectId)))
    .leftJoin(i, and(eq(i.centreId, r.centreId), eq(i.projectId, r.projectId), eq(i.id, r.itemId)))
    .where(
      and(
        eq(r.centreId, actor.centreId),
        inArray(r.status, ["open", "closed"]),
        isNull(r.heldOn),
        isNotNull(r.meetOn),
        lte(r.meetOn, addDays(today, DAYS_AHEAD)),
        own,
      ),
    )
    .orderBy(asc(r.meetOn), asc(r.meetTime), asc(r.id))
    .limit(MOST_SHOWN);
  return rows.map(({ packDigest, itemZh, itemEn, meetOn, ...row }) => ({
    ...row,
    meetOn: meetOn ?? today,
    itemName: itemZh === null || itemEn === null ? null : { zh: itemZh, en: itemEn },
    stageName: pack(packDigest).stages.find((stage) => stage.code === row.stage)?.name ?? { zh: row.stage, en: row.stage },
    inDays: daysBetween(today, meetOn ?? today),
  }));
}
