import { and, eq, inArray } from "drizzle-orm";
import type { Q, Tables } from "../../db/port";
import { lettersOf, seatsOf, windowsOf } from "../../db/repositories/windows";
import { uuidv7 } from "../../db/uuid";
import { may } from "../domain/access/permissions";
import type { Actor } from "../domain/case/context";
import { decideWindow, type ServiceWindow, WINDOW_ROLES, type WindowChanged, type WindowCommand } from "../domain/centre/window";
import type { Refusal } from "../domain/result";
import type { Services } from "./services";

/** What became of a change of a window; `code` is the number it is found under now. */
export type WindowOutcome = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly status: 403 | 404 | 409; readonly error: Refusal };

/** Refusals for a window or a letter that is not there, or not of this centre. */
const UNKNOWN: ReadonlySet<string> = new Set(["window-unknown", "authorisation-unknown"]);

/**
 * The only way windows, letters and seats change: one transaction under the centre's named lock; who changed what when is kept with
 * the change itself, and a form that arrives twice changes nothing twice.
 * @param code number of the window; null to open one
 * @param key idempotency key of the form
 */
export function changeWindow(services: Services, actor: Actor, code: string | null, command: WindowCommand, key: string): Promise<WindowOutcome> {
  return services.db.tx(async (q): Promise<WindowOutcome> => {
    const { t, x } = services.db;
    if (!may(actor, "window:change")) return { ok: false, status: 403, error: { code: "not-allowed-role", role: actor.role, act: "window:change" } };
    await x.lock(q, `windows ${actor.centreId}`);
    const windows = await windowsOf(q, t, actor.centreId);
    const [done] = await q
      .select({ windowId: t.windowChange.windowId })
      .from(t.windowChange)
      .where(and(eq(t.windowChange.centreId, actor.centreId), eq(t.windowChange.key, key)));
    if (done) return { ok: true, code: windows.find((window) => window.id === done.windowId)?.code ?? "" };
    const window = code === null ? null : (windows.find((one) => one.code === code) ?? null);
    if (code !== null && !window) return { ok: false, status: 404, error: { code: "window-unknown" } };
    const decided = decideWindow(await situationOf(services, q, actor, window, windows, command), command, uuidv7);
    if (!decided.ok) return { ok: false, status: UNKNOWN.has(decided.error.code) ? 404 : 409, error: decided.error };
    const windowId = window?.id ?? uuidv7();
    await apply(services, q, actor.centreId, windowId, decided.value);
    await q.insert(t.windowChange).values({
      centreId: actor.centreId,
      id: uuidv7(),
      windowId,
      key,
      change: decided.value,
      actorId: actor.personId,
      actorName: actor.name,
      recordedAt: services.now(),
    });
    return { ok: true, code: "code" in decided.value ? decided.value.code : (window?.code ?? "") };
  });
}

async function situationOf(services: Services, q: Q, actor: Actor, window: ServiceWindow | null, windows: readonly ServiceWindow[], command: WindowCommand) {
  const { t } = services.db;
  const { centreId } = actor;
  const [centre] = await q.select({ packId: t.centre.packId }).from(t.centre).where(eq(t.centre.id, centreId));
  const people = await q
    .select({ personId: t.personRole.personId, role: t.personRole.role })
    .from(t.personRole)
    .where(and(eq(t.personRole.centreId, centreId), inArray(t.personRole.role, [...WINDOW_ROLES])));
  const departments = await q.select({ code: t.department.code }).from(t.department).where(eq(t.department.centreId, centreId));
  return {
    window,
    letters: window ? await lettersOf(q, t, centreId, window.id) : [],
    seated: window && command.type === "close-window" ? await seatedAt(q, t, centreId, window.id) : [],
    people,
    codeTaken: "code" in command && windows.some((other) => other.code === command.code && other.id !== window?.id),
    departmentCodes: departments.map((department) => department.code),
    pack: services.pack(centre?.packId ?? ""),
    today: services.today(),
  };
}

const seatedAt = async (q: Q, t: Tables, centreId: string, windowId: string): Promise<readonly string[]> =>
  (await seatsOf(q, t, centreId)).filter((seat) => seat.windowId === windowId).map(({ name }) => name);

async function apply({ db }: Services, q: Q, centreId: string, id: string, change: WindowChanged): Promise<void> {
  const { serviceWindow, authorisation, windowStaff } = db.t;
  const ofWindow = and(eq(serviceWindow.centreId, centreId), eq(serviceWindow.id, id));
  switch (change.type) {
    case "open-window":
    case "change-window": {
      const { type: _, authorisationId: __, ...facts } = change;
      if (change.type === "open-window") await q.insert(serviceWindow).values({ ...facts, centreId, id, closedOn: null });
      else await q.update(serviceWindow).set(facts).where(ofWindow);
      return;
    }
    case "close-window":
      await q.update(serviceWindow).set({ closedOn: change.on }).where(ofWindow);
      return;
    case "sign-letter": {
      const { type: _, authorisationId, ...letter } = change;
      await q.insert(authorisation).values({ ...letter, centreId, id: authorisationId ?? uuidv7(), windowId: id, revokedOn: null });
      return;
    }
    case "revoke-letter":
      await q
        .update(authorisation)
        .set({ revokedOn: change.on })
        .where(and(eq(authorisation.centreId, centreId), eq(authorisation.id, change.authorisationId)));
      return;
    case "seat-person": {
      const { personId, certificateNo, certificateValidTo, on } = change;
      const seat = { windowId: id, since: on, certificateNo, certificateValidTo };
      await q
        .insert(windowStaff)
        .values({ centreId, personId, ...seat })
        .onConflictDoUpdate({ target: [windowStaff.centreId, windowStaff.personId], set: seat });
      return;
    }
    case "leave-window":
      await q.delete(windowStaff).where(and(eq(windowStaff.centreId, centreId), eq(windowStaff.windowId, id), eq(windowStaff.personId, change.personId)));
  }
}
