import type { CivilDay, Instant } from "../calendar/calendar-date";
import type { CaseEvent, PlannedItem } from "./events";
import { type MovingEvent, moved } from "./moves";
import type { Item, ProjectCase } from "./state";

type Registered = Extract<CaseEvent, { type: "project-registered" }>;

function born(event: Registered, at: Instant): ProjectCase {
  const { type: _, on, ...facts } = event;
  return {
    project: {
      ...facts,
      status: "registered",
      screening: {},
      registeredOn: on,
      planConfirmedOn: null,
      completedOn: null,
      warnFrom: null,
      lateFrom: null,
      nextDueOn: null,
      itemCount: 0,
      closedCount: 0,
      runningCount: 0,
      pausedCount: 0,
      correctingCount: 0,
      version: 1,
      updatedAt: at,
    },
    items: {},
    corrections: {},
    procedures: {},
    extensions: {},
    steps: {},
    reviews: {},
    opinions: {},
    notes: {},
  };
}

/** An item as the plan took it up: nothing has happened to it yet. */
export const newItem = (planned: PlannedItem, plannedOn: CivilDay): Item => ({
  ...planned,
  plannedOn,
  status: "planned",
  receivedOn: null,
  receivedById: null,
  receivedByName: null,
  completeOn: null,
  correctionAllowedReason: null,
  correctionAllowedById: null,
  acceptedOn: null,
  acceptedById: null,
  acceptedByName: null,
  deemedAccepted: false,
  jointAcceptance: false,
  acceptanceNo: null,
  reviewStartedOn: null,
  decidedOn: null,
  decidedById: null,
  decidedByName: null,
  decisionNo: null,
  decisionReason: null,
  overdueReason: null,
  issuedOn: null,
  deliveredOn: null,
  deliveryMethod: null,
  endedOn: null,
  running: false,
  paused: false,
  committedDueOn: null,
  statutoryDueOn: null,
  dueOn: null,
  dueProvisional: false,
  warnFrom: null,
  lateFrom: null,
});

/** What an event sets on its item beside the status, which only the state table moves. */
function itemFacts(event: MovingEvent): Partial<Item> {
  switch (event.type) {
    case "item-received":
      return { receivedOn: event.on, receivedById: event.byId, receivedByName: event.byName, completeOn: event.on };
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
      };
    case "acceptance-refused":
      return { endedOn: event.on, decisionNo: event.decisionNo, decisionReason: event.reason };
    case "review-started":
      return { reviewStartedOn: event.on };
    case "item-decided":
      return {
        decidedOn: event.on,
        endedOn: event.on,
        decidedById: event.byId,
        decidedByName: event.byName,
        decisionNo: event.decisionNo,
        decisionReason: event.reason,
        overdueReason: event.overdueReason,
      };
    case "result-issued":
      return { issuedOn: event.on };
    case "result-delivered":
      return { deliveredOn: event.on, deliveryMethod: event.method };
    case "item-withdrawn":
      return { endedOn: event.on, decisionReason: event.reason };
    case "milestone-completed":
      return { endedOn: event.on, decidedByName: event.byName, decidedById: event.byId, decisionNo: event.reference };
    case "step-recorded":
    case "procedure-opened":
    case "procedure-closed":
    case "extension-requested":
    case "extension-ruled":
      return {};
  }
}

function withItem(state: ProjectCase, event: MovingEvent): ProjectCase {
  const item = state.items[event.itemId];
  if (!item) throw new Error(`${event.type} names an item the case does not have`);
  return { ...state, items: { ...state.items, [item.id]: { ...item, ...itemFacts(event), status: moved(event, item) } } };
}

/** Rows that an event adds or closes beside its item. */
function withParts(state: ProjectCase, event: MovingEvent): ProjectCase {
  switch (event.type) {
    case "correction-notified": {
      const { correctionId: id, itemId, ordinal, noticeNo, defects, replyBy } = event;
      const item = state.items[itemId];
      const correction = {
        id,
        itemId,
        ordinal,
        noticeNo,
        notifiedOn: event.on,
        defects,
        replyBy,
        suppliedOn: null,
        supplyNote: null,
        allowedById: item?.correctionAllowedById ?? null,
        allowedReason: item?.correctionAllowedReason ?? null,
      };
      return { ...state, corrections: { ...state.corrections, [id]: correction } };
    }
    case "correction-supplied": {
      const correction = state.corrections[event.correctionId];
      if (!correction) throw new Error("correction-supplied names a list the case does not have");
      return { ...state, corrections: { ...state.corrections, [correction.id]: { ...correction, suppliedOn: event.on, supplyNote: event.note } } };
    }
    case "step-recorded": {
      const { stepId: id, itemId, ordinal, step: code, byId, byName, remark } = event;
      return { ...state, steps: { ...state.steps, [id]: { id, itemId, ordinal, code, doneOn: event.on, byId, byName, remark } } };
    }
    case "procedure-opened": {
      const { procedureId: id, itemId, kind, stops, noticeNo, toldWorkingDays, reason } = event;
      const procedure = {
        id,
        itemId,
        kind,
        stops,
        noticeNo,
        toldWorkingDays,
        reason,
        openedOn: event.on,
        openedById: event.byId,
        closedOn: null,
        outcome: null,
      };
      return { ...state, procedures: { ...state.procedures, [id]: procedure } };
    }
    case "procedure-closed": {
      const procedure = state.procedures[event.procedureId];
      if (!procedure) throw new Error("procedure-closed names a procedure the case does not have");
      return { ...state, procedures: { ...state.procedures, [procedure.id]: { ...procedure, closedOn: event.on, outcome: event.outcome } } };
    }
    case "extension-requested": {
      const { extensionId: id, itemId, workingDays, reason } = event;
      const extension = {
        id,
        itemId,
        workingDays,
        reason,
        requestedOn: event.on,
        requestedById: event.byId,
        status: "requested" as const,
        decidedOn: null,
        decidedById: null,
        decisionReason: null,
      };
      return { ...state, extensions: { ...state.extensions, [id]: extension } };
    }
    case "extension-ruled": {
      const extension = state.extensions[event.extensionId];
      if (!extension) throw new Error("extension-ruled names an extension the case does not have");
      const ruled = {
        ...extension,
        status: event.approved ? ("approved" as const) : ("rejected" as const),
        decidedOn: event.on,
        decidedById: event.byId,
        decisionReason: event.reason,
      };
      return { ...state, extensions: { ...state.extensions, [extension.id]: ruled } };
    }
    default:
      return state;
  }
}

function withPlan(state: ProjectCase, event: Extract<CaseEvent, { type: "plan-confirmed" }>): ProjectCase {
  const items = { ...state.items };
  for (const planned of event.items) items[planned.id] = newItem(planned, event.on);
  for (const [id, prerequisites] of Object.entries(event.relinked)) {
    const item = items[id];
    if (!item) throw new Error("plan-confirmed relinks an item the case does not have");
    items[id] = { ...item, prerequisites };
  }
  for (const id of event.droppedItemIds) {
    const item = items[id];
    if (!item) throw new Error("plan-confirmed drops an item the case does not have");
    items[id] = { ...item, status: "dropped", planReason: event.dropReasons[id] ?? item.planReason, endedOn: event.on };
  }
  return { ...state, project: { ...state.project, planConfirmedOn: state.project.planConfirmedOn ?? event.on }, items };
}

/** The set was complete at receipt unless a correction was supplied; a deemed acceptance dates back to it. Both move with a corrected receipt. */
function followingReceipt(state: ProjectCase, item: Item, receivedOn: CivilDay): Partial<Item> {
  const supplied = Object.values(state.corrections).some((correction) => correction.itemId === item.id && correction.suppliedOn !== null);
  if (supplied) return {};
  return item.deemedAccepted ? { completeOn: receivedOn, acceptedOn: receivedOn } : { completeOn: receivedOn };
}

function withEntry(state: ProjectCase, event: Extract<CaseEvent, { type: "entry-corrected" }>): ProjectCase {
  const item = state.items[event.itemId];
  if (!item) throw new Error("entry-corrected names an item the case does not have");
  const follows = event.entry === "receivedOn" ? followingReceipt(state, item, event.to) : event.entry === "decidedOn" ? { endedOn: event.to } : {};
  const corrected: Item = {
    ...item,
    ...follows,
    [event.entry]: event.to,
    overdueReason: event.overdueReason ?? item.overdueReason,
    // An ended item keeps its due days for good (see derive); a correction has them read again.
    committedDueOn: null,
    statutoryDueOn: null,
  };
  return { ...state, items: { ...state.items, [item.id]: corrected } };
}

function applied(state: ProjectCase, event: Exclude<CaseEvent, Registered>): ProjectCase {
  switch (event.type) {
    case "agent-assigned":
      return { ...state, project: { ...state.project, agentId: event.agentId, agentName: event.agentName } };
    case "screening-answered":
      return { ...state, project: { ...state.project, screening: event.answers } };
    case "plan-confirmed":
      return withPlan(state, event);
    case "review-convened": {
      const { reviewId: id, stage, leadDepartmentCode, departmentCodes, replyBy } = event;
      return {
        ...state,
        reviews: { ...state.reviews, [id]: { id, stage, leadDepartmentCode, convenedOn: event.on, replyBy, departmentCodes, status: "open" } },
      };
    }
    case "opinion-given": {
      const { opinionId: id, reviewId, departmentCode, stance, conditions, byId, byName } = event;
      const review = state.reviews[reviewId];
      if (!review) throw new Error("opinion-given names a review the case does not have");
      const opinions = { ...state.opinions, [id]: { id, reviewId, departmentCode, stance, conditions, givenOn: event.on, byId, byName } };
      const complete = review.departmentCodes.every((code) =>
        Object.values(opinions).some((opinion) => opinion.reviewId === reviewId && opinion.departmentCode === code),
      );
      return { ...state, opinions, reviews: complete ? { ...state.reviews, [reviewId]: { ...review, status: "closed" } } : state.reviews };
    }
    case "note-added": {
      const { noteId: id, itemId, text, shownToInvestor, byId, byName } = event;
      return { ...state, notes: { ...state.notes, [id]: { id, itemId, text, notedOn: event.on, byId, byName, shownToInvestor } } };
    }
    case "entry-corrected":
      return withEntry(state, event);
    default:
      return withItem(withParts(state, event), event);
  }
}

/**
 * The state after an event. Pure and total over recorded events: replaying a project's events from null gives its rows, up to the
 * columns that `derive` fills. Throws only when an event could never have been recorded.
 * @param at instant of recording, UTC
 */
export function evolve(state: ProjectCase | null, event: CaseEvent, at: Instant): ProjectCase {
  if (event.type === "project-registered") return born(event, at);
  if (state === null) throw new Error(`${event.type} before project-registered`);
  const next = applied(state, event);
  return { ...next, project: { ...next.project, version: state.project.version + 1, updatedAt: at } };
}
