import type { CivilDay } from "../domain/calendar/calendar-date";
import type { NoticeCommitmentEvent } from "../domain/case/parts/notice-commitment";
import type { Translate } from "./index";

/** The names these sentences need, in the reader's language. */
interface NoticeWords {
  item(itemId: string): string;
  day(day: CivilDay): string;
}

/** Sentences for 告知承诺: what was told, chosen, granted on, checked and ruled. */
export function noticeSentence(t: Translate, event: NoticeCommitmentEvent, words: NoticeWords): string {
  const item = words.item(event.itemId);
  switch (event.type) {
    case "notice-commitment-told":
      return t("event.notice-commitment-told", { item, n: event.standards.length, noticeNo: event.noticeNo });
    case "notice-commitment-recalled":
      return t("event.notice-commitment-recalled", { item, reason: event.reason });
    case "notice-commitment-chosen":
    case "notice-commitment-declined":
      return t(`event.${event.type}`, { item });
    case "notice-commitment-granted":
      return event.checkDueOn === null
        ? t("event.notice-commitment-granted.unstated", { item })
        : t("event.notice-commitment-granted", { item, day: words.day(event.checkDueOn) });
    case "notice-check-day-set":
      return t("event.notice-check-day-set", { item, day: words.day(event.checkDueOn), reason: event.reason });
    case "notice-commitment-checked": {
      if (event.outcome === "met") return t("event.notice-commitment-checked.met", { item });
      const failed = event.failed.map(String);
      return event.rectifyBy === null
        ? t("event.notice-commitment-checked.again", { item, failed })
        : t("event.notice-commitment-checked.not-met", { item, failed, day: words.day(event.rectifyBy) });
    }
    case "notice-more-time-given":
      return t("event.notice-more-time-given", { item, day: words.day(event.rectifyBy), reason: event.reason });
    case "notice-commitment-revoked":
      return t("event.notice-commitment-revoked", { item, decisionNo: event.decisionNo, reason: event.reason });
  }
}
