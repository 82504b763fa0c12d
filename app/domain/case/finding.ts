import { irregularities } from "../oversight/finding";
import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { evolve } from "./evolve";
import { firstRefusal, itemOf, refuseBlank, refuseFuture } from "./guards";
import { type FindingFacts, FOUND_BY_PEOPLE } from "./parts/finding";
import type { ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * A person of the centre reports what the system cannot see: handling outside the hall, an acceptance or an issue by the department
 * itself, a result without acceptance (H04, H06, Z09). The evidence is written down as it was seen.
 */
export function reportIrregularity(state: ProjectCase, command: Of<"report-irregularity">, context: Context): Result<readonly CaseEvent[]> {
  const found = command.itemNo === null ? null : itemOf(state, command.itemNo);
  if (found && !found.ok) return found;
  const item = found?.value ?? null;
  const refusal = firstRefusal(
    FOUND_BY_PEOPLE.includes(command.code) ? null : { code: "irregularity-unknown", field: "code" },
    refuseBlank(command.evidence, "evidence"),
    command.happenedOn === null ? null : refuseFuture(command.happenedOn, context),
  );
  const facts: FindingFacts = command.happenedOn === null ? {} : { on: command.happenedOn };
  if (refusal) return refuse(refusal.field === "on" ? { ...refusal, field: "happenedOn" } : refusal);
  return ok([
    {
      type: "finding-recorded",
      findingId: context.newId(),
      itemId: item?.id ?? null,
      code: command.code,
      subject: null,
      departmentCode: item?.departmentCode ?? null,
      facts,
      byRule: false,
      evidence: command.evidence,
      eventSeq: null,
      on: context.today,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** The events of a command, each followed by the irregularities it shows. */
export function withFindings(before: ProjectCase, events: readonly CaseEvent[], context: Context): readonly CaseEvent[] {
  const all: CaseEvent[] = [];
  let state = before;
  for (const event of events) {
    const after = evolve(state, event, context.now);
    all.push(event);
    const found = irregularities(event, { before: state, after, context }, before.project.version + all.length);
    all.push(...found);
    state = found.reduce((seen, one) => evolve(seen, one, context.now), after);
  }
  return all;
}
