import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packShelf } from "../../app/application/pack-shelf";
import { packDifferencesPage } from "../../app/application/queries/pack-differences";
import { packEffectPage, VERSIONS_PAGE_SIZE } from "../../app/application/queries/pack-effect";
import { registerProject } from "../../app/application/register-project";
import type { Services } from "../../app/application/services";
import type { Pack } from "../../app/domain/pack/pack";
import { loadPacks } from "../../db/load-packs";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";
import { uuidv7 } from "../../db/uuid";
import { hengyang, PROJECT_FACTS } from "../builders/case-story";
import { type DatabasePlace, databasePlace } from "../support/databases";
import { countStatements } from "../support/statement-count";
import { World } from "../support/world";

let place: DatabasePlace;
let db: Db;
let world: World;
let elsewhere: World;

beforeAll(async () => {
  place = await databasePlace("sqlite", "");
  db = await openDb(place.url);
  world = await World.open(db);
  elsewhere = await World.open(db, "DY");
});
afterAll(async () => {
  await db.close();
  await place.remove();
});

/** The same pack with an industrial budget of so many days, as a version of its own. */
const version = (days: number): Pack => ({
  ...hengyang,
  digest: days.toString(16).padStart(64, "0"),
  categories: hengyang.categories.map((category) =>
    category.code === "IND" ? { ...category, budgetWorkingDays: { ...category.budgetWorkingDays, value: days } } : category,
  ),
});
/** The application as it runs with this version loaded. */
const running = async (pack: Pack, of: World = world): Promise<Services> => ({
  ...of.services,
  packs: [...loadPacks().filter(({ id }) => id !== pack.id), pack],
  pack: await packShelf(db, [pack]),
});
async function registered(services: Services, times: number, of: World = world): Promise<void> {
  for (let time = 0; time < times; time++) {
    const outcome = await registerProject(services, of.agent, { ...PROJECT_FACTS, on: of.today }, { idempotencyKey: uuidv7() });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  }
}

describe("what a newer version of a pack does", () => {
  test("R-277 (H52): registered projects stay with their version, new ones take the version in force, each counted in the own centre", async () => {
    const ten = await running(version(10));
    await registered(ten, 3);
    await registered(await running(version(10), elsewhere), 2, elsewhere);
    const eight = await running(version(8));
    await registered(eight, 1);

    const page = await packEffectPage(eight, world.agent, "hengyang-2018", null);
    expect(page).toMatchObject({ openCurrent: 1, openFormer: 3, next: null, first: true, heirs: [] });
    expect(page?.rows.map(({ current, openCount, projectCount, differenceCount }) => [current, openCount, projectCount, differenceCount])).toEqual([
      [true, 1, 1, 0],
      [false, 3, 3, 1],
    ]);
    expect(page?.rows[1]?.counts).toMatchObject({ tightened: 1, loosened: 0 });
    expect((await packEffectPage(eight, elsewhere.agent, "hengyang-2018", null))?.openFormer).toBe(2);
  });

  test("R-272: the version in force is compared with the one a project was registered under, and with other places", async () => {
    const services = await running(version(8));
    const former = await packDifferencesPage(services, world.agent, "hengyang-2018", version(10).digest);
    expect(former?.differences).toMatchObject([
      { path: ["categories", "IND", "budgetWorkingDays"], kind: "tightened", before: { value: 10 }, after: { value: 8 } },
    ]);
    expect(former?.former.map(({ value }) => value)).toEqual([version(10).digest]);
    expect((await packDifferencesPage(services, world.agent, "hengyang-2018", null))?.before.id).toBe("national");
    expect((await packDifferencesPage(services, world.agent, "hengyang-2018", "dongying-2019"))?.before.id).toBe("dongying-2019");
    expect(await packDifferencesPage(services, world.agent, "hengyang-2018", "atlantis")).toBeNull();
    expect(await packDifferencesPage(services, world.agent, "atlantis", null)).toBeNull();
  });

  test("a change of the national rules names the places it reaches", async () => {
    const page = await packEffectPage(await running(version(8)), world.agent, "national", null);
    expect(page?.heirs.map(({ id }) => id).sort()).toEqual(
      ["dongying-2019", "fuxin-2019", "hengyang-2018", "kecheng-2023", "shandong", "zhejiang", "zibo-2017"].sort(),
    );
    expect(page?.rows).toEqual([]);
  });

  test("many versions come in pages, and the statements stay two", async () => {
    for (let days = 11; days < 11 + VERSIONS_PAGE_SIZE; days++) await registered(await running(version(days)), 1);
    const services = await running(version(8));
    const { result: first, statements } = await countStatements(() => packEffectPage(services, world.agent, "hengyang-2018", null));
    expect(statements).toBe(2);
    expect(first?.rows).toHaveLength(VERSIONS_PAGE_SIZE);
    const second = await packEffectPage(services, world.agent, "hengyang-2018", first?.next ?? null);
    expect(second?.rows).toHaveLength(2);
    expect(second).toMatchObject({ first: false, next: null, openCurrent: 1, openFormer: 3 + VERSIONS_PAGE_SIZE });
    expect((await packEffectPage(services, world.agent, "hengyang-2018", "'; drop"))?.first).toBe(true);
  });
});
