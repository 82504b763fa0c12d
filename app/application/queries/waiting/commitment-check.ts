import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Supervision points and final verifications whose day has passed without a check. */
export const commitmentCheck = {
  kind: "commitment-check",
  rows: ({ t: { supervisionCheck: s }, centreId, today }) => ({
    from: sql`${s}`,
    where: sql`${s.centreId} = ${centreId} and ${s.status} = 'planned' and ${s.dueOn} < ${today}`,
    id: s.id,
    projectId: s.projectId,
    since: s.dueOn,
    due: s.dueOn,
    note: s.point,
  }),
} as const satisfies WaitingSource;
