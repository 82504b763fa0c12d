import type { CivilDay } from "../calendar/calendar-date";
import { latestNotice } from "./notice-commitment/reads";
import { endedInVain } from "./project";
import type { Item, ProjectCase } from "./state";

/** How an item ended without what it was for, as its applicant is told. */
export interface VainEnding {
  readonly outcome: "withdrawn" | "deemed-withdrawn" | "not-accepted" | "refused" | "acceptance-revoked" | "revoked" | "signposted";
  readonly on: CivilDay | null;
  readonly reason: string | null;
  /** Number of the decision; null where none is needed. */
  readonly decisionNo: string | null;
}

type Parts = Pick<ProjectCase, "corrections" | "deferrals" | "noticeCommitments" | "commitments" | "standards">;

const OUTCOME = { withdrawn: "withdrawn", "not-accepted": "not-accepted", refused: "refused", revoked: "revoked", signposted: "signposted" } as const;

/** What the deadline of a list or of a gap led to, with its own words for it; null where the item did not end by one. */
function byDeadline({ corrections, deferrals }: Parts, { id }: Item): VainEnding | null {
  const list = Object.values(corrections).find((one) => one.itemId === id && one.outcome !== null);
  if (list?.outcome) return { outcome: list.outcome, on: list.outcomeOn, reason: list.outcomeReason, decisionNo: list.outcomeNo };
  const gap = Object.values(deferrals).find((one) => one.itemId === id && one.outcome !== null && one.outcome !== "grant-kept");
  if (!gap?.outcome || gap.outcome === "grant-kept") return null;
  const outcome = gap.outcome === "grant-revoked" ? "revoked" : gap.outcome;
  return { outcome, on: gap.endedOn, reason: gap.outcomeReason, decisionNo: gap.outcomeNo };
}

/** The promise a permit rested on and was revoked with: the one for this permit, or that of the project. */
function byPromise(state: Parts, item: Item): VainEnding | null {
  if (item.status !== "revoked") return null;
  const notice = latestNotice(state, item.id);
  if (notice?.status === "revoked") return { outcome: "revoked", on: notice.revokedOn, reason: notice.reason, decisionNo: notice.revocationNo };
  const ids = new Set(Object.values(state.standards).flatMap((one) => (one.itemId === item.id ? [one.commitmentId] : [])));
  const broken = Object.values(state.commitments).find((one) => ids.has(one.id) && one.breachedOn !== null);
  return broken ? { outcome: "revoked", on: broken.breachedOn, reason: broken.breachReason, decisionNo: broken.breachNo } : null;
}

/**
 * How and why an item ended in vain; null for every other one.
 * @see RULES.md R-506
 */
export function vainEnding(state: Parts, item: Item): VainEnding | null {
  if (!endedInVain(item)) return null;
  const outcome = OUTCOME[item.status as keyof typeof OUTCOME];
  return byDeadline(state, item) ?? byPromise(state, item) ?? { outcome, on: item.endedOn, reason: item.decisionReason, decisionNo: item.decisionNo };
}
