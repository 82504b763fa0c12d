import { and, eq, ne } from "drizzle-orm";
import type { Services } from "../services";
import { recomputeClocks } from "./recompute-clocks";

/** What stands in a case written by a version that did not yet watch days: the default of the column, long before any case. */
export const NEVER_LOOKED_AT = "1970-01-01";

/**
 * Works out, once after an upgrade, from which day each case written by an earlier version must be looked at, and the other days that
 * version did not know. Cases that do not run wait for people alone. Costs one statement where there is nothing to do.
 * @returns whether there was something
 */
export async function lookAtOldCases(services: Pick<Services, "db" | "calendarOf" | "pack">): Promise<boolean> {
  const { db } = services;
  const { centre, project } = db.t;
  const found = await db.q
    .select({ id: project.id })
    .from(centre)
    .innerJoin(project, and(eq(project.centreId, centre.id), eq(project.observeFrom, NEVER_LOOKED_AT)))
    .limit(1);
  if (found.length === 0) return false;
  await recomputeClocks(services);
  await db.tx(async (q) => {
    const waiting = and(eq(project.observeFrom, NEVER_LOOKED_AT), ne(project.status, "running"));
    await q.update(project).set({ observeFrom: null }).where(waiting);
  });
  return true;
}
