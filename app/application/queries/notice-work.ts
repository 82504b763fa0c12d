import { and, asc, eq, inArray, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { addDays, type CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor, Role } from "../../domain/case/context";
import type { NoticeStatus } from "../../domain/case/parts/notice-commitment";
import { CHECK_WARN_DAYS, checkLight } from "../../domain/clock/check-light";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";

/** Kinds of work for notice commitments. */
export type NoticeGroup = "grant" | "check" | "rectification" | "ruling" | "check-day" | "choice";

/** What each role is shown; an officer its own projects, a reviewer its own department, the others the centre. */
const GROUPS_OF: Readonly<Partial<Record<Role, readonly NoticeGroup[]>>> = {
  agent: ["choice", "check", "rectification"],
  reviewer: ["grant", "check", "rectification"],
  manager: ["ruling", "check-day", "check"],
  supervisor: ["check", "ruling"],
};

/** Rows shown. */
const MOST_SHOWN = 15;

/** One line: an item with a commitment, and the day it waits for or waits since. */
export interface NoticeWork {
  readonly group: NoticeGroup;
  readonly key: string;
  readonly projectNo: string;
  readonly projectName: string;
  readonly itemNo: string;
  readonly name: Words;
  readonly commitmentNo: string;
  readonly on: CivilDay;
  /** `on` is a day that can be missed; else the day since which it waits. */
  readonly ahead: boolean;
  readonly light: ClockLight;
  /** Working days from today to `on`; negative once it has passed. */
  readonly inDays: number;
}

/**
 * What notice commitments ask of this person today: choices the enterprise owes, permits to grant on a promise, checks and rectifications
 * within a week or overdue, days to set, promises to rule on. Earliest first. 1 statement with a limit; uses notice_commitment_by_status.
 */
export async function noticeWork({ db, today: now, calendarOf }: Services, actor: Actor): Promise<readonly NoticeWork[]> {
  const groups = GROUPS_OF[actor.role] ?? [];
  if (groups.length === 0) return [];
  const today = now();
  const calendar = calendarOf(actor.centreId);
  const { noticeCommitment: n, project: p, item: i } = db.t;
  const soon = addDays(today, CHECK_WARN_DAYS);
  const conditions: Readonly<Record<NoticeGroup, SQL | undefined>> = {
    choice: inArray(n.status, ["told", "chosen"]),
    grant: and(eq(n.status, "signed"), inArray(i.status, ["accepted", "in-review"])),
    check: and(eq(n.status, "granted"), lte(n.nextDueOn, soon)),
    rectification: and(eq(n.status, "rectifying"), lte(n.nextDueOn, soon)),
    "check-day": and(eq(n.status, "granted"), isNull(n.checkDueOn)),
    ruling: or(eq(n.status, "failed"), and(eq(n.status, "rectifying"), lt(n.nextDueOn, today))),
  };
  const own = actor.role === "agent" ? eq(p.agentId, actor.personId) : actor.role === "reviewer" ? eq(n.departmentCode, actor.departmentCode ?? "") : undefined;
  const rows = await db.q
    .select({
      id: n.id,
      commitmentNo: n.commitmentNo,
      status: n.status,
      nextDueOn: n.nextDueOn,
      toldOn: n.toldOn,
      signedOn: n.signedOn,
      decidedOn: n.decidedOn,
      checkDueOn: n.checkDueOn,
      itemNo: i.itemNo,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
      projectNo: p.projectNo,
      projectName: p.name,
    })
    .from(n)
    .innerJoin(p, and(eq(p.centreId, n.centreId), eq(p.id, n.projectId)))
    .innerJoin(i, and(eq(i.centreId, n.centreId), eq(i.projectId, n.projectId), eq(i.id, n.itemId)))
    .where(and(eq(n.centreId, actor.centreId), or(...groups.map((group) => conditions[group])), own))
    .orderBy(asc(n.nextDueOn), asc(n.toldOn), asc(n.id))
    .limit(MOST_SHOWN);
  return rows
    .map(({ id, nameZh, nameEn, status, nextDueOn, toldOn, signedOn, decidedOn, checkDueOn, ...row }): NoticeWork => {
      const group = groupOf({ status, nextDueOn, checkDueOn }, groups, today);
      const ahead = group === "check" || group === "rectification";
      const on = (ahead || group === "ruling" ? nextDueOn : group === "check-day" ? decidedOn : group === "grant" ? signedOn : toldOn) ?? today;
      const light = ahead ? checkLight(nextDueOn, today) : group === "ruling" ? "late" : "none";
      return { ...row, group, key: `${group} ${id}`, name: { zh: nameZh, en: nameEn }, on, ahead, light, inDays: daysLeft(calendar, today, on) };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1));
}

interface Waiting {
  readonly status: NoticeStatus;
  readonly nextDueOn: CivilDay | null;
  readonly checkDueOn: CivilDay | null;
}

function groupOf({ status, nextDueOn, checkDueOn }: Waiting, groups: readonly NoticeGroup[], today: CivilDay): NoticeGroup {
  if (status === "granted") return checkDueOn === null ? "check-day" : "check";
  if (status === "failed") return "ruling";
  if (status === "rectifying") return groups.includes("ruling") && nextDueOn !== null && nextDueOn < today ? "ruling" : "rectification";
  return status === "signed" ? "grant" : "choice";
}
