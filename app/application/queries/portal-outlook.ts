import type { CivilDay } from "../../domain/calendar/calendar-date";
import { timelineFacts } from "../../domain/timeline/facts";
import type { CaseToday } from "./project-case";

/** When the rest could be done if everything starts as early as it can and every department keeps its promise. */
export interface Outlook {
  readonly endOn: CivilDay;
  readonly endProvisional: boolean;
  /** The construction permit, while it is part of the plan and still to come. */
  readonly permitOn: CivilDay | null;
  readonly permitProvisional: boolean;
}

const PERMIT = "construction-permit";

/** The forecast of the timeline in two days an investor asks for; null when nothing is left to expect. */
export function outlookOf({ state, pack, calendar, today }: CaseToday): Outlook | null {
  const { items, forecastEndsOn } = timelineFacts(state, pack, calendar, today);
  if (forecastEndsOn === null) return null;
  const permitOn = items.find((item) => item.code === PERMIT)?.forecast?.to ?? null;
  return {
    endOn: forecastEndsOn,
    endProvisional: calendar.isProvisional(forecastEndsOn),
    permitOn,
    permitProvisional: permitOn !== null && calendar.isProvisional(permitOn),
  };
}
