import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";
import { isInEffectNow, isNextUndated, pointFromSql } from "./undated-check";

/** Supervision points and final verifications whose day has passed without a check, and the next point where nobody set its day. */
export const commitmentCheck = {
  kind: "commitment-check",
  rows: ({ t, t: { supervisionCheck: s, commitment: c }, centreId, today }) => ({
    from: sql`${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId}`,
    where: sql`${s.centreId} = ${centreId} and ${s.status} = 'planned' and ${isInEffectNow(t)} and (${s.dueOn} < ${today} or ${isNextUndated(t)})`,
    id: s.id,
    projectId: s.projectId,
    since: sql`coalesce(${s.dueOn}, ${pointFromSql(t)})`,
    due: s.dueOn,
    note: s.point,
  }),
} as const satisfies WaitingSource;
