import { like } from "drizzle-orm";
import { guideOf } from "../../domain/pack/guide";
import type { Words } from "../../domain/pack/pack";
import { chosenCentre, type PublicCentre, publicCentres } from "../queries/guides";
import type { Services } from "../services";
import { type GuideKind, guideNumber, readGuideNumber } from "./guide-number";

/** What is known of something published. `superseded`: the centre's rules have a newer version since. */
export interface GuideCheck {
  readonly verdict: "genuine" | "superseded";
  readonly kind: GuideKind;
  readonly number: string;
  readonly centre: PublicCentre;
  readonly itemCode: string;
  readonly item: Words;
  /** The rules it was made from. */
  readonly packId: string;
  readonly packDigest: string;
  readonly validFrom: string;
  /** The item is still in the centre's rules, so there is a current guide. */
  readonly current: boolean;
}

/**
 * Checks a guide, flow list or sample by its number: the rules it names must be a version that was ever in force here and hold the item.
 * Null when the number is none, or names what never was. 1 to 2 statements.
 */
export async function verifyGuide(services: Services, typed: string): Promise<GuideCheck | null> {
  const read = readGuideNumber(typed);
  const centre = read && chosenCentre(await publicCentres(services), read.centreCode);
  if (!read || !centre) return null;
  const inForce = services.pack(centre.packId);
  const current = guideOf(inForce, read.itemCode);
  const same = inForce.digest.startsWith(read.digest);
  const pack = same ? inForce : await formerPack(services, read.digest);
  const guide = pack && guideOf(pack, read.itemCode);
  if (!pack || !guide) return null;
  return {
    verdict: same ? "genuine" : "superseded",
    kind: read.kind,
    number: guideNumber(read.kind, centre.code, read.itemCode, pack.digest),
    centre,
    itemCode: read.itemCode,
    item: guide.item.name,
    packId: pack.id,
    packDigest: pack.digest,
    validFrom: pack.validFrom,
    current: current !== null,
  };
}

async function formerPack({ db }: Services, digest: string) {
  const { packVersion: v } = db.t;
  const [row] = await db.q
    .select({ pack: v.pack })
    .from(v)
    .where(like(v.digest, `${digest}%`));
  return row?.pack ?? null;
}
