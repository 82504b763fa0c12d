import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import type { BreachStep } from "../../pack/practice";
import type { Refusal } from "../../result";
import { type LetterFacts, type LetterHead, letterHead } from "../letter-head";
import { NOTICE_PROMISES, type NoticePromise, type NoticeStandard } from "../parts/notice-commitment";
import type { ProjectCase } from "../state";
import { isBarredHere } from "./eligibility";
import { refuseNoticeMove } from "./moves";

/** 告知承诺书 as plain facts (domain.md 5.2): what was told, how each condition will be met, and what follows when it is not. */
export interface NoticeCommitmentLetter extends LetterHead {
  readonly kind: "notice-commitment";
  readonly commitmentNo: string;
  readonly noticeNo: string;
  readonly toldOn: CivilDay;
  readonly itemNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly departmentCode: string;
  /** Each standard with how the enterprise says it will meet it; null while it has not said so. */
  readonly standards: readonly (NoticeStandard & { readonly manner: string | null })[];
  /** Materials that need not be handed in, because the promise stands in for them. */
  readonly replaces: readonly string[];
  readonly promises: readonly NoticePromise[];
  /** Working days after the decision within which the promise is checked; null where the place states none. */
  readonly checkWorkingDays: number | null;
  /** What the place says follows from a broken promise, in order; empty where it states nothing. */
  readonly consequences: readonly BreachStep[];
  /** A broken promise bars the enterprise from promising again until it is repaired. */
  readonly barredUntilRepaired: boolean;
}

/** The letter of a commitment; null when the case has none of that id. */
export function noticeLetter(state: LetterFacts, commitmentId: string, pack: Pack): NoticeCommitmentLetter | null {
  const notice = state.noticeCommitments[commitmentId];
  const item = notice && state.items[notice.itemId];
  if (!notice || !item) return null;
  const { commitmentNo, noticeNo, toldOn, departmentCode, replaces, manners } = notice;
  return {
    kind: "notice-commitment",
    ...letterHead(state),
    commitmentNo,
    noticeNo,
    toldOn,
    itemNo: item.itemNo,
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    departmentCode,
    standards: notice.standards.map((standard, index) => ({ ...standard, manner: manners[index] ?? null })),
    replaces,
    promises: NOTICE_PROMISES,
    checkWorkingDays: pack.rules?.noticeCommitmentCheckWorkingDays.value ?? null,
    consequences: pack.rules?.breachSteps.value ?? [],
    barredUntilRepaired: isBarredHere(pack),
  };
}

const byMove =
  (event: "letter-signed" | "letter-withdrawn") =>
  (state: ProjectCase, commitmentId: string): Refusal | null => {
    const notice = state.noticeCommitments[commitmentId];
    return notice ? refuseNoticeMove(notice, event) : { code: "letter-unknown" };
  };

/** Signed once the enterprise has chosen, taken back until the decision (安阳条例 art. 26). */
export const refuseSigningNotice = byMove("letter-signed");
export const refuseWithdrawingNotice = byMove("letter-withdrawn");
