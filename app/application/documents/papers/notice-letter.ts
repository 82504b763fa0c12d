import { letterOf } from "../../../domain/case/letter";
import type { NoticeCommitmentLetter } from "../../../domain/case/notice-commitment/letter";
import { breachSteps } from "./breach-terms";
import { letterSignatures, signatureOf, signatureRecord } from "./signature-record";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperSource, type PaperWriter, signerFacts } from "./source";

/** 告知承诺书: what was told condition by condition, how each will be met, what follows if not, and the record of the signature. */
export const noticeCommitmentLetter: PaperWriter = (source) => {
  const { t, state, pack, subject, names } = source;
  const item = itemOfPaper(source);
  const { letter: said, signature } = signatureOf(source, letterOf("notice-commitment", state, subject.subjectId, pack));
  if (said.kind !== "notice-commitment") throw new Error("not a notice-commitment letter");
  return letter(source, {
    issuer: state.project.enterpriseName,
    addressee: names.department(said.departmentCode),
    reference: said.commitmentNo,
    blocks: [
      { is: "paragraph", text: t("paper.notice.body", { item: names.item(item.id), noticeNo: said.noticeNo, day: dayOf(source, said.toldOn) }) },
      { is: "facts", rows: [...itemFacts(source, item), ...signerFacts(source, said)] },
      {
        is: "table",
        title: t("paper.notice.standards", { n: said.standards.length }),
        columns: [
          { head: t("paper.column.no"), share: 7 },
          { head: t("paper.notice.standard"), share: 32 },
          { head: t("paper.notice.shown"), share: 22 },
          { head: t("paper.notice.by"), share: 16 },
          { head: t("paper.notice.manner"), share: 23 },
        ],
        rows: said.standards.map(({ textZh, textEn, shownBy, metBy, manner }, index) => [
          String(index + 1),
          names.pick({ zh: textZh, en: textEn }),
          shownBy,
          metBy === null ? t("paper.notice.at-once") : dayOf(source, metBy),
          manner ?? t("paper.none"),
        ]),
      },
      ...(said.replaces.length === 0 ? [] : [{ is: "list" as const, title: t("letter.notice-commitment.replaces"), items: said.replaces }]),
      { is: "list", title: t("letter.promises"), items: promises(source, said) },
      { is: "list", title: t("letter.notice-commitment.consequences"), items: consequences(source, said) },
      ...signatureRecord(source, said, signature),
    ],
    signatures: letterSignatures(source, signature),
  });
};

const promises = ({ t }: PaperSource, { promises: all, checkWorkingDays: n }: NoticeCommitmentLetter): readonly string[] =>
  all.map((promise) => (promise === "accept-check" && n !== null ? t("letter.notice.promise.accept-check.by", { n }) : t(`letter.notice.promise.${promise}`)));

function consequences(source: PaperSource, { consequences: steps, barredUntilRepaired }: NoticeCommitmentLetter): readonly string[] {
  const { t } = source;
  const stated = steps.length === 0 ? [t("letter.notice-commitment.consequences.unstated")] : breachSteps(source, steps);
  return barredUntilRepaired && !steps.includes("barred-until-repaired") ? [...stated, t("letter.notice-commitment.barred")] : stated;
}
