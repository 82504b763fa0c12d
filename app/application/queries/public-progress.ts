import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { loadCase } from "../../../db/repositories/case-rows";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { ProjectStatus } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type Outlook, outlookOf } from "./portal-outlook";
import { endingsOf, type StageView, stagesOf } from "./portal-stages";

/** Where a project stands, for whoever holds its number and query code. Names no person and no enterprise. */
export interface PublicProgress {
  readonly projectNo: string;
  readonly name: string;
  readonly centre: Words;
  readonly status: ProjectStatus;
  readonly registeredOn: CivilDay;
  readonly itemCount: number;
  readonly closedCount: number;
  /** Items that ended in vain. */
  readonly vainCount: number;
  readonly today: CivilDay;
  readonly stages: readonly StageView[];
  readonly outlook: Outlook | null;
}

const digest = (text: string) => createHash("sha256").update(text).digest();
/** Compared by digest, so that the time taken says nothing about how much of the code was right. */
const sameCode = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
const withoutGaps = (text: string) => text.replace(/[\s\-–—]/g, "").toUpperCase();

/**
 * The progress of one project, or null when number and code do not belong together; which of the two was wrong is never said.
 * The code may be typed in small letters, with spaces or hyphens.
 */
export async function publicProgress(services: Services, asked: { readonly projectNo: string; readonly queryCode: string }): Promise<PublicProgress | null> {
  const { q, t } = services.db;
  const rows = await q
    .select({ id: t.project.id, centreId: t.project.centreId, queryCode: t.project.queryCode, zh: t.centre.nameZh, en: t.centre.nameEn })
    .from(t.project)
    .innerJoin(t.centre, eq(t.centre.id, t.project.centreId))
    .where(and(inArray(t.project.centreId, q.select({ id: t.centre.id }).from(t.centre)), eq(t.project.projectNo, asked.projectNo.trim().toUpperCase())));
  const row = rows.find((candidate) => sameCode(withoutGaps(candidate.queryCode), withoutGaps(asked.queryCode)));
  const loaded = row && (await loadCase(services.db, row.centreId, { projectId: row.id }));
  if (!loaded) return null;
  const { state } = loaded;
  const found = { state, pack: services.pack(state.project.packDigest), calendar: services.calendarOf(row.centreId), today: services.today() };
  return {
    projectNo: state.project.projectNo,
    name: state.project.name,
    centre: { zh: row.zh, en: row.en },
    status: state.project.status,
    registeredOn: state.project.registeredOn,
    itemCount: state.project.itemCount,
    ...endingsOf(Object.values(state.items)),
    today: found.today,
    // Why the applicant was refused is the applicant's to read: the reason may name people.
    stages: stagesOf(found).map((stage) => ({ ...stage, items: stage.items.map((item) => ({ ...item, vain: item.vain && { ...item.vain, reason: null } })) })),
    outlook: outlookOf(found),
  };
}
