import type { CivilDay } from "../../domain/calendar/calendar-date";
import { opinionsOf } from "../../domain/case/joint-review/joint-review";
import { overallStance, settledOf } from "../../domain/case/joint-review/merged-opinion";
import type { ReviewMode, Stance } from "../../domain/case/parts/joint-review";
import { silencesOf } from "../../domain/case/review-opinion";
import type { JointReview } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import { departmentOf, nameOf } from "./item-view";
import type { CaseToday } from "./project-case";
import { stageName } from "./review-view";

/** A joint visit or meeting the investor should know of. */
export interface PortalVisit {
  readonly id: string;
  readonly mode: ReviewMode;
  readonly subject: Words;
  readonly on: CivilDay;
  readonly time: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly departments: readonly Words[];
  readonly bring: readonly string[];
}

/** One opinion for all bodies, as the investor gets it. */
export interface PortalMergedOpinion {
  readonly id: string;
  readonly mode: ReviewMode;
  readonly subject: Words;
  readonly on: CivilDay;
  readonly no: string;
  readonly stance: Stance;
  readonly reason: string | null;
  /** What is to be met; none where it did not pass. */
  readonly conditions: readonly string[];
  /** Why it did not pass, body by body; empty when it did. */
  readonly objections: readonly { readonly department: Words; readonly why: string }[];
  /** Every called body agreed in its own words. */
  readonly unanimous: boolean;
  /** Bodies that did not answer, by what followed: counted as agreeing by the rules of the place or by a person, or waited for no longer. */
  readonly silent: Readonly<Record<SilenceEffect, readonly Words[]>>;
}

export type SilenceEffect = "counted.place" | "counted.person" | "excused";

export interface PortalReviews {
  readonly visits: readonly PortalVisit[];
  readonly merged: readonly PortalMergedOpinion[];
}

/** What the bodies that disagree say; an opinion of an earlier version says it among its conditions. */
const objectionsTo = ({ state, pack }: CaseToday, reviewId: string): PortalMergedOpinion["objections"] =>
  opinionsOf(state, reviewId)
    .filter(({ stance }) => stance === "disagree")
    .map(({ departmentCode, reason, conditions }) => ({ department: departmentOf(pack, departmentCode), why: reason ?? conditions.join("; ") }));

/** Who did not answer, by what followed from it. */
function silentIn({ state, pack }: CaseToday, reviewId: string): PortalMergedOpinion["silent"] {
  const silences = silencesOf(state, reviewId);
  const named = (effect: SilenceEffect) =>
    silences
      .filter(({ outcome, basis }) => (outcome === "excused" ? "excused" : `counted.${basis}`) === effect)
      .map(({ departmentCode }) => departmentOf(pack, departmentCode));
  return { "counted.place": named("counted.place"), "counted.person": named("counted.person"), excused: named("excused") };
}

/**
 * Visits from today on, earliest first, and merged opinions, newest first. What single bodies said stays between them and the lead, unless
 * the project did not pass: then the investor must know why.
 */
export function portalReviews(found: CaseToday): PortalReviews {
  const { state, pack, today } = found;
  const reviews = Object.values(state.reviews);
  const subject = (review: JointReview): Words => {
    const item = review.itemId === null ? undefined : state.items[review.itemId];
    return item ? nameOf(item) : stageName(found, review.stage);
  };
  const visits = reviews.flatMap((review): PortalVisit[] => {
    const { id, mode, meetOn: on, meetTime: time, place, link, heldOn, status } = review;
    if (on === null || on < today || heldOn !== null || status === "cancelled" || status === "merged") return [];
    return [
      {
        id,
        mode,
        subject: subject(review),
        on,
        time,
        place,
        link,
        departments: review.departmentCodes.map((code) => departmentOf(pack, code)),
        bring: review.materialsWanted,
      },
    ];
  });
  const merged = reviews.flatMap((review): PortalMergedOpinion[] => {
    const { id, mode, mergedOn: on, mergedNo: no, mergedStance: stance, mergedReason: reason } = review;
    if (on === null || no === null || stance === null) return [];
    return [
      {
        id,
        mode,
        subject: subject(review),
        on,
        no,
        stance,
        reason,
        conditions: stance === "disagree" ? [] : settledOf(state, id).map(({ text }) => text),
        objections: stance === "disagree" ? objectionsTo(found, id) : [],
        unanimous: silencesOf(state, id).length === 0 && overallStance(state, id) !== "disagree",
        silent: silentIn(found, id),
      },
    ];
  });
  return {
    visits: visits.sort((a, b) => (a.on + (a.time ?? "") < b.on + (b.time ?? "") ? -1 : 1)),
    merged: merged.sort((a, b) => (a.on < b.on ? 1 : -1)),
  };
}
