import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Joint reviews whose day for answers has passed while a called body has said nothing: its silence is settled by a person. */
export const silence = {
  kind: "silence",
  rows: ({ t: { jointReview: r }, centreId, today }) => ({
    from: sql`${r}`,
    where: sql`${r.centreId} = ${centreId} and ${r.status} in ('open', 'held') and ${r.replyBy} < ${today}`,
    id: r.id,
    projectId: r.projectId,
    itemId: r.itemId,
    since: r.replyBy,
    due: r.replyBy,
  }),
} as const satisfies WaitingSource;
