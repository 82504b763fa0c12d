import { and, eq } from "drizzle-orm";
import { addBreach, type CreditRow, creditOf, type NewBreach, repairBreach } from "../../db/repositories/credit";
import { uuidv7 } from "../../db/uuid";
import { may } from "../domain/access/permissions";
import type { CivilDay } from "../domain/calendar/calendar-date";
import type { Actor } from "../domain/case/context";
import { ok, type Refusal, type Result, refuse } from "../domain/result";
import type { Services } from "./services";

/** What a manager says of an enterprise's credit; the key is the form's, so that the same form changes nothing twice. */
export interface Breach extends Pick<CreditRow, "kind" | "reason"> {
  readonly on: CivilDay;
  readonly key: string;
}
export interface Repair {
  readonly recordId: string;
  readonly reason: string;
  readonly on: CivilDay;
  readonly key: string;
}

/** An enterprise and its credit. */
export interface CreditPage {
  readonly enterprise: { readonly id: string; readonly name: string; readonly creditCode: string };
  readonly records: readonly CreditRow[];
  readonly unrepaired: number;
  readonly mayRecord: boolean;
  readonly today: CivilDay;
}

/** The credit of an enterprise of the centre; null when there is none of that id. 2 statements. */
export async function creditPage({ db, today }: Services, actor: Actor, enterpriseId: string): Promise<CreditPage | null> {
  const { enterprise: e } = db.t;
  if (!UUID.test(enterpriseId)) return null;
  const [enterprise] = await db.q
    .select({ id: e.id, name: e.name, creditCode: e.creditCode })
    .from(e)
    .where(and(eq(e.centreId, actor.centreId), eq(e.id, enterpriseId)));
  if (!enterprise) return null;
  const records = await creditOf(db.q, db.t, actor.centreId, enterpriseId);
  return {
    enterprise,
    records,
    unrepaired: records.filter((record) => record.repairedOn === null).length,
    mayRecord: may(actor, "credit:record"),
    today: today(),
  };
}

/** Ids come from addresses; one that is none would be an error in one engine. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const refuseFuture = ({ today }: Services, on: CivilDay): Refusal | null => (on > today() ? { code: "day-in-future", field: "on", on, today: today() } : null);

/** Records that an enterprise broke a promise. From then on the acts a place bars to it are refused. */
export async function recordBreach(services: Services, actor: Actor, enterpriseId: string, breach: Breach): Promise<Result<null>> {
  const refusal = refuseFuture(services, breach.on);
  if (refusal) return refuse(refusal);
  const { db, now } = services;
  const row: NewBreach = {
    centreId: actor.centreId,
    enterpriseId,
    id: uuidv7(),
    kind: breach.kind,
    reason: breach.reason,
    recordedOn: breach.on,
    recordedById: actor.personId,
    recordedByName: actor.name,
    recordedAt: now(),
    recordedKey: breach.key,
  };
  await db.tx((q) => addBreach(q, db.t, row));
  return ok(null);
}

/** Records that a breach was repaired (信用修复), once; the record itself stays. */
export async function recordRepair(services: Services, actor: Actor, enterpriseId: string, { recordId, reason, on, key }: Repair): Promise<Result<null>> {
  const { db, now } = services;
  return db.tx(async (q) => {
    const record = (await creditOf(q, db.t, actor.centreId, enterpriseId)).find((one) => one.id === recordId);
    if (!record) return refuse({ code: "credit-unknown", field: "recordId" });
    if (record.repairedKey === key) return ok(null);
    const refusal =
      refuseFuture(services, on) ??
      (on < record.recordedOn ? { code: "day-before", field: "on", on, earliest: record.recordedOn, what: "recorded" } : null) ??
      (record.repairedOn !== null ? { code: "credit-already-repaired", field: "recordId", on: record.repairedOn } : null);
    if (refusal) return refuse(refusal);
    const repair = {
      repairedOn: on,
      repairReason: reason,
      repairedById: actor.personId,
      repairedByName: actor.name,
      repairedAt: now(),
      repairedKey: key,
    };
    const done = await repairBreach(q, db.t, { centreId: actor.centreId, enterpriseId, id: recordId }, repair);
    return done ? ok(null) : refuse({ code: "credit-already-repaired", field: "recordId", on: record.repairedOn });
  });
}
