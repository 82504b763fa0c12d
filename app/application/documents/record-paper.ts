import { and, count, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Q } from "../../../db/port";
import type { Tables } from "../../../db/schema";
import { uuidv7 } from "../../../db/uuid";
import type { Project } from "../../domain/case/state";
import type { Locale } from "../../i18n";
import type { Services } from "../services";

/** Papers of one kind given out for one case or item, in any language: they are numbered together. */
export interface PaperSeries {
  readonly project: Project;
  readonly itemId: string | null;
  readonly kind: string;
}

export interface PaperToRecord {
  readonly number: string;
  readonly code: string;
  readonly locale: Locale;
  readonly digest: string;
  readonly issuedById: string;
  readonly subjectId: string | null;
  readonly model: unknown;
}

/** Condition that picks the papers of a series. */
export function ofSeries({ issuedDocument: d }: Tables, { project, itemId, kind }: PaperSeries): SQL {
  return and(eq(d.centreId, project.centreId), eq(d.projectId, project.id), eq(d.kind, kind), itemId === null ? isNull(d.itemId) : eq(d.itemId, itemId)) as SQL;
}

/** How many papers of the series were given out so far. 1 statement. */
export async function countPapers(q: Q, t: Tables, series: PaperSeries): Promise<number> {
  const [row] = await q.select({ count: count() }).from(t.issuedDocument).where(ofSeries(t, series));
  return Number(row?.count ?? 0);
}

/**
 * Keeps a paper under its number and marks those it replaces.
 * @param counted papers of the series when the number was chosen
 * @param replaced which papers of the series in this language it takes the place of; none of them is replaced twice
 * @returns false when another was recorded meanwhile, so that numbers have no gaps and no doubles
 */
export async function recordPaper(
  { db, today }: Services,
  series: PaperSeries,
  counted: number,
  paper: PaperToRecord,
  replaced: readonly (SQL | undefined)[],
): Promise<boolean> {
  const { t, x } = db;
  const { issuedDocument: d } = t;
  const { project } = series;
  return db.tx(async (q) => {
    await x.lock(q, `issued-document:${project.id}`);
    if ((await countPapers(q, t, series)) !== counted) return false;
    await q
      .update(d)
      .set({ supersededBy: paper.code })
      .where(and(ofSeries(t, series), eq(d.locale, paper.locale), isNull(d.supersededBy), or(...replaced)));
    await q.insert(d).values({
      centreId: project.centreId,
      id: uuidv7(),
      kind: series.kind,
      projectId: project.id,
      itemId: series.itemId,
      packId: project.packId,
      packDigest: project.packDigest,
      caseVersion: project.version,
      issuedOn: today(),
      supersededBy: null,
      ...paper,
    });
    return true;
  });
}
