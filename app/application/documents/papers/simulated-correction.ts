import type { SimulatedItem } from "../../../domain/case/parts/simulation";
import { simulatedNoticeNo, simulatedOf } from "../../../domain/case/simulation/reads";
import type { LetterBlock } from "../../../pdf/papers/blocks";
import { simulatedFacts, simulatedOfPaper } from "./simulation-source";
import { dayOf, type PaperSource, type SimulatedPaperWriter, simulatedLetter } from "./source";

/**
 * 模拟审查一次性告知书: every defect the department found in the simulated file, in one list. It is not the notice of a formal
 * acceptance: no time of the law runs with it, and no formal number stands on it.
 */
export const simulatedCorrection: SimulatedPaperWriter = (source) => {
  const { t, state, names } = source;
  const { simulated, run } = simulatedOfPaper(source);
  const { correctionOn, correctionDefects: defects } = simulated;
  if (correctionOn === null) throw new Error("no simulated list was given");
  const department = names.department(simulated.departmentCode);
  const ordinal = simulatedOf(state, run.id).findIndex(({ id }) => id === simulated.id) + 1;
  return simulatedLetter(source, {
    issuer: department,
    reference: simulatedNoticeNo(run.runNo, ordinal),
    force: [t("paper.simulated-correction.no-force"), t("paper.simulated-correction.no-clock")],
    blocks: [
      {
        is: "paragraph",
        text: t("paper.simulated-correction.body", { item: names.item(simulated.itemId), runNo: run.runNo, day: dayOf(source, correctionOn) }),
      },
      { is: "facts", rows: [...simulatedFacts(source, simulated, run), { label: t("paper.simulated-correction.on"), value: dayOf(source, correctionOn) }] },
      { is: "list", title: t("paper.correction.list", { n: defects.length }), items: defects },
      ...settled(source, simulated),
      {
        is: "box",
        title: t("paper.simulation.next"),
        lines: [
          ...(simulated.correctionSuppliedOn === null ? [t("paper.simulated-correction.supply"), t("paper.simulated-correction.after")] : []),
          t("paper.simulation.ordinary"),
        ],
      },
      { is: "note", lines: [t("paper.simulated-correction.whole"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, correctionOn), seal: true, stamp: t("simulation.mark") },
    ],
  });
};

/** What became of the list, so that nobody goes on looking for what lies with the department. */
function settled(source: PaperSource, { correctionSuppliedOn, correctionNote }: SimulatedItem): readonly LetterBlock[] {
  const { t } = source;
  if (correctionSuppliedOn === null) return [];
  const line = t("paper.simulated-correction.supplied", { day: dayOf(source, correctionSuppliedOn) });
  return [{ is: "box", title: t("paper.opinion.standing"), lines: correctionNote === null ? [line] : [line, correctionNote] }];
}
