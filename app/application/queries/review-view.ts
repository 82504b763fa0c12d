import type { CivilDay } from "../../domain/calendar/calendar-date";
import { decidesIn, opinionsOf } from "../../domain/case/joint-review/joint-review";
import { originalConditions, sameConditions, settledOf } from "../../domain/case/joint-review/merged-opinion";
import { isUnderWay } from "../../domain/case/joint-review/moves";
import type { Invitation, ReviewSilence, ReviewStatus, SettledCondition, Stance } from "../../domain/case/parts/joint-review";
import { availableReviewActs, type ReviewAct } from "../../domain/case/review-available";
import { silencesOf } from "../../domain/case/review-opinion";
import type { JointReview, Opinion } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import { departmentOf, nameOf } from "./item-view";
import type { CaseToday, PartsInView } from "./project-case";

/** What a joint review is told from. */
export type ReviewParts = "items" | "reviews" | "opinions" | "silences" | "settledConditions";
export type ReviewsInView = PartsInView<ReviewParts>;

/** One called body: whether it came and what it answered. */
export interface BodyView {
  readonly code: string;
  readonly name: Words;
  readonly lead: boolean;
  /** It decides an item the review is about; others are only asked. */
  readonly decides: boolean;
  /** Null while it is not recorded who came; empty when it did not come. */
  readonly officials: readonly string[] | null;
  readonly opinion: Opinion | null;
  readonly silence: ReviewSilence | null;
  /** It has not answered and the day for answers has passed. */
  readonly late: boolean;
}

/** A joint review in words, as of today. */
export interface ReviewView extends Omit<Invitation, "itemId"> {
  readonly id: string;
  readonly stage: Words;
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  readonly status: ReviewStatus;
  readonly lead: Words;
  readonly convenedOn: CivilDay;
  readonly replyBy: CivilDay | null;
  readonly movedReason: string | null;
  readonly heldOn: CivilDay | null;
  readonly minutes: string | null;
  readonly bodies: readonly BodyView[];
  readonly answered: number;
  readonly merged: { readonly on: CivilDay; readonly no: string; readonly stance: Stance; readonly reason: string | null; readonly by: string } | null;
  readonly cancelled: { readonly on: CivilDay; readonly reason: string } | null;
  /** What this person may do to it now. */
  readonly acts: readonly ReviewAct[];
}

/** Conditions with the same words together, each with the bodies that made them and the settled one they went into. */
export interface ConditionGroup {
  readonly text: string;
  readonly keys: readonly string[];
  readonly departments: readonly Words[];
  /** The settled conditions they went into; more than one when the same words were settled apart. */
  readonly settledAs: readonly Pick<SettledCondition, "ordinal" | "relation">[];
  readonly open: boolean;
}

export interface SettledView extends Pick<SettledCondition, "ordinal" | "text" | "relation" | "note"> {
  readonly departments: readonly Words[];
}

/** The name of what a review is about: the item, or the stage. */
export const stageName = ({ pack }: Pick<CaseToday, "pack">, code: string): Words =>
  pack.stages.find((stage) => stage.code === code)?.name ?? { zh: code, en: code };

/** Puts a joint review into words. */
export function viewReview(found: ReviewsInView, review: JointReview): ReviewView {
  const { state, pack, today, actor } = found;
  const { itemId, ...invited } = review;
  const item = itemId === null ? undefined : state.items[itemId];
  const bodies = bodiesOf(found, review);
  return {
    id: review.id,
    stage: stageName(found, review.stage),
    item: item ? { itemNo: item.itemNo, name: nameOf(item) } : null,
    status: review.status,
    mode: invited.mode,
    meetOn: invited.meetOn,
    meetTime: invited.meetTime,
    place: invited.place,
    link: invited.link,
    materialsWanted: invited.materialsWanted,
    lead: departmentOf(pack, review.leadDepartmentCode),
    convenedOn: review.convenedOn,
    replyBy: review.replyBy,
    movedReason: review.movedReason,
    heldOn: review.heldOn,
    minutes: review.minutes,
    bodies,
    answered: bodies.filter((body) => body.opinion || body.silence).length,
    merged:
      review.mergedOn && review.mergedNo && review.mergedStance
        ? { on: review.mergedOn, no: review.mergedNo, stance: review.mergedStance, reason: review.mergedReason, by: review.mergedByName ?? "" }
        : null,
    cancelled: review.cancelledOn ? { on: review.cancelledOn, reason: review.cancelledReason ?? "" } : null,
    acts: availableReviewActs(state, review, actor, today),
  };
}

function bodiesOf({ state, pack, today }: ReviewsInView, review: JointReview): readonly BodyView[] {
  const opinions = opinionsOf(state, review.id);
  const silences = silencesOf(state, review.id);
  // A lead that was not called itself may have come all the same.
  const extra = review.attendance.map((one) => one.departmentCode).filter((code) => !review.departmentCodes.includes(code));
  return [...review.departmentCodes, ...extra].map((code): BodyView => {
    const opinion = opinions.find((one) => one.departmentCode === code) ?? null;
    const silence = silences.find((one) => one.departmentCode === code) ?? null;
    return {
      code,
      name: departmentOf(pack, code),
      lead: code === review.leadDepartmentCode,
      decides: decidesIn(state, review, code),
      officials: review.heldOn === null ? null : (review.attendance.find((one) => one.departmentCode === code)?.officials ?? []),
      opinion,
      silence,
      late: !opinion && !silence && isUnderWay(review) && review.replyBy !== null && review.replyBy < today && review.departmentCodes.includes(code),
    };
  });
}

/** The bodies' conditions side by side. */
export function conditionsOf({ state, pack }: Pick<ReviewsInView, "state" | "pack">, reviewId: string): readonly ConditionGroup[] {
  const settled = settledOf(state, reviewId);
  return sameConditions(originalConditions(state, reviewId)).map((group) => {
    const keys = group.map(({ key }) => key);
    const into = settled.filter(({ sources }) => sources.some((key) => keys.includes(key)));
    return {
      text: group[0]?.text ?? "",
      keys,
      departments: [...new Set(group.map(({ departmentCode }) => departmentCode))].map((code) => departmentOf(pack, code)),
      settledAs: into.map(({ ordinal, relation }) => ({ ordinal, relation })),
      open: keys.some((key) => !into.some(({ sources }) => sources.includes(key))),
    };
  });
}

/** The settled conditions with the bodies whose conditions they settle. */
export function settledViews({ state, pack }: Pick<ReviewsInView, "state" | "pack">, reviewId: string): readonly SettledView[] {
  const by = new Map(originalConditions(state, reviewId).map(({ key, departmentCode }) => [key, departmentCode]));
  return settledOf(state, reviewId).map(({ ordinal, text, relation, note, sources }) => ({
    ordinal,
    text,
    relation,
    note,
    departments: [...new Set(sources.flatMap((key) => by.get(key) ?? []))].map((code) => departmentOf(pack, code)),
  }));
}
