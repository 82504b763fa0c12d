import { type Logger, pino } from "pino";
import { loadCalendars } from "../../db/load-calendars";
import { loadPacks } from "../../db/load-packs";
import { openDb } from "../../db/open";
import { beijingDay, type CivilDay, parseDay } from "../domain/calendar/calendar-date";
import { diskFiles } from "./files/disk-files";
import { houseClock } from "./house-clock";
import { type HouseRules, houseRules } from "./house-rules";
import type { Services } from "./services";

/**
 * Everything the application is given: database brought up to date, calendars and packs loaded and checked, the packs kept for
 * the cases registered under them. Close `db` afterwards.
 * @param filesFolder where the contents of attachments lie; made when the first one comes
 * @param today fixes the day of the house (the demo, tests); null for the present day in Beijing
 * @throws when the database cannot be opened, a calendar or pack file is wrong, or `today` is no day
 */
export async function openServices({
  databaseUrl,
  today,
  filesFolder = "data/files",
  log = pino({ level: "silent" }),
}: {
  databaseUrl: string;
  today: CivilDay | null;
  filesFolder?: string;
  log?: Logger;
}): Promise<Services & HouseRules> {
  const fixed = today === null ? null : parseDay(today);
  if (today !== null && fixed === null) throw new Error(`DAIBAN_TODAY must be a day such as 2026-03-16, not ${today}`);
  const packs = loadPacks();
  const calendars = loadCalendars();
  const now = houseClock(fixed);
  const db = await openDb(databaseUrl);
  return {
    db,
    now,
    today: () => beijingDay(now()),
    calendars,
    packs,
    ...(await houseRules(db, packs, calendars)),
    files: diskFiles(filesFolder),
    log,
  };
}
