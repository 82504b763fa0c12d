import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { verifyCases } from "../../app/application/maintenance/verify";
import type { Q } from "../../db/port";
import { type TestDatabase, testDatabase } from "../support/databases";
import { onEachEngine } from "../support/each-engine";
import { grantNotice } from "../support/granted-notice";
import { numberOf, World } from "../support/world";

onEachEngine("verify", (_, engine) => {
  let database: TestDatabase;
  let world: World;
  let projectNo: string;

  beforeEach(async () => {
    database = await testDatabase(engine, inject("postgresUrl"));
    world = await World.open(database.db);
    await world.planned();
    projectNo = await world.planned();
    numberOf(await world.run(world.agent, projectNo, { type: "add-note", itemNo: null, text: "原话", shownToInvestor: true }));
  });
  afterEach(() => database.remove());

  const verdict = () => verifyCases(world.services);
  const tamper = (work: (q: Q) => Promise<unknown>) => world.db.tx(work);
  const projectId = async () => (await world.load(projectNo)).state.project.id;
  /** Someone who can take the guard off: what the digests are for. */
  const withoutGuard = async (work: (q: Q) => Promise<unknown>) => {
    const guards =
      engine === "sqlite" ? ["DROP TRIGGER case_event_no_update", "DROP TRIGGER case_event_no_delete"] : ["ALTER TABLE case_event DISABLE TRIGGER USER"];
    await tamper(async (q) => {
      const raw = q as unknown as { run?(query: unknown): unknown; execute?(query: unknown): Promise<unknown> };
      for (const guard of guards) await (raw.run ? raw.run(sql.raw(guard)) : raw.execute?.(sql.raw(guard)));
      await work(q);
    });
  };

  test("finds every case as it was recorded, and shows how far it is", async () => {
    const progress: string[] = [];
    expect(await verifyCases(world.services, (done, of) => progress.push(`${done}/${of}`))).toEqual({ projects: 2, events: 7, broken: [] });
    expect(progress).toEqual(["1/2", "2/2"]);
  });

  test("R-115: names the case and the column when a row was changed by another hand", async () => {
    const { note } = world.db.t;
    await tamper(async (q) =>
      q
        .update(note)
        .set({ text: "改过的话" })
        .where(eq(note.projectId, await projectId())),
    );
    expect((await verdict()).broken).toMatchObject([{ projectNo, seq: null, what: expect.stringContaining('text is "改过的话", the history says "原话"') }]);
  });

  test("finds a row that no event made, and one that is gone", async () => {
    const { note } = world.db.t;
    await tamper(async (q) => q.delete(note).where(eq(note.projectId, await projectId())));
    expect((await verdict()).broken).toMatchObject([{ projectNo, seq: null, what: expect.stringContaining("the row is missing") }]);
  });

  test("R-338: the check on a promise keeps the day it had when it was made, whatever a later calendar gives", async () => {
    const { noticeCommitment } = world.db.t;
    const { projectNo: checkedNo, itemNo, department } = await grantNotice(world);
    const on = world.today;
    const looked = { looked: "查看运输车辆", inspectors: ["刘工", "陈工"], reference: "照片 8 张", failed: [], rectifyBy: null } as const;
    await world.run(world.manager, checkedNo, { type: "set-notice-check-day", itemNo, checkDueOn: on, reason: "本地未规定", on });
    numberOf(await world.run(department, checkedNo, { type: "record-notice-check", itemNo, outcome: "met", ...looked, on }));
    // As a closure had moved it before the check was made.
    await tamper(async (q) => q.update(noticeCommitment).set({ checkDueOn: "2026-12-31" }));
    expect((await verdict()).broken).toEqual([]);
  });

  test("finds a stored due day that the rules do not give", async () => {
    const { project } = world.db.t;
    await tamper((q) => q.update(project).set({ nextDueOn: "2026-12-31" }).where(eq(project.projectNo, projectNo)));
    expect((await verdict()).broken).toMatchObject([{ projectNo, seq: null, what: expect.stringContaining("nextDueOn") }]);
  });

  test("R-114: names the event whose words were changed although its digest was not", async () => {
    const { caseEvent } = world.db.t;
    await withoutGuard(async (q) =>
      q
        .update(caseEvent)
        .set({ actorName: "别人" })
        .where(sql`${caseEvent.projectId} = ${sql.param(await projectId(), caseEvent.projectId)} and ${caseEvent.seq} = 2`),
    );
    expect((await verdict()).broken).toEqual([{ projectNo, seq: 2, what: "was changed after it was recorded" }]);
  });

  test("names the place where an event was taken out", async () => {
    const { caseEvent } = world.db.t;
    await withoutGuard(async (q) =>
      q.delete(caseEvent).where(sql`${caseEvent.projectId} = ${sql.param(await projectId(), caseEvent.projectId)} and ${caseEvent.seq} = 3`),
    );
    expect((await verdict()).broken).toEqual([{ projectNo, seq: 3, what: "this event is missing" }]);
  });

  test("notices when the end of a history was cut off", async () => {
    const { caseEvent } = world.db.t;
    await withoutGuard(async (q) =>
      q.delete(caseEvent).where(sql`${caseEvent.projectId} = ${sql.param(await projectId(), caseEvent.projectId)} and ${caseEvent.seq} = 4`),
    );
    expect((await verdict()).broken).toEqual([{ projectNo, seq: 4, what: "the history ends at 3, the project says 4" }]);
  });
});
