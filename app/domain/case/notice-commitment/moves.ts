import type { Refusal } from "../../result";
import type { NoticeCommitment, NoticeCommitmentEvent, NoticeStatus } from "../parts/notice-commitment";
import type { SignatureEvent } from "../parts/signature";

/** Everything that moves a commitment beside the end of its item; its letter is signed and taken back like any other. */
export type NoticeMovingEvent = Exclude<NoticeCommitmentEvent, { type: "notice-commitment-told" }> | SignatureEvent;
export type NoticeMovingType = NoticeMovingEvent["type"];

/** One allowed move. `to` is absent where the status stays; a function where the event and the state choose. */
interface Move<E> {
  readonly from: readonly NoticeStatus[];
  readonly to?: NoticeStatus | ((event: E, status: NoticeStatus) => NoticeStatus);
}

/** The item is not decided on the promise yet: the ordinary way is open. */
export const BEFORE_GRANT: readonly NoticeStatus[] = ["told", "chosen", "signed"];
/** The permit is granted and the promise still to be verified. */
export const UNDER_CHECK: readonly NoticeStatus[] = ["granted", "rectifying", "failed"];
const LIVE: readonly NoticeStatus[] = [...BEFORE_GRANT, ...UNDER_CHECK];

/**
 * The state table of a notice commitment (domain.md 5.2). Nothing else moves its status but the end of its item: the rules ask it
 * before an event is born and `evolve` asks it again.
 */
export const NOTICE_MOVES: { readonly [T in NoticeMovingType]: Move<Extract<NoticeMovingEvent, { type: T }>> } = {
  "notice-commitment-chosen": { from: ["told", "chosen"], to: "chosen" },
  "notice-commitment-declined": { from: ["told", "chosen"], to: "declined" },
  "letter-signed": { from: ["chosen"], to: "signed" },
  "letter-withdrawn": { from: ["signed"], to: "withdrawn" },
  "notice-commitment-recalled": { from: BEFORE_GRANT, to: "recalled" },
  "notice-commitment-granted": { from: ["signed"], to: "granted" },
  "notice-check-day-set": { from: ["granted"] },
  "notice-commitment-checked": {
    from: ["granted", "rectifying"],
    to: ({ outcome }, status) => (outcome === "met" ? "closed" : status === "granted" ? "rectifying" : "failed"),
  },
  "notice-more-time-given": { from: ["rectifying", "failed"], to: "rectifying" },
  "notice-commitment-revoked": { from: ["rectifying", "failed"], to: "revoked" },
};

export const canMoveNotice = (event: NoticeMovingType, status: NoticeStatus): boolean => NOTICE_MOVES[event].from.includes(status);

/** Refuses a move the table forbids; the facts say which act met which state. */
export const refuseNoticeMove = ({ status, commitmentNo }: Pick<NoticeCommitment, "status" | "commitmentNo">, event: NoticeMovingType): Refusal | null =>
  canMoveNotice(event, status) ? null : { code: "notice-state-forbids", act: event, noticeStatus: status, commitmentNo };

/** State after the event; throws when the table forbids it, because an event is only ever recorded after it was asked. */
export function movedNotice(event: NoticeMovingEvent, { status, commitmentNo }: NoticeCommitment): NoticeStatus {
  const move: Move<never> = NOTICE_MOVES[event.type];
  if (!move.from.includes(status)) throw new Error(`${event.type} cannot happen to ${commitmentNo} in state ${status}`);
  if (move.to === undefined) return status;
  return typeof move.to === "function" ? move.to(event as never, status) : move.to;
}

/** Something of it still waits for somebody. */
export const isLiveNotice = ({ status }: Pick<NoticeCommitment, "status">): boolean => LIVE.includes(status);
