import { dayOf, letter, type PaperWriter, partOfPaper, projectFacts } from "./source";

/** 材料交接单: paper that passes between window and department, piece by piece, signed on both sides. */
export const handOverReceipt: PaperWriter = (source) => {
  const { t, state, names } = source;
  const handover = partOfPaper(state.handovers, source);
  const department = handover.departmentCode === null ? t("paper.none") : names.department(handover.departmentCode);
  const toDepartment = handover.kind === "to-department";
  return letter(source, {
    addressee: null,
    blocks: [
      {
        is: "facts",
        rows: [
          ...projectFacts(source),
          { label: t("paper.handover.from"), value: toDepartment ? source.centre : department },
          { label: t("paper.handover.to"), value: toDepartment ? department : source.centre },
          { label: t("paper.handover.pieces"), value: handover.pieces === null ? t("paper.unstated") : t("paper.handover.pieces.n", { n: handover.pieces }) },
          { label: t("paper.handover.on"), value: dayOf(source, handover.sentOn) },
          ...(handover.contents === null ? [] : [{ label: t("paper.handover.contents"), value: handover.contents, wide: true }]),
        ],
      },
      {
        is: "table",
        title: t(toDepartment ? "paper.handover.files" : "paper.handover.results"),
        columns: [
          { head: t("paper.column.no"), share: 8 },
          { head: t("paper.fact.item-no"), share: 28 },
          { head: t("paper.fact.item"), share: 64 },
        ],
        rows: handover.itemIds.map((id, index) => [String(index + 1), state.items[id]?.itemNo ?? id, names.item(id)]),
      },
      { is: "note", lines: [t("paper.handover.clock")] },
    ],
    signatures: [
      { label: t("paper.sign.giver"), name: handover.sentByName, on: dayOf(source, handover.sentOn) },
      { label: t("paper.sign.receiver"), name: handover.receivedBy, on: handover.arrivedOn === null ? null : dayOf(source, handover.arrivedOn) },
    ],
  });
};
