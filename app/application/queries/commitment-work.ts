import { and, asc, eq, exists, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { addDays, type CivilDay } from "../../domain/calendar/calendar-date";
import { isRipe } from "../../domain/case/commitment/reads";
import type { Actor, Role } from "../../domain/case/context";
import type { CheckPoint, CommitmentStatus, SupervisionCheck } from "../../domain/case/parts/project-commitment";
import { checkLight } from "../../domain/clock/check-light";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import type { Services } from "../services";
import { isNextUndated, pointFromSql } from "./waiting/undated-check";

/** Kinds of work for project commitments. */
export type CommitmentGroup =
  | "appraisal"
  | "standards"
  | "precheck"
  | "supplement"
  | "publicity"
  | "publicity-running"
  | "force"
  | "objection"
  | "check"
  | "check-day"
  | "verification"
  | "rectification"
  | "breach";

/** What each role is shown; an officer its own projects, a department the commitments it set standards of, the others the centre. */
const GROUPS_OF: Readonly<Partial<Record<Role, readonly CommitmentGroup[]>>> = {
  agent: ["supplement", "publicity", "publicity-running", "check", "verification", "rectification"],
  reviewer: ["precheck", "check", "check-day", "verification", "rectification"],
  manager: ["appraisal", "standards", "precheck", "force", "objection", "check", "check-day", "verification", "breach"],
  supervisor: ["check", "check-day", "verification", "breach"],
};

/** Rows shown at most. */
const MOST_SHOWN = 15;
/** Checks are shown from this many days before their last day. */
const AHEAD_DAYS = 14;

/** One line: a commitment, or a check of one, with the day it waits for. */
export interface CommitmentWork {
  readonly group: CommitmentGroup;
  readonly key: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly commitmentNo: string;
  readonly point: CheckPoint | null;
  /** The day it is due; null where it only waits; the day since which a check waits for its day. */
  readonly on: CivilDay | null;
  /** Working days from today to `on`; negative once it has passed. */
  readonly inDays: number | null;
  readonly light: ClockLight;
}

/** States of a commitment in which something waits for somebody of the house. */
const WAITING: readonly CommitmentStatus[] = ["proposed", "applicable", "in-precheck", "supplementing", "passed", "in-publicity"];

function groupOf(status: CommitmentStatus, dueOn: CivilDay | null, objectionOpen: boolean, today: CivilDay): CommitmentGroup | null {
  switch (status) {
    case "proposed":
      return "appraisal";
    case "applicable":
      return "standards";
    case "in-precheck":
      return "precheck";
    case "supplementing":
      return "supplement";
    case "passed":
      return "publicity";
    case "in-publicity":
      if (objectionOpen) return "objection";
      return dueOn !== null && dueOn < today ? "force" : "publicity-running";
    default:
      return null;
  }
}

function checkGroup(check: Pick<SupervisionCheck, "status" | "dueOn" | "rectifyBy" | "point">, today: CivilDay): CommitmentGroup {
  if (check.status === "planned" && check.dueOn === null) return "check-day";
  if (isRipe(check, today)) return "breach";
  if (check.status === "rectifying") return "rectification";
  return check.point === "verification" ? "verification" : "check";
}

/**
 * What project commitments ask of this person today: those to appraise, check, make public or put in force, objections, supervision
 * checks due within a fortnight or overdue or without a day, rectifications and breaches to rule on. Earliest first. 2 statements, each with a limit.
 */
export async function commitmentWork(services: Services, actor: Actor): Promise<readonly CommitmentWork[]> {
  const groups = GROUPS_OF[actor.role] ?? [];
  if (groups.length === 0) return [];
  const today = services.today();
  const rows = [...(await ofCommitments(services, actor, today)), ...(await ofChecks(services, actor, today))];
  return rows
    .filter(({ group }) => groups.includes(group))
    .sort((a, b) => ((a.on ?? "9999") < (b.on ?? "9999") ? -1 : (a.on ?? "9999") > (b.on ?? "9999") ? 1 : a.key < b.key ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/** Whose commitments a person looks after. */
function own({ db }: Services, actor: Actor): SQL | undefined {
  const { commitment: c, commitmentStandard: s, project: p } = db.t;
  if (actor.role === "agent") return eq(p.agentId, actor.personId);
  if (actor.role !== "reviewer") return undefined;
  const set = db.q
    .select({ id: s.id })
    .from(s)
    .where(and(eq(s.centreId, c.centreId), eq(s.projectId, c.projectId), eq(s.commitmentId, c.id), eq(s.departmentCode, actor.departmentCode ?? "")));
  return exists(set);
}

/** Their day is that since which they wait, or one that has to pass: neither can be missed. */
const NOT_MISSED: readonly CommitmentGroup[] = ["force", "check-day", "publicity-running"];
const lightOf = (group: CommitmentGroup, on: CivilDay | null, today: CivilDay): ClockLight =>
  group === "breach" ? "late" : NOT_MISSED.includes(group) ? "none" : checkLight(on, today);

const told = ({ calendarOf }: Services, { centreId }: Actor, today: CivilDay, on: CivilDay | null) => ({
  on,
  inDays: on === null ? null : daysLeft(calendarOf(centreId), today, on),
});

async function ofCommitments(services: Services, actor: Actor, today: CivilDay): Promise<readonly CommitmentWork[]> {
  const { db } = services;
  const { commitment: c, commitmentObjection: o, project: p } = db.t;
  const rows = await db.q
    .select({
      id: c.id,
      status: c.status,
      dueOn: c.dueOn,
      commitmentNo: c.commitmentNo,
      projectNo: p.projectNo,
      projectName: p.name,
      objectionId: o.id,
    })
    .from(c)
    .innerJoin(p, and(eq(p.centreId, c.centreId), eq(p.id, c.projectId)))
    .leftJoin(o, and(eq(o.centreId, c.centreId), eq(o.projectId, c.projectId), eq(o.commitmentId, c.id), eq(o.status, "open")))
    .where(and(eq(c.centreId, actor.centreId), inArray(c.status, [...WAITING]), own(services, actor)))
    .orderBy(asc(c.dueOn), asc(c.id))
    .limit(MOST_SHOWN * 2);
  const seen = new Set<string>();
  return rows.flatMap(({ id, status, dueOn, objectionId, ...row }) => {
    const group = groupOf(status, dueOn, objectionId !== null, today);
    // Several open objections of one commitment are one line.
    if (group === null || seen.has(id)) return [];
    seen.add(id);
    return [{ ...row, group, key: `${group} ${id}`, point: null, light: lightOf(group, dueOn, today), ...told(services, actor, today, dueOn) }];
  });
}

async function ofChecks(services: Services, actor: Actor, today: CivilDay): Promise<readonly CommitmentWork[]> {
  const { db } = services;
  const { commitment: c, supervisionCheck: s, project: p } = db.t;
  const rows = await db.q
    .select({
      id: s.id,
      status: s.status,
      point: s.point,
      dueOn: s.dueOn,
      rectifyBy: s.rectifyBy,
      from: sql<CivilDay | null>`cast(${pointFromSql(db.t)} as text)`,
      commitmentNo: c.commitmentNo,
      projectNo: p.projectNo,
      projectName: p.name,
    })
    .from(s)
    .innerJoin(c, and(eq(c.centreId, s.centreId), eq(c.projectId, s.projectId), eq(c.id, s.commitmentId)))
    .innerJoin(p, and(eq(p.centreId, s.centreId), eq(p.id, s.projectId)))
    .where(
      and(
        eq(s.centreId, actor.centreId),
        or(and(eq(s.status, "planned"), lte(s.dueOn, addDays(today, AHEAD_DAYS))), isNextUndated(db.t), inArray(s.status, ["rectifying", "failed"])),
        inArray(c.status, ["in-force", "rectifying", "verifying", "in-operation"]),
        own(services, actor),
      ),
    )
    .orderBy(asc(sql`coalesce(${s.dueOn}, ${pointFromSql(db.t)})`), asc(s.rectifyBy), asc(s.id))
    .limit(MOST_SHOWN * 2);
  return rows.flatMap(({ id, status, point, dueOn, rectifyBy, from, ...row }) => {
    const on = status === "planned" ? (dueOn ?? from) : rectifyBy;
    if (on === null) return [];
    const group = checkGroup({ status, dueOn, rectifyBy, point }, today);
    return [{ ...row, group, key: `${group} ${id}`, point, light: lightOf(group, on, today), ...told(services, actor, today, on) }];
  });
}
