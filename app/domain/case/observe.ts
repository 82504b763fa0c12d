import { foundByRule } from "../oversight/finding";
import { ok, type Result, refuse } from "../result";
import { acceptance } from "./acceptance";
import type { Command } from "./commands";
import type { Context } from "./context";
import { correctionOutcomeHere } from "./correction-ruling";
import { proposedDeferralOutcome } from "./deferral";
import { derive } from "./derive";
import type { CaseEvent } from "./events";
import { evolve } from "./evolve";
import { withFindings } from "./finding";
import { outstandingOf } from "./gap";
import { observeSimulations } from "./simulation/ending";
import type { Item, ProjectCase } from "./state";
import { type Watch, watches } from "./watch";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Number under which the system records an acceptance by law. It is the item's own number behind 视受 (视为受理): an item is accepted
 * once, so the number is unique without a counter, and nobody mistakes it for a notice that a window wrote.
 */
export const deemedAcceptanceNo = (itemNo: string): string => `视受-${itemNo}`;

/**
 * Looks at the case as of today and records what the days have brought by themselves: acceptance by law, proposals about missed days,
 * items and steps that are late, procedures beyond their told length. Records each thing once, so looking again finds nothing; it
 * decides nothing that people decide.
 * @see RULES.md (行政许可法 art. 32(4), 45; F30 电子监察)
 */
export function observeDay(state: ProjectCase, command: Of<"observe-day">, context: Context): Result<readonly CaseEvent[]> {
  if (command.on !== context.today) return refuse({ code: "day-not-today", field: "on", on: command.on, today: context.today });
  const { pack, calendar, now } = context;
  const all: CaseEvent[] = [];
  let seen = state;
  // An acceptance that dates back may itself be overdue: look until nothing new is found.
  for (let more = true; more; ) {
    const due = watches(seen, pack, calendar).filter((watch) => watch.from <= command.on);
    more = due.length > 0;
    for (const watch of due) {
      const item = seen.items[watch.itemId];
      if (!item) throw new Error("a watch names an item the case does not have");
      const events = withFindings(seen, recorded(seen, item, watch, context), context);
      all.push(...events);
      seen = events.reduce((before, event) => evolve(before, event, now), seen);
    }
    if (more) seen = derive(seen, pack, calendar);
  }
  return all.length > 0 ? ok(all) : refuse({ code: "nothing-to-observe" });
}

/** What a watch that has come true puts on record; nothing where an earlier one of the day has settled it. */
function recorded(state: ProjectCase, item: Item, watch: Watch, context: Context): readonly CaseEvent[] {
  return watch.kind === "simulation-expired" ? observeSimulations(state, context, context.today) : [recordedOne(state, item, watch, context)];
}

function recordedOne(state: ProjectCase, item: Item, watch: Exclude<Watch, { kind: "simulation-expired" }>, context: Context): CaseEvent {
  const { pack, today, calendar } = context;
  switch (watch.kind) {
    case "deemed-acceptance":
      return acceptance(state, item, today, deemedAcceptanceNo(item.itemNo), false, context);
    case "correction-missed":
      return {
        type: "correction-proposed",
        itemId: item.id,
        correctionId: watch.correctionId,
        outcome: correctionOutcomeHere("not-supplied", pack),
        on: today,
      };
    case "deferral-missed": {
      const deferral = state.deferrals[watch.deferralId];
      if (!deferral) throw new Error("a watch names a deferral the case does not have");
      return {
        type: "deferral-proposed",
        itemId: item.id,
        deferralId: deferral.id,
        outcome: proposedDeferralOutcome(item, pack),
        outstanding: outstandingOf(deferral),
        on: today,
      };
    }
    case "overdue":
      return foundByRule(item, { subject: null, code: "overdue", facts: { dueOn: item.dueOn, on: null } }, null, context);
    case "step-overdue":
      return foundByRule(
        item,
        { subject: watch.step, code: "step-overdue", facts: { step: watch.step, startedOn: watch.startedOn, limit: watch.limitWorkingDays, on: null } },
        null,
        context,
      );
    case "procedure-over-length": {
      const procedure = state.procedures[watch.procedureId];
      if (!procedure) throw new Error("a watch names a procedure the case does not have");
      const actual = calendar.workingDaysBetween(procedure.openedOn, today);
      const facts = { kind: procedure.kind, allowed: watch.allowedWorkingDays, actual, openedOn: procedure.openedOn };
      return foundByRule(item, { subject: procedure.id, code: "procedure-over-length", facts }, null, context);
    }
  }
}
