import type { CivilDay } from "../calendar/calendar-date";

/** What somebody may do against a decision, and by which articles of the laws in force on its day. */
export interface Remedies {
  /** Calendar days from learning of the decision. */
  readonly reconsiderationDays: number;
  /** Of the 行政复议法: the one on the days, then the one on the body. */
  readonly reconsiderationArticles: readonly (9 | 12 | 20 | 24)[];
  /** `government`: the people's government of the level alone; `government-or-superior`: that or the department above (before 2024). */
  readonly reconsiderationBody: "government" | "government-or-superior";
  /** Months from learning of the decision (行政诉讼法 art. 46). */
  readonly litigationMonths: number;
  readonly litigationArticle: 46;
}

/** Day on which the 行政复议法 of 2023 came into force. */
const NEW_RECONSIDERATION_LAW: CivilDay = "2024-01-01";

/**
 * The remedies a refusal must name (行政许可法 art. 38; K03: every refusal states its 复议 channel).
 * @param on day of the decision; places of this product decide from 2017 on, so the 行政诉讼法 of 2014 always holds
 * @see RULES.md R-252
 */
export const remediesOn = (on: CivilDay): Remedies => ({
  reconsiderationDays: 60,
  ...(on < NEW_RECONSIDERATION_LAW
    ? { reconsiderationArticles: [9, 12], reconsiderationBody: "government-or-superior" as const }
    : { reconsiderationArticles: [20, 24], reconsiderationBody: "government" as const }),
  litigationMonths: 6,
  litigationArticle: 46,
});
