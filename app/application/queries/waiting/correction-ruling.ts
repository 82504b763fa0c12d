import { sql } from "drizzle-orm";
import { itemOf, type WaitingSource } from "./source";

/** Corrections that did not come by their day: what follows is confirmed by a person. */
export const correctionRuling = {
  kind: "correction-ruling",
  rows: ({ t, t: { correction: c, item: i }, centreId }) => ({
    from: sql`${c} ${itemOf(t, c)}`,
    where: sql`${c.centreId} = ${centreId} and ${c.proposedOn} is not null and ${c.suppliedOn} is null and ${c.outcome} is null and ${i.status} = 'correcting'`,
    id: c.id,
    projectId: c.projectId,
    itemId: c.itemId,
    since: c.proposedOn,
    due: c.replyBy,
    note: c.noticeNo,
  }),
} as const satisfies WaitingSource;
