import { randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { hashPassword } from "../../app/application/passwords";
import { openDb } from "../../db/open";
import { Copier, caseTables, insertInto } from "./copies";
import { AGENTS, CENTRE_ID, TODAY } from "./generate";
import { playLongCase } from "./templates";

/** The case that the budget of a project page speaks of. */
export const LONG_CASE = { projectNo: "HY-2025-900040", queryCode: "QUERYCOD", items: 40, events: 400 } as const;
const LONG_CASE_NUMBER = 9_000_040;
const INVESTOR_ID = "0190a000-0000-7000-8002-000000000001";
const START = "2025-10-09";

export interface Cast {
  readonly agent: { readonly id: string; readonly signInName: string };
  readonly investor: { readonly id: string; readonly signInName: string };
  /** New in every run. */
  readonly password: string;
  readonly longCase: { readonly items: number; readonly events: number };
}

/** The people who sign in and the long case, added to a generated file where they are missing. */
export async function benchCast(path: string): Promise<Cast> {
  const db = await openDb(`file:${path}`);
  const { t } = db;
  const password = randomBytes(18).toString("base64url");
  const passwordHash = await hashPassword(password);
  const agent = AGENTS[7] as (typeof AGENTS)[number];
  const [known] = await db.q.select({ id: t.project.id }).from(t.project).where(eq(t.project.projectNo, LONG_CASE.projectNo));
  const [{ id: enterpriseId, name: enterpriseName, creditCode } = { id: "", name: "", creditCode: "" }] = await db.q.select().from(t.enterprise).limit(1);
  if (!known) {
    const identity = { number: LONG_CASE_NUMBER, projectNo: LONG_CASE.projectNo, name: "滨海新区智能装备一期项目", timeOfDay: "09:00:00.000" };
    const owner = { enterpriseId, enterpriseName, creditCode, agentId: agent.id, agentName: agent.name };
    const { rows } = new Copier(t, playLongCase(CENTRE_ID, START, TODAY, LONG_CASE)).copy(CENTRE_ID, { ...identity, ...owner }, LONG_CASE.events);
    const file = new Database(path);
    const tables = caseTables(t).map(insertInto);
    file.transaction(() => {
      for (const { table, values } of rows) file.prepare(tables.find(({ name }) => name === table)?.sql ?? "").run(...values);
    })();
    file.close();
  }
  await db.tx(async (q) => {
    await q.update(t.person).set({ passwordHash }).where(eq(t.person.id, agent.id));
    const investor = { id: INVESTOR_ID, signInName: "bench-investor", name: "陈志明", locale: "zh-CN" as const, active: true };
    await q
      .insert(t.person)
      .values({ ...investor, passwordHash })
      .onConflictDoUpdate({ target: t.person.id, set: { passwordHash } });
    await q.insert(t.personRole).values({ centreId: CENTRE_ID, personId: INVESTOR_ID, role: "investor", departmentCode: null }).onConflictDoNothing();
    await q.insert(t.enterpriseMember).values({ centreId: CENTRE_ID, enterpriseId, personId: INVESTOR_ID }).onConflictDoNothing();
  });
  const [long] = await db.q.select({ id: t.project.id }).from(t.project).where(eq(t.project.projectNo, LONG_CASE.projectNo));
  const longCase = {
    items: await db.q.$count(t.item, eq(t.item.projectId, long?.id ?? "")),
    events: await db.q.$count(t.caseEvent, eq(t.caseEvent.projectId, long?.id ?? "")),
  };
  const [{ signInName } = { signInName: "" }] = await db.q.select({ signInName: t.person.signInName }).from(t.person).where(eq(t.person.id, agent.id));
  await db.close();
  return { agent: { id: agent.id, signInName }, investor: { id: INVESTOR_ID, signInName: "bench-investor" }, password, longCase };
}
