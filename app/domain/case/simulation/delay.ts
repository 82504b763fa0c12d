import { type CivilDay, parseDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import type { MissingPrecondition } from "../parts/simulation";
import type { ProjectCase } from "../state";
import { by } from "./ending";
import { expectedDay } from "./expected-day";
import { refuseRunMove } from "./moves";
import { firstValidTo, runOf, simulatedOf } from "./reads";

type Move = Extract<Command, { type: "move-expected-day" }>;

/** A day that exists, has not passed, and is another than the one expected so far. */
function refuseDay(expectedOn: CivilDay, known: MissingPrecondition, { today }: Context): Refusal | null {
  const field = "expectedOn";
  if (parseDay(expectedOn) === null) return { code: "day-impossible", field, value: expectedOn };
  if (expectedOn < today) return { code: "day-before", field, on: expectedOn, earliest: today, what: "today" };
  return expectedOn === expectedDay(known) ? { code: "expected-day-unchanged", field, on: expectedOn } : null;
}

/**
 * Says the new day on which a missing precondition of a run under way is expected, and why. The signed letter stays as it was signed: its
 * day was what the enterprise expected then. A day after the end of an opinion must be said expressly, because that opinion lapses first
 * and its item is examined anew (模拟失效).
 * @see RULES.md
 */
export function moveExpectedDay(state: ProjectCase, command: Move, context: Context): Result<readonly CaseEvent[]> {
  const found = runOf(state, command.runNo);
  if (!found.ok) return found;
  const run = found.value;
  const { on, precondition, expectedOn, reason } = command;
  const moved = refuseRunMove(run, "expected-day-moved");
  if (moved) return refuse(moved);
  const known = run.missing.find((one) => one.code === precondition && one.obtainedOn === null);
  if (!known) return refuse({ code: "precondition-not-outstanding", field: "precondition", precondition });
  const ends = firstValidTo(simulatedOf(state, run.id));
  const lapsesOn = ends !== null && ends < expectedOn ? ends : null;
  const refusal = firstRefusal(
    refuseFuture(on, context),
    refuseBefore(on, known.moved?.at(-1)?.on ?? run.reviewedOn, "simulation-ruling"),
    refuseDay(expectedOn, known, context),
    lapsesOn !== null && !command.pastValidity ? { code: "expected-day-past-validity", field: "pastValidity", on: expectedOn, validTo: lapsesOn } : null,
    refuseBlank(reason, "reason"),
  );
  if (refusal) return refuse(refusal);
  const from = expectedDay(known);
  return ok([
    { type: "expected-day-moved", runId: run.id, precondition: known.code, from, to: expectedOn, lapsesOn, reason: reason.trim(), ...by(context, on) },
  ]);
}
