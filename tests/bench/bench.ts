// Measures the promised times (design.md 11) on a database of realistic size:
//   npm run bench -- [--size 1k|10k|100k] [--fresh] [--compare] [--no-pages] [--reports]
// Ratios compare the p50 with a bare query (50 rows of the same list by a prepared statement), for pages with that and a bare
// HTTP answer of the same run, so that runs on different machines can be compared. Pages are measured when build/main.js exists.
import { loadavg } from "node:os";
import { and, eq } from "drizzle-orm";
import { execute } from "../../app/application/execute";
import { recomputeClocks } from "../../app/application/maintenance/recompute-clocks";
import { openServices } from "../../app/application/open-services";
import { boardPage } from "../../app/application/queries/board";
import { type CasesAsked, casesPage } from "../../app/application/queries/cases";
import { commitmentList } from "../../app/application/queries/commitment-list";
import { commitmentTab } from "../../app/application/queries/project-commitment";
import { historyPage } from "../../app/application/queries/project-history";
import { overviewPage } from "../../app/application/queries/project-overview";
import { stagesPage } from "../../app/application/queries/project-stages";
import { timelinePage } from "../../app/application/queries/project-timeline";
import { simulationList } from "../../app/application/queries/simulation-list";
import { todayPage } from "../../app/application/queries/today";
import { queuePage } from "../../app/application/queries/waiting-queue";
import type { Services } from "../../app/application/services";
import { workingCalendar } from "../../app/domain/calendar/working-calendar";
import type { Actor } from "../../app/domain/case/context";
import { loadCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";
import { bareAnswer, bareQuery } from "./bare";
import { Budgets, say } from "./budgets";
import { benchCast, LONG_CASE } from "./cast";
import { benchDatabase, CENTRE_ID, TODAY } from "./generate";
import { type Measured, measure, measureTogether } from "./measure";
import { pageStatements } from "./page-statements";
import { measurePages, walkOf } from "./pages";
import { drawReports } from "./reports";
import { startBuiltServer } from "./server";

const SIZES: Readonly<Record<string, number>> = { "1k": 1_000, "10k": 10_000, "100k": 100_000 };
const given = (option: string) => process.argv.includes(option);
const size = given("--size") ? SIZES[process.argv[process.argv.indexOf("--size") + 1] ?? ""] : SIZES["10k"];
if (!size) {
  console.error(`--size is one of ${Object.keys(SIZES).join(", ")}`);
  process.exit(2);
}

const made = await benchDatabase(size, { fresh: given("--fresh") });
const cast = await benchCast(made.path);
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
const agent = person("agent", cast.agent.id);

const { project } = db.t;
const numbers = await db.q
  .select({ no: project.projectNo })
  .from(project)
  .limit(2_000)
  .offset(Math.floor(size / 2));
const numberAt = (run: number): string => numbers[(run * 37) % numbers.length]?.no ?? "";
const [items, events] = [await db.q.$count(db.t.item), await db.q.$count(db.t.caseEvent)];
console.log(
  `${size} projects, ${items} items, ${events} events${made.wholeHistories ? "" : " (only the start of each history: the file would hold little else)"}; ` +
    `long case of ${cast.longCase.items} items, ${cast.longCase.events} events; SQLite, one process; load average ${loadavg()[0]?.toFixed(1)} before the run`,
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
const budgets = new Budgets();
const bare = await measure(2_000, bareQuery(made.path));
const http = await bareAnswer();
say("bare query, 50 rows", bare);
say("bare HTTP answer", http);
const overBare = ({ p50 }: Measured) => p50 / bare.p50;
const overBareAnswer = ({ p50 }: Measured) => p50 / (bare.p50 + http.p50);
const note = async (what: string, running: Promise<Measured>): Promise<Measured> => {
  const got = await running;
  say(what, got);
  return got;
};

const runs = size > 10_000 ? 200 : 400;
const list =
  (says: Partial<CasesAsked>, of: Services = services) =>
  () =>
    casesPage(of, manager, asked(says));
const LISTS: readonly (readonly [string, Partial<CasesAsked>])[] = [
  ["newest first", {}],
  ["running", { status: "running" }],
  ["running by name", { status: "running", sort: "name", way: "up" }],
  ["late by due day", { light: "late", sort: "due", way: "up" }],
  ["due soon", { light: "warn" }],
  ["of one officer", { agent: agent.personId }],
  ["by number", { sort: "number", way: "up" }],
];
/** At 10,000 projects the first issue asks for more than the design does at 100,000. */
const most = size > 10_000 ? { list: 50, search: 50 } : { list: 30, search: 40 };
const lists: Measured[] = [];
for (const [what, says] of LISTS) lists.push(await note(`list, ${what}`, measure(runs, list(says))));
const slowest = lists.reduce((worst, one) => (one.p99 > worst.p99 ? one : worst));
budgets.check("case list, slowest of its filters, p99", { most: most.list }, slowest.p99, "ms", overBare(slowest));
const words = ["污水", "污水处理", "滨海新区", "厂", "HY-2026-000123", "数据中心 二期"];
const search = await note(
  "search",
  measure(runs, (run) => casesPage(services, manager, asked({ q: words[run % words.length] ?? "" }))),
);
budgets.check("search, p99", { most: most.search }, search.p99, "ms", overBare(search));
const answers = await note("list, 10 at once", measureTogether(1_000, 10, list({ status: "running" })));
budgets.check("list answers, 10 at once, without the page around them", { least: 500 }, answers.perSecond, "/s", overBare(answers));

if (given("--compare")) {
  const small = await benchDatabase(1_000);
  const smallServices = await openServices({ databaseUrl: `file:${small.path}`, today: TODAY });
  // In turns, so that what else the machine does meanwhile touches both alike.
  const [here, there]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 8; turn++)
    for (const [, says] of LISTS) {
      there.push((await measure(25, list(says, smallServices))).p50);
      here.push((await measure(25, list(says))).p50);
    }
  await smallServices.db.close();
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
  budgets.check(`case list here ÷ at 1,000 projects (${(sum(there) / there.length).toFixed(1)} ms)`, { most: 1.3 }, sum(here) / sum(there), "×");
}

const today = await note(
  "today, officer",
  measure(runs, () => todayPage(services, agent, { group: null, after: null })),
);
budgets.check("Today of an officer, p99", { most: 60 }, today.p99, "ms", overBare(today));
await note(
  "today, manager",
  measure(runs, () => todayPage(services, manager, { group: null, after: null })),
);
const queue = await note(
  "queue",
  measure(runs, () => queuePage(services, manager, { kind: null, own: false, after: null })),
);
budgets.check("queue of a manager, p99", { most: 60 }, queue.p99, "ms", overBare(queue));
const board = await note(
  "board",
  measure(runs, () => boardPage(services, manager)),
);
budgets.check("board, p99", { most: 100 }, board.p99, "ms", overBare(board));
await note(
  "simulations, opinions about to end",
  measure(runs, () => simulationList(services, manager, { by: "validity", band: "ending" }, null)),
);
await note(
  "commitments, checks to come",
  measure(runs, () => commitmentList(services, manager, { by: "point", point: "before-start", state: "coming" }, null)),
);
const { commitment } = db.t;
const promised = await db.q
  .select({ no: project.projectNo })
  .from(commitment)
  .innerJoin(project, and(eq(project.centreId, commitment.centreId), eq(project.id, commitment.projectId)))
  .limit(500);
const tab = await note(
  "commitment of a project",
  measure(runs, (run) => commitmentTab(services, manager, promised[run % promised.length]?.no ?? "")),
);
budgets.check("commitment of a project, statements", { most: 4 }, tab.statements, "statements");
await note(
  "load a case",
  measure(runs, (run) => loadCase(db, CENTRE_ID, { projectNo: numberAt(run) })),
);
const overview = await note(
  "project overview",
  measure(runs, (run) => overviewPage(services, manager, numberAt(run))),
);
budgets.check("project, p50", { most: 8 }, overview.p50, "ms", overBare(overview));
budgets.check("project, statements", { most: 4 }, overview.statements, "statements");
await note(
  "project stages",
  measure(runs, (run) => stagesPage(services, manager, numberAt(run))),
);
await note(
  "project history",
  measure(runs, (run) => historyPage(services, manager, numberAt(run), null)),
);
const timeline = await note(
  "project timeline, long case",
  measure(runs, () => timelinePage(services, manager, LONG_CASE.projectNo, "month")),
);
budgets.check("timeline of the long case, without the page around it, p99", { most: 60 }, timeline.p99, "ms", overBare(timeline));

const command = (run: number) =>
  execute(
    services,
    agent,
    { type: "add-note", itemNo: null, text: `第 ${run} 次电话回访`, shownToInvestor: false },
    { projectNo: numberAt(run), idempotencyKey: uuidv7() },
  );
const one = await note("one durable command", measure(400, command));
budgets.check("one durable command, p99", { most: 25 }, one.p99, "ms", overBare(one));
const many = await note("commands, 16 in flight", measureTogether(1_500, 16, command));
budgets.check("commands, 16 in flight", { least: 300 }, many.perSecond, "/s", overBare(many));

const closed = workingCalendar(services.calendars, [{ day: "2026-03-24", reason: "停电" }]);
const recomputed = { clocks: 1, moved: 0 };
const recompute = await note(
  "recompute, a closure in turns with none",
  measure(6, async (run) => {
    const { clocks, moved } = await recomputeClocks({ ...services, calendarOf: run % 2 === 0 ? () => closed : services.calendarOf });
    Object.assign(recomputed, { clocks, moved: moved.length });
  }),
);
budgets.check(
  `recompute of ${recomputed.clocks} clocks, ${recomputed.moved} moved, as if they were 100,000`,
  { most: 5 },
  ((recompute.p50 / recomputed.clocks) * 100_000) / 1000,
  "s",
  overBare(recompute) / recomputed.clocks,
);
if (given("--reports")) {
  const reports = await note(
    "progress reports, 1,000 in a row",
    drawReports(services, () => person("agent"), numberAt, 1_000),
  );
  budgets.check("1,000 progress reports in one run, p50 of one", { most: 80 }, reports.p50, "ms", overBare(reports));
}
await db.close();

const walk = walkOf(cast, words, numberAt);
const server = given("--no-pages") ? null : await startBuiltServer(made.path, TODAY);
if (server) {
  try {
    budgets.check("start to first answered page", { most: 2_000 }, server.startMs, "ms");
    const { times, scripts, deskBytes } = await measurePages(server, walk);
    const asked = await pageStatements(made.path, TODAY, walk);
    for (const page of Object.keys(times) as (keyof typeof times)[]) say(`HTTP: ${page}`, { ...times[page], statements: asked[page] });
    const page = (promise: string, limit: number, got: Measured) => budgets.check(`page: ${promise}, p99`, { most: limit }, got.p99, "ms", overBareAnswer(got));
    page("case list", most.list, times.list);
    page("case list, filtered and sorted", most.list, times.filtered);
    page("search", most.search, times.search);
    budgets.check("page: case list, 10 connections", { least: 150 }, times.crowd.perSecond, "/s");
    page("project", 60, times.overview);
    page("long project", 60, times.longOverview);
    page("timeline of the long project", 60, times.longTimeline);
    page("investor's project", 60, times.portal);
    page("public progress", 60, times.public);
    budgets.check("progress report of the long project, p50", { most: 80 }, times.report.p50, "ms", overBareAnswer(times.report));
    budgets.check("progress report, bytes", { most: 60 }, times.report.bytes / 1024, "KB");
    for (const [what, { bytes, files }] of Object.entries(scripts))
      budgets.check(`script of a ${what} page (${files.join(", ") || "none"})`, { most: 15 }, bytes / 1024, "KB");
    budgets.check("desk page (timeline) with styles and script", { most: 130 }, deskBytes / 1024, "KB");
  } finally {
    await server.stop();
  }
} else budgets.skip("pages over HTTP", given("--no-pages") ? "left out" : "build/main.js is missing: npm run build");

console.log("");
budgets.print();
console.log(`Load average ${loadavg()[0]?.toFixed(1)} after the run.`);
console.log(budgets.broken.length === 0 ? "All within budget." : `Over budget: ${budgets.broken.join("; ")}`);
process.exitCode = budgets.broken.length === 0 ? 0 : 1;
