import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, itemOf, refuseBefore, refuseBlank, refuseFuture, refuseOtherDepartment } from "../guards";
import { isHandOf } from "../on-behalf";
import type { Commitment, CommitmentCommand } from "../parts/project-commitment";
import type { Item, ProjectCase } from "../state";
import { refuseApplicable, refuseBarredPromise, refuseCommitment, refusePromisable } from "./eligibility";
import { refuseCommitmentMove } from "./moves";
import { commitmentOf, lastDayOnItsWay, latest, standardsOf } from "./reads";

type Of<T extends CommitmentCommand["type"]> = Extract<Command, { type: T }>;

export const toCommitment = (commitment: Pick<Commitment, "id">, { actor }: Pick<Context, "actor">, on: CivilDay) => ({
  commitmentId: commitment.id,
  on,
  byId: actor.personId,
  byName: actor.name,
});

/** Nobody rules on what they proposed themselves. */
export const refuseOwn = (commitment: Pick<Commitment, "proposedById">, { actor }: Pick<Context, "actor">): Refusal | null =>
  isHandOf(actor, commitment.proposedById) ? { code: "own-application", name: actor.name } : null;

/** Departments look after the promise they set the standards of; whoever else may do the act looks after all. */
export function refuseForeign(state: Pick<ProjectCase, "standards">, commitment: Pick<Commitment, "id">, { actor }: Pick<Context, "actor">): Refusal | null {
  if (actor.role !== "reviewer") return null;
  const named = standardsOf(state, commitment.id).some((standard) => standard.departmentCode === actor.departmentCode);
  return named ? null : { code: "not-allowed-other-department", department: actor.departmentCode };
}

/**
 * Proposes that the project be built on a promise (拟承诺). Open where the place has the system for its kind, to enterprises without an
 * unrepaired breach, once at a time.
 * @see RULES.md (H44; domain.md 5.2)
 */
export function proposeCommitment(state: ProjectCase, command: Of<"propose-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const refusal = firstRefusal(
    refuseFuture(command.on, context),
    refuseBefore(command.on, state.project.planConfirmedOn ?? state.project.registeredOn, "plan"),
    refuseCommitment(state, context.pack, context.unrepairedBreaches ?? 0),
  );
  if (refusal) return refuse(refusal);
  const commitmentNo = `${state.project.projectNo}-C${Object.keys(state.commitments).length + 1}`;
  return ok([{ type: "commitment-proposed", commitmentNo, ...toCommitment({ id: context.newId() }, context, command.on) }]);
}

/**
 * 负面清单、区域评估核对: a manager finds the project fit for the system or not, with a reason. Fit only when no item of its plan stands on the
 * negative list and, where the place asks for it, it stands in an area whose assessment is valid.
 */
export function appraiseCommitment(state: ProjectCase, command: Of<"appraise-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, reason, ruling } = command;
  const applicable = ruling === "applicable";
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "commitment-appraised"),
    refuseOwn(commitment, context),
    refuseFuture(on, context),
    refuseBefore(on, commitment.proposedOn, "commitment-proposed"),
    refuseBlank(reason, "reason"),
    applicable ? refuseApplicable(state, context.pack, on) : null,
    applicable ? refuseBarredPromise(context.pack, context.unrepairedBreaches ?? 0) : null,
  );
  if (refusal) return refuse(refusal);
  const area = Object.values(state.placements).find((placement) => placement.endedOn === null);
  return ok([
    { type: "commitment-appraised", applicable, reason, areaCode: applicable ? (area?.areaCode ?? null) : null, ...toCommitment(commitment, context, on) },
  ]);
}

/** The item a standard stands for, with what the promise does for it: both are said or neither. */
function itemFor(state: ProjectCase, command: Of<"add-standard">, commitment: Commitment, context: Context): Result<Item | null> {
  const { itemNo, effect } = command;
  if (itemNo === null) return effect === null ? ok(null) : refuse({ code: "standard-effect-without-item", field: "effect" });
  if (effect === null) return refuse({ code: "standard-item-without-effect", field: "effect" });
  const found = itemOf(state, itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const other = standardsOf(state, commitment.id).find((standard) => standard.itemId === item.id && standard.effect !== effect);
  const refusal = firstRefusal(
    refusePromisable(state, item, effect, context.pack),
    other ? { code: "standard-effect-differs", item: item.nameZh, itemEn: item.nameEn } : null,
  );
  return refusal ? refuse({ ...refusal, field: "itemNo" }) : ok(item);
}

/**
 * Writes one standard into the list: indicator, condition, value, by when and which authority; with it, perhaps, the item the promise
 * stands for and whether that item is then decided at once or follows after the start. A department writes its own standards only.
 */
export function addStandard(state: ProjectCase, command: Of<"add-standard">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, indicator, condition, value, dueOn, departmentCode } = command;
  const standards = standardsOf(state, commitment.id);
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "standard-added"),
    refuseOtherDepartment(departmentCode, context),
    refuseFuture(on, context),
    refuseBefore(on, lastDayOnItsWay(state, commitment), "recorded"),
    refuseBlank(indicator, "indicator"),
    refuseBlank(condition, "condition"),
    refuseBlank(value, "value"),
    context.pack.departments.some((one) => one.code === departmentCode) ? null : { code: "department-unknown", field: "departmentCode" },
    dueOn !== null && parseDay(dueOn) === null ? { code: "day-impossible", field: "dueOn", value: dueOn } : null,
    dueOn !== null && dueOn < on ? { code: "day-before", field: "dueOn", on: dueOn, earliest: on, what: "standard" } : null,
  );
  if (refusal) return refuse(refusal);
  const item = itemFor(state, command, commitment, context);
  if (!item.ok) return item;
  const same = standards.find((one) => one.indicator === indicator.trim() && one.itemId === (item.value?.id ?? null));
  if (same) return refuse({ code: "standard-twice", field: "indicator", indicator: same.indicator });
  return ok([
    {
      type: "standard-added",
      standardId: context.newId(),
      ordinal: (standards.at(-1)?.ordinal ?? 0) + 1,
      indicator: indicator.trim(),
      condition: condition.trim(),
      value: value.trim(),
      dueOn,
      departmentCode,
      itemId: item.value?.id ?? null,
      code: item.value?.code ?? null,
      effect: item.value === null ? null : command.effect,
      ...toCommitment(commitment, context, on),
    },
  ]);
}

/** Takes a standard out of the list while the list has not been handed down. */
export function dropStandard(state: ProjectCase, command: Of<"drop-standard">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const standard = standardsOf(state, commitment.id).find(({ id }) => id === command.standardId);
  if (!standard) return refuse({ code: "standard-unknown", field: "standardId" });
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "standard-dropped"),
    refuseOtherDepartment(standard.departmentCode, context),
    refuseFuture(command.on, context),
    refuseBefore(command.on, standard.addedOn, "standard"),
  );
  if (refusal) return refuse(refusal);
  const { id: standardId, indicator } = standard;
  return ok([{ type: "standard-dropped", standardId, indicator, ...toCommitment(commitment, context, command.on) }]);
}

/** 部门下达标准清单: the list goes to the enterprise, complete, under a number; it promises exactly this list. */
export function handDownStandards(state: ProjectCase, command: Of<"hand-down-standards">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const standards = standardsOf(state, commitment.id);
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "standards-handed-down"),
    refuseFuture(command.on, context),
    standards.length === 0 ? { code: "standards-missing" } : null,
    refuseForeign(state, commitment, context),
    refuseBefore(command.on, latest(standards.map(({ addedOn }) => addedOn)), "standard"),
    refuseBefore(command.on, lastDayOnItsWay(state, commitment), "recorded"),
    refuseBlank(command.documentNo, "documentNo"),
  );
  if (refusal) return refuse(refusal);
  const documentNo = command.documentNo.trim();
  return ok([{ type: "standards-handed-down", documentNo, count: standards.length, ...toCommitment(commitment, context, command.on) }]);
}
