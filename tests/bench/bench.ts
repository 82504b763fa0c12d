// Measures the promised times (design.md 11) on a database of realistic size: npm run bench -- [--size 1k|10k|100k] [--fresh]
// Ratios compare with a bare query (50 rows of the same list by a prepared statement) and a bare HTTP answer of the same run,
// so that runs on different machines can be compared.
import { loadavg } from "node:os";
import { execute } from "../../app/application/execute";
import { recomputeClocks } from "../../app/application/maintenance/recompute-clocks";
import { openServices } from "../../app/application/open-services";
import { type CasesAsked, casesPage } from "../../app/application/queries/cases";
import { historyPage } from "../../app/application/queries/project-history";
import { overviewPage } from "../../app/application/queries/project-overview";
import { stagesPage } from "../../app/application/queries/project-stages";
import { todayPage } from "../../app/application/queries/today";
import { workingCalendar } from "../../app/domain/calendar/working-calendar";
import type { Actor } from "../../app/domain/case/context";
import { loadCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";
import { bareAnswer, bareQuery } from "./bare";
import { AGENTS, benchDatabase, CENTRE_ID, TODAY } from "./generate";
import { countStatements, type Measured, measure, measureTogether } from "./measure";

const SIZES: Readonly<Record<string, number>> = { "1k": 1_000, "10k": 10_000, "100k": 100_000 };
const sizeName = process.argv[process.argv.indexOf("--size") + 1] ?? "";
const size = process.argv.includes("--size") ? SIZES[sizeName] : SIZES["10k"];
if (!size) {
  console.error(`--size is one of ${Object.keys(SIZES).join(", ")}`);
  process.exit(2);
}

const made = await benchDatabase(size, { fresh: process.argv.includes("--fresh") });
countStatements();
const services = await openServices({ databaseUrl: `file:${made.path}`, today: TODAY });
const { db } = services;
const person = (role: Actor["role"], id = uuidv7()): Actor => ({
  personId: id,
  name: "量测员",
  role,
  centreId: CENTRE_ID,
  departmentCode: null,
  enterpriseIds: [],
});
const manager = person("manager");
const agent = person("agent", AGENTS[7]?.id);

const { project } = db.t;
const numbers = await db.q
  .select({ no: project.projectNo })
  .from(project)
  .limit(2_000)
  .offset(Math.floor(size / 2));
const numberAt = (run: number): string => numbers[(run * 37) % numbers.length]?.no ?? "";
const [items, events] = [await db.q.$count(db.t.item), await db.q.$count(db.t.caseEvent)];
console.log(
  `${size} projects, ${items} items, ${events} events${made.wholeHistories ? "" : " (only the start of each history: the file would hold little else)"}; SQLite, one process; load average ${loadavg()[0]?.toFixed(1)} before the run\n`,
);

const asked = (says: Partial<CasesAsked>): CasesAsked => ({
  q: "",
  light: null,
  status: null,
  category: null,
  agent: null,
  sort: "updated",
  way: "down",
  after: null,
  before: null,
  ...says,
});
const bare = await measure(2_000, bareQuery(made.path));
const http = await bareAnswer();

const rows: Record<string, Record<string, string>> = {};
const failed: string[] = [];
/** Prints as it goes: the large sizes take a while. */
function note(what: string, got: Measured, budget: { p99?: number; perSecond?: number } = {}, against: Measured = bare): void {
  const within = (budget.p99 === undefined || got.p99 <= budget.p99) && (budget.perSecond === undefined || got.perSecond >= budget.perSecond);
  const promised = budget.p99 !== undefined ? `p99 ≤ ${budget.p99} ms` : budget.perSecond !== undefined ? `≥ ${budget.perSecond}/s` : "";
  if (!within) failed.push(what);
  rows[what] = {
    "p50 ms": got.p50.toFixed(2),
    "p99 ms": got.p99.toFixed(2),
    "cpu ms": got.cpu.toFixed(2),
    "per s": got.perSecond.toFixed(0),
    statements: String(got.statements),
    bytes: String(got.bytes),
    "× bare": (got.p50 / against.p50).toFixed(1),
    budget: promised && `${promised} ${within ? "✓" : "✗"}`,
  };
  process.stderr.write(`${what}: p50 ${got.p50.toFixed(2)} p99 ${got.p99.toFixed(2)} ms, ${got.perSecond.toFixed(0)}/s\n`);
}

note("bare query, 50 rows", bare);
note("bare HTTP answer", http, {}, http);
const runs = size > 10_000 ? 200 : 400;
const list =
  (says: Partial<CasesAsked>, who = manager) =>
  () =>
    casesPage(services, who, asked(says));
note("list, newest first", await measure(runs, list({})), { p99: 50 });
note("list, running", await measure(runs, list({ status: "running" })), { p99: 50 });
note("list, running by name", await measure(runs, list({ status: "running", sort: "name", way: "up" })), { p99: 50 });
note("list, late by due day", await measure(runs, list({ light: "late", sort: "due", way: "up" })), { p99: 50 });
note("list, due soon", await measure(runs, list({ light: "warn" })), { p99: 50 });
note("list, of one officer", await measure(runs, list({ agent: agent.personId })), { p99: 50 });
note("list, by number", await measure(runs, list({ sort: "number", way: "up" })), { p99: 50 });
const words = ["污水", "污水处理", "滨海新区", "厂", "HY-2026-000123", "数据中心 二期"];
note("search", await measure(runs, (run) => casesPage(services, manager, asked({ q: words[run % words.length] ?? "" }))), { p99: 50 });
note("today, officer", await measure(runs, () => todayPage(services, agent, { group: null, after: null })), { p99: 50 });
note("today, manager", await measure(runs, () => todayPage(services, manager, { group: null, after: null })), { p99: 50 });
note("today, window", await measure(runs, () => todayPage(services, person("intake"), { group: null, after: null })), { p99: 50 });
note("load a case", await measure(runs, (run) => loadCase(db.q, db.t, CENTRE_ID, { projectNo: numberAt(run) })));
note("project overview", await measure(runs, (run) => overviewPage(services, manager, numberAt(run))), { p99: 60 });
note("project stages", await measure(runs, (run) => stagesPage(services, manager, numberAt(run))), { p99: 60 });
note("project history", await measure(runs, (run) => historyPage(services, manager, numberAt(run), null)), { p99: 60 });

const command = (run: number) =>
  execute(
    services,
    agent,
    { type: "add-note", itemNo: null, text: `第 ${run} 次电话回访`, shownToInvestor: false },
    { projectNo: numberAt(run), idempotencyKey: uuidv7() },
  );
note("one durable command", await measure(400, command), { p99: 25 });
note("commands, 16 in flight", await measureTogether(1_500, 16, command), { perSecond: 300 });

const closed = workingCalendar(services.calendars, [{ day: "2026-03-24", reason: "停电" }]);
for (const [what, changed] of [
  ["recompute after a closure", closed],
  ["recompute back", services.calendarOf(CENTRE_ID)],
] as const) {
  let told = "";
  const got = await measureTogether(1, 1, async () => {
    const { clocks, moved } = await recomputeClocks({ ...services, calendarOf: () => changed });
    told = `${what}, ${clocks} clocks, ${moved.length} moved`;
  });
  note(told, got, { p99: 5_000 });
}
await db.close();

console.log("");
console.table(rows);
console.log(failed.length === 0 ? "All within budget." : `Over budget: ${failed.join("; ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
