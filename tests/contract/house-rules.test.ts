import { expect, test } from "vitest";
import { houseRules } from "../../app/application/house-rules";
import { packShelf } from "../../app/application/pack-shelf";
import { casesPage } from "../../app/application/queries/cases";
import type { Pack } from "../../app/domain/pack/pack";
import { loadCalendars } from "../../db/load-calendars";
import { aCase, aProject, writeCase } from "../builders/case-rows";
import { hengyang } from "../builders/case-story";
import { onEachEngine } from "../support/each-engine";
import { World } from "../support/world";

const CALENDARS = loadCalendars();
/** A version of the same rules as a newer process brings it. */
const version = (n: number): Pack => ({ ...hengyang, digest: String(n).repeat(64) });

onEachEngine("a process that runs while others write", (at) => {
  test("reads a case under rules it never loaded, once it has looked for news", async () => {
    const { db } = at();
    const world = await World.open(db);
    const rules = await houseRules(db, [hengyang], CALENDARS);
    await packShelf(db, [version(1)]);
    await writeCase(db, aCase(aProject(world.centre.id, { packDigest: version(1).digest })));
    const list = () =>
      casesPage({ ...world.services, pack: rules.pack }, world.manager, {
        ...{ q: "", light: null, status: null, category: null, agent: null, after: null, before: null },
        ...{ sort: "updated", way: "down" },
      });
    await expect(list()).rejects.toThrow("was ever loaded here");
    await rules.keepUp();
    expect((await list()).rows[0]?.category).toEqual(hengyang.categories.find(({ code }) => code === "IND")?.name);
    expect(rules.pack("hengyang-2018").digest, "cases to come are registered under what this process loaded").toBe(hengyang.digest);
  });

  test("no longer counts a day on which a centre was closed meanwhile, in that centre alone", async () => {
    const { db } = at();
    const [here, elsewhere] = [await World.open(db, "FX"), await World.open(db, "ZB")];
    const rules = await houseRules(db, [hengyang], CALENDARS);
    const worked = () => [here, elsewhere].map(({ centre }) => rules.calendarOf(centre.id).isWorkingDay("2026-03-24"));
    expect(worked()).toEqual([true, true]);
    await db.tx(async (q) => void (await q.insert(db.t.localClosure).values({ centreId: here.centre.id, day: "2026-03-24", reason: "停电" })));
    await rules.keepUp();
    expect(worked()).toEqual([false, true]);
  });

  test("requests that come together learn together", async () => {
    const { db } = at();
    const rules = await houseRules(db, [hengyang], CALENDARS);
    await packShelf(db, [version(2), version(3)]);
    await Promise.all(Array.from({ length: 8 }, () => rules.keepUp().then(() => rules.pack(version(3).digest))));
    await packShelf(db, [version(4)]);
    await rules.keepUp();
    expect(rules.pack(version(4).digest).id).toBe(hengyang.id);
  });
});
