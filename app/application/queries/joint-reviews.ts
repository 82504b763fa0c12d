import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { originalConditions, overallStance, settledOf } from "../../domain/case/joint-review/merged-opinion";
import type { Stance } from "../../domain/case/parts/joint-review";
import { type ReviewAct, silentBodies, whyNotNow } from "../../domain/case/review-available";
import { silenceRule, waitedFor } from "../../domain/case/review-opinion";
import type { JointReview } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { ServiceRules } from "../../domain/pack/practice";
import type { Refusal } from "../../domain/result";
import type { Services } from "../services";
import { departmentOf } from "./item-view";
import { caseParts } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type ConditionGroup, conditionsOf, type ReviewsInView, type ReviewView, type SettledView, settledViews, viewReview } from "./review-view";

export interface ReviewsPage {
  readonly head: ProjectHead;
  readonly reviews: readonly ReviewView[];
  readonly mayConvene: boolean;
}

const newestFirst = (a: JointReview, b: JointReview): number => (a.convenedOn === b.convenedOn ? (a.id < b.id ? 1 : -1) : a.convenedOn < b.convenedOn ? 1 : -1);

const SHOWN = ["opinions", "silences", "settledConditions"] as const;

/** Every joint review of a case, newest first. 2 statements. */
export async function reviewsPage(services: Services, actor: Actor, projectNo: string): Promise<ReviewsPage | null> {
  const found = await caseParts(services, actor, projectNo, SHOWN);
  if (!found) return null;
  return {
    head: headOf(found),
    reviews: Object.values(found.state.reviews)
      .sort(newestFirst)
      .map((review) => viewReview(found, review)),
    mayConvene: may(actor, "convene-review"),
  };
}

/** What silence means by the rules of the place; `value` null where they do not say. */
export interface SilenceRule {
  readonly value: ServiceRules["jointReviewSilence"]["value"];
  readonly source: string;
}

/** One original condition as a choice of the settlement form. */
export interface ConditionChoice {
  readonly key: string;
  readonly department: Words;
  readonly text: string;
  readonly settledAs: number | null;
}

export interface ReviewPage {
  readonly head: ProjectHead;
  readonly today: CivilDay;
  readonly review: ReviewView;
  readonly conditions: readonly ConditionGroup[];
  readonly choices: readonly ConditionChoice[];
  readonly settled: readonly SettledView[];
  readonly silenceRule: SilenceRule;
  /** Bodies whose silence can be recorded today. */
  readonly silent: readonly { readonly code: string; readonly name: Words }[];
  readonly waitsFor: readonly Words[];
  /** What the opinions come to. */
  readonly overall: Stance;
  /** What stands in the way of the acts that may have to wait. */
  readonly waits: Readonly<Partial<Record<ReviewAct, Refusal | null>>>;
}

const WAITING_ACTS: readonly ReviewAct[] = ["hold-review", "settle-conditions", "merge-opinion", "record-silence"];

/** One joint review with everything around it; null when case or review is not there for this person. 2 statements. */
export async function reviewPage(services: Services, actor: Actor, projectNo: string, reviewId: string): Promise<ReviewPage | null> {
  const found = await caseParts(services, actor, projectNo, SHOWN);
  const review = found?.state.reviews[reviewId];
  return found && review ? reviewPageOf(found, review) : null;
}

/** The same of a case that was read already. */
export function reviewPageOf(found: ReviewsInView, review: JointReview): ReviewPage {
  const { state, pack, today } = found;
  const rule = silenceRule(pack);
  const named = (code: string) => ({ code, name: departmentOf(pack, code) });
  const settled = settledOf(state, review.id);
  return {
    head: headOf(found),
    today,
    review: viewReview(found, review),
    conditions: conditionsOf(found, review.id),
    choices: originalConditions(state, review.id).map(({ key, departmentCode, text }) => ({
      key,
      department: departmentOf(pack, departmentCode),
      text,
      settledAs: settled.find(({ sources }) => sources.includes(key))?.ordinal ?? null,
    })),
    settled: settledViews(found, review.id),
    silenceRule: { value: rule?.value ?? null, source: rule?.source ?? "" },
    silent: silentBodies(state, review, today).map(named),
    waitsFor: waitedFor(state, review).map((code) => departmentOf(pack, code)),
    overall: overallStance(state, review.id),
    waits: Object.fromEntries(WAITING_ACTS.map((act) => [act, whyNotNow(state, review, act, found)])),
  };
}
