import { and, eq } from "drizzle-orm";
import type { Q } from "../../db/port";
import { addCover, type CoverRow, coverByKey, coversFrom, endCover, managersOf, recentCovers } from "../../db/repositories/covers";
import { uuidv7 } from "../../db/uuid";
import { may } from "../domain/access/permissions";
import type { CivilDay } from "../domain/calendar/calendar-date";
import type { Command } from "../domain/case/commands";
import type { Actor, Principal } from "../domain/case/context";
import { type Cover, type CoverCommand, coverFor, coverInForce, coversCase, decideCover } from "../domain/centre/cover";
import { ok, type Refusal, type Result, refuse } from "../domain/result";
import type { Services } from "./services";

/** Covers shown on their page: nobody looks further back. */
const MOST_SHOWN = 60;

export type CoverOutcome = { readonly ok: true } | { readonly ok: false; readonly status: 403 | 404 | 409; readonly error: Refusal };

/**
 * The only way covers are named and ended: one transaction under the centre's named lock; a form that arrives twice changes nothing
 * twice. Nobody but the manager who is away names who stands in.
 * @param key idempotency key of the form
 */
export function changeCover(services: Services, actor: Actor, command: CoverCommand, key: string): Promise<CoverOutcome> {
  return services.db.tx(async (q): Promise<CoverOutcome> => {
    const { t, x } = services.db;
    if (!may(actor, "cover:change")) return { ok: false, status: 403, error: { code: "not-allowed-role", role: actor.role, act: "cover:change" } };
    await x.lock(q, `covers ${actor.centreId}`);
    if (await coverByKey(q, t, actor.centreId, key)) return { ok: true };
    const [covers, managers, today] = [await coversFrom(q, t, actor.centreId, services.today()), await managersOf(q, t, actor.centreId), services.today()];
    if (command.type === "name-stand-in" && command.projectId !== null && !(await isOfCentre(services, q, actor.centreId, command.projectId)))
      return { ok: false, status: 404, error: { code: "project-unknown" } };
    const decided = decideCover({ actor, covers, managers, today }, command, uuidv7);
    if (!decided.ok) return { ok: false, status: decided.error.code === "cover-unknown" ? 404 : 409, error: decided.error };
    const change = decided.value;
    if (change.type === "stand-in-named") await addCover(q, t, actor.centreId, change.cover, { at: services.now(), key });
    else
      await endCover(
        q,
        t,
        { centreId: actor.centreId, id: change.coverId },
        { endedOn: change.on, endedById: actor.personId, endedByName: actor.name, endedAt: services.now(), endedKey: key },
      );
    return { ok: true };
  });
}

async function isOfCentre({ db: { t } }: Services, q: Q, centreId: string, projectId: string): Promise<boolean> {
  const rows = await q
    .select({ id: t.project.id })
    .from(t.project)
    .where(and(eq(t.project.centreId, centreId), eq(t.project.id, projectId)));
  return rows.length > 0;
}

/**
 * The actor as acting in the other's name, where a cover for this case is in force today and on the day of the act. Only a manager
 * acts in a manager's name.
 */
export async function underCover(services: Services, q: Q, actor: Actor, forId: string, projectId: string, command: Command): Promise<Result<Actor>> {
  const today = services.today();
  const covers = actor.role === "manager" ? await coversFrom(q, services.db.t, actor.centreId, today) : [];
  const cover = coverFor(covers, { standInId: actor.personId, forId, projectId, on: today });
  if (!cover) return refuse({ code: "cover-not-in-force", field: "onBehalfOf" });
  const on = "on" in command ? command.on : today;
  if (on < cover.since) return refuse({ code: "day-before", field: "on", on, earliest: cover.since, what: "cover" });
  return ok({ ...actor, onBehalfOf: { personId: cover.forId, name: cover.forName } });
}

/** Who a manager may act for today, for everything or in one case, and who stands in for them. */
export interface Covers {
  readonly standsInFor: readonly Cover[];
  readonly ownStandIns: readonly Cover[];
}

/** Covers that concern this manager today. 1 statement. */
export async function coversToday({ db, today }: Services, actor: Actor): Promise<Covers> {
  const on = today();
  const running = (await coversFrom(db.q, db.t, actor.centreId, on)).filter((cover) => coverInForce(cover, on));
  return {
    standsInFor: running.filter((cover) => cover.standInId === actor.personId),
    ownStandIns: running.filter((cover) => cover.forId === actor.personId),
  };
}

/** In whose name, beside their own, this manager may act in a case today. */
export const principalsIn = ({ standsInFor }: Covers, projectId: string): readonly (Principal & { readonly until: CivilDay })[] =>
  standsInFor.filter((cover) => coversCase(cover, projectId)).map(({ forId, forName, until }) => ({ personId: forId, name: forName, until }));

export type CoverState = "coming" | "in-force" | "over" | "ended";

export interface CoverPage {
  readonly today: CivilDay;
  readonly covers: readonly (CoverRow & { readonly state: CoverState; readonly mayEnd: boolean })[];
  /** Whom this manager may name. */
  readonly others: readonly { readonly personId: string; readonly name: string }[];
  readonly mayName: boolean;
}

const stateOf = (cover: Cover, today: CivilDay): CoverState =>
  cover.endedOn !== null ? "ended" : today < cover.since ? "coming" : coverInForce(cover, today) ? "in-force" : "over";

/** The covers of the centre and whom this person may name. 2 statements. */
export async function coverPage({ db, today }: Services, actor: Actor): Promise<CoverPage> {
  const on = today();
  const rows = await recentCovers(db.q, db.t, actor.centreId, MOST_SHOWN);
  const managers = await managersOf(db.q, db.t, actor.centreId);
  const mayChange = may(actor, "cover:change");
  return {
    today: on,
    covers: rows.map((row) => {
      const state = stateOf(row, on);
      const own = row.forId === actor.personId || row.standInId === actor.personId;
      return { ...row, state, mayEnd: mayChange && own && (state === "coming" || state === "in-force") };
    }),
    others: managers.filter(({ personId }) => personId !== actor.personId),
    mayName: mayChange && managers.some(({ personId }) => personId !== actor.personId),
  };
}
