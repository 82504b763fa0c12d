import { plannedItems } from "../../domain/case/guards";
import { noticeStep } from "../../domain/case/next-steps/of-notice";
import { BEFORE_GRANT, isLiveNotice, UNDER_CHECK } from "../../domain/case/notice-commitment/moves";
import { latestNotice, noticesOf } from "../../domain/case/notice-commitment/reads";
import type { NoticeCommitment } from "../../domain/case/parts/notice-commitment";
import type { Signature } from "../../domain/case/parts/signature";
import type { Item } from "../../domain/case/state";
import { checkLight } from "../../domain/clock/check-light";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import type { Words } from "../../domain/pack/pack";
import { outdatedSignatures } from "../letter-digest";
import { type EvidenceGroup, noticeEvidence } from "./evidence-view";
import { departmentOf, nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";

/** The notice commitment of an item as pages show it. */
export interface NoticeView {
  readonly record: NoticeCommitment;
  readonly itemNo: string;
  readonly name: Words;
  readonly department: Words;
  readonly live: boolean;
  /** Nothing is granted on it yet: the ordinary way is open. */
  readonly open: boolean;
  readonly light: ClockLight;
  /** Working days to `nextDueOn`; negative once it has passed. */
  readonly daysLeft: number | null;
  readonly checkProvisional: boolean;
  readonly signature: Pick<Signature, "byName" | "signedAt" | "digest" | "method"> | null;
  /** Items of the plan that need this permit, and whether they have begun. */
  readonly waits: readonly { readonly itemNo: string; readonly name: Words; readonly begun: boolean }[];
  /** Photographs and papers, check by check. */
  readonly evidence: readonly EvidenceGroup[];
  /** Who does what next; null once it has ended. */
  readonly step: StepView | null;
  /** Numbers of earlier commitments of the same item. */
  readonly earlier: readonly string[];
}

export function viewNotice(found: CaseInView, notice: NoticeCommitment): NoticeView {
  const { state, pack, calendar, today } = found;
  const item = state.items[notice.itemId];
  if (!item) throw new Error("a notice commitment names an item the case does not have");
  const signature = notice.signatureId === null ? undefined : state.signatures[notice.signatureId];
  const next = noticeStep(notice, today, outdatedSignatures(state, pack));
  const waiting = UNDER_CHECK.includes(notice.status) ? notice.nextDueOn : null;
  return {
    record: notice,
    itemNo: item.itemNo,
    name: nameOf(item),
    department: departmentOf(pack, notice.departmentCode),
    live: isLiveNotice(notice),
    open: BEFORE_GRANT.includes(notice.status),
    light: checkLight(waiting, today),
    daysLeft: waiting === null ? null : daysLeft(calendar, today, waiting),
    checkProvisional: notice.checkDueOn !== null && calendar.isProvisional(notice.checkDueOn),
    signature: signature ? { byName: signature.byName, signedAt: signature.signedAt, digest: signature.digest, method: signature.method } : null,
    waits: plannedItems(state)
      .filter(({ prerequisites }) => prerequisites.includes(item.code))
      .map((other) => ({ itemNo: other.itemNo, name: nameOf(other), begun: other.status !== "planned" })),
    evidence: noticeEvidence(found, notice),
    step: viewSteps(found, next ? [next] : [])[0] ?? null,
    earlier: noticesOf(state, item.id)
      .slice(0, -1)
      .map(({ commitmentNo }) => commitmentNo),
  };
}

/** The latest commitment of an item as of today; null when nothing was ever told about it. */
export function noticeViewOf(found: CaseInView, item: Pick<Item, "id">): NoticeView | null {
  const notice = latestNotice(found.state, item.id);
  return notice && viewNotice(found, notice);
}
