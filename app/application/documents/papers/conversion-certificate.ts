import type { SimulatedItem } from "../../../domain/case/parts/simulation";
import type { Item } from "../../../domain/case/state";
import type { Labelled } from "../../../pdf/sections";
import { differencesBlock, simulatedFacts, simulatedOfPaper, triggerOf } from "./simulation-source";
import { dayOf, itemOfPaper, letter, type PaperSource, type PaperWriter } from "./source";

/** 转正证明: which simulated opinion was exchanged, what had changed since, what was reviewed again, and the formal numbers now. */
export const conversionCertificate: PaperWriter = (source) => {
  const { t, names } = source;
  const { simulated, run } = simulatedOfPaper(source);
  const item = itemOfPaper(source);
  const changed = differencesBlock(source, simulated.differences);
  return letter(source, {
    reference: item.acceptanceNo,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.conversion.body", {
          item: names.item(item.id),
          opinionNo: simulated.opinionNo,
          given: dayOf(source, simulated.opinionOn),
          day: dayOf(source, simulated.convertedOn),
        }),
      },
      {
        is: "facts",
        rows: [
          ...simulatedFacts(source, simulated, run),
          { label: t("paper.conversion.trigger"), value: triggerOf(source, run), wide: true },
          { label: t("paper.conversion.presented"), value: dayOf(source, run.triggeredOn) },
          { label: t("paper.conversion.on"), value: dayOf(source, simulated.convertedOn) },
        ],
      },
      { is: "facts", title: t("paper.conversion.formal"), rows: formalRows(source, item) },
      changed ?? { is: "list", title: t("paper.conversion.changed", { n: 0 }), items: [t("simulation.differences.none")] },
      { is: "list", title: t("paper.conversion.reviewed"), items: reviewedAgain(source, simulated) },
      { is: "note", lines: [t("paper.conversion.effect"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: source.centre, name: source.centre, on: dayOf(source, simulated.convertedOn), seal: true },
    ],
  });
};

/** What the item carries now; the decision is the department's and may still be to come. */
function formalRows(source: PaperSource, item: Item): readonly Labelled[] {
  const { t } = source;
  const decided = item.decidedOn !== null;
  return [
    { label: t("paper.fact.acceptance-no"), value: item.acceptanceNo ?? t("paper.none") },
    { label: t("paper.fact.accepted"), value: dayOf(source, item.acceptedOn) },
    {
      label: t("paper.conversion.decision-no"),
      value: decided ? (item.decisionNo ?? t("paper.none")) : t("paper.conversion.undecided"),
    },
    { label: t("paper.delivery.decided"), value: dayOf(source, item.decidedOn) },
  ];
}

/** Only what differed was looked at again: who confirmed it, or what had to be put right. */
function reviewedAgain(source: PaperSource, simulated: SimulatedItem): readonly string[] {
  const { t } = source;
  const { differencesConfirmedOn: on, differencesConfirmedByName: name, differencesNote: note } = simulated;
  const lines = [
    ...(simulated.conversionCorrectionOn === null
      ? []
      : [
          t("paper.conversion.corrected", {
            day: dayOf(source, simulated.conversionCorrectionOn),
            defects: simulated.conversionDefects.join(t("list.semicolon")),
            supplied: dayOf(source, simulated.conversionSuppliedOn),
          }),
        ]),
    ...(on === null ? [] : [t("paper.conversion.confirmed", { day: dayOf(source, on), name, n: simulated.differences.length })]),
    ...(on === null || note === null ? [] : [t("paper.conversion.note", { note })]),
  ];
  return lines.length === 0 ? [t("paper.conversion.nothing")] : lines;
}
