import type { CivilDay } from "../calendar/calendar-date";
import type { Context } from "../case/context";
import { correctionNoticeDeadline, correctionsOf } from "../case/correction";
import type { CaseEvent } from "../case/events";
import type { FindingEvent, FindingFacts } from "../case/parts/finding";
import { isOverdueOn } from "../case/review";
import type { Item, ProjectCase } from "../case/state";
import { allowedLength, isFound, runningStep } from "../case/watch";

/** What a rule says about one event; the rest of the finding follows from the item and the context. */
type Said = Pick<FindingEvent, "code" | "subject"> & { readonly itemId: string; readonly facts: FindingFacts };

/** Everything a rule may look at: the case before and after the event. */
interface Seen {
  readonly before: ProjectCase;
  readonly after: ProjectCase;
  readonly context: Context;
}
type Rule = (event: CaseEvent, seen: Seen) => Said | null;

/**
 * Acts whose day a clock or a right hangs on: entered later than they happened, the system's time is not the paper's time (H06, Z23;
 * domain.md 8.4). An acceptance whose day the law sets is not the window's to choose.
 */
const DATED_ACTS: readonly CaseEvent["type"][] = [
  "item-received",
  "correction-notified",
  "item-accepted",
  "acceptance-refused",
  "item-decided",
  "procedure-opened",
  "procedure-closed",
];

/** The day an act could first be entered: the day it happened, or, where only the passing of a period showed it, the day after that. */
export const knownOn = (event: CaseEvent): CivilDay | null =>
  event.type === "item-accepted" && event.knownFrom !== undefined ? event.knownFrom : "on" in event ? event.on : null;

/** Whether an act was entered on a later working day than it could be known (H06, Z23). */
export const isEnteredLate = (event: CaseEvent, { today, calendar }: Pick<Context, "today" | "calendar">): boolean => {
  const known = knownOn(event);
  return known !== null && known < today && calendar.workingDaysBetween(known, today) > 0;
};

const backDated: Rule = (event, { before, context }) => {
  const itemId = "itemId" in event ? event.itemId : null;
  if (!itemId || !DATED_ACTS.includes(event.type) || !isEnteredLate(event, context)) return null;
  // After a correction the item is accepted on the day the set arrived, whenever the window comes to it (art. 32(5)).
  const completed = correctionsOf(before, itemId).some((correction) => correction.suppliedOn !== null);
  if (event.type === "item-accepted" && !event.deemed && completed) return null;
  return { subject: event.type, code: "back-dated", itemId, facts: { act: event.type, on: knownOn(event), entered: context.today } };
};

const noticeMissed: Rule = (event, { before, context }) => {
  if (event.type !== "item-accepted" || !event.deemed) return null;
  const item = before.items[event.itemId];
  return item
    ? { subject: null, code: "notice-missed", itemId: item.id, facts: { completeOn: item.completeOn, deadline: correctionNoticeDeadline(item, context) } }
    : null;
};

const secondList: Rule = (event) =>
  event.type === "correction-notified" && event.ordinal > 1
    ? { subject: event.correctionId, code: "second-list", itemId: event.itemId, facts: { noticeNo: event.noticeNo, ordinal: event.ordinal } }
    : null;

const withoutNotice: Rule = (event) =>
  event.type === "procedure-opened" && !event.noticeNo?.trim()
    ? { subject: event.procedureId, code: "procedure-without-notice", itemId: event.itemId, facts: { kind: event.kind, on: event.on } }
    : null;

const overLength: Rule = (event, { before, context: { pack, calendar } }) => {
  if (event.type !== "procedure-closed") return null;
  const procedure = before.procedures[event.procedureId];
  const allowed = procedure ? allowedLength(procedure, pack) : null;
  if (!procedure || allowed === null || isFound(before, event.itemId, "procedure-over-length", procedure.id)) return null;
  const actual = calendar.workingDaysBetween(procedure.openedOn, event.on);
  return actual > allowed
    ? {
        subject: procedure.id,
        code: "procedure-over-length",
        itemId: event.itemId,
        facts: { kind: procedure.kind, allowed, actual, openedOn: procedure.openedOn },
      }
    : null;
};

const unauthorised: Rule = (event) =>
  event.type === "item-accepted" && event.window?.authorised === false
    ? {
        subject: event.window.id,
        code: "unauthorised-window",
        itemId: event.itemId,
        facts: { window: event.window.nameZh, windowEn: event.window.nameEn, on: event.on },
      }
    : null;

const outsideWindows: Rule = (event) =>
  event.type === "item-accepted" && event.outsideWindows
    ? { subject: null, code: "outside-windows", itemId: event.itemId, facts: { by: event.byName, on: event.on } }
    : null;

/** The day on which the event ended the work on an item, where it did. */
function endedWork(event: CaseEvent): { readonly itemId: string; readonly on: CivilDay } | null {
  if (event.type === "item-decided") return event;
  return event.type === "deferral-ruled" && event.outcome === "refused" ? event : null;
}

const overdue: Rule = (event, { before, after, context }) => {
  if (event.type === "entry-corrected" && event.overdueReason !== null && !isFound(before, event.itemId, "overdue", null))
    return { subject: null, code: "overdue", itemId: event.itemId, facts: { dueOn: null, on: after.items[event.itemId]?.decidedOn ?? null } };
  const ended = endedWork(event);
  const item = ended && before.items[ended.itemId];
  if (!ended || !item || isFound(before, item.id, "overdue", null) || !isOverdueOn(before, item, ended.on, context)) return null;
  return { subject: null, code: "overdue", itemId: item.id, facts: { dueOn: item.dueOn, on: ended.on } };
};

const stepOverdue: Rule = (event, { before, context }) => {
  if (event.type !== "step-recorded" && event.type !== "item-decided") return null;
  const item = before.items[event.itemId];
  const step = item && runningStep(before, item, context.pack, context.calendar);
  if (!item || !step?.lateFrom || event.on < step.lateFrom || isOverdueOn(before, item, event.on, context)) return null;
  if (isFound(before, item.id, "step-overdue", step.step)) return null;
  const { startedOn, limitWorkingDays } = step;
  return { subject: step.step, code: "step-overdue", itemId: item.id, facts: { step: step.step, startedOn, limit: limitWorkingDays, on: event.on } };
};

const RULES: readonly Rule[] = [backDated, noticeMissed, secondList, withoutNotice, overLength, unauthorised, outsideWindows, overdue, stepOverdue];

/** A finding of the system about an item, as it is recorded. */
export function foundByRule(
  item: Pick<Item, "id" | "departmentCode">,
  said: Pick<Said, "code" | "subject" | "facts">,
  eventSeq: number | null,
  context: Context,
): FindingEvent {
  return {
    type: "finding-recorded",
    findingId: context.newId(),
    itemId: item.id,
    code: said.code,
    subject: said.subject,
    departmentCode: item.departmentCode,
    facts: said.facts,
    byRule: true,
    evidence: null,
    eventSeq,
    on: context.today,
    byId: context.actor.personId,
    byName: context.actor.name,
  };
}

/**
 * Irregularities that an event shows by itself (H04, H06; domain.md 6.8), each recorded once. What the states of an item forbid (a
 * result without acceptance, a department that accepts or issues) cannot be found here: people report it.
 * @param eventSeq position the event will have in the history of the case
 */
export function irregularities(event: CaseEvent, seen: Seen, eventSeq: number): readonly FindingEvent[] {
  return RULES.flatMap((rule) => {
    const said = rule(event, seen);
    const item = said && seen.after.items[said.itemId];
    return said && item ? [foundByRule(item, said, eventSeq, seen.context)] : [];
  });
}
