import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { loadCase, saveCase } from "../../db/repositories/case-rows";
import { uuidv7 } from "../../db/uuid";
import { aCase, aProject, writeCase } from "../builders/case-rows";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";

const NAMES = ["污水处理厂扩建工程", "水污染防治中心", "滨海新区学校", "ＡＢＣ Factory 二期", "厂房改造", "𭬊水河整治", "100% 达标工程", "Étude de l'eau"];

onEachEngine("a search for cases", (at, engine) => {
  let centre: TestCentre;
  beforeAll(async () => {
    const { db } = at();
    centre = await aCentre(db, "HY");
    const enterpriseId = uuidv7();
    for (const [n, name] of NAMES.entries())
      await writeCase(db, aCase(aProject(centre.id, { name, enterpriseId, projectNo: `HY-2026-000${n + 1}`, projectCode: null, site: "衡阳" })));
    const elsewhere = await aCentre(db, "DY");
    await writeCase(db, aCase(aProject(elsewhere.id, { name: NAMES[0] })));
  });

  const find = async (query: string): Promise<string[]> => {
    const { db } = at();
    const matches = db.x.matchProjects(query, centre.id);
    if (!matches) throw new Error("nothing asked");
    const rows = await db.q
      .select({ name: db.t.project.name })
      .from(db.t.project)
      .where(and(eq(db.t.project.centreId, centre.id), matches))
      .orderBy(asc(db.t.project.projectNo));
    return rows.map((row) => row.name);
  };

  test.each([
    ["two characters", "污水", ["污水处理厂扩建工程"]],
    ["a whole phrase", "污水处理", ["污水处理厂扩建工程"]],
    ["one character, anywhere in a word", "厂", ["污水处理厂扩建工程", "厂房改造"]],
    ["two words in any order", "工程 污水", ["污水处理厂扩建工程"]],
    ["pairs that never stand together", "厂扩处理", []],
    ["full-width letters by their plain form", "abc", ["ＡＢＣ Factory 二期"]],
    ["the middle of a foreign word", "ACTOR", ["ＡＢＣ Factory 二期"]],
    ["a character beyond the basic plane", "𭬊", ["𭬊水河整治"]],
    ["a case number", "hy-2026-0003", ["滨海新区学校"]],
    ["the end of a case number", "-0004", ["ＡＢＣ Factory 二期"]],
    ["digits that only stand apart", "2026-00002", []],
    ["a sign that is no letter", "%", ["100% 达标工程"]],
    ["an accent as typed", "étude", ["Étude de l'eau"]],
    ["a quotation mark", "l'eau", ["Étude de l'eau"]],
    ["words of a query language", 'OR "* NEAR(', []],
  ])("finds by %s: %s", async (_, query, expected) => {
    expect(await find(query)).toEqual(expected);
  });

  test("R-127: finds every case of the centre by what they share, and none of another centre", async () => {
    expect(await find("衡阳华拓")).toEqual(NAMES);
  });

  test("is no search when only white space is asked for", () => {
    expect(at().db.x.matchProjects(" 　\t", centre.id)).toBeNull();
  });

  test("finds a case by its new name and no longer by the old one", async () => {
    const { db } = at();
    const loaded = await loadCase(db, centre.id, { projectNo: "HY-2026-0005" });
    if (!loaded) throw new Error("no case");
    const renamed = (name: string, version: number) => ({ ...loaded.state, project: { ...loaded.state.project, name, version } });
    await db.tx((q) => saveCase(q, db.t, loaded.state, renamed("仓库新建", 2), { seq: 0, hash: "" }));
    expect([await find("厂房"), await find("仓库")]).toEqual([[], ["仓库新建"]]);
    await db.tx((q) => saveCase(q, db.t, renamed("仓库新建", 2), renamed("厂房改造", 3), { seq: 0, hash: "" }));
    expect(await find("厂房")).toEqual(["厂房改造"]);
  });

  if (engine === "sqlite") {
    test("still finds the right cases after the file was compacted", async () => {
      const { default: Database } = await import("better-sqlite3");
      const file = new Database(at().url.slice("file:".length));
      file.exec("VACUUM");
      file.close();
      expect(await find("滨海新区")).toEqual(["滨海新区学校"]);
    });
  }
});
