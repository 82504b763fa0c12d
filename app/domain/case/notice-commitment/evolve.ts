import type { CaseEvent } from "../events";
import { isFulfilled } from "../moves";
import type { NoticeCommitment, NoticeCommitmentEvent } from "../parts/notice-commitment";
import type { SignatureEvent } from "../parts/signature";
import type { ProjectCase } from "../state";
import { BEFORE_GRANT, isLiveNotice, movedNotice, NOTICE_MOVES, type NoticeMovingEvent } from "./moves";

const OWN: Readonly<Record<NoticeCommitmentEvent["type"], true>> = {
  "notice-commitment-told": true,
  "notice-commitment-recalled": true,
  "notice-commitment-chosen": true,
  "notice-commitment-declined": true,
  "notice-commitment-granted": true,
  "notice-check-day-set": true,
  "notice-commitment-checked": true,
  "notice-more-time-given": true,
  "notice-commitment-revoked": true,
};
export const isNoticeEvent = (event: CaseEvent): event is NoticeCommitmentEvent => Object.hasOwn(OWN, event.type);

type Told = Extract<NoticeCommitmentEvent, { type: "notice-commitment-told" }>;

/** Whether the event moves a commitment; that of a letter does so only when it is this kind of letter. */
const isMoving = (event: CaseEvent): event is NoticeMovingEvent =>
  Object.hasOwn(NOTICE_MOVES, event.type) && (!isOfLetter(event) || event.letterKind === "notice-commitment");
const isOfLetter = (event: CaseEvent): event is SignatureEvent => event.type === "letter-signed" || event.type === "letter-withdrawn";

function born(event: Told): NoticeCommitment {
  const { commitmentId: id, commitmentNo, itemId, code, departmentCode, noticeNo, standards, replaces } = event;
  return {
    id,
    commitmentNo,
    itemId,
    code,
    departmentCode,
    status: "told",
    noticeNo,
    toldOn: event.on,
    toldById: event.byId,
    toldByName: event.byName,
    standards,
    replaces,
    chosenOn: null,
    chosenById: null,
    chosenByName: null,
    manners: [],
    signatureId: null,
    signedOn: null,
    decidedOn: null,
    decidedById: null,
    decidedByName: null,
    lateReason: null,
    checkWorkingDays: null,
    checkDueOn: null,
    checkSetById: null,
    checkSetByName: null,
    checkSetReason: null,
    checks: [],
    checkedOn: null,
    rectifyBy: null,
    moreTimeReason: null,
    nextDueOn: null,
    revocationNo: null,
    revokedOn: null,
    closedOn: null,
    endedOn: null,
    reason: null,
  };
}

/** What an event sets on its commitment beside the status. */
function factsOf(event: NoticeMovingEvent, notice: NoticeCommitment): Partial<NoticeCommitment> {
  switch (event.type) {
    case "notice-commitment-chosen":
      return { chosenOn: event.on, chosenById: event.byId, chosenByName: event.byName, manners: event.manners };
    case "notice-commitment-declined":
    case "notice-commitment-recalled":
      return { endedOn: event.on, reason: event.reason };
    case "letter-signed":
      return { signatureId: event.signatureId, signedOn: event.on };
    case "letter-withdrawn":
      return { signatureId: null, endedOn: event.on, reason: event.reason };
    case "notice-commitment-granted":
      return {
        decidedOn: event.on,
        decidedById: event.byId,
        decidedByName: event.byName,
        lateReason: event.lateReason,
        checkWorkingDays: event.checkWorkingDays,
        checkDueOn: event.checkDueOn,
        nextDueOn: event.checkDueOn,
      };
    case "notice-check-day-set":
      return {
        checkDueOn: event.checkDueOn,
        nextDueOn: event.checkDueOn,
        checkSetById: event.byId,
        checkSetByName: event.byName,
        checkSetReason: event.reason,
      };
    case "notice-commitment-checked": {
      const { on, outcome, looked, inspectors, reference, failed, byId, byName } = event;
      const checks = [...notice.checks, { on, outcome, looked, inspectors, reference, failed, byId, byName }];
      if (outcome === "met") return { checks, checkedOn: on, nextDueOn: null, closedOn: on, endedOn: on };
      const rectifyBy = event.rectifyBy ?? notice.rectifyBy;
      // Found not met again, the manager's ruling is what it waits for: since that day.
      return { checks, checkedOn: on, rectifyBy, nextDueOn: event.rectifyBy ?? on };
    }
    case "notice-more-time-given":
      return { rectifyBy: event.rectifyBy, nextDueOn: event.rectifyBy, moreTimeReason: event.reason };
    case "notice-commitment-revoked":
      return { revocationNo: event.decisionNo, revokedOn: event.on, nextDueOn: null, endedOn: event.on, reason: event.reason };
  }
}

const withNotice = (state: ProjectCase, notice: NoticeCommitment): ProjectCase => ({
  ...state,
  noticeCommitments: { ...state.noticeCommitments, [notice.id]: notice },
});

/** An item that ends or is decided without the promise takes its commitment with it; so does a permit that is gone for another reason. */
function lapsed(state: ProjectCase, event: CaseEvent): ProjectCase {
  let after = state;
  for (const notice of Object.values(state.noticeCommitments)) {
    const item = state.items[notice.itemId];
    if (!item || !isLiveNotice(notice)) continue;
    const over = BEFORE_GRANT.includes(notice.status) ? item.endedOn !== null : item.decidedOn !== null && item.endedOn !== null && !isFulfilled(item);
    const on = "on" in event && typeof event.on === "string" ? event.on : item.endedOn;
    if (over) after = withNotice(after, { ...notice, status: "lapsed", nextDueOn: null, endedOn: on });
  }
  return after;
}

/** A corrected decision day is the decision day of the commitment too; the last day of a check to come is counted from it (see days.ts). */
function redated(state: ProjectCase, event: Extract<CaseEvent, { type: "entry-corrected" }>): ProjectCase {
  const notice = Object.values(state.noticeCommitments).find(({ itemId, decidedOn }) => itemId === event.itemId && decidedOn !== null);
  return notice && event.entry === "decidedOn" ? withNotice(state, { ...notice, decidedOn: event.to }) : state;
}

/** The case after an event, as far as its commitments go: their own events, those of their letters, and the end of their items. */
export function evolveNotice(state: ProjectCase, event: CaseEvent): ProjectCase {
  if (event.type === "entry-corrected") return redated(state, event);
  if (event.type === "notice-commitment-told") return withNotice(state, born(event));
  if (!isMoving(event)) return lapsed(state, event);
  const id = isOfLetter(event) ? event.subjectId : event.commitmentId;
  const notice = state.noticeCommitments[id];
  if (!notice) throw new Error(`${event.type} names a commitment the case does not have`);
  return withNotice(state, { ...notice, ...factsOf(event, notice), status: movedNotice(event, notice) });
}
