import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { isFulfilled, isTracked } from "../../domain/case/moves";
import type { Correction, Item } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";

/** A list from the window that the investor must answer, line by line. */
export interface ToSupply {
  readonly itemNo: string;
  readonly name: Words;
  readonly noticeNo: string;
  readonly defects: readonly string[];
  readonly replyBy: CivilDay | null;
  /** Working days to `replyBy`; negative once it has passed. */
  readonly daysLeft: number | null;
}

/** A result that lies at the issuing window. */
export interface ToCollect {
  readonly itemNo: string;
  readonly name: Words;
  readonly granted: boolean;
  readonly decisionNo: string | null;
  readonly issuedOn: CivilDay;
}

/** An item that could be handed in today, and what to bring. */
export interface ToSubmit {
  readonly itemNo: string;
  readonly name: Words;
  readonly workingDays: number | null;
  readonly core: readonly string[];
  /** May be brought later where the window allows it (容缺). */
  readonly deferrable: readonly string[];
}

/** A milestone or service that the investor arranges and nothing holds up. */
export interface ToArrange {
  readonly itemNo: string;
  readonly name: Words;
}

/** Everything the investor can do now on one project, most pressing first. */
export interface Todo {
  readonly supply: readonly ToSupply[];
  readonly collect: readonly ToCollect[];
  readonly submit: readonly ToSubmit[];
  readonly arrange: readonly ToArrange[];
}

interface Rules {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
}

/** What one project asks of its investor, from the items and correction lists of that project. */
export function todoOf(items: readonly Item[], corrections: readonly Correction[], { pack, calendar, today }: Rules): Todo {
  const inOrder = [...items].sort((a, b) => a.ordinal - b.ordinal);
  const byCode = new Map(inOrder.filter((item) => item.status !== "dropped").map((item) => [item.code, item]));
  const isReady = (item: Item) =>
    item.status === "planned" &&
    item.prerequisites.every((code) => {
      const other = byCode.get(code);
      return other === undefined || isFulfilled(other);
    });
  return {
    supply: corrections
      .filter((correction) => correction.suppliedOn === null)
      .flatMap((correction) => {
        const item = inOrder.find((candidate) => candidate.id === correction.itemId && candidate.status === "correcting");
        return item ? [toSupply(item, correction, calendar, today)] : [];
      })
      .sort((a, b) => ((a.replyBy ?? "9999") < (b.replyBy ?? "9999") ? -1 : 1)),
    collect: inOrder
      .filter((item) => item.issuedOn !== null && item.deliveredOn === null && (item.status === "issued" || item.status === "refused"))
      .map((item) => ({
        itemNo: item.itemNo,
        name: nameOf(item),
        granted: item.status === "issued",
        decisionNo: item.decisionNo,
        issuedOn: item.issuedOn ?? "",
      })),
    submit: inOrder.filter((item) => isReady(item) && !isTracked(item)).map((item) => toSubmit(item, pack)),
    arrange: inOrder.filter((item) => isReady(item) && isTracked(item)).map((item) => ({ itemNo: item.itemNo, name: nameOf(item) })),
  };
}

function toSupply(item: Item, correction: Correction, calendar: WorkingCalendar, today: CivilDay): ToSupply {
  return {
    itemNo: item.itemNo,
    name: nameOf(item),
    noticeNo: correction.noticeNo,
    defects: correction.defects,
    replyBy: correction.replyBy,
    daysLeft: correction.replyBy === null ? null : calendar.workingDaysBetween(today, correction.replyBy),
  };
}

function toSubmit(item: Item, pack: Pack): ToSubmit {
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  return {
    itemNo: item.itemNo,
    name: nameOf(item),
    workingDays: item.committedWorkingDays,
    core: rule?.coreMaterials ?? [],
    deferrable: rule?.deferralAllowed ? rule.deferrableMaterials : [],
  };
}
