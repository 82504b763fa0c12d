import type { CivilDay } from "../calendar/calendar-date";
import type { ClockLight } from "./clock";

/** What a row keeps of its clocks. No colour is stored: it follows from these days and today. */
export interface LightDays {
  readonly running: boolean;
  readonly paused: boolean;
  readonly warnFrom: CivilDay | null;
  readonly lateFrom: CivilDay | null;
}

const RISING: readonly ClockLight[] = ["none", "ok", "paused", "warn", "late"];

/** The worse of several lights: late, then warn, then paused, then ok. */
export const worstLight = (...lights: readonly ClockLight[]): ClockLight =>
  lights.reduce((worst, light) => (RISING.indexOf(light) > RISING.indexOf(worst) ? light : worst), "none");

/**
 * The light of a row on `today`. `warnFrom` and `lateFrom` belong to the clocks that still run, so a case whose committed clock
 * stands still while the statutory one runs out shows the statutory light: the worse of both.
 */
export function lightOf({ running, paused, warnFrom, lateFrom }: LightDays, today: CivilDay): ClockLight {
  if (!running) return "none";
  if (lateFrom !== null && lateFrom <= today) return "late";
  if (warnFrom !== null && warnFrom <= today) return "warn";
  return paused ? "paused" : "ok";
}
