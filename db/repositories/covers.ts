import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import type { CivilDay, Instant } from "../../app/domain/calendar/calendar-date";
import type { Cover } from "../../app/domain/centre/cover";
import type { Q, Tables } from "../port";

/** Columns of a cover without the centre it lies in and how it was recorded. */
const coverColumns = ({ managerCover: c }: Tables) => ({
  id: c.id,
  forId: c.forId,
  forName: c.forName,
  standInId: c.standInId,
  standInName: c.standInName,
  projectId: c.projectId,
  since: c.since,
  until: c.until,
  reason: c.reason,
  endedOn: c.endedOn,
});

/** Covers of a centre whose last day has not passed, ended ones among them. 1 statement. */
export const coversFrom = (q: Q, t: Tables, centreId: string, today: CivilDay): Promise<Cover[]> => {
  const { managerCover: c } = t;
  return q
    .select(coverColumns(t))
    .from(c)
    .where(and(eq(c.centreId, centreId), gte(c.until, today)))
    .orderBy(asc(c.since), asc(c.id));
};

/** A cover with the case it is for, where it is for one. */
export interface CoverRow extends Cover {
  readonly projectNo: string | null;
  readonly projectName: string | null;
  readonly endedByName: string | null;
  readonly recordedAt: Instant;
}

/** Covers of a centre, the one that runs longest first. 1 statement. */
export const recentCovers = (q: Q, t: Tables, centreId: string, limit: number): Promise<CoverRow[]> => {
  const { managerCover: c, project: p } = t;
  return q
    .select({ ...coverColumns(t), endedByName: c.endedByName, recordedAt: c.recordedAt, projectNo: p.projectNo, projectName: p.name })
    .from(c)
    .leftJoin(p, and(eq(p.centreId, c.centreId), eq(p.id, c.projectId)))
    .where(eq(c.centreId, centreId))
    .orderBy(desc(c.until), desc(c.since), desc(c.id))
    .limit(limit);
};

/** The cover that a form made or ended; null when that form has not arrived. 1 statement. */
export async function coverByKey(q: Q, t: Tables, centreId: string, key: string): Promise<{ readonly id: string } | null> {
  const { managerCover: c } = t;
  const [row] = await q
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.centreId, centreId), eq(c.recordedKey, key)));
  return row ?? null;
}

export async function addCover(q: Q, t: Tables, centreId: string, cover: Cover, recorded: { readonly at: Instant; readonly key: string }): Promise<void> {
  await q.insert(t.managerCover).values({
    ...cover,
    centreId,
    recordedAt: recorded.at,
    recordedKey: recorded.key,
    endedById: null,
    endedByName: null,
    endedAt: null,
    endedKey: null,
  });
}

/** Ends a cover, once. */
export async function endCover(
  q: Q,
  t: Tables,
  of: { readonly centreId: string; readonly id: string },
  end: { readonly endedOn: CivilDay; readonly endedById: string; readonly endedByName: string; readonly endedAt: Instant; readonly endedKey: string },
): Promise<void> {
  const { managerCover: c } = t;
  await q
    .update(c)
    .set(end)
    .where(and(eq(c.centreId, of.centreId), eq(c.id, of.id), isNull(c.endedOn)));
}

/** Managers who work in a centre, by name. 1 statement. */
export const managersOf = (q: Q, t: Tables, centreId: string): Promise<{ personId: string; name: string }[]> => {
  const { person, personRole } = t;
  return q
    .select({ personId: person.id, name: person.name })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.centreId, centreId), eq(personRole.role, "manager"), eq(person.active, true)))
    .orderBy(asc(person.name), asc(person.id));
};
