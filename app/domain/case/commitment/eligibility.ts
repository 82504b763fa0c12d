import type { CivilDay } from "../../calendar/calendar-date";
import type { Pack } from "../../pack/pack";
import type { CommitmentCondition, CommitmentEffect } from "../../pack/practice";
import { mayBeDecidedAtOnce, mayFollowStart, startLawOf } from "../../plan/legal-stops";
import type { Refusal } from "../../result";
import { isValidOn, placementOf } from "../area-placement";
import { firstRefusal, plannedItems } from "../guards";
import { isTracked } from "../moves";
import { refuseUnderNotice } from "../notice-commitment/exclusive";
import { liveSimulated } from "../simulation/reads";
import type { Item, ProjectCase } from "../state";
import { liveCommitment } from "./reads";

/** Key projects (重点项目) in a switch that otherwise lists categories. */
const KEY = "KEY";

/** Whether a project of this kind may be built on a promise here at all; the switch lists categories, or KEY for key projects. */
function refusePlace({ project }: Pick<ProjectCase, "project">, pack: Pack): Refusal | null {
  const open = pack.switches.commitment.value;
  if (open === null) return { code: "commitment-unstated-here" };
  if (open.includes(project.category) || (open.includes(KEY) && project.keyProject)) return null;
  return { code: "commitment-not-for-category", category: project.category };
}

/**
 * An unrepaired breach bars from a new commitment (失信未修复). Where the place states its steps these decide; where it states none the
 * machine of domain.md 5.2 holds: barred until repaired.
 */
const bars = (pack: Pack): boolean => pack.rules?.breachSteps.value?.includes("barred-until-repaired") ?? true;

/** Refuses the system to an enterprise with unrepaired breaches where a breach bars it. */
export const refuseBarredPromise = (pack: Pack, unrepairedBreaches: number): Refusal | null =>
  unrepairedBreaches > 0 && bars(pack) ? { code: "commitment-barred-by-credit", breaches: unrepairedBreaches } : null;

/**
 * Whether the project may propose a commitment: the place has the system for its kind, no unrepaired breach of the enterprise bars it,
 * and no other commitment of the project is on its way or in effect.
 */
export function refuseCommitment(state: ProjectCase, pack: Pack, unrepairedBreaches: number): Refusal | null {
  const live = liveCommitment(state);
  return firstRefusal(
    refusePlace(state, pack),
    live ? { code: "commitment-already-there", commitmentNo: live.commitmentNo } : null,
    refuseBarredPromise(pack, unrepairedBreaches),
    plannedItems(state).length === 0 ? { code: "commitment-needs-plan" } : null,
  );
}

/** One condition of the place as the case stands: met or not, and by what. */
export interface ConditionCheck {
  readonly condition: Extract<CommitmentCondition, "regional-assessment" | "outside-negative-list">;
  /** The place asks for it; where it does not say, the negative list is looked at all the same. */
  readonly asked: boolean;
  readonly met: boolean;
  /** Code of the assessed area. */
  readonly areaCode: string | null;
  /** Items of the plan that stand on the negative list. */
  readonly items: readonly Item[];
}

/** 负面清单、区域评估核对: what the case itself says about the two conditions. */
export function conditionChecks(state: ProjectCase, pack: Pack, on: CivilDay): readonly ConditionCheck[] {
  const asked = pack.rules?.commitmentConditions.value ?? [];
  const negative = pack.rules?.commitmentNegativeList.value ?? [];
  const listed = plannedItems(state).filter((item) => negative.includes(item.code));
  const area = placementOf(state);
  const assessed = area !== null && isValidOn(area, on);
  return [
    { condition: "outside-negative-list", asked: true, met: listed.length === 0, areaCode: null, items: listed },
    {
      condition: "regional-assessment",
      asked: asked.includes("regional-assessment"),
      met: assessed,
      areaCode: assessed ? area.areaCode : null,
      items: [],
    },
  ];
}

/** Why the commitment system does not fit the project; the manager may then only find it not applicable. */
export function refuseApplicable(state: ProjectCase, pack: Pack, on: CivilDay): Refusal | null {
  const [negative, area] = conditionChecks(state, pack, on);
  return firstRefusal(
    negative && !negative.met
      ? { code: "commitment-on-negative-list", items: negative.items.map((item) => item.nameZh), itemsEn: negative.items.map((item) => item.nameEn) }
      : null,
    area?.asked && !area.met ? { code: "commitment-needs-assessed-area" } : null,
  );
}

/** What a promise may do here: the effects the place names; both where it has the system and does not say. */
export const effectsHere = (pack: Pack): readonly CommitmentEffect[] => pack.rules?.commitmentEffects.value ?? ["at-once", "after-start"];

const MAY: Readonly<Record<CommitmentEffect, typeof mayFollowStart>> = { "at-once": mayBeDecidedAtOnce, "after-start": mayFollowStart };

/** Whether a promise with this effect may stand for an item: legal stops and excluded items never, and only before it has begun. */
export function refusePromisable(state: ProjectCase, item: Item, effect: CommitmentEffect, pack: Pack): Refusal | null {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  const named = { itemNo: item.itemNo, item: item.nameZh, itemEn: item.nameEn };
  return firstRefusal(
    startLawOf(item.code) ? { code: "promise-legal-stop", ...named, stopLaw: startLawOf(item.code) } : null,
    effectsHere(pack).includes(effect) ? null : { code: "promise-effect-not-here", commitmentEffect: effect },
    isTracked(item) || !rule || !MAY[effect](rule) ? { code: "promise-item-excluded", ...named, commitmentEffect: effect } : null,
    item.status === "planned" ? null : { code: "promise-item-has-begun", ...named, status: item.status },
    liveSimulated(state, item.id) ? { code: "item-already-simulated", ...named } : null,
    refuseUnderNotice(state, item),
  );
}

/** Items of the plan a promise may stand for, each with the effects it may have. */
export const promisableItems = (state: ProjectCase, pack: Pack): readonly { readonly item: Item; readonly effects: readonly CommitmentEffect[] }[] =>
  plannedItems(state).flatMap((item) => {
    const effects = (["at-once", "after-start"] as const).filter((effect) => refusePromisable(state, item, effect, pack) === null);
    return effects.length === 0 ? [] : [{ item, effects }];
  });
