import { type CivilDay, daysBetween } from "../../domain/calendar/calendar-date";
import type { MissingPrecondition, PreconditionCode, SimulatedItem, SimulatedRun } from "../../domain/case/parts/simulation";
import { expectedDay } from "../../domain/case/simulation/expected-day";
import { VALIDITY_WARN_DAYS } from "../../domain/clock/simulated-clock";
import type { Words } from "../../domain/pack/pack";

/** One thing a simulated run asks of its investor, or warns of. */
export interface SimulationDue {
  readonly kind: "trigger" | "correct" | "validity";
  readonly key: string;
  /** Null for a precondition. */
  readonly item: Words | null;
  readonly precondition: PreconditionCode | null;
  readonly defects: readonly string[];
  /** Day it is expected, or on which it runs out; null for a correction. */
  readonly on: CivilDay | null;
  /** Calendar days to `on`; negative once it has passed, null without one. */
  readonly inDays: number | null;
}

type DueRun = Pick<SimulatedRun, "id" | "status"> & { readonly missing: readonly MissingPrecondition[] };
/** A simulated item with the name of its item. */
export type DueItem = Pick<SimulatedItem, "id" | "status" | "validTo" | "correctionDefects" | "conversionDefects"> & { readonly name: Words };

/**
 * What one run asks of its investor today: preconditions to bring, corrections, and opinions that stand for thirty days more or less
 * while their precondition is still missing. Told from rows alone.
 */
export function simulationDues(run: DueRun, items: readonly DueItem[], today: CivilDay): readonly SimulationDue[] {
  const outstanding = run.status === "running" ? run.missing.filter(({ obtainedOn }) => obtainedOn === null) : [];
  const correcting = items.filter(({ status }) => status === "correcting" || status === "conversion-correcting");
  const ending = items.filter(({ status, validTo }) => status === "opinion-given" && validTo !== null && daysBetween(today, validTo) <= VALIDITY_WARN_DAYS);
  return [
    ...correcting.map(
      ({ id, status, name, correctionDefects, conversionDefects }): SimulationDue => ({
        kind: "correct",
        key: `correct ${id}`,
        item: name,
        precondition: null,
        defects: status === "correcting" ? correctionDefects : conversionDefects,
        on: null,
        inDays: null,
      }),
    ),
    ...outstanding.map(
      (one): SimulationDue => ({
        kind: "trigger",
        key: `trigger ${run.id} ${one.code}`,
        item: null,
        precondition: one.code,
        defects: [],
        on: expectedDay(one),
        inDays: daysBetween(today, expectedDay(one)),
      }),
    ),
    ...ending.map(
      ({ id, name, validTo }): SimulationDue => ({
        kind: "validity",
        key: `validity ${id}`,
        item: name,
        precondition: null,
        defects: [],
        on: validTo,
        inDays: validTo === null ? null : daysBetween(today, validTo),
      }),
    ),
  ];
}
