import type { StageCode } from "../../app/domain/pack/pack";
import type { Beat, Part, Story, Telling } from "./story";

/** Beats that belong together, nested as deep as the teller likes. */
export type Passage = Beat | readonly Passage[];

const beat = (at: number, by: Part, tell: Telling): Beat => ({ at, by, tell });

const isBeat = (passage: Passage): passage is Beat => !Array.isArray(passage);
const flat = (passage: Passage): readonly Beat[] => (isBeat(passage) ? [passage] : passage.flatMap(flat));

/** Puts a story together: its passages may be told item by item; they are played in order of time. */
export const story = (head: Omit<Story, "beats">, ...passages: readonly Passage[]): Story => ({
  ...head,
  beats: flat(passages)
    .map((told, index) => ({ told, index }))
    .sort((a, b) => a.told.at - b.told.at || a.index - b.index)
    .map(({ told }) => told),
});

/** The officer answers the screening and confirms the list; added and dropped items carry their reason. */
export const planned = (
  at: number,
  answers: Readonly<Record<string, string>>,
  changes: { readonly added?: Readonly<Record<string, string>>; readonly dropped?: Readonly<Record<string, string>> } = {},
): Passage => {
  const list = (reasons: Readonly<Record<string, string>> = {}) => Object.entries(reasons).map(([code, reason]) => ({ code, reason }));
  return [
    beat(at, "agent", { type: "answer-screening", answers }),
    beat(at, "agent", { type: "confirm-plan", added: list(changes.added), dropped: list(changes.dropped) }),
  ];
};

export const received = (at: number, ...items: readonly string[]): Passage => beat(at, "intake", { type: "receive-items", items });
export const accepted = (at: number, ...items: readonly string[]): Passage => items.map((item) => beat(at, "intake", { type: "accept-item", item }));
export const acceptedTogether = (at: number, stage: StageCode): Passage => beat(at, "intake", { type: "accept-stage", stage });
export const notAccepted = (at: number, item: string, reason: string): Passage => beat(at, "intake", { type: "refuse-acceptance", item, reason });

/** One complete list of what is missing; `replyIn` working days are given to supply it. */
export const corrected = (at: number, item: string, replyIn: number | null, ...defects: readonly string[]): Passage =>
  beat(at, "intake", { type: "notify-correction", item, replyIn, defects });
export const supplied = (at: number, item: string, note: string | null = null): Passage => beat(at, "intake", { type: "supply-correction", item, note });

/** The manager signs why a further list is needed. */
export const secondListAllowed = (at: number, item: string, reason: string): Passage => beat(at, "manager", { type: "allow-second-correction", item, reason });

export const reviewed = (at: number, ...items: readonly string[]): Passage => items.map((item) => beat(at, "reviewer", { type: "start-review", item }));
export const stepped = (at: number, item: string, step: string, remark: string | null = null): Passage =>
  beat(at, "reviewer", { type: "record-step", item, step, remark });
export const paused = (at: number, item: string, kind: string, toldWorkingDays: number, reason: string): Passage =>
  beat(at, "reviewer", { type: "open-procedure", item, kind, toldWorkingDays, reason });
export const resumed = (at: number, item: string, kind: string, outcome: string): Passage =>
  beat(at, "reviewer", { type: "close-procedure", item, kind, outcome });

/** The department asks for more days and the manager agrees. */
export const extended = (askedAt: number, ruledAt: number, item: string, workingDays: number, reason: string, ruling: string): Passage => [
  beat(askedAt, "reviewer", { type: "request-extension", item, workingDays, reason }),
  beat(ruledAt, "manager", { type: "rule-on-extension", item, approved: true, reason: ruling }),
];
/** The department has asked for more days; nobody has answered yet. */
export const asksForDays = (at: number, item: string, workingDays: number, reason: string): Passage =>
  beat(at, "reviewer", { type: "request-extension", item, workingDays, reason });

export const convened = (at: number, stage: StageCode, replyIn: number, ...departmentCodes: readonly string[]): Passage =>
  beat(at, "agent", { type: "convene-review", stage, departmentCodes, replyIn });
export const agreed = (at: number, stage: StageCode, department: string, ...conditions: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "give-opinion", stage, department, stance: conditions.length ? "agree-with-conditions" : "agree", conditions });

export const granted = (at: number, item: string, overdueReason: string | null = null): Passage =>
  beat(at, "reviewer", { type: "decide-item", item, granted: true, reason: null, overdueReason });
export const refused = (at: number, item: string, reason: string): Passage =>
  beat(at, "reviewer", { type: "decide-item", item, granted: false, reason, overdueReason: null });
export const issued = (at: number, ...items: readonly string[]): Passage => items.map((item) => beat(at, "issuing", { type: "issue-result", item }));
export const delivered = (at: number, receivedBy: string, ...items: readonly string[]): Passage =>
  items.map((item) => beat(at, "issuing", { type: "deliver-result", item, method: "window", receivedBy }));
export const posted = (at: number, receivedBy: string, ...items: readonly string[]): Passage =>
  items.map((item) => beat(at, "issuing", { type: "deliver-result", item, method: "post", receivedBy }));

export const reached = (at: number, item: string, reference: string): Passage => beat(at, "agent", { type: "complete-milestone", item, reference });
export const withdrawn = (at: number, item: string, reason: string): Passage => beat(at, "agent", { type: "withdraw-item", item, reason });
export const noted = (at: number, text: string, item: string | null = null): Passage =>
  beat(at, "agent", { type: "add-note", item, text, shownToInvestor: true });
export const notedInside = (at: number, text: string, item: string | null = null): Passage =>
  beat(at, "agent", { type: "add-note", item, text, shownToInvestor: false });

/** The whole way of an item that meets no trouble, from the window and back to it. */
export const handled = (item: string, receivedAt: number, decidedAt: number, deliveredAt: number, receivedBy: string): Passage => [
  received(receivedAt, item),
  accepted(receivedAt, item),
  reviewed(receivedAt, item),
  granted(decidedAt, item),
  issued(decidedAt, item),
  delivered(deliveredAt, receivedBy, item),
];

/** An item answered while the applicant waits (即办件). */
export const onTheSpot = (at: number, receivedBy: string, ...items: readonly string[]): Passage => items.map((item) => handled(item, at, at, at, receivedBy));
