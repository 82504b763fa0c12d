// Closes one centre for a day and works its running clocks out again:
//   npm run close-day -- --centre HY --day 2026-12-25 --reason 停电
import { parseArgs } from "node:util";
import { closeDay } from "../app/application/maintenance/close-day";
import { openServices } from "../app/application/open-services";
import { progressBar } from "./progress-bar";

const { values } = parseArgs({ options: { centre: { type: "string" }, day: { type: "string" }, reason: { type: "string" } } });
if (!values.centre || !values.day || !values.reason) {
  console.error("usage: npm run close-day -- --centre <code> --day <YYYY-MM-DD> --reason <why>");
  process.exit(2);
}
const services = await openServices({ databaseUrl: process.env.DATABASE_URL || "file:data/daiban.sqlite", today: null });
const done = await closeDay(services, { centreCode: values.centre, day: values.day, reason: values.reason }, progressBar("clocks"));
await services.db.close();

if (!done.ok) {
  console.error(`refused: ${done.error.code} (${done.error.field})`);
  process.exit(1);
}
for (const { itemNo, nameZh, before, after } of done.value.moved) console.log(`${itemNo} ${nameZh}: ${before ?? "paused"} → ${after ?? "paused"}`);
for (const { commitmentNo, before, after } of done.value.movedChecks) console.log(`${commitmentNo}: ${before} → ${after}`);
console.log(
  `${values.centre} is closed on ${values.day}; ${done.value.moved.length + done.value.movedChecks.length} due dates moved. Start running servers again.`,
);
