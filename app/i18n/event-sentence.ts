import type { CivilDay } from "../domain/calendar/calendar-date";
import type { CaseEvent } from "../domain/case/events";
import type { StageCode } from "../domain/pack/pack";
import { commitmentSentence } from "./commitment-sentence";
import { evidenceSentence } from "./evidence-sentence";
import type { Translate } from "./index";
import { noticeSentence } from "./notice-sentence";
import { passageSentence } from "./passage-sentence";
import { simulationSentence } from "./simulation-sentence";

/** Names the sentence needs, in the reader's language: the event itself carries only ids and codes. */
export interface EventWords {
  item(itemId: string): string;
  department(code: string): string;
  procedure(kind: string): string;
  stage(code: StageCode): string;
  /** Name of a step inside a department: 审, 核 … */
  step(itemId: string, code: string): string;
  day(day: CivilDay): string;
}

/** What happened, as one sentence without who and when: for the history page, the investor's page and the papers. */
export function eventSentence(t: Translate, event: CaseEvent, words: EventWords): string {
  switch (event.type) {
    case "project-registered":
      return t("event.project-registered", { name: event.name, projectNo: event.projectNo });
    case "agent-assigned":
      return t(event.reason ? "event.agent-assigned.reason" : "event.agent-assigned", { agent: event.agentName, reason: event.reason });
    case "screening-answered":
      return t("event.screening-answered", { n: Object.keys(event.answers).length });
    case "plan-confirmed":
      return t(event.droppedItemIds.length > 0 ? "event.plan-confirmed.dropped" : "event.plan-confirmed", {
        n: event.items.length,
        dropped: event.droppedItemIds.length,
      });
    case "item-received":
      return t("event.item-received", { item: words.item(event.itemId) });
    case "correction-notified":
      return t(event.replyBy ? "event.correction-notified.by" : "event.correction-notified", {
        item: words.item(event.itemId),
        n: event.defects.length,
        defects: event.defects,
        noticeNo: event.noticeNo,
        by: event.replyBy && words.day(event.replyBy),
      });
    case "second-correction-allowed":
      return t("event.second-correction-allowed", { item: words.item(event.itemId), reason: event.reason });
    case "correction-supplied":
      return t("event.correction-supplied", { item: words.item(event.itemId) });
    case "item-accepted":
      return t(event.deemed ? "event.item-accepted.deemed" : event.joint ? "event.item-accepted.joint" : "event.item-accepted", {
        item: words.item(event.itemId),
        acceptanceNo: event.acceptanceNo,
        on: words.day(event.on),
      });
    case "acceptance-refused":
      return t("event.acceptance-refused", { item: words.item(event.itemId), reason: event.reason, decisionNo: event.decisionNo });
    case "review-started":
      return t("event.review-started", { item: words.item(event.itemId) });
    case "step-recorded":
      return t("event.step-recorded", { item: words.item(event.itemId), step: words.step(event.itemId, event.step) });
    case "procedure-opened": {
      const facts = { item: words.item(event.itemId), kind: words.procedure(event.kind), n: event.toldWorkingDays, noticeNo: event.noticeNo };
      return t(event.toldWorkingDays !== null && event.noticeNo !== null ? "event.procedure-opened.told" : "event.procedure-opened", facts);
    }
    case "procedure-closed":
      return t("event.procedure-closed", { item: words.item(event.itemId), outcome: event.outcome });
    case "explanation-asked":
      return t("event.explanation-asked", { item: words.item(event.itemId), question: event.question });
    case "explanation-given":
      return t(`event.explanation-given.${event.kind}`, { item: words.item(event.itemId), reason: event.reason, defects: event.defects });
    case "explanation-ruled":
      return t(`event.explanation-ruled.${event.kind}.${event.accepted ? "accepted" : "sent-back"}`, { item: words.item(event.itemId), reason: event.reason });
    case "extension-requested":
      return t("event.extension-requested", { item: words.item(event.itemId), n: event.workingDays, reason: event.reason });
    case "extension-ruled":
      return t(event.approved ? "event.extension-ruled.approved" : "event.extension-ruled.rejected", { item: words.item(event.itemId), reason: event.reason });
    case "review-convened": {
      const { mode, itemId, meetOn } = event;
      const stage = words.stage(event.stage);
      const called = { lead: words.department(event.leadDepartmentCode), departments: event.departmentCodes.map((code) => words.department(code)) };
      if (mode === undefined) return t("event.review-convened", { stage, ...called });
      return t(meetOn ? "event.review-convened.of.day" : "event.review-convened.of", {
        mode: t(`review.mode.${mode}`),
        subject: itemId ? words.item(itemId) : stage,
        meetOn: meetOn && words.day(meetOn),
        ...called,
      });
    }
    case "review-rescheduled":
      return t(event.meetOn ? "event.review-rescheduled.day" : "event.review-rescheduled", {
        meetOn: event.meetOn && words.day(event.meetOn),
        reason: event.reason,
      });
    case "review-held":
      return t("event.review-held", { departments: event.attendance.map((one) => words.department(one.departmentCode)) });
    case "opinion-given":
      return t(event.stance === "disagree" && event.reason ? "event.opinion-given.disagree.reason" : `event.opinion-given.${event.stance}`, {
        department: words.department(event.departmentCode),
        conditions: event.conditions,
        reason: event.reason,
      });
    case "silence-recorded":
      return t(`event.silence-recorded.${event.outcome}`, { department: words.department(event.departmentCode), reason: event.reason });
    case "conditions-settled":
      return t("event.conditions-settled", { n: event.sources.length, text: event.text });
    case "opinion-merged":
      return t(`event.opinion-merged.${event.stance}`, { opinionNo: event.opinionNo });
    case "review-cancelled":
      return t("event.review-cancelled", { reason: event.reason });
    case "area-placed":
      return t("event.area-placed", { area: event.areaCode, name: event.nameZh, n: event.spares.length, document: event.sourceDocument });
    case "area-left":
      return t("event.area-left", { reason: event.reason });
    case "item-decided":
      return t(event.granted ? (event.withGap ? "event.item-decided.with-gap" : "event.item-decided.granted") : "event.item-decided.refused", {
        item: words.item(event.itemId),
        decisionNo: event.decisionNo,
        reason: event.reason,
      });
    case "result-issued":
      return t("event.result-issued", { item: words.item(event.itemId) });
    case "result-delivered":
      return t(`event.result-delivered.${event.method}`, { item: words.item(event.itemId), receivedBy: event.receivedBy });
    case "item-withdrawn":
      return t("event.item-withdrawn", { item: words.item(event.itemId), reason: event.reason });
    case "milestone-completed":
      return t("event.milestone-completed", { item: words.item(event.itemId), reference: event.reference });
    case "materials-brought":
      return t("event.materials-brought", {
        item: words.item(event.itemId),
        n: event.materials.length,
        names: event.materials.map((material) => material.name),
      });
    case "file-attached":
      return t("event.file-attached", { item: words.item(event.itemId), material: event.name, version: event.version, file: event.file.name });
    case "material-waived":
    case "material-required":
    case "material-returned":
      return t(`event.${event.type}`, { item: words.item(event.itemId), material: event.name, reason: event.reason });
    case "material-reused":
      return t("event.material-reused", { item: words.item(event.itemId), material: event.name });
    case "deferral-granted":
      return t("event.deferral-granted", { item: words.item(event.itemId), noticeNo: event.noticeNo, by: words.day(event.supplyBy), missing: event.missing });
    case "deferral-supplied":
      return t(event.complete ? "event.deferral-supplied.complete" : "event.deferral-supplied", { item: words.item(event.itemId), names: event.names });
    case "deferral-waived":
      return t(event.complete ? "event.deferral-waived.complete" : "event.deferral-waived", {
        item: words.item(event.itemId),
        names: event.names,
        reason: event.reason,
      });
    case "deferral-extended":
      return t("event.deferral-extended", {
        item: words.item(event.itemId),
        from: words.day(event.from),
        to: words.day(event.supplyBy),
        reason: event.reason,
      });
    case "deferral-proposed":
      return t(event.outcome === null ? "event.deferral-proposed.open" : "event.deferral-proposed", {
        item: words.item(event.itemId),
        outstanding: event.outstanding,
        outcome: event.outcome && t(`gaps.outcome.${event.outcome}`),
      });
    case "deferral-ruled":
      return t("event.deferral-ruled", { item: words.item(event.itemId), outcome: t(`gaps.outcome.${event.outcome}`), reason: event.reason });
    case "correction-proposed":
      return t(event.outcome === null ? "event.correction-proposed.open" : "event.correction-proposed", {
        item: words.item(event.itemId),
        outcome: event.outcome && t(`gaps.outcome.${event.outcome}`),
      });
    case "correction-ruled":
      return t(`event.correction-ruled.${event.ground}`, {
        item: words.item(event.itemId),
        outcome: t(`gaps.outcome.${event.outcome}`),
        reason: event.reason,
      });
    case "finding-recorded": {
      const finding = t(`finding.code.${event.code}`);
      if (event.itemId === null) return t("event.finding-recorded.project", { finding, evidence: event.evidence });
      return t(event.byRule ? "event.finding-recorded" : "event.finding-recorded.reported", {
        item: words.item(event.itemId),
        finding,
        evidence: event.evidence,
      });
    }
    case "note-added":
      return t("event.note-added", { text: event.text });
    case "entry-corrected":
      return t("event.entry-corrected", {
        item: words.item(event.itemId),
        entry: t(`event.entry.${event.entry}`),
        from: event.from ?? t("event.entry.none"),
        to: event.to,
        reason: event.reason,
      });
    case "item-prechecked":
    case "bundle-accepted":
    case "handover-recorded":
    case "handover-confirmed":
    case "item-signposted":
    case "path-sought":
    case "path-answered":
    case "item-forwarded":
    case "upper-receipt-recorded":
    case "upper-returned":
    case "upper-decided":
      return passageSentence(t, event, words);
    case "commitment-proposed":
    case "commitment-appraised":
    case "standard-added":
    case "standard-dropped":
    case "standards-handed-down":
    case "promise-prechecked":
    case "promise-supplemented":
    case "publicity-opened":
    case "objection-recorded":
    case "objection-ruled":
    case "commitment-in-force":
    case "check-scheduled":
    case "supervision-check-recorded":
    case "rectification-checked":
    case "works-completed":
    case "rectification-prolonged":
    case "commitment-breached":
    case "promised-item-revoked":
    case "commitment-fulfilled":
    case "commitment-exited":
    case "commitment-rewarded":
      return commitmentSentence(t, event, words);
    case "evidence-attached":
      return evidenceSentence(t, event);
    case "simulation-applied":
    case "simulation-asked-back":
    case "simulation-answered":
    case "simulation-accepted":
    case "simulation-refused":
    case "precondition-obtained":
    case "expected-day-moved":
    case "simulation-terminated":
    case "simulation-ended":
    case "simulation-saving-measured":
    case "simulated-item-accepted":
    case "simulated-item-refused":
    case "simulated-review-started":
    case "simulated-correction-notified":
    case "simulated-correction-supplied":
    case "simulated-opinion-given":
    case "simulated-item-ready":
    case "differences-confirmed":
    case "conversion-correction-notified":
    case "conversion-correction-supplied":
    case "simulated-item-converted":
    case "simulated-item-to-ordinary":
    case "simulated-item-lapsed":
    case "simulated-item-voided":
    case "simulated-item-terminated":
    case "letter-signed":
    case "letter-withdrawn":
    case "facts-changed":
      return simulationSentence(t, event, words);
    case "notice-commitment-told":
    case "notice-commitment-recalled":
    case "notice-commitment-chosen":
    case "notice-commitment-declined":
    case "notice-commitment-granted":
    case "notice-check-day-set":
    case "notice-commitment-checked":
    case "notice-more-time-given":
    case "notice-commitment-revoked":
      return noticeSentence(t, event, words);
    default:
      return never(event);
  }
}

const never = (event: never): never => {
  throw new Error(`no sentence for ${JSON.stringify(event)}`);
};
