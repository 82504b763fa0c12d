import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import { portalHome } from "../../app/application/queries/portal-home";
import { portalProject } from "../../app/application/queries/portal-project";
import { simulationPage } from "../../app/application/queries/project-simulation";
import { stagesPage } from "../../app/application/queries/project-stages";
import { simulationWork } from "../../app/application/queries/simulation-work";
import { windowProjectPage } from "../../app/application/queries/window-project";
import type { Services } from "../../app/application/services";
import type { Actor } from "../../app/domain/case/context";
import { missingPrerequisites } from "../../app/domain/case/guards";
import { liveSimulated } from "../../app/domain/case/simulation/reads";
import { hengyangKey } from "../../db/seeds/stories/hengyang-key";
import { type DatabasePlace, databasePlace } from "../support/databases";
import { countStatements } from "../support/statement-count";

/** The demo's key projects: one waits for its land today, one is converting, one waits for a signature, one ran out. */
let place: DatabasePlace;
let services: Services;
let people: Readonly<Record<"agent" | "manager" | "planning" | "intake" | "investor", Actor>>;

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: "2026-03-16" });
  await raiseDemoCentres(services, hengyangKey, "no password opens this");
  const cast = await readCast(services);
  await playStories(services, hengyangKey, cast);
  const named = (name: string) => cast.named(`demo-hy-${name}`);
  people = { agent: named("agent"), manager: named("manager"), planning: named("zr"), intake: named("intake"), investor: named("investor2") };
}, 120_000);
afterAll(async () => {
  await services.db.close();
  await place.remove();
});

test("R-427: a conversion is told with its day and what blocks it, by stored rows alone and in two statements", async () => {
  const rows = (await simulationWork(services, people.agent)).filter(({ projectName }) => projectName.includes("特种电机"));
  expect(rows.map(({ item, group, light, inDays, blockedBy }) => [item?.name.zh, group, light, inDays, blockedBy])).toEqual([
    ["建设工程规划许可证核发", "conversion", "none", -6, ["prerequisites", "differences"]],
    ["建设用地规划许可证核发", "conversion", "warn", 0, []],
    ["建设工程设计方案审查（含批前公示）", "conversion", "warn", 0, ["differences"]],
  ]);
  for (const actor of Object.values(people)) {
    const { statements } = await countStatements(() => simulationWork(services, actor));
    expect(statements, actor.role).toBeLessThanOrEqual(actor.role === "investor" ? 0 : 2);
  }
});

test("R-427: what Today tells of a conversion is what the page of the run works out", async () => {
  const rows = (await simulationWork(services, people.manager)).filter(({ group, light }) => group === "conversion" && light !== "none");
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    const seen = await simulationPage(services, people.manager, row.projectNo);
    const item = seen?.page.runs.flatMap((run) => run.items).find(({ itemNo }) => itemNo === row.item?.itemNo);
    expect([item?.conversionDueOn, item?.conversionLight, item?.blocks.map(({ kind }) => kind)]).toEqual([row.on, row.light, row.blockedBy]);
  }
});

test("R-427: the officer is told the day the land is expected, the department what changed, the manager what to rule on", async () => {
  const groups = async (actor: Actor) =>
    (await simulationWork(services, actor)).map(({ group, light, inDays, projectName }) => [projectName, group, light, inDays]);
  expect(await groups(people.agent)).toContainEqual(["年产5GWh储能电池基地项目", "trigger", "warn", 0]);
  expect((await groups(people.planning)).filter(([name]) => name === "特种电机及驱动系统产业化项目").map(([, group]) => group)).toEqual([
    "differences",
    "differences",
  ]);
  // The letter of the fourth project is not signed: that is the enterprise's move, not the manager's.
  expect((await groups(people.manager)).some(([, group]) => group === "ruling")).toBe(false);
  expect((await groups(people.intake)).every(([, group]) => group === "conversion")).toBe(true);
});

test("R-428: the investor is told what a run asks for, and nothing of what asks for nothing", async () => {
  const { projects } = await portalHome(services, people.investor, null);
  const told = projects.flatMap(({ name, simulationDues, letters }) => [
    ...letters.map(() => `${name} letter`),
    ...simulationDues.map(({ kind, inDays, defects }) => `${name} ${kind} ${inDays} ${defects.length}`),
  ]);
  expect(told.sort()).toEqual(["年产5GWh储能电池基地项目 correct null 2", "年产5GWh储能电池基地项目 trigger 0 0", "高端铸件智能工厂项目 letter"].sort());
  for (const { projectNo, simulationDues } of projects) {
    const page = await portalProject(services, people.investor, projectNo);
    expect(page?.simulation.flatMap(({ dues }) => dues)).toEqual(simulationDues);
  }
});

test("R-431: an item on its simulated way is told as such, and never as ready to be handed in", async () => {
  const { projects } = await portalHome(services, people.investor, null);
  for (const { projectNo, todo } of projects) {
    const page = await portalProject(services, people.investor, projectNo);
    const live = new Set(page?.simulation.flatMap(({ live: on, items }) => (on ? items : [])).map(({ itemNo }) => itemNo));
    const stages = await stagesPage(services, people.manager, projectNo);
    const simulated = stages?.stages.flatMap(({ items }) => items).filter(({ holder }) => holder.kind === "simulation") ?? [];
    for (const { itemNo } of simulated) expect(live.has(itemNo)).toBe(true);
    for (const { itemNo } of todo.submit) expect(simulated.map((item) => item.itemNo)).not.toContain(itemNo);
  }
});

test("R-496: an item on its simulated way does not stand among those a window may receive", async () => {
  const projectNos = [...new Set((await simulationWork(services, people.agent)).map(({ projectNo }) => projectNo))];
  let live = 0;
  for (const projectNo of projectNos) {
    const seen = await windowProjectPage(services, people.intake, projectNo, "receive");
    if (!seen) throw new Error(`${projectNo} is not there`);
    const { state } = seen.found;
    const simulated = Object.values(state.items).filter((item) => item.status === "planned" && liveSimulated(state, item.id) !== null);
    live += simulated.filter((item) => missingPrerequisites(state, item, "9999-12-31").length === 0).length;
    const offered = new Set(seen.page.lines.map(({ itemNo }) => itemNo));
    expect(simulated.filter(({ itemNo }) => offered.has(itemNo)).map(({ itemNo }) => itemNo)).toEqual([]);
  }
  expect(live).toBeGreaterThan(0);
});
