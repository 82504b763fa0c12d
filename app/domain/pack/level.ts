import type { CatalogueItem, Pack } from "./pack";

/** 五级联动 (Z26): the levels of government, the highest first. Centres may stand at each of them. */
export type Level = "state" | "province" | "city" | "county" | "town" | "village";

export const LEVELS: readonly Level[] = ["state", "province", "city", "county", "town", "village"];

/**
 * Level of a place by its GB/T 2260 region code: 100000 the state, 430000 a province, 430400 a city, 370502 a county or district.
 * Towns and villages have longer codes (GB/T 10114: nine and twelve digits).
 */
export function levelOfRegion(regionCode: string): Level {
  if (regionCode.length >= 12) return "village";
  if (regionCode.length >= 9) return "town";
  if (regionCode.startsWith("10")) return "state";
  if (regionCode.endsWith("0000")) return "province";
  return regionCode.endsWith("00") ? "city" : "county";
}

/** Level of the body that decides an item here (Z11, H34): the one it is forwarded to, else the place's own. */
export const decidingLevel = (pack: Pick<Pack, "place">, item: Pick<CatalogueItem, "forwardedTo"> | undefined): Level =>
  item?.forwardedTo ?? levelOfRegion(pack.place.regionCode);

/** Whether the rules of the place leave the decision on an item to a higher level (转报件). */
export const isDecidedAbove = (code: string, pack: Pick<Pack, "items">): boolean =>
  (pack.items.find((candidate) => candidate.code === code)?.forwardedTo ?? null) !== null;

/** Whether an upper level lies above a place, so that something can be forwarded to it. */
export const isAbove = (level: Level, pack: Pick<Pack, "place">): boolean => LEVELS.indexOf(level) < LEVELS.indexOf(levelOfRegion(pack.place.regionCode));
