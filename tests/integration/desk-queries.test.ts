import { afterAll, beforeAll, expect, test } from "vitest";
import { type CasesAsked, casesPage } from "../../app/application/queries/cases";
import { departmentInboxPage } from "../../app/application/queries/department-inbox";
import { explainDatePage } from "../../app/application/queries/explain-date";
import { itemPage } from "../../app/application/queries/item";
import { itemActPage } from "../../app/application/queries/item-act";
import { commitmentPage, commitmentTab } from "../../app/application/queries/project-commitment";
import { historyPage } from "../../app/application/queries/project-history";
import { overviewPage } from "../../app/application/queries/project-overview";
import { planPage } from "../../app/application/queries/project-plan";
import { stagesPage } from "../../app/application/queries/project-stages";
import { timelinePage } from "../../app/application/queries/project-timeline";
import { todayPage } from "../../app/application/queries/today";
import { GROUPS_OF, type WorkGroup } from "../../app/application/queries/work-groups";
import type { WorkRow } from "../../app/application/queries/work-rows";
import type { Services } from "../../app/application/services";
import type { Actor, Role } from "../../app/domain/case/context";
import { missingPrerequisites, plannedItems } from "../../app/domain/case/guards";
import { liveSimulated } from "../../app/domain/case/simulation/reads";
import type { ProjectCase } from "../../app/domain/case/state";
import { isStartStop } from "../../app/domain/plan/legal-stops";
import { countStatements } from "../support/statement-count";
import { type ToldDemo, tellDemo } from "../support/told-demo";

const TODAY = "2026-03-16";
/** Most statements a page of the desk may need, and one of a single project; the session takes two more. */
const MOST_STATEMENTS = 12;
const OF_ONE_PROJECT = 3;
const DESK_ROLES: readonly Role[] = ["agent", "intake", "issuing", "manager", "supervisor", "admin"];

let demo: ToldDemo;
let services: Services;
let cases: readonly ProjectCase[];
let people: readonly Actor[];

beforeAll(async () => {
  demo = await tellDemo(TODAY);
  ({ services, cases } = demo);
  const { q, t } = services.db;
  const roles = await q.select().from(t.personRole);
  people = roles.map(({ personId, centreId, role, departmentCode }) => ({ personId, name: "", role, centreId, departmentCode, enterpriseIds: [] }));
}, 120_000);

afterAll(async () => {
  await demo.close();
});

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { result, statements } = await countStatements(work);
  expect(result).not.toBeNull();
  return statements;
}

const someone = (role: Role, centreId = cases[0]?.project.centreId): Actor => {
  const found = people.find((person) => person.role === role && person.centreId === centreId);
  if (!found) throw new Error(`nobody is ${role} there`);
  return found;
};

/** Every row of a group, page by page. */
async function allRows(actor: Actor, group: WorkGroup): Promise<readonly WorkRow[]> {
  const rows: WorkRow[] = [];
  for (let after: string | null = null; ; ) {
    const page = await todayPage(services, actor, { group, after });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

test("each figure of Today is the number of rows behind it, and no item stands in two groups of a role", async () => {
  for (const actor of people.filter((person) => person.role !== "investor")) {
    const { figures } = await todayPage(services, actor, { group: null, after: null });
    const seen = new Map<string, WorkGroup>();
    for (const { group, count } of figures) {
      const rows = await allRows(actor, group);
      expect(rows.length, `${actor.role} ${group}`).toBe(count);
      // An extension is asked for an item that runs, a corrected item is also one to accept, a gap leaves the clock running, a
      // missed day or a question is ruled on while the item waits, and papers are signed for whatever the clock: these add to the others.
      if (["extension", "second-list", "gaps", "proposals", "path", "to-sign"].includes(group)) continue;
      for (const { itemNo } of rows) {
        expect(seen.get(itemNo), `${itemNo} is in ${group} too`).toBeUndefined();
        seen.set(itemNo, group);
      }
    }
  }
});

test("ready to submit are exactly the planned items of an officer whose prerequisites have ended and that are not simulated", async () => {
  for (const agent of people.filter((person) => person.role === "agent")) {
    const wanted = cases
      .filter((state) => state.project.agentId === agent.personId && state.project.status !== "completed")
      .flatMap((state) =>
        plannedItems(state).filter(
          (item) => item.status === "planned" && liveSimulated(state, item.id) === null && missingPrerequisites(state, item, TODAY).length === 0,
        ),
      )
      .map((item) => item.itemNo);
    expect((await allRows(agent, "ready")).map((row) => row.itemNo).sort()).toEqual(wanted.sort());
  }
});

test("what is late comes first on Today, then what is due soonest, then what has no day", async () => {
  const { rows } = await todayPage(services, someone("manager"), { group: null, after: null });
  const keys = rows.map(({ waitsFor: { light, on } }) => (light === "late" ? `0 ${on}` : on !== null ? `1 ${on}` : light === "paused" ? "2" : "3"));
  expect(keys.length).toBeGreaterThan(5);
  expect(keys).toEqual([...keys].sort());
});

test("a department sees its own items only, and a stranger's project or item is not there", async () => {
  const reviewer = people.find((person) => person.role === "reviewer" && person.departmentCode === "zr") as Actor;
  for (const group of GROUPS_OF.reviewer) {
    for (const { itemNo } of await allRows(reviewer, group)) {
      const state = cases.find((one) => Object.values(one.items).some((item) => item.itemNo === itemNo));
      expect(Object.values(state?.items ?? {}).find((item) => item.itemNo === itemNo)?.departmentCode).toBe("zr");
    }
  }
  const elsewhere = cases.find((state) => state.project.centreId !== reviewer.centreId) as ProjectCase;
  expect(await overviewPage(services, reviewer, elsewhere.project.projectNo)).toBeNull();
  expect(await itemPage(services, reviewer, Object.values(elsewhere.items)[0]?.itemNo ?? "")).toBeNull();
});

const ALL: CasesAsked = { q: "", light: null, status: null, category: null, agent: null, sort: "updated", way: "down", after: null, before: null };

test("the list of projects answers its filters and finds Chinese words", async () => {
  const manager = someone("manager");
  const here = cases.filter((state) => state.project.centreId === manager.centreId);
  expect((await casesPage(services, manager, ALL)).count).toBe(here.length);
  const running = await casesPage(services, manager, { ...ALL, status: "running" });
  expect(running.rows.every((row) => row.status === "running")).toBe(true);
  const late = await casesPage(services, manager, { ...ALL, light: "late" });
  expect(late.rows.map((row) => row.light)).toEqual(late.rows.map(() => "late"));
  const name = here[0]?.project.name ?? "";
  const found = await casesPage(services, manager, { ...ALL, q: name.slice(0, 2) });
  expect(found.rows.map((row) => row.name)).toContain(name);
  const byDue = await casesPage(services, manager, { ...ALL, sort: "due", way: "up" });
  expect(byDue.rows.map((row) => row.nextDueOn)).toEqual(byDue.rows.map((row) => row.nextDueOn).sort());
});

test("a page of the list leads on and back to itself, and a broken cursor shows the first page", async () => {
  const manager = someone("manager");
  const all = await casesPage(services, manager, { ...ALL, sort: "name", way: "up" });
  const first = all.rows[2];
  const row = cases.find((state) => state.project.projectNo === first?.projectNo)?.project;
  const cursor = `${row?.name}~${row?.id}`;
  const behind = await casesPage(services, manager, { ...ALL, sort: "name", way: "up", after: cursor });
  expect(behind.rows.map((one) => one.projectNo)).toEqual(all.rows.slice(3).map((one) => one.projectNo));
  const back = await casesPage(services, manager, { ...ALL, sort: "name", way: "up", before: behind.previous });
  expect(back.rows.map((one) => one.projectNo)).toEqual(all.rows.slice(0, 3).map((one) => one.projectNo));
  const broken = await casesPage(services, manager, { ...ALL, after: "yesterday~not-an-id" });
  expect(broken.rows.map((one) => one.projectNo)).toEqual((await casesPage(services, manager, ALL)).rows.map((one) => one.projectNo));
});

test("the account of a date ends in the numbers its clock shows", async () => {
  const manager = someone("manager");
  const clocked = cases
    .filter((state) => state.project.centreId === manager.centreId)
    .flatMap((state) => Object.values(state.items).filter((item) => item.acceptedOn !== null));
  let explained = 0;
  for (const { itemNo } of clocked) {
    for (const which of ["committed", "statutory"] as const) {
      const page = await explainDatePage(services, manager, itemNo, which);
      if (page === null || page === "no-clock" || page.clock.which !== which) continue;
      const days = page.weeks.flatMap((week) => week.days);
      const { reading, spec } = page.clock;
      const asOf = spec.endedOn !== null && spec.endedOn < TODAY ? spec.endedOn : TODAY;
      const counted = days.filter((day) => day.day <= asOf && day.counted !== null).map((day) => day.counted);
      expect(counted.at(-1) ?? 0, `${itemNo} ${which}`).toBe(reading.usedDays);
      if (reading.dueOn !== null && spec.limitDays > 0)
        expect(days.find((day) => day.day === reading.dueOn)?.counted, `${itemNo} ${which}`).toBe(spec.limitDays + spec.extensionDays);
      explained += 1;
    }
  }
  expect(explained).toBeGreaterThan(50);
});

test("a confirmed plan shows as confirmed, with nothing to confirm", async () => {
  const manager = someone("manager");
  for (const { project } of cases.filter((state) => state.project.centreId === manager.centreId && state.project.planConfirmedOn !== null)) {
    const page = await planPage(services, manager, project.projectNo, null);
    expect(page?.refusal).toBeNull();
    expect(page?.preview?.undecided).toEqual([]);
  }
});

test(`no page of the desk needs more than ${MOST_STATEMENTS} statements, none of one project more than ${OF_ONE_PROJECT}`, async () => {
  const manager = someone("manager");
  const state = cases.find((one) => one.project.centreId === manager.centreId && one.project.status === "running") as ProjectCase;
  const { projectNo } = state.project;
  const itemNo = Object.values(state.items).find((item) => item.acceptedOn !== null)?.itemNo ?? "";
  for (const work of [
    () => overviewPage(services, manager, projectNo),
    () => stagesPage(services, manager, projectNo),
    () => timelinePage(services, manager, projectNo, "all"),
    () => historyPage(services, manager, projectNo, null),
    () => planPage(services, manager, projectNo, null),
    () => itemPage(services, manager, itemNo),
    () => itemActPage(services, manager, itemNo, "correct-entry"),
    () => explainDatePage(services, manager, itemNo, null),
  ])
    expect(await statementsOf(work)).toBeLessThanOrEqual(OF_ONE_PROJECT);
  expect(await statementsOf(() => casesPage(services, manager, ALL))).toBeLessThanOrEqual(3);
  for (const role of DESK_ROLES)
    expect(await statementsOf(() => todayPage(services, someone(role), { group: null, after: null })), role).toBeLessThanOrEqual(MOST_STATEMENTS);
  for (const actor of people.filter((person) => person.role === "reviewer"))
    expect(await statementsOf(() => departmentInboxPage(services, actor, { show: null, after: null }))).toBeLessThanOrEqual(MOST_STATEMENTS);
});

test("the page of a commitment reads no more of the case than it shows, and shows the same as with all of it", async () => {
  let shown = 0;
  for (const { project } of cases) {
    for (const actor of people.filter(({ role, centreId }) => centreId === project.centreId && (role === "manager" || role === "reviewer"))) {
      const { result, statements } = await countStatements(() => commitmentTab(services, actor, project.projectNo));
      expect(result).toEqual((await commitmentPage(services, actor, project.projectNo))?.page ?? null);
      expect(statements, project.projectNo).toBeLessThanOrEqual(OF_ONE_PROJECT);
      shown += result?.commitments.length ?? 0;
    }
  }
  expect(shown).toBeGreaterThan(5);
});

test("R-456 (H44): offers no legal stop among what may be left out, and names those that stand", async () => {
  let named = 0;
  for (const { project, items } of cases.filter((state) => state.project.planConfirmedOn !== null)) {
    const page = await planPage(services, someone("manager", project.centreId), project.projectNo, null);
    const { droppable = [], standing = [] } = page?.preview ?? {};
    const addedOnly = (stop: string) => plannedItems({ items }).some(({ code, required }) => code === stop && !required);
    expect(droppable.filter(({ code }) => isStartStop(code) && !addedOnly(code))).toEqual([]);
    const waiting = plannedItems({ items }).filter(({ code, status }) => isStartStop(code) && status === "planned");
    if (page?.preview?.unchanged) expect(standing.map(({ code }) => code).sort()).toEqual(waiting.map(({ code }) => code).sort());
    named += standing.length;
  }
  expect(named).toBeGreaterThan(3);
});
