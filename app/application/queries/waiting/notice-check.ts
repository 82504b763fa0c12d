import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Permits granted on a written promise whose check is overdue. */
export const noticeCheck = {
  kind: "notice-check",
  rows: ({ t: { noticeCommitment: n }, centreId, today }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and ${n.status} = 'granted' and ${n.checkDueOn} < ${today}`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: n.checkDueOn,
    due: n.checkDueOn,
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
