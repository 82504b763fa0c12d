import { and, asc, eq, gt, lte } from "drizzle-orm";
import { systemActor } from "../../domain/case/context";
import { execute } from "../execute";
import type { Services } from "../services";
import { lookAtOldCases } from "./first-look";

/** What one look at every centre brought. */
export interface Observed {
  /** Cases in which something new was recorded. */
  readonly cases: number;
  /** Cases that could not be looked at; each was logged, the others were. */
  readonly failed: number;
}

/** Projects read at a time. */
const PAGE = 200;

/**
 * The system's own eyes (电子监察): looks at every case that a past day has brought something to, and records what it finds. Only
 * cases whose `observeFrom` has come are touched. May run in several processes at once and again at any time: a case is looked at
 * under one key a day, and what is recorded is not recorded again. After an upgrade the cases of the earlier version come first.
 * @param signal ends the run between two cases
 */
export async function observeCases(services: Services, signal?: AbortSignal): Promise<Observed> {
  const { db } = services;
  let cases = 0;
  let failed = 0;
  // Cases that this cannot work out are come to one by one below.
  await lookAtOldCases(services).catch((err) => services.log.error({ err }, "could not work out the days of cases of an earlier version"));
  const centres = await db.q.select({ id: db.t.centre.id }).from(db.t.centre).orderBy(asc(db.t.centre.id));
  for (const { id } of centres) {
    for await (const projectNo of due(services, id)) {
      if (signal?.aborted) return { cases, failed };
      try {
        if (await observeCase(services, id, projectNo)) cases += 1;
      } catch (err) {
        failed += 1;
        services.log.error({ err, projectNo }, "could not observe a case");
      }
    }
  }
  return { cases, failed };
}

/** Looks at one case as of today; false when there was nothing new, or another process was first. */
export async function observeCase(services: Services, centreId: string, projectNo: string): Promise<boolean> {
  const on = services.today();
  const outcome = await execute(services, systemActor(centreId), { type: "observe-day", on }, { projectNo, idempotencyKey: `observe:${projectNo}:${on}` });
  return outcome.ok && !outcome.replayed;
}

/** Numbers of a centre's cases whose day to be looked at has come. Uses project_by_observe_from. */
async function* due({ db, today }: Services, centreId: string): AsyncGenerator<string> {
  const { project } = db.t;
  for (let last: string | null = null, more = true; more; ) {
    const page: { readonly id: string; readonly projectNo: string }[] = await db.q
      .select({ id: project.id, projectNo: project.projectNo })
      .from(project)
      .where(and(eq(project.centreId, centreId), lte(project.observeFrom, today()), last === null ? undefined : gt(project.id, last)))
      .orderBy(asc(project.id))
      .limit(PAGE);
    for (const { projectNo } of page) yield projectNo;
    last = page.at(-1)?.id ?? last;
    more = page.length === PAGE;
  }
}
