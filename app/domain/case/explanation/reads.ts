import type { CivilDay } from "../../calendar/calendar-date";
import { correctionsOf } from "../correction";
import type { Explanation, ExplanationKind } from "../parts/explanation";
import type { Item, ProjectCase } from "../state";

type Explained = Pick<ProjectCase, "explanations">;

/** Explanations of an item, first to last. */
export const explanationsOf = (state: Explained, itemId: string): readonly Explanation[] =>
  Object.values(state.explanations)
    .filter((explanation) => explanation.itemId === itemId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The explanation of this kind that is still open: asked for, given or sent back. */
export const openExplanation = (state: Explained, itemId: string, kind: ExplanationKind): Explanation | null =>
  explanationsOf(state, itemId).find((explanation) => explanation.kind === kind && explanation.status !== "accepted") ?? null;

/** The reason the manager accepted for an item that is late. */
export const acceptedReason = (state: Explained, itemId: string): Explanation | null =>
  explanationsOf(state, itemId).find(({ kind, status }) => kind === "overdue" && status === "accepted") ?? null;

/** It runs and its last day has passed. */
export const isLateNow = (item: Pick<Item, "running" | "lateFrom">, today: CivilDay): boolean =>
  item.running && item.lateFrom !== null && item.lateFrom <= today;

/** A manager asks once; afterwards it is the department's turn. */
export const mayAskReason = (state: Explained, item: Item, today: CivilDay): boolean =>
  isLateNow(item, today) && !explanationsOf(state, item.id).some(({ kind }) => kind === "overdue");

/** Late, and no reason with the manager or accepted. */
export const mayExplain = (state: Explained, item: Item, today: CivilDay): boolean => {
  const open = openExplanation(state, item.id, "overdue");
  return isLateNow(item, today) && open?.status !== "given" && acceptedReason(state, item.id) === null;
};

/** A first list was used, and neither a wish for another waits nor one is allowed. */
export const mayWishSecondList = (state: ProjectCase, item: Item): boolean =>
  item.status === "received" &&
  item.correctionAllowedReason === null &&
  correctionsOf(state, item.id).length > 0 &&
  openExplanation(state, item.id, "second-list")?.status !== "given";

/** Those of an item that wait for the manager: a reason as long as the item runs, a wish as long as its list could still be sent. */
export const givenExplanations = (state: Explained, item: Pick<Item, "id" | "running" | "status">): readonly Explanation[] =>
  explanationsOf(state, item.id).filter(({ kind, status }) => status === "given" && (kind === "overdue" ? item.running : item.status === "received"));
