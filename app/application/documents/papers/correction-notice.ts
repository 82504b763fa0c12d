import { correctionsOf } from "../../../domain/case/correction";
import { byLaw, dayOf, handedOutAt, itemFacts, itemOfPaper, letter, type PaperWriter, partOfPaper } from "./source";

/** 一次性告知书: every defect in one list, by when to bring what is missing and what follows if not. */
export const correctionNotice: PaperWriter = (source) => {
  const { t, state, pack } = source;
  const item = itemOfPaper(source);
  const department = source.names.department(item.departmentCode);
  const correction = partOfPaper(state.corrections, source);
  const before = correctionsOf(state, item.id).filter((earlier) => earlier.ordinal < correction.ordinal);
  const handedIn = before.at(-1)?.suppliedOn ?? item.receivedOn;
  const failed = pack.parameters.correctionFailedOutcome.value;
  return letter(source, {
    issuer: department,
    reference: correction.noticeNo,
    blocks: [
      { is: "paragraph", text: t("paper.correction.body", { day: dayOf(source, handedIn), item: source.names.item(item.id), by: byLaw(source, item) }) },
      ...(correction.ordinal > 1
        ? [{ is: "paragraph" as const, text: t("paper.correction.again", { n: correction.ordinal, reason: correction.allowedReason }) }]
        : []),
      { is: "facts", rows: [...itemFacts(source, item), handedOutAt(source)] },
      { is: "list", title: t("paper.correction.list", { n: correction.defects.length }), items: correction.defects },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [
          correction.replyBy === null ? t("paper.correction.no-day") : t("paper.correction.by", { day: dayOf(source, correction.replyBy) }),
          t("paper.correction.complete"),
          t("paper.correction.failed", { outcome: t(failed === null ? "paper.unstated" : `paper.outcome.${failed}`) }),
        ],
      },
      { is: "note", lines: [t("paper.correction.whole"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, correction.notifiedOn), seal: true },
    ],
  });
};
