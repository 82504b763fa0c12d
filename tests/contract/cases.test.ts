import { beforeAll, expect, test } from "vitest";
import { type CaseLight, type CaseSort, type CasesAsked, casesPage, lightOfProject } from "../../app/application/queries/cases";
import type { Project, ProjectStatus } from "../../app/domain/case/state";
import { uuidv7 } from "../../db/uuid";
import { aCase, anItem, aProject, writeCase } from "../builders/case-rows";
import { hengyang } from "../builders/case-story";
import { aCentre, anOfficer, type TestCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";
import { World } from "../support/world";

const TODAY = "2026-03-16";
const ALL: CasesAsked = { q: "", light: null, status: null, category: null, agent: null, sort: "updated", way: "down", after: null, before: null };
const STATUSES: readonly ProjectStatus[] = ["registered", "planned", "running", "completed"];
const DAYS = [null, "2026-03-10", "2026-03-16", "2026-03-17", "2026-04-01"];

onEachEngine("the list of cases", (at) => {
  let centre: TestCentre;
  let world: World;
  let officer: string;
  const projects: Project[] = [];
  const departments = new Map<string, string>();

  beforeAll(async () => {
    const { db } = at();
    world = await World.open(db);
    world.today = TODAY;
    centre = world.centre;
    const other = await aCentre(db, "ZB");
    officer = await anOfficer(db, centre.id, "李敏");
    await anOfficer(db, other.id, "别处的人");
    const enterpriseId = uuidv7();
    for (let n = 0; n < 70; n++) {
      const running = n % 3;
      const project = aProject(n === 69 ? other.id : centre.id, {
        projectNo: `HY-2026-${1000 + n}`,
        projectCode: null,
        enterpriseId,
        name: `${["污水处理厂", "数据中心"][n % 2]}${n}期`,
        category: n % 5 === 0 ? "GOV" : "IND",
        packDigest: hengyang.digest,
        status: STATUSES[n % 4] ?? "running",
        agentId: n % 4 === 1 ? officer : null,
        warnFrom: DAYS[n % 5] ?? null,
        lateFrom: DAYS[(n + 1) % 5] ?? null,
        nextDueOn: DAYS[(n + 2) % 5] ?? null,
        runningCount: running,
        pausedCount: n % 2,
        updatedAt: `2026-03-02T02:00:${String(n % 60).padStart(2, "0")}.000Z`,
      });
      const departmentCode = n % 7 === 0 ? "zr" : "fg";
      departments.set(project.projectNo, departmentCode);
      await writeCase(db, aCase(project, [anItem({ itemNo: `${project.projectNo}-01`, departmentCode })]));
      if (n < 69) projects.push(project);
    }
  });

  /** All rows page by page, as links lead; each page must be what the filters say by themselves. */
  async function walk(asked: Partial<CasesAsked>, role: "manager" | "reviewer" = "manager"): Promise<readonly string[]> {
    const actor = centre.person("周", role, { departmentCode: "zr" });
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await casesPage(world.services, actor, { ...ALL, ...asked, after });
      seen.push(...page.rows.map((row) => row.projectNo));
      if (page.next === null) {
        expect(page.count).toBe(seen.length);
        return seen;
      }
      after = page.next;
    }
  }

  const KEY: Readonly<Record<CaseSort, (project: Project) => string>> = {
    updated: (project) => project.updatedAt,
    due: (project) => project.nextDueOn ?? "",
    name: (project) => project.name,
    number: (project) => project.projectNo,
  };
  const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const wanted = (is: (project: Project) => boolean, sort: CaseSort = "updated", up = false) =>
    projects
      .filter(is)
      .sort((a, b) => (bytes(KEY[sort](a), KEY[sort](b)) || bytes(a.id, b.id)) * (up ? 1 : -1))
      .map((project) => project.projectNo);

  test("is whole, page by page, in every order and both ways", async () => {
    for (const sort of ["updated", "name", "number", "due"] as const)
      for (const way of ["up", "down"] as const)
        expect(await walk({ sort, way }), `${sort} ${way}`).toEqual(wanted((one) => sort !== "due" || one.nextDueOn !== null, sort, way === "up"));
  });

  test("a query that is built once answers each asking with its own values", async () => {
    for (const status of [...STATUSES, ...STATUSES]) expect(await walk({ status }), status).toEqual(wanted((one) => one.status === status));
    for (const category of ["GOV", "IND", "GOV"] as const) expect(await walk({ category })).toEqual(wanted((one) => one.category === category));
    for (const agent of [officer, "none", officer]) expect(await walk({ agent })).toEqual(wanted((one) => (one.agentId ?? "none") === agent));
    for (const status of STATUSES)
      expect(await walk({ status, category: "IND", agent: officer, sort: "due", way: "up" })).toEqual(
        wanted((one) => one.status === status && one.category === "IND" && one.agentId === officer && one.nextDueOn !== null, "due", true),
      );
  });

  test("each light is the one the rows show, except that any paused item makes a project found as paused", async () => {
    const is: Readonly<Record<CaseLight, (project: Project) => boolean>> = {
      late: (one) => lightOfProject(one, TODAY) === "late",
      warn: (one) => lightOfProject(one, TODAY) === "warn",
      ok: (one) => one.runningCount > 0 && (one.warnFrom === null || one.warnFrom > TODAY),
      paused: (one) => one.pausedCount > 0,
    };
    for (const light of ["late", "warn", "ok", "paused"] as const) expect(await walk({ light }), light).toEqual(wanted(is[light]));
  });

  test("a department is shown the projects in which it has an item, another centre none", async () => {
    expect(await walk({}, "reviewer")).toEqual(wanted((one) => departments.get(one.projectNo) === "zr"));
    const { agents } = await casesPage(world.services, centre.person("周", "manager"), ALL);
    expect(agents.map(({ name }) => name)).toEqual(["李敏"]);
  });

  test("a search narrows whatever else is asked", async () => {
    expect(await walk({ q: "数据中心" })).toEqual(wanted((one) => one.name.includes("数据中心")));
    expect(await walk({ q: "污水", status: "running" })).toEqual(wanted((one) => one.name.includes("污水") && one.status === "running"));
    expect(await walk({ q: "HY-2026-1007" })).toEqual(["HY-2026-1007"]);
  });
});
