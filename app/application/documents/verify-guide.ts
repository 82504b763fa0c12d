import { like } from "drizzle-orm";
import { guideOf } from "../../domain/pack/guide";
import type { Pack, Words } from "../../domain/pack/pack";
import { chosenCentre, type PublicCentre, publicCentres } from "../queries/guides";
import type { Services } from "../services";
import { publishedDigests, publishedOf } from "./guide-file";
import { type GuideKind, guideNumber, readGuideNumber } from "./guide-number";

/** What is known of something published. `superseded`: the centre's rules have a newer version since. */
export interface GuideCheck {
  readonly verdict: "genuine" | "superseded";
  readonly kind: GuideKind;
  readonly number: string;
  readonly centre: PublicCentre;
  /** Null for samples that are about no item. */
  readonly itemCode: string | null;
  readonly item: Words | null;
  /** The rules it was made from. */
  readonly packId: string;
  readonly packDigest: string;
  readonly validFrom: string;
  /** The item is still in the centre's rules, so there is a current guide. */
  readonly current: boolean;
  /** Whether the file in hand is, byte for byte, what these rules and today's windows give; null when no digest was given. */
  readonly digestMatches: boolean | null;
}

/** The digest of the file in hand, and the address its QR leads to. */
export interface FileInHand {
  readonly sha256: string;
  verifyUrl(number: string): string;
}

/**
 * Checks a guide, flow list or sample by its number: the rules it names must be a version that was ever in force here and publish it.
 * With a file in hand, it is drawn again in every language and compared by digest. Null when the number is none, or names what never
 * was. 1 to 3 statements.
 */
export async function verifyGuide(services: Services, typed: string, file: FileInHand | null = null): Promise<GuideCheck | null> {
  const read = readGuideNumber(typed);
  const centre = read && chosenCentre(await publicCentres(services), read.centreCode);
  if (!read || !centre) return null;
  const inForce = services.pack(centre.packId);
  const same = inForce.digest.startsWith(read.digest);
  const pack = same ? inForce : await formerPack(services, read.digest);
  const published = pack && (await publishedOf(services, centre, pack, read));
  if (!pack || !published) return null;
  return {
    verdict: same ? "genuine" : "superseded",
    kind: read.kind,
    number: guideNumber(read.kind, centre.code, read.itemCode, pack.digest),
    centre,
    itemCode: read.itemCode,
    item: published.page?.guide.item.name ?? null,
    packId: pack.id,
    packDigest: pack.digest,
    validFrom: pack.validFrom,
    current: read.itemCode !== null && guideOf(inForce, read.itemCode) !== null,
    digestMatches: file === null ? null : (await publishedDigests(published, file)).includes(file.sha256),
  };
}

async function formerPack({ db }: Services, digest: string): Promise<Pack | null> {
  const { packVersion: v } = db.t;
  const [row] = await db.q
    .select({ pack: v.pack })
    .from(v)
    .where(like(v.digest, `${digest}%`));
  return row?.pack ?? null;
}
