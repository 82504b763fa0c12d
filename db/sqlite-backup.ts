import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/** The copy, or the file it should replace, is not what it has to be. The message is meant for the person at the keyboard. */
export class BackupRefused extends Error {}

/**
 * Copies a database that may be in use to a new file, without stopping the server: SQLite's online backup sees one moment of it.
 * The copy is proved before it gets its name, so a file of that name is always a whole backup.
 * @param from path of the SQLite file in use
 * @param to path of the copy; refused when something lies there already
 */
export async function backupSqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new BackupRefused(`there is no database at ${from}`);
  if (existsSync(to)) throw new BackupRefused(`${to} exists already; a backup never replaces a file`);
  mkdirSync(dirname(to), { recursive: true });
  const part = `${to}.part`;
  removeSqlite(part);
  const source = new Database(from, { readonly: true });
  try {
    await source.backup(part);
  } finally {
    source.close();
  }
  // A single file is easier to carry than a file and its journal.
  const copy = new Database(part);
  copy.pragma("journal_mode = DELETE");
  copy.close();
  proveSqlite(part);
  renameSync(part, to);
}

/** Reads the whole file and checks every page, index and foreign key. Throws `BackupRefused` with what is wrong. */
export function proveSqlite(path: string): void {
  if (!existsSync(path)) throw new BackupRefused(`there is no file at ${path}`);
  const database = new Database(path, { readonly: true });
  try {
    const [first] = database.pragma("integrity_check") as readonly { integrity_check: string }[];
    if (first?.integrity_check !== "ok") throw new BackupRefused(`${path} is damaged: ${first?.integrity_check}`);
    const orphans = database.pragma("foreign_key_check") as readonly { table: string }[];
    if (orphans.length > 0) throw new BackupRefused(`${path} holds ${orphans.length} rows without their parent, first in ${orphans[0]?.table}`);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused(`${path} is not a readable database: ${error instanceof Error ? error.message : error}`);
  } finally {
    database.close();
  }
}

/** What names files in a database of any version: the table, and how their digests are read from it. */
const NAMING_FILES: readonly (readonly [table: string, digests: string])[] = [
  ["material", "select json_extract(file.value, '$.digest') as digest from material, json_each(material.files) as file"],
  ["evidence_file", "select digest from evidence_file"],
];

/** Digests of every file that the materials and checks of a database name, each once; none in a database from before there were files. */
export function digestsIn(path: string): readonly string[] {
  const database = new Database(path, { readonly: true });
  try {
    const isThere = database.prepare("select 1 from sqlite_master where type = 'table' and name = ?");
    const rows = NAMING_FILES.flatMap(([table, digests]) => (isThere.get(table) ? database.prepare(digests).all() : [])) as readonly { digest: string }[];
    return [...new Set(rows.map(({ digest }) => digest))];
  } finally {
    database.close();
  }
}

/** Throws `BackupRefused` while any process has this database open. */
export function insistUnused(path: string): void {
  if (!existsSync(path)) return;
  const database = new Database(path, { timeout: 0 });
  try {
    // Every open connection holds a shared lock on the file; this mode asks for it alone.
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("BEGIN EXCLUSIVE; COMMIT");
  } catch {
    throw new BackupRefused(`${path} is in use: stop the server first`);
  } finally {
    database.close();
  }
}

/** Removes a database file with its journal files. */
export function removeSqlite(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}

/** A moment as part of a file name: UTC, to the second, sorting by time. */
export const nameOfMoment = (moment: Date): string => moment.toISOString().replace(/[-:]/g, "").replace(/\..*/, "Z");
