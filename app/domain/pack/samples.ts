import { isDecidedAbove } from "./level";
import type { CatalogueItem, Pack } from "./pack";

/** Letters of an applicant that are about no single item: 模拟审批风险承诺书 · 项目承诺书 · 领取授权委托书. */
export const PLACE_SAMPLES = ["risk", "project", "collection"] as const;
export type PlaceSample = (typeof PLACE_SAMPLES)[number];

const opens = (stated: readonly string[] | null): boolean => stated !== null && stated.length > 0;

/** The blank samples (示范文本) a place has: only of what it offers; anybody may let a result be collected. */
export const placeSamples = ({ switches }: Pick<Pack, "switches">): readonly PlaceSample[] =>
  PLACE_SAMPLES.filter((sample) =>
    sample === "risk" ? opens(switches.simulatedApproval.value) : sample === "project" ? opens(switches.commitment.value) : true,
  );

/** A sample of the promise to supply deferred materials exists where something may follow later (D14). */
export const hasPromiseSample = (item: CatalogueItem): boolean => item.deferralAllowed && item.deferrableMaterials.length > 0;

/** A sample of the notice-commitment letter exists where the place lists the item for it, outside the domains it excludes. */
export const hasNoticeSample = (pack: Pack, item: CatalogueItem): boolean =>
  item.noticeCommitment === "yes" &&
  !isDecidedAbove(item.code, pack) &&
  !(item.noticeDomain && pack.rules?.noticeCommitmentExcludes.value?.includes(item.noticeDomain));
