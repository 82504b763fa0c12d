import type { ReviewMode, SettledRelation, Stance } from "../../app/domain/case/parts/joint-review";
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

/** One original and one copy of each. */
export const brought = (at: number, item: string, ...names: readonly string[]): Passage =>
  beat(at, "intake", { type: "bring-materials", item, materials: names.map((name) => ({ name, originals: 1, copies: 1, electronic: false })), note: null });
export const notNeeded = (at: number, item: string, name: string, reason: string): Passage =>
  beat(at, "manager", { type: "waive-material", item, name, reason });
/** 提交一次: what was brought for one item counts for another. */
export const broughtBefore = (at: number, item: string, name: string, fromItem: string, fromName = name): Passage =>
  beat(at, "agent", { type: "reuse-material", item, name, fromItem, fromName });

/** One complete list of what is missing; `replyIn` working days are given to supply it. */
export const corrected = (at: number, item: string, replyIn: number | null, ...defects: readonly string[]): Passage =>
  beat(at, "intake", { type: "notify-correction", item, replyIn, defects });
export const supplied = (at: number, item: string, note: string | null = null): Passage => beat(at, "intake", { type: "supply-correction", item, note });

/** The manager signs why a further list is needed. */
export const secondListAllowed = (at: number, item: string, reason: string): Passage => beat(at, "manager", { type: "allow-second-correction", item, reason });

/** Accepted while listed materials are missing; they are to be brought within so many working days. */
export const acceptedWithGaps = (at: number, item: string, supplyIn: number, promisedBy: string | null, ...missing: readonly string[]): Passage =>
  beat(at, "intake", { type: "accept-with-gaps", item, supplyIn, promisedBy, missing });
export const gapSupplied = (at: number, item: string, ...names: readonly string[]): Passage => beat(at, "agent", { type: "supply-deferred", item, names });

/** Nothing came by the day set: what the place orders then, confirmed by the window. */
export const correctionFailed = (at: number, item: string, outcome: "deemed-withdrawn" | "not-accepted" | "refused", reason: string): Passage =>
  beat(at, "intake", { type: "rule-on-correction", item, outcome, reason });

/** 预审: the window looks the papers over before it receives them. */
export const prechecked = (at: number, items: readonly string[], ...lacking: readonly string[]): Passage =>
  beat(at, "intake", { type: "precheck-items", items, verdict: lacking.length > 0 ? "lacking" : "fit", remarks: lacking });
/** 一窗受理: several items under one number, by a bundle of the place or of the applicant's own choice. */
export const acceptedAsBundle = (at: number, bundle: string | null, ...items: readonly string[]): Passage =>
  beat(at, "intake", { type: "accept-bundle", bundle, items });
/** Papers go to the back office of one department, which signs for them. */
export const papersHandedOver = (at: number, pieces: number, item: string): Passage => [
  beat(at, "intake", { type: "hand-over-papers", items: [item], pieces, contents: null }),
  beat(at, "reviewer", { type: "confirm-handover", item, kind: "to-department", receivedBy: null }),
];
/** Papers on their way that nobody has signed for. */
export const papersSent = (at: number, pieces: number, item: string): Passage =>
  beat(at, "intake", { type: "hand-over-papers", items: [item], pieces, contents: null });
export const postedIn = (at: number, carrier: string, trackingNo: string, ...items: readonly string[]): Passage =>
  beat(at, "agent", { type: "post-materials", items, carrier, trackingNo, contents: null });
export const postedOut = (at: number, carrier: string, trackingNo: string, ...items: readonly string[]): Passage =>
  beat(at, "issuing", { type: "send-result", items, carrier, trackingNo });
export const arrived = (at: number, item: string, receivedBy: string): Passage =>
  beat(at, "issuing", { type: "confirm-handover", item, kind: "post-out", receivedBy });
/** What a window without a veto gives instead of a no. */
export const signposted = (at: number, item: string, body: string, place: string, reason: string): Passage =>
  beat(at, "intake", { type: "signpost-item", item, body, place, reason });
/** Why one list was not enough, and why an item is late: the manager has the last word on both. */
export const secondListSought = (at: number, item: string, reason: string, ...defects: readonly string[]): Passage =>
  beat(at, "intake", { type: "seek-second-list", item, defects, reason });
export const delayExplained = (at: number, item: string, reason: string): Passage => beat(at, "reviewer", { type: "explain-overdue", item, reason });
export const askedForPath = (at: number, item: string, question: string): Passage => beat(at, "intake", { type: "seek-path", item, question });
export const pathAnswered = (at: number, item: string, answer: string): Passage => beat(at, "manager", { type: "answer-path", item, answer });

/** 转报: examined here, sent to the level that decides, with the person who follows it. */
export const forwardedUp = (at: number, item: string, level: "city" | "province" | "state", upperBody: string, personInCharge: string): Passage =>
  beat(at, "reviewer", { type: "forward-item", item, level, upperBody, personInCharge, overdueReason: null, fileConfirmed: true });
export const upperReceived = (at: number, item: string, upperLimitWorkingDays: number | null): Passage =>
  beat(at, "agent", { type: "record-upper-receipt", item, upperLimitWorkingDays });
export const upperGranted = (at: number, item: string): Passage => beat(at, "agent", { type: "record-upper-result", item, granted: true, reason: null });

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

/** What a review of each kind says beside whom it calls, where a story has nothing special to say. */
type Meeting = Partial<Pick<Extract<Telling, { type: "convene-review" }>, "meetIn" | "meetTime" | "place" | "link" | "materialsWanted">>;
const inWriting = { meetIn: null, meetTime: null, place: null, link: null, materialsWanted: [] } as const;

/** A joint conference in writing about a stage. */
export const convened = (at: number, about: string, replyIn: number, ...departmentCodes: readonly string[]): Passage =>
  beat(at, "agent", { type: "convene-review", mode: "conference", about, departmentCodes, replyIn, ...inWriting });
/** A joint review of any kind about a stage, or an item by its code. */
export const called = (at: number, mode: ReviewMode, about: string, replyIn: number, meeting: Meeting, ...departmentCodes: readonly string[]): Passage =>
  beat(at, "agent", { type: "convene-review", mode, about, departmentCodes, replyIn, ...inWriting, ...meeting });
export const agreed = (at: number, about: string, department: string, ...conditions: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "give-opinion", about, department, stance: conditions.length ? "agree-with-conditions" : "agree", conditions, reason: null });
/** It took place: who came for each body, and the minutes. */
export const held = (at: number, about: string, came: Readonly<Record<string, readonly string[]>>, minutes: string): Passage =>
  beat(at, "agent", {
    type: "hold-review",
    about,
    attendance: Object.entries(came).map(([departmentCode, officials]) => ({ departmentCode, officials })),
    minutes,
  });
/** The lead says equal conditions once, or settles those that contradict each other. */
export const settled = (at: number, about: string, lead: string, relation: SettledRelation, text: string, ...conditions: readonly string[]): Passage =>
  beat(at, "reviewer", { type: "settle-conditions", about, department: lead, relation, text, note: relation === "conflict" ? "会上商定" : null, conditions });
/** The lead tells the investor one opinion for all. */
export const mergedInto = (at: number, about: string, lead: string, stance: Stance): Passage =>
  beat(at, "reviewer", { type: "merge-opinion", about, department: lead, stance, reason: null });
/** The project stands in an assessed area of the demo. */
export const placedIn = (at: number, areaCode: string): Passage => beat(at, "agent", { type: "place-in-area", areaCode, reason: null });

export const granted = (at: number, item: string, overdueReason: string | null = null): Passage =>
  beat(at, "reviewer", { type: "decide-item", item, granted: true, reason: null, overdueReason });
export const refused = (at: number, item: string, reason: string): Passage =>
  beat(at, "reviewer", { type: "decide-item", item, granted: false, reason, overdueReason: null });
export const issued = (at: number, ...items: readonly string[]): Passage => items.map((item) => beat(at, "issuing", { type: "issue-result", item }));
export const delivered = (at: number, receivedBy: string, ...items: readonly string[]): Passage =>
  items.map((item) => beat(at, "issuing", { type: "deliver-result", item, method: "window", receivedBy, identityChecked: true }));
export const posted = (at: number, receivedBy: string, ...items: readonly string[]): Passage =>
  items.map((item) => [postedOut(at, "中国邮政", `EA${100_000_000 - at * 1000 + item.length}CN`, item), arrived(at, item, receivedBy)]);

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
