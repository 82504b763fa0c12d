import { addMonths, type CivilDay, daysBetween } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import { missingMaterials } from "../case/checklist";
import type { Actor } from "../case/context";
import { correctionsOf } from "../case/correction";
import { extensionsOf } from "../case/extension";
import { openDeferral, outstandingOf } from "../case/gap";
import { isSetAside, plannedItems } from "../case/guards";
import { validityOf } from "../case/letter";
import { isClosed, isFulfilled } from "../case/moves";
import { isHandOf } from "../case/on-behalf";
import type { PreconditionCode, SimulatedItem } from "../case/parts/simulation";
import { refuseSimulation } from "../case/simulation/eligibility";
import { expectedDay } from "../case/simulation/expected-day";
import { firstValidTo, simulatedOf } from "../case/simulation/reads";
import type { Item, ProjectCase } from "../case/state";
import { daysLeft } from "../clock/days-left";
import type { Pack } from "../pack/pack";
import { startLawOf } from "../plan/legal-stops";

/** stop: the rules will refuse it · warn: to be weighed · note: to be known · ok: looked at and in order. */
export type RiskLevel = "stop" | "warn" | "note" | "ok";

/** One thing the system looked at before a manager decides, in facts that a sentence is made of. */
export type Risk =
  | { readonly about: "own-hand"; readonly level: "stop" | "ok" }
  | { readonly about: "record"; readonly level: "stop" | "warn" | "ok"; readonly n: number }
  | { readonly about: "letter"; readonly level: "stop" | "ok" }
  | { readonly about: "eligibility"; readonly level: "stop" | "ok" }
  | {
      readonly about: "precondition";
      readonly level: "warn" | "note" | "ok";
      readonly precondition: PreconditionCode;
      readonly expectedOn: CivilDay;
      /** Working days to the expected day, negative once it has passed. */
      readonly inDays: number;
    }
  | { readonly about: "validity"; readonly level: "warn" | "note" | "ok"; readonly validTo: CivilDay; readonly daysLeft: number; readonly assumed: boolean }
  | { readonly about: "earlier-runs"; readonly level: "warn"; readonly n: number }
  | { readonly about: "due"; readonly level: "stop" | "warn" | "ok"; readonly dueOn: CivilDay; readonly workingDays: number }
  | { readonly about: "materials"; readonly level: "warn" | "ok"; readonly missing: readonly string[] }
  | { readonly about: "gap"; readonly level: "warn"; readonly missing: readonly string[]; readonly supplyBy: CivilDay }
  | { readonly about: "repeated"; readonly level: "warn"; readonly lists: number }
  | { readonly about: "extended"; readonly level: "warn"; readonly n: number }
  | { readonly about: "downstream"; readonly level: "note" | "ok"; readonly items: readonly Item[] }
  | { readonly about: "legal-stops"; readonly level: "warn" | "ok"; readonly items: readonly Item[] };

/** What the decision is about; nothing named: about the project as a whole. */
export interface RiskSubject {
  readonly itemId?: string | null;
  readonly runId?: string | null;
  /** Person whose own application or act it is about. */
  readonly byId?: string | null;
  /** The decision lengthens a limit: once overdue it is too late. */
  readonly lengthens?: boolean;
}

/** What is known outside the case. */
export interface RiskContext {
  readonly actor: Actor;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
  readonly unrepairedBreaches: number;
  /** Whether the letter still says what was signed; null where the decision rests on none. */
  readonly letterUnchanged: boolean | null;
}

const ORDER: readonly RiskLevel[] = ["stop", "warn", "note", "ok"];

/**
 * The risks of a decision as the record shows them: missing preconditions, days of validity, what depends on it, the enterprise's
 * record, an own hand in it, and what the law stops whatever is decided. Gravest first. The system states, a person decides.
 * @see RULES.md R-396
 */
export function risksOf(state: ProjectCase, subject: RiskSubject, context: RiskContext): readonly Risk[] {
  const item = subject.itemId ? state.items[subject.itemId] : undefined;
  const risks = [
    ...ownHand(subject, context),
    ...(subject.runId ? ofRun(state, subject.runId, context) : []),
    ...(item ? ofItem(state, item, subject, context) : []),
    record(subject, context),
    ...legalStops(state),
  ];
  return risks.sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

const ownHand = ({ byId }: RiskSubject, { actor }: RiskContext): readonly Risk[] =>
  byId ? [{ about: "own-hand", level: isHandOf(actor, byId) ? "stop" : "ok" }] : [];

/** A breach bars new promises and simulations where the place says so; elsewhere it is weighed. */
function record({ runId }: RiskSubject, { pack, unrepairedBreaches: n }: RiskContext): Risk {
  const barred = runId !== undefined && runId !== null && pack.rules?.breachSteps.value?.includes("barred-until-repaired");
  return { about: "record", level: n === 0 ? "ok" : barred ? "stop" : "warn", n };
}

function ofRun(state: ProjectCase, runId: string, context: RiskContext): readonly Risk[] {
  const { pack, today, unrepairedBreaches, letterUnchanged } = context;
  const run = state.runs[runId];
  if (!run) return [];
  const items = simulatedOf(state, run.id);
  const failed = Object.values(state.runs).filter((other) => other.id !== run.id && (other.status === "terminated" || other.endCause === "nothing-converted"));
  return [
    ...(run.status === "applied" ? [{ about: "eligibility", level: refuseSimulation(state, pack, unrepairedBreaches) === null ? "ok" : "stop" } as const] : []),
    ...(letterUnchanged === null ? [] : [{ about: "letter", level: letterUnchanged ? "ok" : "stop" } as const]),
    ...run.missing.map((one): Risk => {
      const { code, obtainedOn } = one;
      const expectedOn = expectedDay(one);
      const inDays = daysLeft(context.calendar, today, expectedOn);
      return { about: "precondition", level: obtainedOn !== null ? "ok" : inDays < 0 ? "warn" : "note", precondition: code, expectedOn, inDays };
    }),
    ...validity(run.nextExpectedOn, items, context),
    ...(failed.length > 0 ? [{ about: "earlier-runs", level: "warn", n: failed.length } as const] : []),
    downstream(state, new Set(items.map(({ code }) => code))),
  ];
}

/** The opinion that runs out first; before there is one, when an opinion given today would. */
function validity(expectedOn: CivilDay | null, items: readonly SimulatedItem[], { pack, today }: RiskContext): readonly Risk[] {
  const { months, assumed } = validityOf(pack);
  const first = firstValidTo(items);
  const validTo = first ?? addMonths(today, months);
  const left = daysBetween(today, validTo);
  const early = expectedOn !== null && expectedOn > validTo;
  return [{ about: "validity", level: early || left < 0 ? "warn" : first === null ? "ok" : "note", validTo, daysLeft: left, assumed }];
}

function ofItem(state: ProjectCase, item: Item, { lengthens }: RiskSubject, { pack, calendar, today }: RiskContext): readonly Risk[] {
  const { core } = missingMaterials(state, item, pack, today);
  const deferral = openDeferral(state, item.id);
  const lists = correctionsOf(state, item.id).length;
  const granted = extensionsOf(state, item.id).filter(({ status }) => status === "approved").length;
  const late = item.lateFrom !== null && item.lateFrom <= today;
  return [
    ...(item.running && item.dueOn !== null
      ? [
          {
            about: "due",
            level: late ? (lengthens ? "stop" : "warn") : item.warnFrom !== null && item.warnFrom <= today ? "warn" : "ok",
            dueOn: item.dueOn,
            workingDays: daysLeft(calendar, today, item.dueOn),
          } as const,
        ]
      : []),
    { about: "materials", level: core.length > 0 ? "warn" : "ok", missing: core },
    ...(deferral ? [{ about: "gap", level: "warn", missing: outstandingOf(deferral), supplyBy: deferral.supplyBy } as const] : []),
    ...(lists > 0 ? [{ about: "repeated", level: "warn", lists } as const] : []),
    ...(granted > 0 ? [{ about: "extended", level: "warn", n: granted } as const] : []),
    downstream(state, new Set([item.code])),
  ];
}

/** Everything of the plan that waits, near or far, for one of these items and has not ended. */
export function dependentsOf(state: Pick<ProjectCase, "items">, codes: ReadonlySet<string>): readonly Item[] {
  const plan = plannedItems(state);
  const reached = new Set(codes);
  for (let more = true; more; ) {
    const next = plan.filter((item) => !reached.has(item.code) && item.prerequisites.some((code) => reached.has(code)));
    for (const item of next) reached.add(item.code);
    more = next.length > 0;
  }
  return plan.filter((item) => reached.has(item.code) && !codes.has(item.code) && !isFulfilled(item) && !isClosed(item));
}

function downstream(state: ProjectCase, codes: ReadonlySet<string>): Risk {
  const items = dependentsOf(state, codes);
  return { about: "downstream", level: items.length > 0 ? "note" : "ok", items };
}

/** Papers without which the law forbids to start, whatever is promised, simulated or extended. */
function legalStops(state: ProjectCase): readonly Risk[] {
  const bound = plannedItems(state).filter((item) => startLawOf(item.code) !== null && !isSetAside(item));
  if (bound.length === 0) return [];
  const items = bound.filter((item) => !isFulfilled(item));
  return [{ about: "legal-stops", level: items.length > 0 ? "warn" : "ok", items }];
}
