import { countUnrepaired } from "../../../db/repositories/credit";
import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { plannedItems } from "../../domain/case/guards";
import type { ChangeableFacts } from "../../domain/case/parts/project-facts";
import { PRECONDITIONS, type PreconditionCode } from "../../domain/case/parts/simulation";
import { factsNow } from "../../domain/case/project-facts";
import { type DaysSaved, daysSaved } from "../../domain/case/simulation/days-saved";
import { refuseSimulation, simulableItems } from "../../domain/case/simulation/eligibility";
import { runsOf } from "../../domain/case/simulation/reads";
import type { Words } from "../../domain/pack/pack";
import type { Refusal } from "../../domain/result";
import type { Services } from "../services";
import { departmentOf, nameOf } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type RunView, viewRun } from "./simulation-view";

/** An item a run could take up. */
export interface SimulableItem {
  readonly itemNo: string;
  readonly name: Words;
  readonly department: Words;
  /** A staged run may take it up too. */
  readonly staged: boolean;
}

export interface SimulationPage {
  readonly head: ProjectHead;
  readonly today: CivilDay;
  /** Newest first. */
  readonly runs: readonly RunView[];
  readonly saved: DaysSaved;
  /** Why this project cannot apply here; null when it can. */
  readonly refusal: Refusal | null;
  readonly mayApply: boolean;
  readonly mayChangeFacts: boolean;
  readonly simulable: readonly SimulableItem[];
  readonly preconditions: readonly PreconditionCode[];
  readonly facts: ChangeableFacts;
}

/** The simulated runs of a case with what each waits for, and what they saved. Statements: those of the whole case and one. */
export async function simulationPage(
  services: Services,
  actor: Actor,
  projectNo: string,
): Promise<{ readonly page: SimulationPage; readonly found: CaseInView } | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { db } = services;
  const unrepaired = await countUnrepaired(db.q, db.t, actor.centreId, found.state.project.enterpriseId, services.today());
  return { page: simulationPageOf(found, unrepaired), found };
}

/** The same of a case that was read already. */
export function simulationPageOf(found: CaseInView, unrepairedBreaches: number): SimulationPage {
  const { state, pack, calendar, today, actor } = found;
  const refusal = refuseSimulation(state, pack, unrepairedBreaches);
  const simulable = simulableItems(state, "whole");
  const staged = new Set(simulableItems(state, "staged").map((item) => item.id));
  return {
    head: headOf(found),
    today,
    runs: [...runsOf(state)].reverse().map((run) => viewRun(found, run)),
    saved: daysSaved(state, pack, calendar, today),
    refusal: plannedItems(state).length === 0 ? { code: "items-missing" } : refusal,
    mayApply: may(actor, "apply-simulation") && refusal === null && simulable.length > 0,
    mayChangeFacts: may(actor, "change-facts"),
    simulable: simulable.map((item) => ({
      itemNo: item.itemNo,
      name: nameOf(item),
      department: departmentOf(pack, item.departmentCode),
      staged: staged.has(item.id),
    })),
    preconditions: PRECONDITIONS,
    facts: factsNow(state.project),
  };
}
