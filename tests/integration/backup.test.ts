import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";
import { backupSqlite, insistUnused, proveSqlite } from "../../db/sqlite-backup";
import { sqlitePath } from "../../db/sqlite-path";
import { uuidv7 } from "../../db/uuid";

let folder = "";
let db: Db;

const file = (name: string) => join(folder, name);
const addCentre = (code: string) =>
  db.tx((q) =>
    q
      .insert(db.t.centre)
      .values({ id: uuidv7(), code, nameZh: code, nameEn: code, level: "county", parentId: null, regionCode: "430400", packId: "hengyang-2018" }),
  );
const centresIn = async (path: string) => {
  const copy = await openDb(`file:${path}`);
  const rows = await copy.q.select({ code: copy.t.centre.code }).from(copy.t.centre);
  await copy.close();
  return rows.map(({ code }) => code).sort();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "daiban-backup-"));
  db = await openDb(`file:${file("live.sqlite")}`);
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup taken while the database is in use holds everything committed before it", async () => {
  await addCentre("HY");
  await backupSqlite(file("live.sqlite"), file("copies/one.sqlite"));
  await addCentre("DY");
  expect(await centresIn(file("copies/one.sqlite"))).toEqual(["HY"]);
  expect(await centresIn(file("live.sqlite"))).toEqual(["DY", "HY"]);
});

test("a backup is one file and leaves nothing half made beside it", async () => {
  await backupSqlite(file("live.sqlite"), file("copies/one.sqlite"));
  expect(readdirSync(file("copies"))).toEqual(["one.sqlite"]);
});

test("a backup never replaces a file", async () => {
  writeFileSync(file("kept"), "kept");
  await expect(backupSqlite(file("live.sqlite"), file("kept"))).rejects.toThrow("exists already");
});

test("a backup of no database is refused and creates none", async () => {
  await expect(backupSqlite(file("absent.sqlite"), file("copy.sqlite"))).rejects.toThrow("there is no database");
  expect(existsSync(file("absent.sqlite"))).toBe(false);
});

test("a damaged page is found", async () => {
  for (let n = 0; n < 50; n++) await addCentre(`C${n}`);
  await backupSqlite(file("live.sqlite"), file("copy.sqlite"));
  const handle = openSync(file("copy.sqlite"), "r+");
  for (let page = 2; page < 40; page++) writeSync(handle, Buffer.alloc(64, 0xff), 0, 64, page * 4096);
  closeSync(handle);
  expect(() => proveSqlite(file("copy.sqlite"))).toThrow(/damaged|not a readable database/);
});

test("a file that is no database is named as such", () => {
  writeFileSync(file("letter.sqlite"), "Dear Sir or Madam, ".repeat(100));
  expect(() => proveSqlite(file("letter.sqlite"))).toThrow("not a readable database");
});

test("a database that is open is not unused, and is again once it is closed", async () => {
  expect(() => insistUnused(file("live.sqlite"))).toThrow("stop the server first");
  await db.close();
  expect(() => insistUnused(file("live.sqlite"))).not.toThrow();
  db = await openDb(`file:${file("live.sqlite")}`);
});

test("the backup command prints where the copy lies", () => {
  const run = spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/backup.ts", file("by-hand.sqlite")], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: `file:${file("live.sqlite")}` },
  });
  expect(run.stdout.trim()).toBe(file("by-hand.sqlite"));
  expect(() => proveSqlite(file("by-hand.sqlite"))).not.toThrow();
});

test.each([
  ["file:/srv/daiban.sqlite", "/srv/daiban.sqlite"],
  ["file:///srv/daiban.sqlite", "/srv/daiban.sqlite"],
  ["file:data/daiban.sqlite", join(process.cwd(), "data/daiban.sqlite")],
  ["postgres://localhost/daiban", null],
])("%s is the SQLite file %s", (url, path) => {
  expect(sqlitePath(url)).toBe(path);
});
