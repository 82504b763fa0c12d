import type { CivilDay, Instant } from "../domain/calendar/calendar-date";

const BEIJING_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/**
 * The clock of the house. With a fixed day (the demo, tests) it shows that day at the present time of day in Beijing, so that
 * entries and lights agree; without one, the present moment.
 */
export function houseClock(fixed: CivilDay | null): () => Instant {
  return () => (fixed === null ? new Date().toISOString() : atBeijingTimeOfDay(fixed, new Date()));
}

function atBeijingTimeOfDay(day: CivilDay, moment: Date): Instant {
  const timeOfDay = (moment.getTime() + BEIJING_MS) % DAY_MS;
  return new Date(Date.parse(`${day}T00:00:00Z`) - BEIJING_MS + timeOfDay).toISOString();
}
