import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Applications for simulated approval whose risk letter is signed: before that it is the enterprise's turn, after a question the officer's. */
export const simulationRuling = {
  kind: "simulation-ruling",
  rows: ({ t: { simulatedRun: r }, centreId }) => ({
    from: sql`${r}`,
    where: sql`${r.centreId} = ${centreId} and ${r.status} = 'applied' and ${r.askedBackOn} is null and ${r.letterSignatureId} is not null`,
    id: r.id,
    projectId: r.projectId,
    since: sql`coalesce(${r.answeredOn}, ${r.appliedOn})`,
    due: r.nextExpectedOn,
    notBy: r.appliedById,
    note: r.runNo,
  }),
} as const satisfies WaitingSource;
