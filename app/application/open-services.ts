import { type Logger, pino } from "pino";
import { loadCalendars } from "../../db/load-calendars";
import { loadPacks } from "../../db/load-packs";
import { openDb } from "../../db/open";
import { beijingDay, type CivilDay, parseDay } from "../domain/calendar/calendar-date";
import { centreCalendars } from "./centre-calendars";
import { houseClock } from "./house-clock";
import { packShelf } from "./pack-shelf";
import type { Services } from "./services";

/**
 * Everything the application is given: database brought up to date, calendars and packs loaded and checked, the packs kept for
 * the cases registered under them. Close `db` afterwards.
 * @param today fixes the day of the house (the demo, tests); null for the present day in Beijing
 * @throws when the database cannot be opened, a calendar or pack file is wrong, or `today` is no day
 */
export async function openServices({
  databaseUrl,
  today,
  log = pino({ level: "silent" }),
}: {
  databaseUrl: string;
  today: CivilDay | null;
  log?: Logger;
}): Promise<Services> {
  const fixed = today === null ? null : parseDay(today);
  if (today !== null && fixed === null) throw new Error(`DAIBAN_TODAY must be a day such as 2026-03-16, not ${today}`);
  const packs = loadPacks();
  const calendars = loadCalendars();
  const now = houseClock(fixed);
  const db = await openDb(databaseUrl);
  return { db, now, today: () => beijingDay(now()), calendars, calendarOf: await centreCalendars(db, calendars), packs, pack: await packShelf(db, packs), log };
}
