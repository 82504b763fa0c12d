import { isFollowed } from "../../domain/pack/guide";
import { type Locale, translator } from "../../i18n";
import { conditionLines, deferralOutcomeWords, flowWords, type GuideTongue, limitLines, noteText, onlineWords, situationLines } from "../../i18n/guide-words";
import type { LetterBlock } from "../../pdf/papers/blocks";
import type { LetterContent } from "../../pdf/papers/letter";
import type { GuidePage } from "../queries/guides";
import type { GuideKind } from "./guide-number";

/** What a published guide, flow list or sample says in one language. Pure: from the rules, the windows and the language alone. */
export function guideContent(kind: GuideKind, page: GuidePage, locale: Locale): LetterContent {
  const source: Source = { ...page, locale, t: translator(locale), pick: (words) => (locale === "en" ? words.en || words.zh : words.zh) };
  const { t, pick, centre, guide } = source;
  return {
    locale,
    issuer: pick(centre.name),
    title: kind === "promise" ? t("paper.kind.deferral-promise") : pick(guide.item.name),
    reference: t(`guide.paper.${kind}`),
    addressee: kind === "promise" ? pick(centre.name) : null,
    blocks: kind === "guide" ? guideBlocks(source) : kind === "flow" ? flowBlocks(source) : promiseBlocks(source),
    signatures:
      kind === "promise"
        ? [
            { label: t("paper.sign.promiser"), name: null, on: null },
            { label: t("paper.fact.applicant"), name: null, on: null, seal: true },
          ]
        : [],
    watermark: kind === "promise" ? t("guide.sample") : null,
  };
}

interface Source extends GuidePage, GuideTongue {
  readonly locale: Locale;
}

function guideBlocks(source: Source): readonly LetterBlock[] {
  const { t, pick, guide, rules } = source;
  const { item } = guide;
  return [
    {
      is: "facts",
      rows: [
        { label: t("guide.decided-by"), value: pick(guide.decidedBy), wide: true },
        { label: t("guide.code"), value: item.code },
        { label: t("guide.type"), value: pick(guide.type) },
        { label: t("guides.stage"), value: pick(guide.stage) },
        { label: t("guide.level"), value: t(`guide.level.${guide.level}`) },
        { label: t("guide.online"), value: onlineWords(source, guide) },
        { label: t("guide.notice"), value: t(`guide.notice.${item.noticeCommitment}`) },
        { label: t("guide.deferral"), value: t(item.deferralAllowed ? "guide.deferral.yes" : "guide.deferral.no") },
        { label: t("guide.fee"), value: t("guide.fee.zero") },
        { label: t("guide.categories"), value: guide.categories.map(pick).join(t("list.comma")), wide: true },
      ],
    },
    { is: "list", title: t("guide.situations"), items: situationLines(source, guide) },
    { is: "list", title: t("guide.conditions"), items: conditionLines(source, guide) },
    materialsBlock(source),
    flowBlock(source),
    limitsBlock(source),
    placesBlock(source),
    {
      is: "list",
      title: t("guide.before"),
      items:
        guide.prerequisites.length === 0
          ? [t("guide.before.none")]
          : guide.prerequisites.map(({ name, alternative }) => pick(name) + (alternative ? t("guide.or", { item: pick(alternative) }) : "")),
    },
    { is: "list", title: t("guide.after"), items: guide.successors.length === 0 ? [t("guide.after.none")] : guide.successors.map(({ name }) => pick(name)) },
    { is: "list", title: t("guide.basis"), items: [item.statutory.source] },
    { is: "list", title: t("guide.basis.place"), items: rules.basis.map(({ title, number }) => (number ? `${title}（${number}）` : title)) },
    { is: "note", lines: notes(source) },
  ];
}

/** 流程清单: exactly four blocks, as the centre prints for its windows: 审批程序、申请材料、承诺期限、申请地点 (H24). */
const flowBlocks = (source: Source): readonly LetterBlock[] => [flowBlock(source), materialsBlock(source), limitsBlock(source), placesBlock(source)];

function promiseBlocks(source: Source): readonly LetterBlock[] {
  const { t, pick, guide } = source;
  const { item, deferralOutcome } = guide;
  const outcome = t(deferralOutcome?.value ? `paper.deferral.outcome.${deferralOutcome.value}` : "paper.unstated");
  const blank = t("guide.sample.blank");
  return [
    { is: "paragraph", text: t("paper.promise.body", { item: pick(item.name) }) },
    {
      is: "facts",
      rows: [
        { label: t("paper.fact.project"), value: "", wide: true },
        { label: t("paper.fact.applicant"), value: "" },
        { label: t("paper.fact.credit-code"), value: "" },
        { label: t("paper.fact.project-no"), value: "" },
        { label: t("paper.fact.item-no"), value: "" },
      ],
    },
    { is: "list", title: t("paper.deferral.missing", { n: item.deferrableMaterials.length }), items: item.deferrableMaterials.map((name) => `□ ${name}`) },
    {
      is: "list",
      title: t("paper.promise.title"),
      items: [t("paper.promise.true"), t("paper.promise.by", { day: blank }), t("paper.promise.failed", { outcome }), t("paper.promise.liable")],
    },
  ];
}

function materialsBlock({ t, guide: { item } }: Source): LetterBlock {
  const { coreMaterials, deferrableMaterials, deferralAllowed } = item;
  const title = t("guide.materials");
  if (coreMaterials.length + deferrableMaterials.length === 0) return { is: "list", title, items: [t("guide.material.none")] };
  const row = (sort: string) => (name: string) => [name, sort];
  const rows = [
    ...coreMaterials.map(row(t("guide.material.core"))),
    ...deferrableMaterials.map(row(t(deferralAllowed ? "guide.material.deferrable" : "guide.material.other"))),
  ];
  return {
    is: "table",
    title,
    columns: [
      { head: t("paper.column.no"), share: 9 },
      { head: t("guide.material"), share: 66 },
      { head: t("paper.receipt.sort"), share: 25 },
    ],
    rows: rows.map((cells, index) => [String(index + 1), ...cells]),
  };
}

const flowBlock = (source: Source): LetterBlock => ({
  is: "flow",
  title: source.t("guide.flow"),
  steps: source.guide.flow.map((stage) => flowWords(source, source.guide, stage)),
});

const limitsBlock = (source: Source): LetterBlock => ({
  is: "list",
  title: source.t("guide.limits"),
  items: limitLines(source, source.guide).map(({ text, assumed, source: from }) =>
    source.t(from === "" ? "guide.limit.bare" : "guide.limit.line", { text, assumed: assumed ? source.t("guide.assumed") : "", source: from }),
  ),
});

function placesBlock({ t, pick, centre, guide, windows }: Source): LetterBlock {
  const kinds = guide.windows.map((kind) => pick(kind.name));
  const places = windows.map(({ code, name }) => t("guide.where.window", { code, name: pick(name) }));
  return {
    is: "list",
    title: t("guide.where"),
    items: [
      t("guide.where.centre", { centre: pick(centre.name) }),
      ...(isFollowed(guide.item.type) ? [] : places.length > 0 ? places : kinds.length > 0 ? [t("guide.where.kinds", { kinds })] : []),
      ...(guide.item.onlineExclusion?.value ? [] : [t("guide.where.online")]),
      t("guide.where.agent"),
    ],
  };
}

function notes(source: Source): readonly string[] {
  const { t, pick, rules, guide } = source;
  const outcome = deferralOutcomeWords(source, guide);
  return [
    ...(guide.item.note ? [noteText(source, guide.item.note)] : []),
    ...(outcome === null ? [] : [outcome]),
    t("guide.outside"),
    t("guide.fee.text"),
    t("guide.rules.value", { name: pick(rules.name), id: rules.id, digest: rules.digest.slice(0, 8), from: rules.validFrom }),
    t("guide.paper.public"),
  ];
}
