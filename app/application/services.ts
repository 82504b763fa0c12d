import type { Logger } from "pino";
import type { Db } from "../../db/port";
import type { WorkingCalendar } from "../domain/calendar/working-calendar";
import type { CivilDay, Instant } from "../domain/calendar/calendar-date";
import type { Pack } from "../domain/pack/pack";

/** What every use of the application is given. Built once at start in `web/services.server.ts`; tests build their own. */
export interface Services {
  readonly db: Db;
  /** Clock of the house. `today` is the civil day in Beijing; `DAIBAN_TODAY` fixes it for the demo and for tests. */
  readonly now: () => Instant;
  readonly today: () => CivilDay;
  readonly calendarOf: (centreId: string) => WorkingCalendar;
  /** Resolved pack by id; throws when unknown, because a case can only carry an id that was loaded. */
  readonly pack: (packId: string) => Pack;
  readonly packs: readonly Pack[];
  readonly log: Logger;
}
