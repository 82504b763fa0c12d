import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tables } from "../../../../db/schema";
import { IN_EFFECT } from "../../../domain/case/commitment/moves";
import { POINTS } from "../../../domain/case/commitment/reads";

type Checks = Tables["supervisionCheck"];

/** Codes of the domain, never anything typed: written into the statement so that an index over them is found. */
const quoted = (codes: readonly string[]): SQL => sql.raw(codes.map((code) => `'${code}'`).join(", "));

/** Place of a point in the order a project meets them. */
const rankOf = (point: SQLWrapper): SQL => sql`case ${point} ${sql.raw(POINTS.map((code, rank) => `when '${code}' then ${rank}`).join(" "))} end`;

/** A column of the table of checks read once more, beside the check that is asked about. */
const ofEarlier = (column: Checks["id" | "centreId" | "projectId" | "commitmentId" | "status" | "point"]): SQL =>
  sql`${sql.identifier("earlier")}.${sql.identifier(column.name)}`;

/** The promise is in effect, so that its points run. */
export const isInEffectNow = ({ commitment: c }: Tables): SQL => sql`${c.status} in (${quoted(IN_EFFECT)})`;

/** Day from which the check at its point can be made, as `pointFrom` says. */
export const pointFromSql = ({ commitment: c, supervisionCheck: s }: Tables): SQL =>
  sql`case ${s.point} when 'completion' then ${c.completedOn} when 'verification' then ${c.completedOn} when 'operation' then ${c.verifiedOn} else ${c.inForceOn} end`;

/** A check, joined to its commitment, that is the next point and has no day: nobody would be reminded of it. The same as `undatedSince`. */
export function isNextUndated(t: Tables): SQL {
  const { supervisionCheck: s } = t;
  const same = sql`${ofEarlier(s.centreId)} = ${s.centreId} and ${ofEarlier(s.projectId)} = ${s.projectId} and ${ofEarlier(s.commitmentId)} = ${s.commitmentId}`;
  const before = sql`${ofEarlier(s.status)} <> 'met' and ${rankOf(ofEarlier(s.point))} < ${rankOf(s.point)}`;
  return sql`(${s.status} = 'planned' and ${s.dueOn} is null and ${pointFromSql(t)} is not null and not exists (select 1 from ${s} as ${sql.identifier("earlier")} where ${same} and ${before}))`;
}
