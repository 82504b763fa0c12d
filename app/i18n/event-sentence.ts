import type { CivilDay } from "../domain/calendar/calendar-date";
import type { CaseEvent } from "../domain/case/events";
import type { StageCode } from "../domain/pack/pack";
import type { Translate } from "./index";

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
    case "extension-requested":
      return t("event.extension-requested", { item: words.item(event.itemId), n: event.workingDays, reason: event.reason });
    case "extension-ruled":
      return t(event.approved ? "event.extension-ruled.approved" : "event.extension-ruled.rejected", { item: words.item(event.itemId), reason: event.reason });
    case "review-convened":
      return t("event.review-convened", {
        stage: words.stage(event.stage),
        lead: words.department(event.leadDepartmentCode),
        departments: event.departmentCodes.map((code) => words.department(code)),
      });
    case "opinion-given":
      return t(`event.opinion-given.${event.stance}`, { department: words.department(event.departmentCode), conditions: event.conditions });
    case "item-decided":
      return t(event.granted ? "event.item-decided.granted" : "event.item-decided.refused", {
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
    default:
      return never(event);
  }
}

const never = (event: never): never => {
  throw new Error(`no sentence for ${JSON.stringify(event)}`);
};
