import { type ChecklistLine, checklistBegun, checklistOf } from "../../../domain/case/checklist";
import { correctionNoticeDeadline, correctionsOf } from "../../../domain/case/correction";
import type { Translate } from "../../../i18n";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter, ruleOf } from "./source";

/** 收件清单: what was handed in on which day, and by when the window must answer. Not yet an acceptance. */
export const receiptList: PaperWriter = (source) => {
  const { t, state, pack } = source;
  const item = itemOfPaper(source);
  const deadline = correctionNoticeDeadline(item, source);
  const supplied = correctionsOf(state, item.id).at(-1)?.suppliedOn ?? null;
  const mayFollow = ruleOf(source, item)?.deferralAllowed ?? false;
  const kept = checklistBegun(state, item.id);
  const lines = checklistOf(state, item, pack);
  const window = source.names.pick({ zh: item.windowNameZh ?? "", en: item.windowNameEn ?? item.windowNameZh ?? "" });
  return letter(source, {
    blocks: [
      { is: "paragraph", text: t("paper.receipt.body", { day: dayOf(source, item.receivedOn), item: source.names.item(item.id) }) },
      ...(supplied === null ? [] : [{ is: "paragraph" as const, text: t("paper.receipt.supplied", { day: dayOf(source, supplied) }) }]),
      { is: "facts", rows: [...itemFacts(source, item), ...(window === "" ? [] : [{ label: t("paper.fact.window"), value: window, wide: true }])] },
      {
        is: "table",
        title: t("paper.receipt.materials"),
        columns: [
          { head: t("paper.column.no"), share: 8 },
          { head: t("paper.receipt.material"), share: 52 },
          { head: t("paper.receipt.sort"), share: 17 },
          { head: t("paper.receipt.copies"), share: 23 },
        ],
        rows: lines.map((line, index) => [
          String(index + 1),
          line.name,
          t(`paper.receipt.${line.kind === "deferrable" && !mayFollow ? "other" : line.kind}`),
          kept ? handedIn(line, t) : t("paper.receipt.unrecorded"),
        ]),
      },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [deadline === null ? t("paper.receipt.no-deadline") : t("paper.receipt.deadline", { day: dayOf(source, deadline) })],
      },
      { is: "note", lines: [t("paper.receipt.not-acceptance"), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.hander"), name: null, on: null },
      { label: t("paper.sign.receiver"), name: item.receivedByName, on: dayOf(source, item.receivedOn) },
    ],
  });
};

/** What lies with the centre of one material, in words. */
function handedIn({ status, row, source }: ChecklistLine, t: Translate): string {
  if (status === "waived") return t("paper.receipt.waived");
  const held = source ?? row;
  if (status === "outstanding" || held === null) return t("paper.receipt.outstanding");
  const parts = [
    ...(held.originals > 0 ? [t("paper.receipt.originals", { n: held.originals })] : []),
    ...(held.copies > 0 ? [t("paper.receipt.copies-of", { n: held.copies })] : []),
    ...(held.electronic ? [t("paper.receipt.electronic")] : []),
    ...(source === null ? [] : [t("paper.receipt.reused")]),
  ];
  return parts.join(t("list.comma"));
}
