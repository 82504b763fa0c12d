import type { CivilDay } from "../../calendar/calendar-date";
import { ok, type Refusal, type Result, refuse } from "../../result";
import type { Command } from "../commands";
import type { Context } from "../context";
import type { CaseEvent } from "../events";
import { firstRefusal, refuseBefore, refuseBlank, refuseFuture } from "../guards";
import { isFulfilled } from "../moves";
import { isHandOf } from "../on-behalf";
import type { Commitment, CommitmentCommand, SupervisionCheck } from "../parts/project-commitment";
import { withoutPromise } from "../promised-items";
import type { Item, ProjectCase } from "../state";
import { refuseCommitmentMove } from "./moves";
import { checksOf, commitmentOf, isRipe, standardsOf } from "./reads";
import { refuseOwn, toCommitment } from "./start";
import { refuseRectifyBy } from "./supervision";

type Of<T extends CommitmentCommand["type"]> = Extract<Command, { type: T }>;

/** Rectifications of a commitment that failed or ran over their day: what a manager rules on. */
export const ripeChecks = (state: Pick<ProjectCase, "supervisionChecks">, commitment: Pick<Commitment, "id">, on: CivilDay): readonly SupervisionCheck[] =>
  checksOf(state, commitment.id).filter((check) => isRipe(check, on));

/** Permits granted on the strength of the promise: they are revoked with it. */
export const grantedOnPromise = (state: Pick<ProjectCase, "items" | "standards">, commitment: Pick<Commitment, "id">): readonly Item[] => {
  const ids = new Set(standardsOf(state, commitment.id).flatMap(({ itemId, effect }) => (itemId !== null && effect !== null ? [itemId] : [])));
  return Object.values(state.items)
    .filter((item) => ids.has(item.id) && item.promisedAs === "at-once" && isFulfilled(item))
    .sort((a, b) => a.ordinal - b.ordinal);
};

/**
 * Who found the promise not met, at first or after the rectification, or brought what it was found by, does not rule on what it cost; nor
 * does the one in whose name it was found.
 */
export function refuseOwnCheck(
  { evidenceFiles }: Pick<ProjectCase, "evidenceFiles">,
  checks: readonly Pick<SupervisionCheck, "id" | "checkedById" | "checkedForId" | "recheckedById" | "recheckedForId">[],
  { actor }: Pick<Context, "actor">,
): Refusal | null {
  const hands = checks.flatMap(({ checkedById, checkedForId, recheckedById, recheckedForId }) => [checkedById, checkedForId, recheckedById, recheckedForId]);
  const made = hands.some((hand) => isHandOf(actor, hand));
  const brought = Object.values(evidenceFiles).some(({ subjectId, byId }) => isHandOf(actor, byId) && checks.some(({ id }) => id === subjectId));
  return made || brought ? { code: "own-check", name: actor.name } : null;
}

/** A penalty is a fact with its basis: an amount without one, or a basis without an amount, says nothing. */
function refusePenalty({ penaltyYuan, penaltyBasis }: Of<"rule-on-breach">): Refusal | null {
  const basis = penaltyBasis?.trim() || null;
  if (penaltyYuan === null) return basis === null ? null : { code: "penalty-amount-missing", field: "penaltyYuan" };
  if (!Number.isInteger(penaltyYuan) || penaltyYuan <= 0) return { code: "penalty-amount-impossible", field: "penaltyYuan" };
  return basis === null ? { code: "penalty-basis-missing", field: "penaltyBasis" } : null;
}

/**
 * 违诺处理: over a rectification that failed or ran out, a manager revokes the commitment or gives more time. Revoked, everything the promise
 * spared is due again, permits granted on it are revoked, and the breach enters the enterprise's credit (domain.md 5.2).
 */
export function ruleOnBreach(state: ProjectCase, command: Of<"rule-on-breach">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const { on, ruling, reason, rectifyBy, penaltyYuan } = command;
  const ripe = ripeChecks(state, commitment, on);
  const last =
    ripe
      .flatMap((check) => check.recheckedOn ?? check.doneOn ?? [])
      .sort()
      .at(-1) ?? null;
  const revoking = ruling === "revoke";
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, revoking ? "commitment-breached" : "rectification-prolonged"),
    refuseOwn(commitment, context),
    refuseFuture(on, context),
    ripe.length === 0 ? { code: "rectification-still-running", commitmentNo: commitment.commitmentNo } : null,
    refuseOwnCheck(state, ripe, context),
    refuseBefore(on, last, "check"),
    refuseBlank(reason, "reason"),
    revoking ? refuseBlank(command.decisionNo, "decisionNo") : refuseRectifyBy(rectifyBy, on),
    revoking ? refusePenalty(command) : null,
  );
  if (refusal) return refuse(refusal);
  const about = toCommitment(commitment, context, on);
  if (!revoking)
    return ok(
      ripe.map(
        (check): CaseEvent => ({ type: "rectification-prolonged", checkId: check.id, point: check.point, rectifyBy: rectifyBy ?? on, reason, ...about }),
      ),
    );
  const decisionNo = command.decisionNo?.trim() ?? "";
  const revoked = grantedOnPromise(state, commitment);
  const named = new Set(standardsOf(state, commitment.id).map(({ itemId }) => itemId));
  const freed = Object.values(state.items).flatMap((item) => (named.has(item.id) && item.promisedAs !== null ? [item.id] : []));
  return ok([
    {
      type: "commitment-breached",
      reason,
      decisionNo,
      penaltyYuan,
      penaltyBasis: command.penaltyBasis?.trim() || null,
      freed,
      relinked: withoutPromise(state, commitment.id, context.pack),
      ...about,
    },
    ...revoked.map((item): CaseEvent => ({ type: "promised-item-revoked", itemId: item.id, decisionNo, reason, ...about })),
  ]);
}

/** 信用奖励: what the enterprise was given for keeping its promise, once. */
export function rewardCommitment(state: ProjectCase, command: Of<"reward-commitment">, context: Context): Result<readonly CaseEvent[]> {
  const found = commitmentOf(state, command.commitmentNo);
  if (!found.ok) return found;
  const commitment = found.value;
  const refusal = firstRefusal(
    refuseCommitmentMove(commitment, "commitment-rewarded"),
    commitment.reward === null ? null : { code: "commitment-already-rewarded", commitmentNo: commitment.commitmentNo },
    refuseFuture(command.on, context),
    refuseBefore(command.on, commitment.fulfilledOn, "commitment-fulfilled"),
    refuseBlank(command.reward, "reward"),
  );
  return refusal ? refuse(refusal) : ok([{ type: "commitment-rewarded", reward: command.reward.trim(), ...toCommitment(commitment, context, command.on) }]);
}
