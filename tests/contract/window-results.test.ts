import { beforeAll, expect, test } from "vitest";
import { WINDOW_ROWS, windowDesk } from "../../app/application/queries/window-desk";
import { uuidv7 } from "../../db/uuid";
import { aCase, anItem, aProject, writeCase } from "../builders/case-rows";
import { hengyang } from "../builders/case-story";
import { onEachEngine } from "../support/each-engine";
import { countStatements } from "../support/statement-count";
import { World } from "../support/world";

const RESULTS = 2 * WINDOW_ROWS + 7;

onEachEngine("results that wait at a window", (at) => {
  let world: World;
  beforeAll(async () => {
    world = await World.open(at().db);
    const { centre, db } = world;
    const enterpriseId = uuidv7();
    // Seven were decided on each day, so the id has to break the tie; every tenth has been handed out.
    for (let n = 0; n < RESULTS; n += 1) {
      const decidedOn = `2026-02-${String(1 + Math.floor(n / 7)).padStart(2, "0")}`;
      const named = { itemNo: `HY-2026-${1000 + n}-01`, status: n % 3 === 0 ? "refused" : "granted" } as const;
      const handedOut = anItem({ itemNo: `HY-2026-${1000 + n}-02`, status: "refused", decidedOn, deliveredOn: "2026-03-01" });
      const waiting = anItem({ ...named, decidedOn, deliveryDueOn: n % 2 === 0 ? "2026-03-02" : null });
      const project = aProject(centre.id, { enterpriseId, projectNo: `HY-2026-${1000 + n}` });
      await writeCase(db, aCase(project, n % 10 === 0 ? [waiting, { ...handedOut, ordinal: 2 }] : [waiting]));
    }
  });
  const page = (after: string | null) => countStatements(() => windowDesk({ ...world.services, pack: () => hengyang }, world.manager, after));

  test("R-441: are read page by page, each once, the longest decided first, in the same number of statements", async () => {
    const seen: string[] = [];
    const sizes: number[] = [];
    const costs = new Set<number>();
    for (let after: string | null = null, more = true; more; ) {
      const { result, statements } = await page(after);
      seen.push(...result.results.map(({ itemNo }) => itemNo));
      sizes.push(result.results.length);
      costs.add(statements);
      after = result.moreResults;
      more = after !== null;
    }
    expect(sizes).toEqual([WINDOW_ROWS, WINDOW_ROWS, 7]);
    expect(new Set(seen).size).toBe(RESULTS);
    expect(
      seen.every((no) => no.endsWith("-01")),
      "what was handed out does not wait",
    ).toBe(true);
    const day = (no: string) => Math.floor((Number(no.slice(8, 12)) - 1000) / 7);
    expect(seen.map(day)).toEqual([...seen.map(day)].sort((a, b) => a - b));
    expect(costs.size).toBe(1);
  });

  test("an address that names no page shows the first", async () => {
    const first = (await page(null)).result.results.map(({ itemNo }) => itemNo);
    for (const after of ["", "tomorrow~x", "2026-02-30~0190a000-0000-4000-8000-000000000000", "'; drop table item"])
      expect((await page(after)).result.results.map(({ itemNo }) => itemNo)).toEqual(first);
  });
});
