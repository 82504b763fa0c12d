import type { ProjectCommitmentLetter, ProjectPromise } from "../../../domain/case/commitment/letter";
import { letterOf } from "../../../domain/case/letter";
import { formats } from "../../../i18n/formats";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import { breachSteps } from "./breach-terms";
import { letterSignatures, signatureOf, signatureRecord } from "./signature-record";
import { dayOf, letter, type PaperSource, type PaperWriter, projectFacts, signerFacts } from "./source";

/** 项目承诺书 with the standards list as its annex: what the enterprise promises for the project, and over which text it signed. */
export const commitmentLetter: PaperWriter = (source) => {
  const { t, state, pack, subject } = source;
  const { letter: said, signature } = signatureOf(source, letterOf("project-commitment", state, subject.subjectId, pack));
  if (said.kind !== "project-commitment") throw new Error("not a commitment letter");
  return letter(source, {
    issuer: state.project.enterpriseName,
    addressee: source.centre,
    reference: said.commitmentNo,
    blocks: [
      { is: "paragraph", text: t("paper.commitment.body", { no: said.standardsNo ?? t("paper.none"), day: dayOf(source, said.standardsOn) }) },
      { is: "facts", rows: [...projectFacts(source), ...signerFacts(source, said), { label: t("letter.site"), value: said.site, wide: true }] },
      { is: "list", title: t("letter.promises"), items: said.promises.map((promise) => promiseWords(source, said, promise)) },
      { is: "box", title: t("paper.risk.breach"), lines: breach(source, said) },
      ...(said.supplement === null ? [] : [{ is: "list" as const, title: t("letter.supplement"), items: [said.supplement] }]),
      ...signatureRecord(source, said, signature),
      standardsAnnex(source, said.standards),
    ],
    signatures: letterSignatures(source, signature),
  });
};

function promiseWords({ t }: PaperSource, said: ProjectCommitmentLetter, promise: ProjectPromise): string {
  const points = said.points.map((point) => t(`commitment.point.${point}`)).join(t("list.comma"));
  return t(`letter.promise.${promise}`, { n: said.publicityDays, points });
}

function breach(source: PaperSource, { breachSteps: steps, breachFines: fines }: ProjectCommitmentLetter): readonly string[] {
  const { t, names, locale } = source;
  return [
    steps === null ? t("letter.breach.unstated") : t("letter.breach.steps", { steps: breachSteps(source, steps).join(t("list.comma")) }),
    ...fines.map(({ whenZh, whenEn, fromYuan, toYuan }) =>
      t("pack.value.fine", { when: names.pick({ zh: whenZh, en: whenEn }), from: formats(locale).number(fromYuan), to: formats(locale).number(toYuan) }),
    ),
  ];
}

/** 标准清单 line by line: indicator, condition, value, by when, which authority, and the item it stands for. */
export function standardsAnnex(source: PaperSource, standards: ProjectCommitmentLetter["standards"]): LetterBlock {
  const { t, names } = source;
  return {
    is: "table",
    title: t("paper.commitment.standards", { n: standards.length }),
    columns: [
      { head: t("paper.column.no"), share: 6 },
      { head: t("paper.commitment.indicator"), share: 16 },
      { head: t("paper.commitment.condition"), share: 25 },
      { head: t("paper.commitment.by"), share: 14 },
      { head: t("paper.review.body"), share: 17 },
      { head: t("paper.commitment.item"), share: 22 },
    ],
    rows: standards.map((one) => [
      String(one.ordinal),
      one.indicator,
      [one.condition, one.value].filter((text) => text !== "").join(t("list.comma")),
      dayOf(source, one.dueOn),
      names.departmentShort(one.departmentCode),
      one.item === null ? t("paper.none") : names.pick({ zh: one.item.nameZh, en: one.item.nameEn }) + effectOf(source, one.effect),
    ]),
  };
}

const effectOf = ({ t }: PaperSource, effect: ProjectCommitmentLetter["standards"][number]["effect"]): string =>
  effect === null ? "" : t("paper.commitment.effect", { effect: t(`commitment.effect.${effect}`) });
