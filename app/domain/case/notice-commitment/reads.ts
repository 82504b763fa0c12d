import type { Pack } from "../../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../../result";
import { missingMaterials } from "../checklist";
import { awaitedMaterials } from "../gap";
import { itemOf } from "../guards";
import type { NoticeCommitment } from "../parts/notice-commitment";
import type { Item, ProjectCase } from "../state";
import { isLiveNotice } from "./moves";

type Notices = Pick<ProjectCase, "noticeCommitments">;

/** Commitments of an item, first to last. */
export const noticesOf = (state: Notices, itemId: string): readonly NoticeCommitment[] =>
  Object.values(state.noticeCommitments)
    .filter((notice) => notice.itemId === itemId)
    .sort((a, b) => a.commitmentNo.length - b.commitmentNo.length || (a.commitmentNo < b.commitmentNo ? -1 : 1));

/** The latest commitment of an item, whatever became of it; null when none was ever told. */
export const latestNotice = (state: Notices, itemId: string): NoticeCommitment | null => noticesOf(state, itemId).at(-1) ?? null;

/** The commitment of an item that is still on its way; there is never more than one. */
export const liveNotice = (state: Notices, itemId: string): NoticeCommitment | null => noticesOf(state, itemId).find(isLiveNotice) ?? null;

export interface FoundNotice {
  readonly item: Item;
  readonly notice: NoticeCommitment;
}

/** An item and its latest commitment: what an act on it is about. */
export function noticeByItem(state: ProjectCase, itemNo: string): Result<FoundNotice> {
  const found = itemOf(state, itemNo);
  if (!found.ok) return found;
  const notice = latestNotice(state, found.value.id);
  return notice ? ok({ item: found.value, notice }) : refuse({ code: "notice-unknown", itemNo });
}

/** Materials that a signed promise stands in for, so that nobody waits for their papers. */
export function promisedMaterials(state: Notices, itemId: string): readonly string[] {
  const notice = latestNotice(state, itemId);
  return notice !== null && notice.signatureId !== null && notice.status !== "withdrawn" && notice.status !== "recalled" ? notice.replaces : [];
}

/**
 * A promise that was signed and is gone (withdrawn by the enterprise, recalled by the authority) stands in for nothing any more: what it
 * replaced is owed again before a grant, unless it came meanwhile, a new promise stands in for it, or it was deferred with the acceptance.
 * @see RULES.md R-345
 */
export function refuseUnpromised(
  state: Pick<ProjectCase, "noticeCommitments" | "materials" | "deferrals">,
  item: Pick<Item, "id" | "itemNo" | "code">,
  pack: Pack,
): Refusal | null {
  const gone = noticesOf(state, item.id).filter(({ status, signedOn }) => signedOn !== null && (status === "withdrawn" || status === "recalled"));
  if (gone.length === 0) return null;
  const spared = [...promisedMaterials(state, item.id), ...awaitedMaterials(state, item.id)];
  const { core, deferrable } = missingMaterials(state, item, pack);
  const owed = [...core, ...deferrable].filter((name) => !spared.includes(name) && gone.some(({ replaces }) => replaces.includes(name)));
  return owed.length > 0 ? { code: "notice-promise-gone", itemNo: item.itemNo, missing: owed } : null;
}

/** An item whose promise is signed is granted on it, or the promise is first taken back or recalled: never granted beside it. */
export function refuseBesidePromise(state: Notices, item: Pick<Item, "id" | "itemNo">): Refusal | null {
  const notice = latestNotice(state, item.id);
  return notice?.status === "signed" ? { code: "notice-awaits-grant", itemNo: item.itemNo, commitmentNo: notice.commitmentNo } : null;
}
