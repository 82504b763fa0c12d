import { countUnrepaired } from "../../../db/repositories/credit";
import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { NO_PARTS } from "../../domain/case/births";
import { type ConditionCheck, conditionChecks, effectsHere, promisableItems, refuseCommitment } from "../../domain/case/commitment/eligibility";
import { commitmentsOf } from "../../domain/case/commitment/reads";
import { pointsOf, publicityOf, publicityUntil } from "../../domain/case/commitment/terms";
import type { Actor } from "../../domain/case/context";
import type { CollectionName } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { BreachStep, CommitmentEffect, SupervisionPoint } from "../../domain/pack/practice";
import type { Refusal } from "../../domain/result";
import type { Services } from "../services";
import { type CommitmentView, type ReadinessView, readinessOf, viewCommitment } from "./commitment-view";
import { departmentOf, nameOf } from "./item-view";
import { type CaseInView, caseByNumber, caseParts } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** An item a promise may stand for, with what it may do for it. */
export interface PromisableItem {
  readonly itemNo: string;
  readonly name: Words;
  readonly department: Words;
  readonly effects: readonly CommitmentEffect[];
}

export interface CommitmentPage {
  readonly head: ProjectHead;
  readonly today: CivilDay;
  /** Newest first. */
  readonly commitments: readonly CommitmentView[];
  readonly readiness: { readonly permit: ReadinessView; readonly start: ReadinessView };
  readonly permitGranted: boolean;
  /** Why this project cannot propose a commitment; null when it can. */
  readonly refusal: Refusal | null;
  readonly mayPropose: boolean;
  readonly conditions: readonly (Omit<ConditionCheck, "items"> & { readonly items: readonly Words[] })[];
  readonly promisable: readonly PromisableItem[];
  readonly effects: readonly CommitmentEffect[];
  readonly departments: readonly { readonly code: string; readonly name: Words }[];
  readonly points: readonly SupervisionPoint[];
  readonly publicity: { readonly days: number; readonly assumed: boolean; readonly until: CivilDay };
  readonly breachSteps: readonly BreachStep[] | null;
}

/** The commitments of a case with standards, points, what they spare and what the law still asks. Statements: those of the case and one. */
export async function commitmentPage(
  services: Services,
  actor: Actor,
  projectNo: string,
): Promise<{ readonly page: CommitmentPage; readonly found: CaseInView } | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { db } = services;
  const unrepaired = await countUnrepaired(db.q, db.t, actor.centreId, found.state.project.enterpriseId, services.today());
  return { page: commitmentPageOf(found, unrepaired), found };
}

/** Collections the page shows or weighs. What a case has besides says nothing here; a test compares with the whole case. */
const SHOWN = [
  ...(["items", "placements", "signatures", "noticeCommitments", "simulatedItems"] as const),
  ...(["commitments", "standards", "objections", "supervisionChecks", "evidenceFiles"] as const),
] as const satisfies readonly CollectionName[];

/**
 * The same page for reading alone, of no more of the case than it shows. 3 statements.
 */
export async function commitmentTab(services: Services, actor: Actor, projectNo: string): Promise<CommitmentPage | null> {
  const found = await caseParts(services, actor, projectNo, SHOWN);
  if (!found) return null;
  const { db } = services;
  const unrepaired = await countUnrepaired(db.q, db.t, actor.centreId, found.state.project.enterpriseId, services.today());
  return commitmentPageOf({ ...found, state: { ...NO_PARTS, ...found.state } }, unrepaired);
}

/** The same of a case that was read already. */
export function commitmentPageOf(found: CaseInView, unrepairedBreaches: number): CommitmentPage {
  const { state, pack, calendar, today, actor } = found;
  const refusal = refuseCommitment(state, pack, unrepairedBreaches);
  const { days, assumed } = publicityOf(pack);
  const own = actor.role === "reviewer" ? pack.departments.filter(({ code }) => code === actor.departmentCode) : pack.departments;
  return {
    head: headOf(found),
    today,
    commitments: [...commitmentsOf(state)].reverse().map((commitment) => viewCommitment(found, commitment)),
    readiness: readinessOf(found),
    permitGranted: Object.values(state.items).some(
      ({ code, status }) => code.startsWith("construction-permit") && (status === "granted" || status === "issued" || status === "delivered"),
    ),
    refusal,
    mayPropose: may(actor, "propose-commitment") && refusal === null,
    conditions: conditionChecks(state, pack, today).map((one) => ({ ...one, items: one.items.map(nameOf) })),
    promisable: promisableItems(state, pack).map(({ item, effects }) => ({
      itemNo: item.itemNo,
      name: nameOf(item),
      department: departmentOf(pack, item.departmentCode),
      effects,
    })),
    effects: effectsHere(pack),
    departments: own.map(({ code, name }) => ({ code, name })),
    points: pointsOf(pack),
    publicity: { days, assumed, until: publicityUntil(today, pack, calendar) },
    breachSteps: pack.rules?.breachSteps.value ?? null,
  };
}
