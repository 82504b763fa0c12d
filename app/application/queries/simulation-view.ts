import { may } from "../../domain/access/permissions";
import { mayRead } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { runSteps } from "../../domain/case/next-steps/of-run";
import type { Signature } from "../../domain/case/parts/signature";
import type {
  MissingPrecondition,
  SimulatedBasis,
  SimulatedDifference,
  SimulatedItem,
  SimulatedRun,
  SimulatedStatus,
  TriggerDocument,
} from "../../domain/case/parts/simulation";
import { standingSignature } from "../../domain/case/signature";
import { availableRunActs, type RunAct } from "../../domain/case/simulation/available";
import { type ConversionBlock, conversionBlocks } from "../../domain/case/simulation/conversion-blocks";
import { expectedDay } from "../../domain/case/simulation/expected-day";
import { firstValidTo, latestSimulated, simulatedOf } from "../../domain/case/simulation/reads";
import { differencesOf, unconfirmedDifferences } from "../../domain/case/simulation/snapshot";
import type { Item, ItemStatus, ProjectCase } from "../../domain/case/state";
import type { ClockLight } from "../../domain/clock/clock";
import { readSimulated } from "../../domain/clock/simulated-clock";
import type { Pack, Words } from "../../domain/pack/pack";
import { outdatedSignatures } from "../letter-digest";
import { departmentOf, nameOf } from "./item-view";
import { type StepView, viewSteps } from "./next-step-view";
import type { CaseInView } from "./project-case";

/** A difference with the name of its prerequisite or question, where it has one. */
export interface DifferenceView extends SimulatedDifference {
  readonly named: Words | null;
}

/** What still stands between an item and its conversion, ready to be put into words. */
export type BlockView =
  | Exclude<ConversionBlock, { kind: "prerequisites" | "differences" }>
  | { readonly kind: "prerequisites"; readonly items: readonly Words[] }
  | { readonly kind: "differences"; readonly count: number };

/** One simulated item as pages show it. None of its days is a day of the formal item. */
export interface SimulatedView {
  readonly id: string;
  readonly itemNo: string;
  readonly name: Words;
  /** This person may open the page of the formal item. */
  readonly opens: boolean;
  readonly department: Words;
  readonly status: SimulatedStatus;
  readonly live: boolean;
  readonly formalStatus: ItemStatus;
  readonly record: Omit<SimulatedItem, "materials" | "facts">;
  readonly basis: readonly (SimulatedBasis & { readonly name: Words })[];
  readonly reviewWorkingDays: number | null;
  readonly reviewLimit: number | null;
  readonly validDaysLeft: number | null;
  readonly validityEnding: boolean;
  readonly conversionDueOn: CivilDay | null;
  readonly conversionLight: ClockLight;
  /** Working days to `conversionDueOn`; negative once it has passed. */
  readonly conversionDaysLeft: number | null;
  readonly blocks: readonly BlockView[];
  readonly differences: readonly DifferenceView[];
  /** Differences nobody has confirmed yet. */
  readonly open: number;
}

export interface RunView {
  readonly runNo: string;
  readonly record: Omit<SimulatedRun, "missing" | "triggerDocument">;
  /** `expected`: the day as it is known now, which may have moved since the letter named `expectedOn`. */
  readonly missing: readonly (MissingPrecondition & { readonly expected: CivilDay; readonly over: boolean })[];
  /** Last day of the opinion that runs out first; null while none stands. */
  readonly firstValidTo: CivilDay | null;
  readonly trigger: TriggerDocument | null;
  readonly lead: Words;
  readonly signature: Pick<Signature, "byName" | "signedAt" | "digest"> | null;
  readonly items: readonly SimulatedView[];
  readonly acts: readonly RunAct[];
  /** Who does what next, earliest first. */
  readonly steps: readonly StepView[];
  /** The letter waits for a signature, and this person may hand out a one-time code for it. */
  readonly mayHandOutCode: boolean;
}

function nameOfDifference(state: ProjectCase, pack: Pack, { kind, name }: SimulatedDifference): Words | null {
  if (kind === "basis") {
    const item = Object.values(state.items).find((candidate) => candidate.code === name);
    return item ? nameOf(item) : null;
  }
  const question = name.startsWith("screening.") ? pack.questions.find((one) => one.code === name.slice("screening.".length)) : undefined;
  return question?.text ?? null;
}

/** What stands between an item and its conversion, with names in place of items. */
export const blockView = (block: ConversionBlock): BlockView => {
  if (block.kind === "prerequisites") return { kind: block.kind, items: block.items.map(nameOf) };
  return block.kind === "differences" ? { kind: block.kind, count: block.differences.length } : block;
};

const DIFFERS: readonly SimulatedStatus[] = ["ready", "conversion-correcting"];

/** Puts a simulated item into words and numbers as of today. */
export function viewSimulated(found: CaseInView, simulated: SimulatedItem): SimulatedView {
  const { state, pack, calendar, today, actor } = found;
  const item = state.items[simulated.itemId];
  if (!item) throw new Error("a simulated item names an item the case does not have");
  const { materials: _, facts: __, ...record } = simulated;
  const reading = readSimulated(state, simulated, pack, calendar, today);
  const dueOn = reading.conversion?.reading.dueOn ?? null;
  const comparing = DIFFERS.includes(simulated.status);
  const differences = comparing ? differencesOf(state, simulated, pack) : simulated.differences;
  return {
    id: simulated.id,
    itemNo: item.itemNo,
    name: nameOf(item),
    opens: mayRead(actor, state, item),
    department: departmentOf(pack, simulated.departmentCode),
    status: simulated.status,
    live: simulated.endedOn === null && simulated.convertedOn === null,
    formalStatus: item.status,
    record,
    basis: simulated.basis.map((one) => {
      const other = Object.values(state.items).find((candidate) => candidate.code === one.code);
      return { ...one, name: other ? nameOf(other) : { zh: one.code, en: one.code } };
    }),
    reviewWorkingDays: reading.review?.usedWorkingDays ?? null,
    reviewLimit: reading.review?.limitWorkingDays ?? null,
    validDaysLeft: reading.validDaysLeft,
    validityEnding: reading.validityEnding,
    conversionDueOn: dueOn,
    conversionLight: comparing ? (reading.conversion?.reading.light ?? "none") : "none",
    conversionDaysLeft: dueOn === null ? null : calendar.workingDaysBetween(today, dueOn),
    blocks: conversionBlocks(state, simulated, pack, today).map(blockView),
    differences: differences.map((difference) => ({ ...difference, named: nameOfDifference(state, pack, difference) })),
    open: comparing ? unconfirmedDifferences(state, simulated, pack).length : 0,
  };
}

/** Puts a run with its items into words as of today. */
export function viewRun(found: CaseInView, run: SimulatedRun): RunView {
  const { state, pack, today, actor } = found;
  const { missing, triggerDocument, ...record } = run;
  const signature = standingSignature(state, "simulation-risk", run.id);
  return {
    runNo: run.runNo,
    record,
    missing: missing.map((one) => ({ ...one, expected: expectedDay(one), over: one.obtainedOn === null && expectedDay(one) < today })),
    firstValidTo: firstValidTo(simulatedOf(state, run.id)),
    trigger: triggerDocument,
    lead: departmentOf(pack, run.leadDepartmentCode),
    signature: signature && { byName: signature.byName, signedAt: signature.signedAt, digest: signature.digest },
    items: simulatedOf(state, run.id).map((simulated) => viewSimulated(found, simulated)),
    acts: availableRunActs(state, run, actor),
    steps: viewSteps(found, runSteps(state, run, pack, found.calendar, today, outdatedSignatures(state, pack))),
    mayHandOutCode: run.status === "applied" && signature === null && may(actor, "signing-code:issue"),
  };
}

/** The latest simulated item of an item as of today; null when it was never simulated. */
export function simulationOf(found: CaseInView, item: Pick<Item, "id">): SimulatedView | null {
  const simulated = latestSimulated(found.state, item.id);
  return simulated && viewSimulated(found, simulated);
}
