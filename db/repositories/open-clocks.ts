import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Correction, Extension, Item, ItemStatus, Procedure, Project, ProjectCase } from "../../app/domain/case/state";
import type { PatchRow } from "../patch";
import type { Extras, Q, Tables } from "../port";
import { changedKeys, projectColumns } from "./case-rows";

/** States in which an item has begun and its due days may still move. */
const OPEN: readonly ItemStatus[] = ["received", "correcting", "accepted", "in-review"];

/**
 * Locks the next running projects of a centre, in the order of their ids, and reads the part of each case that due days depend
 * on: its open items with their corrections, procedures and extensions. 5 statements whatever the number.
 */
export async function lockOpenCases(q: Q, t: Tables, x: Extras, centreId: string, afterId: string | null, limit: number): Promise<ProjectCase[]> {
  const { project, item, correction, procedure, extension } = t;
  const projects = (await x.forUpdate(
    q
      .select(projectColumns(t))
      .from(project)
      .where(and(eq(project.centreId, centreId), eq(project.status, "running"), afterId === null ? undefined : gt(project.id, afterId)))
      .orderBy(asc(project.id))
      .limit(limit),
  )) as unknown as Project[];
  if (projects.length === 0) return [];
  const ids = projects.map((row) => row.id);
  const of = (table: { readonly centreId: PgColumn; readonly projectId: PgColumn }) => and(eq(table.centreId, centreId), inArray(table.projectId, ids));
  const items = byProject<Item>(
    await q
      .select()
      .from(item)
      .where(and(of(item), inArray(item.status, [...OPEN]))),
  );
  const corrections = byProject<Correction>(await q.select().from(correction).where(of(correction)));
  const procedures = byProject<Procedure>(await q.select().from(procedure).where(of(procedure)));
  const extensions = byProject<Extension>(await q.select().from(extension).where(of(extension)));
  return projects.map((row) => ({
    project: row,
    items: items.get(row.id) ?? {},
    corrections: corrections.get(row.id) ?? {},
    procedures: procedures.get(row.id) ?? {},
    extensions: extensions.get(row.id) ?? {},
    steps: {},
    reviews: {},
    opinions: {},
    notes: {},
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
const PROJECT_CLOCKS = ["warnFrom", "lateFrom", "nextDueOn"] as const satisfies readonly (keyof Project)[];

/** Writes the due days that differ, of items and projects, in at most two statements. The version of a case stays: nothing happened to it. */
export async function saveOpenClocks(
  q: Q,
  t: Tables,
  x: Extras,
  cases: readonly { readonly before: ProjectCase; readonly after: ProjectCase }[],
): Promise<void> {
  const items: [Item, Item][] = [];
  const projects: [Project, Project][] = [];
  for (const { before, after } of cases) {
    projects.push([before.project, after.project]);
    for (const item of Object.values(before.items)) items.push([item, after.items[item.id] ?? item]);
  }
  await x.patch(q, t.project, ["centreId", "id"], patchRows(projects, ["centreId", "id"], PROJECT_CLOCKS));
  const itemKeys = Object.keys(items[0]?.[1] ?? {});
  await x.patch(q, t.item, ["centreId", "projectId", "id"], patchRows(items, ["centreId", "projectId", "id"], itemKeys));
}

/** Only the rows that differ, each with its key and every column that differs in one of them. */
function patchRows(pairs: readonly (readonly [object, object])[], keys: readonly string[], columns: readonly string[]): PatchRow[] {
  const differing = new Set<string>();
  const rows: Record<string, unknown>[] = [];
  for (const [before, after] of pairs as readonly (readonly [Record<string, unknown>, Record<string, unknown>])[]) {
    const changed = changedKeys(before, after, columns);
    if (changed.length === 0) continue;
    for (const key of changed) differing.add(key);
    rows.push(after);
  }
  const wanted = [...keys, ...differing];
  return rows.map((row) => Object.fromEntries(wanted.map((key) => [key, row[key]]))) as PatchRow[];
}
