import { remediesBlock } from "./remedies";
import { byLaw, dayOf, handedOutAt, itemFacts, itemOfPaper, letter, type PaperWriter } from "./source";

/** 不予受理决定书: why the application is not accepted, and what may be done against it. */
export const nonAcceptance: PaperWriter = (source) => {
  const { t } = source;
  const item = itemOfPaper(source);
  const department = source.names.department(item.departmentCode);
  const day = item.endedOn ?? item.receivedOn ?? source.today;
  return letter(source, {
    issuer: department,
    reference: item.decisionNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.non-acceptance.body", { received: dayOf(source, item.receivedOn), item: source.names.item(item.id), by: byLaw(source, item) }),
      },
      { is: "facts", rows: [...itemFacts(source, item), handedOutAt(source)] },
      { is: "list", title: t("paper.reason"), items: [item.decisionReason ?? t("paper.unstated")] },
      remediesBlock(source, day),
      { is: "note", lines: [t("paper.non-acceptance.returned"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, day), seal: true },
    ],
  });
};
