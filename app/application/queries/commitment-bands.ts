import { type SQL, sql } from "drizzle-orm";
import type { Tables } from "../../../db/schema";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { POINTS } from "../../domain/case/commitment/reads";
import type { CheckPoint } from "../../domain/case/parts/project-commitment";
import { monthSpan } from "./simulation-bands";

/** Points at which the promise of a project is checked, and the one check of a notice commitment. */
export const BOARD_POINTS = [...POINTS, "notice"] as const;
export type BoardPoint = CheckPoint | "notice";
/** How a check stands: to come, overdue, being put right, not put right. */
export const CHECK_STATES = ["coming", "overdue", "rectifying", "failed"] as const;
export type CheckState = (typeof CHECK_STATES)[number];
export type PromiseOutcome = "fulfilled" | "breached";

export function checkState(t: Tables, today: CivilDay, state: CheckState): SQL {
  const { supervisionCheck: s } = t;
  switch (state) {
    case "coming":
      return sql`(${s.status} = 'planned' and (${s.dueOn} is null or ${s.dueOn} >= ${today}))`;
    case "overdue":
      return sql`(${s.status} = 'planned' and ${s.dueOn} < ${today})`;
    case "rectifying":
      return sql`(${s.status} = 'rectifying' and (${s.rectifyBy} is null or ${s.rectifyBy} >= ${today}))`;
    case "failed":
      // Once it is ruled on, a check that failed stays as it was found and asks nobody any more.
      return sql`((${s.status} = 'failed' or (${s.status} = 'rectifying' and ${s.rectifyBy} < ${today})) and ${isRectifying(t)})`;
  }
}

const isRectifying = ({ supervisionCheck: s, commitment: c }: Tables): SQL =>
  sql`exists (select 1 from ${c} where ${c.centreId} = ${s.centreId} and ${c.projectId} = ${s.projectId} and ${c.id} = ${s.commitmentId} and ${c.status} = 'rectifying')`;

export function noticeState({ noticeCommitment: n }: Tables, today: CivilDay, state: CheckState): SQL {
  switch (state) {
    case "coming":
      return sql`(${n.status} = 'granted' and (${n.checkDueOn} is null or ${n.checkDueOn} >= ${today}))`;
    case "overdue":
      return sql`(${n.status} = 'granted' and ${n.checkDueOn} < ${today})`;
    case "rectifying":
      return sql`(${n.status} = 'rectifying' and (${n.rectifyBy} is null or ${n.rectifyBy} >= ${today}))`;
    case "failed":
      return sql`(${n.status} = 'failed' or (${n.status} = 'rectifying' and ${n.rectifyBy} < ${today}))`;
  }
}

/** Project commitments kept or broken in a month. */
export function commitmentEnded({ commitment: c }: Tables, month: string, outcome: PromiseOutcome): SQL {
  const [from, to] = monthSpan(month);
  return sql`(${c.status} = ${outcome} and ${c.endedOn} >= ${from} and ${c.endedOn} < ${to})`;
}

/** Notice commitments verified as met, or revoked, in a month. */
export function noticeEnded({ noticeCommitment: n }: Tables, month: string, outcome: PromiseOutcome): SQL {
  const [from, to] = monthSpan(month);
  return outcome === "fulfilled"
    ? sql`(${n.status} = 'closed' and ${n.endedOn} >= ${from} and ${n.endedOn} < ${to})`
    : sql`(${n.status} = 'revoked' and ${n.endedOn} >= ${from} and ${n.endedOn} < ${to})`;
}
