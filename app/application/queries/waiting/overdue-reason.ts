import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Items past their day: whoever closes them owes the public a reason (优化营商环境条例 art. 36), and the manager asks for it. */
export const overdueReason = {
  kind: "overdue-reason",
  rows: ({ t: { item: i }, centreId, today }) => ({
    from: sql`${i}`,
    where: sql`${i.centreId} = ${centreId} and ${i.running} = ${sql.param(true, i.running)} and ${i.lateFrom} <= ${today}`,
    id: i.id,
    projectId: i.projectId,
    itemId: i.id,
    since: i.lateFrom,
    due: i.dueOn,
  }),
} as const satisfies WaitingSource;
