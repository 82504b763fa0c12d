import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableActs } from "../../domain/case/available";
import type { CommandType } from "../../domain/case/commands";
import { isInEffect } from "../../domain/case/commitment/moves";
import { undatedSince } from "../../domain/case/commitment/next";
import { isCheckOverdue, isRipe } from "../../domain/case/commitment/reads";
import { tookPartInCheck } from "../../domain/case/notice-commitment/check";
import type { LetterKind } from "../../domain/case/parts/signature";
import { silentBodies } from "../../domain/case/review-available";
import { simulatedOf } from "../../domain/case/simulation/reads";
import type { Item, ProjectStatus } from "../../domain/case/state";
import type { WaitingKind } from "../../domain/oversight/parts/waiting";
import type { CaseInView } from "./project-case";

/** What one thing that waits is about, and the act that settles it. */
export interface Subject {
  readonly itemId: string | null;
  readonly runId: string | null;
  readonly reviewId: string | null;
  readonly commitmentNo: string | null;
  readonly command: CommandType;
  /** The act is one on the item, whose form the review page can show. */
  readonly onItem: boolean;
  readonly since: CivilDay | null;
  /** Person who may not settle it. */
  readonly byId: string | null;
  readonly waits: boolean;
  readonly letter: { readonly kind: LetterKind; readonly subjectId: string } | null;
  /** Items whose materials lie beside the decision. */
  readonly evidenceItems: readonly string[];
}

const NOTHING = {
  itemId: null,
  runId: null,
  reviewId: null,
  commitmentNo: null,
  onItem: false,
  since: null,
  byId: null,
  letter: null,
  evidenceItems: [],
} as const;

/** An act on an item that waits while this person could do it. */
function ofItem(found: CaseInView, item: Item | undefined, command: CommandType, says: Partial<Subject>): Subject | null {
  if (!item) return null;
  const waits = availableActs(found.state, item, found.actor, found.pack).includes(command);
  return { ...NOTHING, command, itemId: item.id, onItem: true, waits, evidenceItems: [item.id], ...says };
}

/** States of a project that needs an officer. */
const OPEN: readonly ProjectStatus[] = ["registered", "planned", "running"];

type Reader = (found: CaseInView, id: string) => Subject | null;

/** How each kind finds what it is about; null when the case has no such thing. */
const READERS: Readonly<Record<WaitingKind, Reader>> = {
  "simulation-ruling": ({ state }, id) => {
    const run = state.runs[id];
    if (!run) return null;
    return {
      ...NOTHING,
      runId: id,
      command: "rule-on-simulation",
      since: run.answeredOn ?? run.appliedOn,
      byId: run.appliedById,
      waits: run.status === "applied" && run.askedBackOn === null && run.letterSignatureId !== null,
      letter: { kind: "simulation-risk", subjectId: id },
      evidenceItems: simulatedOf(state, id).map(({ itemId }) => itemId),
    };
  },
  "simulation-trigger": ({ state, today }, id) => {
    const run = state.runs[id];
    if (!run) return null;
    return {
      ...NOTHING,
      runId: id,
      command: "terminate-simulation",
      since: run.nextExpectedOn,
      waits: run.status === "running" && run.nextExpectedOn !== null && run.nextExpectedOn < today,
      letter: { kind: "simulation-risk", subjectId: id },
    };
  },
  extension: (found, id) => {
    const asked = found.state.extensions[id];
    if (!asked) return null;
    const { itemId, requestedOn: since, requestedById: byId, status } = asked;
    const subject = ofItem(found, found.state.items[itemId], "rule-on-extension", { since, byId });
    return subject && { ...subject, waits: subject.waits && status === "requested" };
  },
  "second-list": (found, id) => ofItem(found, found.state.items[id], "allow-second-correction", { since: found.state.items[id]?.completeOn ?? null }),
  "gap-ruling": (found, id) => {
    const gap = found.state.deferrals[id];
    const item = gap && found.state.items[gap.itemId];
    return gap && item ? ofItem(found, item, "rule-on-deferral", { since: gap.proposedOn, byId: item.acceptedById }) : null;
  },
  "correction-ruling": (found, id) => {
    const correction = found.state.corrections[id];
    return correction ? ofItem(found, found.state.items[correction.itemId], "rule-on-correction", { since: correction.proposedOn }) : null;
  },
  path: (found, id) => {
    const question = found.state.directions[id];
    return question ? ofItem(found, found.state.items[question.itemId], "answer-path", { since: question.askedOn }) : null;
  },
  silence: ({ state, today }, id) => {
    const review = state.reviews[id];
    if (!review) return null;
    const waits = silentBodies(state, review, today).length > 0;
    return { ...NOTHING, reviewId: id, itemId: null, command: "record-silence", since: review.replyBy, waits };
  },
  "overdue-reason": (found, id) => {
    const item = found.state.items[id];
    return item
      ? { ...NOTHING, itemId: id, onItem: true, command: "add-note", since: item.lateFrom, waits: isLate(item, found.today), evidenceItems: [id] }
      : null;
  },
  "no-agent": ({ state }, id) =>
    state.project.id === id
      ? {
          ...NOTHING,
          command: "assign-agent",
          since: state.project.registeredOn,
          waits: state.project.agentId === null && OPEN.includes(state.project.status),
        }
      : null,
  "commitment-acceptance": ({ state, today }, id) => {
    const one = state.commitments[id];
    if (!one) return null;
    const open = Object.values(state.objections).some(({ commitmentId, status }) => commitmentId === id && status === "open");
    const published = one.status === "in-publicity" && one.publicityTo !== null && one.publicityTo < today && !open;
    const command = one.status === "proposed" ? "appraise-commitment" : one.status === "in-precheck" ? "precheck-promise" : "put-in-force";
    return {
      ...NOTHING,
      commitmentNo: one.commitmentNo,
      command,
      since: published ? one.publicityTo : (one.promisedOn ?? one.proposedOn),
      byId: one.proposedById,
      waits: one.status === "proposed" || one.status === "in-precheck" || published,
      letter: { kind: "project-commitment", subjectId: id },
    };
  },
  "commitment-objection": ({ state }, id) => {
    const objection = state.objections[id];
    const one = objection && state.commitments[objection.commitmentId];
    if (!objection || !one) return null;
    return {
      ...NOTHING,
      commitmentNo: one.commitmentNo,
      command: "rule-on-objection",
      since: objection.receivedOn,
      byId: one.proposedById,
      waits: objection.status === "open" && one.status === "in-publicity",
      letter: { kind: "project-commitment", subjectId: one.id },
    };
  },
  "commitment-check": ({ state, today }, id) => {
    const check = state.supervisionChecks[id];
    const one = check && state.commitments[check.commitmentId];
    if (!check || !one) return null;
    const undated = undatedSince(state, one, check);
    return {
      ...NOTHING,
      commitmentNo: one.commitmentNo,
      command: check.dueOn === null ? "schedule-check" : "record-check",
      since: check.dueOn ?? undated,
      waits: undated !== null || (isCheckOverdue(check, today) && isInEffect(one)),
      letter: { kind: "project-commitment", subjectId: one.id },
    };
  },
  "commitment-breach": ({ state, today }, id) => {
    const check = state.supervisionChecks[id];
    const one = check && state.commitments[check.commitmentId];
    if (!check || !one) return null;
    return {
      ...NOTHING,
      commitmentNo: one.commitmentNo,
      command: "rule-on-breach",
      since: check.recheckedOn ?? check.rectifyBy,
      byId: one.proposedById,
      waits: one.status === "rectifying" && isRipe(check, today),
      letter: { kind: "project-commitment", subjectId: one.id },
    };
  },
  "notice-check": ({ state, today }, id) => {
    const notice = state.noticeCommitments[id];
    if (!notice) return null;
    const overdue = notice.checkDueOn === null || notice.checkDueOn < today;
    return {
      ...NOTHING,
      itemId: notice.itemId,
      // The check itself is the department's: the manager sees that it is overdue and is led to the item.
      onItem: notice.checkDueOn === null,
      commitmentNo: notice.commitmentNo,
      command: notice.checkDueOn === null ? "set-notice-check-day" : "record-notice-check",
      since: notice.checkDueOn ?? notice.decidedOn,
      waits: notice.status === "granted" && overdue,
      letter: { kind: "notice-commitment", subjectId: id },
      evidenceItems: [notice.itemId],
    };
  },
  "notice-breach": ({ state, today, actor }, id) => {
    const notice = state.noticeCommitments[id];
    if (!notice) return null;
    const over = notice.rectifyBy !== null && notice.rectifyBy < today;
    return {
      ...NOTHING,
      itemId: notice.itemId,
      onItem: true,
      commitmentNo: notice.commitmentNo,
      command: "rule-on-notice-commitment",
      since: notice.checkedOn ?? notice.rectifyBy,
      byId: tookPartInCheck(notice, actor) ? actor.personId : (notice.checks.at(-1)?.byId ?? null),
      waits: notice.status === "failed" || (notice.status === "rectifying" && over),
      letter: { kind: "notice-commitment", subjectId: id },
      evidenceItems: [notice.itemId],
    };
  },
};

const isLate = (item: Item, today: CivilDay): boolean => item.running && item.lateFrom !== null && item.lateFrom <= today;

/** What the thing with this id is about; null when the case has no such thing. */
export const subjectOf = (found: CaseInView, kind: WaitingKind, id: string): Subject | null => READERS[kind](found, id);
