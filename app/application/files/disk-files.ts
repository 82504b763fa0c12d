import { createHash, randomUUID } from "node:crypto";
import { type BigIntStats, createReadStream } from "node:fs";
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Files, type Spooled, type Stored, TooLarge } from "./files";

/** Folder for what is being written; never read from by digest. */
const INCOMING = "incoming";
/** What nobody wrote to for this long belongs to no request any more: the server cuts silent connections long before. */
const LEFTOVER_MS = 60 * 60 * 1000;
const DIGEST = /^[0-9a-f]{64}$/;

/** Path of a content inside the folder of files: two digits to keep folders small, then the digest. */
export const pathOfDigest = (folder: string, digest: string): string => join(folder, digest.slice(0, 2), digest);

/**
 * Contents on a disk, `<folder>/ab/abcd…`. Several processes may share the folder: a content gets its name after it was flushed, so
 * under a digest there is always the whole content. Whoever stores a content that is there already puts the own file in its place, so
 * that a file which is still the same has been stored by nobody since. The folder is made when the first one comes.
 */
export function diskFiles(folder: string): Files {
  const incoming = join(folder, INCOMING);

  /** Writes everything to a new file; on any failure the file is gone. */
  async function write(content: AsyncIterable<Uint8Array>, maxBytes: number, flush: boolean): Promise<Stored & { path: string }> {
    await mkdir(incoming, { recursive: true });
    const path = join(incoming, randomUUID());
    const hash = createHash("sha256");
    let bytes = 0;
    let file: FileHandle | null = null;
    try {
      file = await open(path, "wx", 0o600);
      for await (const part of content) {
        bytes += part.byteLength;
        if (bytes > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
        hash.update(part);
        await writeAll(file, part);
      }
      if (flush) await file.sync();
      await file.close();
      return { path, bytes, digest: hash.digest("hex") };
    } catch (error) {
      await file?.close().catch(() => {});
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Removes a content as long as its file is one of those meant; looked at once more when nobody can find it any longer. */
  async function removeIf(target: string, isMeant: (file: BigIntStats) => boolean): Promise<boolean> {
    const found = await statOf(target);
    if (found === null || !isMeant(found)) return false;
    const aside = join(incoming, randomUUID());
    await mkdir(incoming, { recursive: true });
    const moved = await rename(target, aside).then(
      () => statOf(aside),
      () => null,
    );
    if (moved === null) return false;
    const meant = isMeant(moved);
    if (!meant) await link(aside, target).catch(() => {});
    await rm(aside, { force: true });
    return meant;
  }

  return {
    async put(content, maxBytes) {
      const { path, digest, bytes } = await write(content, maxBytes, true);
      const target = pathOfDigest(folder, digest);
      await mkdir(dirname(target), { recursive: true });
      const own = await statOf(path);
      // Only one of several can be the first to give it its name.
      const isFirst = await link(path, target).then(
        () => true,
        () => false,
      );
      if (isFirst) await rm(path, { force: true });
      else await rename(path, target);
      await syncFolder(dirname(target));
      return {
        digest,
        bytes,
        takeBack: async () => {
          if (isFirst && own !== null) await removeIf(target, ({ ino, mtimeNs }) => ino === own.ino && mtimeNs === own.mtimeNs);
        },
      };
    },

    async spool(content, maxBytes): Promise<Spooled> {
      const { path, bytes } = await write(content, maxBytes, false);
      return { bytes, stream: () => createReadStream(path), discard: () => rm(path, { force: true }) };
    },

    async open(digest) {
      if (!DIGEST.test(digest)) return null;
      const path = pathOfDigest(folder, digest);
      const bytes = await sizeOf(path);
      return bytes === null ? null : { bytes, stream: () => createReadStream(path) };
    },

    async has(digest) {
      return DIGEST.test(digest) && (await sizeOf(pathOfDigest(folder, digest))) !== null;
    },

    async sweep() {
      const before = Date.now() - LEFTOVER_MS;
      let swept = 0;
      for (const name of await readdir(incoming).catch(() => [])) {
        const path = join(incoming, name);
        const written = await stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => null,
        );
        if (written === null || written > before) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },

    async *settled() {
      const before = settledBefore();
      for (const name of (await readdir(folder).catch(() => [])).sort()) {
        if (!/^[0-9a-f]{2}$/.test(name)) continue;
        for (const digest of (await readdir(join(folder, name))).sort())
          if (DIGEST.test(digest) && (await statOf(pathOfDigest(folder, digest)).then((file) => file !== null && file.mtimeNs < before))) yield digest;
      }
    },

    async remove(digest) {
      const before = settledBefore();
      return DIGEST.test(digest) && removeIf(pathOfDigest(folder, digest), ({ mtimeNs }) => mtimeNs < before);
    },
  };
}

const settledBefore = (): bigint => BigInt(Date.now() - LEFTOVER_MS) * 1_000_000n;

const statOf = (path: string): Promise<BigIntStats | null> => stat(path, { bigint: true }).catch(() => null);

async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.byteLength; ) at += (await file.write(part, at)).bytesWritten;
}

/** Size of a plain file, or null when none is there. */
const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );

/** Makes a rename survive a power cut, where the system lets folders be flushed. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
