import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type ItemClocks, isSettled, type ProjectClocks } from "../../app/domain/case/derive";
import { WITH_OPINION } from "../../app/domain/case/simulation/moves";
import type { Item, ItemStatus, Project } from "../../app/domain/case/state";
import {
  WATCHED_FINDINGS,
  type Watched,
  type WatchedCorrection,
  type WatchedDeferral,
  type WatchedFinding,
  type WatchedProcedure,
  type WatchedSimulated,
  type WatchedStep,
} from "../../app/domain/case/watch";
import { type ChangedDays, mayMove } from "../../app/domain/clock/changed-days";
import type { DeliveryDays, DeliveryItem } from "../../app/domain/clock/delivery-clock";
import type { ClockForwarding } from "../../app/domain/clock/forwarded";
import type { ClockExtension, ClockItem } from "../../app/domain/clock/item-clocks";
import { readPacked } from "../packed-rows";
import type { PatchRow } from "../patch";
import { type Extras, prepared, type Q, type Tables } from "../port";
import { changedKeys } from "./case-rows";

const { placeholder } = sql;

interface OfProject {
  readonly centreId: PgColumn;
  readonly projectId: PgColumn;
}

/** States in which an item has begun and its due days may still move, and those in which only the clock of delivery still runs. */
const OPEN: readonly ItemStatus[] = [
  ...(["received", "correcting", "accepted", "in-review", "forwarded"] as const),
  ...(["granted", "refused", "issued"] as const),
];

/** Days of a project that follow from its open items and what is awaited of it. */
export type ProjectDays = ProjectClocks & Pick<Project, "observeFrom">;
/** An open item: what its clocks depend on and what they say now. */
export type OpenItem = ClockItem & ItemClocks & DeliveryItem & DeliveryDays & Pick<Item, "ordinal" | "reviewStartedOn">;
/** The part of a running case that due days depend on. */
export interface OpenCase extends Watched {
  readonly project: Pick<Project, "id" | "projectNo" | "packDigest"> & ProjectDays;
  readonly items: Readonly<Record<string, OpenItem>>;
}

const openColumnsOf = new WeakMap<Tables, ReturnType<typeof columnsIn>>();
function openColumns(t: Tables) {
  const columns = openColumnsOf.get(t) ?? columnsIn(t);
  openColumnsOf.set(t, columns);
  return columns;
}

/** Columns of each table that are read: a centre has hundreds of thousands of rows and each row three times as many columns. */
function columnsIn({
  project: p,
  item: i,
  correction: c,
  procedure: s,
  extension: e,
  forwarding: f,
  reviewStep: r,
  deferral: d,
  finding: g,
  simulatedItem: m,
}: Tables) {
  return {
    project: {
      id: p.id,
      projectNo: p.projectNo,
      packDigest: p.packDigest,
      warnFrom: p.warnFrom,
      lateFrom: p.lateFrom,
      nextDueOn: p.nextDueOn,
      observeFrom: p.observeFrom,
    },
    item: {
      projectId: i.projectId,
      id: i.id,
      ordinal: i.ordinal,
      code: i.code,
      type: i.type,
      status: i.status,
      departmentCode: i.departmentCode,
      committedWorkingDays: i.committedWorkingDays,
      statutoryDays: i.statutoryDays,
      statutoryUnit: i.statutoryUnit,
      statutoryStartsAt: i.statutoryStartsAt,
      receivedOn: i.receivedOn,
      completeOn: i.completeOn,
      acceptedOn: i.acceptedOn,
      reviewStartedOn: i.reviewStartedOn,
      decidedOn: i.decidedOn,
      endedOn: i.endedOn,
      running: i.running,
      paused: i.paused,
      committedDueOn: i.committedDueOn,
      statutoryDueOn: i.statutoryDueOn,
      dueOn: i.dueOn,
      dueProvisional: i.dueProvisional,
      warnFrom: i.warnFrom,
      lateFrom: i.lateFrom,
      issuedOn: i.issuedOn,
      postedOn: i.postedOn,
      deliveredOn: i.deliveredOn,
      deliveryDueOn: i.deliveryDueOn,
      pickupBy: i.pickupBy,
    },
    correction: {
      projectId: c.projectId,
      id: c.id,
      itemId: c.itemId,
      suppliedOn: c.suppliedOn,
      replyBy: c.replyBy,
      proposedOn: c.proposedOn,
      outcome: c.outcome,
    },
    procedure: {
      projectId: s.projectId,
      id: s.id,
      itemId: s.itemId,
      kind: s.kind,
      stops: s.stops,
      noticeNo: s.noticeNo,
      toldWorkingDays: s.toldWorkingDays,
      openedOn: s.openedOn,
      closedOn: s.closedOn,
    },
    extension: { projectId: e.projectId, id: e.id, itemId: e.itemId, status: e.status, workingDays: e.workingDays },
    step: { projectId: r.projectId, id: r.id, itemId: r.itemId, ordinal: r.ordinal, doneOn: r.doneOn },
    deferral: { projectId: d.projectId, id: d.id, itemId: d.itemId, status: d.status, supplyBy: d.supplyBy, proposedOn: d.proposedOn },
    simulated: { projectId: m.projectId, id: m.id, itemId: m.itemId, status: m.status, validTo: m.validTo },
    finding: { projectId: g.projectId, id: g.id, itemId: g.itemId, code: g.code, subject: g.subject },
    forwarding: {
      projectId: f.projectId,
      id: f.id,
      itemId: f.itemId,
      ordinal: f.ordinal,
      upperBody: f.upperBody,
      sentOn: f.sentOn,
      upperReceiptOn: f.upperReceiptOn,
      upperLimitWorkingDays: f.upperLimitWorkingDays,
      returnedOn: f.returnedOn,
      resultOn: f.resultOn,
    },
  };
}

/** The next running projects of a centre. */
export interface OpenPage {
  /** How many were looked at; the last page has fewer than were asked for. */
  readonly projects: number;
  /** Id of the last of them, to go on behind it. */
  readonly lastId: string | null;
  /** Their items under way and results under way. */
  readonly clocks: number;
  /** The part that due days depend on of those cases that the change of the calendar may touch. */
  readonly cases: readonly OpenCase[];
}

/**
 * Locks the next running projects of a centre, in the order of their ids, and reads the part of each case that due days depend
 * on: its open items with their corrections, procedures, extensions and sendings to the upper level, and the results that are not
 * yet delivered; and what the system looks out for. Cases that the changed days cannot touch are left out. 10 statements whatever
 * the number, each built once.
 * @param changed null when nobody knows which days changed: then no case is left out
 */
export async function lockOpenCases(
  q: Q,
  t: Tables,
  x: Extras,
  centreId: string,
  { afterId, limit, changed }: { readonly afterId: string | null; readonly limit: number; readonly changed: ChangedDays | null },
): Promise<OpenPage> {
  const { project, item, correction, procedure, extension, forwarding } = t;
  const { reviewStep, deferral, finding, simulatedItem } = t;
  const columns = openColumns(t);
  const page = await prepared(q, `open projects${afterId === null ? "" : " behind one"}`, () => {
    const running = and(eq(project.centreId, placeholder("centreId")), eq(project.status, "running"));
    const behind = afterId === null ? undefined : gt(project.id, placeholder("afterId"));
    return x.forUpdate(q.select(columns.project).from(project).where(and(running, behind)).orderBy(asc(project.id)).limit(placeholder("limit")));
  }).execute({ centreId, afterId, limit });
  if (page.length === 0) return { projects: 0, lastId: afterId, clocks: 0, cases: [] };
  const ofProjects = (table: OfProject) => and(eq(table.centreId, placeholder("centreId")), x.among(table.projectId, "projects"));
  const ofItems = (table: OfProject & { readonly itemId: PgColumn }) => and(ofProjects(table), x.among(table.itemId, "items"));
  const open = await readPacked(
    q,
    x,
    "open items",
    columns.item,
    () => ({ table: item, where: and(ofProjects(item), inArray(item.status, [...OPEN]), isNotNull(item.receivedOn), isNull(item.deliveredOn)) }),
    { centreId, projects: x.listed(page.map((row) => row.id)) },
  );
  const items = byProject<OpenItem>(open);
  const projects = changed === null ? page : page.filter(({ id, observeFrom }) => mayMove(Object.values(items.get(id) ?? {}), observeFrom, changed));
  const counted = { projects: page.length, lastId: page.at(-1)?.id ?? afterId, clocks: open.length };
  if (projects.length === 0) return { ...counted, cases: [] };

  const all = { centreId, projects: x.listed(projects.map((row) => row.id)) };
  // Parts of an item that has ended move nothing any more, and most cases have many such.
  const moving = projects.flatMap(({ id }) => Object.values(items.get(id) ?? {}).flatMap((one) => (isSettled(one) ? [] : [{ ...one, projectId: id }])));
  const listed = (those: readonly { readonly projectId: string; readonly id: string }[]) => ({
    centreId,
    projects: x.listed([...new Set(those.map((one) => one.projectId))]),
    items: x.listed(those.map((one) => one.id)),
  });
  const theirs = listed(moving);
  // What was asked for is awaited only before acceptance, and steps are taken only in review.
  const unaccepted = listed(moving.filter(({ acceptedOn }) => acceptedOn === null));
  const reviewed = listed(moving.filter(({ status }) => status === "in-review"));
  const corrections = byProject<WatchedCorrection>(
    await readPacked(
      q,
      x,
      "open corrections",
      columns.correction,
      () => ({ table: correction, where: and(ofItems(correction), isNull(correction.suppliedOn)) }),
      unaccepted,
    ),
  );
  const procedures = byProject<WatchedProcedure>(
    await readPacked(q, x, "open procedures", columns.procedure, () => ({ table: procedure, where: ofItems(procedure) }), theirs),
  );
  const extensions = byProject<ClockExtension & { readonly id: string }>(
    await readPacked(q, x, "open extensions", columns.extension, () => ({ table: extension, where: ofItems(extension) }), theirs),
  );
  const forwardings = byProject<ClockForwarding & { readonly id: string }>(
    await readPacked(q, x, "open forwardings", columns.forwarding, () => ({ table: forwarding, where: ofItems(forwarding) }), theirs),
  );
  const steps = byProject<WatchedStep & { readonly id: string }>(
    await readPacked(q, x, "open steps", columns.step, () => ({ table: reviewStep, where: ofItems(reviewStep) }), reviewed),
  );
  const findings = byProject<WatchedFinding & { readonly id: string }>(
    await readPacked(
      q,
      x,
      "open findings",
      columns.finding,
      () => ({ table: finding, where: and(ofItems(finding), inArray(finding.code, [...WATCHED_FINDINGS])) }),
      theirs,
    ),
  );
  // A grant with a gap leaves its deferral open when no item is.
  const deferrals = byProject<WatchedDeferral>(
    await readPacked(q, x, "open deferrals", columns.deferral, () => ({ table: deferral, where: and(ofProjects(deferral), eq(deferral.status, "open")) }), all),
  );
  const simulated = byProject<WatchedSimulated>(
    await readPacked(
      q,
      x,
      "open simulated items",
      columns.simulated,
      () => ({ table: simulatedItem, where: and(ofProjects(simulatedItem), inArray(simulatedItem.status, [...WITH_OPINION])) }),
      all,
    ),
  );
  const cases = projects.map((row) => ({
    project: row,
    items: items.get(row.id) ?? {},
    corrections: corrections.get(row.id) ?? {},
    procedures: procedures.get(row.id) ?? {},
    extensions: extensions.get(row.id) ?? {},
    forwardings: forwardings.get(row.id) ?? {},
    steps: steps.get(row.id) ?? {},
    deferrals: deferrals.get(row.id) ?? {},
    findings: findings.get(row.id) ?? {},
    simulatedItems: simulated.get(row.id) ?? {},
  }));
  return { ...counted, cases };
}

/** What items are called, by id: asked only for those that are spoken of. 1 statement. */
export async function namesOfItems(q: Q, t: Tables, x: Extras, centreId: string, items: readonly { readonly projectId: string; readonly id: string }[]) {
  const { item } = t;
  if (items.length === 0) return new Map<string, Pick<Item, "itemNo" | "nameZh" | "nameEn">>();
  const rows = await prepared(q, "names of items", () =>
    q
      .select({ id: item.id, itemNo: item.itemNo, nameZh: item.nameZh, nameEn: item.nameEn })
      .from(item)
      .where(and(eq(item.centreId, placeholder("centreId")), x.among(item.projectId, "projects"), x.among(item.id, "items"))),
  ).execute({ centreId, projects: x.listed([...new Set(items.map((one) => one.projectId))]), items: x.listed(items.map((one) => one.id)) });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

function byProject<E extends { readonly id: string }>(rows: readonly (E & { readonly projectId: string })[]): Map<string, Record<string, E>> {
  const groups = new Map<string, Record<string, E>>();
  for (const row of rows) {
    const group = groups.get(row.projectId);
    if (group) group[row.id] = row;
    else groups.set(row.projectId, { [row.id]: row });
  }
  return groups;
}

/** What follows from the open items alone; the counts of a project follow from all its items and cannot move with a calendar. */
const PROJECT_CLOCKS = ["warnFrom", "lateFrom", "nextDueOn", "observeFrom"] as const satisfies readonly (keyof ProjectDays)[];
const ITEM_CLOCKS = [
  "running",
  "paused",
  "committedDueOn",
  "statutoryDueOn",
  "dueOn",
  "dueProvisional",
  "warnFrom",
  "lateFrom",
] as const satisfies readonly (keyof ItemClocks)[];
const DELIVERY_DAYS = ["deliveryDueOn", "pickupBy"] as const satisfies readonly (keyof DeliveryDays)[];

/** One case before and after its clocks were worked out again; `items` only those whose clocks were. */
export interface Reckoned {
  readonly before: OpenCase;
  readonly project: ProjectDays;
  readonly items: readonly (readonly [before: OpenItem, after: ItemClocks & DeliveryDays])[];
}

/**
 * Writes the due days that differ, of items and projects, in at most three statements: days of delivery apart, for they stand in no
 * index and move alone. The version of a case stays: nothing happened to it.
 */
export async function saveOpenClocks(q: Q, t: Tables, x: Extras, centreId: string, cases: readonly Reckoned[]): Promise<void> {
  const projects = cases.map(({ before, project }) => [before.project, project, { centreId, id: before.project.id }] as const);
  const items = cases.flatMap(({ before, items }) =>
    items.map(([item, clocks]) => [item, clocks, { centreId, projectId: before.project.id, id: item.id }] as const),
  );
  await x.patch(q, t.project, ["centreId", "id"], patchRows(projects, PROJECT_CLOCKS));
  for (const columns of [ITEM_CLOCKS, DELIVERY_DAYS]) await x.patch(q, t.item, ["centreId", "projectId", "id"], patchRows(items, columns));
}

/** Only the rows that differ, each with its key and every column that differs in one of them. */
function patchRows<C extends PatchRow>(pairs: readonly (readonly [before: C, after: C, key: PatchRow])[], columns: readonly (keyof C & string)[]): PatchRow[] {
  const differing = new Set<string>();
  const rows: (readonly [C, PatchRow])[] = [];
  for (const [before, after, key] of pairs) {
    const changed = changedKeys(before, after, columns);
    if (changed.length === 0) continue;
    for (const name of changed) differing.add(name);
    rows.push([after, key]);
  }
  return rows.map(([after, key]) => Object.fromEntries([...Object.entries(key), ...[...differing].map((name) => [name, after[name] ?? null] as const)]));
}
