import { and, eq, inArray } from "drizzle-orm";
import { covers } from "../../../db/seeds/covers";
import { addDays } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { changeCover } from "../cover";
import type { Services } from "../services";

/** Names the stand-ins of the demo by the act a manager gives. Throws when a rule refuses one. */
export async function raiseDemoCovers(services: Services): Promise<void> {
  const { q, t } = services.db;
  for (const { by, standIn, days, reason } of covers) {
    const people = await q
      .select({ signInName: t.person.signInName, personId: t.person.id, name: t.person.name, centreId: t.personRole.centreId })
      .from(t.person)
      .innerJoin(t.personRole, and(eq(t.personRole.personId, t.person.id), eq(t.personRole.role, "manager")))
      .where(inArray(t.person.signInName, [by, standIn]));
    const [principal, deputy] = [by, standIn].map((name) => people.find((person) => person.signInName === name));
    if (!principal || !deputy) continue;
    const actor: Actor = { ...principal, role: "manager", departmentCode: null, enterpriseIds: [] };
    const since = services.today();
    const command = { type: "name-stand-in", standInId: deputy.personId, projectId: null, since, until: addDays(since, days - 1), reason } as const;
    const outcome = await changeCover(services, actor, command, `demo-cover:${by}`);
    if (!outcome.ok) throw new Error(`demo cover of ${by} was refused: ${JSON.stringify(outcome.error)}`);
  }
}
