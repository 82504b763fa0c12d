import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { searchTermsOf } from "./grams";
import { sqliteKit } from "./kit";
import { applySqliteMigrations } from "./migrate";
import { patchStatement } from "./patch";
import { APPEND_ONLY, type Db, type Extras, type Fault, innermost, NestedTransaction, type Q } from "./port";
import { defineSchema } from "./schema";

/** Jobs that share one COMMIT, and so one disk flush; and how long a batch may hold the event loop, in ms. */
const BATCH_JOBS = 64;
const BATCH_MS = 20;
/** Pages kept in memory by each of the two connections; the default of 2 MB makes every list go to the file again. */
const CACHE_KIB = 64 * 1024;
/** How long a batch waits for another process that holds the write lock, in ms. */
const LOCK_WAIT_MS = 15_000;

interface Job {
  readonly work: (q: Q) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

export interface SqliteOptions {
  /** Tests: roll back and throw when a transaction awaited something that is not the database. */
  readonly strictTurns?: boolean;
}

/** Opens (or creates) a SQLite file as `Db`: one connection that writes through a queue, one that only reads. */
export function openSqlite(path: string, { strictTurns = false }: SqliteOptions = {}): Db {
  mkdirSync(dirname(path), { recursive: true });
  const writer = connect(path);
  writer.pragma("journal_mode = WAL");
  const reader = connect(path);
  reader.pragma("query_only = ON");
  const inside = new AsyncLocalStorage<true>();
  const t = defineSchema(sqliteKit);
  const write = drizzle(writer) as unknown as Q;
  const [savepoint, release] = [writer.prepare("SAVEPOINT job"), writer.prepare("RELEASE job")];
  const queue: Job[] = [];
  let draining: Promise<void> | null = null;
  let closed = false;

  async function drain(): Promise<void> {
    for (;;) {
      // One turn with no transaction open: other requests get theirs, and more jobs join the batch.
      await nextTurn();
      if (queue.length === 0) {
        // In the same turn as the check above, or a job queued in between would wait for ever.
        draining = null;
        return;
      }
      await commitBatch();
    }
  }

  async function commitBatch(): Promise<void> {
    const done: (() => void)[] = [];
    const batch: Job[] = [];
    try {
      await begin(writer);
      const until = performance.now() + BATCH_MS;
      while (queue.length > 0 && batch.length < BATCH_JOBS && performance.now() < until) {
        const job = queue.shift() as Job;
        batch.push(job);
        done.push(await runJob(job));
      }
      writer.exec("COMMIT");
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      if (batch.length === 0) batch.push(...queue.splice(0));
      for (const job of batch) job.reject(error);
      return;
    }
    for (const settle of done) settle();
  }

  /** Runs one job in its savepoint and answers how to settle it once the batch is durable. */
  async function runJob(job: Job): Promise<() => void> {
    savepoint.run();
    let turned = false;
    const turn = setImmediate(() => {
      turned = true;
    });
    try {
      const value = await inside.run(true, () => job.work(write));
      if (turned && strictTurns) throw new Error("tx() awaited something that is not the database");
      release.run();
      return () => job.resolve(value as never);
    } catch (error) {
      // A full disk or the like has already ended the whole transaction: then the batch fails with it.
      if (!writer.inTransaction) throw error;
      writer.exec("ROLLBACK TO job; RELEASE job");
      return () => job.reject(error);
    } finally {
      clearImmediate(turn);
    }
  }

  const tx = <T>(work: (q: Q) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (inside.getStore()) throw new NestedTransaction();
      if (closed) throw new Error("the database is closed");
      queue.push({ work, resolve, reject });
      // The drain outlives this call and must not inherit its context.
      draining ??= inside.exit(drain);
    });

  return {
    engine: "sqlite",
    t,
    q: drizzle(reader) as unknown as Q,
    x: sqliteExtras(reader),
    tx,
    fault: sqliteFault,
    migrate: async () => {
      await draining;
      await whenUnlocked(() => applySqliteMigrations(writer));
    },
    tend: async () => {
      await tx(async () => learnSizes(writer));
      // Has the reading connection load what was learned, which it else does only when it is opened.
      reader.pragma("writable_schema = RESET");
    },
    close: async () => {
      closed = true;
      await draining;
      reader.close();
      writer.close();
    },
  };
}

/** Durable at every COMMIT (a WAL file that is opened again would else run at NORMAL), foreign keys on. */
function connect(path: string): Database.Database {
  const connection = new Database(path, { timeout: 250 });
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma(`cache_size = -${CACHE_KIB}`);
  return connection;
}

/**
 * Rows of an index that are looked at to learn how its values are spread: of 1,000 the planner cannot tell a centre from a state,
 * all 225,000 items of 10,000 projects say no more than 10,000 of them.
 */
const LOOKED_AT = 10_000;
/** Every table, also those that this connection did not read yet. */
const OPTIMIZE_ALL = 0x10002;

/**
 * Counts rows where their number has changed tenfold since it was last learned. Samples of single values are thrown away: while there
 * are any, SQLite plans a statement anew each time it runs with other values, which takes longer than running it.
 */
function learnSizes(writer: Database.Database): void {
  writer.pragma(`analysis_limit = ${LOOKED_AT}`);
  writer.pragma(`optimize = ${OPTIMIZE_ALL}`);
  const sampled = writer.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'`).get();
  // `WHERE true`: a table that is emptied as a whole is written even when it is empty.
  if (sampled && writer.prepare("DELETE FROM sqlite_stat4 WHERE true").run().changes > 0) writer.exec("ANALYZE sqlite_schema");
}

/** Takes the write lock at once: a transaction that starts by reading could not be upgraded while others write. */
const begin = (writer: Database.Database): Promise<unknown> => whenUnlocked(() => writer.exec("BEGIN IMMEDIATE"));

/** Tries again while another process holds the write lock, without blocking the event loop for long. */
async function whenUnlocked<T>(attempt: () => T): Promise<T> {
  const until = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (sqliteFault(error) !== "retry" || Date.now() > until) throw error;
      await pause(1 + Math.random() * 10);
    }
  }
}

/**
 * From this many matches on, a word is common: walking the list in its order meets enough of them soon, while collecting them
 * all first would take longer the more there are. PostgreSQL's planner decides this by itself.
 */
const COMMON = 6_000;

function sqliteExtras(reader: Database.Database): Extras {
  /** Keys of the cases that have the terms, `COMMON` at most. Read once here, for both statements of a page: reading the index is most of a search. */
  const keysOf = (match: string): readonly unknown[] => {
    matching ??= reader.prepare(`SELECT rowid FROM "project_search" WHERE "project_search" MATCH ? LIMIT ${COMMON}`).pluck();
    return matching.all(match);
  };
  let matching: Database.Statement | undefined;
  return {
    matchProjects: (query, centreId) => {
      const terms = searchTermsOf(query, centreId);
      if (!terms) return null;
      const keys = keysOf([...terms.whole.map((term) => `"${term}"`), ...terms.starts.map((start) => `"${start}" *`)].join(" AND "));
      const among = sql`"project"."id" IN (SELECT "project_id" FROM "project_search_key" WHERE "key" IN (SELECT value FROM json_each(${JSON.stringify(keys)})))`;
      const occur = (words: readonly string[]) => words.map((word) => sql`instr("project"."search_text", ${word}) > 0`);
      return sql`(${sql.join(keys.length < COMMON ? [among, ...occur(terms.undecided)] : occur(terms.words), sql` AND `)})` as SQL<boolean>;
    },
    among: (column, name) => sql`${column} in (select value from json_each(${sql.placeholder(name)}))`,
    listed: (values) => JSON.stringify(values),
    packed: (columns) => {
      const values = columns.map((column) => (column.dataType === "json" ? sql`json(${column})` : column));
      return sql<string>`json_group_array(json_array(${sql.join(values, sql`, `)}))`;
    },
    forUpdate: (select) => select,
    lock: async () => {},
    patch: async (q, table, keys, rows) => {
      if (rows.length === 0) return;
      const statement = patchStatement(table, keys, rows, (json, columns) => {
        const fields = columns.map(({ name }) => sql`json_extract(value, ${sql.raw(`'$.${name}'`)}) AS ${sql.identifier(name)}`);
        return sql`(SELECT ${sql.join(fields, sql`, `)} FROM json_each(${json})) AS v`;
      });
      (q as unknown as BetterSQLite3Database).run(statement);
    },
  };
}

const FAULTS: Readonly<Record<string, Fault>> = {
  SQLITE_CONSTRAINT_UNIQUE: "unique",
  SQLITE_CONSTRAINT_PRIMARYKEY: "unique",
  SQLITE_CONSTRAINT_FOREIGNKEY: "foreign-key",
  SQLITE_CONSTRAINT_CHECK: "check",
  SQLITE_CONSTRAINT_NOTNULL: "not-null",
  SQLITE_READONLY: "read-only",
  SQLITE_FULL: "unavailable",
  SQLITE_CANTOPEN: "unavailable",
};

function sqliteFault(error: unknown): Fault {
  const inner = innermost(error);
  if (!(inner instanceof Error) || !("code" in inner)) return "other";
  if (inner.message.includes(APPEND_ONLY)) return "append-only";
  const code = String(inner.code);
  if (code.startsWith("SQLITE_BUSY") || code === "SQLITE_LOCKED") return "retry";
  if (code.startsWith("SQLITE_IOERR")) return "unavailable";
  return FAULTS[code] ?? "other";
}
