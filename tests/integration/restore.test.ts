import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { restoreSqlite } from "../../app/application/maintenance/restore";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";
import { backupSqlite } from "../../db/sqlite-backup";
import { World } from "../support/world";

let folder = "";
let db: Db;
let projectNo = "";

const file = (name: string) => join(folder, name);
const projectsIn = async (path: string) => {
  const opened = await openDb(`file:${path}`);
  const rows = await opened.q.select({ no: opened.t.project.projectNo }).from(opened.t.project);
  await opened.close();
  return rows.map(({ no }) => no);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "daiban-restore-"));
  db = await openDb(`file:${file("live.sqlite")}`);
  projectNo = await (await World.open(db)).planned();
  await backupSqlite(file("live.sqlite"), file("backup.sqlite"));
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup is restored where no database is, and every case is proved on the way", async () => {
  const verdict = await restoreSqlite({ from: file("backup.sqlite"), to: file("new/daiban.sqlite"), keepOldAs: null });
  expect(verdict).toMatchObject({ projects: 1, broken: [] });
  expect(await projectsIn(file("new/daiban.sqlite"))).toEqual([projectNo]);
  expect(existsSync(file("backup.sqlite"))).toBe(true);
});

test("a database that lies there is not replaced unasked", async () => {
  await db.close();
  await expect(restoreSqlite({ from: file("backup.sqlite"), to: file("live.sqlite"), keepOldAs: null })).rejects.toThrow("already");
});

test("a database that lies there is kept under another name when replacing was asked for", async () => {
  await db.tx((q) => q.update(db.t.centre).set({ nameZh: "later" }));
  await db.close();
  await restoreSqlite({ from: file("backup.sqlite"), to: file("live.sqlite"), keepOldAs: file("old.sqlite") });
  const names = async (path: string) => {
    const opened = await openDb(`file:${path}`);
    const rows = await opened.q.select({ name: opened.t.centre.nameZh }).from(opened.t.centre);
    await opened.close();
    return rows.map(({ name }) => name);
  };
  expect(await names(file("old.sqlite"))).toEqual(["later"]);
  expect(await names(file("live.sqlite"))).not.toEqual(["later"]);
});

test("a database in use is not replaced", async () => {
  await expect(restoreSqlite({ from: file("backup.sqlite"), to: file("live.sqlite"), keepOldAs: file("old.sqlite") })).rejects.toThrow("stop the server first");
});

test("a backup whose history was changed is refused and leaves the database as it was", async () => {
  const forged = new Database(file("backup.sqlite"));
  const triggers = forged.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'case_event'").all() as { name: string }[];
  for (const { name } of triggers) forged.exec(`drop trigger "${name}"`);
  forged.exec("update case_event set payload = replace(payload, '2026-03-02', '2026-03-01') where seq = 1");
  forged.close();
  await db.close();
  const before = readdirSync(folder).sort();
  await expect(restoreSqlite({ from: file("backup.sqlite"), to: file("live.sqlite"), keepOldAs: file("old.sqlite") })).rejects.toThrow(
    `${projectNo}: was changed after it was recorded`,
  );
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(await projectsIn(file("live.sqlite"))).toEqual([projectNo]);
});
