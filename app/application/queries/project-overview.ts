import { countUnrepaired } from "../../../db/repositories/credit";
import { may } from "../../domain/access/permissions";
import { placementOf } from "../../domain/case/area-placement";
import type { Actor } from "../../domain/case/context";
import { outstandingOf } from "../../domain/case/gap";
import { plannedItems } from "../../domain/case/guards";
import type { AreaPlacement } from "../../domain/case/parts/area-placement";
import { toFileAnew } from "../../domain/case/project";
import type { Note, Project } from "../../domain/case/state";
import { type BudgetReading, budgetUsed } from "../../domain/clock/budget";
import { daysByHolder, type Holder } from "../../domain/clock/holder";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type FindingView, findingsOf } from "./finding-view";
import { departmentOf, type ItemView, nameOf, viewItem } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type UnderWay, underWay } from "./promise-overview";

/** Working days one holder had the project; `name` only for departments. */
export interface HolderShare {
  readonly kind: Holder["kind"];
  readonly name: Words | null;
  readonly workingDays: number;
}

/** Something without which the project does not move on, and who must see to it. */
export type Missing =
  | { readonly kind: "screening" | "plan" | "agent" }
  /** Items the plan still wants that ended in vain: confirming it again files them anew. */
  | { readonly kind: "anew"; readonly items: readonly Words[] }
  | { readonly kind: "gap"; readonly item: ItemView; readonly names: readonly string[]; readonly supplyBy: string }
  | { readonly kind: "correction"; readonly item: ItemView; readonly defects: readonly string[]; readonly replyBy: string | null };

/** Working days of the project's budget used so far, and where the limit comes from. */
export interface BudgetView extends Omit<BudgetReading, "days"> {
  readonly source: string;
  readonly assumed: boolean;
}

export interface OverviewPage {
  readonly head: ProjectHead;
  readonly project: Project;
  readonly budget: BudgetView;
  readonly shares: readonly HolderShare[];
  readonly totalWorkingDays: number;
  readonly missing: readonly Missing[];
  /** Items somebody can act on now, most urgent first. */
  readonly nextSteps: readonly ItemView[];
  /** Simulated runs, commitments and promises under way. */
  readonly underWay: readonly UnderWay[];
  readonly findings: readonly FindingView[];
  readonly mayReport: boolean;
  /** Breaches of the enterprise that are not repaired; null for roles that do not see its credit. */
  readonly credit: { readonly unrepaired: number } | null;
  readonly notes: readonly (Note & { readonly itemName: Words | null })[];
  /** The assessed area the project stands in, with the items of the plan it spares. */
  readonly area: { readonly placement: AreaPlacement; readonly spared: readonly Words[] } | null;
}

/** Steps shown on the overview; the stages page has all of them. */
const STEPS_SHOWN = 10;
const NOTES_SHOWN = 10;

/** The first page of a project. Null when it is not there or not this person's to see. At most 3 statements. */
export async function overviewPage(services: Services, actor: Actor, projectNo: string): Promise<OverviewPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, pack, calendar, today } = found;
  const { shares, total } = sharesOf(found);
  return {
    head: headOf(found),
    project: state.project,
    budget: budgetView(found, budgetUsed(state, pack, calendar, today)),
    shares,
    totalWorkingDays: total,
    missing: missingOf(found),
    nextSteps: nextSteps(found),
    area: areaOf(found),
    underWay: underWay(found),
    findings: findingsOf(state, pack),
    mayReport: may(actor, "report-irregularity"),
    credit: may(actor, "credit:read")
      ? { unrepaired: await countUnrepaired(services.db.q, services.db.t, actor.centreId, state.project.enterpriseId, services.today()) }
      : null,
    notes: Object.values(state.notes)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, NOTES_SHOWN)
      .map((note) => ({ ...note, itemName: note.itemId ? itemName(found, note.itemId) : null })),
  };
}

export function budgetView({ state, pack }: CaseInView, { days: _, ...reading }: BudgetReading): BudgetView {
  const limit = pack.categories.find((category) => category.code === state.project.category)?.budgetWorkingDays;
  return { ...reading, source: limit?.source ?? "", assumed: limit?.assumed ?? false };
}

const itemName = ({ state }: CaseInView, id: string): Words | null => {
  const item = state.items[id];
  return item ? { zh: item.nameZh, en: item.nameEn } : null;
};

/** Whose days the project has cost so far. */
export function sharesOf({ state, pack, calendar, today }: CaseInView): { readonly shares: readonly HolderShare[]; readonly total: number } {
  const { days, totals } = daysByHolder(state, pack, calendar, today);
  return {
    shares: totals.map(({ holder, workingDays }) => ({
      kind: holder.kind,
      name: holder.kind === "department" ? departmentOf(pack, holder.code) : null,
      workingDays,
    })),
    total: days.length,
  };
}

function areaOf({ state }: CaseInView): OverviewPage["area"] {
  const placement = placementOf(state);
  if (!placement) return null;
  const spared = Object.values(state.items).filter((item) => item.status === "dropped" && item.sparedByArea === placement.areaCode);
  return { placement, spared: spared.map(nameOf) };
}

function missingOf(found: CaseInView): readonly Missing[] {
  const { state } = found;
  const missing: Missing[] = [];
  if (state.project.agentId === null) missing.push({ kind: "agent" });
  if (state.project.planConfirmedOn === null) missing.push({ kind: Object.keys(state.project.screening).length === 0 ? "screening" : "plan" });
  const anew = toFileAnew(state);
  if (anew.length > 0) missing.push({ kind: "anew", items: anew.map(nameOf) });
  for (const correction of Object.values(state.corrections)) {
    const item = state.items[correction.itemId];
    if (item && item.status === "correcting" && correction.suppliedOn === null)
      missing.push({ kind: "correction", item: viewItem(found, item), defects: correction.defects, replyBy: correction.replyBy });
  }
  for (const deferral of Object.values(state.deferrals)) {
    const item = state.items[deferral.itemId];
    if (item && deferral.status === "open")
      missing.push({ kind: "gap", item: viewItem(found, item), names: outstandingOf(deferral), supplyBy: deferral.supplyBy });
  }
  return missing;
}

const RANK: Readonly<Record<ItemView["light"], number>> = { late: 0, warn: 1, none: 2, ok: 3, paused: 4 };

function nextSteps(found: CaseInView): readonly ItemView[] {
  return plannedItems(found.state)
    .map((item) => viewItem(found, item))
    .filter(({ holder }) => holder.kind !== "nobody" && holder.kind !== "prerequisites")
    .sort((a, b) => RANK[a.light] - RANK[b.light] || ((a.dueOn ?? "9999") < (b.dueOn ?? "9999") ? -1 : 1))
    .slice(0, STEPS_SHOWN);
}
