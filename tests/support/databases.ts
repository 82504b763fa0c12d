import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";

export type Engine = Db["engine"];
export const ENGINES: readonly Engine[] = ["sqlite", "postgres"];

/** An empty place for a database: nothing is opened yet. */
export interface DatabasePlace {
  readonly url: string;
  remove(): Promise<void>;
}

/**
 * A new SQLite file in a folder of its own, or a new database in a running PostgreSQL.
 * @param serverUrl maintenance database of that PostgreSQL; not looked at for SQLite
 */
export async function databasePlace(engine: Engine, serverUrl: string): Promise<DatabasePlace> {
  if (engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "daiban-sqlite-"));
    return { url: `file:${join(folder, "daiban.sqlite")}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const name = `daiban_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
  /** Closes and removes it. */
  remove(): Promise<void>;
}

/** A migrated database of its own, strict about what a transaction may await. */
export async function testDatabase(engine: Engine, serverUrl: string): Promise<TestDatabase> {
  const place = await databasePlace(engine, serverUrl);
  const db = await openDb(place.url, { strictTurns: true });
  return {
    db,
    url: place.url,
    remove: async () => {
      await db.close();
      await place.remove();
    },
  };
}
