import type { CivilDay } from "../../calendar/calendar-date";
import type { CheckPoint } from "../parts/project-commitment";
import type { PreconditionCode } from "../parts/simulation";

/** Who does the next thing. `nobody`: only a day has to pass. Departments by their codes; none where no department is named yet. */
export type StepOwner = "enterprise" | "agent" | "window" | "department" | "manager" | "nobody";

/** What is to be done next for a simulated run, a commitment of the project, a promise for one permit. */
export type StepCode =
  | "run-sign"
  | "run-sign-anew"
  | "run-answer"
  | "run-rule"
  | "run-review"
  | "run-correct"
  | "run-bring"
  | "run-wait"
  | "run-compare"
  | "run-put-right"
  | "run-convert"
  | "commitment-appraise"
  | "commitment-standards"
  | "commitment-sign"
  | "commitment-sign-anew"
  | "commitment-precheck"
  | "commitment-supplement"
  | "commitment-publish"
  | "commitment-objection"
  | "commitment-public"
  | "commitment-force"
  | "commitment-rectify"
  | "commitment-breach"
  | "commitment-check"
  | "commitment-check-day"
  | "commitment-complete"
  | "notice-choose"
  | "notice-sign"
  | "notice-sign-anew"
  | "notice-grant"
  | "notice-check"
  | "notice-check-day"
  | "notice-rectify"
  | "notice-over"
  | "notice-rule";

/** One next thing: who, what, about which point, precondition or items, and by which day. */
export interface NextStep {
  readonly code: StepCode;
  readonly who: StepOwner;
  readonly departments: readonly string[];
  readonly point: CheckPoint | null;
  readonly precondition: PreconditionCode | null;
  /** Ids of the items it is about; empty where it is about the whole. */
  readonly itemIds: readonly string[];
  /** Last day for it, or the day that has to pass; null where no day is set. */
  readonly by: CivilDay | null;
}

/** A step with nothing to add. */
export const step = (code: StepCode, who: StepOwner, said: Partial<Omit<NextStep, "code" | "who">> = {}): NextStep => ({
  code,
  who,
  departments: [],
  point: null,
  precondition: null,
  itemIds: [],
  by: null,
  ...said,
});

/** What can be missed first stands first; what has no day stands last. */
export const earliestFirst = (steps: readonly NextStep[]): readonly NextStep[] =>
  [...steps].sort((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : (a.by ?? "9999") > (b.by ?? "9999") ? 1 : 0));
