import type { Pack } from "../pack/pack";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { Command } from "./commands";
import type { Context } from "./context";
import { correctionsOf, isDeemedAccepted } from "./correction";
import type { CaseEvent } from "./events";
import { firstRefusal, itemOf, lastRecordedDay, refuseBefore, refuseBlank, refuseFuture, refuseMove } from "./guards";
import type { CorrectionOutcome } from "./parts/correction";
import type { Correction, Item, ProjectCase } from "./state";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

export type CorrectionGround = NonNullable<Correction["outcomeGround"]>;

/** The list an item waits for, or was last answered, and on what ground its failure could be ruled on; null when on none. */
export function failedCorrection(state: ProjectCase, item: Item): { readonly correction: Correction; readonly ground: CorrectionGround } | null {
  const last = correctionsOf(state, item.id).at(-1);
  if (!last) return null;
  if (item.status === "correcting" && last.suppliedOn === null && last.replyBy !== null) return { correction: last, ground: "not-supplied" };
  return item.status === "received" && last.suppliedOn !== null ? { correction: last, ground: "still-defective" } : null;
}

/** Whether a ruling is due: the system found the day missed, or what came can be judged at once. Independent of today. */
export function mayRuleOnCorrection(state: ProjectCase, item: Item): boolean {
  const failed = failedCorrection(state, item);
  return failed !== null && (failed.ground === "still-defective" || failed.correction.proposedOn !== null);
}

/** What the place states for a failed correction; null where it states nothing. */
export const correctionOutcomeHere = (ground: CorrectionGround, pack: Pack): CorrectionOutcome | null =>
  (ground === "not-supplied" ? pack.parameters.correctionFailedOutcome.value : pack.rules?.correctionStillDefectiveOutcome.value) ?? null;

/** Outcomes that may be confirmed: the place's own, or, where it states none, those that fit the ground. */
export function correctionOutcomes(ground: CorrectionGround, pack: Pack): readonly CorrectionOutcome[] {
  const stated = correctionOutcomeHere(ground, pack);
  if (stated !== null) return [stated];
  return ground === "not-supplied" ? ["deemed-withdrawn", "not-accepted", "refused"] : ["not-accepted", "refused"];
}

/** Where the place states no outcome the window may not choose one: it has no veto (D24), a manager decides. */
const refuseChoice = (ground: CorrectionGround, { actor, pack }: Pick<Context, "actor" | "pack">): Refusal | null =>
  correctionOutcomeHere(ground, pack) === null && actor.role !== "manager" ? { code: "correction-outcome-needs-manager" } : null;

/** Whether this person could confirm what follows here, as far as nobody but a manager chooses. */
export function mayChooseOutcome(state: ProjectCase, item: Item, context: Pick<Context, "actor" | "pack">): boolean {
  const failed = failedCorrection(state, item);
  return failed !== null && refuseChoice(failed.ground, context) === null;
}

/**
 * Confirms what follows when a correction failed: nothing arrived by the day set, or what arrived is still not in order (浙江规定
 * art. 11, 滨州规定 art. 10). The place says which outcome; where it says nothing a manager chooses with reasons. An answer that was
 * left lying past the notice period counts as accepted by law and can no longer be found defective.
 */
export function ruleOnCorrection(state: ProjectCase, command: Of<"rule-on-correction">, context: Context): Result<readonly CaseEvent[]> {
  const found = itemOf(state, command.itemNo);
  if (!found.ok) return found;
  const item = found.value;
  const moves = firstRefusal(refuseMove(item, "correction-ruled"), refuseFuture(command.on, context));
  if (moves) return refuse(moves);
  const failed = failedCorrection(state, item);
  if (!failed) return refuse({ code: "correction-has-not-failed" });
  const { correction, ground } = failed;
  const outcomes = correctionOutcomes(ground, context.pack);
  const refusal = firstRefusal(
    ground === "not-supplied" && correction.replyBy !== null && command.on <= correction.replyBy
      ? { code: "correction-still-running", replyBy: correction.replyBy }
      : null,
    refuseBefore(command.on, lastRecordedDay(state, item), "recorded"),
    isDeemedAccepted(item, command.on, context) ? { code: "already-deemed-accepted" } : null,
    refuseChoice(ground, context),
    outcomes.includes(command.outcome) ? null : { code: "outcome-set-by-place", field: "outcome", outcomes: [...outcomes] },
    refuseBlank(command.reason, "reason"),
    command.outcome === "deemed-withdrawn" ? null : refuseBlank(command.decisionNo, "decisionNo"),
  );
  if (refusal) return refuse(refusal);
  return ok([
    {
      type: "correction-ruled",
      itemId: item.id,
      correctionId: correction.id,
      ground,
      outcome: command.outcome,
      reason: command.reason,
      decisionNo: command.outcome === "deemed-withdrawn" ? null : command.decisionNo,
      on: command.on,
      byId: context.actor.personId,
      byName: context.actor.name,
    },
  ]);
}

/** What an event about the failure of a correction does to the list. */
export function evolveCorrectionRuling(state: ProjectCase, event: CaseEvent): ProjectCase {
  if (event.type !== "correction-proposed" && event.type !== "correction-ruled") return state;
  const correction = state.corrections[event.correctionId];
  if (!correction) throw new Error(`${event.type} names a list the case does not have`);
  const facts: Partial<Correction> =
    event.type === "correction-proposed"
      ? { proposedOn: event.on }
      : {
          proposedOn: null,
          outcome: event.outcome,
          outcomeGround: event.ground,
          outcomeReason: event.reason,
          outcomeNo: event.decisionNo,
          outcomeOn: event.on,
          outcomeById: event.byId,
          outcomeByName: event.byName,
        };
  return { ...state, corrections: { ...state.corrections, [correction.id]: { ...correction, ...facts } } };
}
