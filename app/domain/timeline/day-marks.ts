import type { CivilDay } from "../calendar/calendar-date";
import { outstandingOf } from "../case/gap";
import type { ReviewMode } from "../case/parts/joint-review";
import type { ProjectCase } from "../case/state";
import type { StageCode } from "../pack/pack";
import { type Axis, round, xOf } from "./axis";
import { type CommitmentMark, commitmentMarks } from "./commitment-marks";

/** The row a mark stands in: that of an item, or the line of a stage. */
export type MarkPlace = { readonly itemNo: string } | { readonly stage: StageCode };

/**
 * A day of its own beside the clocks: the last day for materials that were deferred (容缺), which lies inside the item's limit, and
 * the day on which departments meet (联合踏勘, 会审 …).
 */
export type TimelineMark = { readonly id: string; readonly on: CivilDay; readonly place: MarkPlace } & (
  | { readonly kind: "gap"; readonly state: "open" | "missed" | "closed"; readonly outstanding: number }
  | { readonly kind: "review"; readonly state: "planned" | "held"; readonly mode: ReviewMode }
  | Pick<CommitmentMark, "kind" | "about" | "state">
  /** 告知承诺: the last day of the check or the rectification, the day it was closed or the permit revoked. */
  | { readonly kind: "promise"; readonly state: "check-due" | "check-over" | "rectify-by" | "rectify-over" | "kept" | "revoked" }
);

/** Marks of a case, earliest first. Reviews in writing have no day to meet; cancelled ones and those of dropped items are left out. */
export function dayMarks(
  state: Pick<ProjectCase, "items" | "deferrals" | "reviews" | "noticeCommitments" | "commitments" | "supervisionChecks">,
  today: CivilDay,
): readonly TimelineMark[] {
  const marks: TimelineMark[] = [];
  for (const deferral of Object.values(state.deferrals)) {
    const item = state.items[deferral.itemId];
    if (!item || item.status === "dropped" || deferral.status === "ended") continue;
    const missed = deferral.status === "failed" || (deferral.status === "open" && deferral.supplyBy < today);
    const common = {
      kind: "gap",
      id: deferral.id,
      on: deferral.supplyBy,
      place: { itemNo: item.itemNo },
      outstanding: outstandingOf(deferral).length,
    } as const;
    marks.push({ ...common, state: missed ? "missed" : deferral.status === "open" ? "open" : "closed" });
  }
  for (const review of Object.values(state.reviews)) {
    const on = review.heldOn ?? review.meetOn;
    const item = review.itemId === null ? null : state.items[review.itemId];
    if (on === null || review.status === "cancelled" || item === undefined || item?.status === "dropped") continue;
    const place = item ? { itemNo: item.itemNo } : { stage: review.stage };
    marks.push({ kind: "review", id: review.id, on, place, state: review.heldOn === null ? "planned" : "held", mode: review.mode });
  }
  return [...marks, ...promiseMarks(state, today), ...commitmentMarks(state, today)].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1,
  );
}

/** What follows a permit granted on a promise; nothing while no day is set. */
function promiseMarks({ items, noticeCommitments }: Pick<ProjectCase, "items" | "noticeCommitments">, today: CivilDay): readonly TimelineMark[] {
  return Object.values(noticeCommitments).flatMap((notice): readonly TimelineMark[] => {
    const item = items[notice.itemId];
    const mark = (state: Extract<TimelineMark, { kind: "promise" }>["state"], on: CivilDay | null): readonly TimelineMark[] =>
      item && on !== null ? [{ kind: "promise", id: notice.id, on, place: { itemNo: item.itemNo }, state }] : [];
    if (notice.status === "granted") return mark((notice.checkDueOn ?? today) < today ? "check-over" : "check-due", notice.checkDueOn);
    if (notice.status === "rectifying" || notice.status === "failed")
      return mark((notice.rectifyBy ?? today) < today || notice.status === "failed" ? "rectify-over" : "rectify-by", notice.rectifyBy);
    return notice.status === "closed" ? mark("kept", notice.closedOn) : mark("revoked", notice.revokedOn);
  });
}

/** A mark in its row. A deadline stands at the end of its day, a meeting in the middle. */
export interface PlacedMark {
  readonly mark: TimelineMark;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** What a row is found by, whichever kind it is. */
export const rowKeyOf = (place: MarkPlace): string => ("itemNo" in place ? place.itemNo : place.stage);

export const markX = (axis: Axis, { kind, on }: TimelineMark): number =>
  round(Math.min(Math.max(xOf(axis, on) + (kind === "review" ? axis.unitsPerDay / 2 : axis.unitsPerDay), 0), axis.width));

/** Places the marks whose row is drawn; a stage none of whose items is planned has no line. */
export function placeMarks(
  marks: readonly TimelineMark[],
  rows: readonly ({ readonly y: number; readonly height: number } & ({ readonly itemNo: string } | { readonly stage: StageCode }))[],
  axis: Axis,
): readonly PlacedMark[] {
  const byKey = new Map(rows.map((row) => [rowKeyOf(row), row]));
  return marks.flatMap((mark) => {
    const row = byKey.get(rowKeyOf(mark.place));
    return row ? [{ mark, x: markX(axis, mark), y: row.y, height: row.height }] : [];
  });
}
