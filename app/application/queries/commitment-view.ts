import { mayRead } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableCommitmentActs, type CommitmentAct } from "../../domain/case/commitment/available";
import { grantedOnPromise } from "../../domain/case/commitment/breach";
import { canMoveCommitment, isInEffect, isLiveCommitment } from "../../domain/case/commitment/moves";
import { isCheckable } from "../../domain/case/commitment/next";
import { checksOf, isCheckOverdue, isRipe, objectionsOf, standardsOf } from "../../domain/case/commitment/reads";
import { permitReady, type Readiness, startReady } from "../../domain/case/commitment/start-ready";
import { mayOperate } from "../../domain/case/commitment/supervision";
import { commitmentSteps } from "../../domain/case/next-steps/of-commitment";
import type { Commitment, Objection, Standard, SupervisionCheck } from "../../domain/case/parts/project-commitment";
import type { Signature } from "../../domain/case/parts/signature";
import { standingSignature } from "../../domain/case/signature";
import type { ItemStatus } from "../../domain/case/state";
import { checkLight } from "../../domain/clock/check-light";
import type { ClockLight } from "../../domain/clock/clock";
import { daysLeft } from "../../domain/clock/days-left";
import type { Words } from "../../domain/pack/pack";
import type { CommitmentEffect } from "../../domain/pack/practice";
import type { StopLaw } from "../../domain/plan/legal-stops";
import { outdatedSignatures } from "../letter-digest";
import { checkEvidence, type EvidenceGroup } from "./evidence-view";
import { departmentOf, nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";

/** An item as a page of the commitment names it. */
export interface CommitmentItem {
  readonly itemNo: string;
  readonly name: Words;
  readonly status: ItemStatus;
  /** This person may open its page. */
  readonly opens: boolean;
}

export interface StandardView extends Standard {
  readonly department: Words;
  readonly item: CommitmentItem | null;
}

export interface CheckView extends SupervisionCheck {
  readonly department: Words | null;
  readonly light: ClockLight;
  /** Working days to what is waited for: the check, or the end of the rectification; negative once it has passed. */
  readonly inDays: number | null;
  /** The check can be made now: it is still to come, and what it looks at is there. */
  readonly checkable: boolean;
  /** The check itself is late. */
  readonly overdue: boolean;
  /** The rectification ran out or failed: a manager rules on the breach. */
  readonly ripe: boolean;
  /** Photographs and papers of the check and of what was put right. */
  readonly files: readonly EvidenceGroup[];
}

/** One thing that still stands in the way, ready to be put into words. */
export type StopView =
  | { readonly kind: "item"; readonly item: CommitmentItem; readonly law: StopLaw | null; readonly source: string }
  | { readonly kind: "permit" }
  | { readonly kind: "commitment" }
  | { readonly kind: "check" };

export interface ReadinessView {
  readonly ready: boolean;
  readonly stops: readonly StopView[];
}

export interface CommitmentView {
  readonly record: Commitment;
  readonly live: boolean;
  readonly inEffect: boolean;
  /** Working days to the day the present step is due; negative once it has passed. */
  readonly dueInDays: number | null;
  readonly signature: Pick<Signature, "byName" | "signedAt" | "digest"> | null;
  /** The letter says something else since it was signed, and the promise is not in force yet: the enterprise signs it as it is now. */
  readonly outdated: boolean;
  readonly standards: readonly StandardView[];
  readonly checks: readonly CheckView[];
  readonly objections: readonly Objection[];
  readonly spares: Readonly<Record<CommitmentEffect, readonly CommitmentItem[]>>;
  /** Permits that a revocation would revoke. */
  readonly granted: readonly CommitmentItem[];
  readonly mayOperate: boolean;
  /** Who does what next, earliest first; empty once it has ended. */
  readonly steps: readonly StepView[];
  readonly acts: readonly CommitmentAct[];
}

function itemIn({ state, actor }: CaseInView, itemId: string | null): CommitmentItem | null {
  const item = itemId === null ? undefined : state.items[itemId];
  return item ? { itemNo: item.itemNo, name: nameOf(item), status: item.status, opens: mayRead(actor, state, item) } : null;
}

/** ● in time, ▲ within a week of its last day, ■ past it; a check that was met has none. */
function lightOf(check: SupervisionCheck, today: CivilDay): ClockLight {
  if (isRipe(check, today) || isCheckOverdue(check, today)) return "late";
  const until = check.status === "planned" ? check.dueOn : check.status === "rectifying" ? check.rectifyBy : null;
  return checkLight(until, today);
}

function viewCheck(found: CaseInView, commitment: Commitment, check: SupervisionCheck): CheckView {
  const { state, pack, calendar, today } = found;
  const until = check.status === "planned" ? check.dueOn : check.status === "rectifying" || check.status === "failed" ? check.rectifyBy : null;
  return {
    ...check,
    department: check.departmentCode === null ? null : departmentOf(pack, check.departmentCode),
    light: lightOf(check, today),
    inDays: until === null ? null : daysLeft(calendar, today, until),
    checkable: isCheckable(state, commitment, check),
    overdue: isCheckOverdue(check, today),
    ripe: isRipe(check, today),
    files: checkEvidence(found, check),
  };
}

function viewReadiness(found: CaseInView, { ready, stops }: Readiness): ReadinessView {
  return {
    ready,
    stops: stops.flatMap((stop): StopView[] => {
      if (stop.kind !== "item") return [{ kind: stop.kind }];
      const item = itemIn(found, stop.item.id);
      return item ? [{ kind: "item", item, law: stop.law, source: stop.source }] : [];
    }),
  };
}

/** What the construction permit and what the start of the works still wait for, as of today. */
export const readinessOf = (found: CaseInView): { readonly permit: ReadinessView; readonly start: ReadinessView } => ({
  permit: viewReadiness(found, permitReady(found.state, found.pack)),
  start: viewReadiness(found, startReady(found.state, found.pack)),
});

/** Puts a commitment with everything under it into words and lights as of today. */
export function viewCommitment(found: CaseInView, commitment: Commitment): CommitmentView {
  const { state, pack, calendar, today, actor } = found;
  const signature = standingSignature(state, "project-commitment", commitment.id);
  const changed = outdatedSignatures(state, pack);
  const standards = standardsOf(state, commitment.id);
  const spared = (effect: CommitmentEffect) => {
    const ids = new Set(standards.flatMap((standard) => (standard.effect === effect && standard.itemId !== null ? [standard.itemId] : [])));
    return [...ids].flatMap((id) => itemIn(found, id) ?? []);
  };
  return {
    record: commitment,
    live: isLiveCommitment(commitment),
    inEffect: isInEffect(commitment),
    dueInDays: commitment.dueOn === null ? null : daysLeft(calendar, today, commitment.dueOn),
    outdated: signature !== null && canMoveCommitment("letter-withdrawn", commitment.status) && changed.includes(signature.id),
    signature: signature && { byName: signature.byName, signedAt: signature.signedAt, digest: signature.digest },
    standards: standards.map((standard) => ({ ...standard, department: departmentOf(pack, standard.departmentCode), item: itemIn(found, standard.itemId) })),
    checks: checksOf(state, commitment.id).map((check) => viewCheck(found, commitment, check)),
    objections: objectionsOf(state, commitment.id),
    spares: { "at-once": spared("at-once"), "after-start": spared("after-start") },
    granted: grantedOnPromise(state, commitment).flatMap((item) => itemIn(found, item.id) ?? []),
    mayOperate: mayOperate(commitment),
    steps: viewSteps(found, commitmentSteps(state, commitment, today, changed)),
    acts: availableCommitmentActs(state, commitment, actor, today),
  };
}
