import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { WaitingScope, WaitingSource } from "./source";

/** Any number of characters; what the database would read as a pattern is meant as written. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`;
const holds = (json: SQL, text: string): SQL => sql`${json} like ${containing(JSON.stringify(text))} escape '\\'`;

/**
 * The viewer, where they recorded a check or were on the spot by name, as `tookPartInCheck` says; null where they may rule. The name of
 * who recorded it is left out first: a namesake's hand is not theirs.
 */
function ownFinding(checks: SQLWrapper, viewer: NonNullable<WaitingScope["viewer"]>): SQL {
  const text = sql`cast(${checks} as text)`;
  const name = JSON.stringify(viewer.name);
  const unsigned = sql`replace(replace(${text}, ${`"byName":${name}`}, ''), ${`"byName": ${name}`}, '')`;
  return sql`case when ${holds(text, viewer.personId)} or ${holds(unsigned, viewer.name)} then ${viewer.personId} end`;
}

/** Promises found not kept after rectification, or whose rectification ran over its day: the manager revokes or gives more time. */
export const noticeBreach = {
  kind: "notice-breach",
  rows: ({ t: { noticeCommitment: n }, centreId, today, viewer }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and (${n.status} = 'failed' or (${n.status} = 'rectifying' and ${n.rectifyBy} < ${today}))`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: sql`coalesce(${n.checkedOn}, ${n.rectifyBy})`,
    due: n.rectifyBy,
    ...(viewer ? { notBy: ownFinding(n.checks, viewer) } : {}),
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
