import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Runs whose precondition did not come on the day it was expected: to wait on, or to end because the land was not obtained. */
export const simulationTrigger = {
  kind: "simulation-trigger",
  rows: ({ t: { simulatedRun: r }, centreId, today }) => ({
    from: sql`${r}`,
    where: sql`${r.centreId} = ${centreId} and ${r.status} = 'running' and ${r.nextExpectedOn} < ${today}`,
    id: r.id,
    projectId: r.projectId,
    since: r.nextExpectedOn,
    due: r.nextExpectedOn,
    note: r.runNo,
  }),
} as const satisfies WaitingSource;
