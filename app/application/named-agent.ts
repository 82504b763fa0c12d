import { and, eq } from "drizzle-orm";
import type { Q } from "../../db/port";
import type { Command } from "../domain/case/commands";
import { ok, type Result, refuse } from "../domain/result";
import type { Services } from "./services";

type AssignAgent = Extract<Command, { type: "assign-agent" }>;

/** The officer a command names must be one: an active agency officer of the centre, under their own name. */
export async function namedAgent({ db }: Services, q: Q, centreId: string, command: AssignAgent): Promise<Result<AssignAgent>> {
  const { person, personRole } = db.t;
  const [found] = await q
    .select({ name: person.name })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.centreId, centreId), eq(personRole.personId, command.agentId), eq(personRole.role, "agent"), eq(person.active, true)));
  return found ? ok({ ...command, agentName: found.name }) : refuse({ code: "agent-unknown", field: "agentId" });
}
