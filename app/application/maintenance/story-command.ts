import { type DemoCentre, type PaperKind, paperNo } from "../../../db/seeds/centres";
import type { Telling } from "../../../db/seeds/story";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Command } from "../../domain/case/commands";
import type { Item, ProjectCase } from "../../domain/case/state";

/** Where and when a telling is played. */
export interface Scene {
  readonly centre: DemoCentre;
  readonly state: ProjectCase;
  readonly day: CivilDay;
  readonly calendar: WorkingCalendar;
}

/** The item a story means by its catalogue code; throws when the plan does not hold it. */
export function itemOfCode(state: ProjectCase, code: string): Item {
  const item = Object.values(state.items).find((candidate) => candidate.code === code);
  if (!item) throw new Error(`the plan of ${state.project.name} has no ${code}`);
  return item;
}

/** Fills in what a story leaves open: the day, the addresses inside the case and the numbers of the papers. */
export function commandOf(telling: Telling, { centre, state, day, calendar }: Scene): Command {
  const on = day;
  const projectSeq = Number(state.project.projectNo.split("-").at(-1));
  const paper = (kind: PaperKind, item: Item | null, ordinal = item?.ordinal ?? 0) =>
    paperNo(centre, kind, item?.departmentCode ?? "", day.slice(0, 4), projectSeq * 100 + ordinal);
  const replyBy = (replyIn: number | null) => (replyIn === null ? null : calendar.nthWorkingDayAfter(day, replyIn));
  const of = (code: string) => itemOfCode(state, code);
  switch (telling.type) {
    case "answer-screening":
      return telling;
    case "confirm-plan":
      return { ...telling, on };
    case "receive-items":
      return { type: telling.type, itemNos: telling.items.map((code) => of(code).itemNo), on };
    case "accept-stage":
      return { ...telling, on, acceptanceNo: paper("acceptance", null, 90) };
    case "convene-review":
      return { type: telling.type, stage: telling.stage, departmentCodes: telling.departmentCodes, replyBy: replyBy(telling.replyIn), on };
    case "give-opinion": {
      const review = Object.values(state.reviews).find((candidate) => candidate.stage === telling.stage && candidate.status === "open");
      if (!review) throw new Error(`${state.project.name} has no open joint review of ${telling.stage}`);
      return { type: telling.type, reviewId: review.id, stance: telling.stance, conditions: telling.conditions, on };
    }
    case "add-note":
      return {
        type: telling.type,
        itemNo: telling.item === null ? null : of(telling.item).itemNo,
        text: telling.text,
        shownToInvestor: telling.shownToInvestor,
      };
    default:
      return itemCommandOf(telling, of(telling.item));
  }

  function itemCommandOf(told: Extract<Telling, { item: string }>, item: Item): Command {
    const { item: _, ...said } = told;
    const { itemNo } = item;
    switch (said.type) {
      case "notify-correction":
        return { type: said.type, itemNo, on, defects: said.defects, replyBy: replyBy(said.replyIn), noticeNo: paper("correction", item) };
      case "accept-item":
        return { ...said, itemNo, on, acceptanceNo: paper("acceptance", item) };
      case "refuse-acceptance":
      case "decide-item":
        return { ...said, itemNo, on, decisionNo: paper("decision", item) };
      case "open-procedure":
        return {
          ...said,
          itemNo,
          on,
          noticeNo: paper("procedure", item, item.ordinal + 50 * Object.values(state.procedures).filter((one) => one.itemId === item.id).length),
        };
      case "close-procedure": {
        const open = Object.values(state.procedures).find((one) => one.itemId === item.id && one.kind === said.kind && one.closedOn === null);
        if (!open) throw new Error(`${itemNo} has no open ${said.kind}`);
        return { type: said.type, itemNo, on, procedureId: open.id, outcome: said.outcome };
      }
      case "rule-on-extension": {
        const asked = Object.values(state.extensions).find((one) => one.itemId === item.id && one.status === "requested");
        if (!asked) throw new Error(`${itemNo} has no extension to rule on`);
        return { ...said, itemNo, on, extensionId: asked.id };
      }
      case "allow-second-correction":
      case "correct-entry":
        return { ...said, itemNo };
      default:
        return { ...said, itemNo, on };
    }
  }
}
