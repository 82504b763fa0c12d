import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import pg from "pg";
import { searchTermsOf } from "./grams";
import { pgKit } from "./kit";
import { applyPostgresMigrations } from "./migrate";
import { patchStatement } from "./patch";
import { APPEND_ONLY, type Db, type Extras, type Fault, innermost, NestedTransaction, type Q } from "./port";
import { defineSchema } from "./schema";

/** How often a transaction is run again after a serialization failure or a deadlock. */
const ATTEMPTS = 5;

/** Opens a PostgreSQL (or a server that speaks like one) as `Db`. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // Without a listener a lost server ends the process: the pool reports idle clients, each client those in use.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const inside = new AsyncLocalStorage<true>();

  async function attempt<T>(work: (q: Q) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query("BEGIN");
      try {
        const value = await inside.run(true, () => work(drizzle(client) as unknown as Q));
        await client.query("COMMIT");
        return value;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {
          broken = true;
        });
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  return {
    engine: "postgres",
    t: defineSchema(pgKit),
    q: drizzle(pool) as unknown as Q,
    x: postgresExtras(),
    tx: async (work) => {
      if (inside.getStore()) throw new NestedTransaction();
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(work);
        } catch (error) {
          if (postgresFault(error) !== "retry" || tries === ATTEMPTS) throw error;
          await pause(Math.random() * 10 * 2 ** tries);
        }
      }
    },
    fault: postgresFault,
    migrate: () => applyPostgresMigrations(url),
    // Its autovacuum does.
    tend: async () => {},
    close: () => pool.end(),
  };
}

/** For the statements that builders cannot make. */
const raw = (q: Q) => q as unknown as PgDatabase<PgQueryResultHKT>;

function postgresExtras(): Extras {
  return {
    matchProjects: (query, centreId) => {
      const terms = searchTermsOf(query, centreId);
      if (!terms) return null;
      const match = [...terms.whole.map((term) => `'${term}'`), ...terms.starts.map((start) => `'${start}':*`)].join(" & ");
      const words = terms.undecided.map((word) => sql` AND strpos("project"."search_text", ${word}) > 0`);
      return sql`(array_to_tsvector(string_to_array("project"."grams", ' ')) @@ ${match}::tsquery${sql.join(words)})` as SQL<boolean>;
    },
    among: (column, name) => sql`${column} = any(${sql.placeholder(name)}::${sql.raw(column.getSQLType())}[])`,
    listed: (values) => values,
    packed: (columns) => sql<string>`cast(json_agg(json_build_array(${sql.join([...columns], sql`, `)})) as text)`,
    forUpdate: <S extends object>(select: S) => (select as S & { for(strength: "update"): S }).for("update"),
    lock: async (q, name) => {
      await raw(q).execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    },
    patch: async (q, table, keys, rows) => {
      if (rows.length === 0) return;
      const statement = patchStatement(table, keys, rows, (json, columns) => {
        const fields = columns.map((column) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`);
        return sql`json_to_recordset(${json}::json) AS v(${sql.join(fields, sql`, `)})`;
      });
      await raw(q).execute(statement);
    },
  };
}

const FAULTS: Readonly<Record<string, Fault>> = {
  "23505": "unique",
  "23503": "foreign-key",
  "23001": "foreign-key",
  "23514": "check",
  "23502": "not-null",
  "25006": "read-only",
  "40001": "retry",
  "40P01": "retry",
  "55P03": "retry",
};
const UNAVAILABLE = /^(08(000|001|003|004|006)|53|57P|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_)/;

function postgresFault(error: unknown): Fault {
  const inner = innermost(error);
  if (!(inner instanceof Error)) return "other";
  if (inner.message.includes(APPEND_ONLY)) return "append-only";
  // The error of a client that lost its server has no code.
  if (/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(inner.message)) return "unavailable";
  const code = "code" in inner ? String(inner.code) : "";
  if (code.startsWith("22")) return "bad-input";
  if (UNAVAILABLE.test(code)) return "unavailable";
  return FAULTS[code] ?? "other";
}
