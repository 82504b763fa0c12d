import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskFiles, pathOfDigest } from "../../app/application/files/disk-files";
import { type Files, TooLarge } from "../../app/application/files/files";

let folder = "";
let files: Files;

const digestOf = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const from = (content: Buffer, part = 700) =>
  Readable.from(Array.from({ length: Math.ceil(content.length / part) }, (_, n) => content.subarray(n * part, (n + 1) * part)));
const incoming = () => readdirSync(join(folder, "incoming"));
const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "daiban-disk-"));
  files = diskFiles(join(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("R-164: a content is stored under its digest and read back as it came", async () => {
  const content = Buffer.from("材料".repeat(5_000));
  const { digest, bytes } = await files.put(from(content), 1_000_000);
  expect([digest, bytes]).toEqual([digestOf(content), content.length]);
  const opened = await files.open(digest);
  expect(opened?.bytes).toBe(content.length);
  expect(await buffer(opened?.stream() ?? Readable.from([]))).toEqual(content);
  expect(incoming()).toEqual([]);
});

test("R-164: the same content is stored once, also when it comes from many at one time", async () => {
  const content = Buffer.alloc(300_000, "x");
  const all = await Promise.all(Array.from({ length: 12 }, () => files.put(from(content, 10_000), 1_000_000)));
  expect(new Set(all.map(({ digest }) => digest)).size).toBe(1);
  expect(stored()).toBe(1);
});

test("R-164: a damaged file under a digest is replaced by the right content", async () => {
  const content = Buffer.from("the right content");
  const digest = digestOf(content);
  mkdirSync(join(folder, digest.slice(0, 2)), { recursive: true });
  writeFileSync(pathOfDigest(folder, digest), "the right c");
  await files.put(from(content), 1_000);
  expect(statSync(pathOfDigest(folder, digest)).size).toBe(content.length);
});

test("R-165: more than was allowed is refused while it comes, and nothing is left of it", async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1;
      yield Buffer.alloc(1_000);
    }
  }
  await expect(files.put(endless(), 10_000)).rejects.toBeInstanceOf(TooLarge);
  expect(sent).toBe(11);
  expect(stored()).toBe(0);
});

test("R-165: a stream that breaks leaves nothing behind", async () => {
  async function* broken() {
    yield Buffer.alloc(50_000);
    throw new Error("cut");
  }
  await expect(files.put(broken(), 1_000_000)).rejects.toThrow("cut");
  await expect(files.spool(broken(), 1_000_000)).rejects.toThrow("cut");
  expect(stored()).toBe(0);
});

test("R-165: what a crash left half written is removed at the next start; what is being written is not", async () => {
  await files.put(from(Buffer.from("kept")), 1_000);
  const [left, fresh] = [join(folder, "incoming", "left"), join(folder, "incoming", "fresh")];
  for (const path of [left, fresh]) writeFileSync(path, "half");
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  utimesSync(left, yesterday, yesterday);
  expect(await files.sweep()).toBe(1);
  expect(incoming()).toEqual(["fresh"]);
  expect(stored()).toBe(2);
});

test("R-439: a content that came by one put alone is taken back by it, and by no other", async () => {
  const content = Buffer.from("refused");
  const first = await files.put(from(content), 1_000);
  await first.takeBack();
  await first.takeBack();
  expect(await files.has(first.digest)).toBe(false);
  const kept = await files.put(from(content), 1_000);
  await (await files.put(from(content), 1_000)).takeBack();
  expect(await files.has(kept.digest)).toBe(true);
  await kept.takeBack();
  expect(await files.has(kept.digest), "somebody stored it since").toBe(true);
  expect(stored()).toBe(1);
});

test("R-439: of many that store the same at one time and take it back, those that keep it find it there", async () => {
  const content = Buffer.alloc(50_000, "y");
  const digest = digestOf(content);
  for (let round = 0; round < 20; round += 1) {
    const keeps = round % 6;
    await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        const { takeBack } = await files.put(from(content, 5_000), 1_000_000);
        if (n !== keeps) await takeBack();
      }),
    );
    expect(await files.has(digest)).toBe(true);
    rmSync(pathOfDigest(folder, digest));
  }
  expect(incoming()).toEqual([]);
});

test("R-440: only contents that no request under way can have stored are settled and removed", async () => {
  const [old, fresh] = [await files.put(from(Buffer.from("old")), 1_000), await files.put(from(Buffer.from("fresh")), 1_000)];
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  utimesSync(pathOfDigest(folder, old.digest), longAgo, longAgo);
  const settled: string[] = [];
  for await (const digest of files.settled()) settled.push(digest);
  expect(settled).toEqual([old.digest]);
  expect([await files.remove(fresh.digest), await files.remove("0".repeat(64)), await files.remove("../x")]).toEqual([false, false, false]);
  await files.put(from(Buffer.from("old")), 1_000);
  expect(await files.remove(old.digest), "it was stored again").toBe(false);
  utimesSync(pathOfDigest(folder, old.digest), longAgo, longAgo);
  expect([await files.remove(old.digest), await files.has(old.digest), await files.has(fresh.digest)]).toEqual([true, false, true]);
});

test("R-164: a digest that is none, or that nobody stored, opens nothing", async () => {
  await files.put(from(Buffer.from("kept")), 1_000);
  for (const digest of ["../../../etc/passwd", "incoming", "", "A".repeat(64), "0".repeat(64), `${"0".repeat(63)}/`]) {
    expect(await files.open(digest)).toBeNull();
    expect(await files.has(digest)).toBe(false);
  }
});

test("a spool may be read more than once and forgets itself", async () => {
  const content = Buffer.from("x".repeat(9_999));
  const spooled = await files.spool(from(content), 10_000);
  expect([spooled.bytes, await buffer(spooled.stream()), await buffer(spooled.stream())]).toEqual([9_999, content, content]);
  await spooled.discard();
  await spooled.discard();
  expect(stored()).toBe(0);
});

test("a folder nobody wrote to has nothing to sweep", async () => {
  expect(await diskFiles(join(folder, "none")).sweep()).toBe(0);
});
