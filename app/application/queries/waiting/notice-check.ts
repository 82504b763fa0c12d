import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Permits granted on a written promise whose check is overdue, or whose day of the check a manager must set because the place states none. */
export const noticeCheck = {
  kind: "notice-check",
  rows: ({ t: { noticeCommitment: n }, centreId, today }) => ({
    from: sql`${n}`,
    where: sql`${n.centreId} = ${centreId} and ${n.status} = 'granted' and (${n.checkDueOn} < ${today} or ${n.checkDueOn} is null)`,
    id: n.id,
    projectId: n.projectId,
    itemId: n.itemId,
    since: sql`coalesce(${n.checkDueOn}, ${n.decidedOn})`,
    due: n.checkDueOn,
    note: n.commitmentNo,
  }),
} as const satisfies WaitingSource;
