import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";
import { isInEffectNow } from "./undated-check";

/** Supervision points and final verifications whose day has passed without a check. */
export const commitmentCheck = {
  kind: "commitment-check",
  rows: ({ t, t: { supervisionCheck: s, commitment: c }, centreId, today }) => ({
    from: sql`${s} inner join ${c} on ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId}`,
    where: sql`${s.centreId} = ${centreId} and ${s.status} = 'planned' and ${isInEffectNow(t)} and ${s.dueOn} < ${today}`,
    id: s.id,
    projectId: s.projectId,
    since: s.dueOn,
    due: s.dueOn,
    note: s.point,
  }),
} as const satisfies WaitingSource;
