import { isDecidedAbove } from "../../pack/level";
import type { CatalogueItem, Pack } from "../../pack/pack";
import type { Refusal } from "../../result";
import { firstRefusal } from "../guards";
import type { Item, ItemStatus, ProjectCase } from "../state";
import { refuseUnderPromise } from "./exclusive";
import { liveNotice } from "./reads";

/** States of an item in which the applicant may still choose: nothing is decided yet. */
export const OPEN_FOR_NOTICE: readonly ItemStatus[] = ["planned", "received", "correcting", "accepted", "in-review"];

/** Whether the place lists the item for notice commitment: `local` leaves it to the place, which then must say so. */
function refuseUnlisted(rule: CatalogueItem | undefined, item: Item): Refusal | null {
  const named = { itemNo: item.itemNo, item: item.nameZh, itemEn: item.nameEn };
  if (rule?.noticeCommitment === "yes") return null;
  return rule?.noticeCommitment === "local" ? { code: "notice-unstated-here", ...named } : { code: "notice-item-not-listed", ...named };
}

/** Domains in which the place allows no notice commitment (浙江规定 art. 14, 山东条例 art. 29). */
function refuseDomain(rule: CatalogueItem | undefined, item: Item, pack: Pack): Refusal | null {
  const domain = rule?.noticeDomain ?? null;
  if (domain === null || !pack.rules?.noticeCommitmentExcludes.value?.includes(domain)) return null;
  return { code: "notice-domain-excluded", itemNo: item.itemNo, item: item.nameZh, itemEn: item.nameEn, domain };
}

/** Whether an unrepaired breach bars the enterprise here: said of notice commitment itself, or of every breach. */
export const isBarredHere = (pack: Pack): boolean =>
  pack.rules?.noticeCommitmentBarredByBadCredit?.value === true || pack.rules?.breachSteps.value?.includes("barred-until-repaired") === true;

export const refuseBarred = (pack: Pack, unrepairedBreaches: number): Refusal | null =>
  unrepairedBreaches > 0 && isBarredHere(pack) ? { code: "notice-barred-by-credit", breaches: unrepairedBreaches } : null;

/**
 * Whether notice commitment is open to this item under the rules of the place: outside the excluded domains, listed, decided here, not
 * decided yet, under no other promise, and the enterprise not barred by an unrepaired breach.
 * @see RULES.md R-330 …
 */
export function refuseNotice(state: ProjectCase, item: Item, pack: Pack, unrepairedBreaches: number): Refusal | null {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  const live = liveNotice(state, item.id);
  return firstRefusal(
    refuseDomain(rule, item, pack),
    refuseUnlisted(rule, item),
    isDecidedAbove(item.code, pack) ? { code: "item-decided-above", itemNo: item.itemNo } : null,
    live ? { code: "notice-already-told", commitmentNo: live.commitmentNo } : null,
    refuseUnderPromise(item),
    OPEN_FOR_NOTICE.includes(item.status) ? null : { code: "item-state-forbids", act: "notice-commitment-told", status: item.status, itemNo: item.itemNo },
    refuseBarred(pack, unrepairedBreaches),
  );
}
