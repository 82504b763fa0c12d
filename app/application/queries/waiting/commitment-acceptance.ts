import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Project commitments to appraise, to check beforehand, or to put in force once the days of publicity have passed. */
export const commitmentAcceptance = {
  kind: "commitment-acceptance",
  rows: ({ t: { commitment: c, commitmentObjection: o }, centreId, today }) => ({
    from: sql`${c}`,
    where: sql`${c.centreId} = ${centreId} and (${c.status} in ('proposed', 'in-precheck') or (${c.status} = 'in-publicity' and ${c.publicityTo} < ${today} and not exists (select 1 from ${o} where ${o.centreId} = ${c.centreId} and ${o.projectId} = ${c.projectId} and ${o.commitmentId} = ${c.id} and ${o.status} = 'open')))`,
    id: c.id,
    projectId: c.projectId,
    since: sql`case when ${c.status} = 'in-publicity' then ${c.publicityTo} else coalesce(${c.promisedOn}, ${c.proposedOn}) end`,
    // The end of the publicity is the day since which it waits, not one that could be missed.
    due: sql`case when ${c.status} = 'in-publicity' then null else ${c.dueOn} end`,
    notBy: c.proposedById,
    note: c.status,
  }),
} as const satisfies WaitingSource;
