import type { CaseEvent } from "../events";
import type { MissingPrecondition, SimulatedItem, SimulatedItemEvent, SimulatedRun, SimulationEvent, SimulationRunEvent } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { nextExpected } from "./expected-day";
import { movedRun, movedSimulated, RUN_MOVES, SIMULATION_MOVES } from "./moves";

const TYPES: Readonly<Record<SimulationEvent["type"], unknown>> = { "simulation-applied": null, ...RUN_MOVES, ...SIMULATION_MOVES };

export const isSimulationEvent = (event: CaseEvent): event is SimulationEvent => Object.hasOwn(TYPES, event.type);
const isItemEvent = (event: SimulationEvent): event is SimulatedItemEvent => Object.hasOwn(SIMULATION_MOVES, event.type);

const withMissing = (missing: readonly MissingPrecondition[]): Pick<SimulatedRun, "missing" | "nextExpectedOn"> => ({
  missing,
  nextExpectedOn: nextExpected(missing),
});

type Applied = Extract<SimulationRunEvent, { type: "simulation-applied" }>;

function born(state: ProjectCase, event: Applied): ProjectCase {
  const run: SimulatedRun = {
    id: event.runId,
    runNo: event.runNo,
    kind: event.kind,
    status: "applied",
    appliedOn: event.on,
    appliedById: event.byId,
    appliedByName: event.byName,
    ...withMissing(event.missing),
    leadDepartmentCode: event.leadDepartmentCode,
    letterSignatureId: null,
    askedBackOn: null,
    askedBackReason: null,
    answer: null,
    answeredOn: null,
    reviewedOn: null,
    reviewedById: null,
    reviewedByName: null,
    reviewReason: null,
    triggerDocument: null,
    triggeredOn: null,
    endedOn: null,
    endCause: null,
    endReason: null,
    savedWorkingDays: null,
    savedOn: null,
  };
  const items = event.items.map(
    (about): SimulatedItem => ({
      ...about,
      runId: event.runId,
      status: "applied",
      appliedOn: event.on,
      acceptedOn: null,
      reviewStartedOn: null,
      correctionOn: null,
      correctionDefects: [],
      correctionSuppliedOn: null,
      correctionNote: null,
      opinionOn: null,
      opinionNo: null,
      opinionById: null,
      opinionByName: null,
      stance: null,
      conditions: [],
      validTo: null,
      validMonths: null,
      validityAssumed: false,
      basis: [],
      materials: [],
      facts: {},
      readyOn: null,
      differences: [],
      differencesConfirmedOn: null,
      differencesConfirmedById: null,
      differencesConfirmedByName: null,
      differencesNote: null,
      conversionCorrectionOn: null,
      conversionDefects: [],
      conversionSuppliedOn: null,
      conversionNote: null,
      convertedOn: null,
      conversionFrom: null,
      blockedBy: [],
      endedOn: null,
      endCause: null,
      reason: null,
    }),
  );
  return {
    ...state,
    runs: { ...state.runs, [run.id]: run },
    simulatedItems: { ...state.simulatedItems, ...Object.fromEntries(items.map((simulated) => [simulated.id, simulated])) },
  };
}

/** What an event sets on its run beside the status. */
function runFacts(event: Exclude<SimulationRunEvent, Applied>, run: SimulatedRun): Partial<SimulatedRun> {
  const reviewed = { reviewedOn: event.on, reviewedById: event.byId, reviewedByName: event.byName };
  switch (event.type) {
    case "simulation-asked-back":
      return { askedBackOn: event.on, askedBackReason: event.reason };
    case "simulation-answered":
      // A letter that says other days than the application now does is no longer the enterprise's word.
      return {
        askedBackOn: null,
        answer: event.answer,
        answeredOn: event.on,
        ...withMissing(event.missing),
        ...(sameDays(event.missing, run.missing) ? {} : { letterSignatureId: null }),
      };
    case "simulation-accepted":
      return { ...reviewed, reviewReason: event.reason };
    case "simulation-refused":
      return { ...reviewed, reviewReason: event.reason, endedOn: event.on, endCause: "refused", endReason: event.reason };
    case "precondition-obtained":
      return {
        ...withMissing(run.missing.map((one) => (event.codes.includes(one.code) ? { ...one, obtainedOn: event.document.on } : one))),
        ...(event.complete ? { triggerDocument: event.document, triggeredOn: event.on } : {}),
      };
    case "expected-day-moved": {
      const { precondition, to, on, reason, byName } = event;
      return withMissing(run.missing.map((one) => (one.code === precondition ? { ...one, moved: [...(one.moved ?? []), { to, on, reason, byName }] } : one)));
    }
    case "simulation-terminated":
      return { endedOn: event.on, endCause: event.ground, endReason: event.reason };
    case "simulation-ended":
      return { endedOn: event.on, endCause: event.cause };
    case "simulation-saving-measured":
      return { savedWorkingDays: event.savedWorkingDays, savedOn: event.on };
  }
}

const sameDays = (a: readonly MissingPrecondition[], b: readonly MissingPrecondition[]): boolean =>
  a.length === b.length && a.every((one, index) => one.code === b[index]?.code && one.expectedOn === b[index]?.expectedOn);

/** What an event sets on its simulated item beside the status. */
function itemFacts(event: SimulatedItemEvent): Partial<SimulatedItem> {
  switch (event.type) {
    case "simulated-item-accepted":
      return { acceptedOn: event.on };
    case "simulated-item-refused":
      return { endedOn: event.on, reason: event.reason };
    case "simulated-review-started":
      return { reviewStartedOn: event.on };
    case "simulated-correction-notified":
      return { correctionOn: event.on, correctionDefects: event.defects };
    case "simulated-correction-supplied":
      return { correctionSuppliedOn: event.on, correctionNote: event.note };
    case "simulated-opinion-given": {
      const { on: opinionOn, opinionNo, byId: opinionById, byName: opinionByName, stance, conditions, validTo, validMonths, validityAssumed } = event;
      const { basis, materials, facts } = event;
      const given = { opinionOn, opinionNo, opinionById, opinionByName, stance, conditions, validTo, validMonths, validityAssumed, basis, materials, facts };
      return stance === "disagree" ? { ...given, endedOn: opinionOn } : given;
    }
    case "simulated-item-ready":
      return { readyOn: event.on };
    case "differences-confirmed":
      return {
        differences: event.differences,
        differencesConfirmedOn: event.on,
        differencesConfirmedById: event.byId,
        differencesConfirmedByName: event.byName,
        differencesNote: event.note,
      };
    case "conversion-correction-notified":
      return {
        differences: event.differences,
        differencesConfirmedOn: null,
        differencesConfirmedById: null,
        differencesConfirmedByName: null,
        differencesNote: event.note,
        conversionCorrectionOn: event.on,
        conversionDefects: event.defects,
        conversionSuppliedOn: null,
        conversionNote: null,
      };
    case "conversion-correction-supplied":
      return { conversionSuppliedOn: event.on, conversionNote: event.note };
    case "simulated-item-converted":
      return { convertedOn: event.on, differences: event.differences };
    case "simulated-item-to-ordinary":
      return { differences: event.differences, endedOn: event.on, endCause: event.cause, reason: event.reason };
    case "simulated-item-lapsed":
    case "simulated-item-voided":
    case "simulated-item-terminated":
      return { endedOn: event.on, endCause: event.cause, reason: event.reason };
  }
}

/** The case after an event of a simulated run; any other event leaves it as it is. */
export function evolveSimulation(state: ProjectCase, event: CaseEvent): ProjectCase {
  if (!isSimulationEvent(event)) return state;
  if (event.type === "simulation-applied") return born(state, event);
  if (isItemEvent(event)) {
    const simulated = state.simulatedItems[event.simulatedId];
    if (!simulated) throw new Error(`${event.type} names a simulated item the case does not have`);
    const moved: SimulatedItem = { ...simulated, ...itemFacts(event), status: movedSimulated(event, simulated) };
    return { ...state, simulatedItems: { ...state.simulatedItems, [moved.id]: moved } };
  }
  const run = state.runs[event.runId];
  if (!run) throw new Error(`${event.type} names a run the case does not have`);
  const moved: SimulatedRun = { ...run, ...runFacts(event, run), status: movedRun(event, run) };
  const overtaken = run.letterSignatureId === null || moved.letterSignatureId !== null ? null : state.signatures[run.letterSignatureId];
  return {
    ...state,
    runs: { ...state.runs, [moved.id]: moved },
    signatures: overtaken ? { ...state.signatures, [overtaken.id]: { ...overtaken, withdrawnOn: event.on } } : state.signatures,
  };
}
