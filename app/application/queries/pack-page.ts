import type { CatalogueItem, CategoryCode, Pack, StageCode } from "../../domain/pack/pack";
import type { Services } from "../services";

/** The rules of a place are read a part at a time: the whole of them is longer than anybody wants on one page. */
export const PACK_PARTS = ["clock", "practice", "catalogue", "items"] as const;
export type PackPart = (typeof PACK_PARTS)[number];

/** Which items of the catalogue a reader asked to see. */
export interface PackFilter {
  readonly category: CategoryCode | null;
  readonly stage: StageCode | null;
}

export interface PackPage {
  readonly pack: Pack;
  readonly part: PackPart;
  readonly filter: PackFilter;
  /** Items that pass the filter, in catalogue order. */
  readonly items: Pack["items"];
  /** Name of the pack this one inherits from, when it is loaded. */
  readonly parent: Pack["name"] | null;
}

interface Asked {
  readonly part?: string | null;
  readonly category: string | null;
  readonly stage: string | null;
}

/** One pack, and the part asked for, with its items cut by category and stage; what is unknown is ignored. Null when no such pack is loaded. */
export function packPage(services: Services, packId: string, asked: Asked): PackPage | null {
  const pack = services.packs.find((candidate) => candidate.id === packId);
  if (!pack) return null;
  const category = pack.categories.find((candidate) => candidate.code === asked.category)?.code ?? null;
  const stage = pack.stages.find((candidate) => candidate.code === asked.stage)?.code ?? null;
  return {
    pack,
    part: PACK_PARTS.find((part) => part === asked.part) ?? "clock",
    filter: { category, stage },
    items: pack.items.filter((item) => (category === null || item.categories.includes(category)) && (stage === null || item.stage === stage)),
    parent: services.packs.find((candidate) => candidate.id === pack.inherits)?.name ?? null,
  };
}

export interface PackItemPage {
  readonly pack: Pack;
  readonly item: CatalogueItem;
}

/** One item of a pack's catalogue. Null when no such pack is loaded or it has no such item. */
export function packItemPage(services: Services, packId: string, code: string): PackItemPage | null {
  const pack = services.packs.find((candidate) => candidate.id === packId);
  const item = pack?.items.find((candidate) => candidate.code === code);
  return pack && item ? { pack, item } : null;
}
