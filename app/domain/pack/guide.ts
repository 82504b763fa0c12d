import { decidingLevel, type Level } from "./level";
import type { CatalogueItem, CategoryCode, ItemType, Pack, ScreeningQuestion } from "./pack";
import type { WindowKind } from "./practice";
import type { Sourced, Words } from "./values";
import { windowMayAccept } from "./windows";

/** Another item the guide points to. */
export interface GuideLink {
  readonly code: string;
  readonly name: Words;
  /** What stands in for it where the project has it not; null where nothing does. */
  readonly alternative: Words | null;
}

/** A situation in which the item is needed, or not (细化办事情形): a question and the answers that decide it. */
export interface Situation {
  readonly question: Words;
  readonly answers: readonly Words[];
}

export type FlowActor = "applicant" | "window" | "department" | "upper" | "issuing";
export type FlowKind = "apply" | "receive" | "accept" | "step" | "decide" | "forward" | "deliver" | "reach";

/** One step of the way of an item. */
export interface FlowStage {
  readonly kind: FlowKind;
  readonly by: FlowActor;
  /** Name of a step inside the department; null for the steps every item has. */
  readonly name: Words | null;
  readonly limitWorkingDays: Sourced<number> | null;
}

/** Everything the public should know of one item of a place before applying. */
export interface ItemGuide {
  readonly item: CatalogueItem;
  readonly stage: Words;
  readonly type: Words;
  readonly decidedBy: Words;
  /** Who supervises where an approval bureau decides; null where the same body does both. */
  readonly supervisedBy: Words | null;
  readonly level: Level;
  readonly categories: readonly Words[];
  readonly neededWhen: readonly Situation[];
  readonly sparedWhen: readonly Situation[];
  readonly prerequisites: readonly GuideLink[];
  readonly successors: readonly GuideLink[];
  readonly flow: readonly FlowStage[];
  /** Kinds of windows that accept it; empty where the place names none. */
  readonly windows: readonly WindowKind[];
  /** What follows when listed materials come too late; null where deferral is not allowed. */
  readonly deferralOutcome: Sourced<"acceptance-revoked" | "deemed-withdrawn" | "refused"> | null;
}

/** Followed to its result by the officer, accepted by no window. */
export const isFollowed = (type: ItemType): boolean => type === "MILESTONE" || type === "SERVICE";

/** The guide of one item, from the rules of its place alone; null when the place has no such item. */
export function guideOf(pack: Pack, code: string): ItemGuide | null {
  const item = pack.items.find((candidate) => candidate.code === code);
  if (!item) return null;
  const named = (codes: readonly { readonly code: string; readonly name: Words }[], wanted: string): Words =>
    codes.find((one) => one.code === wanted)?.name ?? { zh: wanted, en: wanted };
  return {
    item,
    stage: named(pack.stages, item.stage),
    type: named(pack.itemTypes, item.type),
    decidedBy: named(pack.departments, item.decidingDepartment),
    supervisedBy: item.department === item.decidingDepartment ? null : named(pack.departments, item.department),
    level: decidingLevel(pack, item),
    categories: pack.categories.filter((category) => item.categories.includes(category.code)).map((category) => category.name),
    neededWhen: situations(pack, item, "adds"),
    sparedWhen: situations(pack, item, "drops"),
    prerequisites: item.prerequisites.map((before) => ({
      code: before,
      name: named(pack.items, before),
      alternative: item.alternatives[before] === undefined ? null : named(pack.items, item.alternatives[before]),
    })),
    successors: pack.items.filter((other) => other.prerequisites.includes(code)).map((other) => ({ code: other.code, name: other.name, alternative: null })),
    flow: flowOf(pack, item),
    windows: (pack.windowKinds ?? []).filter((kind) => windowMayAccept(kind, { investment: true, own: true })),
    deferralOutcome: item.deferralAllowed ? (pack.rules?.deferralFailedOutcome ?? null) : null,
  };
}

const asked = (question: ScreeningQuestion, categories: readonly CategoryCode[]): boolean => question.categories.some((code) => categories.includes(code));

const situations = (pack: Pack, item: CatalogueItem, effect: "adds" | "drops"): readonly Situation[] =>
  pack.questions
    .filter((question) => asked(question, item.categories))
    .map((question) => ({ question: question.text, answers: question.options.filter((option) => option[effect].includes(item.code)).map(({ text }) => text) }))
    .filter(({ answers }) => answers.length > 0);

/**
 * The way of an item from application to result. The last step inside the department is the decision; where the place names no steps
 * there is one. A milestone or service has a result and no acceptance; a forwarded item is decided above.
 */
function flowOf(pack: Pack, item: CatalogueItem): readonly FlowStage[] {
  const stage = (kind: FlowKind, by: FlowActor, limitWorkingDays: Sourced<number> | null = null, name: Words | null = null): FlowStage => ({
    kind,
    by,
    name,
    limitWorkingDays,
  });
  if (isFollowed(item.type)) return [stage("apply", "applicant"), stage("reach", "department", item.committed)];
  const steps = pack.itemTypes.find((type) => type.code === item.type)?.steps ?? [];
  const inside = steps.slice(0, -1).map((step) => stage("step", "department", step.limitWorkingDays, step.name));
  const last = steps.at(-1);
  return [
    stage("apply", "applicant"),
    stage("receive", "window"),
    stage("accept", "window", item.correctionNoticeWorkingDays ?? pack.parameters.correctionNoticeWorkingDays),
    ...inside,
    ...(item.forwardedTo
      ? [stage("forward", "department"), stage("decide", "upper")]
      : [stage("decide", "department", last?.limitWorkingDays ?? null, last?.code === "decide" ? null : (last?.name ?? null))]),
    stage("deliver", "issuing", pack.parameters.deliveryWorkingDays),
  ];
}
