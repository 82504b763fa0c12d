/**
 * `npm run backup [-- file]`: a proved copy of the database while the server runs.
 * The contents of attachments go to the folder files/ beside it, each once however many backups lie there.
 * Without a file the copy goes to data/backups/ and is named after the moment (UTC).
 */
import { resolve } from "node:path";
import { diskFiles } from "../app/application/files/disk-files";
import { carryFiles, filesBeside } from "../app/application/maintenance/carry-files";
import { BackupRefused, backupSqlite, digestsIn, nameOfMoment } from "../db/sqlite-backup";
import { sqlitePath } from "../db/sqlite-path";
import { progressBar } from "./progress-bar";

const url = process.env.DATABASE_URL || "file:data/daiban.sqlite";
const from = sqlitePath(url);

if (from === null) {
  process.stdout.write(
    'PostgreSQL is backed up with its own tools:\n  pg_dump --format=custom --file=daiban.dump "$DATABASE_URL"\n  cp -a "$FILES_DIR/." files-backup\n',
  );
} else {
  const to = resolve(process.argv[2] ?? `data/backups/daiban-${nameOfMoment(new Date())}.sqlite`);
  try {
    await backupSqlite(from, to);
    const places = { from: diskFiles(process.env.FILES_DIR || "data/files"), to: diskFiles(filesBeside(to)) };
    await carryFiles({ digests: digestsIn(to), ...places, prove: false }, progressBar("files"));
    process.stdout.write(`${to}\n`);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    process.stderr.write(`No backup was made: ${error.message}\n`);
    process.exitCode = 1;
  }
}
