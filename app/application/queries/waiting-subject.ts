import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableActs } from "../../domain/case/available";
import type { CommandType } from "../../domain/case/commands";
import { refuseOwnCheck, ripeChecks } from "../../domain/case/commitment/breach";
import { isInEffect } from "../../domain/case/commitment/moves";
import { undatedSince } from "../../domain/case/commitment/next";
import { isCheckOverdue, isRipe } from "../../domain/case/commitment/reads";
import { openExplanation } from "../../domain/case/explanation/reads";
import { tookPartInCheck } from "../../domain/case/notice-commitment/check";
import type { NoticeCommitment } from "../../domain/case/parts/notice-commitment";
import type { Commitment, SupervisionCheck } from "../../domain/case/parts/project-commitment";
import type { LetterKind } from "../../domain/case/parts/signature";
import { silentBodies } from "../../domain/case/review-available";
import { simulatedOf } from "../../domain/case/simulation/reads";
import type { Item, ProjectCase, ProjectStatus } from "../../domain/case/state";
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
  const waits = availableActs(found.state, item, found.actor, found.pack, found.today).includes(command);
  return { ...NOTHING, command, itemId: item.id, onItem: true, waits, evidenceItems: [item.id], ...says };
}

/** States of a project that needs an officer. */
const OPEN: readonly ProjectStatus[] = ["registered", "planned", "running"];

type Said = Pick<Subject, "command" | "since" | "waits"> & Partial<Subject>;

/** About one check of the promise of a whole project. */
function ofCheck(state: ProjectCase, id: string, say: (one: Commitment, check: SupervisionCheck) => Said): Subject | null {
  const check = state.supervisionChecks[id];
  const one = check && state.commitments[check.commitmentId];
  return check && one ? { ...NOTHING, commitmentNo: one.commitmentNo, letter: { kind: "project-commitment", subjectId: one.id }, ...say(one, check) } : null;
}

/** About the promise of one item. */
function ofNotice(state: ProjectCase, id: string, say: (notice: NoticeCommitment) => Said): Subject | null {
  const notice = state.noticeCommitments[id];
  if (!notice) return null;
  const { itemId, commitmentNo } = notice;
  return { ...NOTHING, itemId, commitmentNo, letter: { kind: "notice-commitment", subjectId: id }, evidenceItems: [itemId], ...say(notice) };
}

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
      // To wait on is the milder end of it; a document that came and the end of the run have pages of their own.
      command: "move-expected-day",
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
  "second-list": (found, id) => {
    const wish = openExplanation(found.state, id, "second-list");
    const said = wish && { since: wish.givenOn, byId: wish.givenById };
    const subject = ofItem(found, found.state.items[id], "rule-on-explanation", said ?? {});
    return subject && { ...subject, waits: subject.waits && wish?.status === "given" };
  },
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
    const given = openExplanation(found.state, id, "overdue");
    if (given?.status === "given") return ofItem(found, item, "rule-on-explanation", { since: given.givenOn, byId: given.givenById });
    return ofItem(found, item, "ask-overdue-reason", { since: item?.lateFrom ?? null });
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
  "commitment-check": ({ state, today }, id) =>
    ofCheck(state, id, (one, check) => ({ command: "record-check", since: check.dueOn, waits: isCheckOverdue(check, today) && isInEffect(one) })),
  "commitment-check-day": ({ state }, id) =>
    ofCheck(state, id, (one, check) => {
      const since = undatedSince(state, one, check);
      return { command: "schedule-check", since, waits: since !== null };
    }),
  "commitment-breach": ({ state, today, actor }, id) => {
    const check = state.supervisionChecks[id];
    const one = check && state.commitments[check.commitmentId];
    if (!check || !one) return null;
    return {
      ...NOTHING,
      commitmentNo: one.commitmentNo,
      command: "rule-on-breach",
      since: check.recheckedOn ?? check.rectifyBy,
      byId: refuseOwnCheck(state, ripeChecks(state, one, today), { actor }) === null ? one.proposedById : actor.personId,
      waits: one.status === "rectifying" && isRipe(check, today),
      letter: { kind: "project-commitment", subjectId: one.id },
    };
  },
  // The check itself is the department's: the manager sees that it is overdue and is led to the item.
  "notice-check": ({ state, today }, id) =>
    ofNotice(state, id, ({ checkDueOn, status }) => ({
      command: "record-notice-check",
      since: checkDueOn,
      waits: status === "granted" && checkDueOn !== null && checkDueOn < today,
    })),
  "notice-check-day": ({ state }, id) =>
    ofNotice(state, id, ({ checkDueOn, decidedOn, status }) => ({
      command: "set-notice-check-day",
      onItem: true,
      since: decidedOn,
      waits: status === "granted" && checkDueOn === null,
    })),
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
      byId: tookPartInCheck(state, notice, actor) ? actor.personId : (notice.checks.at(-1)?.byId ?? null),
      waits: notice.status === "failed" || (notice.status === "rectifying" && over),
      letter: { kind: "notice-commitment", subjectId: id },
      evidenceItems: [notice.itemId],
    };
  },
};

/** What the thing with this id is about; null when the case has no such thing. */
export const subjectOf = (found: CaseInView, kind: WaitingKind, id: string): Subject | null => READERS[kind](found, id);
