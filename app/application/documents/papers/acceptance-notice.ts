import type { Item } from "../../../domain/case/state";
import { readItem } from "../../../domain/clock/item-clocks";
import { byLaw, dayOf, handedOutAt, itemFacts, itemOfPaper, letter, type PaperSource, type PaperWriter } from "./source";

/** 受理通知书: accepted from which day, and until when the department decides. */
export const acceptanceNotice: PaperWriter = (source) => {
  const { t } = source;
  const item = itemOfPaper(source);
  const department = source.names.department(item.departmentCode);
  const facts = {
    item: source.names.item(item.id),
    received: dayOf(source, item.completeOn ?? item.receivedOn),
    accepted: dayOf(source, item.acceptedOn),
    by: byLaw(source, item),
  };
  return letter(source, {
    issuer: department,
    reference: item.acceptanceNo,
    blocks: [
      { is: "paragraph", text: t(item.deemedAccepted ? "paper.acceptance.deemed" : "paper.acceptance.body", facts) },
      ...(item.jointAcceptance ? [{ is: "paragraph" as const, text: t("paper.acceptance.joint", { stage: source.names.stage(item.stage) }) }] : []),
      {
        is: "facts",
        rows: [
          ...itemFacts(source, item),
          { label: t("paper.fact.accepted"), value: dayOf(source, item.acceptedOn) },
          { label: t("paper.fact.type"), value: source.names.itemType(item.type) },
          handedOutAt(source),
        ],
      },
      { is: "box", title: t("paper.deadlines"), lines: limitLines(source, item) },
      { is: "note", lines: [t("paper.acceptance.progress", { projectNo: source.state.project.projectNo }), t("paper.free")] },
    ],
    signatures: [
      { label: t("paper.sign.accepter"), name: item.acceptedByName, on: dayOf(source, item.acceptedOn) },
      { label: department, name: department, on: dayOf(source, item.acceptedOn), seal: true },
    ],
  });
};

/** The limits as they stood on the day of acceptance: later pauses and extensions have notices of their own and change nothing here. */
export function limitLines(source: PaperSource, item: Item): readonly string[] {
  const { t, state, pack, calendar } = source;
  const untouched = { ...state, procedures: {}, extensions: {}, forwardings: {} };
  const reading = readItem(untouched, { ...item, status: "accepted", decidedOn: null, endedOn: null }, pack, calendar, item.acceptedOn ?? "");
  const due = (day: string | null): string => dayOf(source, day);
  return [
    item.committedWorkingDays === null || reading.committed === null
      ? t("paper.limit.committed.none")
      : t(item.committedAssumed ? "paper.limit.committed.assumed" : "paper.limit.committed", {
          n: item.committedWorkingDays,
          day: due(reading.committed.dueOn),
        }),
    item.statutoryDays === null || reading.statutory === null
      ? t("paper.limit.statutory.none")
      : t(`paper.limit.statutory.${item.statutoryUnit}`, { n: item.statutoryDays, day: due(reading.statutory.dueOn) }),
    t("paper.limit.outside"),
    ...(reading.committed?.provisional || reading.statutory?.provisional ? [t("paper.limit.provisional")] : []),
  ];
}
