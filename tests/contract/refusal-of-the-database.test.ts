import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Fault, Q } from "../../db/port";
import { appendEvents, CHAIN_START, chainEvents } from "../../db/repositories/case-events";
import { uuidv7 } from "../../db/uuid";
import { aCase, aProject, writeCase } from "../builders/case-rows";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";

onEachEngine("the database", (at, engine) => {
  let centre: TestCentre;
  let project: ReturnType<typeof aProject>;
  beforeAll(async () => {
    const { db } = at();
    centre = await aCentre(db, "HY");
    project = aProject(centre.id);
    await writeCase(db, aCase(project));
    const origin = {
      centreId: centre.id,
      projectId: project.id,
      actorId: "a",
      actorName: "李敏",
      actorRole: "agent",
      recordedAt: "2026-03-02T02:00:00.000Z",
      commandKey: "k",
      isBackDated: () => false,
    };
    await db.tx((q) => appendEvents(q, db.t, chainEvents({ seq: 0, hash: CHAIN_START }, [{ type: "screening-answered", answers: {} }], origin)));
  });

  const faultOf = async (work: (q: Q) => Promise<unknown>): Promise<Fault | "none"> => {
    const { db } = at();
    try {
      await db.tx(work);
      return "none";
    } catch (error) {
      return db.fault(error);
    }
  };

  test("says when a value exists already", async () => {
    const { t } = at().db;
    expect(
      await faultOf((q) =>
        q.insert(t.centre).values({ id: uuidv7(), code: "HY", nameZh: "x", nameEn: "x", level: "city", parentId: null, regionCode: "430400", packId: "x" }),
      ),
    ).toBe("unique");
  });

  test("says when the row it belongs to is missing", async () => {
    const { t } = at().db;
    expect(await faultOf((q) => q.insert(t.counter).values({ centreId: uuidv7(), name: "n", value: 1 }))).toBe("foreign-key");
  });

  test("says when a row still has others that belong to it", async () => {
    const { t } = at().db;
    expect(await faultOf((q) => q.delete(t.centre).where(eq(t.centre.id, centre.id)))).toBe("foreign-key");
  });

  test("says when a value is missing", async () => {
    const { t } = at().db;
    expect(await faultOf((q) => q.insert(t.counter).values({ centreId: centre.id, name: null as never, value: 1 }))).toBe("not-null");
  });

  test("R-113: refuses to change the case history", async () => {
    const { t } = at().db;
    expect(await faultOf((q) => q.update(t.caseEvent).set({ actorName: "someone else" }).where(eq(t.caseEvent.projectId, project.id)))).toBe("append-only");
  });

  test("refuses to remove from the case history", async () => {
    const { t } = at().db;
    expect(await faultOf((q) => q.delete(t.caseEvent).where(eq(t.caseEvent.projectId, project.id)))).toBe("append-only");
  });

  test("goes on after a conflict that the statement foresaw", async () => {
    const { t } = at().db;
    const again = { centreId: centre.id, id: project.enterpriseId, creditCode: project.creditCode, name: "same" };
    const found = await at().db.tx(async (q) => {
      const added = await q.insert(t.enterprise).values(again).onConflictDoNothing().returning({ id: t.enterprise.id });
      return [added.length, (await q.select().from(t.enterprise)).length];
    });
    expect(found).toEqual([0, 1]);
  });

  if (engine === "sqlite") {
    test("refuses a write through the read handle", async () => {
      const { db } = at();
      const writing = async () => db.q.insert(db.t.counter).values({ centreId: centre.id, name: "n", value: 1 });
      await expect(writing().catch((error) => Promise.reject(new Error(db.fault(error))))).rejects.toThrow("read-only");
    });
  } else {
    test("calls an id that is none bad input", async () => {
      const { t } = at().db;
      expect(await faultOf((q) => q.select().from(t.centre).where(eq(t.centre.id, "garbage")))).toBe("bad-input");
    });
    test("says when the server ended the connection", async () => {
      const { db } = at();
      const cut = async (q: Q) => {
        await (q as unknown as { execute(query: string): Promise<unknown> }).execute("select pg_terminate_backend(pg_backend_pid())");
      };
      expect(await faultOf(cut)).toBe("unavailable");
      expect(await db.q.select().from(db.t.centre)).toHaveLength(1);
    });
  }
});
