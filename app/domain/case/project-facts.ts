import { ok, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import type { CaseEvent } from "./events";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture } from "./guards";
import type { ChangeableFact, ChangeableFacts, FactChange, ProjectFactsEvent } from "./parts/project-facts";
import { expiredOpinions, voidOpinions, withRunEnds } from "./simulation/ending";
import { evolveSimulation } from "./simulation/evolve";
import type { Project, ProjectCase } from "./state";

/** In the order people read them. */
export const CHANGEABLE: readonly ChangeableFact[] = ["name", "legalRepresentative", "site", "parcelNo", "schemeNo", "investmentWan", "floorAreaSqm"];
/** 地块 · 方案 · 规模: an opinion given on another one is worth nothing (domain.md 5.1). */
const ESSENTIAL: readonly ChangeableFact[] = ["site", "parcelNo", "schemeNo", "investmentWan", "floorAreaSqm"];

const clean = <T extends string | null>(value: T): T => (typeof value === "string" ? ((value.trim() || null) as T) : value);
const text = (value: string | number | null): string | null => (value === null ? null : String(value));

export const factsNow = ({ name, legalRepresentative, site, parcelNo, schemeNo, investmentWan, floorAreaSqm }: Project): Required<ChangeableFacts> => ({
  name,
  legalRepresentative,
  site,
  parcelNo,
  schemeNo,
  investmentWan,
  floorAreaSqm,
});

/** A fact that was not known before and is known now was learnt, not changed. */
const isEssentialChange = ({ field, from }: FactChange): boolean => ESSENTIAL.includes(field) && from !== null;

/**
 * Records that facts of the project changed, with the reason. A change of parcel, plan or scale makes simulated opinions void that are
 * not yet being converted (模拟作废); for those that are, it shows as a difference the department looks at.
 * @see RULES.md (domain.md 5.1)
 */
export function changeFacts(state: ProjectCase, command: Extract<Command, { type: "change-facts" }>, context: Context): Result<readonly CaseEvent[]> {
  const before = factsNow(state.project);
  const facts: Required<ChangeableFacts> = {
    ...before,
    ...command.facts,
    name: command.facts.name.trim(),
    site: command.facts.site.trim(),
    parcelNo: clean(command.facts.parcelNo),
    schemeNo: clean(command.facts.schemeNo),
    legalRepresentative: clean(command.facts.legalRepresentative === undefined ? before.legalRepresentative : command.facts.legalRepresentative),
  };
  const changes = CHANGEABLE.filter((field) => facts[field] !== before[field]).map(
    (field): FactChange => ({ field, from: text(before[field]), to: text(facts[field]) }),
  );
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.registeredOn, "registered"),
    refuseBlank(facts.name, "name"),
    refuseBlank(facts.site, "site"),
    refuseBlank(command.reason, "reason"),
    changes.length === 0 ? { code: "facts-unchanged" } : null,
  );
  if (refusal) return refuse(refusal);
  const { actor } = context;
  const changed: CaseEvent = { type: "facts-changed", facts, changes, reason: command.reason, on: command.on, byId: actor.personId, byName: actor.name };
  if (!changes.some(isEssentialChange)) return ok([changed]);
  const expired = expiredOpinions(state, context, command.on);
  const voided = voidOpinions(expired.reduce(evolveSimulation, state), command.reason, context, command.on);
  return ok([changed, ...withRunEnds(state, [...expired, ...voided], context, command.on)]);
}

export const evolveProjectFacts = (state: ProjectCase, event: ProjectFactsEvent): ProjectCase => ({ ...state, project: { ...state.project, ...event.facts } });
