import { letterOf, type RiskPromise, type SimulationRiskLetter } from "../../../domain/case/letter";
import { letterSignatures, signatureOf, signatureRecord } from "./signature-record";
import { dayOf, letter, type PaperSource, type PaperWriter, partOfPaper, projectFacts, signerFacts } from "./source";

/** 模拟审批风险承诺书: what the enterprise takes upon itself, word for word what was signed, with the record of the signature. */
export const simulationLetter: PaperWriter = (source) => {
  const { t, state, pack, subject } = source;
  const run = partOfPaper(state.runs, source);
  const { letter: said, signature } = signatureOf(source, letterOf("simulation-risk", state, subject.subjectId, pack));
  if (said.kind !== "simulation-risk") throw new Error("not a risk letter");
  return letter(source, {
    issuer: state.project.enterpriseName,
    addressee: source.centre,
    reference: run.runNo,
    blocks: [
      { is: "paragraph", text: t("paper.risk.body", { runNo: said.runNo, kind: t(`simulation.kind.${said.runKind}`), day: dayOf(source, said.appliedOn) }) },
      { is: "facts", rows: [...projectFacts(source), ...signerFacts(source, said), { label: t("letter.site"), value: said.site, wide: true }] },
      {
        is: "list",
        title: t("letter.missing"),
        items: said.missing.map(({ code, expectedOn }) =>
          t("letter.missing.one", { precondition: t(`simulation.precondition.${code}`), day: dayOf(source, expectedOn) }),
        ),
      },
      { is: "list", title: t("letter.items"), items: said.items.map(({ nameZh, nameEn }) => source.names.pick({ zh: nameZh, en: nameEn })) },
      { is: "list", title: t("letter.promises"), items: said.promises.map((promise) => promiseWords(source, said, promise)) },
      { is: "box", title: t("paper.risk.breach"), lines: [t("letter.breach")] },
      ...signatureRecord(source, said, signature),
    ],
    signatures: letterSignatures(source, signature),
  });
};

/** A promise in the words the enterprise read before it signed. */
function promiseWords({ t }: PaperSource, { conversionWorkingDays: n, validMonths: months }: SimulationRiskLetter, promise: RiskPromise): string {
  return promise === "convert-in-time" && n === null ? t("letter.promise.convert-in-time.undated", { months }) : t(`letter.promise.${promise}`, { n, months });
}
