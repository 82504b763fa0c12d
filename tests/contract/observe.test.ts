import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { creditPage, recordBreach, recordRepair } from "../../app/application/credit";
import { execute } from "../../app/application/execute";
import { lookAtOldCases, NEVER_LOOKED_AT } from "../../app/application/maintenance/first-look";
import { observeCases } from "../../app/application/maintenance/observe";
import { recomputeClocks } from "../../app/application/maintenance/recompute-clocks";
import { verifyCases } from "../../app/application/maintenance/verify";
import { findingsPage } from "../../app/application/queries/findings";
import { workingCalendar } from "../../app/domain/calendar/working-calendar";
import type { Command } from "../../app/domain/case/commands";
import { systemActor } from "../../app/domain/case/context";
import type { Item } from "../../app/domain/case/state";
import { loadCalendars } from "../../db/load-calendars";
import { uuidv7 } from "../../db/uuid";
import { hengyang } from "../builders/case-story";
import { stated, withRules } from "../builders/gap-story";
import { type TestDatabase, testDatabase } from "../support/databases";
import { onEachEngine } from "../support/each-engine";
import { numberOf, World } from "../support/world";

const ITEM = "planning-conditions";

/** What the database writes where a row of an earlier version has no day to be looked at. */
async function defaultOfObserveFrom(db: World["db"]): Promise<string> {
  const named =
    db.engine === "sqlite"
      ? sql`(select dflt_value as said from pragma_table_info('project') where name = 'observe_from') as columns`
      : sql`(select column_default as said from information_schema.columns where table_name = 'project' and column_name = 'observe_from') as columns`;
  const [column] = await db.q.select({ said: sql<string>`said` }).from(named);
  return column?.said ?? "";
}

onEachEngine("what days bring", (_, engine) => {
  let database: TestDatabase;
  let world: World;
  let projectNo: string;

  beforeEach(async () => {
    database = await testDatabase(engine, inject("postgresUrl"));
    world = await World.open(database.db);
    projectNo = await world.planned();
    const { itemNo } = await item();
    numberOf(await world.run(world.intake, projectNo, { type: "receive-items", itemNos: [itemNo], on: world.today }));
  });
  afterEach(() => database.remove());

  const item = async (): Promise<Item> => {
    const found = Object.values((await world.load(projectNo)).state.items).find((candidate) => candidate.code === ITEM);
    if (!found) throw new Error(`no ${ITEM}`);
    return found;
  };
  const events = () =>
    world.db.q
      .select({ type: world.db.t.caseEvent.type, backDated: world.db.t.caseEvent.backDated, actorRole: world.db.t.caseEvent.actorRole })
      .from(world.db.t.caseEvent)
      .where(eq(world.db.t.caseEvent.centreId, world.centre.id));

  test("R-188: nothing is touched before its day, and on it the acceptance by law is recorded under the system's name", async () => {
    world.today = "2026-03-09";
    expect(await observeCases(world.services)).toEqual({ cases: 0, failed: 0 });
    world.today = "2026-03-10";
    expect(await observeCases(world.services)).toEqual({ cases: 1, failed: 0 });
    expect(await item()).toMatchObject({ status: "accepted", deemedAccepted: true, acceptedOn: "2026-03-02" });
    expect((await events()).filter(({ actorRole }) => actorRole === "system").map(({ type, backDated }) => [type, backDated])).toEqual([
      ["item-accepted", false],
      ["finding-recorded", false],
      ["finding-recorded", false],
    ]);
    expect((await verifyCases(world.services)).broken).toEqual([]);
  });

  test("R-188: three processes that look at once, and again later that day, record it once", async () => {
    world.today = "2026-03-10";
    const runs = await Promise.all([observeCases(world.services), observeCases(world.services), observeCases(world.services)]);
    expect(runs.reduce((sum, { cases }) => sum + cases, 0)).toBe(1);
    expect(await observeCases(world.services)).toEqual({ cases: 0, failed: 0 });
    expect((await events()).filter(({ type }) => type === "item-accepted")).toHaveLength(1);
  });

  test("one case that cannot be looked at does not keep the others from being looked at", async () => {
    const other = await world.planned();
    const [second] = Object.values((await world.load(other)).state.items).filter((candidate) => candidate.code === ITEM);
    numberOf(await world.run(world.intake, other, { type: "receive-items", itemNos: [second?.itemNo ?? ""], on: world.today }));
    world.today = "2026-03-10";
    const { project } = world.db.t;
    await world.db.tx((q) =>
      q
        .update(project)
        .set({ packDigest: "no such rules" })
        .where(eq(project.projectNo, projectNo))
        .then(() => undefined),
    );
    expect(await observeCases(world.services)).toEqual({ cases: 1, failed: 1 });
  });

  test("R-438: cases of an earlier version are found by the first look after the upgrade, with every day that version did not know", async () => {
    const idle = await world.planned();
    const { project, item: items } = world.db.t;
    const before = (await world.load(projectNo)).state;
    expect(await defaultOfObserveFrom(world.db)).toContain(NEVER_LOOKED_AT);
    await world.db.tx(async (q) => {
      await q.update(project).set({ observeFrom: NEVER_LOOKED_AT });
      await q.update(items).set({ warnFrom: null, lateFrom: null });
    });
    expect(await observeCases(world.services)).toEqual({ cases: 0, failed: 0 });
    expect((await world.load(projectNo)).state).toEqual(before);
    expect(before.project.observeFrom).toBe("2026-03-10");
    expect((await world.load(idle)).state.project.observeFrom).toBeNull();
    expect((await verifyCases(world.services)).broken).toEqual([]);
    expect(await lookAtOldCases(world.services)).toBe(false);
    world.today = "2026-03-10";
    expect(await observeCases(world.services)).toEqual({ cases: 1, failed: 0 });
  });

  test("R-438: a case that cannot be worked out keeps no other from being found", async () => {
    const lost = await world.planned();
    const { project } = world.db.t;
    await world.db.tx(async (q) => {
      await q.update(project).set({ observeFrom: NEVER_LOOKED_AT });
      await q.update(project).set({ packDigest: "no such rules", status: "running" }).where(eq(project.projectNo, lost));
    });
    world.today = "2026-03-10";
    expect(await observeCases(world.services)).toEqual({ cases: 1, failed: 1 });
  });

  test("R-194: nobody but the system may look in its name", async () => {
    world.today = "2026-03-10";
    expect(await world.run(world.manager, projectNo, { type: "observe-day", on: world.today })).toMatchObject({ ok: false, status: 403 });
    expect(
      await world.run(systemActor(world.centre.id), projectNo, { type: "accept-item", itemNo: (await item()).itemNo, acceptanceNo: "1", on: world.today }),
    ).toMatchObject({
      ok: false,
      status: 403,
    });
  });

  test("R-126: a calendar that changes moves the day on which the case must be looked at, and the rows still agree with the history", async () => {
    const closed = workingCalendar(loadCalendars(), [{ day: "2026-03-04", reason: "停电" }]);
    const changed = { ...world.services, calendarOf: () => closed };
    expect((await world.load(projectNo)).state.project.observeFrom).toBe("2026-03-10");
    await recomputeClocks(changed);
    expect((await world.load(projectNo)).state.project.observeFrom).toBe("2026-03-11");
    expect((await verifyCases(changed)).broken).toEqual([]);
  });

  test("irregularities are listed by kind and department, page by page, whatever there is, and only of the own centre", async () => {
    world.today = "2026-03-10";
    await observeCases(world.services);
    numberOf(
      await world.run(world.agent, projectNo, {
        type: "report-irregularity",
        itemNo: null,
        code: "off-system",
        evidence: "会议纪要先行同意开工",
        happenedOn: null,
      }),
    );
    const asked = { code: null, department: null, after: null };
    const { services, manager } = world;
    const all = await findingsPage(services, manager, asked);
    expect(all.rows.map((row) => row.code).sort()).toEqual(["notice-missed", "off-system", "overdue"]);
    expect(all.total).toBe(3);
    expect((await findingsPage(services, manager, { ...asked, code: "off-system" })).rows).toMatchObject([{ item: null, byRule: false, projectNo }]);
    expect((await findingsPage(services, manager, { ...asked, code: "no-such-kind" })).total).toBe(3);
    const stranger = (await World.open(database.db, "DY")).manager;
    expect((await findingsPage(services, stranger, asked)).total).toBe(0);
  });

  describe("credit", () => {
    const page = async () => {
      const { project } = (await world.load(projectNo)).state;
      const found = await creditPage(world.services, world.manager, project.enterpriseId);
      if (!found) throw new Error("no enterprise");
      return found;
    };
    const breach = { kind: "deferral", reason: "容缺材料逾期未补", on: "2026-03-02" } as const;

    test("R-174: a breach is recorded once however often its form arrives, and repaired once, and both stay", async () => {
      const { enterprise } = await page();
      const key = uuidv7();
      for (let times = 0; times < 3; times += 1)
        expect(await recordBreach(world.services, world.manager, enterprise.id, { ...breach, key })).toMatchObject({ ok: true });
      const [record] = (await page()).records;
      expect(await page()).toMatchObject({ unrepaired: 1, records: [{ reason: breach.reason, recordedByName: world.manager.name, repairedOn: null }] });
      const repair = { recordId: record?.id ?? "", reason: "已补齐材料", on: "2026-03-02", key: uuidv7() };
      expect(await recordRepair(world.services, world.manager, enterprise.id, repair)).toEqual({ ok: true, value: null });
      expect(await recordRepair(world.services, world.manager, enterprise.id, repair)).toEqual({ ok: true, value: null });
      expect(await recordRepair(world.services, world.manager, enterprise.id, { ...repair, key: uuidv7() })).toMatchObject({
        ok: false,
        error: { code: "credit-already-repaired" },
      });
      expect(await page()).toMatchObject({ unrepaired: 0, records: [{ repairReason: "已补齐材料", repairedByName: world.manager.name }] });
    });

    test("a day to come, an unknown record and another centre's enterprise are refused or not there", async () => {
      const { enterprise } = await page();
      expect(await recordBreach(world.services, world.manager, enterprise.id, { ...breach, on: "2026-03-03", key: uuidv7() })).toMatchObject({
        error: { code: "day-in-future" },
      });
      expect(
        await recordRepair(world.services, world.manager, enterprise.id, { recordId: uuidv7(), reason: "x", on: "2026-03-02", key: uuidv7() }),
      ).toMatchObject({
        error: { code: "credit-unknown" },
      });
      const stranger = (await World.open(database.db, "DY")).manager;
      expect(await creditPage(world.services, stranger, enterprise.id)).toBeNull();
      expect(await creditPage(world.services, world.manager, "no-uuid")).toBeNull();
    });

    test("R-174: the window is refused a deferral from the moment the breach is recorded, where the place bars it", async () => {
      const { enterprise } = await page();
      const { itemNo } = await item();
      const items = hengyang.items.map((one) => (one.code === ITEM ? { ...one, deferralAllowed: true, deferrableMaterials: ["现状地形图"] } : one));
      const barring = { ...world.services, pack: () => withRules({ deferralBarredByBadCredit: stated(true) }, { ...hengyang, items }) };
      const accept: Command = {
        type: "accept-with-gaps",
        itemNo,
        acceptanceNo: "衡受1",
        noticeNo: "衡容1",
        promiseNo: "衡诺1",
        promisedBy: "陈志明",
        missing: ["现状地形图"],
        supplyBy: "2026-03-04",
        on: world.today,
      };
      const tried = () => execute(barring, world.intake, accept, { projectNo, idempotencyKey: uuidv7() });
      await recordBreach(world.services, world.manager, enterprise.id, { ...breach, key: uuidv7() });
      expect(await tried()).toMatchObject({ ok: false, status: 409, error: { code: "deferral-barred-by-credit", breaches: 1 } });
      const [record] = (await page()).records;
      await recordRepair(world.services, world.manager, enterprise.id, { recordId: record?.id ?? "", reason: "已补齐", on: world.today, key: uuidv7() });
      expect(await tried()).toMatchObject({ ok: true });
    });
  });

  test("a deferral is one for each item: the database refuses a second", async () => {
    const { state } = await world.load(projectNo);
    const { deferral } = world.db.t;
    const row = {
      centreId: world.centre.id,
      projectId: state.project.id,
      itemId: (await item()).id,
      noticeNo: "衡容1",
      missing: ["现状地形图"],
      supplied: [],
      grantedOn: "2026-03-02",
      grantedById: "p",
      grantedByName: "王芳",
      supplyBy: "2026-03-06",
      status: "open" as const,
    };
    await world.db.tx((q) =>
      q
        .insert(deferral)
        .values({ ...row, id: uuidv7() })
        .then(() => undefined),
    );
    const again = world.db.tx((q) =>
      q
        .insert(deferral)
        .values({ ...row, id: uuidv7() })
        .then(() => undefined),
    );
    expect(await again.catch((error) => world.db.fault(error))).toBe("unique");
    expect(await world.db.q.$count(deferral, and(eq(deferral.centreId, world.centre.id)))).toBe(1);
  });
});
