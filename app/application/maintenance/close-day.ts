import { and, eq } from "drizzle-orm";
import { type CivilDay, parseDay } from "../../domain/calendar/calendar-date";
import { ok, type Result, refuse } from "../../domain/result";
import { centreCalendars } from "../centre-calendars";
import type { Services } from "../services";
import { type Recomputed, recomputeClocks } from "./recompute-clocks";

/** A day on which one centre is closed, by the centre's code. */
export interface ClosedDay {
  readonly centreCode: string;
  readonly day: CivilDay;
  readonly reason: string;
}

/**
 * Closes a centre for a day (power cut, flood): the day no longer counts there, and every running clock is worked out again. Closing the
 * same day once more works out every clock of the centre, so that what was broken off half-way can be finished. Refuses `centre-unknown`, `day-impossible`, `text-missing`, `day-already-off`. Servers that run meanwhile learn of the closure
 * with their next page.
 */
export async function closeDay(
  services: Pick<Services, "db" | "pack" | "calendars" | "calendarOf">,
  { centreCode, day, reason }: ClosedDay,
  onProgress?: (done: number, of: number) => void,
): Promise<Result<Recomputed>> {
  const { db } = services;
  const { centre, localClosure } = db.t;
  if (parseDay(day) === null) return refuse({ code: "day-impossible", field: "day", value: day });
  if (reason.trim() === "") return refuse({ code: "text-missing", field: "reason" });
  const [found] = await db.q.select({ id: centre.id }).from(centre).where(eq(centre.code, centreCode));
  if (!found) return refuse({ code: "centre-unknown", field: "centre", centre: centreCode });
  const closed = (await db.q.$count(localClosure, and(eq(localClosure.centreId, found.id), eq(localClosure.day, day)))) > 0;
  if (!closed && !services.calendarOf(found.id).isWorkingDay(day)) return refuse({ code: "day-already-off", field: "day", on: day });
  await db.tx(async (q) => void (await q.insert(localClosure).values({ centreId: found.id, day, reason: reason.trim() }).onConflictDoNothing()));
  const changed = { db, pack: services.pack, calendarOf: await centreCalendars(db, services.calendars) };
  return ok(await recomputeClocks(changed, onProgress, { centreId: found.id, days: closed ? null : { first: day, last: day } }));
}
