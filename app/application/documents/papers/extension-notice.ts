import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { Item } from "../../../domain/case/state";
import { readItem } from "../../../domain/clock/item-clocks";
import { dayOf, itemFacts, itemOfPaper, letter, type PaperSource, type PaperWriter, partOfPaper } from "./source";

/** 延期通知书: how much longer, why, by whose approval, and the new last day (行政许可法 art. 42). */
export const extensionNotice: PaperWriter = (source) => {
  const { t, names, state } = source;
  const item = itemOfPaper(source);
  const extension = partOfPaper(state.extensions, source);
  const department = names.department(item.departmentCode);
  const ruledOn = extension.decidedOn ?? extension.requestedOn;
  const due = dueAsRuled(source, item, ruledOn);
  return letter(source, {
    issuer: department,
    blocks: [
      {
        is: "paragraph",
        text: t("paper.extension.body", { item: names.item(item.id), acceptanceNo: item.acceptanceNo, n: extension.workingDays, day: dayOf(source, ruledOn) }),
      },
      {
        is: "facts",
        rows: [
          ...itemFacts(source, item),
          { label: t("paper.extension.asked"), value: dayOf(source, extension.requestedOn) },
          { label: t("paper.extension.ruled"), value: dayOf(source, ruledOn) },
        ],
      },
      { is: "list", title: t("paper.reason"), items: [extension.reason] },
      {
        is: "box",
        title: t("paper.deadlines"),
        lines: [
          t("paper.extension.more", { n: extension.workingDays }),
          due === null ? t("paper.extension.paused") : t("paper.extension.due", { day: dayOf(source, due) }),
        ],
      },
    ],
    signatures: [
      { label: t("paper.sign.taker"), name: null, on: null },
      { label: department, name: department, on: dayOf(source, ruledOn), seal: true },
    ],
  });
};

/** The last day as it followed from what was known when the extension was approved; null while a pause was open then. */
function dueAsRuled({ state, pack, calendar }: PaperSource, item: Item, ruledOn: CivilDay): CivilDay | null {
  const known = Object.entries(state.procedures)
    .filter(([, procedure]) => procedure.openedOn <= ruledOn)
    .map(([id, procedure]) => [id, procedure.closedOn !== null && procedure.closedOn > ruledOn ? { ...procedure, closedOn: null } : procedure] as const);
  const forwardings = Object.fromEntries(Object.entries(state.forwardings).filter(([, forwarding]) => forwarding.sentOn <= ruledOn));
  const reading = readItem(
    { ...state, procedures: Object.fromEntries(known), forwardings },
    { ...item, status: "in-review", decidedOn: null, endedOn: null },
    pack,
    calendar,
    ruledOn,
  );
  return reading.dueOn;
}
