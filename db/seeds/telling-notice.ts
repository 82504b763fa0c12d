import type { Beat, Part, Telling } from "./story";
import type { Passage } from "./telling";

const beat = (at: number, by: Part, tell: Telling): Beat => ({ at, by, tell });

/** One condition as the department tells it, how it is shown, and how the enterprise says it will meet it. */
export interface ToldCondition {
  readonly zh: string;
  readonly en: string;
  readonly shownBy: string;
  readonly manner: string;
}

/** The department tells the conditions of one permit. */
export const told = (at: number, item: string, conditions: readonly ToldCondition[], ...replaces: readonly string[]): Passage =>
  beat(at, "reviewer", {
    type: "tell-notice-commitment",
    item,
    standards: conditions.map(({ zh, en, shownBy }) => ({ textZh: zh, textEn: en, shownBy, metBy: null })),
    replaces,
  });

/** The enterprise chooses and signs; the day after, the window accepts and the department grants at once. */
export const promised = (at: number, item: string, conditions: readonly ToldCondition[]): Passage => [
  beat(at, "investor", { type: "choose-notice-commitment", item, manners: conditions.map(({ manner }) => manner) }),
  beat(at, "investor", { type: "sign-letter", letterKind: "notice-commitment" }),
];
export const grantedOnPromise = (at: number, item: string): Passage => [
  beat(at, "intake", { type: "receive-items", items: [item] }),
  beat(at, "intake", { type: "accept-item", item }),
  beat(at, "reviewer", { type: "grant-on-notice-commitment", item, lateReason: null }),
];

/** The place states no time for the check: a manager sets so many working days. */
export const checkDaySet = (at: number, item: string, checkIn: number, reason: string): Passage =>
  beat(at, "manager", { type: "set-notice-check-day", item, checkIn, reason });
export const checkedMet = (at: number, item: string, looked: string, reference: string, ...inspectors: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "record-notice-check", item, outcome: "met", looked, inspectors, reference, failed: [], rectifyIn: null });
/** Found not met: so many working days to put it right; null at the second check. */
export const checkedNotMet = (
  at: number,
  item: string,
  rectifyIn: number | null,
  failed: readonly number[],
  looked: string,
  ...inspectors: readonly string[]
): Passage => beat(at, "reviewer", { type: "record-notice-check", item, outcome: "not-met", looked, inspectors, reference: null, failed, rectifyIn });
export const promiseRevoked = (at: number, item: string, reason: string): Passage =>
  beat(at, "manager", { type: "rule-on-notice-commitment", item, ruling: "revoke", reason, rectifyBy: null });
