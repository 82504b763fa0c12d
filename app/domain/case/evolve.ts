import type { CivilDay, Instant } from "../calendar/calendar-date";
import { evolveArea } from "./area-placement";
import { born, newItem } from "./births";
import { evolveCommitment, isCommitmentEvent } from "./commitment/evolve";
import { evolveCorrectionRuling } from "./correction-ruling";
import { evolveDeferral } from "./deferral";
import { evolveDirection } from "./direction";
import type { CaseEvent } from "./events";
import { evolveEvidence } from "./evidence";
import { evolveExplanation } from "./explanation/evolve";
import { evolveFinding } from "./finding-rows";
import { evolveForwarding } from "./forwarding";
import { evolveHandover } from "./handover";
import { evolveIntake } from "./intake";
import { itemFacts } from "./item-facts";
import { evolveJointReview } from "./joint-review/evolve";
import { evolveMaterial, isMaterialEvent } from "./material-rows";
import { type MovingEvent, moved } from "./moves";
import { evolveNotice, isNoticeEvent } from "./notice-commitment/evolve";
import { evolveProjectFacts } from "./project-facts";
import { evolveSignature, isSignatureEvent } from "./signature";
import { evolveSimulation, isSimulationEvent } from "./simulation/evolve";
import type { Item, ProjectCase } from "./state";

type Registered = Extract<CaseEvent, { type: "project-registered" }>;

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
        proposedOn: null,
        outcome: null,
        outcomeGround: null,
        outcomeReason: null,
        outcomeNo: null,
        outcomeOn: null,
        outcomeById: null,
        outcomeByName: null,
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
  for (const id of event.asked ?? []) {
    const item = items[id];
    if (!item) throw new Error("plan-confirmed asks for an item the case does not have");
    items[id] = { ...item, required: true };
  }
  for (const id of event.droppedItemIds) {
    const item = items[id];
    if (!item) throw new Error("plan-confirmed drops an item the case does not have");
    items[id] = {
      ...item,
      status: "dropped",
      planReason: event.dropReasons[id] ?? item.planReason,
      sparedByArea: event.spared?.[id] ?? null,
      endedOn: event.on,
    };
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
    deliveryDueOn: null,
  };
  return { ...state, items: { ...state.items, [item.id]: corrected } };
}

function applied(state: ProjectCase, event: Exclude<CaseEvent, Registered>): ProjectCase {
  if (isMaterialEvent(event)) return evolveMaterial(state, event);
  if (isSimulationEvent(event)) return evolveSimulation(state, event);
  if (isSignatureEvent(event)) return evolveSignature(state, event);
  if (event.type === "promised-item-revoked") return withItem(evolveCommitment(state, event), event);
  if (isCommitmentEvent(event)) return evolveCommitment(state, event);
  if (event.type === "facts-changed") return evolveProjectFacts(state, event);
  if (event.type === "evidence-attached") return evolveEvidence(state, event);
  if (isNoticeEvent(event)) return event.type === "notice-commitment-revoked" ? withItem(state, event) : state;
  switch (event.type) {
    case "agent-assigned":
      return { ...state, project: { ...state.project, agentId: event.agentId, agentName: event.agentName } };
    case "screening-answered":
      return { ...state, project: { ...state.project, screening: event.answers } };
    case "plan-confirmed":
      return withPlan(state, event);
    case "review-convened":
    case "review-rescheduled":
    case "review-held":
    case "opinion-given":
    case "silence-recorded":
    case "conditions-settled":
    case "opinion-merged":
    case "review-cancelled":
      return evolveJointReview(state, event);
    case "area-placed":
    case "area-left":
      return evolveArea(state, event);
    case "note-added": {
      const { noteId: id, itemId, text, shownToInvestor, byId, byName } = event;
      return { ...state, notes: { ...state.notes, [id]: { id, itemId, text, notedOn: event.on, byId, byName, shownToInvestor } } };
    }
    case "entry-corrected":
      return withEntry(state, event);
    case "finding-recorded":
      return evolveFinding(state, event);
    case "explanation-asked":
    case "explanation-given":
    case "explanation-ruled":
      return evolveExplanation(state, event);
    case "item-prechecked":
      return withItem(evolveIntake(state, event), event);
    case "bundle-accepted":
      return evolveIntake(state, event);
    case "handover-recorded":
    case "handover-confirmed":
      return evolveHandover(state, event);
    case "item-signposted":
    case "path-sought":
    case "path-answered":
      return withItem(evolveDirection(state, event), event);
    case "item-forwarded":
    case "upper-receipt-recorded":
    case "upper-returned":
    case "upper-decided":
      return withItem(evolveForwarding(state, event), event);
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
  const next = evolveNotice(evolveDeferral(evolveCorrectionRuling(applied(state, event), event), event), event);
  return { ...next, project: { ...next.project, version: state.project.version + 1, updatedAt: at } };
}
