import { afterAll, beforeAll, expect, test } from "vitest";
import { raiseDemoCentres, readCast } from "../../app/application/maintenance/demo-cast";
import { playStories } from "../../app/application/maintenance/play-stories";
import { openServices } from "../../app/application/open-services";
import { commitmentWork } from "../../app/application/queries/commitment-work";
import { evidencePage } from "../../app/application/queries/evidence-view";
import { portalHome } from "../../app/application/queries/portal-home";
import { portalProject } from "../../app/application/queries/portal-project";
import { commitmentPage } from "../../app/application/queries/project-commitment";
import type { Services } from "../../app/application/services";
import type { Actor } from "../../app/domain/case/context";
import { creditOf } from "../../db/repositories/credit";
import { hengyangCommitment } from "../../db/seeds/stories/hengyang-commitment";
import { type DatabasePlace, databasePlace } from "../support/databases";
import { countStatements } from "../support/statement-count";

/** The demo's commitments: kept, a point overdue, broken, to be signed, to be put in force. */
let place: DatabasePlace;
let services: Services;
let people: Readonly<Record<"agent" | "agent2" | "manager" | "housing" | "culture" | "intake" | "supervisor" | "investor", Actor>>;

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  services = await openServices({ databaseUrl: place.url, today: "2026-03-16" });
  await raiseDemoCentres(services, hengyangCommitment, "no password opens this");
  const cast = await readCast(services);
  await playStories(services, hengyangCommitment, cast);
  const named = (name: string) => cast.named(`demo-hy-${name}`);
  people = {
    agent: named("agent"),
    agent2: named("agent2"),
    manager: named("manager"),
    housing: named("zj"),
    culture: named("rf"),
    intake: named("intake"),
    supervisor: named("supervisor"),
    investor: named("investor"),
  };
}, 120_000);
afterAll(async () => {
  await services.db.close();
  await place.remove();
});

const numbered = async (name: string): Promise<string> => {
  const rows = await services.db.q.select({ no: services.db.t.project.projectNo, name: services.db.t.project.name }).from(services.db.t.project);
  return rows.find((row) => row.name.includes(name))?.no ?? "";
};

test("R-374 (F32): what commitments ask of a person today, the earliest first, in two statements", async () => {
  const told = async (actor: Actor) =>
    (await commitmentWork(services, actor)).map(({ projectName, group, point, inDays }) => [projectName, group, point, inDays]);
  const tools = ["数控刀具生产基地项目", "force", null, -15];
  const gears = ["精密齿轮箱扩能项目", "check", "construction", -5];
  expect(await told(people.manager)).toEqual([tools, gears]);
  expect(await told(people.housing)).toEqual([gears]);
  expect(await told(people.supervisor)).toEqual([gears]);
  expect(await told(people.agent2)).toEqual([gears]);
  expect(await told(people.culture)).toEqual([]);
  expect(await told(people.intake)).toEqual([]);
  expect((await commitmentWork(services, people.manager)).map(({ light }) => light)).toEqual(["none", "late"]);
  for (const actor of Object.values(people)) {
    const { statements } = await countStatements(() => commitmentWork(services, actor));
    expect(statements, actor.role).toBeLessThanOrEqual(2);
  }
});

test("R-374 (H44): the page of a project's commitment keeps to the statements of a project page and shows what is overdue", async () => {
  const projectNo = await numbered("精密齿轮箱");
  const { result, statements } = await countStatements(() => commitmentPage(services, people.manager, projectNo));
  expect(statements).toBe(3);
  const [shown] = result?.page.commitments ?? [];
  expect(shown?.checks.map(({ point, light, overdue }) => [point, light, overdue])).toEqual([
    ["before-start", "none", false],
    ["construction", "late", true],
    ["completion", "none", false],
    ["operation", "none", false],
  ]);
  expect(result?.page.readiness.start.ready).toBe(true);
});

test("R-368 (F32): a breach enters the credit of the enterprise in the same transaction, under the manager's name", async () => {
  const { q, t } = services.db;
  const [row] = await q.select().from(t.creditRecord);
  expect(row).toMatchObject({ kind: "commitment", reason: "限期整改后仍不符合承诺的开工条件", recordedByName: "唐建国", repairedOn: null });
  expect(await creditOf(q, t, row?.centreId ?? "", row?.enterpriseId ?? "")).toHaveLength(1);
});

test("R-374 (H44): the investor sees what is promised, what is due and what was checked", async () => {
  const kept = await portalProject(services, people.investor, await numbered("智能阀门"));
  expect(kept?.commitments[0]).toMatchObject({ status: "fulfilled", mayOperate: true, planned: [], rectifying: [] });
  expect(kept?.commitments[0]?.checked).toHaveLength(5);
  const open = await portalProject(services, people.investor, await numbered("协作机器人"));
  expect(open?.commitments[0]).toMatchObject({ toSign: true, readable: true });
  expect(open?.commitments[0]?.stops.map(({ law }) => law)).toContain("environment");
});

test("R-374 (H44): the home of the investor names the letter to sign, and asks nothing where the enterprise has nothing to do", async () => {
  const { result, statements } = await countStatements(() => portalHome(services, people.investor, null));
  expect(statements).toBe(14);
  const asked = (name: string) => result.projects.find((project) => project.name.includes(name))?.commitments;
  expect(asked("协作机器人")).toMatchObject([{ kind: "sign", point: null, by: null }]);
  expect(asked("精密齿轮箱")).toEqual([]);
  expect(asked("智能阀门")).toEqual([]);
});

test("R-460, R-462 (H44): a department of the case without a standard sees no file of a supervision check, and is told why it adds none", async () => {
  const projectNo = await numbered("精密齿轮箱扩能项目");
  const seen = await commitmentPage(services, people.manager, projectNo);
  const check = seen?.page.commitments.flatMap(({ checks }) => checks).find(({ point }) => point === "construction");
  const asked = { projectNo, kind: "supervision-check", subjectId: check?.id ?? "", round: 1 };
  const read = async (actor: Actor) => {
    const found = await evidencePage(services, actor, asked);
    return found && [found.refusal?.code ?? null, found.group.mayAdd, found.group.files.length > 0];
  };
  const set = new Set(Object.values(seen?.found.state.standards ?? {}).map(({ departmentCode }) => departmentCode));
  const foreign = Object.values(seen?.found.state.items ?? {}).find(({ departmentCode }) => !set.has(departmentCode))?.departmentCode ?? "";
  expect(await read({ ...people.housing, departmentCode: foreign })).toEqual(["not-allowed-other-department", false, false]);
  expect((await read(people.housing))?.[0]).toBeNull();
  expect(await evidencePage(services, people.housing, { ...asked, round: 1.5 })).toBeNull();
});
