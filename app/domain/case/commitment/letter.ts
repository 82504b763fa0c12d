import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import type { BreachStep, CommitmentEffect, SupervisionPoint } from "../../pack/practice";
import type { StopLaw } from "../../plan/legal-stops";
import type { Refusal } from "../../result";
import { firstRefusal } from "../guards";
import { type LetterFacts, type LetterHead, letterHead } from "../letter-head";
import type { ProjectCase } from "../state";
import { refuseCommitmentMove } from "./moves";
import { objectionsOf, standardsOf } from "./reads";
import { pointsOf, publicityOf } from "./terms";

/** What the enterprise takes upon itself beside the standards (domain.md 5.2); the sentences are i18n's. */
export const PROJECT_PROMISES = [
  "truthful",
  "meet-standards",
  "agree-publicity",
  "accept-checks",
  "legal-stops-first",
  "no-operation-unverified",
  "liability",
] as const;
export type ProjectPromise = (typeof PROJECT_PROMISES)[number];

/** Laws that stop the start whatever is promised, as the letter names them. */
const LAWS: readonly StopLaw[] = ["environment", "soil-water", "energy"];

/** 项目承诺书 with its standards list as plain facts. */
export interface ProjectCommitmentLetter extends LetterHead {
  readonly kind: "project-commitment";
  readonly commitmentNo: string;
  readonly round: number;
  readonly standardsNo: string | null;
  readonly standardsOn: CivilDay | null;
  readonly standards: readonly {
    readonly ordinal: number;
    readonly indicator: string;
    readonly condition: string;
    readonly value: string;
    readonly dueOn: CivilDay | null;
    readonly departmentCode: string;
    readonly item: { readonly itemNo: string; readonly nameZh: string; readonly nameEn: string } | null;
    readonly effect: CommitmentEffect | null;
  }[];
  /** What was supplemented for this round; null in the first. */
  readonly supplement: string | null;
  readonly promises: readonly ProjectPromise[];
  readonly laws: readonly StopLaw[];
  readonly publicityDays: number;
  readonly points: readonly SupervisionPoint[];
  /** What follows a broken promise here, in order; null where the place does not say. */
  readonly breachSteps: readonly BreachStep[] | null;
  readonly breachFines: readonly { readonly whenZh: string; readonly whenEn: string; readonly fromYuan: number; readonly toYuan: number }[];
}

/** The letter of a commitment whose standards were handed down; null before that, for nothing is asked of the enterprise yet. */
export function projectCommitmentLetter(state: LetterFacts, commitmentId: string, pack: Pack): ProjectCommitmentLetter | null {
  const commitment = state.commitments[commitmentId];
  if (!commitment || commitment.standardsOn === null || commitment.status === "applicable") return null;
  return {
    kind: "project-commitment",
    ...letterHead(state),
    commitmentNo: commitment.commitmentNo,
    round: commitment.round,
    standardsNo: commitment.standardsNo,
    standardsOn: commitment.standardsOn,
    standards: standardsOf(state, commitment.id).map(({ ordinal, indicator, condition, value, dueOn, departmentCode, itemId, effect }) => {
      const item = itemId === null ? undefined : state.items[itemId];
      return {
        ordinal,
        indicator,
        condition,
        value,
        dueOn,
        departmentCode,
        item: item ? { itemNo: item.itemNo, nameZh: item.nameZh, nameEn: item.nameEn } : null,
        effect,
      };
    }),
    supplement: commitment.supplementNote,
    promises: PROJECT_PROMISES,
    laws: LAWS,
    publicityDays: publicityOf(pack).days,
    points: pointsOf(pack),
    breachSteps: pack.rules?.breachSteps.value ?? null,
    breachFines: (pack.rules?.breachFines.value ?? []).map(({ when, fromYuan, toYuan }) => ({ whenZh: when.zh, whenEn: when.en, fromYuan, toYuan })),
  };
}

export const refusePromising = (state: ProjectCase, commitmentId: string): Refusal | null => {
  const commitment = state.commitments[commitmentId];
  return commitment ? refuseCommitmentMove(commitment, "letter-signed") : { code: "letter-unknown" };
};

/**
 * The promise may be taken back until it is in force: before that nobody is held to it, and a letter that says something else by now can be
 * signed only as it is now. An objection is ruled on before, against the text it was raised against.
 * @see RULES.md
 */
export const refuseTakingBack = (state: ProjectCase, commitmentId: string): Refusal | null => {
  const commitment = state.commitments[commitmentId];
  if (!commitment) return { code: "letter-unknown" };
  const open = objectionsOf(state, commitmentId).filter(({ status }) => status === "open").length;
  return firstRefusal(refuseCommitmentMove(commitment, "letter-withdrawn"), open > 0 ? { code: "objection-open", count: open } : null);
};
