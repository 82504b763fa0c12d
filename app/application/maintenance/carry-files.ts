import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { BackupRefused } from "../../../db/sqlite-backup";
import type { Files } from "../files/files";

interface Carry {
  readonly digests: readonly string[];
  readonly from: Files;
  readonly to: Files;
  /** Reads what lies at `to` already instead of trusting that it is there. */
  readonly prove: boolean;
}

/** sha-256 of what storage gives for a digest, or null when it gives nothing. */
export async function digestOfStored(files: Files, digest: string): Promise<string | null> {
  const content = await files.open(digest);
  if (!content) return null;
  const hash = createHash("sha256");
  for await (const part of content.stream()) hash.update(part as Buffer);
  return hash.digest("hex");
}

/**
 * Brings the contents with these digests to another place, each proved on the way; those that are there already are not copied.
 * Contents never change, so a place that keeps several backups holds each of them once.
 * @returns how many were copied
 * @throws BackupRefused when a content is missing or is not what its digest says
 */
export async function carryFiles({ digests, from, to, prove }: Carry, onProgress: (done: number, of: number) => void = () => {}): Promise<number> {
  let [copied, done] = [0, 0];
  for (const digest of digests) {
    const there = prove ? (await digestOfStored(to, digest)) === digest : await to.has(digest);
    if (!there) {
      const content = await from.open(digest);
      if (!content) throw new BackupRefused(`the file ${digest} is missing`);
      const stored = await to.put(content.stream(), Number.POSITIVE_INFINITY);
      if (stored.digest !== digest) throw new BackupRefused(`the file ${digest} is damaged`);
      copied += 1;
    }
    onProgress(++done, digests.length);
  }
  return copied;
}

/** Folder for the contents of attachments beside a backup of the database; backups in one folder share it. */
export const filesBeside = (backup: string): string => join(dirname(backup), "files");
