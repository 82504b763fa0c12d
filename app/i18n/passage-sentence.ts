import type { DirectionEvent } from "../domain/case/parts/direction";
import type { ForwardingEvent } from "../domain/case/parts/forwarding";
import type { HandoverEvent } from "../domain/case/parts/handover";
import type { IntakeEvent } from "../domain/case/parts/intake";
import type { Translate } from "./index";

/** The names these sentences need, in the reader's language. */
interface PassageWords {
  item(itemId: string): string;
  department(code: string): string;
}

/** Sentences for what passes between window, department, courier, manager and the level above. */
export function passageSentence(t: Translate, event: IntakeEvent | HandoverEvent | DirectionEvent | ForwardingEvent, words: PassageWords): string {
  switch (event.type) {
    case "item-prechecked":
      return t(`event.item-prechecked.${event.verdict}`, { item: words.item(event.itemId), remarks: event.remarks });
    case "bundle-accepted": {
      const facts = { n: event.itemIds.length, acceptanceNo: event.acceptanceNo, bundle: event.nameZh, bundleEn: event.nameEn };
      return t(event.code === null ? "event.bundle-accepted" : "event.bundle-accepted.named", facts);
    }
    case "handover-recorded":
      return t(`event.handover-recorded.${event.kind}`, {
        items: event.itemIds.map((id) => words.item(id)),
        department: event.departmentCode === null ? null : words.department(event.departmentCode),
        pieces: event.pieces,
        carrier: event.carrier,
        trackingNo: event.trackingNo,
      });
    case "handover-confirmed":
      return t(event.identityChecked ? "event.handover-confirmed.checked" : "event.handover-confirmed", { receivedBy: event.receivedBy });
    case "item-signposted":
      return t("event.item-signposted", { item: words.item(event.itemId), body: event.body, place: event.place, reason: event.reason });
    case "path-sought":
      return t("event.path-sought", { item: words.item(event.itemId), question: event.question });
    case "path-answered":
      return t("event.path-answered", { item: words.item(event.itemId), answer: event.answer });
    case "item-forwarded":
      return t(event.fileConfirmed ? "event.item-forwarded.confirmed" : "event.item-forwarded", {
        item: words.item(event.itemId),
        body: event.upperBody,
        letterNo: event.letterNo,
        person: event.personInCharge,
      });
    case "upper-receipt-recorded":
      return t(event.upperLimitWorkingDays === null ? "event.upper-receipt-recorded.open" : "event.upper-receipt-recorded", {
        item: words.item(event.itemId),
        no: event.upperNo,
        n: event.upperLimitWorkingDays,
      });
    case "upper-returned":
      return t("event.upper-returned", { item: words.item(event.itemId), reason: event.reason });
    case "upper-decided":
      return t(event.granted ? "event.upper-decided.granted" : "event.upper-decided.refused", {
        item: words.item(event.itemId),
        body: event.upperBody,
        no: event.resultNo,
        reason: event.reason,
      });
  }
}
