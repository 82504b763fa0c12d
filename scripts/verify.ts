// Proves every case of the database: npm run verify
// The chain of each case's history is whole, and replaying the history gives the rows that pages show. Exits 1 when not.

import { verifyCases } from "../app/application/maintenance/verify";
import { openServices } from "../app/application/open-services";
import { progressBar } from "./progress-bar";

const SHOWN = 20;

const upkeep = await openServices({ databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite", today: null });
const { projects, events, broken } = await verifyCases(upkeep, progressBar("verify"));
await upkeep.db.close();

const named = broken.map(({ projectNo, seq, what }) => `${projectNo}${seq === null ? "" : ` event ${seq}`}: ${what}`);
for (const line of named.slice(0, SHOWN)) console.error(line);
if (named.length > SHOWN) console.error(`… and ${named.length - SHOWN} more`);
console.log(`${projects} projects, ${events} events: ${named.length === 0 ? "all as recorded" : `${named.length} broken`}`);
process.exitCode = named.length === 0 ? 0 : 1;
