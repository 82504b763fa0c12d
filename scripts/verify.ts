// Proves every case of the database: npm run verify
// The chain of each case's history is whole, replaying the history gives the rows that pages show, and every attachment is there with
// the content its digest says. Exits 1 when not.

import { verifyCases } from "../app/application/maintenance/verify";
import { verifyFiles } from "../app/application/maintenance/verify-files";
import { openServices } from "../app/application/open-services";
import { progressBar } from "./progress-bar";

const SHOWN = 20;

const upkeep = await openServices({
  databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite",
  today: null,
  filesFolder: process.env.FILES_DIR || "data/files",
});
const { projects, events, broken } = await verifyCases(upkeep, progressBar("verify"));
const contents = await verifyFiles(upkeep);
await upkeep.db.close();

const named = [
  ...broken.map(({ projectNo, seq, what }) => `${projectNo}${seq === null ? "" : ` event ${seq}`}: ${what}`),
  ...contents.broken.map(({ digest, what }) => `file ${digest} ${what}`),
];
for (const line of named.slice(0, SHOWN)) console.error(line);
if (named.length > SHOWN) console.error(`… and ${named.length - SHOWN} more`);
console.log(`${projects} projects, ${events} events, ${contents.files} files: ${named.length === 0 ? "all as recorded" : `${named.length} broken`}`);
process.exitCode = named.length === 0 ? 0 : 1;
