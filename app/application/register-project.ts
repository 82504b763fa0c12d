import { randomInt } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Q } from "../../db/port";
import { uuidv7 } from "../../db/uuid";
import { may } from "../domain/access/permissions";
import type { CivilDay } from "../domain/calendar/calendar-date";
import type { Command, ProjectFacts } from "../domain/case/commands";
import type { Actor } from "../domain/case/context";
import { readCreditCode } from "../domain/identifiers/credit-code";
import { commandDigest, earlierOutcome, inOneTransaction, type Outcome, recordCommand, refused } from "./execute";
import type { Services } from "./services";

/** Letters and digits that nobody mistakes for one another on paper or on the phone. */
const QUERY_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const QUERY_CODE_LENGTH = 8;

export const newQueryCode = (): string => Array.from({ length: QUERY_CODE_LENGTH }, () => QUERY_CODE_LETTERS[randomInt(QUERY_CODE_LETTERS.length)]).join("");

/** Leaves the transaction so that numbers taken and the enterprise made are given back. */
class Refused extends Error {
  constructor(readonly outcome: Outcome) {
    super("registration refused");
  }
}

/**
 * Registers a project: takes the next number of the centre and year, a random query code, and the enterprise with that credit
 * code (made when new), then records the command. A refused registration uses up no number.
 * @param facts as typed, and the day of registration
 */
export async function registerProject(
  services: Services,
  actor: Actor,
  facts: ProjectFacts & { readonly on: CivilDay },
  options: { readonly idempotencyKey: string },
): Promise<Outcome> {
  if (!may(actor, "register-project")) return refused(403, { code: "not-allowed-role", role: actor.role, act: "register-project" });
  const digest = commandDigest({ type: "register-project", ...facts }, null);
  const creditCode = readCreditCode(facts.creditCode);
  if (!creditCode.ok) return refused(409, creditCode.error);
  try {
    return await inOneTransaction(services, async (q) => {
      const earlier = await earlierOutcome(services, q, actor, options.idempotencyKey, digest);
      if (earlier) return earlier;
      const { code, packId } = await centreOf(services, q, actor.centreId);
      const year = services.today().slice(0, 4);
      const projectNo = `${code}-${year}-${String(await nextNumber(services, q, actor.centreId, `project-${year}`)).padStart(4, "0")}`;
      const enterpriseId = await enterpriseWith(services, q, actor.centreId, { ...facts, creditCode: creditCode.value });
      const command: Command = { type: "register-project", projectNo, queryCode: newQueryCode(), enterpriseId, packId, ...facts };
      const outcome = await recordCommand(services, q, actor, command, null, { key: options.idempotencyKey, digest });
      if (!outcome.ok) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

async function centreOf({ db }: Services, q: Q, centreId: string): Promise<{ readonly code: string; readonly packId: string }> {
  const [centre] = await q.select({ code: db.t.centre.code, packId: db.t.centre.packId }).from(db.t.centre).where(eq(db.t.centre.id, centreId));
  if (!centre) throw new Error(`no centre ${centreId}`);
  return centre;
}

/** The next number of a counter, from 1. Holds the counter's row until the transaction ends, so numbers have no gaps. */
export async function nextNumber({ db }: Services, q: Q, centreId: string, name: string): Promise<number> {
  const { counter } = db.t;
  const [taken] = await q
    .insert(counter)
    .values({ centreId, name, value: 1 })
    .onConflictDoUpdate({ target: [counter.centreId, counter.name], set: { value: sql`${counter.value} + 1` } })
    .returning({ value: counter.value });
  return taken?.value ?? 1;
}

/** The centre's enterprise with this credit code; made with the name typed when the centre has none yet. */
async function enterpriseWith({ db }: Services, q: Q, centreId: string, { creditCode, enterpriseName }: ProjectFacts): Promise<string> {
  const { enterprise } = db.t;
  await q.insert(enterprise).values({ centreId, id: uuidv7(), creditCode, name: enterpriseName }).onConflictDoNothing();
  const [found] = await q
    .select({ id: enterprise.id })
    .from(enterprise)
    .where(and(eq(enterprise.centreId, centreId), eq(enterprise.creditCode, creditCode)));
  if (!found) throw new Error(`the enterprise ${creditCode} cannot be read back`);
  return found.id;
}
