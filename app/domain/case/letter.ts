import type { CivilDay } from "../calendar/calendar-date";
import type { Pack } from "../pack/pack";
import type { Refusal } from "../result";
import { type ProjectCommitmentLetter, projectCommitmentLetter, refusePromising, refuseTakingBack } from "./commitment/letter";
import { type LetterFacts, type LetterHead, letterHead } from "./letter-head";
import { type NoticeCommitmentLetter, noticeLetter, refuseSigningNotice, refuseWithdrawingNotice } from "./notice-commitment/letter";
import type { LetterKind } from "./parts/signature";
import type { PreconditionCode, SimulatedRunKind } from "./parts/simulation";
import { refuseRunMove } from "./simulation/moves";
import { simulatedOf } from "./simulation/reads";
import type { ProjectCase } from "./state";

/** What the enterprise takes upon itself in a simulated run (domain.md 5.1); the sentences are i18n's. */
export const RISK_PROMISES = ["truthful", "own-risk", "convert-in-time", "no-start-no-use", "report-changes"] as const;
export type RiskPromise = (typeof RISK_PROMISES)[number];

/** 模拟审批风险承诺书 as plain facts. */
export interface SimulationRiskLetter extends LetterHead {
  readonly kind: "simulation-risk";
  readonly runNo: string;
  readonly runKind: SimulatedRunKind;
  readonly appliedOn: CivilDay;
  readonly missing: readonly { readonly code: PreconditionCode; readonly expectedOn: CivilDay }[];
  readonly items: readonly { readonly itemNo: string; readonly nameZh: string; readonly nameEn: string }[];
  readonly promises: readonly RiskPromise[];
  /** Working days within which conversion is applied for once the precondition is met; null where nobody says. */
  readonly conversionWorkingDays: number | null;
  readonly validMonths: number;
}

/** Every letter there is; one member per `LetterKind` that some rule can write. */
export type Letter = SimulationRiskLetter | NoticeCommitmentLetter | ProjectCommitmentLetter;

/** How the letters of one kind behave: what they say, and until when they may be signed and taken back. */
interface LetterRules {
  /** Ids of everything in the case that such a letter may be about. */
  subjects(state: ProjectCase): readonly string[];
  letterOf(state: LetterFacts, subjectId: string, pack: Pack): Letter | null;
  refuseSigning(state: ProjectCase, subjectId: string): Refusal | null;
  refuseWithdrawing(state: ProjectCase, subjectId: string): Refusal | null;
}

/** Months a simulated opinion is valid where the place says nothing; shown as assumed. */
export const ASSUMED_VALID_MONTHS = 12;
export const validityOf = (pack: Pack): { readonly months: number; readonly assumed: boolean } => {
  const stated = pack.rules?.simulatedOpinionMonths;
  return { months: stated?.value ?? ASSUMED_VALID_MONTHS, assumed: stated?.value === undefined || stated.value === null || stated.assumed };
};

function riskLetter(state: LetterFacts, runId: string, pack: Pack): SimulationRiskLetter | null {
  const run = state.runs[runId];
  if (!run) return null;
  return {
    kind: "simulation-risk",
    ...letterHead(state),
    runNo: run.runNo,
    runKind: run.kind,
    appliedOn: run.appliedOn,
    missing: run.missing.map(({ code, expectedOn }) => ({ code, expectedOn })),
    items: simulatedOf(state, run.id).flatMap(({ itemId }) => {
      const item = state.items[itemId];
      return item ? [{ itemNo: item.itemNo, nameZh: item.nameZh, nameEn: item.nameEn }] : [];
    }),
    promises: RISK_PROMISES,
    conversionWorkingDays: pack.parameters.conversionWorkingDays?.value ?? null,
    validMonths: validityOf(pack).months,
  };
}

/** The letter of a run is signed and taken back until the ruling; the refusal says which of the two met which state. */
const beforeTheRuling =
  (act: "letter-signed" | "letter-withdrawn") =>
  (state: ProjectCase, runId: string): Refusal | null => {
    const run = state.runs[runId];
    const refusal = run ? refuseRunMove(run, "simulation-accepted") : { code: "letter-unknown" };
    return run && refusal ? { ...refusal, act } : refusal;
  };

/** The kinds of letters that can be written so far. */
const LETTERS: { readonly [K in LetterKind]?: LetterRules } = {
  "simulation-risk": {
    subjects: (state) => Object.keys(state.runs),
    letterOf: riskLetter,
    refuseSigning: beforeTheRuling("letter-signed"),
    refuseWithdrawing: beforeTheRuling("letter-withdrawn"),
  },
  "notice-commitment": {
    subjects: (state) => Object.keys(state.noticeCommitments),
    letterOf: noticeLetter,
    refuseSigning: refuseSigningNotice,
    refuseWithdrawing: refuseWithdrawingNotice,
  },
  "project-commitment": {
    subjects: (state) => Object.keys(state.commitments),
    letterOf: projectCommitmentLetter,
    refuseSigning: refusePromising,
    refuseWithdrawing: refuseTakingBack,
  },
};

/** What a letter says, as plain facts without any prose; null when it is about nothing in this case. Its digest is taken of these facts. */
export const letterOf = (kind: LetterKind, state: LetterFacts, subjectId: string, pack: Pack): Letter | null =>
  LETTERS[kind]?.letterOf(state, subjectId, pack) ?? null;

export const lettersOf = (kind: LetterKind): LetterRules | null => LETTERS[kind] ?? null;

/** Every kind of letter an enterprise signs. */
export const LETTER_KINDS: readonly LetterKind[] = ["simulation-risk", "notice-commitment", "project-commitment"];

/** Every letter of the case that could be signed now, signed or not; the kinds one after the other. */
export const signableLetters = (
  state: ProjectCase,
  pack: Pack,
): readonly { readonly kind: LetterKind; readonly subjectId: string; readonly letter: Letter }[] =>
  LETTER_KINDS.flatMap((kind) =>
    (LETTERS[kind]?.subjects(state) ?? []).flatMap((subjectId) => {
      const letter = LETTERS[kind]?.refuseSigning(state, subjectId) === null ? letterOf(kind, state, subjectId, pack) : null;
      return letter ? [{ kind, subjectId, letter }] : [];
    }),
  );

/** The number people call the subject of a letter by. */
export const letterNo = (letter: Letter): string => (letter.kind === "simulation-risk" ? letter.runNo : letter.commitmentNo);
