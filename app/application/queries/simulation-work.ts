import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { addDays, type CivilDay, daysBetween } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";
import type { MissingPrecondition, PreconditionCode, SimulatedItem, SimulatedRun } from "../../domain/case/parts/simulation";
import { VALIDITY_WARN_DAYS } from "../../domain/clock/simulated-clock";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";

/** Kinds of work for simulated runs. */
export type SimulationGroup = "ruling" | "answer" | "trigger" | "review" | "correction" | "conversion" | "validity";

/** What each role is shown; an officer its own projects, a reviewer its own department, the others the centre. */
const GROUPS_OF: Readonly<Partial<Record<Role, readonly SimulationGroup[]>>> = {
  agent: ["answer", "trigger", "correction", "conversion", "validity"],
  intake: ["conversion"],
  reviewer: ["review", "validity"],
  manager: ["ruling", "trigger", "conversion", "validity"],
  supervisor: ["conversion", "validity"],
};

/** Rows shown of each of the two kinds. */
const MOST_SHOWN = 15;

/** One line: a run, or an item of one, with the day it waits for. */
export interface SimulationWork {
  readonly group: SimulationGroup;
  readonly key: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly runNo: string;
  /** Null for a line about a whole run. */
  readonly item: { readonly itemNo: string; readonly name: Words } | null;
  readonly precondition: PreconditionCode | null;
  readonly on: CivilDay;
  /** Calendar days from today to `on`; negative once it has passed. */
  readonly inDays: number;
}

/**
 * What simulated runs ask of this person today: applications to rule on or to explain, preconditions expected by now, files to examine,
 * corrections, conversions and opinions whose validity ends within thirty days. Earliest first. 2 statements, each with a limit.
 */
export async function simulationWork(services: Services, actor: Actor): Promise<readonly SimulationWork[]> {
  const groups = GROUPS_OF[actor.role] ?? [];
  if (groups.length === 0) return [];
  const today = services.today();
  const rows = [...(await ofRuns(services, actor, groups, today)), ...(await ofItems(services, actor, groups, today))];
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
}

const told = (today: CivilDay, on: CivilDay) => ({ on, inDays: daysBetween(today, on) });

/** The outstanding precondition that is expected first. */
const nextOf = (missing: readonly MissingPrecondition[]): PreconditionCode | null =>
  [...missing].filter(({ obtainedOn }) => obtainedOn === null).sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : 1))[0]?.code ?? null;

function runGroup({ status, askedBackOn }: Pick<SimulatedRun, "status" | "askedBackOn">): SimulationGroup {
  if (status === "running") return "trigger";
  return askedBackOn === null ? "ruling" : "answer";
}

async function ofRuns({ db }: Services, actor: Actor, groups: readonly SimulationGroup[], today: CivilDay): Promise<readonly SimulationWork[]> {
  const { simulatedRun: r, project: p } = db.t;
  const conditions: Partial<Record<SimulationGroup, SQL | undefined>> = {
    // A letter not yet signed is the enterprise's turn, not the manager's.
    ruling: and(eq(r.status, "applied"), isNull(r.askedBackOn), isNotNull(r.letterSignatureId)),
    answer: and(eq(r.status, "applied"), isNotNull(r.askedBackOn)),
    trigger: and(eq(r.status, "running"), lte(r.nextExpectedOn, today)),
  };
  const wanted = groups.flatMap((group) => conditions[group] ?? []);
  if (wanted.length === 0) return [];
  const rows = await db.q
    .select({
      id: r.id,
      runNo: r.runNo,
      status: r.status,
      missing: r.missing,
      appliedOn: r.appliedOn,
      askedBackOn: r.askedBackOn,
      nextExpectedOn: r.nextExpectedOn,
      projectNo: p.projectNo,
      projectName: p.name,
    })
    .from(r)
    .innerJoin(p, and(eq(p.centreId, r.centreId), eq(p.id, r.projectId)))
    .where(and(eq(r.centreId, actor.centreId), or(...wanted), actor.role === "agent" ? eq(p.agentId, actor.personId) : undefined))
    .orderBy(asc(r.appliedOn), asc(r.id))
    .limit(MOST_SHOWN);
  return rows.map(({ id, missing, appliedOn, askedBackOn, nextExpectedOn, status, ...row }) => {
    const group = runGroup({ status, askedBackOn });
    const on = group === "trigger" ? (nextExpectedOn ?? today) : (askedBackOn ?? appliedOn);
    return { ...row, group, key: `${group} ${id}`, item: null, precondition: group === "trigger" ? nextOf(missing) : null, ...told(today, on) };
  });
}

function itemGroup({ status }: Pick<SimulatedItem, "status">): SimulationGroup {
  if (status === "ready") return "conversion";
  if (status === "opinion-given") return "validity";
  return status === "correcting" || status === "conversion-correcting" ? "correction" : "review";
}

async function ofItems({ db }: Services, actor: Actor, groups: readonly SimulationGroup[], today: CivilDay): Promise<readonly SimulationWork[]> {
  const { simulatedItem: s, simulatedRun: r, project: p, item: i } = db.t;
  const conditions: Partial<Record<SimulationGroup, SQL | undefined>> = {
    review: inArray(s.status, ["accepted", "in-review"]),
    correction: inArray(s.status, ["correcting", "conversion-correcting"]),
    conversion: eq(s.status, "ready"),
    validity: and(eq(s.status, "opinion-given"), lte(s.validTo, addDays(today, VALIDITY_WARN_DAYS))),
  };
  const wanted = groups.flatMap((group) => conditions[group] ?? []);
  if (wanted.length === 0) return [];
  const own = actor.role === "agent" ? eq(p.agentId, actor.personId) : actor.role === "reviewer" ? eq(s.departmentCode, actor.departmentCode ?? "") : undefined;
  const rows = await db.q
    .select({
      id: s.id,
      status: s.status,
      acceptedOn: s.acceptedOn,
      correctionOn: s.correctionOn,
      conversionCorrectionOn: s.conversionCorrectionOn,
      readyOn: s.readyOn,
      validTo: s.validTo,
      runNo: r.runNo,
      projectNo: p.projectNo,
      projectName: p.name,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
    })
    .from(s)
    .innerJoin(r, and(eq(r.centreId, s.centreId), eq(r.projectId, s.projectId), eq(r.id, s.runId)))
    .innerJoin(p, and(eq(p.centreId, s.centreId), eq(p.id, s.projectId)))
    .innerJoin(i, and(eq(i.centreId, s.centreId), eq(i.projectId, s.projectId), eq(i.id, s.itemId)))
    .where(and(eq(s.centreId, actor.centreId), or(...wanted), own))
    .orderBy(asc(s.validTo), asc(s.acceptedOn), asc(s.id))
    .limit(MOST_SHOWN);
  return rows.map((row) => {
    const group = itemGroup(row);
    const since = { review: row.acceptedOn, correction: row.conversionCorrectionOn ?? row.correctionOn, conversion: row.readyOn, validity: row.validTo };
    const on = since[group as keyof typeof since] ?? today;
    const { runNo, projectNo, projectName, itemNo, nameZh, nameEn } = row;
    return {
      group,
      key: `${group} ${row.id}`,
      runNo,
      projectNo,
      projectName,
      item: { itemNo, name: { zh: nameZh, en: nameEn } },
      precondition: null,
      ...told(today, on),
    };
  });
}
