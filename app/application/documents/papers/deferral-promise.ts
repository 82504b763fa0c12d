import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter, partOfPaper } from "./source";

/** 容缺受理承诺书: the applicant promises to bring what is missing by a day, and knows what follows if not. */
export const deferralPromise: PaperWriter = (source) => {
  const { t, state, pack } = source;
  const item = itemOfPaper(source);
  const deferral = partOfPaper(state.deferrals, source);
  const failed = pack.rules?.deferralFailedOutcome.value ?? null;
  return letter(source, {
    issuer: state.project.enterpriseName,
    addressee: source.centre,
    reference: deferral.promiseNo,
    blocks: [
      { is: "paragraph", text: t("paper.promise.body", { item: source.names.item(item.id) }) },
      { is: "facts", rows: itemFacts(source, item) },
      { is: "list", title: t("paper.deferral.missing", { n: deferral.missing.length }), items: deferral.missing },
      {
        is: "list",
        title: t("paper.promise.title"),
        items: [
          t("paper.promise.true"),
          t("paper.promise.by", { day: dayOf(source, deferral.supplyBy) }),
          t("paper.promise.failed", { outcome: t(failed === null ? "paper.unstated" : `paper.deferral.outcome.${failed}`) }),
          t("paper.promise.liable"),
        ],
      },
    ],
    signatures: [
      { label: t("paper.sign.promiser"), name: deferral.promisedBy, on: dayOf(source, deferral.grantedOn) },
      { label: state.project.enterpriseName, name: state.project.enterpriseName, on: dayOf(source, deferral.grantedOn), seal: true },
    ],
  });
};
