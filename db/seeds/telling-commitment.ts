import type { CheckPoint } from "../../app/domain/case/parts/project-commitment";
import type { CommitmentEffect, SupervisionPoint } from "../../app/domain/pack/practice";
import type { Beat, Part, Telling } from "./story";
import type { Passage } from "./telling";

const beat = (at: number, by: Part, tell: Telling): Beat => ({ at, by, tell });

/** One standard as its department writes it, with the item the promise stands for, where it stands for one. */
export interface ToldStandard {
  readonly department: string;
  readonly indicator: string;
  readonly condition: string;
  readonly value: string;
  /** Working days until it must be met. */
  readonly dueIn: number | null;
  readonly item: string | null;
  readonly effect: CommitmentEffect | null;
}

/** The officer proposes, the manager finds it applicable a day later. */
export const commitmentProposed = (at: number): Passage => beat(at, "agent", { type: "propose-commitment" });
export const foundApplicable = (at: number, reason: string): Passage => beat(at, "manager", { type: "appraise-commitment", ruling: "applicable", reason });

/** Each department writes its standards, a manager hands the list down. */
export const standardsHandedDown = (at: number, standards: readonly ToldStandard[]): Passage => [
  ...standards.map((standard) => beat(at, "reviewer", { type: "add-standard", ...standard })),
  beat(at, "manager", { type: "hand-down-standards" }),
];
export const commitmentSigned = (at: number): Passage => beat(at, "investor", { type: "sign-letter", letterKind: "project-commitment" });
export const prechecked = (at: number, department: string): Passage =>
  beat(at, "reviewer", { type: "precheck-promise", department, outcome: "pass", defects: [] });
export const objected = (at: number, objector: string, text: string): Passage => beat(at, "agent", { type: "record-objection", objector, text });
export const madePublic = (at: number, where: string): Passage => beat(at, "agent", { type: "open-publicity", at: where });

/** Signed, checked and hung up a day each after the other. */
export const promisedAndPublic = (at: number, department: string, where: string): Passage => [
  commitmentSigned(at),
  prechecked(at + 1, department),
  madePublic(at + 1, where),
];
export const putInForce = (at: number, checksIn: readonly { readonly point: SupervisionPoint; readonly days: number | null }[]): Passage =>
  beat(at, "manager", { type: "put-in-force", checksIn });

export const pointMet = (at: number, department: string, point: CheckPoint, ...evidence: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "record-check", department, point, outcome: "met", findings: [], evidence, rectifyIn: null, failed: [] });
export const pointNotMet = (
  at: number,
  department: string,
  point: CheckPoint,
  rectifyIn: number,
  findings: readonly string[],
  evidence: readonly string[],
  failed: readonly string[] = [],
): Passage => beat(at, "reviewer", { type: "record-check", department, point, outcome: "not-met", findings, evidence, rectifyIn, failed });
export const rectified = (at: number, department: string, point: CheckPoint, ...evidence: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "recheck-rectification", department, point, outcome: "met", evidence, note: null });
export const notRectified = (at: number, department: string, point: CheckPoint, note: string, ...evidence: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "recheck-rectification", department, point, outcome: "not-met", evidence, note });

export const worksCompleted = (at: number, reference: string, verifyIn: number): Passage =>
  beat(at, "agent", { type: "record-works-completion", reference, verifyIn });
export const commitmentRevoked = (at: number, reason: string, penaltyYuan: number | null, penaltyBasis: string | null): Passage =>
  beat(at, "manager", { type: "rule-on-breach", ruling: "revoke", reason, rectifyIn: null, penaltyYuan, penaltyBasis });
export const rewarded = (at: number, reward: string): Passage => beat(at, "manager", { type: "reward-commitment", reward });

/** Decided at once on the promise: accepted by the window, decided by the department without a review, handed over. */
export const decidedOnPromise = (at: number, receivedBy: string, item: string): Passage => [
  beat(at, "intake", { type: "receive-items", items: [item] }),
  beat(at, "intake", { type: "accept-item", item }),
  beat(at, "reviewer", { type: "decide-item", item, granted: true, reason: null, overdueReason: null }),
  beat(at, "issuing", { type: "issue-result", item }),
  beat(at, "issuing", { type: "deliver-result", item, method: "window", receivedBy }),
];
