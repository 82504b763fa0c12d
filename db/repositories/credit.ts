import { and, asc, count, eq, gt, type InferSelectModel, isNull, lte, or, sql } from "drizzle-orm";
import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import { prepared, type Q, type Tables } from "../port";

const { placeholder } = sql;

export type CreditRow = InferSelectModel<Tables["creditRecord"]>;

const NOT_REPAIRED = { repairedOn: null, repairReason: null, repairedById: null, repairedByName: null, repairedAt: null, repairedKey: null };
/** What is recorded of a breach; the rest comes with its repair. */
export type NewBreach = Omit<CreditRow, keyof typeof NOT_REPAIRED>;

/** Breaches of an enterprise that are known and not repaired on a day. One statement, answered from the index. */
export async function countUnrepaired(q: Q, { creditRecord: c }: Tables, centreId: string, enterpriseId: string, on: CivilDay): Promise<number> {
  const query = prepared(q, "unrepaired", () => {
    const known = lte(c.recordedOn, placeholder("on"));
    const unrepaired = or(isNull(c.repairedOn), gt(c.repairedOn, placeholder("on")));
    const ofEnterprise = and(eq(c.centreId, placeholder("centreId")), eq(c.enterpriseId, placeholder("enterpriseId")));
    return q
      .select({ n: count() })
      .from(c)
      .where(and(ofEnterprise, known, unrepaired));
  });
  const [row] = await query.execute({ centreId, enterpriseId, on });
  return Number(row?.n ?? 0);
}

/** The credit of an enterprise, oldest first. */
export const creditOf = (q: Q, { creditRecord: c }: Tables, centreId: string, enterpriseId: string): Promise<CreditRow[]> =>
  q
    .select()
    .from(c)
    .where(and(eq(c.centreId, centreId), eq(c.enterpriseId, enterpriseId)))
    .orderBy(asc(c.recordedAt), asc(c.id));

/** Adds a breach; the same form again adds nothing. */
export async function addBreach(q: Q, { creditRecord: c }: Tables, breach: NewBreach): Promise<void> {
  await q
    .insert(c)
    .values({ ...breach, ...NOT_REPAIRED })
    .onConflictDoNothing({ target: [c.centreId, c.recordedKey] });
}

type Repair = Pick<CreditRow, "repairedOn" | "repairReason" | "repairedById" | "repairedByName" | "repairedAt" | "repairedKey">;

/** Marks a breach as repaired, once; false when it was already. */
export async function repairBreach(
  q: Q,
  { creditRecord: c }: Tables,
  of: Pick<CreditRow, "centreId" | "enterpriseId" | "id">,
  repair: Repair,
): Promise<boolean> {
  const done = await q
    .update(c)
    .set(repair)
    .where(and(eq(c.centreId, of.centreId), eq(c.enterpriseId, of.enterpriseId), eq(c.id, of.id), isNull(c.repairedOn)))
    .returning({ id: c.id });
  return done.length === 1;
}
