import { type AnyColumn, and, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Q } from "../../../db/port";
import type { Tables } from "../../../db/schema";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";

/** Kinds of waiting work. A row belongs to exactly one of those offered to a role. */
export type WorkGroup =
  | "overdue"
  | "due-soon"
  | "in-time"
  | "no-limit"
  | "paused"
  | "correcting"
  | "ready"
  | "received"
  | "to-start"
  | "in-review"
  | "next-step"
  | "to-issue"
  | "to-deliver"
  | "extension"
  | "second-list";

/** What each role is shown on the Today page, in the order of the figures. Admins decide nothing and only see the lights. */
export const GROUPS_OF: Readonly<Record<Role, readonly WorkGroup[]>> = {
  agent: ["overdue", "due-soon", "correcting", "in-time", "no-limit", "paused", "ready"],
  intake: ["received", "correcting", "to-issue"],
  issuing: ["to-issue", "to-deliver"],
  reviewer: ["overdue", "due-soon", "to-start", "in-review", "next-step", "paused"],
  manager: ["overdue", "due-soon", "extension", "second-list", "correcting", "in-time", "no-limit", "paused"],
  supervisor: ["overdue", "due-soon", "correcting", "in-time", "no-limit", "paused"],
  admin: ["overdue", "due-soon"],
  investor: [],
};

export interface WorkScope {
  readonly q: Q;
  readonly t: Tables;
  readonly actor: Actor;
  readonly today: CivilDay;
}

/** Rows of the actor's own field of work: own open projects, own department, or the whole centre. */
export function ownWork({ t, actor }: WorkScope): SQL | undefined {
  const centre = eq(t.item.centreId, actor.centreId);
  if (actor.role === "agent")
    return and(centre, eq(t.project.centreId, actor.centreId), eq(t.project.agentId, actor.personId), inArray(t.project.status, OPEN_PROJECTS));
  if (actor.role === "reviewer") return and(centre, eq(t.item.departmentCode, actor.departmentCode ?? ""));
  return centre;
}

/** Whether the conditions of a group look at the project as well as the item. */
export const needsProject = (group: WorkGroup, { actor }: WorkScope): boolean => actor.role === "agent" || group === "ready";

/** Nothing waits in a project before its plan or after its end. */
const OPEN_PROJECTS = ["planned", "running"] as const;

/** Successors of these wait no longer; see `isFulfilled` in domain/case/moves.ts. */
const FULFILLED = ["granted", "issued", "delivered", "done"] as const;

/** The condition of a group, to be used together with `ownWork` on item joined to project. */
export function isIn(group: WorkGroup, { q, t, actor, today }: WorkScope): SQL | undefined {
  const { item, project } = t;
  const running = eq(item.running, true);
  switch (group) {
    // A paused item whose statutory clock still runs out is late like any other.
    case "overdue":
      return and(running, lte(item.lateFrom, today));
    case "due-soon":
      return and(running, gt(item.lateFrom, today), lte(item.warnFrom, today));
    case "in-time":
      return and(running, eq(item.paused, false), gt(item.warnFrom, today));
    case "no-limit":
      return and(running, eq(item.paused, false), isNull(item.lateFrom));
    case "paused":
      return and(running, eq(item.paused, true), or(isNull(item.warnFrom), gt(item.warnFrom, today)));
    case "correcting":
      return eq(item.status, "correcting");
    case "received":
      return eq(item.status, "received");
    case "to-start":
      return and(inDepartment(t, today), eq(item.status, "accepted"));
    case "in-review":
      return and(inDepartment(t, today), eq(item.status, "in-review"), notExists(stepsTaken(q, t)));
    case "next-step":
      return and(inDepartment(t, today), eq(item.status, "in-review"), sql`exists ${stepsTaken(q, t)}`);
    case "to-issue":
      return and(inArray(item.status, ["granted", "refused"]), isNull(item.issuedOn));
    case "to-deliver":
      return and(inArray(item.status, ["issued", "refused"]), isNotNull(item.issuedOn), isNull(item.deliveredOn));
    case "extension":
      // Named by project as well, so that the index of a project's items finds them.
      return and(
        inArray(item.projectId, q.select({ id: t.extension.projectId }).from(t.extension).where(isRequested(t, actor))),
        inArray(item.id, q.select({ id: t.extension.itemId }).from(t.extension).where(isRequested(t, actor))),
      );
    case "second-list":
      return and(
        eq(item.status, "received"),
        isNull(item.correctionAllowedReason),
        sql`exists ${q.select({ id: t.correction.id }).from(t.correction).where(ofItem(t.correction, t))}`,
      );
    case "ready":
      return and(inArray(project.status, OPEN_PROJECTS), eq(item.status, "planned"), notExists(openPrerequisites(t)));
  }
}

/** In the department's hands with time left: neither late nor about to be, which are groups of their own. */
const inDepartment = (t: Tables, today: CivilDay): SQL | undefined => and(eq(t.item.paused, false), or(isNull(t.item.warnFrom), gt(t.item.warnFrom, today)));

const isRequested = ({ extension }: Tables, actor: Actor): SQL | undefined => and(eq(extension.centreId, actor.centreId), eq(extension.status, "requested"));

interface OwnedByItem {
  readonly centreId: AnyColumn;
  readonly projectId: AnyColumn;
  readonly itemId: AnyColumn;
}
const ofItem = (table: OwnedByItem, { item }: Tables): SQL | undefined =>
  and(eq(table.centreId, item.centreId), eq(table.projectId, item.projectId), eq(table.itemId, item.id));

const stepsTaken = (q: Q, t: Tables) => q.select({ id: t.reviewStep.id }).from(t.reviewStep).where(ofItem(t.reviewStep, t));

/**
 * Items of the same project that this one still waits for. Prerequisites are a JSON list of codes; a code contains neither
 * quotes nor wildcards, so looking for it between quotes in the text form answers the same on both engines.
 */
function openPrerequisites(t: Tables) {
  const before = sql.identifier("before");
  return sql`(select 1 from ${t.item} as ${before} where ${before}.${sql.identifier(t.item.centreId.name)} = ${t.item.centreId} and ${before}.${sql.identifier(t.item.projectId.name)} = ${t.item.projectId} and ${before}.${sql.identifier("status")} not in (${sql.join(
    [...FULFILLED, "dropped"].map((status) => sql`${status}`),
    sql`, `,
  )}) and cast(${t.item.prerequisites} as text) like '%"' || ${before}.${sql.identifier("code")} || '"%')`;
}

/** The day a group is ordered by, soonest first. Never null, so that a page can start behind any row. */
export function dayOf(group: WorkGroup, { item, project }: Tables): SQL<string> {
  const day = (column: AnyColumn) => sql<string>`${column}`;
  switch (group) {
    case "correcting":
    case "received":
    case "second-list":
      return day(item.completeOn);
    case "to-issue":
      return day(item.decidedOn);
    case "to-deliver":
      return day(item.issuedOn);
    case "paused":
    case "no-limit":
    case "extension":
      return day(item.acceptedOn);
    case "ready":
      return day(project.registeredOn);
    case "to-start":
    case "in-review":
    case "next-step":
      return sql<string>`coalesce(${item.dueOn}, '9999-12-31')`;
    default:
      return day(item.lateFrom);
  }
}
