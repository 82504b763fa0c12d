import { sql } from "drizzle-orm";
import { itemOf, type WaitingSource } from "./source";

/** Extensions a department asked for; once the item is overdue it is too late to approve. */
export const extension = {
  kind: "extension",
  rows: ({ t, t: { extension: e, item: i }, centreId }) => ({
    from: sql`${e} ${itemOf(t, e)}`,
    where: sql`${e.centreId} = ${centreId} and ${e.status} = 'requested' and ${i.status} = 'in-review'`,
    id: e.id,
    projectId: e.projectId,
    itemId: e.itemId,
    since: e.requestedOn,
    due: i.dueOn,
    notBy: e.requestedById,
    note: e.reason,
    amount: e.workingDays,
  }),
} as const satisfies WaitingSource;
