import { setTimeout as pause } from "node:timers/promises";
import { and, count, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { openDb } from "../../db/open";
import { NestedTransaction } from "../../db/port";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";

onEachEngine("a transaction", (at, engine) => {
  let centre: TestCentre;
  beforeAll(async () => {
    centre = await aCentre(at().db, "HY");
  });

  const add = (name: string, value = 1) => {
    const { db } = at();
    return db.tx((q) => q.insert(db.t.counter).values({ centreId: centre.id, name, value }));
  };
  const storedValue = async (name: string) => {
    const { db } = at();
    const [row] = await db.q
      .select({ value: db.t.counter.value })
      .from(db.t.counter)
      .where(and(eq(db.t.counter.centreId, centre.id), eq(db.t.counter.name, name)));
    return row?.value ?? null;
  };

  test("is there for readers once it resolves, and answers what its body answered", async () => {
    const { db } = at();
    const answer = await db.tx(async (q) => {
      await q.insert(db.t.counter).values({ centreId: centre.id, name: "seen", value: 7 });
      return "done";
    });
    expect(answer).toBe("done");
    expect(await storedValue("seen")).toBe(7);
  });

  test("R-116: leaves nothing behind when its body throws", async () => {
    const { db } = at();
    const failing = db.tx(async (q) => {
      await q.insert(db.t.counter).values({ centreId: centre.id, name: "undone", value: 1 });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await storedValue("undone")).toBeNull();
  });

  test("does not take its neighbours down when it fails", async () => {
    const { db } = at();
    const outcomes = await Promise.allSettled([add("left"), db.tx(async () => Promise.reject(new Error("no"))), add("right")]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect([await storedValue("left"), await storedValue("right")]).toEqual([1, 1]);
  });

  test("refuses to be opened inside another", async () => {
    const { db } = at();
    await expect(db.tx(() => db.tx(async () => "inner"))).rejects.toThrow(NestedTransaction);
    await expect(db.tx(async () => "afterwards")).resolves.toBe("afterwards");
  });

  test("is not seen by readers before its end", async () => {
    const { db } = at();
    const seen = await db.tx(async (q) => {
      await q.insert(db.t.counter).values({ centreId: centre.id, name: "hidden", value: 1 });
      return storedValue("hidden");
    });
    expect(seen).toBeNull();
    expect(await storedValue("hidden")).toBe(1);
  });

  test("that locks its row first loses no update among 40 at once", async () => {
    const { db } = at();
    await add("shared", 0);
    const { counter } = db.t;
    const where = and(eq(counter.centreId, centre.id), eq(counter.name, "shared"));
    const step = () =>
      db.tx(async (q) => {
        const [row] = await db.x.forUpdate(q.select({ value: counter.value }).from(counter).where(where));
        await q
          .update(counter)
          .set({ value: (row?.value ?? 0) + 1 })
          .where(where);
      });
    await Promise.all(Array.from({ length: 40 }, step));
    expect(await storedValue("shared")).toBe(40);
  });

  test("keeps a rule over several rows when it takes the rule's lock first", async () => {
    const { db } = at();
    const { counter } = db.t;
    const ofRule = and(eq(counter.centreId, centre.id), sql`${counter.name} like 'limited-%'`);
    const tryOne = (name: string) =>
      db.tx(async (q) => {
        await db.x.lock(q, `limited:${centre.id}`);
        const [row] = await q.select({ n: count() }).from(counter).where(ofRule);
        if ((row?.n ?? 0) < 3) await q.insert(counter).values({ centreId: centre.id, name, value: 1 });
      });
    await Promise.all(Array.from({ length: 8 }, (_, n) => tryOne(`limited-${n}`)));
    const [row] = await db.q.select({ n: count() }).from(counter).where(ofRule);
    expect(row?.n).toBe(3);
  });

  test("queued by the hundred all arrive", async () => {
    const { db } = at();
    await Promise.all(Array.from({ length: 300 }, (_, n) => add(`many-${n}`)));
    const [row] = await db.q.select({ n: count() }).from(db.t.counter).where(sql`${db.t.counter.name} like 'many-%'`);
    expect(row?.n).toBe(300);
  });

  test("from two processes' worth of connections reaches the same data", async () => {
    const other = await openDb(at().url);
    try {
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          n % 2 ? add(`two-${n}`) : other.tx((q) => q.insert(other.t.counter).values({ centreId: centre.id, name: `two-${n}`, value: 1 })),
        ),
      );
      expect(await other.q.$count(other.t.counter, sql`${other.t.counter.name} like 'two-%'`)).toBe(20);
    } finally {
      await other.close();
    }
  });

  test("still queued at closing time is finished first", async () => {
    const other = await openDb(at().url);
    const writing = Promise.all(
      Array.from({ length: 5 }, (_, n) => other.tx((q) => q.insert(other.t.counter).values({ centreId: centre.id, name: `late-${n}`, value: 1 }))),
    );
    await (engine === "sqlite" ? other.close().then(() => writing) : writing.then(() => other.close()));
    expect(await at().db.q.$count(at().db.t.counter, sql`${at().db.t.counter.name} like 'late-%'`)).toBe(5);
  });

  if (engine === "sqlite") {
    test("that waits for anything but the database is rolled back and told so", async () => {
      const { db } = at();
      const slow = db.tx(async (q) => {
        await q.insert(db.t.counter).values({ centreId: centre.id, name: "slow", value: 1 });
        await pause(5);
      });
      await expect(slow).rejects.toThrow("awaited something that is not the database");
      expect(await storedValue("slow")).toBeNull();
    });
  }
});
