import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attachFile, toCheck, toMaterial } from "../../app/application/attach-file";
import { diskFiles, pathOfDigest } from "../../app/application/files/disk-files";
import { carryFiles, filesBeside } from "../../app/application/maintenance/carry-files";
import { restoreSqlite } from "../../app/application/maintenance/restore";
import { sweepContents } from "../../app/application/maintenance/sweep-contents";
import { verifyFiles } from "../../app/application/maintenance/verify-files";
import { openDb } from "../../db/open";
import type { Db } from "../../db/port";
import { backupSqlite, digestsIn } from "../../db/sqlite-backup";
import { uuidv7 } from "../../db/uuid";
import { pdf, png } from "../support/file-kit";
import { type GrantedNotice, grantNotice } from "../support/granted-notice";
import { World } from "../support/world";

let folder = "";
let db: Db;
let world: World;
let projectNo = "";

const at = (name: string) => join(folder, name);
const live = () => ({ ...world.services, files: diskFiles(at("files")) });

/** Attaches a file to the first material of the first item. */
async function attach(content: Buffer, name: string): Promise<void> {
  const { state } = await world.load(projectNo);
  const item = Object.values(state.items).find((candidate) => candidate.ordinal === 1);
  const rule = world.services.pack(state.project.packDigest).items.find((candidate) => candidate.code === item?.code);
  const toCommand = toMaterial(item?.itemNo ?? "", rule?.coreMaterials[0] ?? "");
  const to = { projectNo, toCommand, idempotencyKey: uuidv7(), maxBytes: 1_000_000 };
  const outcome = await attachFile(live(), world.agent, to, { name, content });
  expect(outcome.ok).toBe(true);
}

/** Adds a photograph to the first check of a promise. */
async function photograph({ check, department, projectNo: of }: GrantedNotice, content: Buffer, name: string): Promise<void> {
  const to = { projectNo: of, toCommand: toCheck(check), idempotencyKey: uuidv7(), maxBytes: 1_000_000 };
  expect(await attachFile(live(), department, to, { name, content })).toMatchObject({ ok: true });
}

async function backup(name: string): Promise<void> {
  await backupSqlite(at("live.sqlite"), at(name));
  await carryFiles({ digests: digestsIn(at(name)), from: diskFiles(at("files")), to: diskFiles(filesBeside(at(name))), prove: false });
}
const restored = (from: string) =>
  restoreSqlite({
    from: at(from),
    to: at("new/daiban.sqlite"),
    keepOldAs: null,
    files: { from: diskFiles(filesBeside(at(from))), to: diskFiles(at("new/files")) },
  });
const contentsIn = (path: string) =>
  readdirSync(at(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "daiban-file-backup-"));
  db = await openDb(`file:${at("live.sqlite")}`);
  world = await World.open(db);
  projectNo = await world.planned();
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

test("R-166: a backup carries every file the database names, each once however many backups lie there", async () => {
  await attach(pdf("一"), "一.pdf");
  await backup("copies/one.sqlite");
  await attach(png(), "二.png");
  await backup("copies/two.sqlite");
  expect(digestsIn(at("copies/one.sqlite"))).toHaveLength(1);
  expect(contentsIn("copies/files")).toEqual([...digestsIn(at("copies/two.sqlite"))].sort());
});

test("R-166: a backup is restored with its files, and they are proved on the way", async () => {
  await attach(pdf(), "一.pdf");
  await backup("copies/one.sqlite");
  await restored("copies/one.sqlite");
  expect(contentsIn("new/files")).toEqual(contentsIn("files"));
});

test("R-166: a backup that lacks a file, or holds a damaged one, is refused and leaves no database", async () => {
  await attach(pdf(), "一.pdf");
  await backup("copies/one.sqlite");
  const [digest = ""] = digestsIn(at("copies/one.sqlite"));
  writeFileSync(pathOfDigest(at("copies/files"), digest), "something else");
  await expect(restored("copies/one.sqlite")).rejects.toThrow(`${digest} is damaged`);
  rmSync(pathOfDigest(at("copies/files"), digest));
  await expect(restored("copies/one.sqlite")).rejects.toThrow(`${digest} is missing`);
  expect(readdirSync(at("new")).filter((name) => name.includes("sqlite"))).toEqual([]);
});

test("R-166: verifying reads every file and names those that are missing or changed", async () => {
  await attach(pdf("一"), "一.pdf");
  await attach(png(), "二.png");
  const services = live();
  expect(await verifyFiles(services)).toEqual({ files: 2, broken: [] });
  const [first = "", second = ""] = contentsIn("files");
  writeFileSync(pathOfDigest(at("files"), first), "changed");
  rmSync(pathOfDigest(at("files"), second));
  const { broken } = await verifyFiles(services);
  expect(broken.map(({ digest, what }) => `${digest} ${what}`).sort()).toEqual([`${first} is damaged`, `${second} is missing`].sort());
});

test("R-466: photographs of checks are carried by backups, proved by verifying, and never swept", async () => {
  await attach(pdf("一"), "一.pdf");
  const granted = await grantNotice(world);
  await photograph(granted, png(), "现场.png");
  await photograph(granted, pdf("二"), "检测报告.pdf");
  await backup("copies/one.sqlite");
  expect(digestsIn(at("copies/one.sqlite"))).toHaveLength(3);
  await restored("copies/one.sqlite");
  expect(contentsIn("new/files")).toEqual(contentsIn("files"));
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const digest of digestsIn(at("live.sqlite"))) utimesSync(pathOfDigest(at("files"), digest), longAgo, longAgo);
  expect(await sweepContents(live(), true)).toEqual({ unnamed: 0, removed: 0 });
  const photographed = Object.values((await world.load(granted.projectNo)).state.evidenceFiles).find(({ name }) => name === "现场.png");
  rmSync(pathOfDigest(at("files"), photographed?.digest ?? ""));
  expect(await verifyFiles(live())).toEqual({ files: 3, broken: [{ digest: photographed?.digest, what: "is missing" }] });
});

test("a database from before there were files has none to carry", async () => {
  const { default: Database } = await import("better-sqlite3");
  new Database(at("old.sqlite")).exec("create table project (id text)").close();
  expect(digestsIn(at("old.sqlite"))).toEqual([]);
});

test("R-440: contents that no case names are counted, removed when told to, and no other is touched", async () => {
  await attach(pdf("一"), "一.pdf");
  await attach(png(), "二.png");
  const left = await live().files.put(Readable.from([Buffer.from("a process ended before it was recorded")]), 1_000);
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const digest of [...digestsIn(at("live.sqlite")), left.digest]) utimesSync(pathOfDigest(at("files"), digest), longAgo, longAgo);
  const underWay = await live().files.put(Readable.from([Buffer.from("stored, about to be recorded")]), 1_000);
  expect(await sweepContents(live(), false)).toEqual({ unnamed: 1, removed: 0 });
  expect(contentsIn("files")).toContain(left.digest);
  expect(await sweepContents(live(), true)).toEqual({ unnamed: 1, removed: 1 });
  expect(contentsIn("files")).toEqual([...digestsIn(at("live.sqlite")), underWay.digest].sort());
  expect(await verifyFiles(live())).toEqual({ files: 2, broken: [] });
  expect(await sweepContents(live(), true)).toEqual({ unnamed: 0, removed: 0 });
});
