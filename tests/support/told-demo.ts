import { type Cast, raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import type { Services } from "../../app/application/services";
import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { ProjectCase } from "../../app/domain/case/state";
import { loadCase } from "../../db/repositories/case-rows";
import { stories } from "../../db/seeds/stories";
import { type DatabasePlace, databasePlace } from "./databases";

/** The demo as it stands on a day, in a database of its own. */
export interface ToldDemo {
  readonly place: DatabasePlace;
  readonly services: Services;
  readonly cast: Cast;
  /** Every case of every centre. */
  readonly cases: readonly ProjectCase[];
  close(): Promise<void>;
}

/** Raises the centres of the demo and tells its stories, all unless some are named. */
export async function tellDemo(today: CivilDay, told: Parameters<typeof playStories>[1] = stories): Promise<ToldDemo> {
  const place = await databasePlace("sqlite", "");
  const services = await openServices({ databaseUrl: place.url, today });
  await raiseDemoCentres(services, stories, "no password opens this");
  const cast = await readCast(services);
  await playStories(services, told, cast);
  const { q, t } = services.db;
  const rows = await q.select({ centreId: t.project.centreId, id: t.project.id }).from(t.project);
  const loaded = await Promise.all(rows.map(({ centreId, id }) => loadCase(services.db, centreId, { projectId: id })));
  const close = async () => {
    await services.db.close();
    await place.remove();
  };
  return { place, services, cast, cases: loaded.flatMap((one) => (one ? [one.state] : [])), close };
}
