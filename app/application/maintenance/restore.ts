import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { BackupRefused, digestsIn, insistUnused, proveSqlite, removeSqlite } from "../../../db/sqlite-backup";
import type { Files } from "../files/files";
import { openServices } from "../open-services";
import { carryFiles } from "./carry-files";
import { type Verdict, verifyCases } from "./verify";

interface Restore {
  /** Path of the backup; only read. */
  readonly from: string;
  /** Path the database shall have. */
  readonly to: string;
  /** Where a database that lies at `to` is moved; null refuses when there is one. */
  readonly keepOldAs: string | null;
  /** Where the contents of attachments lie beside the backup, and where they shall lie; left out: the backup has none. */
  readonly files?: { readonly from: Files; readonly to: Files };
}

/**
 * Puts a backup in place of the database. A copy of it is proved first: pages, indexes and keys, then, brought up to the newest
 * migration, the whole history of every case; then every file its materials name. Until all of that holds, nothing at `to` is touched; what lay there is kept.
 * @throws BackupRefused when the backup does not hold, a database lies at `to` without `keepOldAs`, or it is in use
 */
export async function restoreSqlite({ from, to, keepOldAs, files }: Restore, onProgress?: (done: number, of: number) => void): Promise<Verdict> {
  proveSqlite(from);
  if (existsSync(to) && keepOldAs === null) throw new BackupRefused(`there is a database at ${to} already`);
  if (keepOldAs !== null && existsSync(keepOldAs)) throw new BackupRefused(`${keepOldAs} exists already`);
  insistUnused(to);

  const copy = `${to}.restoring`;
  mkdirSync(dirname(to), { recursive: true });
  removeSqlite(copy);
  try {
    copyFileSync(from, copy);
    const verdict = await proveCases(copy, onProgress);
    // Contents are only ever added: a restore that stops here has changed nothing.
    if (files) await carryFiles({ digests: digestsIn(copy), ...files, prove: true });
    if (existsSync(to) && keepOldAs !== null) renameSync(to, keepOldAs);
    renameSync(copy, to);
    return verdict;
  } finally {
    removeSqlite(copy);
  }
}

async function proveCases(path: string, onProgress?: (done: number, of: number) => void): Promise<Verdict> {
  const upkeep = await openServices({ databaseUrl: `file:${path}`, today: null });
  try {
    const verdict = await verifyCases(upkeep, onProgress);
    const [first] = verdict.broken;
    if (first) throw new BackupRefused(`${verdict.broken.length} cases are not as recorded, first ${first.projectNo}: ${first.what}`);
    return verdict;
  } finally {
    await upkeep.db.close();
  }
}
