import { addDays, type CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { readClock } from "../clock/due-date";
import { type ClockItem, type ClockParts, committedBasis } from "../clock/item-clocks";
import type { Pack } from "../pack/pack";
import { correctionNoticeDeadline } from "./correction";
import type { Deferral } from "./parts/deferral";
import type { Finding, FindingCode } from "./parts/finding";
import type { SimulatedItem } from "./parts/simulation";
import { WITH_OPINION } from "./simulation/moves";
import type { Correction, Item, Procedure, ReviewStep } from "./state";

/** What the system must know of an item to see what its days bring. */
export type WatchedItem = ClockItem & Pick<Item, "reviewStartedOn" | "running" | "lateFrom">;
export type WatchedCorrection = Pick<Correction, "id" | "itemId" | "suppliedOn" | "replyBy" | "proposedOn" | "outcome">;
export type WatchedProcedure = ClockParts["procedures"][string] & Pick<Procedure, "id" | "toldWorkingDays">;
export type WatchedStep = Pick<ReviewStep, "itemId" | "ordinal" | "doneOn">;
export type WatchedDeferral = Pick<Deferral, "id" | "itemId" | "status" | "supplyBy" | "proposedOn">;
export type WatchedSimulated = Pick<SimulatedItem, "id" | "itemId" | "status" | "validTo">;
export type WatchedFinding = Pick<Finding, "itemId" | "code" | "subject">;

/** What a day alone can bring about; other findings need no watching. */
export const WATCHED_FINDINGS = ["overdue", "step-overdue", "procedure-over-length"] as const satisfies readonly FindingCode[];

/** The part of a case that a day can bring something new to, without anybody acting. */
export interface Watched extends ClockParts {
  readonly items: Readonly<Record<string, WatchedItem>>;
  readonly corrections: Readonly<Record<string, WatchedCorrection>>;
  readonly procedures: Readonly<Record<string, WatchedProcedure>>;
  readonly steps: Readonly<Record<string, WatchedStep>>;
  readonly deferrals: Readonly<Record<string, WatchedDeferral>>;
  readonly findings: Readonly<Record<string, WatchedFinding>>;
  readonly simulatedItems: Readonly<Record<string, WatchedSimulated>>;
}

/** Something that is true from a day on and not yet recorded. */
export type Watch = { readonly itemId: string; readonly from: CivilDay } & (
  | { readonly kind: "deemed-acceptance" }
  | { readonly kind: "correction-missed"; readonly correctionId: string }
  | { readonly kind: "deferral-missed"; readonly deferralId: string }
  | { readonly kind: "simulation-expired"; readonly simulatedId: string }
  | { readonly kind: "overdue" }
  | { readonly kind: "step-overdue"; readonly step: string; readonly startedOn: CivilDay; readonly limitWorkingDays: number }
  | { readonly kind: "procedure-over-length"; readonly procedureId: string; readonly allowedWorkingDays: number; readonly endOn: CivilDay }
);

/** Whether a finding of that code is already recorded for the item, and for that part of it. */
export const isFound = (
  state: { readonly findings: Readonly<Record<string, WatchedFinding>> },
  itemId: string,
  code: FindingCode,
  subject: string | null,
): boolean => Object.values(state.findings).some((finding) => finding.itemId === itemId && finding.code === code && finding.subject === subject);

/** Working days a special procedure may take: those the applicant was told, and never more than the place allows. Null when neither is known. */
export function allowedLength(procedure: Pick<Procedure, "kind" | "toldWorkingDays">, pack: Pack): number | null {
  const longest = pack.procedures.find((kind) => kind.code === procedure.kind)?.maxWorkingDays.value ?? null;
  if (longest === null || procedure.toldWorkingDays === null) return procedure.toldWorkingDays ?? longest;
  return Math.min(longest, procedure.toldWorkingDays);
}

/** Last day of a special procedure as told; null when no length is known. */
export function toldEndOf(procedure: Pick<Procedure, "kind" | "toldWorkingDays" | "openedOn">, pack: Pack, calendar: WorkingCalendar): CivilDay | null {
  const days = allowedLength(procedure, pack);
  return days === null ? null : calendar.nthWorkingDayAfter(procedure.openedOn, days);
}

/** The step an item stands at where the place limits it: since when, how long it may take and from which day it is late. */
export function runningStep(
  state: ClockParts & { readonly steps: Readonly<Record<string, WatchedStep>> },
  item: WatchedItem,
  pack: Pack,
  calendar: WorkingCalendar,
): { readonly step: string; readonly startedOn: CivilDay; readonly limitWorkingDays: number; readonly lateFrom: CivilDay | null } | null {
  if (item.status !== "in-review") return null;
  const required = pack.itemTypes.find((type) => type.code === item.type)?.steps ?? [];
  const done = Object.values(state.steps)
    .filter((step) => step.itemId === item.id)
    .sort((a, b) => a.ordinal - b.ordinal);
  const step = required[done.length];
  const limitWorkingDays = step?.limitWorkingDays.value ?? null;
  const startedOn = done.at(-1)?.doneOn ?? item.reviewStartedOn;
  const basis = committedBasis(state, item, pack);
  if (!step || limitWorkingDays === null || startedOn === null || basis === null) return null;
  const { lateFrom } = readClock({ ...basis, startedOn, extensionDays: 0, limitDays: limitWorkingDays }, calendar, startedOn);
  return { step: step.code, startedOn, limitWorkingDays, lateFrom };
}

/** A step late while the whole is not (domain.md 6.8): the whole being late says it already. */
const isLateAlone = (lateFrom: CivilDay, item: WatchedItem): boolean => item.lateFrom === null || lateFrom < item.lateFrom;

function ofItem(state: Watched, item: WatchedItem, pack: Pack, calendar: WorkingCalendar): readonly Watch[] {
  const itemId = item.id;
  const deadline = item.status === "received" ? correctionNoticeDeadline(item, { pack, calendar }) : null;
  const step = runningStep(state, item, pack, calendar);
  return [
    ...(deadline === null ? [] : [{ kind: "deemed-acceptance" as const, itemId, from: addDays(deadline, 1) }]),
    ...(item.running && item.lateFrom !== null && !isFound(state, itemId, "overdue", null) ? [{ kind: "overdue" as const, itemId, from: item.lateFrom }] : []),
    ...(step !== null && step.lateFrom !== null && isLateAlone(step.lateFrom, item) && !isFound(state, itemId, "step-overdue", step.step)
      ? [{ kind: "step-overdue" as const, itemId, from: step.lateFrom, step: step.step, startedOn: step.startedOn, limitWorkingDays: step.limitWorkingDays }]
      : []),
  ];
}

/**
 * Everything of a case that becomes true by the passing of days alone, each with the first day on which it is true: an acceptance by
 * law, a missed day for a correction or a deferral, an item or a step that is late, a procedure beyond its told length. What is
 * already recorded is left out, so the earliest `from` is the next day on which looking is worth while.
 * @see RULES.md (行政许可法 art. 32(4), 42, 45; F30)
 */
export function watches(state: Watched, pack: Pack, calendar: WorkingCalendar): readonly Watch[] {
  const found: Watch[] = [];
  for (const item of Object.values(state.items)) if (item.endedOn === null && item.status !== "dropped") found.push(...ofItem(state, item, pack, calendar));
  for (const { id, itemId, suppliedOn, replyBy, proposedOn, outcome } of Object.values(state.corrections))
    if (state.items[itemId]?.status === "correcting" && suppliedOn === null && replyBy !== null && proposedOn === null && outcome === null)
      found.push({ kind: "correction-missed", itemId, correctionId: id, from: addDays(replyBy, 1) });
  for (const { id, itemId, status, supplyBy, proposedOn } of Object.values(state.deferrals))
    if (status === "open" && proposedOn === null) found.push({ kind: "deferral-missed", itemId, deferralId: id, from: addDays(supplyBy, 1) });
  for (const { id, itemId, status, validTo } of Object.values(state.simulatedItems))
    if (validTo !== null && WITH_OPINION.includes(status)) found.push({ kind: "simulation-expired", itemId, simulatedId: id, from: addDays(validTo, 1) });
  for (const procedure of Object.values(state.procedures)) {
    const item = state.items[procedure.itemId];
    const allowedWorkingDays = allowedLength(procedure, pack);
    if (!item || item.endedOn !== null || procedure.closedOn !== null || allowedWorkingDays === null) continue;
    if (isFound(state, item.id, "procedure-over-length", procedure.id)) continue;
    const endOn = calendar.nthWorkingDayAfter(procedure.openedOn, allowedWorkingDays);
    found.push({ kind: "procedure-over-length", itemId: item.id, procedureId: procedure.id, allowedWorkingDays, endOn, from: addDays(endOn, 1) });
  }
  return found;
}

/** First day on which `observe-day` has something to record; null when only people can bring something new. */
export const observeFrom = (state: Watched, pack: Pack, calendar: WorkingCalendar): CivilDay | null =>
  watches(state, pack, calendar).reduce<CivilDay | null>((first, { from }) => (first === null || from < first ? from : first), null);
