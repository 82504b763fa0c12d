import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";
import { aCentre, type TestCentre } from "../builders/centre-rows";

let folder = "";
let db: Db;
let centre: TestCentre;

const path = () => join(folder, "daiban.sqlite");
/** What the file says it knows of its tables, as any other program would read it. */
const known = (table: "sqlite_stat1" | "sqlite_stat4"): readonly { readonly tbl: string; readonly stat: string }[] => {
  const file = new Database(path(), { readonly: true });
  const rows = file.prepare(`SELECT tbl, stat FROM ${table === "sqlite_stat1" ? table : "(SELECT tbl, neq AS stat FROM sqlite_stat4)"}`).all();
  file.close();
  return rows as never;
};
const count = async (rows: number) => {
  await db.tx(async (q) => {
    await q.insert(db.t.counter).values(Array.from({ length: rows }, (_, n) => ({ centreId: centre.id, name: `${rows}-${n}`, value: n })));
  });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "daiban-sizes-"));
  db = await openDb(`file:${path()}`);
  centre = await aCentre(db, "HY");
});

afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("SQLite learns how many rows a table has when it is told to, and again when they have become many more", async () => {
  await count(100);
  await db.tend();
  expect(known("sqlite_stat1")).toContainEqual({ tbl: "counter", stat: "100 100 1" });
  await count(2_000);
  await db.tend();
  expect(known("sqlite_stat1")).toContainEqual({ tbl: "counter", stat: "2100 2100 1" });
});

test("it keeps no samples of values, for which statements would be planned anew at every run", async () => {
  await count(100);
  await db.tend();
  expect(known("sqlite_stat4")).toEqual([]);
});

test("samples that another program left are thrown away on opening", async () => {
  await count(100);
  await db.close();
  const other = new Database(path());
  other.exec("ANALYZE");
  other.close();
  expect(known("sqlite_stat4")).not.toEqual([]);
  db = await openDb(`file:${path()}`);
  expect(known("sqlite_stat4")).toEqual([]);
  expect(known("sqlite_stat1")).toContainEqual({ tbl: "counter", stat: "100 100 1" });
});

test("where nothing has grown, nothing is written", async () => {
  await count(100);
  await db.tend();
  const written = statSync(`${path()}-wal`).size;
  await db.tend();
  expect(statSync(`${path()}-wal`).size).toBe(written);
});

test("the reading connection still refuses to write afterwards", async () => {
  await db.tend();
  const writing = Promise.resolve(db.q.insert(db.t.counter).values({ centreId: centre.id, name: "seen", value: 1 }));
  expect(await writing.catch((error) => db.fault(error))).toBe("read-only");
});
