import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import { menuOf } from "../../pack/screening";
import { isConstructionPermit, type StopLaw, startLawOf } from "../../plan/legal-stops";
import { isSetAside, plannedItems } from "../guards";
import { isFulfilled } from "../moves";
import type { Commitment, SupervisionCheck } from "../parts/project-commitment";
import type { Item, ProjectCase } from "../state";
import { isInEffect } from "./moves";
import { checksOf, latest, liveCommitment } from "./reads";

/** One thing that still stands in the way, with what it rests on. */
export type Stop =
  | {
      readonly kind: "item";
      readonly item: Item;
      /** The law that stops the works without it, whatever is promised; null where the item only precedes another. */
      readonly law: StopLaw | null;
      /** Source of the item itself, as the catalogue gives it. */
      readonly source: string;
    }
  /** The plan has no construction permit although projects of this kind need one. */
  | { readonly kind: "permit" }
  /** The promise that would spare items is not in force yet. */
  | { readonly kind: "commitment"; readonly commitment: Commitment }
  /** The check before the start has not found the promise met. */
  | { readonly kind: "check"; readonly check: SupervisionCheck };

/** Whether something may be done now, and each stop that remains. */
export interface Readiness {
  readonly ready: boolean;
  readonly stops: readonly Stop[];
}

type Read = Pick<ProjectCase, "project" | "items" | "commitments" | "supervisionChecks">;

const readiness = (stops: readonly Stop[]): Readiness => ({ ready: stops.length === 0, stops });

const stopOf = (item: Item, pack: Pack): Stop => ({
  kind: "item",
  item,
  law: isConstructionPermit(item.code) ? "construction-permit" : startLawOf(item.code),
  source: pack.items.find(({ code }) => code === item.code)?.statutory.source ?? item.statutorySource,
});

/**
 * Everything the items wait for, near and far, that has not ended with what is waited for; what a promise spares is not among it. An item
 * that was granted is looked through: what a broken promise had spared it is due again.
 */
function waitedFor(plan: readonly Item[], wanted: readonly Item[]): readonly Item[] {
  const byCode = new Map(plan.map((item) => [item.code, item]));
  const found = new Set<Item>();
  const walk = (item: Item): void => {
    for (const code of item.prerequisites) {
      const before = byCode.get(code);
      if (!before || found.has(before)) continue;
      found.add(before);
      walk(before);
    }
  };
  for (const item of wanted) walk(item);
  return plan.filter((item) => found.has(item) && !isFulfilled(item));
}

/** The plan without what an officer had added and was withdrawn: the screening never asked for it, so it stops nothing. */
const planToStart = (state: Read): readonly Item[] => plannedItems(state).filter((item) => !isSetAside(item));

const permitsOf = (plan: readonly Item[]): readonly Item[] => plan.filter((item) => isConstructionPermit(item.code));

/** A plan without a construction permit, where the place knows one for projects of this kind. */
const missesPermit = ({ project }: Read, pack: Pack, permits: readonly Item[]): boolean =>
  permits.length === 0 && menuOf(pack, project.category).some((item) => isConstructionPermit(item.code));

/**
 * Whether the construction permit may be decided: every item it still waits for is a stop, a promise in force spares what it stands for.
 * A permit granted already holds as long as nothing it rests on is due again.
 */
export function permitReady(state: Read, pack: Pack): Readiness {
  const plan = planToStart(state);
  return readiness(waitedFor(plan, permitsOf(plan)).map((item) => stopOf(item, pack)));
}

/** A promise on its way stops nothing but what it would spare; one in force wants its check before the start. */
function promiseStops(state: Read): readonly Stop[] {
  const commitment = liveCommitment(state);
  if (!commitment) return [];
  if (!isInEffect(commitment)) return [{ kind: "commitment", commitment }];
  return checksOf(state, commitment.id)
    .filter((check) => check.point === "before-start" && check.status !== "met")
    .map((check) => ({ kind: "check", check }));
}

/**
 * Whether the works may start: the permit itself (建筑法 art. 7), what the permit waits for, the papers without which other laws forbid to
 * start whatever is promised (环境影响评价法 art. 25, 水土保持法 art. 26, 节约能源法 art. 15), and the promise with its check before the start.
 */
export function startReady(state: Read, pack: Pack): Readiness {
  const plan = planToStart(state);
  const permits = permitsOf(plan);
  const before = new Set(waitedFor(plan, permits));
  const stops = plan.filter((item) => before.has(item) || ((permits.includes(item) || startLawOf(item.code) !== null) && !isFulfilled(item)));
  const none: readonly Stop[] = missesPermit(state, pack, permits) ? [{ kind: "permit" }] : [];
  return readiness([...stops.map((item) => stopOf(item, pack)), ...none, ...promiseStops(state)]);
}

/**
 * The earliest day the works can have been started: the last decision on a construction permit or a paper the law asks for before the start,
 * and the last look at the check before it. Null where nothing of it is recorded.
 */
export function startableFrom(state: Read): CivilDay | null {
  const papers = plannedItems(state).filter((item) => (isConstructionPermit(item.code) || startLawOf(item.code) !== null) && isFulfilled(item));
  const commitment = liveCommitment(state);
  const checks = commitment ? checksOf(state, commitment.id).filter(({ point }) => point === "before-start") : [];
  const days = [...papers.map(({ endedOn }) => endedOn), ...checks.flatMap(({ doneOn, recheckedOn }) => [doneOn, recheckedOn])];
  return latest(days);
}
