import type { HouseRules } from "../application/house-rules";
import { observeCases } from "../application/maintenance/observe";
import type { Services } from "../application/services";

/** A day begins once, but servers start at any hour and calendars change: looking is cheap while nothing is due. */
const EVERY_MS = 3_600_000;

/**
 * Looks at the cases when the server starts and every hour after (`observeCases`). A run that fails is logged and the next one
 * comes all the same.
 * @returns ends the watch; resolves when a run under way has finished its case
 */
export function watchDays(services: Services & Pick<HouseRules, "keepUp">): () => Promise<void> {
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    // Cases may have come under rules that a newer process brought.
    running = services
      .keepUp()
      .then(() => services.db.tend().catch((err) => services.log.warn({ err }, "could not tend the database")))
      .then(() => observeCases(services, ending.signal))
      .then(
        ({ cases, failed }) => {
          if (cases + failed > 0) services.log.info({ today: services.today(), cases, failed }, "observed");
        },
        (err) => services.log.error({ err }, "could not observe"),
      );
  };
  look();
  const timer = setInterval(() => {
    running = running.then(look);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    ending.abort();
    clearInterval(timer);
    await running;
  };
}
