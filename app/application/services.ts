import type { Logger } from "pino";
import type { Db } from "../../db/port";
import type { CivilDay, Instant } from "../domain/calendar/calendar-date";
import type { CalendarYear, WorkingCalendar } from "../domain/calendar/working-calendar";
import type { Pack } from "../domain/pack/pack";
import type { Files } from "./files/files";

/** What every use of the application is given. Built once at start by `openServices`; tests build their own. */
export interface Services {
  readonly db: Db;
  /** Clock of the house. `today` is the civil day in Beijing; `DAIBAN_TODAY` fixes it for the demo and for tests. */
  readonly now: () => Instant;
  readonly today: () => CivilDay;
  readonly calendarOf: (centreId: string) => WorkingCalendar;
  /**
   * Resolved pack: by the digest a case carries, the version it was registered under; by id, the version loaded now. Throws when
   * unknown, because a case can only carry what was loaded once.
   */
  readonly pack: (idOrDigest: string) => Pack;
  readonly packs: readonly Pack[];
  /** The years as published, oldest first, with the notice each comes from. */
  readonly calendars: readonly CalendarYear[];
  /** Contents of attachments. */
  readonly files: Files;
  readonly log: Logger;
}

/** What upkeep needs of the services: the data and the rules, no clock and no person. */
export type Upkeep = Pick<Services, "db" | "calendarOf" | "pack">;
