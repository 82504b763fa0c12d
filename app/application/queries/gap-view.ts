import type { CivilDay } from "../../domain/calendar/calendar-date";
import { acceptanceDay } from "../../domain/case/acceptance";
import { checklistBegun, missingMaterials } from "../../domain/case/checklist";
import { correctionOutcomeHere, correctionOutcomes, failedCorrection } from "../../domain/case/correction-ruling";
import { deferrableMaterials, deferralOutcomes, longestDeferral, proposedDeferralOutcome } from "../../domain/case/deferral";
import { deferralOf, openDeferral, outstandingOf } from "../../domain/case/gap";
import type { CorrectionOutcome } from "../../domain/case/parts/correction";
import type { Deferral, DeferralOutcome, DeferralPackOutcome } from "../../domain/case/parts/deferral";
import type { Item, Procedure } from "../../domain/case/state";
import { allowedLength, toldEndOf } from "../../domain/case/watch";
import type { CaseInView, CaseToday } from "./project-case";

/** What a place says yes or no to, or says nothing of. */
export type Stated = "yes" | "no" | "unstated";

const statedOf = (rule: { readonly value: boolean | null } | undefined): Stated => (rule?.value == null ? "unstated" : rule.value ? "yes" : "no");

/** The choices of the acts about a gap and about a correction that failed. */
export interface GapChoices {
  readonly deferrable: readonly string[];
  /** What the checklist lacks of them; nothing where none is kept. */
  readonly lacking: readonly string[];
  readonly latestSupplyBy: CivilDay | null;
  readonly promise: Stated;
  /** That rule is a working assumption, not what the place was found to say. */
  readonly promiseAssumed: boolean;
  readonly outstanding: readonly string[];
  readonly supplyBy: CivilDay | null;
  /** A missed deadline was found, so that there is something to rule on. */
  readonly missed: boolean;
  readonly keepsChecklist: boolean;
  readonly outcomes: readonly DeferralOutcome[];
  readonly correction: { readonly outcomes: readonly CorrectionOutcome[]; readonly replyBy: CivilDay | null; readonly missed: boolean } | null;
}

export function gapChoices({ state, pack, calendar, today }: CaseInView, item: Item): GapChoices {
  const open = openDeferral(state, item.id);
  const failed = failedCorrection(state, item);
  return {
    deferrable: deferrableMaterials(item, pack),
    lacking: missingMaterials(state, item, pack).deferrable,
    latestSupplyBy: longestDeferral(item, acceptanceDay(state, item, today), { pack, calendar }),
    promise: statedOf(pack.rules?.deferralNeedsPromise),
    promiseAssumed: pack.rules?.deferralNeedsPromise?.assumed === true,
    outstanding: open ? outstandingOf(open) : [],
    supplyBy: open?.supplyBy ?? null,
    missed: open?.proposedOn != null,
    keepsChecklist: checklistBegun(state, item.id),
    outcomes: deferralOutcomes(item, pack),
    correction: failed && {
      outcomes: correctionOutcomes(failed.ground, pack),
      replyBy: failed.correction.replyBy,
      missed: failed.ground === "still-defective" || failed.correction.proposedOn !== null,
    },
  };
}

/** The deferral of an item as its page shows it. */
export interface DeferralView {
  readonly record: Deferral;
  readonly outstanding: readonly string[];
  /** Working days to the deadline; negative once it has passed. */
  readonly daysLeft: number;
  readonly promiseRule: Stated;
  /** Nothing is decided before the gap is closed; `unstated` means that and that the place does not say so itself. */
  readonly waits: Stated;
  readonly ifMissed: DeferralPackOutcome | null;
}

export function deferralView({ state, pack, calendar, today }: CaseToday, item: Item): DeferralView | null {
  const record = deferralOf(state, item.id);
  if (!record) return null;
  return {
    record,
    outstanding: outstandingOf(record),
    daysLeft: calendar.workingDaysBetween(today, record.supplyBy),
    promiseRule: statedOf(pack.rules?.deferralNeedsPromise),
    waits: statedOf(pack.rules?.deferralDecisionWaits),
    ifMissed: proposedDeferralOutcome(item, pack),
  };
}

/** What the place says follows when a correction is not supplied; null where it says nothing. */
export const correctionIfMissed = ({ pack }: Pick<CaseToday, "pack">): CorrectionOutcome | null => correctionOutcomeHere("not-supplied", pack);

/** Told end of a special procedure and by how many working days it went, or goes, beyond it. */
export function procedureLength({ pack, calendar, today }: Pick<CaseToday, "pack" | "calendar" | "today">, procedure: Procedure) {
  const allowed = allowedLength(procedure, pack);
  const taken = calendar.workingDaysBetween(procedure.openedOn, procedure.closedOn ?? today);
  return { toldEndOn: toldEndOf(procedure, pack, calendar), overWorkingDays: allowed === null ? 0 : Math.max(taken - allowed, 0) };
}
