import type { SQL } from "drizzle-orm";
import type { PgColumn, PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import type { PatchRow } from "./patch";
import type { Tables } from "./schema";

export type { Tables } from "./schema";

/**
 * A handle on which queries are built: the same drizzle builders in both engines. Only what both spell alike is let
 * through; `await` a builder to run it, take rows with `.returning()`, and look at their number, never at driver results.
 */
export type Q = Pick<PgDatabase<PgQueryResultHKT>, "select" | "selectDistinct" | "insert" | "update" | "delete" | "with" | "$with" | "$count">;

/** Why the database said no, whatever engine said it. */
export type Fault = "unique" | "foreign-key" | "check" | "not-null" | "append-only" | "read-only" | "retry" | "bad-input" | "unavailable" | "other";

/** The few things drizzle does not spell alike in both engines. */
export interface Extras {
  /**
   * Condition on `project`: every word of `query` occurs in the case's search text, within one centre.
   * Null when the query holds no word.
   */
  matchProjects(query: string, centreId: string): SQL<boolean> | null;
  /** Condition on `column`: it is one of the texts `listed` makes a value of, given under this name when the prepared query runs. */
  among(column: PgColumn, name: string): SQL;
  /** A list of texts as `among` takes it. */
  listed(values: readonly string[]): unknown;
  /** All rows of a select as one JSON text, a list of lists of these columns; `unpacked` reads it back. */
  packed(columns: readonly PgColumn[]): SQL<string>;
  /** Locks the rows a select answers until the transaction ends. On SQLite the transaction itself is that lock. */
  forUpdate<S extends object>(select: S): S;
  /** Named lock until the transaction ends, for rules that span cases. On SQLite the transaction itself is that lock. */
  lock(q: Q, name: string): Promise<void>;
  /** Gives many rows their own new values in one statement; rows that are not there are passed over. No JSON columns. */
  patch(q: Q, table: PgTable, keys: readonly string[], rows: readonly PatchRow[]): Promise<void>;
}

/** The one door to the data. Repositories and queries know this port, never an engine. */
export interface Db {
  readonly engine: "sqlite" | "postgres";
  readonly t: Tables;
  /** Read handle; writing through it fails on SQLite and is wrong on both: use `tx`. */
  readonly q: Q;
  readonly x: Extras;
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. Inside,
   * await nothing but the database. Transactions do not nest. `work` may run again after a serialization failure.
   */
  tx<T>(work: (q: Q) => Promise<T>): Promise<T>;
  /** Reads the cause of an error thrown by a query. */
  fault(error: unknown): Fault;
  /** Brings the tables up to the newest migration; safe when several processes start at once. */
  migrate(): Promise<void>;
  /**
   * Lets the engine learn anew how many rows there are of what, where that has changed much: it chooses its ways to them by it. Cheap
   * when nothing has; to be called now and then by whoever runs long.
   */
  tend(): Promise<void>;
  close(): Promise<void>;
}

/** drizzle wraps the driver's error: walks down to the innermost cause. */
export function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  return inner;
}

/** Text of the triggers that guard the case history; part of the migrations of both engines. */
export const APPEND_ONLY = "case_event is append-only";

export class NestedTransaction extends Error {
  constructor() {
    super("tx() inside tx(): pass the handle on instead");
  }
}

interface Prepared<Rows> {
  execute(values: Readonly<Record<string, unknown>>): Promise<Rows>;
}
const preparedFor = new WeakMap<Q, Map<string, unknown>>();
/** Queries kept for a handle, those used last: the columns that change together make many shapes of a write over the years. */
const MOST_KEPT = 500;

/**
 * A query built once for each handle, with `sql.placeholder` where its values go: building one costs ten times what SQLite takes to
 * run it. Handles of PostgreSQL transactions live for one transaction only, which is why nothing is prepared by name on its server.
 * @param name one for each shape of the query; null for one that will hardly come again
 */
export function prepared<Query extends PromiseLike<unknown>>(q: Q, name: string | null, build: () => Query): Prepared<Awaited<Query>> {
  const make = () => (build() as unknown as { prepare(): Prepared<Awaited<Query>> }).prepare();
  if (name === null) return make();
  const ofHandle = preparedFor.get(q) ?? new Map<string, unknown>();
  preparedFor.set(q, ofHandle);
  const query = (ofHandle.get(name) as Prepared<Awaited<Query>> | undefined) ?? make();
  ofHandle.delete(name);
  ofHandle.set(name, query);
  const [oldest] = ofHandle.size > MOST_KEPT ? ofHandle.keys() : [];
  if (oldest !== undefined) ofHandle.delete(oldest);
  return query;
}
