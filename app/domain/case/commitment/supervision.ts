import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { evidenceOf } from "../evidence";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import type { CheckPoint, Commitment, CommitmentCommand, SupervisionCheck } from "../parts/project-commitment";
import type { ProjectCase } from "../state";
import { isInEffect, refuseCommitmentMove } from "./moves";
import { looksMade, pointFrom, refuseOrder } from "./next";
import { checksOf, commitmentOf, isRipe, latest, standardsOf } from "./reads";
import { refuseForeign, refuseOwn, toCommitment } from "./start";
import { startableFrom, startReady } from "./start-ready";

type Of<T extends CommitmentCommand["type"]> = Extract<Command, { type: T }>;
type Found = { readonly commitment: Commitment; readonly check: SupervisionCheck };

/** Whose name a check is made in, beside the one who makes it: neither of the two rules on what was found. */
const inNameOf = ({ actor: { onBehalfOf } }: Context) => (onBehalfOf ? { forId: onBehalfOf.personId } : {});

export const filled = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim()).filter((line) => line !== "");

function checkIn(state: ProjectCase, { commitmentNo, checkId }: { readonly commitmentNo: string; readonly checkId: string }): Result<Found> {
  const found = commitmentOf(state, commitmentNo);
  if (!found.ok) return found;
  const check = checksOf(state, found.value.id).find(({ id }) => id === checkId);
  return check ? ok({ commitment: found.value, check }) : refuse({ code: "check-unknown", field: "checkId" });
}

/** A day after the one it follows; a rectification that is due at once is none. */
export function refuseRectifyBy(rectifyBy: CivilDay | null, on: CivilDay): Refusal | null {
  if (rectifyBy === null) return { code: "rectify-by-missing", field: "rectifyBy" };
  if (parseDay(rectifyBy) === null) return { code: "day-impossible", field: "rectifyBy", value: rectifyBy };
  return rectifyBy <= on ? { code: "rectify-by-too-early", field: "rectifyBy", on: rectifyBy, after: on } : null;
}

/** Sets or moves the last day of a check, with the reason. */
export function scheduleCheck(state: ProjectCase, command: Of<"schedule-check">, context: Context): Result<readonly CaseEvent[]> {
  const found = checkIn(state, command);
  if (!found.ok) return found;
  const { commitment, check } = found.value;
  const { on, dueOn, reason } = command;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "check-scheduled"),
    check.status === "planned" ? null : { code: "check-already-made", point: check.point, on: check.doneOn },
    refuseFuture(on, context),
    refuseBefore(on, commitment.inForceOn, "commitment-in-force"),
    parseDay(dueOn) === null ? { code: "day-impossible", field: "dueOn", value: dueOn } : null,
    dueOn < on ? { code: "day-before", field: "dueOn", on: dueOn, earliest: on, what: "commitment-in-force" } : null,
    dueOn === check.dueOn ? { code: "check-day-unchanged", field: "dueOn", on: dueOn } : null,
    refuseBlank(reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "check-scheduled", checkId: check.id, point: check.point, dueOn, reason, ...toCommitment(commitment, context, on) }]);
}

/** No check before what it looks at: the force of the promise, the completion, the verification; the verification follows every earlier check. */
function checkableFrom(state: ProjectCase, commitment: Commitment, point: CheckPoint): CivilDay | null {
  if (point !== "verification") return pointFrom(commitment, point);
  const checked = checksOf(state, commitment.id).flatMap(({ doneOn, recheckedOn }) => [doneOn, recheckedOn]);
  return latest([commitment.completedOn, ...checked]) ?? commitment.inForceOn;
}

/** Items that followed after the start: with the verification their papers are issued at once (补发、换发证件). */
function releasedBy(state: ProjectCase, commitment: Commitment, point: CheckPoint, outcome: "met" | "not-met"): readonly string[] {
  if (point !== "verification" || outcome === "not-met") return [];
  const ids = standardsOf(state, commitment.id).flatMap(({ itemId, effect }) => (itemId !== null && effect === "after-start" ? [itemId] : []));
  return [...new Set(ids)].filter((id) => state.items[id]?.promisedAs === "after-start");
}

/** The promise is kept (承诺兑现) when the verification was passed and every point is met. */
function fulfilment(state: ProjectCase, { commitment, check }: Found, met: boolean, context: Context, on: CivilDay): readonly CaseEvent[] {
  const verified = commitment.verifiedOn !== null || (check.point === "verification" && met);
  const others = checksOf(state, commitment.id).filter((other) => other.id !== check.id);
  return met && verified && others.every((other) => other.status === "met") ? [{ type: "commitment-fulfilled", ...toCommitment(commitment, context, on) }] : [];
}

/**
 * Records a check at a supervision point, or the final verification against the standards (竣工对标验收), with its evidence. What is not met
 * is told with a last day for putting it right (限期整改).
 */
export function recordCheck(state: ProjectCase, command: Of<"record-check">, context: Context): Result<readonly CaseEvent[]> {
  const found = checkIn(state, command);
  if (!found.ok) return found;
  const { commitment, check } = found.value;
  const { on, outcome } = command;
  const notMet = outcome === "not-met";
  const evidence = filled(command.evidence);
  const findings = filled(command.findings);
  const known = new Set(standardsOf(state, commitment.id).map(({ id }) => id));
  const verification = check.point === "verification";
  const failed = verification && notMet ? [...new Set(command.failedStandardIds)] : [];
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "supervision-check-recorded"),
    check.status === "planned" ? null : { code: "check-already-made", point: check.point, on: check.doneOn },
    refuseOwn(commitment, context),
    refuseForeign(state, commitment, context),
    refuseFuture(on, context),
    refuseOrder(state, commitment, check.point),
    refuseBefore(on, checkableFrom(state, commitment, check.point), "check"),
    evidence.length === 0 && evidenceOf(state, { subjectKind: "supervision-check", subjectId: check.id, round: 1 }).length === 0
      ? { code: "evidence-missing", field: "evidence" }
      : null,
    notMet && findings.length === 0 ? { code: "findings-missing", field: "findings" } : null,
    notMet ? refuseRectifyBy(command.rectifyBy, on) : null,
    verification && notMet && failed.length === 0 ? { code: "failed-standards-missing", field: "failedStandardIds" } : null,
    failed.some((id) => !known.has(id)) ? { code: "standard-unknown", field: "failedStandardIds" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "supervision-check-recorded",
      checkId: check.id,
      point: check.point,
      outcome,
      findings,
      evidence,
      rectifyBy: notMet ? command.rectifyBy : null,
      departmentCode: context.actor.departmentCode,
      failedStandardIds: failed,
      released: releasedBy(state, commitment, check.point, outcome),
      ...inNameOf(context),
      ...toCommitment(commitment, context, on),
    },
    ...fulfilment(state, found.value, !notMet, context, on),
  ]);
}

/** Looks at what was put right: met, and supervision goes on; or still not met, and a manager rules on the breach. Not after the last day. */
export function recheckRectification(state: ProjectCase, command: Of<"recheck-rectification">, context: Context): Result<readonly CaseEvent[]> {
  const found = checkIn(state, command);
  if (!found.ok) return found;
  const { commitment, check } = found.value;
  const { on, outcome } = command;
  const evidence = filled(command.evidence);
  const note = command.note?.trim() || null;
  const look = looksMade(check) + 1;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "rectification-checked"),
    check.status === "rectifying" ? null : { code: "check-not-rectifying", point: check.point, checkStatus: check.status },
    refuseOwn(commitment, context),
    refuseForeign(state, commitment, context),
    refuseFuture(on, context),
    refuseBefore(on, check.recheckedOn ?? check.doneOn, "check"),
    isRipe(check, on) ? { code: "rectification-overdue", field: "on", rectifyBy: check.rectifyBy } : null,
    evidence.length === 0 && evidenceOf(state, { subjectKind: "rectification", subjectId: check.id, round: look }).length === 0
      ? { code: "evidence-missing", field: "evidence" }
      : null,
    outcome === "not-met" && note === null ? { code: "text-missing", field: "note" } : null,
  );
  if (refusal) return refuse(refusal);
  const { id: checkId, point } = check;
  return ok([
    {
      type: "rectification-checked",
      checkId,
      point,
      outcome,
      evidence,
      note,
      look,
      released: releasedBy(state, commitment, point, outcome),
      ...inNameOf(context),
      ...toCommitment(commitment, context, on),
    },
    ...fulfilment(state, found.value, outcome === "met", context, on),
  ]);
}

/** Works that could not lawfully start cannot be finished: what is still missing is told by name. */
function refuseNotStartable(state: ProjectCase, { pack }: Context): Refusal | null {
  const { ready, stops } = startReady(state, pack);
  if (ready) return null;
  const items = stops.flatMap((stop) => (stop.kind === "item" ? [stop.item] : []));
  return items.length === 0
    ? { code: "start-check-outstanding" }
    : { code: "works-could-not-start", stops: items.map((item) => item.nameZh), stopsEn: items.map((item) => item.nameEn) };
}

/** 竣工: the works are finished and the final verification follows. Works that could not lawfully start cannot be finished here. */
export function recordWorksCompletion(state: ProjectCase, command: Of<"record-works-completion">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, reference, verifyBy } = command;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "works-completed"),
    refuseFuture(on, context),
    refuseBefore(on, commitment.inForceOn, "commitment-in-force"),
    refuseNotStartable(state, context),
    refuseBefore(on, startableFrom(state), "startable"),
    refuseBlank(reference, "reference"),
    verifyBy !== null && parseDay(verifyBy) === null ? { code: "day-impossible", field: "verifyBy", value: verifyBy } : null,
    verifyBy !== null && verifyBy < on ? { code: "day-before", field: "verifyBy", on: verifyBy, earliest: on, what: "works-completed" } : null,
  );
  if (refusal) return refuse(refusal);
  return ok([{ type: "works-completed", checkId: context.newId(), reference: reference.trim(), verifyBy, ...toCommitment(commitment, context, on) }]);
}

/** Whether the project may go into operation: only once its promise was verified against the standards. */
export const mayOperate = (commitment: Pick<Commitment, "status" | "verifiedOn">): boolean =>
  commitment.verifiedOn !== null && (isInEffect(commitment) || commitment.status === "fulfilled");
