import { asc } from "drizzle-orm";
import type { Words } from "../../domain/pack/pack";
import { sourcedStatements } from "../../domain/pack/statements";
import type { Services } from "../services";

/** One version of the rules of a place. */
export interface PackRow {
  readonly id: string;
  readonly name: Words;
  readonly place: Words;
  readonly regionCode: string;
  readonly inherits: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly itemCount: number;
  readonly assumedCount: number;
  readonly unstatedCount: number;
  /** Centres that register new projects under it. */
  readonly centres: readonly Words[];
}

/** Every pack that is loaded, by place and then newest first. */
export async function packList(services: Services): Promise<readonly PackRow[]> {
  const { q, t } = services.db;
  const centres = await q.select({ packId: t.centre.packId, zh: t.centre.nameZh, en: t.centre.nameEn }).from(t.centre).orderBy(asc(t.centre.code));
  return services.packs
    .map((pack) => {
      const values = sourcedStatements(pack);
      return {
        id: pack.id,
        name: pack.name,
        place: pack.place.name,
        regionCode: pack.place.regionCode,
        inherits: pack.inherits,
        validFrom: pack.validFrom,
        validTo: pack.validTo,
        itemCount: pack.items.length,
        assumedCount: values.filter((value) => value.assumed && value.value !== null).length,
        unstatedCount: values.filter((value) => value.value === null).length,
        centres: centres.filter((centre) => centre.packId === pack.id).map(({ zh, en }) => ({ zh, en })),
      };
    })
    .sort((a, b) => (a.regionCode === b.regionCode ? (a.validFrom < b.validFrom ? 1 : -1) : a.regionCode < b.regionCode ? -1 : 1));
}
