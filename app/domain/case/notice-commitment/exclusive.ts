import type { Refusal } from "../../result";
import type { Item, ProjectCase } from "../state";
import { liveNotice } from "./reads";

type Named = Pick<Item, "nameZh" | "nameEn">;

/**
 * The promise of the whole project (承诺制) stands for this item: it is neither told about for a promise of its own nor simulated.
 * One item goes one way at a time.
 * @see RULES.md R-347
 */
export const refuseUnderPromise = ({ promisedAs, nameZh, nameEn }: Named & Pick<Item, "promisedAs">): Refusal | null =>
  promisedAs === null ? null : { code: "item-under-commitment", item: nameZh, itemEn: nameEn };

/** A notice commitment (告知承诺) of this item is on its way: it is neither promised with the whole project nor simulated beside it. */
export function refuseUnderNotice(state: Pick<ProjectCase, "noticeCommitments">, { id, nameZh, nameEn }: Named & Pick<Item, "id">): Refusal | null {
  const live = liveNotice(state, id);
  return live ? { code: "item-under-notice", item: nameZh, itemEn: nameEn, commitmentNo: live.commitmentNo } : null;
}
