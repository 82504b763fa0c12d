import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Items whose set came after a first list: before a second one the window needs a manager's signed reason. */
export const secondList = {
  kind: "second-list",
  rows: ({ t: { item: i, correction: c }, centreId }) => ({
    from: sql`${i}`,
    where: sql`${i.centreId} = ${centreId} and ${i.status} = 'received' and ${i.correctionAllowedReason} is null and exists (select 1 from ${c} where ${c.centreId} = ${i.centreId} and ${c.projectId} = ${i.projectId} and ${c.itemId} = ${i.id})`,
    id: i.id,
    projectId: i.projectId,
    itemId: i.id,
    since: i.completeOn,
  }),
} as const satisfies WaitingSource;
