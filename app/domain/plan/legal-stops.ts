import type { CatalogueItem } from "../pack/pack";

/** Laws under which works may not start (不得开工建设), whatever is promised; their names are i18n's. */
export type StopLaw = "environment" | "soil-water" | "energy" | "construction-permit";

/** Items of the catalogue that such a law asks for. A registration form (环境影响登记表) is filed before operation and stops no start. */
const STOPS: Readonly<Record<string, StopLaw>> = {
  "env-report": "environment",
  "env-form": "environment",
  "water-soil-report": "soil-water",
  "water-soil-form": "soil-water",
  "energy-review": "energy",
};

/** 环境影响评价法 art. 25, 水土保持法 art. 26, 节约能源法 art. 15: the law that keeps works from starting without this item; null when none does. */
export const startLawOf = (code: string): StopLaw | null => STOPS[code] ?? null;

/** Never promised away: what stops the start by law, and the registration form of the same law. */
const NEVER_PROMISED: readonly string[] = [...Object.keys(STOPS), "env-register"];
const PERMIT = "construction-permit";

export const isConstructionPermit = (code: string): boolean => code.startsWith(PERMIT);

/** Whether the works may not start without this item: a paper another law asks for, or the construction permit itself. */
export const isStartStop = (code: string): boolean => startLawOf(code) !== null || isConstructionPermit(code);

/** Whether a promise may stand for an item at all: no legal stop, and not excluded from commitment in the catalogue (公共安全 …). */
const mayBePromised = (item: Pick<CatalogueItem, "code" | "noticeCommitment">): boolean =>
  !NEVER_PROMISED.includes(item.code) && item.noticeCommitment !== "no";

/** 先建后验: what need not be decided before the start but is checked at completion. The construction permit itself stays. */
export const mayFollowStart = (item: Pick<CatalogueItem, "code" | "noticeCommitment" | "stage">): boolean =>
  ["S2", "S3"].includes(item.stage) && mayBePromised(item) && !isConstructionPermit(item.code);

/** What may be decided at once on the promise, before completion: the construction permit among it (准予开工类许可直接作出). */
export const mayBeDecidedAtOnce = (item: Pick<CatalogueItem, "code" | "noticeCommitment" | "stage">): boolean =>
  ["S1", "S2", "S3"].includes(item.stage) && mayBePromised(item);
