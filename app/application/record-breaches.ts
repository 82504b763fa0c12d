import type { Q } from "../../db/port";
import { addBreach } from "../../db/repositories/credit";
import type { Tables } from "../../db/schema";
import { uuidv7 } from "../../db/uuid";
import type { Instant } from "../domain/calendar/calendar-date";
import type { CaseEvent } from "../domain/case/events";
import type { Project } from "../domain/case/state";

interface Breach {
  readonly kind: "simulation" | "notice-commitment" | "commitment";
  readonly reason: string;
  readonly on: string;
  readonly byId: string;
  readonly byName: string;
}

/** The broken promise an event finds; null when it finds none. */
function breachIn(event: CaseEvent): Breach | null {
  if (event.type === "simulation-terminated" && event.ground === "promise-broken") return { kind: "simulation", ...event };
  if (event.type === "commitment-breached") return { kind: "commitment", ...event };
  if (event.type === "notice-commitment-revoked") return { kind: "notice-commitment", ...event };
  return null;
}

/**
 * Enters the broken promises that these events find into the credit of the enterprise, in the transaction that records them.
 * @param key key of the command, so that the same form again enters nothing twice
 */
export async function recordBreaches(q: Q, t: Tables, project: Project, events: readonly CaseEvent[], key: string, now: Instant): Promise<void> {
  for (const [index, event] of events.entries()) {
    const breach = breachIn(event);
    if (!breach) continue;
    const { kind, reason, on: recordedOn, byId: recordedById, byName: recordedByName } = breach;
    await addBreach(q, t, {
      centreId: project.centreId,
      enterpriseId: project.enterpriseId,
      id: uuidv7(),
      kind,
      reason,
      recordedOn,
      recordedById,
      recordedByName,
      recordedAt: now,
      recordedKey: `${key}:${index}`,
    });
  }
}
