import type { Refusal } from "../../result";
import type { Commitment, CommitmentEvent, CommitmentStatus, SupervisionCheck } from "../parts/project-commitment";

/** Events that move a commitment: its own, and the signing or taking back of its letter. */
export type CommitmentMove = Exclude<CommitmentEvent["type"], "commitment-proposed"> | "letter-signed" | "letter-withdrawn";

/** States in which the enterprise is held to its promise: what was promised is spared and the supervision points run. */
export const IN_EFFECT: readonly CommitmentStatus[] = ["in-force", "rectifying", "verifying", "in-operation"];
/** States before the promise took effect, out of which the enterprise may leave. */
export const BEFORE_FORCE: readonly CommitmentStatus[] = [
  "proposed",
  "applicable",
  "awaiting-promise",
  "in-precheck",
  "supplementing",
  "passed",
  "in-publicity",
];

interface Move {
  readonly from: readonly CommitmentStatus[];
  /** Absent where the status stays; `supervised` where the checks say which it is. */
  readonly to?: CommitmentStatus | "supervised" | ((event: never) => CommitmentStatus | null);
}
type Of<T extends CommitmentEvent["type"]> = Extract<CommitmentEvent, { type: T }>;

const AFTER_OBJECTION: Readonly<Record<Of<"objection-ruled">["ruling"], CommitmentStatus | null>> = { reject: null, change: "applicable", exit: "exited" };

/**
 * The state table of a project commitment (domain.md 5.2). Nothing else moves its status: the rules ask it before an event is born and
 * `evolve` asks it again.
 */
export const COMMITMENT_MOVES: Readonly<Record<CommitmentMove, Move>> = {
  "commitment-appraised": { from: ["proposed"], to: (event: Of<"commitment-appraised">) => (event.applicable ? "applicable" : "not-applicable") },
  "standard-added": { from: ["applicable"] },
  "standard-dropped": { from: ["applicable"] },
  "standards-handed-down": { from: ["applicable"], to: "awaiting-promise" },
  "letter-signed": { from: ["awaiting-promise"], to: "in-precheck" },
  "letter-withdrawn": { from: ["in-precheck", "passed", "in-publicity"], to: "awaiting-promise" },
  "promise-prechecked": { from: ["in-precheck"], to: (event: Of<"promise-prechecked">) => (event.passed ? "passed" : "supplementing") },
  "promise-supplemented": { from: ["supplementing"], to: "awaiting-promise" },
  "publicity-opened": { from: ["passed"], to: "in-publicity" },
  "objection-recorded": { from: ["in-publicity"] },
  "objection-ruled": { from: ["in-publicity"], to: (event: Of<"objection-ruled">) => AFTER_OBJECTION[event.ruling] },
  "commitment-in-force": { from: ["in-publicity"], to: "in-force" },
  "check-scheduled": { from: IN_EFFECT },
  "supervision-check-recorded": { from: IN_EFFECT, to: "supervised" },
  "rectification-checked": { from: ["rectifying"], to: "supervised" },
  "rectification-prolonged": { from: ["rectifying"] },
  "works-completed": { from: ["in-force"], to: "verifying" },
  "commitment-breached": { from: ["rectifying"], to: "breached" },
  "promised-item-revoked": { from: ["breached"] },
  "commitment-fulfilled": { from: ["in-operation"], to: "fulfilled" },
  "commitment-exited": { from: BEFORE_FORCE, to: "exited" },
  "commitment-rewarded": { from: ["fulfilled"] },
};

/** Whether the table lets this happen to a commitment in this state. */
export const canMoveCommitment = (event: CommitmentMove, status: CommitmentStatus): boolean => COMMITMENT_MOVES[event].from.includes(status);

/** Refuses a move the table forbids; the facts say which act met which state. */
export const refuseCommitmentMove = (commitment: Pick<Commitment, "status" | "commitmentNo">, event: CommitmentMove): Refusal | null =>
  canMoveCommitment(event, commitment.status)
    ? null
    : { code: "commitment-state-forbids", act: event, commitmentStatus: commitment.status, commitmentNo: commitment.commitmentNo };

/** State a supervised commitment is in, told from its days and checks: 限期整改 while any point is not met. */
export function supervisedStatus(
  commitment: Pick<Commitment, "completedOn" | "verifiedOn">,
  checks: readonly Pick<SupervisionCheck, "status">[],
): CommitmentStatus {
  if (checks.some(({ status }) => status === "rectifying" || status === "failed")) return "rectifying";
  if (commitment.verifiedOn !== null) return "in-operation";
  return commitment.completedOn === null ? "in-force" : "verifying";
}

/**
 * State after the event; throws when the table forbids it, because an event is only ever recorded after it was asked.
 * @param commitment with what the event sets on it already set
 * @param checks of the commitment, after the event
 */
export function movedCommitment(
  event: { readonly type: CommitmentMove },
  commitment: Commitment,
  checks: readonly Pick<SupervisionCheck, "status">[],
): CommitmentStatus {
  const move = COMMITMENT_MOVES[event.type];
  if (!move.from.includes(commitment.status)) throw new Error(`${event.type} cannot happen to ${commitment.commitmentNo} in state ${commitment.status}`);
  if (move.to === undefined) return commitment.status;
  if (move.to === "supervised") return supervisedStatus(commitment, checks);
  return typeof move.to === "function" ? (move.to(event as never) ?? commitment.status) : move.to;
}

/** The commitment is on its way or in effect: a project has one such at most. */
export const isLiveCommitment = ({ status }: Pick<Commitment, "status">): boolean => BEFORE_FORCE.includes(status) || IN_EFFECT.includes(status);
export const isInEffect = ({ status }: Pick<Commitment, "status">): boolean => IN_EFFECT.includes(status);
