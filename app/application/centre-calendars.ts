import { asc } from "drizzle-orm";
import type { Db } from "../../db/port";
import type { CalendarYear, LocalClosure, WorkingCalendar } from "../domain/calendar/working-calendar";
import { workingCalendar } from "../domain/calendar/working-calendar";

/** The working calendar of each centre: the published years, less the days on which that centre alone is closed. */
export async function centreCalendars({ q, t }: Pick<Db, "q" | "t">, years: readonly CalendarYear[]): Promise<(centreId: string) => WorkingCalendar> {
  const closures = new Map<string, LocalClosure[]>();
  for (const { centreId, day, reason } of await q.select().from(t.localClosure).orderBy(asc(t.localClosure.centreId), asc(t.localClosure.day))) {
    closures.set(centreId, [...(closures.get(centreId) ?? []), { day, reason }]);
  }
  const published = workingCalendar(years);
  const own = new Map([...closures].map(([centreId, days]) => [centreId, workingCalendar(years, days)]));
  return (centreId) => own.get(centreId) ?? published;
}
