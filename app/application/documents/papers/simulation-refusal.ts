import { simulatedOf } from "../../../domain/case/simulation/reads";
import { dayOf, letter, type PaperWriter, partOfPaper, projectFacts } from "./source";

/** 模拟审批不予受理通知书: the written reason for not taking a run up, and that the ordinary way stays open. */
export const simulationRefusal: PaperWriter = (source) => {
  const { t, state, names } = source;
  const run = partOfPaper(state.runs, source);
  return letter(source, {
    reference: run.runNo,
    blocks: [
      { is: "paragraph", text: t("paper.simulation.refusal.body", { day: dayOf(source, run.appliedOn), runNo: run.runNo }) },
      {
        is: "facts",
        rows: [
          ...projectFacts(source),
          { label: t("paper.fact.run-no"), value: run.runNo },
          { label: t("paper.simulation.lead"), value: names.department(run.leadDepartmentCode) },
        ],
      },
      { is: "list", title: t("letter.items"), items: simulatedOf(state, run.id).map(({ itemId }) => names.item(itemId)) },
      { is: "list", title: t("paper.reason"), items: [run.reviewReason ?? t("paper.unstated")] },
      { is: "box", title: t("paper.simulation.next"), lines: [t("paper.simulation.refusal.again"), t("paper.simulation.ordinary")] },
      { is: "note", lines: [t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: source.centre, name: source.centre, on: dayOf(source, run.reviewedOn), seal: true },
    ],
  });
};
