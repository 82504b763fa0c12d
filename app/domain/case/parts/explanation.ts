import type { CivilDay } from "../../calendar/calendar-date";

/**
 * What is explained to the manager. overdue: why an item is late, while it still runs; second-list: why one list was not enough.
 * The law knows one list (行政许可法 art. 32(4)) and no day after the last: both are irregularities that somebody answers for.
 */
export type ExplanationKind = "overdue" | "second-list";

/** asked: the manager wants to hear it · given: it waits for the manager · accepted · sent-back: not enough, to be given again. */
export type ExplanationStatus = "asked" | "given" | "accepted" | "sent-back";

/** One explanation, from the question or the wish to the manager's answer. */
export interface Explanation {
  readonly id: string;
  readonly itemId: string;
  readonly kind: ExplanationKind;
  readonly status: ExplanationStatus;
  /** Null where nobody asked for it: a wish for a second list always comes by itself. */
  readonly askedOn: CivilDay | null;
  readonly askedByName: string | null;
  readonly question: string | null;
  readonly reason: string | null;
  /** What a second list would ask for; empty for an overdue item. */
  readonly defects: readonly string[];
  readonly givenOn: CivilDay | null;
  readonly givenById: string | null;
  readonly givenByName: string | null;
  readonly ruling: string | null;
  readonly ruledOn: CivilDay | null;
  readonly ruledById: string | null;
  readonly ruledByName: string | null;
}

interface OfItem {
  readonly itemNo: string;
  readonly on: CivilDay;
}

export type ExplanationCommand =
  | ({ readonly type: "ask-overdue-reason"; readonly question: string } & OfItem)
  | ({ readonly type: "explain-overdue"; readonly reason: string } & OfItem)
  | ({ readonly type: "seek-second-list"; readonly defects: readonly string[]; readonly reason: string } & OfItem)
  | ({ readonly type: "rule-on-explanation"; readonly explanationId: string; readonly accepted: boolean; readonly reason: string } & OfItem);

interface Happened {
  readonly itemId: string;
  readonly explanationId: string;
  readonly kind: ExplanationKind;
  readonly on: CivilDay;
  readonly byId: string;
  readonly byName: string;
}

export type ExplanationEvent =
  | ({ readonly type: "explanation-asked"; readonly question: string } & Happened)
  | ({ readonly type: "explanation-given"; readonly reason: string; readonly defects: readonly string[] } & Happened)
  | ({ readonly type: "explanation-ruled"; readonly accepted: boolean; readonly reason: string } & Happened);
