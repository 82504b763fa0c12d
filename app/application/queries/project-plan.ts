import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { placementOf, sparedItems } from "../../domain/case/area-placement";
import type { Actor } from "../../domain/case/context";
import type { AreaPlacement } from "../../domain/case/parts/area-placement";
import { addedStops, heldItems, mayReturnStops, toFileAnew } from "../../domain/case/project";
import type { ItemStatus } from "../../domain/case/state";
import { decidingLevel, isDecidedAbove, type Level } from "../../domain/pack/level";
import type { ItemType, ScreeningQuestion, StageCode, Words } from "../../domain/pack/pack";
import { menuOf, questionsFor } from "../../domain/pack/screening";
import { type Feasibility, feasibilityOf } from "../../domain/plan/feasibility";
import { isStartStop } from "../../domain/plan/legal-stops";
import { type Change, type Plan, planOf } from "../../domain/plan/plan";
import { type Schedule, scheduleOf } from "../../domain/plan/schedule";
import type { Refusal } from "../../domain/result";
import { STAGE_ORDER } from "../../domain/timeline/facts";
import type { Services } from "../services";
import { departmentOf } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** Officer's changes against the screening. */
export interface PlanChanges {
  readonly added: readonly Change[];
  readonly dropped: readonly Change[];
}

export interface PlanLine {
  readonly code: string;
  readonly name: Words;
  readonly type: ItemType;
  readonly department: Words;
  /** Level of the body that decides (Z11); `decidedAbove`: a forwarded item. */
  readonly level: Level;
  readonly decidedAbove: boolean;
  readonly workingDays: number | null;
  readonly assumed: boolean;
  readonly counted: boolean;
  readonly prerequisites: readonly Words[];
  readonly parallelWith: readonly Words[];
  /** Working-day offset at which it can start and end at the earliest. */
  readonly start: number;
  readonly finish: number;
  readonly critical: boolean;
  readonly required: boolean;
  /** Question and answer that put it on the list. */
  readonly because: readonly { readonly question: Words; readonly answer: Words }[];
  readonly reason: string | null;
  /** The item of the case, once the plan holds it. */
  readonly itemNo: string | null;
  readonly status: ItemStatus | null;
}

export interface PlanPreview {
  readonly stages: readonly { readonly code: StageCode; readonly name: Words; readonly lines: readonly PlanLine[] }[];
  readonly itemCount: number;
  readonly feasibility: Feasibility;
  /** Names of the items feasibility speaks of, by code. */
  readonly names: Readonly<Record<string, Words>>;
  readonly optional: readonly { readonly code: string; readonly name: Words; readonly stage: Words; readonly undecided: boolean }[];
  /** Planned items that may still be left out. */
  readonly droppable: readonly { readonly code: string; readonly name: Words; readonly stage: Words }[];
  /** Planned items that nobody leaves out, because the works may not start without them; `added`: an officer added it to the plan as confirmed. */
  readonly standing: readonly { readonly code: string; readonly name: Words; readonly added: boolean }[];
  readonly undecided: readonly Words[];
  /** Items of the plan that ended without what they were for: confirming files them anew. */
  readonly anew: readonly Words[];
  /** Nothing differs from the plan as confirmed. */
  readonly unchanged: boolean;
}

export interface PlanPage {
  readonly head: ProjectHead;
  readonly today: CivilDay;
  readonly confirmedOn: CivilDay | null;
  readonly answered: boolean;
  readonly hasQuestions: boolean;
  readonly changes: PlanChanges;
  readonly preview: PlanPreview | null;
  /** Why these changes give no plan. */
  readonly refusal: Refusal | null;
  readonly dropped: readonly { readonly name: Words; readonly reason: string | null }[];
  /** The assessed area the project stands in, and the items it spares this project. */
  readonly placement: AreaPlacement | null;
  readonly spared: readonly Words[];
  readonly mayPlace: boolean;
  readonly mayChange: boolean;
}

/** The plan of a project with changes tried on it; `changes: null` shows the plan as it stands. 10 statements. */
export async function planPage(services: Services, actor: Actor, projectNo: string, changes: PlanChanges | null): Promise<PlanPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, pack, today } = found;
  const { category, screening } = state.project;
  const tried = changes ? withStops(found, changes) : standingChanges(found);
  const planned = planOf(pack, category, screening, tried.added, tried.dropped, sparedItems(state), addedStops(state, pack));
  const head = headOf(found);
  return {
    head,
    today,
    confirmedOn: state.project.planConfirmedOn,
    answered: Object.keys(screening).length > 0,
    hasQuestions: questionsFor(pack, category).length > 0,
    changes: tried,
    preview: planned.ok ? previewOf(found, planned.value) : null,
    refusal: planned.ok ? null : planned.error,
    dropped: Object.values(state.items)
      .filter((item) => item.status === "dropped" && item.sparedByArea === null)
      .map((item) => ({ name: { zh: item.nameZh, en: item.nameEn }, reason: item.planReason })),
    placement: placementOf(state),
    spared: planned.ok ? planned.value.spared.map((code) => pack.items.find((item) => item.code === code)?.name ?? { zh: code, en: code }) : [],
    mayPlace: may(actor, "place-in-area") && state.project.status !== "completed",
    // What ended in vain is filed anew also where nothing else is open.
    mayChange: head.may.plan && (state.project.status !== "completed" || toFileAnew(state).length > 0),
  };
}

/** The changes that make the screening's list into the confirmed plan: what was added by hand, and what was left out. */
function standingChanges({ state, pack }: CaseInView): PlanChanges {
  if (state.project.planConfirmedOn === null) return { added: [], dropped: [] };
  const { category, screening } = state.project;
  const plain = planOf(pack, category, screening, [], [], sparedItems(state));
  if (!plain.ok) return { added: [], dropped: [] };
  const required = new Set(plain.value.items.map((item) => item.code));
  const held = heldItems(state);
  const holds = new Set(held.map((item) => item.code));
  return {
    added: held.filter((item) => !item.required && !required.has(item.code)).map((item) => ({ code: item.code, reason: item.planReason ?? "" })),
    dropped: Object.values(state.items)
      .filter((item) => item.status === "dropped" && item.sparedByArea === null && required.has(item.code) && !holds.has(item.code))
      .map((item) => ({ code: item.code, reason: item.planReason ?? "" })),
  };
}

/** A legal stop the plan holds stays in it while nobody drops it: an addition that is no longer spoken of is there again. */
function withStops({ state, pack }: CaseInView, { added, dropped }: PlanChanges): PlanChanges {
  const named = new Set([...added, ...dropped].map(({ code }) => code));
  const spared = sparedItems(state);
  const silent = new Set(addedStops(state, pack).filter((code) => !named.has(code) && !spared.includes(code)));
  const kept = heldItems(state).flatMap(({ code, planReason }) => (silent.has(code) ? [{ code, reason: planReason ?? "" }] : []));
  return { added: [...added, ...kept], dropped };
}

function previewOf(found: CaseInView, plan: Plan): PlanPreview {
  const { state, pack } = found;
  const schedule: Schedule = scheduleOf(plan.items);
  const times = new Map(schedule.items.map((item) => [item.code, item]));
  const rules = new Map(menuOf(pack, plan.category).map((item) => [item.code, item]));
  const held = new Map(heldItems(state).map((item) => [item.code, item]));
  const returnable = mayReturnStops(state) ? addedStops(state, pack) : [];
  const nameOf = (code: string): Words => rules.get(code)?.name ?? { zh: code, en: code };
  const stageName = (code: StageCode): Words => pack.stages.find((stage) => stage.code === code)?.name ?? { zh: code, en: code };
  const stageOf = (code: string): Words => stageName(rules.get(code)?.stage ?? "S1");
  const lines = plan.items.map((item): PlanLine & { stage: StageCode } => ({
    stage: item.stage,
    code: item.code,
    name: nameOf(item.code),
    type: item.type,
    department: departmentOf(pack, item.decidingDepartment),
    level: decidingLevel(pack, rules.get(item.code)),
    decidedAbove: isDecidedAbove(item.code, pack),
    workingDays: item.workingDays,
    assumed: rules.get(item.code)?.committed.assumed ?? false,
    counted: item.counted,
    prerequisites: item.prerequisites.map(nameOf),
    parallelWith: item.parallelWith.map(nameOf),
    start: times.get(item.code)?.earliestStart ?? 0,
    finish: times.get(item.code)?.earliestFinish ?? 0,
    critical: times.get(item.code)?.critical ?? false,
    required: item.required,
    because: item.because.flatMap(({ question, option }) => {
      const asked = pack.questions.find((candidate) => candidate.code === question);
      const answer = asked?.options.find((candidate) => candidate.code === option);
      return asked && answer ? [{ question: asked.text, answer: answer.text }] : [];
    }),
    reason: item.reason,
    itemNo: held.get(item.code)?.itemNo ?? null,
    status: held.get(item.code)?.status ?? null,
  }));
  const wanted = new Set(plan.items.map((item) => item.code));
  const anew = new Set(toFileAnew(state).flatMap(({ code }) => (wanted.has(code) ? [code] : [])));
  const mayLeave = (code: string): boolean => anew.has(code) || (held.get(code)?.status ?? "planned") === "planned";
  return {
    stages: STAGE_ORDER.map((code) => ({ code, name: stageName(code), lines: lines.filter((line) => line.stage === code) })).filter(
      (stage) => stage.lines.length > 0,
    ),
    itemCount: plan.items.length,
    feasibility: feasibilityOf(plan, schedule, pack, plan.category, state.project.keyProject),
    names: Object.fromEntries([...rules.keys()].map((code) => [code, nameOf(code)])),
    optional: plan.optional.map(({ code, undecided }) => ({ code, undecided, name: nameOf(code), stage: stageOf(code) })),
    droppable: plan.items
      .filter((item) => (item.required ? !isStartStop(item.code) : returnable.includes(item.code)) && mayLeave(item.code))
      .map(({ code }) => ({ code, name: nameOf(code), stage: stageOf(code) })),
    standing: plan.items
      .filter((item) => isStartStop(item.code) && mayLeave(item.code))
      .map(({ code, required }) => ({ code, name: nameOf(code), added: !required && held.has(code) })),
    undecided: plan.undecided.map((code) => pack.questions.find((question) => question.code === code)?.text ?? { zh: code, en: code }),
    anew: [...anew].map(nameOf),
    unchanged:
      state.project.planConfirmedOn !== null &&
      anew.size === 0 &&
      held.size === wanted.size &&
      plan.items.every(({ code, required }) => held.get(code)?.required === true || (held.has(code) && !required)),
  };
}

export interface ScreeningPage {
  readonly head: ProjectHead;
  readonly questions: readonly ScreeningQuestion[];
  readonly answers: Readonly<Record<string, string>>;
  readonly planConfirmed: boolean;
  readonly mayAnswer: boolean;
}

/** The screening questions of the project's category with the answers so far. 10 statements. */
export async function screeningPage(services: Services, actor: Actor, projectNo: string): Promise<ScreeningPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { project } = found.state;
  const head = headOf(found);
  return {
    head,
    questions: questionsFor(found.pack, project.category),
    answers: project.screening,
    planConfirmed: project.planConfirmedOn !== null,
    mayAnswer: head.may.plan,
  };
}
