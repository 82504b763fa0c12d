import type { CivilDay } from "../calendar/calendar-date";
import type { WorkingCalendar } from "../calendar/working-calendar";
import type { Correction, Extension, Item, Procedure } from "../case/state";
import type { Pack } from "../pack/pack";
import type { ClockLight, ClockReading, ClockSpec, Pause } from "./clock";
import { readClock } from "./due-date";
import { type ForwardedParts, finalSending, returnedPauses, upperSpec } from "./forwarded";
import { worstLight } from "./light";

/** 即办件 are decided within one working day. */
const INSTANT_WORKING_DAYS = 1;
/** Used where the pack does not say (design.md 5). */
const DEFAULT_START_RULE = "T+1";
const DEFAULT_PAUSE_RULE = "after";
const DEFAULT_WARN_WORKING_DAYS = 1;

/** What the clocks of an item depend on, of the item itself. Callers with many items read no more than this. */
export type ClockItem = Pick<
  Item,
  | "id"
  | "code"
  | "type"
  | "status"
  | "departmentCode"
  | "committedWorkingDays"
  | "statutoryDays"
  | "statutoryUnit"
  | "statutoryStartsAt"
  | "receivedOn"
  | "completeOn"
  | "acceptedOn"
  | "decidedOn"
  | "endedOn"
>;
export type ClockCorrection = Pick<Correction, "itemId" | "suppliedOn">;
export type ClockProcedure = Pick<Procedure, "itemId" | "kind" | "stops" | "noticeNo" | "openedOn" | "closedOn">;
export type ClockExtension = Pick<Extension, "itemId" | "status" | "workingDays">;

/** What the clocks of an item depend on, of the rest of its case. */
export interface ClockParts extends ForwardedParts {
  readonly corrections: Readonly<Record<string, ClockCorrection>>;
  readonly procedures: Readonly<Record<string, ClockProcedure>>;
  readonly extensions: Readonly<Record<string, ClockExtension>>;
}

const pauseOf = (item: ClockItem, procedure: ClockProcedure): Pause => ({
  from: procedure.openedOn,
  to: procedure.closedOn,
  kind: procedure.kind,
  by: item.departmentCode,
});

/** A pause stops the statutory clock only when the law lists it and the applicant was told in writing (行政许可法 art. 45). */
const stopsStatutory = (procedure: ClockProcedure): boolean => procedure.stops === "both" && procedure.noticeNo !== null && procedure.noticeNo.trim() !== "";

const proceduresOf = (state: ClockParts, item: ClockItem): readonly ClockProcedure[] =>
  Object.values(state.procedures).filter((procedure) => procedure.itemId === item.id);

const approvedExtension = (state: ClockParts, item: ClockItem): number =>
  Object.values(state.extensions).reduce(
    (days, extension) => days + (extension.itemId === item.id && extension.status === "approved" ? extension.workingDays : 0),
    0,
  );

/** The day a clock here stops: with the file's sending to the level that decides, else with the decision or other end. */
const endOfExamination = (state: ClockParts, item: ClockItem): CivilDay | null => finalSending(state, item.id)?.sentOn ?? item.decidedOn ?? item.endedOn;

const pausesOf = (state: ClockParts, item: ClockItem, stops: (procedure: ClockProcedure) => boolean): readonly Pause[] => [
  ...proceduresOf(state, item)
    .filter(stops)
    .map((procedure) => pauseOf(item, procedure)),
  ...returnedPauses(state, item.id),
];

/** The extension the law itself allows, at most what was approved; nothing where no law is known to allow one. */
function statutoryExtension(state: ClockParts, item: ClockItem, pack: Pack): number {
  const allowed = pack.items.find((candidate) => candidate.code === item.code)?.statutory.extensionDays ?? 0;
  return Math.min(approvedExtension(state, item), allowed);
}

/** Day the complete set arrived, once no correction is awaited. */
function completeReceipt(state: ClockParts, item: ClockItem): CivilDay | null {
  const awaited =
    item.acceptedOn === null && Object.values(state.corrections).some((correction) => correction.itemId === item.id && correction.suppliedOn === null);
  return awaited ? null : item.completeOn;
}

/** What the committed clock of an accepted item counts by, limit aside; null before acceptance. Also the clock charged to departments. */
export function committedBasis(state: ClockParts, item: ClockItem, pack: Pack): Omit<ClockSpec, "limitDays"> | null {
  if (item.status === "dropped" || item.acceptedOn === null) return null;
  return {
    startedOn: item.acceptedOn,
    startRule: pack.parameters.startRule.value ?? DEFAULT_START_RULE,
    unit: "wd",
    pauses: pausesOf(state, item, () => true),
    pauseRule: pack.parameters.pauseRule.value ?? DEFAULT_PAUSE_RULE,
    extensionDays: approvedExtension(state, item),
    endedOn: endOfExamination(state, item),
    warnWorkingDays: pack.parameters.warnWorkingDays.value ?? DEFAULT_WARN_WORKING_DAYS,
  };
}

function committedSpec(state: ClockParts, item: ClockItem, pack: Pack): ClockSpec | null {
  const basis = committedBasis(state, item, pack);
  const limitDays = item.type === "INSTANT" ? Math.min(item.committedWorkingDays ?? INSTANT_WORKING_DAYS, INSTANT_WORKING_DAYS) : item.committedWorkingDays;
  return basis === null || limitDays === null ? null : { ...basis, limitDays };
}

function statutorySpec(state: ClockParts, item: ClockItem, pack: Pack): ClockSpec | null {
  if (item.status === "dropped" || item.statutoryDays === null) return null;
  const startedOn = item.statutoryStartsAt === "receipt" ? completeReceipt(state, item) : item.acceptedOn;
  if (startedOn === null) return null;
  return {
    startedOn,
    // The law leaves the starting day out; a place may promise more for its own limit, not change the law's.
    startRule: "T+1",
    limitDays: item.statutoryDays,
    unit: item.statutoryUnit,
    pauses: pausesOf(state, item, stopsStatutory),
    pauseRule: pack.parameters.pauseRule.value ?? DEFAULT_PAUSE_RULE,
    extensionDays: statutoryExtension(state, item, pack),
    endedOn: endOfExamination(state, item),
    warnWorkingDays: pack.parameters.warnWorkingDays.value ?? DEFAULT_WARN_WORKING_DAYS,
  };
}

/** The clocks of an item; null when one has no limit or has not started. */
export interface ClockSpecs {
  readonly committed: ClockSpec | null;
  readonly statutory: ClockSpec | null;
  /** The level above that has the file, from its receipt by the limit it told. */
  readonly upper: ClockSpec | null;
}

/**
 * The clocks of an item (domain.md 7.3); null when one has no limit or has not started.
 *
 * - committed: from acceptance (a deemed acceptance carries the day of receipt); every procedure stops it; any approved extension
 *   lengthens it. A correction before acceptance does not matter: the clock has not started.
 * - statutory: from acceptance, or from the complete receipt where the law says so; only procedures of the legal list with a written
 *   notice stop it; only the extension the law allows lengthens it.
 *
 * Both stop on the day of the decision, of a forwarded item with its sending; delivery and the upper level have clocks of their own.
 */
export function clockSpecs(state: ClockParts, item: ClockItem, pack: Pack): ClockSpecs {
  const warnWorkingDays = pack.parameters.warnWorkingDays.value ?? DEFAULT_WARN_WORKING_DAYS;
  return {
    committed: committedSpec(state, item, pack),
    statutory: statutorySpec(state, item, pack),
    upper: upperSpec(finalSending(state, item.id), item.endedOn, warnWorkingDays),
  };
}

/** Both clocks of an item and what a row shows of them. */
export interface ItemReading {
  readonly committed: ClockReading | null;
  readonly statutory: ClockReading | null;
  /** The clock of the level above, once it told how long it takes; null for items decided here. */
  readonly upper: ClockReading | null;
  /** The worse of both. */
  readonly light: ClockLight;
  /** Earlier of the two; null while paused without end, or without a clock. */
  readonly dueOn: CivilDay | null;
  readonly provisional: boolean;
  readonly warnFrom: CivilDay | null;
  readonly lateFrom: CivilDay | null;
  /** The clock people are promised (the committed one, else the statutory) stands still without a known end. */
  readonly paused: boolean;
  /** At least one clock has started and not ended. */
  readonly running: boolean;
}

const earlier = (a: CivilDay | null, b: CivilDay | null): CivilDay | null => (a === null ? b : b === null || a < b ? a : b);

/**
 * Reads the clocks of an item on a day. While the file is at the upper level only that level's clock turns the light. Everything but
 * the readings and `light` is independent of `asOf` and may be stored.
 */
export function readItem(state: ClockParts, item: ClockItem, pack: Pack, calendar: WorkingCalendar, asOf: CivilDay): ItemReading {
  const specs = clockSpecs(state, item, pack);
  const committed = specs.committed && readClock(specs.committed, calendar, asOf);
  const statutory = specs.statutory && readClock(specs.statutory, calendar, asOf);
  const upper = specs.upper && readClock(specs.upper, calendar, asOf);
  if (finalSending(state, item.id) !== null && item.endedOn === null)
    return {
      committed,
      statutory,
      upper,
      light: upper?.light ?? "none",
      dueOn: upper?.dueOn ?? null,
      provisional: upper?.provisional ?? false,
      warnFrom: upper?.warnFrom ?? null,
      lateFrom: upper?.lateFrom ?? null,
      paused: false,
      running: true,
    };
  const leading = specs.committed ?? specs.statutory;
  const running = leading !== null && leading.endedOn === null;
  const paused = running && (committed ?? statutory)?.dueOn === null;
  const dueOn = paused ? null : earlier(committed?.dueOn ?? null, statutory?.dueOn ?? null);
  return {
    committed,
    statutory,
    upper,
    light: worstLight(committed?.light ?? "none", statutory?.light ?? "none"),
    dueOn,
    provisional: [committed, statutory].some((reading) => reading?.provisional === true && reading.dueOn === dueOn),
    warnFrom: earlier(committed?.warnFrom ?? null, statutory?.warnFrom ?? null),
    lateFrom: earlier(committed?.lateFrom ?? null, statutory?.lateFrom ?? null),
    paused,
    running,
  };
}
