import { checklistBegun } from "../../../domain/case/checklist";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter, partOfPaper } from "./source";

/** 转报函: the place has examined and sends opinion and file to the level that decides (行政许可法 arts. 35, 43). */
export const forwardingLetter: PaperWriter = (source) => {
  const { t, state, names } = source;
  const item = itemOfPaper(source);
  const forwarding = partOfPaper(state.forwardings, source);
  const department = names.department(item.departmentCode);
  return letter(source, {
    issuer: department,
    addressee: forwarding.upperBody,
    reference: forwarding.letterNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.forwarding.body", { applicant: state.project.enterpriseName, item: names.item(item.id), accepted: dayOf(source, item.acceptedOn) }),
      },
      {
        is: "facts",
        rows: [
          ...itemFacts(source, item),
          { label: t("paper.fact.acceptance-no"), value: item.acceptanceNo ?? t("paper.none") },
          { label: t("paper.forwarding.level"), value: t(`paper.level.${forwarding.level}`) },
          { label: t("paper.forwarding.person"), value: forwarding.personInCharge },
          { label: t("paper.forwarding.sent"), value: dayOf(source, forwarding.sentOn) },
        ],
      },
      {
        is: "list",
        title: t("paper.forwarding.enclosed"),
        items: [
          t("paper.forwarding.opinion"),
          t(checklistBegun(state, item.id) ? "paper.forwarding.file" : "paper.forwarding.file-unlisted"),
          t("paper.forwarding.acceptance"),
        ],
      },
      {
        is: "box",
        title: t("paper.forwarding.asked"),
        lines: [t("paper.forwarding.receipt"), t("paper.forwarding.result", { person: forwarding.personInCharge })],
      },
    ],
    signatures: [
      { label: t("paper.sign.upper"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, forwarding.sentOn), seal: true },
    ],
  });
};
