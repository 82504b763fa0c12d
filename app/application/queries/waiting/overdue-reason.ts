import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/**
 * Items past their day: the manager asks why, and rules on the reason given. While it is the department's turn to answer, nothing
 * waits here; once a reason is accepted it is what the public reads when the item is closed (优化营商环境条例 art. 36).
 */
export const overdueReason = {
  kind: "overdue-reason",
  rows: ({ t: { item: i, explanation: e }, centreId, today }) => ({
    from: sql`${i} left join ${e} on ${e.centreId} = ${i.centreId} and ${e.projectId} = ${i.projectId} and ${e.itemId} = ${i.id} and ${e.kind} = 'overdue'`,
    where: sql`${i.centreId} = ${centreId} and ${i.running} = ${sql.param(true, i.running)} and ${i.lateFrom} <= ${today} and (${e.status} is null or ${e.status} = 'given')`,
    id: i.id,
    projectId: i.projectId,
    itemId: i.id,
    since: sql`coalesce(${e.givenOn}, ${i.lateFrom})`,
    due: i.dueOn,
    notBy: e.givenById,
    note: e.reason,
  }),
} as const satisfies WaitingSource;
