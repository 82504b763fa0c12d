import { translator } from "../../../i18n";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperWriter, partOfPaper } from "./source";

/** How rules name the closed list of the licensing law; other sources of places are quoted as they are. */
const LICENSING_LAW = translator("zh-CN")("paper.procedure.basis.licensing-law");

/** 特别程序告知书: which procedure, why, how long, and which clock stands still meanwhile (行政许可法 art. 45). */
export const procedureNotice: PaperWriter = (source) => {
  const { t, names, pack, calendar, state } = source;
  const item = itemOfPaper(source);
  const procedure = partOfPaper(state.procedures, source);
  const department = names.department(item.departmentCode);
  const kind = names.procedure(procedure.kind);
  const basis = pack.procedures.find((one) => one.code === procedure.kind)?.source ?? t("paper.unstated");
  const told = procedure.toldWorkingDays;
  const expected = told === null ? null : calendar.nthWorkingDayAfter(procedure.openedOn, told);
  return letter(source, {
    issuer: department,
    reference: procedure.noticeNo,
    blocks: [
      { is: "paragraph", text: t("paper.procedure.body", { item: names.item(item.id), acceptanceNo: item.acceptanceNo, kind }) },
      {
        is: "facts",
        rows: [
          ...itemFacts(source, item),
          { label: t("paper.procedure.kind"), value: kind },
          { label: t("paper.procedure.from"), value: dayOf(source, procedure.openedOn) },
          { label: t("paper.procedure.needs"), value: told === null ? t("paper.unstated") : t("paper.working-days", { n: told }) },
          { label: t("paper.procedure.until"), value: dayOf(source, expected) },
          { label: t("paper.procedure.basis"), value: basis === LICENSING_LAW ? t("paper.procedure.basis.licensing-law") : basis, wide: true },
        ],
      },
      { is: "list", title: t("paper.reason"), items: [procedure.reason] },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [t(`paper.procedure.stops.${procedure.stops}`), t("paper.procedure.resumes")],
      },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, procedure.openedOn), seal: true },
    ],
  });
};
