import { inArray } from "drizzle-orm";
import type { Db } from "../../db/port";
import type { Pack } from "../domain/pack/pack";

/**
 * The rules a case runs under, by the digest of the version it was registered under (kept in the database for as long as the
 * installation lives), or the version loaded now, by pack id.
 */
export async function packShelf(db: Db, packs: readonly Pack[]): Promise<(idOrDigest: string) => Pack> {
  const { packVersion } = db.t;
  const kept = await db.q.select({ digest: packVersion.digest }).from(packVersion);
  const known = new Set(kept.map((row) => row.digest));
  const fresh = packs.filter((pack) => !known.has(pack.digest));
  if (fresh.length > 0) {
    const rows = fresh.map((pack) => ({ digest: pack.digest, packId: pack.id, pack }));
    await db.tx(async (q) => void (await q.insert(packVersion).values(rows).onConflictDoNothing()));
  }
  const shelf = new Map(packs.flatMap((pack) => [[pack.id, pack] as const, [pack.digest, pack] as const]));
  const former = [...known].filter((digest) => !shelf.has(digest));
  const older = former.length === 0 ? [] : await db.q.select().from(packVersion).where(inArray(packVersion.digest, former));
  for (const row of older) shelf.set(row.digest, row.pack);
  return (idOrDigest) => {
    const pack = shelf.get(idOrDigest);
    if (!pack) throw new Error(`no pack ${idOrDigest} was ever loaded here`);
    return pack;
  };
}
