import type { CivilDay } from "../calendar/calendar-date";
import type { Forwarding } from "../case/parts/forwarding";
import type { ClockSpec, Pause } from "./clock";
import type { Stretch } from "./standstill";

/** What clocks look at of a sending to the upper level. */
export type ClockForwarding = Pick<
  Forwarding,
  "itemId" | "ordinal" | "upperBody" | "sentOn" | "upperReceiptOn" | "upperLimitWorkingDays" | "returnedOn" | "resultOn"
>;

/** The part of a case that knows of sendings; absent where the reader knows there are none. */
export interface ForwardedParts {
  readonly forwardings?: Readonly<Record<string, ClockForwarding>> | undefined;
}

const sendingsOf = ({ forwardings }: ForwardedParts, itemId: string): readonly ClockForwarding[] =>
  forwardings === undefined
    ? []
    : Object.values(forwardings)
        .filter((forwarding) => forwarding.itemId === itemId)
        .sort((a, b) => a.ordinal - b.ordinal);

/** The sending that did not come back: with it the examination here ended. Null while the item is here. */
export const finalSending = (parts: ForwardedParts, itemId: string): ClockForwarding | null =>
  sendingsOf(parts, itemId).find((sending) => sending.returnedOn === null) ?? null;

/** Kind of a pause while the file was at the upper level and came back. */
export const FORWARDING_PAUSE = "forwarding";

/** Days on which a file that came back was at the upper level: they are nobody's here, so no clock here counts them. */
export const returnedPauses = (parts: ForwardedParts, itemId: string): readonly Pause[] =>
  sendingsOf(parts, itemId)
    .filter((sending) => sending.returnedOn !== null)
    .map((sending) => ({ from: sending.sentOn, to: sending.returnedOn, kind: FORWARDING_PAUSE, by: sending.upperBody }));

/** Every stretch of days that is the upper body's: from sending to return, decision or other end. */
export const upperStretches = (parts: ForwardedParts, item: { readonly id: string; readonly endedOn: CivilDay | null }): readonly Stretch[] =>
  sendingsOf(parts, item.id)
    .map(({ sentOn, returnedOn, resultOn }) => ({ after: sentOn, through: returnedOn ?? resultOn ?? item.endedOn }))
    .filter(({ after, through }) => through === null || after < through);

/** The upper body's own clock: from its receipt by the limit it told. Null before the receipt and where it told none. */
export function upperSpec(sending: ClockForwarding | null, endedOn: CivilDay | null, warnWorkingDays: number): ClockSpec | null {
  if (sending === null || sending.upperReceiptOn === null || sending.upperLimitWorkingDays === null) return null;
  return {
    startedOn: sending.upperReceiptOn,
    startRule: "T+1",
    limitDays: sending.upperLimitWorkingDays,
    unit: "wd",
    pauses: [],
    pauseRule: "after",
    extensionDays: 0,
    endedOn: sending.resultOn ?? endedOn,
    warnWorkingDays,
  };
}
