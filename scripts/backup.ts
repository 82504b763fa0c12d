/**
 * `npm run backup [-- file]`: a proved copy of the database while the server runs.
 * Without a file the copy goes to data/backups/ and is named after the moment (UTC).
 */
import { resolve } from "node:path";
import { BackupRefused, backupSqlite, nameOfMoment } from "../db/sqlite-backup";
import { sqlitePath } from "../db/sqlite-path";

const url = process.env.DATABASE_URL || "file:data/daiban.sqlite";
const from = sqlitePath(url);

if (from === null) {
  process.stdout.write('PostgreSQL is backed up with its own tools:\n  pg_dump --format=custom --file=daiban.dump "$DATABASE_URL"\n');
} else {
  const to = resolve(process.argv[2] ?? `data/backups/daiban-${nameOfMoment(new Date())}.sqlite`);
  try {
    await backupSqlite(from, to);
    process.stdout.write(`${to}\n`);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    process.stderr.write(`No backup was made: ${error.message}\n`);
    process.exitCode = 1;
  }
}
