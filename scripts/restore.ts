/**
 * `npm run restore -- <backup> [--replace]`: puts a proved backup in place of the database, while the server is stopped.
 * With --replace the database that lies there is kept beside it under the moment's name (UTC).
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { diskFiles } from "../app/application/files/disk-files";
import { filesBeside } from "../app/application/maintenance/carry-files";
import { restoreSqlite } from "../app/application/maintenance/restore";
import { BackupRefused, nameOfMoment } from "../db/sqlite-backup";
import { sqlitePath } from "../db/sqlite-path";
import { progressBar } from "./progress-bar";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean", default: false } } });
const [from] = positionals;
const to = sqlitePath(process.env.DATABASE_URL || "file:data/daiban.sqlite");

if (to === null) {
  process.stdout.write(
    'PostgreSQL is restored with its own tools, then proved:\n  pg_restore --clean --if-exists --dbname="$DATABASE_URL" daiban.dump\n  cp -a files-backup/. "$FILES_DIR"\n  npm run verify\n',
  );
} else if (!from) {
  process.stderr.write("Say which backup: npm run restore -- data/backups/<file> [--replace]\n");
  process.exitCode = 1;
} else {
  const keepOldAs = values.replace ? `${to}.before-${nameOfMoment(new Date())}` : null;
  try {
    const { projects, events } = await restoreSqlite(
      { from: resolve(from), to, keepOldAs, files: { from: diskFiles(filesBeside(resolve(from))), to: diskFiles(process.env.FILES_DIR || "data/files") } },
      progressBar("verify"),
    );
    process.stdout.write(`${to}: ${projects} projects, ${events} events, all as recorded\n`);
  } catch (error) {
    if (!(error instanceof BackupRefused)) throw error;
    process.stderr.write(`Nothing was restored: ${error.message}\n`);
    process.exitCode = 1;
  }
}
