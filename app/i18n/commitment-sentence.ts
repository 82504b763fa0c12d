import type { CivilDay } from "../domain/calendar/calendar-date";
import type { CommitmentEvent } from "../domain/case/parts/project-commitment";
import type { Translate } from "./index";
import { pointWords } from "./point-words";

/** The names these sentences need, in the reader's language. */
interface CommitmentWords {
  item(itemId: string): string;
  day(day: CivilDay): string;
}

/** Sentences for the commitment of a whole project, from its proposal to its fulfilment or revocation. */
export function commitmentSentence(t: Translate, event: CommitmentEvent, words: CommitmentWords): string {
  switch (event.type) {
    case "commitment-proposed":
      return t("event.commitment-proposed", { commitmentNo: event.commitmentNo });
    case "commitment-appraised":
      return t(event.applicable ? "event.commitment-appraised" : "event.commitment-appraised.not", { reason: event.reason });
    case "standard-added":
      return t("event.standard-added", { indicator: event.indicator, value: event.value });
    case "standard-dropped":
      return t("event.standard-dropped", { indicator: event.indicator });
    case "standards-handed-down":
      return t("event.standards-handed-down", { documentNo: event.documentNo, n: event.count });
    case "promise-prechecked":
      return t(event.passed ? "event.promise-prechecked" : "event.promise-prechecked.defects", { defects: event.defects });
    case "promise-supplemented":
      return t("event.promise-supplemented", { note: event.note });
    case "publicity-opened":
      return t("event.publicity-opened", { day: words.day(event.until), at: event.at });
    case "objection-recorded":
      return t("event.objection-recorded", { objector: event.objector, text: event.text });
    case "objection-ruled":
      return t(`event.objection-ruled.${event.ruling}`, { reason: event.reason });
    case "commitment-in-force":
      return t("event.commitment-in-force", { n: event.items.length });
    case "check-scheduled":
      return t("event.check-scheduled", { ...pointWords(t, event.point), day: words.day(event.dueOn), reason: event.reason });
    case "supervision-check-recorded":
      return t(event.outcome === "met" ? "event.supervision-check-recorded" : "event.supervision-check-recorded.not-met", {
        ...pointWords(t, event.point),
        findings: event.findings,
        day: event.rectifyBy && words.day(event.rectifyBy),
      });
    case "rectification-checked":
      return t(event.outcome === "met" ? "event.rectification-checked" : "event.rectification-checked.not-met", {
        ...pointWords(t, event.point),
        note: event.note,
      });
    case "works-completed":
      return t("event.works-completed", { reference: event.reference });
    case "rectification-prolonged":
      return t("event.rectification-prolonged", { ...pointWords(t, event.point), day: words.day(event.rectifyBy), reason: event.reason });
    case "commitment-breached":
      return t("event.commitment-breached", { decisionNo: event.decisionNo, reason: event.reason });
    case "promised-item-revoked":
      return t("event.promised-item-revoked", { item: words.item(event.itemId), decisionNo: event.decisionNo });
    case "commitment-fulfilled":
      return t("event.commitment-fulfilled");
    case "commitment-exited":
      return t("event.commitment-exited", { reason: event.reason });
    case "commitment-rewarded":
      return t("event.commitment-rewarded", { reward: event.reward });
  }
}
