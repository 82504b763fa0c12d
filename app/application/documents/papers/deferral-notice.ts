import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter, partOfPaper } from "./source";

/** 容缺受理通知书: accepted with these gaps; what to bring by when, and what follows if not. */
export const deferralNotice: PaperWriter = (source) => {
  const { t, state, pack } = source;
  const item = itemOfPaper(source);
  const deferral = partOfPaper(state.deferrals, source);
  const failed = pack.rules?.deferralFailedOutcome.value ?? null;
  const waits = pack.rules?.deferralDecisionWaits.value ?? null;
  return letter(source, {
    reference: deferral.noticeNo,
    blocks: [
      { is: "paragraph", text: t("paper.deferral.body", { item: source.names.item(item.id), accepted: dayOf(source, item.acceptedOn) }) },
      ...(deferral.promiseNo === null ? [] : [{ is: "paragraph" as const, text: t("paper.deferral.promised", { promiseNo: deferral.promiseNo }) }]),
      { is: "facts", rows: [...itemFacts(source, item), { label: t("paper.fact.acceptance-no"), value: item.acceptanceNo ?? t("paper.none"), wide: true }] },
      { is: "list", title: t("paper.deferral.missing", { n: deferral.missing.length }), items: deferral.missing },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [
          t("paper.deferral.by", { day: dayOf(source, deferral.supplyBy) }),
          ...(deferral.extendedFrom === null
            ? []
            : [t("paper.deferral.extended", { from: dayOf(source, deferral.extendedFrom), reason: deferral.extendedReason })]),
          ...(waits === null ? [] : [t(waits ? "paper.deferral.waits" : "paper.deferral.goes-on")]),
          t("paper.deferral.failed", { outcome: t(failed === null ? "paper.unstated" : `paper.deferral.outcome.${failed}`) }),
        ],
      },
      { is: "note", lines: [t("paper.deferral.how"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: source.centre, name: source.centre, on: dayOf(source, deferral.grantedOn), seal: true },
    ],
  });
};
