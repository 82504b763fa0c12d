import type { FlowStage, ItemGuide } from "../domain/pack/guide";
import { isFollowed } from "../domain/pack/guide";
import type { Words } from "../domain/pack/pack";
import type { Translate } from "./index";

/** The reader's language, as guides need it. */
export interface GuideTongue {
  readonly t: Translate;
  pick(name: Words): string;
}

/** One line about a limit, with where it comes from. */
export interface LimitLine {
  readonly text: string;
  readonly assumed: boolean;
  readonly source: string;
}

const joined = ({ t }: GuideTongue, parts: readonly string[]): string => parts.join(t("list.comma"));

/** The limits of an item in words: what the place promises and what the law sets. */
export function limitLines({ t }: GuideTongue, { item }: ItemGuide): readonly LimitLine[] {
  const { committed, statutory } = item;
  const stated = statutory.days !== null;
  const parts = [
    stated ? t(`guide.statutory.${statutory.unit}`, { n: statutory.days, from: t(`guide.from.${statutory.startsAt}`) }) : t("guide.statutory.none"),
    ...(stated && statutory.extensionDays !== null ? [t(`guide.extension.${statutory.unit}`, { n: statutory.extensionDays })] : []),
  ];
  return [
    {
      text: committed.value === null ? t("guide.committed.none") : t("guide.committed.days", { n: committed.value }),
      assumed: committed.assumed,
      source: committed.source,
    },
    { text: parts.join(t("list.semicolon")), assumed: false, source: statutory.source },
    ...(item.typeLimitException ? [{ text: t("guide.exception", { basis: item.typeLimitException }), assumed: false, source: "" }] : []),
  ];
}

/**
 * The note of an item in one language. Rules keep notes as "中文 / English", several of them with "；" between; what has no English
 * is told in Chinese only, unless nothing has.
 */
export function noteText({ pick }: GuideTongue, note: string): string {
  const parts = note.split("；").map((part) => part.split(" / "));
  const english = parts.flatMap(([, ...rest]) => rest);
  return pick({ zh: parts.map(([chinese]) => chinese).join("；"), en: english.join("; ") });
}

/** A step of the flow: what, by whom, within how long. */
export function flowWords(
  { t, pick }: GuideTongue,
  guide: ItemGuide,
  stage: FlowStage,
): { readonly name: string; readonly who: string; readonly days: string } {
  const name = stage.name ? pick(stage.name) : "";
  const limit = stage.limitWorkingDays;
  // Where the place names its steps, the examination stands among them already.
  const examined = stage.kind === "forward" && guide.flow.some(({ kind }) => kind === "step");
  return {
    name:
      stage.kind === "decide" && stage.name
        ? t("guide.flow.decide.named", { name })
        : t(examined ? "guide.flow.forward.examined" : `guide.flow.${stage.kind}`, { name }),
    who: t(`guide.by.${stage.by}`, { department: pick(guide.decidedBy) }),
    days: limit === null ? "" : limit.value === null ? (stage.by === "department" ? "" : t("guide.within.unstated")) : t("guide.within", { n: limit.value }),
  };
}

/** What must hold before the item is accepted (明确受理条件), from what the rules say of it. */
export function conditionLines(tongue: GuideTongue, guide: ItemGuide): readonly string[] {
  const { t, pick } = tongue;
  const { item, prerequisites } = guide;
  if (isFollowed(item.type)) return [t("guide.condition.followed")];
  return [
    t("guide.condition.scope"),
    ...(item.coreMaterials.length > 0 ? [t("guide.condition.core", { n: item.coreMaterials.length })] : []),
    ...(prerequisites.length > 0 ? [t("guide.condition.before", { items: prerequisites.map(({ name }) => pick(name)) })] : []),
    ...(item.deferralAllowed && item.deferrableMaterials.length > 0 ? [t("guide.condition.deferral")] : []),
  ];
}

/** In which situations the item is needed, and in which not (细化办事情形). */
export function situationLines(tongue: GuideTongue, { neededWhen, sparedWhen }: ItemGuide): readonly string[] {
  const { t, pick } = tongue;
  const facts = ({ question, answers }: ItemGuide["neededWhen"][number]) => ({ question: pick(question), answers: joined(tongue, answers.map(pick)) });
  return [
    ...(neededWhen.length === 0 ? [t("guide.needed-always")] : neededWhen.map((one) => t("guide.needed", facts(one)))),
    ...sparedWhen.map((one) => t("guide.spared", facts(one))),
  ];
}

/** Whether it can be applied for online, in words. */
export const onlineWords = ({ t }: GuideTongue, { item }: ItemGuide): string => t(`guide.online.${item.onlineExclusion?.value ?? "yes"}`);

/** What follows when materials that may follow come too late; null where nothing may follow. */
export const deferralOutcomeWords = ({ t }: GuideTongue, { deferralOutcome }: ItemGuide): string | null =>
  deferralOutcome === null
    ? null
    : t("guide.deferral.outcome", { outcome: t(deferralOutcome.value === null ? "paper.unstated" : `paper.deferral.outcome.${deferralOutcome.value}`) });
