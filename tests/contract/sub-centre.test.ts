import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { caseByNumber } from "../../app/application/queries/project-case";
import { uuidv7 } from "../../db/uuid";
import { onEachEngine } from "../support/each-engine";
import { World } from "../support/world";

onEachEngine("a sub-centre (分中心)", (at) => {
  let centre: World;
  let police: World;
  beforeAll(async () => {
    centre = await World.open(at().db, "FX");
    police = await World.open(at().db, "FXG");
    const { t } = at().db;
    await at().db.tx((q) => q.update(t.centre).set({ parentId: centre.centre.id }).where(eq(t.centre.id, police.centre.id)));
  });

  test("R-444 (F15): is a centre of its own under its parent, with its own numbers, and nobody of the one sees the other's cases", async () => {
    const [there, here] = [await police.planned(), await centre.planned()];
    expect([there.slice(0, 4), here.slice(0, 3)]).toEqual(["FXG-", "FX-"]);
    for (const [world, own, other] of [
      [police, there, here],
      [centre, here, there],
    ] as const) {
      expect((await caseByNumber(world.services, world.manager, own))?.state.project.projectNo).toBe(own);
      expect(await caseByNumber(world.services, world.manager, other)).toBeNull();
      expect(await world.run(world.agent, other, { type: "add-note", itemNo: null, text: "看看", shownToInvestor: false })).toMatchObject({
        ok: false,
        status: 404,
      });
    }
  });

  test("R-444 (F15): belongs to a centre that is there, so that figures can be added up along the tree", async () => {
    const { t, q } = at().db;
    const under = await q.select({ code: t.centre.code }).from(t.centre).where(eq(t.centre.parentId, centre.centre.id));
    expect(under).toEqual([{ code: "FXG" }]);
    await expect(at().db.tx((tx) => tx.update(t.centre).set({ parentId: uuidv7() }).where(eq(t.centre.id, police.centre.id)))).rejects.toThrow();
  });
});
