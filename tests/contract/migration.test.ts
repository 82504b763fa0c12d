import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { openDb } from "../../db/open";
import { aCase, anItem, aProject, writeCase } from "../builders/case-rows";
import { aCentre } from "../builders/centre-rows";
import { databasePlace } from "../support/databases";
import { onEachEngine } from "../support/each-engine";

onEachEngine("the migrations", (at, engine) => {
  test("leave the triggers and indexes that no schema file names", async () => {
    const { db } = at();
    const names =
      engine === "sqlite"
        ? sql`(select name from sqlite_master where type in ('trigger', 'table')) as names`
        : sql`(select tgname::text as name from pg_trigger where not tgisinternal union select indexname::text from pg_indexes) as names`;
    const rows = await db.q.select({ name: sql<string>`name` }).from(names);
    const wanted =
      engine === "sqlite"
        ? ["case_event_no_update", "case_event_no_delete", "project_search_insert", "project_search_update", "project_search_delete", "project_search"]
        : ["case_event_no_change", "case_event_no_truncate", "project_search"];
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(wanted));
  });

  test("make every table and column that the schema names", async () => {
    const { db } = at();
    for (const table of Object.values(db.t)) await expect(db.q.select().from(table).limit(0)).resolves.toEqual([]);
  });

  test("run again on a database in use change nothing", async () => {
    const { db } = at();
    const centre = await aCentre(db, "HY");
    await writeCase(db, aCase(aProject(centre.id), [anItem()]));
    await db.migrate();
    expect([await db.q.$count(db.t.project), await db.q.$count(db.t.item)]).toEqual([1, 1]);
  });

  test("run once when several processes start on an empty database", async () => {
    const place = await databasePlace(engine, inject("postgresUrl"));
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDb(place.url)));
    const centre = opened[0] && (await aCentre(opened[0], "HY"));
    expect(await opened[3]?.q.select({ id: opened[3].t.centre.id }).from(opened[3].t.centre)).toEqual([{ id: centre?.id }]);
    await Promise.all(opened.map((db) => db.close()));
    await place.remove();
  });
});
