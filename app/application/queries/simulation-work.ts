import { and, asc, eq, inArray, isNotNull, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import { addDays, type CivilDay, daysBetween } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";
import type { BlockKind, MissingPrecondition, PreconditionCode, SimulatedItem, SimulatedRun } from "../../domain/case/parts/simulation";
import { expectedDay } from "../../domain/case/simulation/expected-day";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import { readConversion, VALIDITY_WARN_DAYS } from "../../domain/clock/simulated-clock";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";

/** Kinds of work for simulated runs. */
export type SimulationGroup = "ruling" | "answer" | "letter" | "trigger" | "review" | "correction" | "differences" | "conversion" | "validity";

/** What each role is shown; an officer its own projects, a reviewer its own department, the others the centre. */
const GROUPS_OF: Readonly<Partial<Record<Role, readonly SimulationGroup[]>>> = {
  agent: ["letter", "answer", "trigger", "correction", "conversion", "validity"],
  intake: ["conversion"],
  reviewer: ["review", "differences", "validity"],
  manager: ["ruling", "trigger", "conversion", "validity"],
  supervisor: ["conversion", "validity"],
};

/** Rows shown of each of the two kinds, what can be converted first. */
const MOST_SHOWN = 40;
/** A precondition expected within so many calendar days is announced; on the day itself it is asked for. */
const TRIGGER_AHEAD_DAYS = 7;

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
  /** Day it waits for, or since when it has waited. */
  readonly on: CivilDay;
  /** Calendar days from today to `on`, working days for a conversion; negative once it has passed. */
  readonly inDays: number;
  /** `none` where `on` only says since when. */
  readonly light: ClockLight;
  /** What stands between the item and its conversion; empty where nothing does, and for a whole run. */
  readonly blockedBy: readonly BlockKind[];
}

/**
 * What simulated runs ask of this person today: applications to rule on or to explain, preconditions expected by now or within a week, files to
 * examine, corrections, changes to look at, conversions with their due day and what blocks them, and opinions whose validity ends within
 * thirty days. Earliest first. Told from stored columns alone: 2 statements, each with a limit, and no case is read.
 */
export async function simulationWork(services: Services, actor: Actor): Promise<readonly SimulationWork[]> {
  const groups = GROUPS_OF[actor.role] ?? [];
  if (groups.length === 0) return [];
  const today = services.today();
  const rows = [...(await ofRuns(services, actor, groups, today)), ...(await ofItems(services, actor, groups, today))];
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
}

/** Days that lie ahead and can be missed: late once passed, a warning on the day itself and for what ends for good. */
function told(group: SimulationGroup, today: CivilDay, on: CivilDay): Pick<SimulationWork, "on" | "inDays" | "light"> {
  const inDays = daysBetween(today, on);
  if (group !== "validity" && group !== "trigger") return { on, inDays, light: "none" };
  return { on, inDays, light: inDays < 0 ? "late" : group === "validity" || inDays === 0 ? "warn" : "ok" };
}

/** The outstanding precondition that is expected first. */
const nextOf = (missing: readonly MissingPrecondition[]): PreconditionCode | null =>
  [...missing].filter(({ obtainedOn }) => obtainedOn === null).sort((a, b) => (expectedDay(a) < expectedDay(b) ? -1 : 1))[0]?.code ?? null;

function runGroup({ status, askedBackOn, letterSignatureId }: Pick<SimulatedRun, "status" | "askedBackOn" | "letterSignatureId">): SimulationGroup {
  if (status === "running") return "trigger";
  if (askedBackOn !== null) return "answer";
  return letterSignatureId === null ? "letter" : "ruling";
}

async function ofRuns({ db }: Services, actor: Actor, groups: readonly SimulationGroup[], today: CivilDay): Promise<readonly SimulationWork[]> {
  const { simulatedRun: r, project: p } = db.t;
  const conditions: Partial<Record<SimulationGroup, SQL | undefined>> = {
    // A letter not yet signed is the enterprise's turn, not the manager's.
    ruling: and(eq(r.status, "applied"), isNull(r.askedBackOn), isNotNull(r.letterSignatureId)),
    letter: and(eq(r.status, "applied"), isNull(r.askedBackOn), isNull(r.letterSignatureId)),
    answer: and(eq(r.status, "applied"), isNotNull(r.askedBackOn)),
    trigger: and(eq(r.status, "running"), lte(r.nextExpectedOn, addDays(today, TRIGGER_AHEAD_DAYS))),
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
      letterSignatureId: r.letterSignatureId,
      nextExpectedOn: r.nextExpectedOn,
      projectNo: p.projectNo,
      projectName: p.name,
    })
    .from(r)
    .innerJoin(p, and(eq(p.centreId, r.centreId), eq(p.id, r.projectId)))
    .where(and(eq(r.centreId, actor.centreId), or(...wanted), actor.role === "agent" ? eq(p.agentId, actor.personId) : undefined))
    .orderBy(asc(r.appliedOn), asc(r.id))
    .limit(MOST_SHOWN);
  return rows.map(({ id, missing, appliedOn, askedBackOn, letterSignatureId, nextExpectedOn, status, ...row }) => {
    const group = runGroup({ status, askedBackOn, letterSignatureId });
    const on = group === "trigger" ? (nextExpectedOn ?? today) : (askedBackOn ?? appliedOn);
    const precondition = group === "trigger" ? nextOf(missing) : null;
    return { ...row, group, key: `${group} ${id}`, item: null, precondition, blockedBy: [], ...told(group, today, on) };
  });
}

function itemGroup({ status }: Pick<SimulatedItem, "status">, role: Role): SimulationGroup {
  if (status === "ready") return role === "reviewer" ? "differences" : "conversion";
  if (status === "opinion-given") return "validity";
  return status === "correcting" || status === "conversion-correcting" ? "correction" : "review";
}

/** Blocks of a conversion that its department looks at. */
const DIFFERENCES: BlockKind = "differences";

async function ofItems(services: Services, actor: Actor, groups: readonly SimulationGroup[], today: CivilDay): Promise<readonly SimulationWork[]> {
  const { db } = services;
  const { simulatedItem: s, simulatedRun: r, project: p, item: i } = db.t;
  const conditions: Partial<Record<SimulationGroup, SQL | undefined>> = {
    review: inArray(s.status, ["accepted", "in-review"]),
    correction: inArray(s.status, ["correcting", "conversion-correcting"]),
    differences: and(eq(s.status, "ready"), like(sql`cast(${s.blockedBy} as text)`, `%"${DIFFERENCES}"%`)),
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
      conversionSuppliedOn: s.conversionSuppliedOn,
      conversionFrom: s.conversionFrom,
      blockedBy: s.blockedBy,
      readyOn: s.readyOn,
      validTo: s.validTo,
      runNo: r.runNo,
      projectNo: p.projectNo,
      projectName: p.name,
      packDigest: p.packDigest,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
    })
    .from(s)
    .innerJoin(r, and(eq(r.centreId, s.centreId), eq(r.projectId, s.projectId), eq(r.id, s.runId)))
    .innerJoin(p, and(eq(p.centreId, s.centreId), eq(p.id, s.projectId)))
    .innerJoin(i, and(eq(i.centreId, s.centreId), eq(i.projectId, s.projectId), eq(i.id, s.itemId)))
    .where(and(eq(s.centreId, actor.centreId), or(...wanted), own))
    .orderBy(asc(sql`case when ${s.conversionFrom} is null then 1 else 0 end`), asc(s.conversionFrom), asc(s.validTo), asc(s.acceptedOn), asc(s.id))
    .limit(MOST_SHOWN);
  return rows.map((row) => {
    const group = itemGroup(row, actor.role);
    const { runNo, projectNo, projectName, itemNo, nameZh, nameEn, blockedBy } = row;
    return {
      group,
      key: `${group} ${row.id}`,
      runNo,
      projectNo,
      projectName,
      item: { itemNo, name: { zh: nameZh, en: nameEn } },
      precondition: null,
      blockedBy: group === "conversion" ? blockedBy : [],
      ...(group === "conversion" ? conversionDay(services, actor, row, today) : told(group, today, sinceOf(row, group) ?? today)),
    };
  });
}

interface Dated {
  readonly acceptedOn: CivilDay | null;
  readonly correctionOn: CivilDay | null;
  readonly conversionCorrectionOn: CivilDay | null;
  readonly conversionSuppliedOn: CivilDay | null;
  readonly conversionFrom: CivilDay | null;
  readonly readyOn: CivilDay | null;
  readonly validTo: CivilDay | null;
  readonly packDigest: string;
}

const sinceOf = (row: Dated, group: SimulationGroup): CivilDay | null =>
  ({ review: row.acceptedOn, correction: row.conversionCorrectionOn ?? row.correctionOn, differences: row.readyOn, validity: row.validTo })[group as string] ??
  null;

/** By when it is to be converted, in the calendar and rules of the day; since when it is ready where no clock runs. */
function conversionDay(services: Services, actor: Actor, row: Dated, today: CivilDay): Pick<SimulationWork, "on" | "inDays" | "light"> {
  const calendar = services.calendarOf(actor.centreId);
  const reading = readConversion({ ...row, convertedOn: null, endedOn: null }, services.pack(row.packDigest), calendar, today);
  const on = reading?.reading.dueOn ?? null;
  if (on === null) return told("conversion", today, row.readyOn ?? today);
  return { on, inDays: daysLeft(calendar, today, on), light: reading?.reading.light ?? "none" };
}
