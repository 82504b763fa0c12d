import { and, eq } from "drizzle-orm";
import type { Q } from "../../db/port";
import { readArea } from "../../db/repositories/areas";
import { uuidv7 } from "../../db/uuid";
import { may } from "../domain/access/permissions";
import type { Command } from "../domain/case/commands";
import type { Actor } from "../domain/case/context";
import type { AreaFacts } from "../domain/case/parts/area-placement";
import { areaFault } from "../domain/plan/assessed-area";
import type { Refusal } from "../domain/result";
import type { Services } from "./services";

export type AreaOutcome =
  | { readonly ok: true; readonly areaId: string; readonly replayed: boolean }
  | { readonly ok: false; readonly status: 403 | 404 | 409; readonly error: Refusal };

const refused = (status: 403 | 404 | 409, error: Refusal): AreaOutcome => ({ ok: false, status, error });

interface SaveOptions {
  /** Null for a new area. */
  readonly areaId: string | null;
  readonly idempotencyKey: string;
  /** Version the form was shown with. */
  readonly expectedVersion?: number;
}

/**
 * Writes an assessed area of the centre down, new or changed, and keeps the state it had with who changed it when. Projects placed in it
 * before keep the facts of their day. The same key again changes nothing.
 */
export async function saveArea(services: Services, actor: Actor, facts: AreaFacts, options: SaveOptions): Promise<AreaOutcome> {
  if (!may(actor, "area:write")) return refused(403, { code: "not-allowed-role", role: actor.role, act: "area:write" });
  const { db } = services;
  try {
    return await db.tx((q) => write(services, q, actor, facts, options));
  } catch (error) {
    if (db.fault(error) !== "unique") throw error;
    // Somebody wrote the same code or key meanwhile: now it is found.
    return db.tx((q) => write(services, q, actor, facts, options));
  }
}

async function write(services: Services, q: Q, actor: Actor, facts: AreaFacts, { areaId, idempotencyKey, expectedVersion }: SaveOptions): Promise<AreaOutcome> {
  const { t, x } = services.db;
  const { centreId } = actor;
  const { assessedArea, assessedAreaChange } = t;
  const present = areaId === null ? null : await readArea(q, t, centreId, areaId, x);
  if (areaId !== null && !present) return refused(404, { code: "area-unknown" });
  const [done] = await q
    .select({ areaId: assessedAreaChange.areaId })
    .from(assessedAreaChange)
    .where(and(eq(assessedAreaChange.centreId, centreId), eq(assessedAreaChange.key, idempotencyKey)));
  if (done) return { ok: true, areaId: done.areaId, replayed: true };
  if (present && expectedVersion !== undefined && expectedVersion !== present.version) return refused(409, { code: "area-changed" });
  const [centre] = await q.select({ packId: t.centre.packId }).from(t.centre).where(eq(t.centre.id, centreId));
  const fault = centre ? areaFault(facts, services.pack(centre.packId)) : { code: "area-unknown" };
  if (fault) return refused(409, fault);
  const [taken] = await q
    .select({ id: assessedArea.id })
    .from(assessedArea)
    .where(and(eq(assessedArea.centreId, centreId), eq(assessedArea.areaCode, facts.areaCode)));
  if (taken && taken.id !== areaId) return refused(409, { code: "area-code-used", field: "areaCode", area: facts.areaCode });
  const id = present?.id ?? uuidv7();
  const version = (present?.version ?? 0) + 1;
  if (present)
    await q
      .update(assessedArea)
      .set({ ...facts, version })
      .where(and(eq(assessedArea.centreId, centreId), eq(assessedArea.id, id)));
  else await q.insert(assessedArea).values({ centreId, id, ...facts, version });
  await q.insert(assessedAreaChange).values({
    centreId,
    areaId: id,
    version,
    facts,
    byId: actor.personId,
    byName: actor.name,
    recordedAt: services.now(),
    key: idempotencyKey,
  });
  return { ok: true, areaId: id, replayed: false };
}

type PlaceInArea = Extract<Command, { type: "place-in-area" }>;

/** The command with the facts of the area as the centre's register has them now; what a form says about them is never taken. */
export async function withArea({ db }: Services, q: Q, centreId: string, command: PlaceInArea): Promise<PlaceInArea> {
  const row = await readArea(q, db.t, centreId, command.areaId);
  if (!row) return { ...command, area: null };
  const { id: _, version: __, ...area } = row;
  return { ...command, area };
}
