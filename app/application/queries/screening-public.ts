import type { CategoryCode, Pack, ScreeningQuestion, StageCode, Words } from "../../domain/pack/pack";
import { questionsFor } from "../../domain/pack/screening";
import { type Feasibility, feasibilityOf } from "../../domain/plan/feasibility";
import { type Plan, planOf } from "../../domain/plan/plan";
import { scheduleOf } from "../../domain/plan/schedule";
import type { Refusal } from "../../domain/result";
import { STAGE_ORDER } from "../../domain/timeline/facts";
import type { Services } from "../services";
import { chosenCentre, type PublicCentre, publicCentres, type RulesInForce, rulesOf } from "./guides";
import { departmentOf } from "./item-view";

/** What somebody asked, as the address says it. */
export interface ScreeningAsked {
  readonly centre: string | null;
  readonly category: string | null;
  /** Question → option; unknown ones are left out. */
  readonly answers: Readonly<Record<string, string>>;
  /** The list is wanted, with however many answers there are. */
  readonly list: boolean;
}

export interface ScreeningLine {
  readonly code: string;
  readonly name: Words;
  readonly department: Words;
  readonly workingDays: number | null;
  readonly assumed: boolean;
  readonly counted: boolean;
  /** Working days from the first acceptance at which it can start and end at the earliest. */
  readonly start: number;
  readonly finish: number;
  readonly critical: boolean;
  readonly after: readonly Words[];
  readonly core: readonly string[];
  readonly later: readonly string[];
}

export interface ScreeningList {
  readonly count: number;
  readonly stages: readonly { readonly code: StageCode; readonly name: Words; readonly lines: readonly ScreeningLine[] }[];
  /** Items of one group wait for none of the same group; groups of one are left out. */
  readonly waves: readonly (readonly Words[])[];
  readonly feasibility: Feasibility;
  readonly path: readonly Words[];
  /** Items an open question may yet require. */
  readonly undecided: readonly { readonly code: string; readonly name: Words }[];
}

export interface PublicScreening {
  readonly centres: readonly PublicCentre[];
  readonly centre: PublicCentre | null;
  readonly place: Words | null;
  readonly categories: readonly { readonly code: CategoryCode; readonly name: Words }[];
  readonly category: { readonly code: CategoryCode; readonly name: Words } | null;
  readonly questions: readonly ScreeningQuestion[];
  readonly answers: Readonly<Record<string, string>>;
  readonly open: readonly Words[];
  readonly result: ScreeningList | null;
  readonly refusal: Refusal | null;
  readonly rules: RulesInForce | null;
}

/**
 * What a project needs in a place: the choice of place and category, then the questions, then the list. Everything comes from the
 * address, so nothing is kept and the page can be bookmarked; answers the place does not offer count as not given. 1 statement.
 */
export async function publicScreening(services: Services, asked: ScreeningAsked): Promise<PublicScreening> {
  const centres = await publicCentres(services);
  const centre = chosenCentre(centres, asked.centre);
  const pack = centre && services.pack(centre.packId);
  const nothing = { questions: [], answers: {}, open: [], result: null, refusal: null };
  if (!centre || !pack) return { centres, centre: null, place: null, categories: [], category: null, rules: null, ...nothing };
  const category = pack.categories.find(({ code }) => code === asked.category) ?? null;
  const common = { centres, centre, place: pack.place.name, categories: pack.categories.map(({ code, name }) => ({ code, name })), rules: rulesOf(pack) };
  if (!category) return { ...common, category: null, ...nothing };
  const questions = questionsFor(pack, category.code);
  const answers = Object.fromEntries(
    questions.flatMap(({ code, options }) => (options.some((option) => option.code === asked.answers[code]) ? [[code, asked.answers[code] as string]] : [])),
  );
  const wanted = asked.list || questions.length === 0;
  const planned = wanted ? planOf(pack, category.code, answers, [], []) : null;
  return {
    ...common,
    category: { code: category.code, name: category.name },
    questions,
    answers,
    open: questions.filter(({ code }) => answers[code] === undefined).map(({ text }) => text),
    result: planned?.ok ? listOf(pack, planned.value) : null,
    refusal: planned && !planned.ok ? planned.error : null,
  };
}

function listOf(pack: Pack, plan: Plan): ScreeningList {
  const schedule = scheduleOf(plan.items);
  const times = new Map(schedule.items.map((item) => [item.code, item]));
  const rules = new Map(pack.items.map((item) => [item.code, item]));
  const nameOf = (code: string): Words => rules.get(code)?.name ?? { zh: code, en: code };
  const lines = plan.items.map((item): ScreeningLine & { readonly stage: StageCode } => {
    const rule = rules.get(item.code);
    const time = times.get(item.code);
    const later = rule?.deferralAllowed ? rule.deferrableMaterials : [];
    return {
      stage: item.stage,
      code: item.code,
      name: nameOf(item.code),
      department: departmentOf(pack, item.decidingDepartment),
      workingDays: item.workingDays,
      assumed: rule?.committed.assumed ?? false,
      counted: item.counted,
      start: time?.earliestStart ?? 0,
      finish: time?.earliestFinish ?? 0,
      critical: (time?.critical ?? false) && item.counted,
      after: item.prerequisites.map(nameOf),
      core: rule ? [...rule.coreMaterials, ...(rule.deferralAllowed ? [] : rule.deferrableMaterials)] : [],
      later,
    };
  });
  const feasibility = feasibilityOf(plan, schedule, pack, plan.category);
  return {
    count: plan.items.length,
    stages: STAGE_ORDER.map((code) => ({
      code,
      name: pack.stages.find((stage) => stage.code === code)?.name ?? { zh: code, en: code },
      lines: lines.filter((line) => line.stage === code),
    })).filter((stage) => stage.lines.length > 0),
    waves: schedule.groups.filter((group) => group.length > 1).map((group) => group.map(nameOf)),
    feasibility,
    path: feasibility.criticalPath.map(({ code }) => nameOf(code)),
    undecided: plan.optional.filter(({ undecided }) => undecided).map(({ code }) => ({ code, name: nameOf(code) })),
  };
}
