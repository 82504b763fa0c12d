import { type SQL, sql } from "drizzle-orm";
import type { Tables } from "../../../../db/schema";
import type { WaitingScope, WaitingSource } from "./source";

/** Any number of characters; what the database would read as a pattern is meant as written. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`;
const holds = (json: SQL, text: string): SQL => sql`${json} like ${containing(JSON.stringify(text))} escape '\\'`;

/** A file of the promise that the viewer brought. */
const brought = ({ noticeCommitment: n, evidenceFile: e }: Tables, personId: string): SQL =>
  sql`exists (select 1 from ${e} where ${e.centreId} = ${n.centreId} and ${e.projectId} = ${n.projectId} and ${e.subjectId} = ${n.id} and ${e.subjectKind} = 'notice-check' and ${e.byId} = ${personId})`;

/**
 * The viewer, where they recorded a check, were on the spot by name or brought what one rests on, as `tookPartInCheck` says; null where
 * they may rule. The name of who recorded it is left out first: a namesake's hand is not theirs.
 */
function ownFinding(t: Tables, viewer: NonNullable<WaitingScope["viewer"]>): SQL {
  const text = sql`cast(${t.noticeCommitment.checks} as text)`;
  const name = JSON.stringify(viewer.name);
  const unsigned = sql`replace(replace(${text}, ${`"byName":${name}`}, ''), ${`"byName": ${name}`}, '')`;
  return sql`case when ${holds(text, viewer.personId)} or ${holds(unsigned, viewer.name)} or ${brought(t, viewer.personId)} then ${viewer.personId} end`;
}

/** Promises found not kept after rectification, or whose rectification ran over its day: the manager revokes or gives more time. */
export const noticeBreach = {
  kind: "notice-breach",
  rows: ({ t, t: { noticeCommitment: n }, centreId, today, viewer }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and (${n.status} = 'failed' or (${n.status} = 'rectifying' and ${n.rectifyBy} < ${today}))`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: sql`coalesce(${n.checkedOn}, ${n.rectifyBy})`,
    due: n.rectifyBy,
    ...(viewer ? { notBy: ownFinding(t, viewer) } : {}),
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
