import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import { isHandOf } from "../on-behalf";
import type { MissingPrecondition, PreconditionCode, SimulatedRun, SimulationCommand } from "../parts/simulation";
import { refuseUnsigned } from "../signature";
import type { Item, ProjectCase } from "../state";
import { isPrecondition, refuseSimulable, refuseSimulation } from "./eligibility";
import { by, endRunItems, expiredOpinions, toSimulated, withRunEnds } from "./ending";
import { evolveSimulation } from "./evolve";
import { refuseRunMove } from "./moves";
import { isSimulatedNo, runOf, simulatedOf } from "./reads";

type Of<T extends SimulationCommand["type"]> = Extract<Command, { type: T }>;

/** Each named once, each with the day it is expected, not before the application. */
function missingOf(named: Of<"apply-simulation">["missing"], on: CivilDay): Result<readonly MissingPrecondition[]> {
  if (named.length === 0) return refuse({ code: "preconditions-missing", field: "missing" });
  const missing: MissingPrecondition[] = [];
  for (const { code, expectedOn } of named) {
    if (!isPrecondition(code)) return refuse({ code: "precondition-unknown", field: "missing" });
    if (missing.some((one) => one.code === code)) return refuse({ code: "precondition-twice", field: "missing", precondition: code });
    const field = `expected-${code}`;
    if (expectedOn === null) return refuse({ code: "expected-day-missing", field, precondition: code });
    if (parseDay(expectedOn) === null) return refuse({ code: "day-impossible", field, value: expectedOn });
    if (expectedOn < on) return refuse({ code: "day-before", field, on: expectedOn, earliest: on, what: "simulation-application" });
    missing.push({ code, expectedOn, obtainedOn: null });
  }
  return ok(missing);
}

/** The lead of the earliest stage in the run as the place names it, or the department of its first item. */
function leadOf(items: readonly Item[], { pack }: Context): string {
  const first = [...items].sort((a, b) => a.ordinal - b.ordinal)[0];
  const named = pack.stages.find((stage) => stage.code === first?.stage)?.leadDepartment.value ?? null;
  return named !== null && items.some((item) => item.departmentCode === named) ? named : (first?.departmentCode ?? "");
}

/**
 * Applies for simulated approval (模拟审批) of several items while named legal preconditions are still missing. Open only where the
 * place provides for it and to the projects it names; construction permits are never part of it. The risk commitment letter is signed
 * afterwards, and nothing is simulated before lead department and manager have agreed.
 * @see RULES.md (H45; domain.md 5.1)
 */
export function applySimulation(state: ProjectCase, command: Of<"apply-simulation">, context: Context): Result<readonly CaseEvent[]> {
  const early = firstRefusal(
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.planConfirmedOn ?? state.project.registeredOn, "plan"),
    refuseSimulation(state, context.pack, context.unrepairedBreaches ?? 0),
    command.itemNos.length === 0 ? { code: "items-missing", field: "itemNos" } : null,
  );
  if (early) return refuse(early);
  const items: Item[] = [];
  for (const itemNo of new Set(command.itemNos)) {
    const found = itemOf(state, itemNo);
    if (!found.ok) return found;
    const refusal = refuseSimulable(state, found.value, command.kind);
    if (refusal) return refuse({ ...refusal, field: "itemNos" });
    items.push(found.value);
  }
  const missing = missingOf(command.missing, command.on);
  if (!missing.ok) return missing;
  return ok([
    {
      type: "simulation-applied",
      runId: context.newId(),
      runNo: `${state.project.projectNo}-M${Object.keys(state.runs).length + 1}`,
      kind: command.kind,
      missing: missing.value,
      leadDepartmentCode: leadOf(items, context),
      items: items.map(({ id: itemId, code, departmentCode }) => ({ id: context.newId(), itemId, code, departmentCode })),
      ...by(context, command.on),
    },
  ]);
}

/** Answers what the reviewer asked back; the expected days may be given anew, and a letter that says other days must be signed anew. */
export function answerSimulation(state: ProjectCase, command: Of<"answer-simulation">, context: Context): Result<readonly CaseEvent[]> {
  const found = runOf(state, command.runNo);
  if (!found.ok) return found;
  const run = found.value;
  const refusal = firstRefusal(
    refuseRunMove(run, "simulation-answered"),
    run.askedBackOn === null ? { code: "nothing-asked-back", runNo: run.runNo } : null,
    refuseFuture(command.on, context),
    refuseBefore(command.on, run.askedBackOn, "asked-back"),
    refuseBlank(command.answer, "answer"),
  );
  if (refusal) return refuse(refusal);
  const missing = missingOf(command.missing, run.appliedOn);
  if (!missing.ok) return missing;
  const same = missing.value.length === run.missing.length && missing.value.every(({ code }) => run.missing.some((one) => one.code === code));
  if (!same) return refuse({ code: "preconditions-stay", field: "missing" });
  return ok([{ type: "simulation-answered", runId: run.id, answer: command.answer, missing: missing.value, ...by(context, command.on) }]);
}

/** Nobody rules on what they applied for themselves. */
const refuseOwn = (run: SimulatedRun, { actor }: Context): Refusal | null =>
  isHandOf(actor, run.appliedById) ? { code: "own-application", name: actor.name } : null;

/**
 * The manager's ruling on an application, with a reason in writing: accept (simulated acceptance of its items), refuse, or ask back.
 * It can be accepted only over a risk letter that is signed and still says what the application says, for a project that is eligible now.
 */
export function ruleOnSimulation(state: ProjectCase, command: Of<"rule-on-simulation">, context: Context): Result<readonly CaseEvent[]> {
  const found = runOf(state, command.runNo);
  if (!found.ok) return found;
  const run = found.value;
  const { ruling, reason, on } = command;
  const refusal = firstRefusal(
    refuseRunMove(run, ruling === "accept" ? "simulation-accepted" : ruling === "refuse" ? "simulation-refused" : "simulation-asked-back"),
    refuseOwn(run, context),
    refuseFuture(on, context),
    refuseBefore(on, run.answeredOn ?? run.askedBackOn ?? run.appliedOn, "simulation-application"),
    refuseBlank(reason, "reason"),
    run.askedBackOn !== null && ruling !== "refuse" ? { code: "answer-awaited", on: run.askedBackOn } : null,
    ruling === "accept" ? refuseUnsigned(state, "simulation-risk", run.id, context, { code: "risk-letter-not-signed", runNo: run.runNo }) : null,
    ruling === "accept" ? refuseSimulation(state, context.pack, context.unrepairedBreaches ?? 0) : null,
  );
  if (refusal) return refuse(refusal);
  if (ruling === "ask-back") return ok([{ type: "simulation-asked-back", runId: run.id, reason, ...by(context, on) }]);
  const items = simulatedOf(state, run.id);
  if (ruling === "refuse")
    return ok([
      { type: "simulation-refused", runId: run.id, reason, ...by(context, on) },
      ...items.map((simulated): CaseEvent => ({ type: "simulated-item-refused", ...toSimulated(simulated, context, on), reason })),
    ]);
  return ok([
    { type: "simulation-accepted", runId: run.id, reason, ...by(context, on) },
    ...items.map((simulated): CaseEvent => ({ type: "simulated-item-accepted", ...toSimulated(simulated, context, on) })),
  ]);
}

/** Preconditions of the run that the document names and that are still outstanding. */
function obtainedBy(run: SimulatedRun, named: readonly string[]): Result<readonly PreconditionCode[]> {
  if (named.length === 0) return refuse({ code: "preconditions-missing", field: "obtained" });
  const outstanding = run.missing.filter(({ obtainedOn }) => obtainedOn === null).map(({ code }) => code);
  const stranger = named.find((code) => !outstanding.includes(code as PreconditionCode));
  return stranger === undefined
    ? ok(outstanding.filter((code) => named.includes(code)))
    : refuse({ code: "precondition-not-outstanding", field: "obtained", precondition: stranger });
}

/**
 * Records the document that meets missing preconditions (土地出让合同 …). The one that meets the last of them is the trigger: every item
 * whose opinion stands becomes ready on the day it was presented and its conversion clock starts; an opinion that had run out lapses.
 */
export function recordTrigger(state: ProjectCase, command: Of<"record-trigger">, context: Context): Result<readonly CaseEvent[]> {
  const found = runOf(state, command.runNo);
  if (!found.ok) return found;
  const run = found.value;
  const { on, documentOn } = command;
  const refusal = firstRefusal(
    refuseRunMove(run, "precondition-obtained"),
    refuseFuture(on, context),
    refuseBefore(on, run.reviewedOn, "simulation-ruling"),
    parseDay(documentOn) === null ? { code: "day-impossible", field: "documentOn", value: documentOn } : null,
    documentOn > on ? { code: "day-after", field: "documentOn", on: documentOn, latest: on, what: "presented" } : null,
    refuseBlank(command.name, "name"),
    refuseBlank(command.number, "number"),
    isSimulatedNo(command.number) ? { code: "simulated-number-not-formal", field: "number", number: command.number } : null,
  );
  if (refusal) return refuse(refusal);
  const obtained = obtainedBy(run, command.obtained);
  if (!obtained.ok) return obtained;
  const complete = run.missing.every(({ code, obtainedOn }) => obtainedOn !== null || obtained.value.includes(code));
  const document = { name: command.name.trim(), number: command.number.trim(), on: documentOn };
  const recorded: CaseEvent = { type: "precondition-obtained", runId: run.id, codes: obtained.value, complete, document, ...by(context, on) };
  if (!complete) return ok([recorded]);
  // What ran out before the precondition came lapses first: converting after expiry is impossible.
  const expired = expiredOpinions(state, context, on);
  const ready = simulatedOf(expired.reduce(evolveSimulation, state), run.id)
    .filter((simulated) => simulated.status === "opinion-given")
    .map((simulated): CaseEvent => ({ type: "simulated-item-ready", ...toSimulated(simulated, context, laterOf(on, simulated.opinionOn)) }));
  return ok(withRunEnds(state, [...expired, recorded, ...ready], context, on));
}

const laterOf = (on: CivilDay, other: CivilDay | null): CivilDay => (other !== null && other > on ? other : on);

/**
 * Ends a run before its time: the enterprise broke its promise, withdraws, or did not obtain the land. Everything still on its way ends
 * with it and what rests on its opinions lapses; what was converted stands as the formal approval it has become. The enterprise may
 * withdraw until the first opinion was given; only a manager finds that a promise was broken.
 */
export function terminateSimulation(state: ProjectCase, command: Of<"terminate-simulation">, context: Context): Result<readonly CaseEvent[]> {
  const found = runOf(state, command.runNo);
  if (!found.ok) return found;
  const run = found.value;
  const { ground, reason, on } = command;
  const { role } = context.actor;
  const items = simulatedOf(state, run.id);
  const refusal = firstRefusal(
    refuseRunMove(run, "simulation-terminated"),
    refuseFuture(on, context),
    refuseBefore(on, run.triggeredOn ?? run.reviewedOn ?? run.appliedOn, "simulation-application"),
    refuseBlank(reason, "reason"),
    ground === "promise-broken" && role !== "manager" ? { code: "breach-found-by-manager", field: "ground" } : null,
    role === "investor" && ground !== "withdrawn" ? { code: "enterprise-may-only-withdraw", field: "ground" } : null,
    ground === "withdrawn" && items.some(({ opinionOn }) => opinionOn !== null) ? { code: "withdrawal-after-opinion", field: "ground" } : null,
    ground === "land-not-obtained" && run.missing.every(({ code, obtainedOn }) => code !== "land-right" || obtainedOn !== null)
      ? { code: "land-not-awaited", field: "ground" }
      : null,
  );
  if (refusal) return refuse(refusal);
  const ended: readonly CaseEvent[] = [
    { type: "simulation-terminated", runId: run.id, ground, reason, ...by(context, on) },
    ...endRunItems(state, run, ground, reason, context, on),
  ];
  return ok(withRunEnds(state, ended, context, on));
}
