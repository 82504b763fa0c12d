import { and, eq, getTableColumns, type InferSelectModel, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { CollectionName, EntityOf, Project, ProjectCase } from "../../app/domain/case/state";
import { canonicalJson } from "../canonical";
import { foldText, gramsOf } from "../grams";
import { type Columns, unpacked } from "../packed-rows";
import { type Db, type Extras, prepared, type Q, type Tables } from "../port";
import { insertRows, updateRow } from "../writes";

/**
 * Rows ⇄ state of one case, for every collection alike: a new act or column needs no line here. The order is the order
 * of writing, parents before their parts.
 */
export const TABLE_OF = {
  items: "item",
  corrections: "correction",
  procedures: "procedure",
  extensions: "extension",
  steps: "reviewStep",
  reviews: "jointReview",
  opinions: "opinion",
  notes: "note",
  materials: "material",
  silences: "reviewSilence",
  settledConditions: "settledCondition",
  placements: "areaPlacement",
  prechecks: "precheck",
  bundles: "acceptanceBundle",
  handovers: "handover",
  directions: "direction",
  forwardings: "forwarding",
  deferrals: "deferral",
  findings: "finding",
  explanations: "explanation",
  signatures: "signature",
  runs: "simulatedRun",
  simulatedItems: "simulatedItem",
  noticeCommitments: "noticeCommitment",
  commitments: "commitment",
  standards: "commitmentStandard",
  objections: "commitmentObjection",
  supervisionChecks: "supervisionCheck",
  evidenceFiles: "evidenceFile",
} as const satisfies Record<CollectionName, keyof Tables>;

const COLLECTIONS = Object.keys(TABLE_OF) as CollectionName[];

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Row<N extends keyof Tables> = InferSelectModel<Tables[N]>;
type Agreement = { [C in CollectionName]: Alike<Omit<Row<(typeof TABLE_OF)[C]>, "centreId" | "projectId">, EntityOf<C>> } & {
  project: Alike<Omit<Row<"project">, "headSeq" | "headHash" | "searchText" | "grams">, Project>;
};
/** Fails to compile when a table lacks a field of its entity, has one too many or stores it as another type. */
export const tablesAreEntities: Agreement = {
  project: true,
  items: true,
  corrections: true,
  procedures: true,
  extensions: true,
  steps: true,
  reviews: true,
  opinions: true,
  notes: true,
  materials: true,
  silences: true,
  settledConditions: true,
  placements: true,
  prechecks: true,
  bundles: true,
  handovers: true,
  directions: true,
  forwardings: true,
  deferrals: true,
  findings: true,
  explanations: true,
  signatures: true,
  runs: true,
  simulatedItems: true,
  noticeCommitments: true,
  commitments: true,
  standards: true,
  objections: true,
  supervisionChecks: true,
  evidenceFiles: true,
};

/** Values are compared and moved by column key; the proof above is what makes the loose type safe. */
type Entity = { readonly id: string } & Readonly<Record<string, unknown>>;
interface PartTable extends PgTable {
  readonly centreId: PgColumn;
  readonly projectId: PgColumn;
  readonly id: PgColumn;
}
const partTable = (t: Tables, collection: CollectionName) => t[TABLE_OF[collection]] as unknown as PartTable;

/** A case is found by its number, as in URLs, or by its id. */
export type CaseKey = { readonly projectNo: string } | { readonly projectId: string };

/** A case, or those of its collections that were asked for. */
export interface LoadedCase<C extends CollectionName = CollectionName> {
  readonly state: Pick<ProjectCase, "project" | C>;
  readonly headSeq: number;
  readonly headHash: string;
}

const entityColumnsOf = new WeakMap<object, Columns>();

/** Columns of a table without the ones that are not the entity's. */
function entityColumns(table: PgTable, without: readonly string[]): Columns {
  const known = entityColumnsOf.get(table);
  if (known) return known;
  const columns = Object.fromEntries(Object.entries(getTableColumns(table)).filter(([key]) => !without.includes(key)));
  entityColumnsOf.set(table, columns);
  return columns;
}
export const projectColumns = (t: Tables) => entityColumns(t.project, ["searchText", "grams"]);
const partColumns = (table: PartTable) => entityColumns(table, ["centreId", "projectId"]);

const { placeholder } = sql;

/** The id of the case with this number; `locked` until the transaction ends where the engine's extras are given. 1 statement. */
async function idOf(q: Q, t: Tables, centreId: string, projectNo: string, locking: Extras | null): Promise<string | null> {
  const query = prepared(q, `case by number${locking ? " locked" : ""}`, () => {
    const select = q
      .select({ id: t.project.id })
      .from(t.project)
      .where(and(eq(t.project.centreId, placeholder("centreId")), eq(t.project.projectNo, placeholder("projectNo"))));
    return locking ? locking.forUpdate(select) : select;
  });
  const [row] = await query.execute({ centreId, projectNo });
  return row?.id ?? null;
}

/** Locks a case by its number until the transaction ends and answers its id; null when the centre has no such case. 1 statement. */
export const lockCase = (q: Q, t: Tables, x: Extras, centreId: string, projectNo: string): Promise<string | null> => idOf(q, t, centreId, projectNo, x);

const ofCase = (table: PartTable) => and(eq(table.centreId, placeholder("centreId")), eq(table.projectId, placeholder("projectId")));

/** The rows of a collection under their ids, in the order of these. */
function unpack(table: PartTable, text: string): Readonly<Record<string, Entity>> {
  // Without a prototype: such an object is made many times faster under ids nobody has seen, and has nothing under any other.
  const parts: Record<string, Entity> = Object.create(null);
  const rows = unpacked(partColumns(table), text) as unknown as Entity[];
  for (const row of rows.sort((one, other) => (one.id < other.id ? -1 : 1))) parts[row.id] = row;
  return parts;
}

/** The name under which the root row stands beside the collections. */
const ROOT = "project";

/** The root row of a case and each of these collections in which it has anything, packed, in one statement. */
function selectCase(q: Q, t: Tables, x: Extras, collections: readonly CollectionName[]) {
  return prepared(q, `case with ${collections.join(" ")}`, () => {
    const named = (name: string) => sql<string>`${sql.raw(`'${name}'`)}`.as("name");
    const packed = (columns: Columns) => x.packed(Object.values(columns)).as("packed");
    const isThere = sql`count(*) > 0`;
    const root = q
      .select({ name: named(ROOT), packed: packed(projectColumns(t)) })
      .from(t.project)
      .where(and(eq(t.project.centreId, placeholder("centreId")), eq(t.project.id, placeholder("projectId"))))
      .having(isThere);
    const parts = collections.map((collection) => {
      const table = partTable(t, collection);
      return q
        .select({ name: named(collection), packed: packed(partColumns(table)) })
        .from(table)
        .where(ofCase(table))
        .having(isThere);
    });
    // Each further part has the type of the first: builders of different tables differ in what they were made of.
    return (parts as unknown as (typeof root)[]).reduce((all, one) => all.unionAll(one) as unknown as typeof root, root);
  });
}

/**
 * A case as it is at one moment, with or without a lock: in 1 statement by its id, in 2 by its number.
 * @param wanted the collections the reader shows; all when left out
 * @returns null when the centre has no such case
 */
export async function loadCase<C extends CollectionName = CollectionName>(
  { q, t, x }: Pick<Db, "q" | "t" | "x">,
  centreId: string,
  key: CaseKey,
  wanted?: readonly C[],
): Promise<LoadedCase<C> | null> {
  const projectId = "projectId" in key ? key.projectId : await idOf(q, t, centreId, key.projectNo, null);
  if (projectId === null) return null;
  const asked: readonly CollectionName[] = wanted ?? COLLECTIONS;
  const read = await selectCase(q, t, x, asked).execute({ centreId, projectId });
  const packed = new Map(read.map((row) => [row.name, row.packed]));
  const [root] = unpacked(projectColumns(t), packed.get(ROOT) ?? "[]");
  if (!root) return null;
  const { headSeq, headHash, ...project } = root as unknown as Project & { readonly headSeq: number; readonly headHash: string };
  const parts = Object.fromEntries(asked.map((collection) => [collection, unpack(partTable(t, collection), packed.get(collection) ?? "[]")]));
  return { state: { project, ...parts } as unknown as LoadedCase<C>["state"], headSeq, headHash };
}

/** What a search for a case looks at. Names of contact persons are left out. */
const SEARCHED = ["projectNo", "projectCode", "name", "enterpriseName", "creditCode", "site"] as const satisfies readonly (keyof Project)[];

function searchColumns(project: Project) {
  const searchText = foldText(SEARCHED.map((key) => project[key] ?? "").join("\n"));
  return { searchText, grams: gramsOf(searchText, project.centreId) };
}

/** The value itself, or one text for equal values of a list or object field. */
const comparable = (value: unknown): unknown => (typeof value === "object" && value !== null ? canonicalJson(value) : value);

/** Keys whose values differ. */
export const changedKeys = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>, keys: readonly string[]): string[] =>
  keys.filter((key) => before[key] !== after[key] && comparable(before[key]) !== comparable(after[key]));

/**
 * Writes what differs between two states of one case and moves the end of its chain: rows that did not change are not
 * touched, of those that did only the changed columns.
 * @param before null when the case is new
 * @returns false when the case is no longer at the version of `before`: then nothing may be committed
 */
export async function saveCase(
  q: Q,
  t: Tables,
  before: ProjectCase | null,
  after: ProjectCase,
  head: { readonly seq: number; readonly hash: string },
): Promise<boolean> {
  if (!(await saveProject(q, t, before?.project ?? null, after.project, head))) return false;
  for (const collection of COLLECTIONS) {
    await savePart(
      q,
      partTable(t, collection),
      after.project,
      (before?.[collection] ?? {}) as unknown as Record<string, Entity>,
      after[collection] as unknown as Record<string, Entity>,
    );
  }
  return true;
}

async function saveProject(q: Q, t: Tables, before: Project | null, after: Project, head: { readonly seq: number; readonly hash: string }): Promise<boolean> {
  const words = before && SEARCHED.every((key) => before[key] === after[key]) ? {} : searchColumns(after);
  const next: Record<string, unknown> = { ...after, headSeq: head.seq, headHash: head.hash, ...words };
  if (before === null) {
    await insertRows(q, t.project, [next as Row<"project">]);
    return true;
  }
  const changed = changedKeys(before as never, next, Object.keys(next));
  const which = { centreId: after.centreId, id: after.id, version: before.version };
  return updateRow(q, t.project, which, Object.fromEntries(changed.map((key) => [key, next[key]])));
}

async function savePart(
  q: Q,
  table: PartTable,
  project: Project,
  before: Readonly<Record<string, Entity>>,
  after: Readonly<Record<string, Entity>>,
): Promise<void> {
  if (before === after) return;
  const columns = partColumns(table);
  const keys = Object.keys(columns);
  for (const id of Object.keys(before)) if (!after[id]) throw new Error(`a case lost its ${id}: rows are closed, never removed`);
  const touched: Entity[] = [];
  const changed = new Set<string>();
  for (const entity of Object.values(after)) {
    const known = before[entity.id];
    if (known === entity) continue;
    const differing = known ? changedKeys(known, entity, keys) : [];
    if (known && differing.length === 0) continue;
    touched.push(entity);
    for (const key of differing) changed.add(key);
  }
  const rows = touched.map((entity) => ({ ...entity, centreId: project.centreId, projectId: project.id }));
  await insertRows(q, table, rows, changed.size === 0 ? undefined : { target: [table.centreId, table.projectId, table.id], keys: [...changed].sort() });
}
