import { addMonths, type CivilDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, refuseBefore, refuseFuture, refuseOtherDepartment } from "../guards";
import { validityOf } from "../letter";
import type { SimulatedItem, SimulationCommand } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { toSimulated, withRunEnds } from "./ending";
import { refuseSimulatedMove } from "./moves";
import { type FoundSimulated, simulatedBasis, simulatedByItem, simulatedOf, simulatedOpinionNo } from "./reads";
import { factsOf, materialsOf } from "./snapshot";

type Of<T extends SimulationCommand["type"]> = Extract<Command, { type: T }>;

/** Last day on which anything of the simulated item was recorded. */
export const lastSimulatedDay = (simulated: SimulatedItem): CivilDay =>
  [
    simulated.appliedOn,
    simulated.acceptedOn,
    simulated.reviewStartedOn,
    simulated.correctionOn,
    simulated.correctionSuppliedOn,
    simulated.opinionOn,
    simulated.readyOn,
    simulated.differencesConfirmedOn,
    simulated.conversionCorrectionOn,
    simulated.conversionSuppliedOn,
  ].reduce<CivilDay>((last, day) => (day !== null && day > last ? day : last), simulated.appliedOn);

const refuseDay = (simulated: SimulatedItem, on: CivilDay, context: Context): Refusal | null =>
  firstRefusal(refuseFuture(on, context), refuseBefore(on, lastSimulatedDay(simulated), "recorded"));

/** The department takes the simulated file up. What it examines is real; only its result has no force. */
export function startSimulatedReview(state: ProjectCase, command: Of<"start-simulated-review">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated } = found.value;
  const refusal = firstRefusal(
    refuseOtherDepartment(simulated.departmentCode, context),
    refuseSimulatedMove(simulated, "simulated-review-started"),
    refuseDay(simulated, command.on, context),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "simulated-review-started", ...toSimulated(simulated, context, command.on) }]);
}

/** 一次性告知 holds for the simulated review as well: every defect by one list, and no second list. */
export function notifySimulatedCorrection(state: ProjectCase, command: Of<"notify-simulated-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated } = found.value;
  const refusal = firstRefusal(
    refuseOtherDepartment(simulated.departmentCode, context),
    refuseSimulatedMove(simulated, "simulated-correction-notified"),
    refuseDay(simulated, command.on, context),
    simulated.correctionOn !== null ? { code: "simulated-list-already-given", on: simulated.correctionOn } : null,
    command.defects.length === 0 ? { code: "defects-missing", field: "defects" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "simulated-correction-notified", ...toSimulated(simulated, context, command.on), defects: command.defects }]);
}

export function supplySimulatedCorrection(state: ProjectCase, command: Of<"supply-simulated-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated } = found.value;
  const refusal = firstRefusal(refuseSimulatedMove(simulated, "simulated-correction-supplied"), refuseDay(simulated, command.on, context));
  if (refusal) return refuse(refusal);
  return ok([{ type: "simulated-correction-supplied", ...toSimulated(simulated, context, command.on), note: command.note }]);
}

const ordinalIn = (state: ProjectCase, { run, simulated }: FoundSimulated): number => simulatedOf(state, run.id).findIndex(({ id }) => id === simulated.id) + 1;

/**
 * The department's simulated opinion (模拟审批意见): a real examination, without legal force. Its prerequisites must rest on a formal grant,
 * on another simulated opinion that stands, or be what the run was allowed to miss. It keeps what it was given on: materials, facts and
 * basis, against which conversion compares. Valid for the months of the place to the same day of the month (民法典 art. 202). Where the
 * precondition was met meanwhile, the item is ready for conversion at once.
 * @see RULES.md (domain.md 5.1)
 */
export function giveSimulatedOpinion(state: ProjectCase, command: Of<"give-simulated-opinion">, context: Context): Result<readonly CaseEvent[]> {
  const found = simulatedByItem(state, command.itemNo);
  if (!found.ok) return found;
  const { simulated, run, item } = found.value;
  const { stance, on } = command;
  const { basis, missing } = simulatedBasis(state, found.value, on);
  const refusal = firstRefusal(
    refuseOtherDepartment(simulated.departmentCode, context),
    refuseSimulatedMove(simulated, "simulated-opinion-given"),
    refuseDay(simulated, on, context),
    stance !== "agree" && command.conditions.length === 0 ? { code: "opinion-needs-conditions", field: "conditions" } : null,
    stance !== "disagree" && missing.length > 0
      ? { code: "simulated-prerequisites-open", missing: missing.map((other) => other.nameZh), missingEn: missing.map((other) => other.nameEn) }
      : null,
  );
  if (refusal) return refuse(refusal);
  const { months, assumed } = validityOf(context.pack);
  const about = toSimulated(simulated, context, on);
  const agreed = stance !== "disagree";
  const given: CaseEvent = {
    type: "simulated-opinion-given",
    ...about,
    opinionNo: simulatedOpinionNo(run.runNo, ordinalIn(state, found.value)),
    stance,
    conditions: command.conditions,
    validTo: agreed ? addMonths(on, months) : null,
    validMonths: agreed ? months : null,
    validityAssumed: agreed && assumed,
    basis,
    materials: materialsOf(state, item, context.pack),
    facts: factsOf(state.project),
  };
  const ready: readonly CaseEvent[] = agreed && run.status === "converting" ? [{ type: "simulated-item-ready", ...about }] : [];
  return ok(withRunEnds(state, [given, ...ready], context, on));
}
