import { and, eq } from "drizzle-orm";
import type { Actor } from "../../domain/case/context";
import { countsByKind, type Difference, type DifferenceKind, differencesOf } from "../../domain/pack/differences";
import type { Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";

export interface PackChoice {
  /** Pack id for a version in force, digest for a former one. */
  readonly value: string;
  readonly name: Words;
  readonly digest: string;
}

export interface PackDifferencesPage {
  readonly before: Pack;
  readonly after: Pack;
  readonly differences: readonly Difference[];
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  /** The other packs in force, and the former versions of this one that projects of the centre still use. */
  readonly inForce: readonly PackChoice[];
  readonly former: readonly PackChoice[];
  /** What was asked, as it stands in the address. */
  readonly asked: string;
}

/**
 * What a pack says differently from another one: by default the level above it, for the top level the first other pack.
 * Null when the pack is not loaded, or what it shall be compared with was never loaded here. 1 statement.
 * @param against pack id of a version in force or digest of a former one, from the address
 */
export async function packDifferencesPage(services: Services, actor: Actor, packId: string, against: string | null): Promise<PackDifferencesPage | null> {
  const after = services.packs.find((pack) => pack.id === packId);
  if (!after) return null;
  const former = await formerVersions(services, actor, after);
  const others = services.packs.filter((pack) => pack.id !== packId);
  const asked = against ?? after.inherits ?? others[0]?.id ?? packId;
  const before = services.packs.find((pack) => pack.id === asked) ?? former.find((pack) => pack.digest === asked);
  if (!before) return null;
  const differences = differencesOf(before, after);
  return {
    before,
    after,
    differences,
    counts: countsByKind(differences),
    inForce: others.map((pack) => choice(pack, pack.id)),
    former: former.map((pack) => choice(pack, pack.digest)),
    asked,
  };
}

const choice = (pack: Pack, value: string): PackChoice => ({ value, name: pack.name, digest: pack.digest });

/** Versions of the pack other than the loaded one under which projects of the centre run. */
async function formerVersions({ db, pack }: Services, actor: Actor, loaded: Pack): Promise<readonly Pack[]> {
  const { project: p } = db.t;
  const used = await db.q
    .selectDistinct({ digest: p.packDigest })
    .from(p)
    .where(and(eq(p.centreId, actor.centreId), eq(p.packId, loaded.id)))
    .orderBy(p.packDigest);
  return used.filter(({ digest }) => digest !== loaded.digest).map(({ digest }) => pack(digest));
}
