import { and, desc, eq, lt, lte, or } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { uuidv7 } from "../../db/uuid";
import { aCase, aProject, writeCase } from "../builders/case-rows";
import { aCentre, type TestCentre } from "../builders/centre-rows";
import { onEachEngine } from "../support/each-engine";

const PAGE = 7;

onEachEngine("a list read page by page", (at) => {
  let centre: TestCentre;
  beforeAll(async () => {
    const { db } = at();
    centre = await aCentre(db, "HY");
    const enterpriseId = uuidv7();
    // Five cases share each instant, so the id has to break the tie.
    for (let n = 0; n < 40; n++) {
      const updatedAt = `2026-03-02T02:00:0${Math.floor(n / 5)}.120Z`;
      await writeCase(db, aCase(aProject(centre.id, { enterpriseId, updatedAt, projectNo: `HY-2026-${1000 + n}` })));
    }
  });

  test("shows every case once, newest first, whatever shares an instant", async () => {
    const { db } = at();
    const { project } = db.t;
    const seen: { id: string; updatedAt: string }[] = [];
    for (let last: (typeof seen)[number] | undefined, more = true; more; last = seen.at(-1)) {
      const after = last && and(lte(project.updatedAt, last.updatedAt), or(lt(project.updatedAt, last.updatedAt), lt(project.id, last.id)));
      const rows = await db.q
        .select({ id: project.id, updatedAt: project.updatedAt })
        .from(project)
        .where(and(eq(project.centreId, centre.id), after))
        .orderBy(desc(project.updatedAt), desc(project.id))
        .limit(PAGE + 1);
      seen.push(...rows.slice(0, PAGE));
      more = rows.length > PAGE;
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen.map((row) => row.id)).size).toBe(40);
    const sorted = [...seen].sort((a, b) => (a.updatedAt + a.id < b.updatedAt + b.id ? 1 : -1));
    expect(seen).toEqual(sorted);
    expect(seen[0]?.updatedAt).toBe("2026-03-02T02:00:07.120Z");
  });
});
