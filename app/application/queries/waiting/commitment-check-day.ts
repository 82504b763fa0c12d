import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";
import { isInEffectNow, isNextUndated, pointFromSql } from "./undated-check";

/** Supervision points that come next and for which nobody set a day. */
export const commitmentCheckDay = {
  kind: "commitment-check-day",
  rows: ({ t, t: { supervisionCheck: s, commitment: c }, centreId }) => ({
    from: sql`${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId}`,
    where: sql`${s.centreId} = ${centreId} and ${s.status} = 'planned' and ${isInEffectNow(t)} and ${isNextUndated(t)}`,
    id: s.id,
    projectId: s.projectId,
    since: pointFromSql(t),
    note: s.point,
  }),
} as const satisfies WaitingSource;
