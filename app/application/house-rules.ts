import { count, sql } from "drizzle-orm";
import { type Db, prepared } from "../../db/port";
import type { CalendarYear } from "../domain/calendar/working-calendar";
import type { Pack } from "../domain/pack/pack";
import { centreCalendars } from "./centre-calendars";
import { packShelf } from "./pack-shelf";
import type { Services } from "./services";

/** The rules and calendars this process works by, and a way to learn what other processes of the house have added since. */
export interface HouseRules extends Pick<Services, "pack" | "calendarOf"> {
  /**
   * Brings in versions of rules and closed days that came into the database meanwhile. To be awaited before cases are read, since
   * any of them may have been registered under a version that a newer process brought. 1 statement when there is nothing new.
   */
  keepUp(): Promise<void>;
}

/** Loads what is known now. The packs given are kept in the database for as long as the installation lives. */
export async function houseRules(db: Db, packs: readonly Pack[], calendars: readonly CalendarYear[]): Promise<HouseRules> {
  let seen = await rowsOf(db);
  let pack = await packShelf(db, packs);
  let calendarOf = await centreCalendars(db, calendars);
  let learning: Promise<void> | null = null;

  async function learn(): Promise<void> {
    // Counted before reading: what comes in between is read again the next time.
    const rows = await rowsOf(db);
    [pack, calendarOf] = await Promise.all([packShelf(db, packs), centreCalendars(db, calendars)]);
    seen = rows;
  }
  return {
    pack: (idOrDigest) => pack(idOrDigest),
    calendarOf: (centreId) => calendarOf(centreId),
    keepUp: async () => {
      if ((await rowsOf(db)) === seen) return;
      learning ??= learn().finally(() => {
        learning = null;
      });
      await learning;
    },
  };
}

/** How many rows there are of both: neither is ever changed or removed, so that another number means something new. */
async function rowsOf({ q, t }: Db): Promise<string> {
  const closures = sql<number>`(select count(*) from ${t.localClosure})`;
  const [row] = await prepared(q, "house rules", () => q.select({ packs: count(), closures }).from(t.packVersion)).execute({});
  return `${row?.packs} ${row?.closures}`;
}
