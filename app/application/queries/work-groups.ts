import { type AnyColumn, and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, notExists, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Q } from "../../../db/port";
import type { Tables } from "../../../db/schema";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";
import { LIVE } from "../../domain/case/simulation/moves";

/**
 * Kinds of waiting work. A row belongs to one of those offered to a role; extensions, second lists, questions, gaps, outcomes to
 * confirm and papers to sign for ask for an act and add to the group of the item's clock.
 */
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
  | "delivery-late"
  | "pickup-late"
  | "path"
  | "to-sign"
  | "gaps"
  | "proposals"
  | "extension"
  | "second-list";

/** What each role is shown on the Today page, in the order of the figures. Admins decide nothing and only see the lights. */
export const GROUPS_OF: Readonly<Record<Role, readonly WorkGroup[]>> = {
  agent: ["overdue", "due-soon", "gaps", "correcting", "in-time", "no-limit", "paused", "ready"],
  intake: ["received", "proposals", "gaps", "correcting", "to-issue"],
  issuing: ["delivery-late", "pickup-late", "to-issue", "to-deliver"],
  reviewer: ["overdue", "due-soon", "to-sign", "to-start", "in-review", "next-step", "paused"],
  manager: ["overdue", "due-soon", "extension", "proposals", "second-list", "path", "gaps", "correcting", "in-time", "no-limit", "paused"],
  supervisor: ["overdue", "due-soon", "correcting", "in-time", "no-limit", "paused"],
  admin: ["overdue", "due-soon"],
  investor: [],
  system: [],
};

export interface WorkScope {
  readonly q: Q;
  readonly t: Tables;
  readonly actor: Actor;
  readonly today: CivilDay;
}

/** Rows of the actor's own field of work: own open projects, own department, or the whole centre. */
export function ownWork({ q, t, actor }: WorkScope): SQL | undefined {
  const centre = eq(t.item.centreId, actor.centreId);
  // Named by project, not joined to it: the join lets SQLite walk the items of the whole centre.
  if (actor.role === "agent") return and(centre, inArray(t.item.projectId, ownProjects(q, t, actor)));
  if (actor.role === "reviewer") return and(centre, eq(t.item.departmentCode, actor.departmentCode ?? ""));
  return centre;
}

const ownProjects = (q: Q, { project }: Tables, actor: Actor) =>
  q
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.centreId, actor.centreId), eq(project.agentId, actor.personId), inArray(project.status, OPEN_PROJECTS)));

/** Whether the conditions of a group look at the project as well as the item. */
export const needsProject = (group: WorkGroup): boolean => group === "ready" || group === "path";

/** Nothing waits in a project before its plan or after its end. */
const OPEN_PROJECTS = ["planned", "running"] as const;

/** Successors of these wait no longer: see `isFulfilled` in domain/case/moves.ts; a dropped item holds nobody up either. */
export const ENDED_FOR_SUCCESSORS = ["granted", "issued", "delivered", "done", "dropped"] as const;

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
      return and(inArray(item.status, ["granted", "refused"]), isNull(item.issuedOn), inDeliveryTime(t, actor, today));
    case "to-deliver":
      return and(inArray(item.status, ["issued", "refused"]), isNotNull(item.issuedOn), isNull(item.deliveredOn), collectable(t, actor, today));
    // What nobody collects is the window's to follow up, however late the delivery has become meanwhile.
    case "pickup-late":
      return and(inArray(item.status, ["issued", "refused"]), isNull(item.deliveredOn), lt(item.pickupBy, today));
    case "delivery-late":
      return and(
        inArray(item.status, ["granted", "issued", "refused"]),
        isNull(item.deliveredOn),
        lt(item.deliveryDueOn, today),
        or(isNull(item.pickupBy), gte(item.pickupBy, today)),
      );
    case "gaps":
      return holds(q, t, t.deferral, isAwaited(t, actor));
    case "proposals":
      return or(
        holds(q, t, t.correction, isUnanswered(t, actor)),
        // What follows from a missed deferral only a manager confirms.
        actor.role === "manager" ? holds(q, t, t.deferral, and(isAwaited(t, actor), isNotNull(t.deferral.proposedOn))) : undefined,
      );
    case "path":
      return and(inArray(item.status, ["planned", "received"]), sql`exists ${openQuestions(q, t)}`);
    case "to-sign":
      return and(
        inArray(item.projectId, q.select({ id: t.handover.projectId }).from(t.handover).where(isUnsigned(t, actor))),
        sql`exists ${q.select({ id: t.handover.id }).from(t.handover).where(ofPapers(t, actor))}`,
      );
    case "extension":
      // Named by project as well, so that the index of a project's items finds them.
      return and(
        inArray(item.projectId, q.select({ id: t.extension.projectId }).from(t.extension).where(isRequested(t, actor))),
        inArray(item.id, q.select({ id: t.extension.itemId }).from(t.extension).where(isRequested(t, actor))),
      );
    case "second-list":
      return and(eq(item.status, "received"), holds(q, t, t.explanation, isWished(t, actor)));
    case "ready":
      return and(inArray(project.status, OPEN_PROJECTS), eq(item.status, "planned"), notExists(openPrerequisites(t)), notExists(simulatedNow(q, t)));
  }
}

/** Late deliveries are groups of their own for the issuing window; everybody else sees one list of what waits. */
const inDeliveryTime = ({ item }: Tables, actor: Actor, today: CivilDay): SQL | undefined =>
  actor.role === "issuing" ? or(isNull(item.deliveryDueOn), gte(item.deliveryDueOn, today)) : undefined;
const collectable = (t: Tables, actor: Actor, today: CivilDay): SQL | undefined =>
  actor.role === "issuing" ? and(inDeliveryTime(t, actor, today), or(isNull(t.item.pickupBy), gte(t.item.pickupBy, today))) : undefined;

/** In the department's hands with time left: neither late nor about to be, which are groups of their own. */
const inDepartment = (t: Tables, today: CivilDay): SQL | undefined => and(eq(t.item.paused, false), or(isNull(t.item.warnFrom), gt(t.item.warnFrom, today)));

const isRequested = ({ extension }: Tables, actor: Actor): SQL | undefined => and(eq(extension.centreId, actor.centreId), eq(extension.status, "requested"));

/** A wish for a second list that waits for the manager. */
const isWished = ({ explanation }: Tables, actor: Actor): SQL | undefined =>
  and(eq(explanation.centreId, actor.centreId), eq(explanation.status, "given"), eq(explanation.kind, "second-list"));

/** Papers on their way to the back office of this person, for which nobody there has signed (Z23). */
const isUnsigned = ({ handover }: Tables, actor: Actor): SQL | undefined =>
  and(
    eq(handover.centreId, actor.centreId),
    isNull(handover.arrivedOn),
    eq(handover.kind, "to-department"),
    eq(handover.departmentCode, actor.departmentCode ?? ""),
  );

/** Such hand-overs of an item. Their items are a JSON list of ids, which hold neither quotes nor wildcards: see `openPrerequisites`. */
const ofPapers = (t: Tables, actor: Actor): SQL | undefined =>
  and(
    isUnsigned(t, actor),
    eq(t.handover.projectId, t.item.projectId),
    sql`cast(${t.handover.itemIds} as text) like '%"' || cast(${t.item.id} as text) || '"%'`,
  );

const isAwaited = ({ deferral }: Tables, actor: Actor): SQL | undefined => and(eq(deferral.centreId, actor.centreId), eq(deferral.status, "open"));

/** A correction that was found missed and on which nobody has ruled. */
const isUnanswered = ({ correction }: Tables, actor: Actor): SQL | undefined =>
  and(eq(correction.centreId, actor.centreId), isNotNull(correction.proposedOn), isNull(correction.suppliedOn), isNull(correction.outcome));

/** Items with such a part, named by project as well, so that the index of a project's items finds them. */
const holds = (q: Q, { item }: Tables, part: Tables["deferral"] | Tables["correction"] | Tables["explanation"], such: SQL | undefined): SQL | undefined =>
  and(inArray(item.projectId, q.select({ id: part.projectId }).from(part).where(such)), inArray(item.id, q.select({ id: part.itemId }).from(part).where(such)));

interface OwnedByItem {
  readonly centreId: AnyColumn;
  readonly projectId: AnyColumn;
  readonly itemId: AnyColumn;
}
const ofItem = (table: OwnedByItem, { item }: Tables): SQL | undefined =>
  and(eq(table.centreId, item.centreId), eq(table.projectId, item.projectId), eq(table.itemId, item.id));

/** An item on its simulated way is handed in by conversion only. */
export const simulatedNow = (q: Q, t: Tables) =>
  q
    .select({ id: t.simulatedItem.id })
    .from(t.simulatedItem)
    .where(and(ofItem(t.simulatedItem, t), inArray(t.simulatedItem.status, [...LIVE])));

/** Questions of a window about an item that no manager has answered. */
export const openQuestions = (q: Q, t: Tables) =>
  q
    .select({ id: t.direction.id })
    .from(t.direction)
    .where(and(ofItem(t.direction, t), eq(t.direction.kind, "path"), isNull(t.direction.answeredOn)));

const stepsTaken = (q: Q, t: Tables) => q.select({ id: t.reviewStep.id }).from(t.reviewStep).where(ofItem(t.reviewStep, t));

/**
 * Items of the same project that this one still waits for. Prerequisites are a JSON list of codes; a code contains neither
 * quotes nor wildcards, so looking for it between quotes in the text form answers the same on both engines.
 */
function openPrerequisites(t: Tables) {
  const before = sql.identifier("before");
  return sql`(select 1 from ${t.item} as ${before} where ${before}.${sql.identifier(t.item.centreId.name)} = ${t.item.centreId} and ${before}.${sql.identifier(t.item.projectId.name)} = ${t.item.projectId} and ${before}.${sql.identifier("status")} not in (${sql.join(
    ENDED_FOR_SUCCESSORS.map((status) => sql`${status}`),
    sql`, `,
  )}) and cast(${t.item.prerequisites} as text) like '%"' || ${before}.${sql.identifier("code")} || '"%' and not exists ${filedAgain(t, before)})`;
}

/** A later filing of the same item in the plan: what ended without its result then holds nobody up any more (see `plannedItems`). */
export function filedAgain(t: Tables, before: SQLWrapper) {
  const again = sql.identifier("again");
  const same = (name: string) => sql`${again}.${sql.identifier(name)} = ${before}.${sql.identifier(name)}`;
  return sql`(select 1 from ${t.item} as ${again} where ${same(t.item.centreId.name)} and ${same(t.item.projectId.name)} and ${same("code")} and ${again}.${sql.identifier("ordinal")} > ${before}.${sql.identifier("ordinal")} and ${again}.${sql.identifier("status")} <> 'dropped')`;
}

/** The day a group is ordered by, soonest first. Never null, so that a page can start behind any row. */
export function dayOf(group: WorkGroup, { t, actor }: Pick<WorkScope, "t" | "actor">): SQL<string> {
  const { item, project, deferral, handover } = t;
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
    case "delivery-late":
      return day(item.deliveryDueOn);
    case "pickup-late":
      return day(item.pickupBy);
    case "path":
      return day(project.registeredOn);
    case "proposals":
      return day(item.receivedOn);
    case "gaps":
      return sql<string>`coalesce((select min(${deferral.supplyBy}) from ${deferral} where ${ofItem(deferral, t)}), '9999-12-31')`;
    case "to-sign":
      return sql<string>`coalesce((select min(${handover.sentOn}) from ${handover} where ${ofPapers(t, actor)}), '9999-12-31')`;
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
