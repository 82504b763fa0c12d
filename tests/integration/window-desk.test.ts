import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cast } from "../../app/application/maintenance/demo-cast";
import { portalProject } from "../../app/application/queries/portal-project";
import { windowDesk } from "../../app/application/queries/window-desk";
import { windowProjectPage } from "../../app/application/queries/window-project";
import { windowChoices, windowPage, windowsPage } from "../../app/application/queries/windows";
import type { Services } from "../../app/application/services";
import type { ProjectCase } from "../../app/domain/case/state";
import { passage } from "../../db/seeds/stories/passage";
import { countStatements } from "../support/statement-count";
import { type ToldDemo, tellDemo } from "../support/told-demo";

const TODAY = "2026-03-16";
/** The desk of a window and its administration: what each page may ask of the database. */
const MOST = { desk: 7, windows: 4, window: 5, choices: 4 };

let demo: ToldDemo;
let services: Services;
let cast: Cast;
let cases: readonly ProjectCase[];

beforeAll(async () => {
  demo = await tellDemo(TODAY, passage);
  ({ services, cast, cases } = demo);
}, 120_000);

afterAll(async () => {
  await demo.close();
});

async function within<T>(most: number, work: () => Promise<T>): Promise<T> {
  const { result, statements } = await countStatements(work);
  expect(statements).toBeLessThanOrEqual(most);
  return result;
}

const itemOf = (code: string, name: string) => {
  const state = cases.find((one) => one.project.name.includes(name));
  const item = Object.values(state?.items ?? {}).find((one) => one.code === code);
  if (!state || !item) throw new Error(`no ${code} in ${name}`);
  return { state, item };
};

test("the desk of a window shows what it accepted and nobody collected, and what is on its way, in a fixed number of statements", async () => {
  const page = await within(MOST.desk, () => windowDesk(services, cast.inRole("HY", "issuing")));
  expect(page.window).toMatchObject({ code: "A03", nameZh: "建设项目代办一号窗口" });
  expect(page.kind).toMatchObject({ accepts: "investment", issues: true });
  expect(page.certificateExpired).toBe(true);
  expect(page.results.map(({ itemNo, late, posted }) => [itemNo, late?.kind ?? null, posted])).toEqual([
    [itemOf("planning-conditions", "锻压").item.itemNo, "pickup", false],
    [itemOf("ent-filing", "锻压").item.itemNo, null, true],
  ]);
  expect(page.passages.map(({ kind, carrier }) => [kind, carrier])).toEqual([
    ["post-out", "中国邮政"],
    ["post-in", "顺丰速运"],
  ]);
  expect(page.pickup).toEqual({ workingDays: 10, assumed: true });
});

test("a window that only receives shows no results, one that only hands out no projects", async () => {
  const receiving = await windowDesk(services, cast.inRole("DY", "intake"));
  expect(receiving.projects.map((row) => [row.projectNo, row.received])).toEqual([[itemOf("env-form", "制氢").state.project.projectNo, 1]]);
  expect(receiving.results).toEqual([]);
  expect((await windowDesk(services, cast.inRole("DY", "issuing"))).projects).toEqual([]);
});

test("the items of a project are sorted by what a window can do with them together", async () => {
  const { state } = itemOf("forest-land", "锻压");
  const seen = await windowProjectPage(services, cast.inRole("HY", "intake"), state.project.projectNo, "receive");
  expect(seen?.page.counts.accept).toBe(0);
  expect(seen?.page.counts.precheck).toBeGreaterThan(seen?.page.counts.receive ?? 0);
  expect(seen?.page.lines.map((line) => line.code)).toContain("env-form");
  expect(seen?.page.lines.every((line) => line.refusal === null)).toBe(true);
  expect(await windowProjectPage(services, cast.inRole("DY", "intake"), state.project.projectNo, null)).toBeNull();
});

test("windows, one window and its forms are shown in a fixed number of statements, and the demo's expired letter is seen", async () => {
  const admin = cast.inRole("HY", "admin");
  const all = await within(MOST.windows, () => windowsPage(services, admin));
  expect(all.windows.map((window) => window.code)).toEqual(["A03", "A05"]);
  expect(all.coverage.find((one) => one.departmentCode === "qx")?.unauthorised).toBeGreaterThan(0);
  const one = await within(MOST.window, () => windowPage(services, admin, "A03"));
  expect(one?.letters.filter((letter) => letter.state === "ended").map((letter) => letter.departmentCode)).toEqual(["qx"]);
  const choices = await within(MOST.choices, () => windowChoices(services, admin));
  expect(choices.people.map((person) => person.at)).toEqual(["A03", "A03"]);
});

test("R-232 (Z17): the investor reads where a result lies, and carrier and number of what is in the post", async () => {
  const { state } = itemOf("forest-land", "锻压");
  const page = await portalProject(services, cast.named("demo-hy-investor"), state.project.projectNo);
  expect(page?.todo.collect).toMatchObject([{ at: { zh: "建设项目代办一号窗口" } }]);
  expect(page?.todo.parcels).toMatchObject([{ carrier: "中国邮政", trackingNo: "EA360210045CN" }]);
  expect(page?.shares.find((share) => share.kind === "upper")?.workingDays).toBeGreaterThan(10);
});

test("R-241 (Z06): a forwarded item of the demo is with the province, on that level's own clock", () => {
  const { item } = itemOf("forest-land", "锻压");
  expect(item).toMatchObject({ status: "forwarded", running: true, windowAuthorised: true });
  expect(item.dueOn).not.toBeNull();
});

test("R-493 (Z24): what a window accepted that was closed since waits at the other one", async () => {
  const { t } = services.db;
  const issuing = cast.inRole("HY", "issuing");
  const before = (await windowDesk(services, issuing)).results.map(({ itemNo }) => itemNo);
  const windows = await services.db.q.select().from(t.serviceWindow).where(eq(t.serviceWindow.centreId, issuing.centreId));
  const [first, second] = ["A03", "A05"].map((code) => windows.find((window) => window.code === code));
  if (!first || !second) throw new Error("the demo has no A03 and A05");
  const write = (values: { readonly closedOn: string | null } | { readonly windowId: string }) =>
    services.db.tx(async (q) => {
      if ("closedOn" in values) await q.update(t.serviceWindow).set(values).where(eq(t.serviceWindow.id, first.id));
      else
        await q
          .update(t.windowStaff)
          .set(values)
          .where(inArray(t.windowStaff.windowId, [first.id, second.id]));
    });
  await write({ windowId: second.id });
  expect((await windowDesk(services, issuing)).results.map(({ itemNo }) => itemNo)).toEqual([]);
  await write({ closedOn: TODAY });
  expect((await within(MOST.desk, () => windowDesk(services, issuing))).results.map(({ itemNo }) => itemNo)).toEqual(before);
  await write({ closedOn: null });
  await write({ windowId: first.id });
  expect(before.length).toBeGreaterThan(0);
});
