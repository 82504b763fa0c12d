import type { CaseEvent } from "../events";
import type { CheckPoint, Commitment, CommitmentEvent, Standard, SupervisionCheck } from "../parts/project-commitment";
import type { Item, ProjectCase } from "../state";
import { COMMITMENT_MOVES, movedCommitment } from "./moves";
import { checksOf } from "./reads";

type Proposed = Extract<CommitmentEvent, { type: "commitment-proposed" }>;
type Later = Exclude<CommitmentEvent, Proposed>;

export const isCommitmentEvent = (event: CaseEvent): event is CommitmentEvent =>
  event.type === "commitment-proposed" || (event.type !== "letter-signed" && event.type !== "letter-withdrawn" && Object.hasOwn(COMMITMENT_MOVES, event.type));

function born(event: Proposed): Commitment {
  return {
    id: event.commitmentId,
    commitmentNo: event.commitmentNo,
    status: "proposed",
    proposedOn: event.on,
    proposedById: event.byId,
    proposedByName: event.byName,
    appraisedOn: null,
    appraisedById: null,
    appraisedByName: null,
    appraisalReason: null,
    areaCode: null,
    standardsNo: null,
    standardsOn: null,
    letterSignatureId: null,
    promisedOn: null,
    round: 1,
    precheckedOn: null,
    precheckedByName: null,
    defects: [],
    supplementedOn: null,
    supplementNote: null,
    publicityFrom: null,
    publicityTo: null,
    publicityAssumed: false,
    publicityAt: null,
    inForceOn: null,
    inForceByName: null,
    completedOn: null,
    verifiedOn: null,
    fulfilledOn: null,
    reward: null,
    breachedOn: null,
    breachById: null,
    breachByName: null,
    breachNo: null,
    breachReason: null,
    penaltyYuan: null,
    penaltyBasis: null,
    endedOn: null,
    endReason: null,
    dueOn: null,
  };
}

/** The enterprise is asked to promise anew: what it signed before no longer stands. */
const again = (commitment: Commitment): Partial<Commitment> => ({ letterSignatureId: null, promisedOn: null, round: commitment.round + 1 });

const passesVerification = (event: { readonly point: CheckPoint; readonly outcome: "met" | "not-met" }): boolean =>
  event.point === "verification" && event.outcome === "met";

/** What an event sets on its commitment beside the status. */
function facts(event: Later, commitment: Commitment): Partial<Commitment> {
  switch (event.type) {
    case "commitment-appraised":
      return {
        appraisedOn: event.on,
        appraisedById: event.byId,
        appraisedByName: event.byName,
        appraisalReason: event.reason,
        areaCode: event.areaCode,
        ...(event.applicable ? {} : { endedOn: event.on, endReason: event.reason }),
      };
    case "standards-handed-down":
      return { standardsNo: event.documentNo, standardsOn: event.on };
    case "promise-prechecked":
      return { precheckedOn: event.on, precheckedByName: event.byName, defects: event.defects };
    case "promise-supplemented":
      return { supplementedOn: event.on, supplementNote: event.note, ...again(commitment) };
    case "publicity-opened":
      return { publicityFrom: event.on, publicityTo: event.until, publicityAssumed: event.assumed, publicityAt: event.at };
    case "objection-ruled":
      if (event.ruling === "change") return { ...again(commitment), publicityFrom: null, publicityTo: null, publicityAt: null };
      return event.ruling === "exit" ? { endedOn: event.on, endReason: event.reason } : {};
    case "commitment-in-force":
      return { inForceOn: event.on, inForceByName: event.byName };
    case "works-completed":
      return { completedOn: event.on };
    case "supervision-check-recorded":
    case "rectification-checked":
      return passesVerification(event) ? { verifiedOn: event.on } : {};
    case "commitment-breached":
      return {
        breachedOn: event.on,
        breachById: event.byId,
        breachByName: event.byName,
        breachNo: event.decisionNo,
        breachReason: event.reason,
        penaltyYuan: event.penaltyYuan,
        penaltyBasis: event.penaltyBasis,
        endedOn: event.on,
        endReason: event.reason,
      };
    case "commitment-fulfilled":
      return { fulfilledOn: event.on, endedOn: event.on };
    case "commitment-exited":
      return { endedOn: event.on, endReason: event.reason };
    case "commitment-rewarded":
      return { reward: event.reward };
    case "standard-added":
    case "standard-dropped":
    case "objection-recorded":
    case "check-scheduled":
    case "rectification-prolonged":
    case "promised-item-revoked":
      return {};
  }
}

const without = <T>(rows: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(rows).filter(([key]) => key !== id));

function withStandards(standards: ProjectCase["standards"], event: Later): ProjectCase["standards"] {
  switch (event.type) {
    case "standard-added": {
      const { standardId: id, commitmentId, ordinal, indicator, condition, value, dueOn, departmentCode, itemId, code, effect, on, byName } = event;
      const standard: Standard = {
        id,
        commitmentId,
        ordinal,
        indicator,
        condition,
        value,
        dueOn,
        departmentCode,
        itemId,
        code,
        effect,
        addedOn: on,
        addedByName: byName,
        outcome: null,
      };
      return { ...standards, [id]: standard };
    }
    case "standard-dropped":
      return without(standards, event.standardId);
    case "supervision-check-recorded":
    case "rectification-checked": {
      if (event.point !== "verification") return standards;
      const failed: readonly string[] = event.type === "supervision-check-recorded" ? event.failedStandardIds : [];
      // A rectification that still fails leaves the findings of the verification as they are.
      if (event.type === "rectification-checked" && event.outcome === "not-met") return standards;
      return Object.fromEntries(
        Object.values(standards).map((standard) => [
          standard.id,
          standard.commitmentId === event.commitmentId
            ? { ...standard, outcome: failed.includes(standard.id) ? ("not-met" as const) : ("met" as const) }
            : standard,
        ]),
      );
    }
    default:
      return standards;
  }
}

const newCheck = (id: string, commitmentId: string, point: CheckPoint, dueOn: string | null): SupervisionCheck => ({
  id,
  commitmentId,
  point,
  status: "planned",
  dueOn,
  doneOn: null,
  checkedById: null,
  checkedForId: null,
  checkedByName: null,
  departmentCode: null,
  outcome: null,
  findings: [],
  evidence: [],
  rectifyBy: null,
  recheckedOn: null,
  recheckedById: null,
  recheckedForId: null,
  recheckedByName: null,
  recheckEvidence: [],
  recheckNote: null,
  looks: 0,
});

function withChecks(checks: ProjectCase["supervisionChecks"], event: Later): ProjectCase["supervisionChecks"] {
  const change = (id: string, set: Partial<SupervisionCheck>): ProjectCase["supervisionChecks"] => {
    const check = checks[id];
    if (!check) throw new Error(`${event.type} names a check the case does not have`);
    return { ...checks, [id]: { ...check, ...set } };
  };
  switch (event.type) {
    case "commitment-in-force":
      return { ...checks, ...Object.fromEntries(event.checks.map(({ id, point, dueOn }) => [id, newCheck(id, event.commitmentId, point, dueOn)])) };
    case "works-completed":
      return { ...checks, [event.checkId]: newCheck(event.checkId, event.commitmentId, "verification", event.verifyBy) };
    case "check-scheduled":
      return change(event.checkId, { dueOn: event.dueOn });
    case "supervision-check-recorded":
      return change(event.checkId, {
        status: event.outcome === "met" ? "met" : "rectifying",
        doneOn: event.on,
        checkedById: event.byId,
        checkedForId: event.forId ?? null,
        checkedByName: event.byName,
        departmentCode: event.departmentCode,
        outcome: event.outcome,
        findings: event.findings,
        evidence: event.evidence,
        rectifyBy: event.rectifyBy,
      });
    case "rectification-checked":
      return change(event.checkId, {
        status: event.outcome === "met" ? "met" : "failed",
        recheckedOn: event.on,
        recheckedById: event.byId,
        recheckedForId: event.forId ?? null,
        recheckedByName: event.byName,
        recheckEvidence: event.evidence,
        recheckNote: event.note,
        // Earlier events leave it as the column's default does; `looksMade` knows of them by their day.
        looks: event.look ?? checks[event.checkId]?.looks ?? 0,
      });
    case "rectification-prolonged":
      return change(event.checkId, { status: "rectifying", rectifyBy: event.rectifyBy });
    case "commitment-breached":
      return Object.fromEntries(
        Object.values(checks).map((check) => [
          check.id,
          check.commitmentId === event.commitmentId && check.status === "planned" ? { ...check, status: "lapsed" as const } : check,
        ]),
      );
    default:
      return checks;
  }
}

/** What the promise does for items, and what they wait for without it or again. */
function withItems(items: ProjectCase["items"], event: Later): ProjectCase["items"] {
  const set = (changes: readonly (readonly [string, Partial<Item>])[]): ProjectCase["items"] => {
    const changed = { ...items };
    for (const [id, facts] of changes) {
      const item = changed[id];
      if (!item) throw new Error(`${event.type} names an item the case does not have`);
      changed[id] = { ...item, ...facts };
    }
    return changed;
  };
  switch (event.type) {
    case "commitment-in-force":
      return set([
        ...event.items.map(({ itemId, effect }) => [itemId, { promisedAs: effect, promisedOn: event.on }] as const),
        ...Object.entries(event.relinked).map(([id, prerequisites]) => [id, { prerequisites }] as const),
      ]);
    case "supervision-check-recorded":
    case "rectification-checked":
      return set(event.released.map((id) => [id, { promisedAs: "at-once" }] as const));
    case "commitment-breached":
      return set([
        ...event.freed.map((id) => [id, { promisedAs: null, promisedOn: null }] as const),
        ...Object.entries(event.relinked).map(([id, prerequisites]) => [id, { prerequisites }] as const),
      ]);
    default:
      return items;
  }
}

function withObjections(objections: ProjectCase["objections"], event: Later): ProjectCase["objections"] {
  if (event.type === "objection-recorded") {
    const { objectionId: id, commitmentId, ordinal, objector, text, on: receivedOn, byName: receivedByName } = event;
    const objection = {
      id,
      commitmentId,
      ordinal,
      objector,
      text,
      receivedOn,
      receivedByName,
      status: "open" as const,
      ruledOn: null,
      ruledByName: null,
      rulingReason: null,
    };
    return { ...objections, [id]: objection };
  }
  if (event.type !== "objection-ruled") return objections;
  const objection = objections[event.objectionId];
  if (!objection) throw new Error("objection-ruled names an objection the case does not have");
  const status = event.ruling === "reject" ? ("rejected" as const) : ("upheld" as const);
  return { ...objections, [objection.id]: { ...objection, status, ruledOn: event.on, ruledByName: event.byName, rulingReason: event.reason } };
}

/** The case after an event of a project commitment. A signature that an event overtakes is marked as taken back on that day. */
export function evolveCommitment(state: ProjectCase, event: CommitmentEvent): ProjectCase {
  if (event.type === "commitment-proposed") return { ...state, commitments: { ...state.commitments, [event.commitmentId]: born(event) } };
  const commitment = state.commitments[event.commitmentId];
  if (!commitment) throw new Error(`${event.type} names a commitment the case does not have`);
  const supervisionChecks = withChecks(state.supervisionChecks, event);
  const told: Commitment = { ...commitment, ...facts(event, commitment) };
  const moved: Commitment = { ...told, status: movedCommitment(event, told, checksOf({ supervisionChecks }, commitment.id)) };
  const overtaken = commitment.letterSignatureId === null || moved.letterSignatureId !== null ? null : state.signatures[commitment.letterSignatureId];
  return {
    ...state,
    commitments: { ...state.commitments, [moved.id]: moved },
    standards: withStandards(state.standards, event),
    objections: withObjections(state.objections, event),
    supervisionChecks,
    items: withItems(state.items, event),
    signatures: overtaken ? { ...state.signatures, [overtaken.id]: { ...overtaken, withdrawnOn: event.on } } : state.signatures,
  };
}
