import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { LetterHead } from "../../../domain/case/letter-head";
import type { PaperSubject } from "../../../domain/case/papers";
import type { Item, ProjectCase } from "../../../domain/case/state";
import type { CatalogueItem } from "../../../domain/pack/pack";
import type { Locale, Translate } from "../../../i18n";
import { formats } from "../../../i18n/formats";
import type { FormalContent, SimulatedContent } from "../../../pdf/papers/letter";
import type { Labelled } from "../../../pdf/sections";
import type { CaseToday } from "../../queries/project-case";
import type { CaseNames } from "../case-names";

/** What every paper of a case is written from. Nothing else goes in, so the same case gives the same paper. */
export interface PaperSource extends CaseToday {
  readonly subject: PaperSubject;
  readonly locale: Locale;
  readonly t: Translate;
  readonly names: CaseNames;
  /** Name of the centre in the paper's language. */
  readonly centre: string;
}

/** One kind of paper: from the case to its words. */
export type PaperWriter = (source: PaperSource) => FormalContent;
/** One kind of paper without legal force: no formal number fits into what it writes. */
export type SimulatedPaperWriter = (source: PaperSource) => SimulatedContent;

/** The item the paper is about; papers of an item are only asked for when there is one. */
export function itemOfPaper({ state, subject }: PaperSource): Item {
  const item = subject.itemId === null ? undefined : state.items[subject.itemId];
  if (!item) throw new Error(`${subject.kind} names an item the case does not have`);
  return item;
}

/** The part of the case the paper is about. */
export function partOfPaper<T>(parts: Readonly<Record<string, T>>, { subject }: PaperSource): T {
  const part = parts[subject.subjectId];
  if (!part) throw new Error(`${subject.kind} names a part the case does not have`);
  return part;
}

/** The item's entry in the rules the case was registered under. */
export const ruleOf = ({ pack }: PaperSource, item: Item): CatalogueItem | undefined => pack.items.find((candidate) => candidate.code === item.code);

/** A day as papers write it: 2026年3月16日; a dash where there is none. */
export const dayOf = ({ locale, t }: Pick<PaperSource, "locale" | "t">, day: CivilDay | null): string =>
  day === null ? t("paper.none") : formats(locale).longDay(day);

/** 依照 for permits; 参照 where the law is only followed by analogy, as for filings and services. */
export const byLaw = (source: PaperSource, item: Item): string => source.t(ruleOf(source, item)?.kind === "permit" ? "paper.law.by" : "paper.law.like");

/** Who applies for what: the rows at the head of every paper of an item. */
export function itemFacts(source: PaperSource, item: Item): readonly Labelled[] {
  const { names, t } = source;
  return [
    ...projectFacts(source),
    { label: t("paper.fact.item"), value: names.item(item.id), wide: true },
    { label: t("paper.fact.item-no"), value: item.itemNo },
    { label: t("paper.fact.department"), value: names.department(item.departmentCode) },
  ];
}

/** The window that hands out what the deciding body issues (行政许可法 art. 32). */
export const handedOutAt = ({ t, centre }: PaperSource): Labelled => ({ label: t("paper.fact.handed-out"), value: centre, wide: true });

export function projectFacts({ state, t }: { readonly state: Pick<ProjectCase, "project">; readonly t: Translate }): readonly Labelled[] {
  const { project } = state;
  return [
    { label: t("paper.fact.project"), value: project.name, wide: true },
    { label: t("paper.fact.applicant"), value: project.enterpriseName },
    { label: t("paper.fact.credit-code"), value: project.creditCode },
    { label: t("paper.fact.project-no"), value: project.projectNo },
    { label: t("paper.fact.project-code"), value: project.projectCode ?? t("paper.none") },
  ];
}

/** The same with who represents the enterprise, where the letter says so: the head of what an enterprise signs. */
export const signerFacts = (source: PaperSource, { legalRepresentative }: LetterHead): readonly Labelled[] =>
  legalRepresentative === undefined ? [] : [{ label: source.t("paper.fact.representative"), value: legalRepresentative }];

/** What all papers share when nothing else is said. */
export const letter = (source: PaperSource, content: Pick<FormalContent, "blocks" | "signatures"> & Partial<FormalContent>): FormalContent => ({
  locale: source.locale,
  issuer: source.centre,
  title: source.t(`paper.kind.${source.subject.kind}`),
  reference: null,
  addressee: source.state.project.enterpriseName,
  watermark: null,
  ...content,
});

/** The same for papers without legal force: mark, and the sentences that say so before anything else. */
export const simulatedLetter = (
  source: PaperSource,
  {
    blocks,
    force,
    ...content
  }: Pick<SimulatedContent, "blocks" | "signatures" | "reference"> & Partial<SimulatedContent> & { readonly force: readonly string[] },
): SimulatedContent => ({
  locale: source.locale,
  issuer: source.centre,
  title: source.t(`paper.kind.${source.subject.kind}`),
  addressee: source.state.project.enterpriseName,
  ...content,
  simulated: true,
  watermark: source.t("simulation.mark"),
  blocks: [{ is: "box", title: source.t("paper.simulated.force"), lines: force }, ...blocks],
});
