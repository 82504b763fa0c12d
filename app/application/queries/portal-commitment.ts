import type { CivilDay } from "../../domain/calendar/calendar-date";
import { refuseTakingBack } from "../../domain/case/commitment/letter";
import { isInEffect, isLiveCommitment } from "../../domain/case/commitment/moves";
import { checksOf, commitmentsOf, standardsOf } from "../../domain/case/commitment/reads";
import { startReady } from "../../domain/case/commitment/start-ready";
import { mayOperate } from "../../domain/case/commitment/supervision";
import { commitmentSteps } from "../../domain/case/next-steps/of-commitment";
import type { Commitment, Standard, SupervisionCheck } from "../../domain/case/parts/project-commitment";
import type { Words } from "../../domain/pack/pack";
import type { StopLaw } from "../../domain/plan/legal-stops";
import { outdatedSignatures } from "../letter-digest";
import { checkEvidence, type EvidenceGroup } from "./evidence-view";
import { nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";

/** What the enterprise promised, what is due and what was checked, as it is told to the investor. */
export interface PortalCommitment {
  readonly id: string;
  readonly commitmentNo: string;
  readonly status: Commitment["status"];
  readonly live: boolean;
  /** The letter waits for a signature; it can be read as soon as the standards were handed down. */
  readonly toSign: boolean;
  readonly readable: boolean;
  readonly mayWithdraw: boolean;
  /** The letter says something else since it was signed, and the promise is not in force yet: it is taken back and signed as it is now. */
  readonly outdated: boolean;
  readonly defects: readonly string[];
  readonly publicityTo: CivilDay | null;
  readonly standards: readonly (Pick<Standard, "id" | "indicator" | "condition" | "value" | "dueOn" | "effect" | "outcome"> & {
    readonly item: Words | null;
  })[];
  readonly planned: readonly Pick<SupervisionCheck, "id" | "point" | "dueOn">[];
  readonly rectifying: readonly Pick<SupervisionCheck, "id" | "point" | "rectifyBy" | "findings">[];
  readonly checked: readonly (Pick<SupervisionCheck, "id" | "point" | "doneOn" | "outcome" | "findings" | "recheckedOn" | "status"> & {
    readonly files: readonly EvidenceGroup[];
  })[];
  /** What the law still asks before the works may start; empty once they may. Without an item where the plan has no construction permit at all. */
  readonly stops: readonly { readonly item: { readonly itemNo: string; readonly name: Words } | null; readonly law: StopLaw }[];
  readonly mayOperate: boolean;
  readonly inEffect: boolean;
  /** Who does what next, earliest first. */
  readonly steps: readonly StepView[];
}

/** The commitments of an own case, newest first. */
export function portalCommitments(found: CaseInView): readonly PortalCommitment[] {
  const { state, pack } = found;
  const stops = startReady(state, pack).stops.flatMap((stop): PortalCommitment["stops"] => {
    if (stop.kind === "permit") return [{ item: null, law: "construction-permit" }];
    return stop.kind === "item" && stop.law !== null ? [{ item: { itemNo: stop.item.itemNo, name: nameOf(stop.item) }, law: stop.law }] : [];
  });
  const changed = outdatedSignatures(state, pack);
  return [...commitmentsOf(state)].reverse().map((commitment) => {
    const checks = checksOf(state, commitment.id);
    const live = isLiveCommitment(commitment);
    const mayWithdraw = commitment.letterSignatureId !== null && refuseTakingBack(state, commitment.id) === null;
    return {
      id: commitment.id,
      commitmentNo: commitment.commitmentNo,
      status: commitment.status,
      live,
      toSign: commitment.status === "awaiting-promise",
      readable: commitment.standardsOn !== null && commitment.status !== "applicable",
      mayWithdraw,
      outdated: mayWithdraw && changed.includes(commitment.letterSignatureId ?? ""),
      defects: commitment.status === "supplementing" ? commitment.defects : [],
      publicityTo: commitment.status === "in-publicity" ? commitment.publicityTo : null,
      standards: standardsOf(state, commitment.id).map(({ id, indicator, condition, value, dueOn, effect, outcome, itemId }) => {
        const item = itemId === null ? undefined : state.items[itemId];
        return { id, indicator, condition, value, dueOn, effect, outcome, item: item ? nameOf(item) : null };
      }),
      planned: checks.filter(({ status }) => status === "planned").map(({ id, point, dueOn }) => ({ id, point, dueOn })),
      rectifying: checks
        .filter(({ status }) => status === "rectifying" || status === "failed")
        .map(({ id, point, rectifyBy, findings }) => ({ id, point, rectifyBy, findings })),
      checked: checks
        .filter(({ doneOn }) => doneOn !== null)
        .map((check) => {
          const { id, point, doneOn, outcome, findings, recheckedOn, status } = check;
          return { id, point, doneOn, outcome, findings, recheckedOn, status, files: checkEvidence(found, check) };
        }),
      stops: live ? stops : [],
      mayOperate: mayOperate(commitment),
      inEffect: isInEffect(commitment),
      steps: viewSteps(found, commitmentSteps(state, commitment, found.today, changed)),
    };
  });
}

/** Things the investor can do now for its commitments: letters to sign, supplements, rectifications. */
export const commitmentTodos = (commitments: readonly PortalCommitment[]): number =>
  commitments.reduce(
    (n, { live, toSign, outdated, defects, rectifying }) => n + (toSign || outdated ? 1 : 0) + (defects.length > 0 ? 1 : 0) + (live ? rectifying.length : 0),
    0,
  );
