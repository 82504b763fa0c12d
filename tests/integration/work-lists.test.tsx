import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { execute } from "../../app/application/execute";
import type { Cast } from "../../app/application/maintenance/demo-cast";
import { openServices } from "../../app/application/open-services";
import { departmentInboxPage } from "../../app/application/queries/department-inbox";
import { itemActPage } from "../../app/application/queries/item-act";
import { todayPage } from "../../app/application/queries/today";
import { windowProjectPage } from "../../app/application/queries/window-project";
import type { WorkGroup } from "../../app/application/queries/work-groups";
import type { WorkRow } from "../../app/application/queries/work-rows";
import type { Services } from "../../app/application/services";
import { WordsProvider } from "../../app/components/words";
import { availableActs } from "../../app/domain/case/available";
import type { Command } from "../../app/domain/case/commands";
import type { Actor, Role } from "../../app/domain/case/context";
import { correctionNoticeDeadline, windowNoticeBy } from "../../app/domain/case/correction";
import { windowHasNoVeto } from "../../app/domain/case/direction";
import { mayHandOver } from "../../app/domain/case/handover";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import { WorkList } from "../../app/routes/desk/pieces/work-list";
import { uuidv7 } from "../../db/uuid";
import { type ToldDemo, tellDemo } from "../support/told-demo";

const TODAY = "2026-03-16";
const CENTRES = ["HY", "DY", "FX", "KC", "ZB"] as const;

let demo: ToldDemo;
let services: Services;
let cast: Cast;
let cases: readonly ProjectCase[];

beforeAll(async () => {
  demo = await tellDemo(TODAY);
  ({ services, cast, cases } = demo);
}, 120_000);

afterAll(async () => {
  await demo.close();
});

/** Every item with its case, and what the rules of its place need. */
const everyItem = () =>
  cases.flatMap((state) => {
    const context = { pack: services.pack(state.project.packDigest), calendar: services.calendarOf(state.project.centreId) };
    return Object.values(state.items).map((item) => ({ state, item, context }));
  });

const inRole = (state: ProjectCase, role: Role): Actor => {
  const found = CENTRES.map((centre) => cast.inRole(centre, role)).find((actor) => actor.centreId === state.project.centreId);
  if (!found) throw new Error(`nobody is ${role} there`);
  return found;
};

async function rowOf(at: Services, actor: Actor, group: WorkGroup, item: Item): Promise<WorkRow | undefined> {
  for (let after: string | null = null; ; ) {
    const page = await todayPage(at, actor, { group, after });
    const row = page.rows.find(({ itemNo }) => itemNo === item.itemNo);
    if (row || page.next === null) return row;
    after = page.next;
  }
}

const shown = (row: WorkRow | undefined, today: string): string =>
  row === undefined
    ? ""
    : renderToStaticMarkup(
        <WordsProvider locale="zh-CN">
          <WorkList rows={[row]} today={today} label="待受理" />
        </WordsProvider>,
      );

async function act(actor: Actor, state: ProjectCase, command: Command): Promise<void> {
  const outcome = await execute(services, actor, command, { projectNo: state.project.projectNo, idempotencyKey: uuidv7() });
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true });
}

test("R-498: a list of work calls an item accepted only after the day of the law; the promise of the place is said as such", async () => {
  const found = everyItem().find(
    ({ item, context }) =>
      item.status === "received" && item.completeOn !== null && (windowNoticeBy(item, context) ?? "") < (correctionNoticeDeadline(item, context) ?? ""),
  );
  if (!found) throw new Error("no received item of a place with a promise of its own");
  const { item, state, context } = found;
  const law = correctionNoticeDeadline(item, context) as string;
  const onDay = async (today: string) => {
    const then = await openServices({ databaseUrl: demo.place.url, today });
    try {
      return await rowOf(then, inRole(state, "intake"), "received", item);
    } finally {
      await then.db.close();
    }
  };
  const lastDay = await onDay(law);
  expect(lastDay?.waitsFor).toMatchObject({ meaning: "accept-by", on: windowNoticeBy(item, context), lawOn: law, light: "late" });
  expect(shown(lastDay, law)).toContain("已过本地承诺的告知期限");
  expect(shown(lastDay, law)).not.toContain("视为受理");
  const after = context.calendar.nthWorkingDayAfter(law, 1);
  expect(shown(await onDay(after), after)).toContain("已过告知期，视为受理");
});

test("R-499 (D24): what the window asked the manager is the manager's, and nobody else is sent to an act that is refused", async () => {
  const found = everyItem().find(
    ({ state, item, context }) =>
      windowHasNoVeto(context.pack) && availableActs(state, item, inRole(state, "intake"), context.pack, TODAY).includes("receive-items"),
  );
  if (!found) throw new Error("no item to receive in a place without veto");
  const { item, state } = found;
  const [intake, manager] = [inRole(state, "intake"), inRole(state, "manager")];
  await act(intake, state, { type: "receive-items", itemNos: [item.itemNo], channel: "window", on: TODAY });
  expect(await rowOf(services, intake, "received", item)).toMatchObject({ holder: "received", act: "accept-item" });
  await act(intake, state, { type: "seek-path", itemNo: item.itemNo, question: "是否属于本中心", on: TODAY });

  const row = await rowOf(services, intake, "received", item);
  expect(row).toMatchObject({ holder: "manager", act: null, detail: { kind: "path" } });
  expect(shown(row, TODAY)).toContain("中心管理者");
  expect(await rowOf(services, manager, "path", item)).toMatchObject({ holder: "manager", act: "answer-path" });
  const seen = await itemActPage(services, intake, item.itemNo, "accept-item");
  expect(seen?.page).toMatchObject({ available: false, item: { holder: { kind: "manager" } }, passage: { paths: [{ text: "是否属于本中心" }] } });
  const bundle = await windowProjectPage(services, intake, state.project.projectNo, "accept");
  expect(bundle?.page.lines.find(({ itemNo }) => itemNo === item.itemNo)?.refusal).toMatchObject({ code: "path-not-answered" });
});

test("R-500: only who may confirm the outcome of a missed day is asked to; the others are told that the manager does", async () => {
  let missed = 0;
  for (const centre of CENTRES)
    for (const role of ["agent", "intake", "manager"] as const) {
      const actor = cast.inRole(centre, role);
      for (const group of ["gaps", "proposals"] as const) {
        if (group === "proposals" && role !== "manager") continue;
        const { rows } = await todayPage(services, actor, { group, after: null });
        for (const row of rows) {
          if (row.detail?.kind !== "gap" || !row.detail.missed) continue;
          missed += 1;
          expect(row.detail.confirms, `${role} ${row.itemNo}`).toBe(role === "manager");
          expect(row.holder).toBe("manager");
          expect(row.act).toBe(role === "manager" ? "rule-on-deferral" : null);
          expect(shown(row, TODAY).includes("等中心管理者确认后果")).toBe(role !== "manager");
        }
      }
    }
  expect(missed).toBeGreaterThan(1);
});

test("R-501 (Z23): papers handed over stand before their department until somebody there signs", async () => {
  const { q, t } = services.db;
  const reviewers = await q.select().from(t.personRole).where(eq(t.personRole.role, "reviewer"));
  const [found] = everyItem().flatMap(({ state, item }) => {
    const own = reviewers.find(({ centreId, departmentCode }) => centreId === state.project.centreId && departmentCode === item.departmentCode);
    return own && mayHandOver("to-department", state, item) ? [{ state, item, own }] : [];
  });
  if (!found) throw new Error("no item whose papers a reviewer could sign for");
  const { item, state, own } = found;
  const reviewer: Actor = { personId: own.personId, name: "", role: "reviewer", centreId: own.centreId, departmentCode: own.departmentCode, enterpriseIds: [] };
  const waiting = async () =>
    (await departmentInboxPage(services, reviewer, { show: "to-sign", after: null })).work.rows.find((row) => row.itemNo === item.itemNo);
  expect(await waiting()).toBeUndefined();
  await act(inRole(state, "intake"), state, { type: "hand-over-papers", itemNos: [item.itemNo], pieces: 3, contents: null, on: TODAY });

  expect(await waiting()).toMatchObject({ act: "confirm-handover", detail: { kind: "papers", on: TODAY } });
  const today = await todayPage(services, reviewer, { group: null, after: null });
  expect(today.figures.find(({ group }) => group === "to-sign")?.count).toBeGreaterThan(0);
  const handoverId = (await itemActPage(services, reviewer, item.itemNo, "confirm-handover"))?.page.passage.handovers[0]?.id ?? "";
  await act(reviewer, state, { type: "confirm-handover", handoverId, receivedBy: null, on: TODAY });
  expect(await waiting()).toBeUndefined();
});
