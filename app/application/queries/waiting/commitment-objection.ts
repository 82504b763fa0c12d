import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Objections raised while a commitment was made public: nothing is put in force before each is ruled on. */
export const commitmentObjection = {
  kind: "commitment-objection",
  rows: ({ t: { commitment: c, commitmentObjection: o }, centreId }) => ({
    from: sql`${o} inner join ${c} on ${c.centreId} = ${o.centreId} and ${c.projectId} = ${o.projectId} and ${c.id} = ${o.commitmentId}`,
    where: sql`${o.centreId} = ${centreId} and ${o.status} = 'open' and ${c.status} = 'in-publicity'`,
    id: o.id,
    projectId: o.projectId,
    since: o.receivedOn,
    due: c.publicityTo,
    notBy: c.proposedById,
    note: o.text,
  }),
} as const satisfies WaitingSource;
