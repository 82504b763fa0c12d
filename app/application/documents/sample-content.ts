import { PROJECT_PROMISES } from "../../domain/case/commitment/letter";
import { pointsOf, publicityOf } from "../../domain/case/commitment/terms";
import { RISK_PROMISES, validityOf } from "../../domain/case/letter";
import { NOTICE_PROMISES } from "../../domain/case/parts/notice-commitment";
import { PRECONDITIONS } from "../../domain/case/parts/simulation";
import type { ItemGuide } from "../../domain/pack/guide";
import type { Pack } from "../../domain/pack/pack";
import type { PlaceSample } from "../../domain/pack/samples";
import { type Locale, type Translate, translator } from "../../i18n";
import type { LetterBlock } from "../../pdf/papers/blocks";
import type { FormalContent } from "../../pdf/papers/letter";
import type { Labelled } from "../../pdf/sections";
import type { PublicCentre } from "../queries/guides";

/** What a blank sample is written from: the rules of the place and the language alone. */
interface SampleSource {
  readonly centre: PublicCentre;
  readonly pack: Pack;
  readonly locale: Locale;
}

interface Writing extends SampleSource {
  readonly t: Translate;
  /** A line to write on. */
  readonly blank: string;
}

const writing = (source: SampleSource): Writing => ({ ...source, t: translator(source.locale), blank: translator(source.locale)("guide.sample.blank") });

/** A blank letter of the applicant (示范文本), with the words it will be signed in and lines for what only the applicant knows. */
export function placeSample(kind: PlaceSample, source: SampleSource): FormalContent {
  const from = writing(source);
  const blocks = kind === "risk" ? riskBlocks(from) : kind === "project" ? projectBlocks(from) : collectionBlocks(from);
  return sample(from, from.t(`sample.${kind}.title`), blocks, kind === "collection");
}

/** The blank notice-commitment letter of one item. */
export function noticeSample(guide: ItemGuide, source: SampleSource): FormalContent {
  const from = writing(source);
  return sample(from, from.t("paper.kind.notice-letter"), noticeBlocks(from, guide), false);
}

function sample({ t, locale, centre }: Writing, title: string, blocks: readonly LetterBlock[], collects: boolean): FormalContent {
  const name = locale === "en" ? centre.name.en || centre.name.zh : centre.name.zh;
  return {
    locale,
    issuer: name,
    title,
    reference: t("sample.reference"),
    addressee: name,
    blocks: [...blocks, { is: "note", lines: [t("sample.how"), t("guide.paper.public")] }],
    signatures: [
      { label: t(collects ? "sample.sign.agent" : "paper.sign.promiser"), name: null, on: null },
      { label: t("paper.fact.applicant"), name: null, on: null, seal: true },
    ],
    watermark: t("guide.sample"),
  };
}

const applicantRows = ({ t }: Writing): readonly Labelled[] => [
  { label: t("paper.fact.project"), value: "", wide: true },
  { label: t("paper.fact.applicant"), value: "" },
  { label: t("paper.fact.credit-code"), value: "" },
  { label: t("paper.fact.project-no"), value: "" },
  { label: t("paper.fact.project-code"), value: "" },
];

/** Empty rows of a table to write into. */
const emptyRows = (rows: number, columns: number): readonly (readonly string[])[] =>
  Array.from({ length: rows }, (_, index) => [String(index + 1), ...Array.from({ length: columns - 1 }, () => "")]);

function riskBlocks(from: Writing): readonly LetterBlock[] {
  const { t, pack, blank } = from;
  const n = pack.parameters.conversionWorkingDays?.value ?? null;
  const { months } = validityOf(pack);
  return [
    { is: "paragraph", text: t("sample.risk.body") },
    { is: "facts", rows: [...applicantRows(from), { label: t("letter.site"), value: "", wide: true }] },
    {
      is: "list",
      title: t("letter.missing"),
      items: PRECONDITIONS.map((code) => `□ ${t("letter.missing.one", { precondition: t(`simulation.precondition.${code}`), day: blank })}`),
    },
    {
      is: "table",
      title: t("letter.items"),
      columns: [
        { head: t("paper.column.no"), share: 8 },
        { head: t("paper.fact.item"), share: 62 },
        { head: t("paper.fact.department"), share: 30 },
      ],
      rows: emptyRows(3, 3),
    },
    {
      is: "list",
      title: t("letter.promises"),
      items: [
        ...RISK_PROMISES.map((promise) =>
          promise === "convert-in-time" && n === null ? t("letter.promise.convert-in-time.undated", { months }) : t(`letter.promise.${promise}`, { n, months }),
        ),
        t("letter.breach"),
      ],
    },
  ];
}

function projectBlocks(from: Writing): readonly LetterBlock[] {
  const { t, pack, blank } = from;
  const facts = {
    n: publicityOf(pack).days,
    points: pointsOf(pack)
      .map((point) => t(`commitment.point.${point}`))
      .join(t("list.comma")),
  };
  return [
    { is: "paragraph", text: t("paper.commitment.body", { no: "________", day: blank }) },
    { is: "facts", rows: [...applicantRows(from), { label: t("letter.site"), value: "", wide: true }] },
    { is: "list", title: t("letter.promises"), items: PROJECT_PROMISES.map((promise) => t(`letter.promise.${promise}`, facts)) },
    {
      is: "table",
      title: t("sample.project.standards"),
      columns: [
        { head: t("paper.column.no"), share: 8 },
        { head: t("paper.commitment.indicator"), share: 24 },
        { head: t("paper.commitment.condition"), share: 34 },
        { head: t("paper.commitment.by"), share: 16 },
        { head: t("paper.review.body"), share: 18 },
      ],
      byHand: true,
      rows: emptyRows(5, 5),
    },
  ];
}

function noticeBlocks(from: Writing, { item }: ItemGuide): readonly LetterBlock[] {
  const { t, pack, blank, locale } = from;
  const n = pack.rules?.noticeCommitmentCheckWorkingDays.value ?? null;
  const name = locale === "en" ? item.name.en || item.name.zh : item.name.zh;
  return [
    { is: "paragraph", text: t("paper.notice.body", { item: name, noticeNo: "________", day: blank }) },
    { is: "facts", rows: applicantRows(from) },
    {
      is: "table",
      title: t("sample.notice.standards"),
      columns: [
        { head: t("paper.column.no"), share: 8 },
        { head: t("paper.notice.standard"), share: 34 },
        { head: t("paper.notice.by"), share: 20 },
        { head: t("paper.notice.manner"), share: 38 },
      ],
      byHand: true,
      rows: emptyRows(4, 4),
    },
    {
      is: "list",
      title: t("letter.promises"),
      items: NOTICE_PROMISES.map((promise) =>
        promise === "accept-check" && n !== null ? t("letter.notice.promise.accept-check.by", { n }) : t(`letter.notice.promise.${promise}`),
      ),
    },
  ];
}

function collectionBlocks(from: Writing): readonly LetterBlock[] {
  const { t, blank } = from;
  return [
    { is: "paragraph", text: t("sample.collection.body") },
    { is: "facts", rows: applicantRows(from) },
    {
      is: "facts",
      title: t("sample.collection.agent"),
      rows: [
        { label: t("sample.collection.name"), value: "" },
        { label: t("sample.collection.phone"), value: "" },
        { label: t("sample.collection.document"), value: "", wide: true },
      ],
    },
    {
      is: "table",
      title: t("sample.collection.items"),
      columns: [
        { head: t("paper.column.no"), share: 8 },
        { head: t("paper.fact.item"), share: 52 },
        { head: t("sample.collection.papers"), share: 40 },
      ],
      byHand: true,
      rows: emptyRows(4, 3),
    },
    {
      is: "list",
      title: t("sample.collection.powers"),
      items: [
        t("sample.collection.power.collect"),
        t("sample.collection.power.no-more"),
        t("sample.collection.power.term", { day: blank }),
        t("sample.collection.power.bring"),
      ],
    },
  ];
}
