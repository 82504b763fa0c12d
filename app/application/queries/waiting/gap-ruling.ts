import { sql } from "drizzle-orm";
import { itemOf, type WaitingSource } from "./source";

/** Deferred materials that did not come in time: what follows is confirmed by a manager, never by whoever accepted the item. */
export const gapRuling = {
  kind: "gap-ruling",
  rows: ({ t, t: { deferral: d, item: i }, centreId }) => ({
    from: sql`${d} ${itemOf(t, d)}`,
    where: sql`${d.centreId} = ${centreId} and ${d.status} = 'open' and ${d.proposedOn} is not null`,
    id: d.id,
    projectId: d.projectId,
    itemId: d.itemId,
    since: d.proposedOn,
    due: d.supplyBy,
    notBy: i.acceptedById,
  }),
} as const satisfies WaitingSource;
