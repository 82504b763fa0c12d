import { sql } from "drizzle-orm";
import { itemOf, type WaitingSource } from "./source";

/** Wishes of windows for a second list: the law knows one, so that a manager rules on each with a reason. */
export const secondList = {
  kind: "second-list",
  rows: ({ t, t: { item: i, explanation: e }, centreId }) => ({
    from: sql`${e} ${itemOf(t, e)}`,
    where: sql`${e.centreId} = ${centreId} and ${e.status} = 'given' and ${e.kind} = 'second-list' and ${i.status} = 'received'`,
    id: i.id,
    projectId: e.projectId,
    itemId: e.itemId,
    since: e.givenOn,
    notBy: e.givenById,
    note: e.reason,
  }),
} as const satisfies WaitingSource;
