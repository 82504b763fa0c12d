import { and, eq, getTableColumns, type InferSelectModel, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { CollectionName, EntityOf, Project, ProjectCase } from "../../app/domain/case/state";
import { canonicalJson } from "../canonical";
import { foldText, gramsOf } from "../grams";
import { unpacked } from "../packed-rows";
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

/** The root row of a case and the end of its chain. */
export interface CaseRoot {
  readonly project: Project;
  readonly headSeq: number;
  readonly headHash: string;
}

/** A case, or those of its collections that were asked for. */
export interface LoadedCase<C extends CollectionName = CollectionName> {
  readonly state: Pick<ProjectCase, "project" | C>;
  readonly headSeq: number;
  readonly headHash: string;
}

const columnsOf = new WeakMap<object, Record<string, PgColumn>>();

/** Columns of a table without the ones that are not the entity's. */
function entityColumns(table: PgTable, without: readonly string[]): Record<string, PgColumn> {
  const known = columnsOf.get(table);
  if (known) return known;
  const columns = Object.fromEntries(Object.entries(getTableColumns(table)).filter(([key]) => !without.includes(key)));
  columnsOf.set(table, columns);
  return columns;
}
export const projectColumns = (t: Tables) => entityColumns(t.project, ["searchText", "grams"]);
const partColumns = (table: PartTable) => entityColumns(table, ["centreId", "projectId"]);

const { placeholder } = sql;

function selectRoot(q: Q, t: Tables, x: Extras | null, centreId: string, key: CaseKey): Promise<unknown> {
  const by = "projectNo" in key ? "projectNo" : "projectId";
  const query = prepared(q, `root by ${by}${x ? " locked" : ""}`, () => {
    const named = by === "projectNo" ? eq(t.project.projectNo, placeholder("key")) : eq(t.project.id, placeholder("key"));
    const select = q
      .select(projectColumns(t))
      .from(t.project)
      .where(and(eq(t.project.centreId, placeholder("centreId")), named));
    return x ? x.forUpdate(select) : select;
  });
  return query.execute({ centreId, key: "projectNo" in key ? key.projectNo : key.projectId });
}

function rootOf(rows: unknown): CaseRoot | null {
  const [row] = rows as readonly Record<string, unknown>[];
  if (!row) return null;
  const { headSeq, headHash, ...project } = row;
  return { project: project as unknown as Project, headSeq: headSeq as number, headHash: headHash as string };
}

/** Locks the root row of a case until the transaction ends; null when the centre has no such case. 1 statement. */
export async function lockCase(q: Q, t: Tables, x: Extras, centreId: string, key: CaseKey): Promise<CaseRoot | null> {
  return rootOf(await selectRoot(q, t, x, centreId, key));
}

const ofCase = (table: PartTable) => and(eq(table.centreId, placeholder("centreId")), eq(table.projectId, placeholder("projectId")));

/** The rows of a collection under their ids, in the order of these. */
function unpack(table: PartTable, text: string | undefined): Readonly<Record<string, Entity>> {
  // Without a prototype: such an object is made many times faster under ids nobody has seen, and has nothing under any other.
  const parts: Record<string, Entity> = Object.create(null);
  if (text === undefined) return parts;
  const rows = unpacked(partColumns(table), text) as unknown as Entity[];
  for (const row of rows.sort((one, other) => (one.id < other.id ? -1 : 1))) parts[row.id] = row;
  return parts;
}

/** The name under which the version of the case stands beside its collections. */
const VERSION = "version";

/** The version of a case and each of these collections in which it has anything, in one statement: all as they are at one moment. */
function selectParts(q: Q, t: Tables, x: Extras, collections: readonly CollectionName[]) {
  return prepared(q, `parts ${collections.join(" ")}`, () => {
    const named = (name: string) => sql<string>`${sql.raw(`'${name}'`)}`.as("name");
    const version = q
      .select({ name: named(VERSION), packed: sql<string>`cast(${t.project.version} as text)`.as("packed") })
      .from(t.project)
      .where(and(eq(t.project.centreId, placeholder("centreId")), eq(t.project.id, placeholder("projectId"))));
    const parts = collections.map((collection) => {
      const table = partTable(t, collection);
      const packed = x.packed(Object.values(partColumns(table))).as("packed");
      return q
        .select({ name: named(collection), packed })
        .from(table)
        .where(ofCase(table))
        .having(sql`count(*) > 0`);
    });
    // Each further part has the type of the first: builders of different tables differ in what they were made of.
    return (parts as unknown as (typeof version)[]).reduce((all, one) => all.unionAll(one) as unknown as typeof version, version);
  });
}

/**
 * The parts of a case whose root was read, all unless the reader names those it shows. 1 statement.
 * @returns null when the case has changed since its root was read
 */
export async function loadParts<C extends CollectionName = CollectionName>(
  q: Q,
  t: Tables,
  x: Extras,
  root: CaseRoot,
  wanted?: readonly C[],
): Promise<LoadedCase<C> | null> {
  const { centreId, id: projectId, version } = root.project;
  const asked: readonly CollectionName[] = wanted ?? COLLECTIONS;
  const read = await selectParts(q, t, x, asked).execute({ centreId, projectId });
  const packed = new Map(read.map((row) => [row.name, row.packed]));
  if (packed.get(VERSION) !== String(version)) return null;
  const parts = Object.fromEntries(asked.map((collection) => [collection, unpack(partTable(t, collection), packed.get(collection))]));
  return { state: { project: root.project, ...parts } as unknown as LoadedCase<C>["state"], headSeq: root.headSeq, headHash: root.headHash };
}

/**
 * A case as it was at one moment, read without a lock: read again when it changed meanwhile. 2 statements.
 * @param wanted the collections the reader shows; all when left out
 * @returns null when the centre has no such case
 */
export async function loadCase<C extends CollectionName = CollectionName>(
  { q, t, x }: Pick<Db, "q" | "t" | "x">,
  centreId: string,
  key: CaseKey,
  wanted?: readonly C[],
): Promise<LoadedCase<C> | null> {
  for (;;) {
    const root = rootOf(await selectRoot(q, t, null, centreId, key));
    if (!root) return null;
    const loaded = await loadParts(q, t, x, root, wanted);
    if (loaded) return loaded;
  }
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
  await insertRows(q, table, rows, changed.size === 0 ? undefined : { target: [table.centreId, table.projectId, table.id], keys: [...changed] });
}
