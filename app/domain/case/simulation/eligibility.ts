import type { Pack } from "../../pack/pack";
import type { Refusal } from "../../result";
import { firstRefusal, plannedItems } from "../guards";
import { isTracked } from "../moves";
import { refuseUnderNotice, refuseUnderPromise } from "../notice-commitment/exclusive";
import { PRECONDITIONS, type SimulatedRunKind } from "../parts/simulation";
import type { Item, ProjectCase } from "../state";
import { liveSimulated } from "./reads";

/** Key projects (重点项目) in a switch that otherwise lists categories. */
const KEY = "KEY";
/** The permit that lets construction begin, in one piece or in stages, is never simulated (domain.md 5.1). */
const NEVER = "construction-permit";
const STAGES: Readonly<Record<SimulatedRunKind, readonly string[]>> = {
  whole: ["S1", "S2", "S3"],
  // 分段模拟 ends before the tender, which opens the third stage.
  staged: ["S1", "S2"],
};

/** Whether a project of this kind may be simulated here at all; the switch lists categories, or KEY for key projects. */
function refusePlace({ project }: Pick<ProjectCase, "project">, pack: Pack): Refusal | null {
  const open = pack.switches.simulatedApproval.value;
  if (open === null) return { code: "simulation-unstated-here" };
  if (open.includes(project.category) || (open.includes(KEY) && project.keyProject)) return null;
  return open.includes(KEY) ? { code: "simulation-for-key-projects" } : { code: "simulation-not-for-category", category: project.category };
}

/** Categories, and items whose presence in the plan shows an excluded kind of project (带方案出让, 危险化学品 …). */
function refuseExcluded(state: ProjectCase, pack: Pack): Refusal | null {
  const excluded = pack.switches.simulationExcludes?.value ?? [];
  if (excluded.includes(state.project.category)) return { code: "simulation-excludes-category", category: state.project.category };
  const item = plannedItems(state).find((candidate) => excluded.includes(candidate.code));
  return item ? { code: "simulation-excludes-item", item: item.nameZh, itemEn: item.nameEn } : null;
}

/**
 * Whether the project may apply for simulated approval under the rules of the place: category or key project, none of its exclusions,
 * and no unrepaired breach of the enterprise where a breach bars it until repaired.
 * @see RULES.md (H45; domain.md 5.1)
 */
export const refuseSimulation = (state: ProjectCase, pack: Pack, unrepairedBreaches: number): Refusal | null =>
  firstRefusal(
    refusePlace(state, pack),
    refuseExcluded(state, pack),
    unrepairedBreaches > 0 && pack.rules?.breachSteps.value?.includes("barred-until-repaired")
      ? { code: "simulation-barred-by-credit", breaches: unrepairedBreaches }
      : null,
  );

/** Whether one item may be part of a run: not begun, under no promise, decided here, in stages 1 to 3, never the construction permit. */
export const refuseSimulable = (state: ProjectCase, item: Item, kind: SimulatedRunKind): Refusal | null => {
  const named = { itemNo: item.itemNo, item: item.nameZh, itemEn: item.nameEn };
  return firstRefusal(
    item.code.startsWith(NEVER) ? { code: "construction-permit-never-simulated", ...named } : null,
    isTracked(item) ? { code: "tracked-item-not-simulated", ...named } : null,
    STAGES.whole.includes(item.stage) ? null : { code: "simulation-stages-only", ...named },
    STAGES[kind].includes(item.stage) ? null : { code: "staged-run-ends-before-tender", ...named },
    item.status === "planned" ? null : { code: "simulated-item-has-begun", ...named, status: item.status },
    liveSimulated(state, item.id) ? { code: "item-already-simulated", ...named } : null,
    refuseUnderNotice(state, item),
    refuseUnderPromise(item),
  );
};

/** Items of the plan that a run of this kind may take up now, in plan order. */
export const simulableItems = (state: ProjectCase, kind: SimulatedRunKind): readonly Item[] =>
  plannedItems(state).filter((item) => refuseSimulable(state, item, kind) === null);

export const isPrecondition = (code: string): code is (typeof PRECONDITIONS)[number] => (PRECONDITIONS as readonly string[]).includes(code);
