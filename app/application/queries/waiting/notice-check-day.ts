import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Permits granted on a written promise where the place states no day for the check: a manager sets it. */
export const noticeCheckDay = {
  kind: "notice-check-day",
  rows: ({ t: { noticeCommitment: n }, centreId }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and ${n.status} = 'granted' and ${n.checkDueOn} is null`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: n.decidedOn,
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
