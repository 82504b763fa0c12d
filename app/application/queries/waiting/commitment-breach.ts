import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Rectifications that failed or ran over their day: a manager revokes or gives more time. */
export const commitmentBreach = {
  kind: "commitment-breach",
  rows: ({ t: { supervisionCheck: s, commitment: c }, centreId, today }) => ({
    from: sql`${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId}`,
    where: sql`${s.centreId} = ${centreId} and ${c.status} = 'rectifying' and (${s.status} = 'failed' or (${s.status} = 'rectifying' and ${s.rectifyBy} < ${today}))`,
    id: s.id,
    projectId: s.projectId,
    since: sql`coalesce(${s.recheckedOn}, ${s.rectifyBy})`,
    due: s.rectifyBy,
    notBy: c.proposedById,
    note: s.point,
  }),
} as const satisfies WaitingSource;
