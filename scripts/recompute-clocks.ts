// Works out every open due day again after the calendar changed, and lists each that moved: npx tsx scripts/recompute-clocks.ts

import { recomputeClocks } from "../app/application/maintenance/recompute-clocks";
import { openServices } from "../app/application/open-services";
import { progressBar } from "./progress-bar";

const upkeep = await openServices({ databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite", today: null });
const { projects, clocks, moved, movedChecks } = await recomputeClocks(upkeep, progressBar("clocks"));
await upkeep.db.close();

for (const { itemNo, nameZh, before, after } of moved) console.log(`${itemNo} ${nameZh}: ${before ?? "paused"} → ${after ?? "paused"}`);
for (const { commitmentNo, before, after } of movedChecks) console.log(`${commitmentNo}: ${before} → ${after}`);
console.log(`${clocks} clocks of ${projects} running projects, ${moved.length + movedChecks.length} moved`);
