import { resolve } from "node:path";
import type Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

/** Any number that no other program uses for a lock on the same database. */
const MIGRATION_LOCK = 728_311_046;

/** Under the working directory: the built server lies in another folder than the sources. */
const folderOf = (engine: "sqlite" | "postgres"): string => resolve("db/migrations", engine);

/**
 * Runs what is missing in one transaction that holds the write lock from before it looks, so processes that start
 * together do not run a migration twice. Foreign keys are off meanwhile and checked before the commit: a rebuilt table
 * is dropped on the way, which would take its children along, and the pragma inside a migration has no effect.
 */
export function applySqliteMigrations(writer: Database.Database): void {
  writer.pragma("foreign_keys = OFF");
  try {
    writer.exec("BEGIN IMMEDIATE");
    writer.exec(`CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)`);
    const done = writer.prepare(`SELECT max(created_at) AS newest FROM "__drizzle_migrations"`).get() as { newest: number | null };
    const remember = writer.prepare(`INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES (?, ?)`);
    const missing = readMigrationFiles({ migrationsFolder: folderOf("sqlite") }).filter(({ folderMillis }) => folderMillis > (done.newest ?? 0));
    for (const { sql, hash, folderMillis } of missing) {
      for (const statement of sql) writer.exec(statement);
      remember.run(hash, folderMillis);
    }
    // Reads every row, so only after a change: a start must be quick.
    const orphans = missing.length > 0 ? (writer.pragma("foreign_key_check") as readonly { table: string }[]) : [];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows would lose their parent in the migration, first in ${orphans[0]?.table}`);
    writer.exec("COMMIT");
  } finally {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    writer.pragma("foreign_keys = ON");
  }
}

/** On a connection of its own, under a lock: processes that start together wait for the first one to finish. */
export async function applyPostgresMigrations(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("SET lock_timeout = '60s'");
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: folderOf("postgres") });
  } finally {
    await client.end();
  }
}
