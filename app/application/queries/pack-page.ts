import type { CategoryCode, Pack, StageCode } from "../../domain/pack/pack";
import type { Services } from "../services";

/** Which items of the catalogue a reader asked to see. */
export interface PackFilter {
  readonly category: CategoryCode | null;
  readonly stage: StageCode | null;
}

export interface PackPage {
  readonly pack: Pack;
  readonly filter: PackFilter;
  /** Items that pass the filter, in catalogue order. */
  readonly items: Pack["items"];
  /** Name of the pack this one inherits from, when it is loaded. */
  readonly parent: Pack["name"] | null;
}

/** One pack with its items cut by category and stage; unknown filters are ignored. Null when no such pack is loaded. */
export function packPage(services: Services, packId: string, asked: { readonly category: string | null; readonly stage: string | null }): PackPage | null {
  const pack = services.packs.find((candidate) => candidate.id === packId);
  if (!pack) return null;
  const category = pack.categories.find((candidate) => candidate.code === asked.category)?.code ?? null;
  const stage = pack.stages.find((candidate) => candidate.code === asked.stage)?.code ?? null;
  return {
    pack,
    filter: { category, stage },
    items: pack.items.filter((item) => (category === null || item.categories.includes(category)) && (stage === null || item.stage === stage)),
    parent: services.packs.find((candidate) => candidate.id === pack.inherits)?.name ?? null,
  };
}
