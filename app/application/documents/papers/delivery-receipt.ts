import { isFulfilled } from "../../../domain/case/moves";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter } from "./source";

/** 送达回证: which document was handed over or posted, to whom and when; signed by who takes it. */
export const deliveryReceipt: PaperWriter = (source) => {
  const { t, names } = source;
  const item = itemOfPaper(source);
  const handover = Object.values(source.state.handovers)
    .filter(({ kind, itemIds }) => (kind === "window-out" || kind === "post-out") && itemIds.includes(item.id))
    .at(-1);
  return letter(source, {
    addressee: null,
    blocks: [
      {
        is: "facts",
        rows: [
          ...itemFacts(source, item),
          {
            label: t("paper.delivery.document"),
            value: t(isFulfilled(item) ? "paper.delivery.granted" : "paper.delivery.refused", { item: names.item(item.id) }),
            wide: true,
          },
          { label: t("paper.delivery.number"), value: item.decisionNo ?? t("paper.none") },
          { label: t("paper.delivery.decided"), value: dayOf(source, item.decidedOn) },
          {
            label: t("paper.delivery.method"),
            value: item.deliveryMethod === null ? t("paper.delivery.method.blank") : t(`paper.delivery.method.${item.deliveryMethod}`),
          },
          { label: t("paper.delivery.on"), value: dayOf(source, item.deliveredOn) },
          ...(handover?.trackingNo
            ? [{ label: t("paper.delivery.parcel"), value: `${handover.carrier ?? ""} ${handover.trackingNo}`.trim(), wide: true }]
            : []),
        ],
      },
      { is: "box", title: t("paper.delivery.notes"), lines: [t("paper.delivery.within"), t("paper.delivery.representative")] },
    ],
    signatures: [
      { label: t("paper.sign.recipient"), name: null, on: item.deliveredOn === null ? null : dayOf(source, item.deliveredOn) },
      { label: t("paper.sign.deliverer"), name: handover?.sentByName ?? null, on: item.deliveredOn === null ? null : dayOf(source, item.deliveredOn) },
      { label: source.centre, name: source.centre, on: dayOf(source, item.issuedOn), seal: true },
    ],
  });
};
