import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { CountedCommitment } from "../../app/domain/case/commitment/days";
import type { CountedNotice } from "../../app/domain/case/notice-commitment/days";
import type { Project } from "../../app/domain/case/state";
import { type Extras, prepared, type Q, type Tables } from "../port";

const { placeholder } = sql;

/** A commitment of a project or an item that waits for a check within working days. */
interface Waiting {
  readonly id: string;
  readonly projectId: string;
  readonly commitmentNo: string;
}
export type WaitingCommitment = Waiting & CountedCommitment & { readonly dueOn: string | null };
export type WaitingNotice = Waiting & CountedNotice;

/** What waits for checks in some cases of a centre. */
export interface WaitingChecks {
  readonly projects: readonly Pick<Project, "id" | "projectNo" | "packDigest">[];
  readonly commitments: readonly WaitingCommitment[];
  readonly notices: readonly WaitingNotice[];
}

/** Commitments in their preliminary check; permits on a promise whose check is still to come, where the place states its days. */
const inPrecheck = ({ commitment: c }: Tables) => and(eq(c.centreId, placeholder("centreId")), eq(c.status, "in-precheck"));
const unchecked = ({ noticeCommitment: n }: Tables) => and(eq(n.centreId, placeholder("centreId")), eq(n.status, "granted"), isNotNull(n.checkWorkingDays));

/**
 * Locks the next cases of a centre in which a commitment waits for a check within working days, in the order of their ids, and reads
 * those commitments. 3 statements, 1 where there are none.
 */
export async function lockWaitingChecks(q: Q, t: Tables, x: Extras, centreId: string, afterId: string | null, limit: number): Promise<WaitingChecks> {
  const { project: p, commitment: c, noticeCommitment: n } = t;
  const projects = await prepared(q, `cases that wait for checks${afterId === null ? "" : " behind one"}`, () => {
    const waiting = q
      .select({ id: c.projectId })
      .from(c)
      .where(inPrecheck(t))
      .union(q.select({ id: n.projectId }).from(n).where(unchecked(t)));
    const behind = afterId === null ? undefined : gt(p.id, placeholder("afterId"));
    return x.forUpdate(
      q
        .select({ id: p.id, projectNo: p.projectNo, packDigest: p.packDigest })
        .from(p)
        .where(and(eq(p.centreId, placeholder("centreId")), sql`${p.id} in (${waiting})`, behind))
        .orderBy(asc(p.id))
        .limit(placeholder("limit")),
    );
  }).execute({ centreId, afterId, limit });
  if (projects.length === 0) return { projects, commitments: [], notices: [] };
  const theirs = { centreId, projects: x.listed(projects.map(({ id }) => id)) };
  const commitments = await prepared(q, "commitments in precheck", () =>
    q
      .select({
        id: c.id,
        projectId: c.projectId,
        commitmentNo: c.commitmentNo,
        status: c.status,
        promisedOn: c.promisedOn,
        publicityTo: c.publicityTo,
        dueOn: c.dueOn,
      })
      .from(c)
      .where(and(inPrecheck(t), x.among(c.projectId, "projects"))),
  ).execute(theirs);
  const notices = await prepared(q, "promises to check", () =>
    q
      .select({
        id: n.id,
        projectId: n.projectId,
        commitmentNo: n.commitmentNo,
        status: n.status,
        decidedOn: n.decidedOn,
        checkWorkingDays: n.checkWorkingDays,
        checkDueOn: n.checkDueOn,
        nextDueOn: n.nextDueOn,
      })
      .from(n)
      .where(and(unchecked(t), x.among(n.projectId, "projects"))),
  ).execute(theirs);
  return { projects, commitments, notices };
}

/** Writes the days of checks that moved, in at most two statements. The version of a case stays: nothing happened to it. */
export async function saveCheckDays(
  q: Q,
  t: Tables,
  x: Extras,
  centreId: string,
  moved: { readonly commitments: readonly WaitingCommitment[]; readonly notices: readonly WaitingNotice[] },
): Promise<void> {
  const keys = ["centreId", "projectId", "id"];
  const { commitments, notices } = moved;
  await x.patch(
    q,
    t.commitment,
    keys,
    commitments.map(({ projectId, id, dueOn }) => ({ centreId, projectId, id, dueOn })),
  );
  await x.patch(
    q,
    t.noticeCommitment,
    keys,
    notices.map(({ projectId, id, checkDueOn, nextDueOn }) => ({ centreId, projectId, id, checkDueOn, nextDueOn })),
  );
}
