import type { CaseEvent } from "./events";
import type { MovingEvent } from "./moves";
import type { WindowNamed } from "./parts/window";
import type { Item } from "./state";

/** The window that has the item now; nothing where the act was done at none. */
const windowFacts = (window: WindowNamed | undefined, windowAuthorised: boolean | null): Partial<Item> =>
  window ? { windowId: window.id, windowNameZh: window.nameZh, windowNameEn: window.nameEn, windowKind: window.kindCode, windowAuthorised } : {};

const NO_WINDOW = { windowId: null, windowNameZh: null, windowNameEn: null, windowKind: null, windowAuthorised: null } as const;

/** A decision; a refusal (不予审批) that follows from a failed correction or deferral is one like any other. */
const decidedBy = (event: Extract<CaseEvent, { type: "item-decided" | "correction-ruled" | "deferral-ruled" }>): Partial<Item> => ({
  decidedOn: event.on,
  endedOn: event.on,
  decidedById: event.byId,
  decidedByName: event.byName,
  decisionNo: event.decisionNo,
  decisionReason: event.reason,
});

/** What an event sets on its item beside the status, which only the state table moves. */
export function itemFacts(event: MovingEvent): Partial<Item> {
  switch (event.type) {
    case "item-received":
      return {
        receivedOn: event.on,
        receivedById: event.byId,
        receivedByName: event.byName,
        completeOn: event.on,
        channel: event.channel ?? null,
        ...windowFacts(event.window, null),
      };
    case "correction-notified":
      return { correctionAllowedReason: null, correctionAllowedById: null };
    case "second-correction-allowed":
      return { correctionAllowedReason: event.reason, correctionAllowedById: event.byId };
    case "correction-supplied":
      return { completeOn: event.on };
    case "item-accepted":
      return {
        acceptedOn: event.on,
        acceptedById: event.byId,
        acceptedByName: event.byName,
        acceptanceNo: event.acceptanceNo,
        deemedAccepted: event.deemed,
        jointAcceptance: event.joint,
        ...windowFacts(event.window, event.window?.authorised ?? null),
        ...(event.outsideWindows ? NO_WINDOW : {}),
      };
    case "acceptance-refused":
      return { endedOn: event.on, decisionNo: event.decisionNo, decisionReason: event.reason };
    case "review-started":
      return { reviewStartedOn: event.on };
    case "item-decided":
      return { ...decidedBy(event), overdueReason: event.overdueReason, grantedWithGap: event.withGap ?? false };
    case "result-issued":
      return { issuedOn: event.on };
    case "result-delivered":
      return { deliveredOn: event.on, deliveryMethod: event.method };
    case "item-withdrawn":
      return { endedOn: event.on, decisionReason: event.reason };
    case "milestone-completed":
      return { endedOn: event.on, decidedByName: event.byName, decidedById: event.byId, decisionNo: event.reference };
    case "item-signposted":
      return { endedOn: event.on, decisionReason: event.reason };
    case "item-forwarded":
      return { overdueReason: event.overdueReason };
    case "upper-decided":
      return {
        decidedOn: event.on,
        endedOn: event.on,
        decidedByName: event.upperBody,
        decisionNo: event.resultNo,
        decisionReason: event.reason,
      };
    case "correction-ruled":
      return event.outcome === "refused" ? decidedBy(event) : { endedOn: event.on, decisionNo: event.decisionNo, decisionReason: event.reason };
    case "deferral-ruled":
      if (event.outcome === "grant-kept" || event.outcome === "grant-revoked") return {};
      return event.outcome === "refused"
        ? { ...decidedBy(event), overdueReason: event.overdueReason }
        : { endedOn: event.on, decisionNo: event.decisionNo, decisionReason: event.reason };
    case "notice-commitment-revoked":
    case "promised-item-revoked":
    case "correction-proposed":
    case "deferral-granted":
    case "deferral-supplied":
    case "deferral-waived":
    case "deferral-extended":
    case "deferral-proposed":
    case "step-recorded":
    case "procedure-opened":
    case "procedure-closed":
    case "extension-requested":
    case "extension-ruled":
    case "item-prechecked":
    case "path-sought":
    case "path-answered":
    case "upper-receipt-recorded":
    case "upper-returned":
      return {};
  }
}
