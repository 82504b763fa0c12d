import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { may } from "../../domain/access/permissions";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { CommandType } from "../../domain/case/commands";
import { correctionNoticeDeadline, windowNoticeBy } from "../../domain/case/correction";
import { outstandingOf } from "../../domain/case/gap";
import { stepsRequired } from "../../domain/case/review";
import type { Item, ItemStatus } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { lightOf } from "../../domain/clock/light";
import { isDecidedAbove } from "../../domain/pack/level";
import type { Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { behind, type Cursor, inOrder, writeCursor } from "./keyset";
import { dayOf, isIn, openQuestions, ownWork, type WorkGroup, type WorkScope } from "./work-groups";

/** The day a row waits for and what it means. `days` are working days from today, negative once it has passed. */
export interface WaitsFor {
  readonly meaning: "due" | "accept-by" | "deliver-by" | "pickup-by" | "reply-by" | "supply-by" | "since" | "none";
  readonly on: CivilDay | null;
  readonly days: number | null;
  readonly light: ClockLight;
  readonly provisional: boolean;
  /** Of `accept-by`: the last day by law, where the place promises a shorter one. Only after it the item is accepted without a word. */
  readonly lawOn: CivilDay | null;
}

/** Why a row waits, in facts a sentence is made of. */
export type RowDetail =
  | { readonly kind: "correction"; readonly noticeNo: string; readonly notifiedOn: CivilDay; readonly defects: number }
  | { readonly kind: "procedure"; readonly name: Words; readonly openedOn: CivilDay; readonly days: number; readonly told: number | null }
  /** What the department has to do next: a step, or (null) the decision itself, which `above` is the upper level's: then to forward it. */
  | { readonly kind: "step"; readonly next: Words | null; readonly above: boolean }
  /** The upper level gave the file back. */
  | { readonly kind: "returned"; readonly by: string; readonly on: CivilDay; readonly reason: string }
  /** `missed`: its day has passed and an outcome is proposed; `confirms`: whether that is this person's to confirm. */
  | { readonly kind: "gap"; readonly names: readonly string[]; readonly missed: boolean; readonly confirms: boolean }
  | { readonly kind: "missed-correction" }
  /** The window asked the manager for a way and waits. */
  | { readonly kind: "path" }
  /** Papers were handed over and nobody of the department has signed. */
  | { readonly kind: "papers"; readonly on: CivilDay }
  /** A manager asked why it is late, or sent the reason back. */
  | { readonly kind: "reason-owed"; readonly text: string; readonly sentBack: boolean }
  | { readonly kind: "extension"; readonly requestedOn: CivilDay; readonly workingDays: number; readonly reason: string };

/** One line of a work list. */
export interface WorkRow {
  readonly group: WorkGroup;
  readonly itemNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly status: ItemStatus;
  readonly projectNo: string;
  readonly projectName: string;
  readonly enterpriseName: string;
  readonly agentName: string | null;
  readonly department: Words;
  readonly waitsFor: WaitsFor;
  readonly detail: RowDetail | null;
  /** Who has the next move: the state says, unless the manager has to answer or to confirm first. */
  readonly holder: ItemStatus | "manager";
  /** What this person can do about it now; null when it is somebody else's turn. */
  readonly act: CommandType | null;
}

export interface WorkPage {
  readonly rows: readonly WorkRow[];
  /** Cursor of the page that follows; null on the last one. */
  readonly next: string | null;
}

type Found = Awaited<ReturnType<typeof findRows>>[number];

/** Joins an item to its project. */
export const ofProject = ({ item, project }: WorkScope["t"]) => and(eq(project.centreId, item.centreId), eq(project.id, item.projectId));

/** Groups with items that are planned or received, about which a window may have asked the manager. */
const MAY_BE_ASKED: readonly WorkGroup[] = ["ready", "received", "second-list", "to-sign", "path"];

/** Rows of one group, soonest first, one more than asked for so that the caller sees whether there is a next page. */
export async function findRows(scope: WorkScope, group: WorkGroup, size: number, cursor: Cursor | null) {
  const { q, t } = scope;
  const day = dayOf(group, scope);
  const rows = await q
    .select({
      id: t.item.id,
      projectId: t.item.projectId,
      day,
      asked: MAY_BE_ASKED.includes(group) ? sql<boolean>`exists ${openQuestions(q, t)}`.mapWith(Boolean) : sql<boolean>`0`.mapWith(Boolean),
      itemNo: t.item.itemNo,
      nameZh: t.item.nameZh,
      nameEn: t.item.nameEn,
      code: t.item.code,
      type: t.item.type,
      status: t.item.status,
      departmentCode: t.item.departmentCode,
      running: t.item.running,
      paused: t.item.paused,
      completeOn: t.item.completeOn,
      decidedOn: t.item.decidedOn,
      issuedOn: t.item.issuedOn,
      deliveryDueOn: t.item.deliveryDueOn,
      pickupBy: t.item.pickupBy,
      postedOn: t.item.postedOn,
      dueOn: t.item.dueOn,
      dueProvisional: t.item.dueProvisional,
      warnFrom: t.item.warnFrom,
      lateFrom: t.item.lateFrom,
      projectNo: t.project.projectNo,
      projectName: t.project.name,
      enterpriseName: t.project.enterpriseName,
      agentName: t.project.agentName,
      packDigest: t.project.packDigest,
    })
    .from(t.item)
    .innerJoin(t.project, ofProject(t))
    .where(and(ownWork(scope), isIn(group, scope), cursor ? behind(day, t.item.id, cursor, "up") : undefined))
    .orderBy(...inOrder(day, t.item.id, "up"))
    .limit(size + 1);
  return rows.map((row) => ({ ...row, group }));
}

/** The page of one group with everything its rows say. Four statements at most besides the rows. */
export async function workPage(services: Services, scope: WorkScope, group: WorkGroup, size: number, cursor: Cursor | null): Promise<WorkPage> {
  const found = await findRows(scope, group, size, cursor);
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  return { rows: await tellRows(services, scope, shown), next: found.length > size && last ? writeCursor({ value: last.day, id: last.id }) : null };
}

/** Puts what was found into rows, in the same order. */
export async function tellRows(services: Services, scope: WorkScope, found: readonly Found[]): Promise<readonly WorkRow[]> {
  const details = await detailsOf(services, scope, found);
  return found.map((row) => {
    const detail = details.said.get(row.id) ?? null;
    return {
      group: row.group,
      itemNo: row.itemNo,
      nameZh: row.nameZh,
      nameEn: row.nameEn,
      status: row.status,
      projectNo: row.projectNo,
      projectName: row.projectName,
      enterpriseName: row.enterpriseName,
      agentName: row.agentName,
      department: departmentName(services.pack(row.packDigest), row.departmentCode),
      waitsFor: waitsFor(services, scope, row, details.replyBy.get(row.id) ?? null, details.supplyBy.get(row.id) ?? null),
      detail,
      holder: isAsked(row) || (detail?.kind === "gap" && detail.missed) ? "manager" : row.status,
      act: nextAct(scope, row, detail),
    };
  });
}

/** Whether a question about the item is with the manager: nobody but the manager moves it meanwhile (see `holderOf` in item-view.ts). */
const isAsked = ({ asked, status }: Found): boolean => asked && (status === "planned" || status === "received");

export function departmentName(pack: Pack, code: string): Words {
  return pack.departments.find((department) => department.code === code)?.shortName ?? { zh: code, en: code };
}

/** The act this person would most likely take next; the page of the item offers all of them. */
function nextAct({ actor }: WorkScope, row: Found, detail: RowDetail | null): CommandType | null {
  const act = actOf(row, detail);
  return act !== null && may(actor, act) ? act : null;
}

function actOf(row: Found, detail: RowDetail | null): CommandType | null {
  const { group, status, type, paused, issuedOn, postedOn } = row;
  if (group === "to-sign") return "confirm-handover";
  if (isAsked(row)) return "answer-path";
  if (detail?.kind === "reason-owed") return "explain-overdue";
  if (group === "extension") return "rule-on-extension";
  if (group === "second-list") return "rule-on-explanation";
  if (group === "proposals") return status === "correcting" ? "rule-on-correction" : "rule-on-deferral";
  if (group === "gaps") return detail?.kind === "gap" && detail.missed ? "rule-on-deferral" : "supply-deferred";
  if (group === "paused" || paused) return "close-procedure";
  switch (status) {
    case "planned":
      return type === "MILESTONE" || type === "SERVICE" ? "complete-milestone" : "receive-items";
    case "received":
      return "accept-item";
    case "correcting":
      return "supply-correction";
    case "accepted":
      return type === "INSTANT" ? "decide-item" : "start-review";
    case "in-review":
      if (detail?.kind === "returned") return "forward-item";
      return detail?.kind !== "step" ? null : detail.next ? "record-step" : detail.above ? "forward-item" : "decide-item";
    case "granted":
      return "issue-result";
    case "refused":
      return issuedOn === null ? "issue-result" : postedOn === null ? "deliver-result" : "confirm-handover";
    case "issued":
      return postedOn === null ? "deliver-result" : "confirm-handover";
    default:
      return null;
  }
}

/** The day that counts for the row: a clock, or the window's own term for acceptance and delivery. */
function waitsFor(services: Services, { today, actor }: WorkScope, row: Found, replyBy: CivilDay | null, supplyBy: CivilDay | null): WaitsFor {
  const calendar = services.calendarOf(actor.centreId);
  const context = { calendar, pack: services.pack(row.packDigest) };
  const until = (meaning: WaitsFor["meaning"], on: CivilDay | null, lawOn: CivilDay | null = null): WaitsFor => {
    if (on === null) return { meaning: "none", on: null, days: null, light: "none", provisional: false, lawOn };
    const days = calendar.workingDaysBetween(today, on);
    return { meaning, on, days, light: on < today ? "late" : days <= 1 ? "warn" : "ok", provisional: calendar.isProvisional(on), lawOn };
  };

  if (supplyBy !== null) return until("supply-by", supplyBy);
  if (row.status === "received") return until("accept-by", windowNoticeBy(row, context), correctionNoticeDeadline(row, context));
  if (row.status === "correcting") return until("reply-by", replyBy);
  if (row.group === "pickup-late") return until("pickup-by", row.pickupBy);
  if (row.status === "granted" || row.status === "issued" || row.status === "refused") return until("deliver-by", row.deliveryDueOn);
  if (row.paused) return { meaning: "none", on: null, days: null, light: "paused", provisional: false, lawOn: null };
  if (!row.running || row.dueOn === null) return until("none", null);
  return {
    meaning: "due",
    on: row.dueOn,
    days: calendar.workingDaysBetween(today, row.dueOn),
    light: lightOf(row, today),
    provisional: row.dueProvisional,
    lawOn: null,
  };
}

/** The step to record after so many; the last of the place's steps is the decision and is not recorded apart. */
const stepAfter = <S>(done: number, required: readonly S[]): S | null => (done < required.length - 1 ? (required[done] ?? null) : null);

interface Details {
  readonly said: ReadonlyMap<Item["id"], RowDetail>;
  readonly replyBy: ReadonlyMap<Item["id"], CivilDay | null>;
  /** Deadline of the deferred materials, for rows that wait for them. */
  readonly supplyBy: ReadonlyMap<Item["id"], CivilDay>;
}

/** Open corrections, procedures and requests of the rows shown; asks only for the kinds that occur. */
async function detailsOf(services: Services, { q, t, actor, today }: WorkScope, found: readonly Found[]): Promise<Details> {
  const said = new Map<string, RowDetail>();
  const replyBy = new Map<string, CivilDay | null>();
  const supplyBy = new Map<string, CivilDay>();
  const those = (rows: readonly Found[]) => ({ projects: [...new Set(rows.map((row) => row.projectId))], items: rows.map((row) => row.id) });
  const calendar = services.calendarOf(actor.centreId);

  const correcting = those(found.filter((row) => row.status === "correcting"));
  if (correcting.items.length > 0) {
    const { correction: c } = t;
    const open = and(eq(c.centreId, actor.centreId), inArray(c.projectId, correcting.projects), inArray(c.itemId, correcting.items), isNull(c.suppliedOn));
    for (const row of await q
      .select({ itemId: c.itemId, noticeNo: c.noticeNo, notifiedOn: c.notifiedOn, defects: c.defects, replyBy: c.replyBy })
      .from(c)
      .where(open)) {
      said.set(row.itemId, { kind: "correction", noticeNo: row.noticeNo, notifiedOn: row.notifiedOn, defects: row.defects.length });
      replyBy.set(row.itemId, row.replyBy);
    }
  }

  const paused = those(found.filter((row) => row.paused));
  if (paused.items.length > 0) {
    const { procedure: p } = t;
    const open = and(eq(p.centreId, actor.centreId), inArray(p.projectId, paused.projects), inArray(p.itemId, paused.items), isNull(p.closedOn));
    const packs = new Map(found.map((row) => [row.id, services.pack(row.packDigest)]));
    for (const row of await q.select({ itemId: p.itemId, kind: p.kind, openedOn: p.openedOn, told: p.toldWorkingDays }).from(p).where(open)) {
      const name = packs.get(row.itemId)?.procedures.find((kind) => kind.code === row.kind)?.name ?? { zh: row.kind, en: row.kind };
      said.set(row.itemId, { kind: "procedure", name, openedOn: row.openedOn, days: calendar.workingDaysBetween(row.openedOn, today), told: row.told });
    }
  }

  // Only the department takes steps; the others are told the state.
  const reviewing = those(actor.role === "reviewer" ? found.filter((row) => row.status === "in-review" && !row.paused) : []);
  if (reviewing.items.length > 0) {
    const { reviewStep: s } = t;
    const taken = and(eq(s.centreId, actor.centreId), inArray(s.projectId, reviewing.projects), inArray(s.itemId, reviewing.items));
    const done = new Map<string, number>();
    for (const row of await q.select({ itemId: s.itemId, n: count() }).from(s).where(taken).groupBy(s.itemId)) done.set(row.itemId, Number(row.n));
    for (const row of found.filter(({ id }) => reviewing.items.includes(id))) {
      const next = stepAfter(done.get(row.id) ?? 0, stepsRequired(row, services.pack(row.packDigest)));
      said.set(row.id, { kind: "step", next: next?.name ?? null, above: isDecidedAbove(row.code, services.pack(row.packDigest)) });
    }
  }

  // What came back the department supplements and the officer follows.
  const follows = actor.role === "reviewer" || actor.role === "agent";
  const sent = those(
    follows ? found.filter((row) => row.status === "in-review" && !row.paused && isDecidedAbove(row.code, services.pack(row.packDigest))) : [],
  );
  if (sent.items.length > 0) {
    const { forwarding: f } = t;
    const back = and(eq(f.centreId, actor.centreId), inArray(f.projectId, sent.projects), inArray(f.itemId, sent.items), isNotNull(f.returnedOn));
    for (const { itemId, by, on, reason } of await q
      .select({ itemId: f.itemId, by: f.upperBody, on: f.returnedOn, reason: f.returnReason })
      .from(f)
      .where(back)
      .orderBy(f.ordinal))
      if (on !== null) said.set(itemId, { kind: "returned", by, on, reason: reason ?? "" });
  }

  const late = those(actor.role === "reviewer" ? found.filter((row) => row.group === "overdue") : []);
  if (late.items.length > 0) {
    const { explanation: x } = t;
    const ofRows = and(eq(x.centreId, actor.centreId), inArray(x.projectId, late.projects), inArray(x.itemId, late.items));
    const owed = and(ofRows, eq(x.kind, "overdue"), inArray(x.status, ["asked", "sent-back"]));
    for (const row of await q.select({ itemId: x.itemId, status: x.status, question: x.question, ruling: x.ruling }).from(x).where(owed)) {
      const sentBack = row.status === "sent-back";
      said.set(row.itemId, { kind: "reason-owed", text: (sentBack ? row.ruling : row.question) ?? "", sentBack });
    }
  }

  const asked = those(found.filter((row) => row.group === "extension"));
  if (asked.items.length > 0) {
    const { extension: e } = t;
    const open = and(eq(e.centreId, actor.centreId), inArray(e.projectId, asked.projects), inArray(e.itemId, asked.items), eq(e.status, "requested"));
    for (const row of await q.select({ itemId: e.itemId, requestedOn: e.requestedOn, workingDays: e.workingDays, reason: e.reason }).from(e).where(open))
      said.set(row.itemId, { kind: "extension", requestedOn: row.requestedOn, workingDays: row.workingDays, reason: row.reason });
  }
  for (const row of found) if (row.group === "proposals" && row.status === "correcting") said.set(row.id, { kind: "missed-correction" });
  const gapped = those(found.filter((row) => row.group === "gaps" || (row.group === "proposals" && row.status !== "correcting")));
  if (gapped.items.length > 0) {
    const { deferral: d } = t;
    const open = and(eq(d.centreId, actor.centreId), inArray(d.projectId, gapped.projects), inArray(d.itemId, gapped.items), eq(d.status, "open"));
    for (const row of await q
      .select({ itemId: d.itemId, missing: d.missing, supplied: d.supplied, waived: d.waived, supplyBy: d.supplyBy, proposedOn: d.proposedOn })
      .from(d)
      .where(open)) {
      said.set(row.itemId, { kind: "gap", names: outstandingOf(row), missed: row.proposedOn !== null, confirms: may(actor, "rule-on-deferral") });
      supplyBy.set(row.itemId, row.supplyBy);
    }
  }
  for (const row of found) {
    if (isAsked(row)) said.set(row.id, { kind: "path" });
    if (row.group === "to-sign") said.set(row.id, { kind: "papers", on: row.day });
  }
  return { said, replyBy, supplyBy };
}
