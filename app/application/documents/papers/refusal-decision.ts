import { remediesBlock } from "./remedies";
import { byLaw, dayOf, itemFacts, itemOfPaper, letter, type PaperWriter } from "./source";

/** 不予许可决定书: the department's refusal with its reason and the remedies (行政许可法 art. 38). */
export const refusalDecision: PaperWriter = (source) => {
  const { t, names } = source;
  const item = itemOfPaper(source);
  const department = names.department(item.departmentCode);
  const day = item.decidedOn ?? source.today;
  return letter(source, {
    issuer: department,
    reference: item.decisionNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.refusal.body", {
          accepted: dayOf(source, item.acceptedOn),
          acceptanceNo: item.acceptanceNo,
          item: names.item(item.id),
          by: byLaw(source, item),
        }),
      },
      { is: "facts", rows: itemFacts(source, item) },
      { is: "list", title: t("paper.reason"), items: [item.decisionReason ?? t("paper.unstated")] },
      remediesBlock(source, day),
      ...(item.overdueReason === null ? [] : [{ is: "note" as const, lines: [t("paper.refusal.overdue", { reason: item.overdueReason })] }]),
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, day), seal: true },
    ],
  });
};
