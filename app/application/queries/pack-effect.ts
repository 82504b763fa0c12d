import { and, asc, count, eq, gt, ne, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case/context";
import { countsByKind, type DifferenceKind, differencesOf } from "../../domain/pack/differences";
import type { Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";

export const VERSIONS_PAGE_SIZE = 10;

/** One version of the pack and the projects of the centre that run under it. */
export interface VersionRow {
  readonly digest: string;
  readonly current: boolean;
  readonly openCount: number;
  readonly projectCount: number;
  /** How the version in force differs from it. */
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  readonly differenceCount: number;
}

export interface PackEffectPage {
  readonly pack: Pack;
  readonly rows: readonly VersionRow[];
  /** Open projects under the version in force, and under all others. */
  readonly openCurrent: number;
  readonly openFormer: number;
  /** Packs that take over what this one says. */
  readonly heirs: readonly { readonly id: string; readonly name: Words; readonly place: Words }[];
  /** Digests to begin the neighbouring pages after; null at the ends. */
  readonly next: string | null;
  readonly first: boolean;
}

/**
 * What a newer version of a pack does: new projects take the version in force, each registered project keeps its own. Lists the
 * versions the centre's projects run under, by digest. Null when no such pack is loaded. 2 statements.
 * @param after digest the page begins behind, as it stands in the address
 */
export async function packEffectPage(services: Services, actor: Actor, packId: string, after: string | null): Promise<PackEffectPage | null> {
  const pack = services.packs.find((candidate) => candidate.id === packId);
  if (!pack) return null;
  const { db } = services;
  const { project: p } = db.t;
  const own = and(eq(p.centreId, actor.centreId), eq(p.packId, packId));
  const open = sql<number>`sum(case when ${p.status} <> 'completed' then 1 else 0 end)`.mapWith(Number);

  const cursor = after !== null && /^[0-9a-f]{64}$/.test(after) ? after : null;
  const found = await db.q
    .select({ digest: p.packDigest, openCount: open, projectCount: count() })
    .from(p)
    .where(cursor === null ? own : and(own, gt(p.packDigest, cursor)))
    .groupBy(p.packDigest)
    .orderBy(asc(p.packDigest))
    .limit(VERSIONS_PAGE_SIZE + 1);
  const totals = await db.q
    .select({ current: sql<number>`case when ${p.packDigest} = ${pack.digest} then 1 else 0 end`.mapWith(Number), openCount: count() })
    .from(p)
    .where(and(own, ne(p.status, "completed")))
    .groupBy(sql`1`);

  const shown = found.slice(0, VERSIONS_PAGE_SIZE);
  const openOf = (current: 0 | 1) => totals.find((row) => row.current === current)?.openCount ?? 0;
  return {
    pack,
    rows: shown.map((row) => {
      const differences = differencesOf(services.pack(row.digest), pack);
      return { ...row, current: row.digest === pack.digest, counts: countsByKind(differences), differenceCount: differences.length };
    }),
    openCurrent: openOf(1),
    openFormer: openOf(0),
    heirs: services.packs.filter((candidate) => heirOf(candidate, packId, services.packs)).map(({ id, name, place }) => ({ id, name, place: place.name })),
    next: found.length > VERSIONS_PAGE_SIZE ? (shown[shown.length - 1]?.digest ?? null) : null,
    first: cursor === null,
  };
}

/** Whether a pack builds on another one, directly or through the levels between. */
function heirOf(pack: Pack, above: string, packs: readonly Pack[]): boolean {
  if (pack.inherits === null) return false;
  const parent = packs.find((candidate) => candidate.id === pack.inherits);
  return pack.inherits === above || (parent !== undefined && heirOf(parent, above, packs));
}
