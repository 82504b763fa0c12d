import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ItemClocks, ProjectClocks } from "../../app/domain/case/derive";
import type { Item, ItemStatus, Project } from "../../app/domain/case/state";
import type { ClockCorrection, ClockExtension, ClockItem, ClockParts, ClockProcedure } from "../../app/domain/clock/item-clocks";
import type { PatchRow } from "../patch";
import type { Extras, Q, Tables } from "../port";
import { changedKeys } from "./case-rows";

/** States in which an item has begun and its due days may still move. */
const OPEN: readonly ItemStatus[] = ["received", "correcting", "accepted", "in-review"];

/** An open item: what its clocks depend on, what they say now, and what it is called. */
export type OpenItem = ClockItem & ItemClocks & Pick<Item, "itemNo" | "ordinal" | "nameZh" | "nameEn">;
/** The part of a running case that due days depend on. */
export interface OpenCase extends ClockParts {
  readonly project: Pick<Project, "id" | "projectNo" | "packDigest"> & ProjectClocks;
  readonly items: Readonly<Record<string, OpenItem>>;
}

/** Columns of each table that are read: a centre has hundreds of thousands of rows and each row three times as many columns. */
function openColumns({ project: p, item: i, correction: c, procedure: s, extension: e }: Tables) {
  return {
    project: { id: p.id, projectNo: p.projectNo, packDigest: p.packDigest, warnFrom: p.warnFrom, lateFrom: p.lateFrom, nextDueOn: p.nextDueOn },
    item: {
      projectId: i.projectId,
      id: i.id,
      itemNo: i.itemNo,
      ordinal: i.ordinal,
      nameZh: i.nameZh,
      nameEn: i.nameEn,
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
    },
    correction: { projectId: c.projectId, id: c.id, itemId: c.itemId, suppliedOn: c.suppliedOn },
    procedure: {
      projectId: s.projectId,
      id: s.id,
      itemId: s.itemId,
      kind: s.kind,
      stops: s.stops,
      noticeNo: s.noticeNo,
      openedOn: s.openedOn,
      closedOn: s.closedOn,
    },
    extension: { projectId: e.projectId, id: e.id, itemId: e.itemId, status: e.status, workingDays: e.workingDays },
  };
}

/**
 * Locks the next running projects of a centre, in the order of their ids, and reads the part of each case that due days depend
 * on: its open items with their corrections, procedures and extensions. 5 statements whatever the number.
 */
export async function lockOpenCases(q: Q, t: Tables, x: Extras, centreId: string, afterId: string | null, limit: number): Promise<OpenCase[]> {
  const { project, item, correction, procedure, extension } = t;
  const columns = openColumns(t);
  const projects = await x.forUpdate(
    q
      .select(columns.project)
      .from(project)
      .where(and(eq(project.centreId, centreId), eq(project.status, "running"), afterId === null ? undefined : gt(project.id, afterId)))
      .orderBy(asc(project.id))
      .limit(limit),
  );
  if (projects.length === 0) return [];
  const of = (table: { readonly centreId: PgColumn; readonly projectId: PgColumn }, ids: readonly string[]) =>
    and(eq(table.centreId, centreId), inArray(table.projectId, [...ids]));
  const items = byProject<OpenItem>(
    await q
      .select(columns.item)
      .from(item)
      .where(
        and(
          of(
            item,
            projects.map((row) => row.id),
          ),
          inArray(item.status, [...OPEN]),
        ),
      ),
  );
  const ids = [...items.keys()];
  const corrections = byProject<ClockCorrection & { readonly id: string }>(await q.select(columns.correction).from(correction).where(of(correction, ids)));
  const procedures = byProject<ClockProcedure & { readonly id: string }>(await q.select(columns.procedure).from(procedure).where(of(procedure, ids)));
  const extensions = byProject<ClockExtension & { readonly id: string }>(await q.select(columns.extension).from(extension).where(of(extension, ids)));
  return projects.map((row) => ({
    project: row,
    items: items.get(row.id) ?? {},
    corrections: corrections.get(row.id) ?? {},
    procedures: procedures.get(row.id) ?? {},
    extensions: extensions.get(row.id) ?? {},
  }));
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
const PROJECT_CLOCKS = ["warnFrom", "lateFrom", "nextDueOn"] as const satisfies readonly (keyof ProjectClocks)[];
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

/** One case before and after its clocks were worked out again; `items` only those whose clocks were. */
export interface Reckoned {
  readonly before: OpenCase;
  readonly project: ProjectClocks;
  readonly items: readonly (readonly [before: OpenItem, after: ItemClocks])[];
}

/** Writes the due days that differ, of items and projects, in at most two statements. The version of a case stays: nothing happened to it. */
export async function saveOpenClocks(q: Q, t: Tables, x: Extras, centreId: string, cases: readonly Reckoned[]): Promise<void> {
  const projects = cases.map(({ before, project }) => [before.project, project, { centreId, id: before.project.id }] as const);
  const items = cases.flatMap(({ before, items }) =>
    items.map(([item, clocks]) => [item, clocks, { centreId, projectId: before.project.id, id: item.id }] as const),
  );
  await x.patch(q, t.project, ["centreId", "id"], patchRows(projects, PROJECT_CLOCKS));
  await x.patch(q, t.item, ["centreId", "projectId", "id"], patchRows(items, ITEM_CLOCKS));
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
