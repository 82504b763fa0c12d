import { sql } from "drizzle-orm";
import type { WaitingSource } from "./source";

/** Projects without an officer: only a manager names one. */
export const noAgent = {
  kind: "no-agent",
  rows: ({ t: { project: p }, centreId }) => ({
    from: sql`${p}`,
    where: sql`${p.centreId} = ${centreId} and ${p.agentId} is null and ${p.status} in ('registered', 'planned', 'running')`,
    id: p.id,
    projectId: p.id,
    since: p.registeredOn,
  }),
} as const satisfies WaitingSource;
