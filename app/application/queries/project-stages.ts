import { may } from "../../domain/access/permissions";
import type { Actor } from "../../domain/case/context";
import { plannedItems } from "../../domain/case/guards";
import type { StageCode, Words } from "../../domain/pack/pack";
import { STAGE_ORDER } from "../../domain/timeline/facts";
import type { Services } from "../services";
import { departmentOf, type ItemView, viewItem } from "./item-view";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type ReviewView, viewReview } from "./review-view";

export interface StageView {
  readonly code: StageCode;
  readonly name: Words;
  /** Null where the place names none. */
  readonly lead: Words | null;
  readonly leadAssumed: boolean;
  readonly limitWorkingDays: number | null;
  readonly limitAssumed: boolean;
  readonly items: readonly ItemView[];
  readonly closedCount: number;
  /** Items that one joint acceptance would accept now; 0 hides the button. */
  readonly received: number;
  readonly correcting: number;
  readonly mayAccept: boolean;
  /** Departments with an accepted item here: two or more can be called together. */
  readonly mayConvene: boolean;
  readonly reviews: readonly ReviewView[];
}

export interface StagesPage {
  readonly head: ProjectHead;
  readonly stages: readonly StageView[];
  /** Whether this person takes in several items of the project at once. */
  readonly mayBundle: boolean;
}

/** The board of stages with their items and joint reviews. 2 statements. */
export async function stagesPage(services: Services, actor: Actor, projectNo: string): Promise<StagesPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const stages = STAGE_ORDER.map((code) => stageView(found, code)).filter((stage) => stage.items.length > 0);
  return { head: headOf(found), stages, mayBundle: may(actor, "accept-bundle") };
}

function stageView(found: CaseInView, code: StageCode): StageView {
  const { state, pack, actor } = found;
  const rule = pack.stages.find((stage) => stage.code === code);
  const items = plannedItems(state).filter((item) => item.stage === code);
  const views = items.map((item) => viewItem(found, item));
  const lead = rule?.leadDepartment.value ?? null;
  const received = items.filter((item) => item.status === "received").length;
  const departments = new Set(items.filter((item) => item.status === "accepted" || item.status === "in-review").map((item) => item.departmentCode));
  const reviews = Object.values(state.reviews)
    .filter((review) => review.stage === code)
    .sort((a, b) => (a.convenedOn < b.convenedOn ? 1 : -1))
    .map((review) => viewReview(found, review));
  return {
    code,
    name: rule?.name ?? { zh: code, en: code },
    lead: lead === null ? null : departmentOf(pack, lead),
    leadAssumed: rule?.leadDepartment.assumed ?? false,
    limitWorkingDays: rule?.limitWorkingDays.value ?? null,
    limitAssumed: rule?.limitWorkingDays.assumed ?? false,
    items: views,
    closedCount: views.filter((item) => item.closed).length,
    received,
    correcting: items.filter((item) => item.status === "correcting").length,
    mayAccept: received > 0 && may(actor, "accept-stage"),
    mayConvene: departments.size >= 2 && may(actor, "convene-review"),
    reviews,
  };
}
