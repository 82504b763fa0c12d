import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { proposedDeferralOutcome } from "../../domain/case/deferral";
import { outstandingOf } from "../../domain/case/gap";
import { isFulfilled, isTracked } from "../../domain/case/moves";
import type { Deferral, DeferralPackOutcome } from "../../domain/case/parts/deferral";
import type { Handover } from "../../domain/case/parts/handover";
import type { Precheck } from "../../domain/case/parts/intake";
import type { SimulatedItem } from "../../domain/case/parts/simulation";
import { isLive } from "../../domain/case/simulation/moves";
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

/** Deferred materials that the investor still has to bring (容缺后补). */
export interface ToComplete {
  readonly itemNo: string;
  readonly name: Words;
  readonly noticeNo: string;
  readonly materials: readonly string[];
  readonly supplyBy: CivilDay;
  /** Working days to `supplyBy`; negative once it has passed. */
  readonly daysLeft: number;
  /** What the place says follows; null where it says nothing. */
  readonly ifMissed: DeferralPackOutcome | null;
}

/** A result that lies at the issuing window. */
export interface ToCollect {
  readonly itemNo: string;
  readonly name: Words;
  readonly granted: boolean;
  readonly decisionNo: string | null;
  readonly issuedOn: CivilDay;
  /** The window to collect it at; null where the centre has named none. */
  readonly at: Words | null;
}

/** A result on its way by courier, free of charge. */
export interface OnItsWay {
  readonly itemNos: readonly string[];
  readonly names: readonly Words[];
  readonly carrier: string;
  readonly trackingNo: string;
  readonly sentOn: CivilDay;
}

/** An item that could be handed in today, and what to bring. */
export interface ToSubmit {
  readonly itemNo: string;
  readonly name: Words;
  readonly workingDays: number | null;
  readonly core: readonly string[];
  /** May be brought later where the window allows it (容缺). */
  readonly deferrable: readonly string[];
  /** What the window said of the papers when it looked them over last. */
  readonly precheck: Pick<Precheck, "verdict" | "remarks" | "checkedOn"> | null;
}

/** A milestone or service that the investor arranges and nothing holds up. */
export interface ToArrange {
  readonly itemNo: string;
  readonly name: Words;
}

/** Everything the investor can do now on one project, most pressing first. */
export interface Todo {
  readonly supply: readonly ToSupply[];
  readonly complete: readonly ToComplete[];
  readonly collect: readonly ToCollect[];
  readonly parcels: readonly OnItsWay[];
  readonly submit: readonly ToSubmit[];
  readonly arrange: readonly ToArrange[];
}

interface Rules {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
}

/** The parts of a case that ask something of its investor. */
export interface TodoParts {
  readonly items: readonly Item[];
  readonly corrections: readonly Correction[];
  readonly handovers: readonly Pick<Handover, "kind" | "itemIds" | "carrier" | "trackingNo" | "sentOn" | "arrivedOn">[];
  readonly prechecks: readonly Precheck[];
  readonly deferrals: readonly Deferral[];
  /** Items on their simulated way: converted, never handed in. */
  readonly simulated: readonly Pick<SimulatedItem, "itemId" | "status">[];
}

/** What one project asks of its investor, from the items and correction lists of that project. */
export function todoOf({ items, corrections, handovers, prechecks, deferrals, simulated }: TodoParts, { pack, calendar, today }: Rules): Todo {
  const inOrder = [...items].sort((a, b) => a.ordinal - b.ordinal);
  const byCode = new Map(inOrder.filter((item) => item.status !== "dropped").map((item) => [item.code, item]));
  const simulatedNow = new Set(simulated.filter(isLive).map(({ itemId }) => itemId));
  const isReady = (item: Item) =>
    item.status === "planned" &&
    !simulatedNow.has(item.id) &&
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
    parcels: parcelsOf(inOrder, handovers),
    complete: deferrals
      .filter((deferral) => deferral.status === "open")
      .flatMap((deferral) => {
        const item = inOrder.find((candidate) => candidate.id === deferral.itemId);
        return item ? [toComplete(item, deferral, { pack, calendar, today })] : [];
      })
      .sort((a, b) => (a.supplyBy < b.supplyBy ? -1 : 1)),
    collect: inOrder
      .filter(
        (item) => item.issuedOn !== null && item.deliveredOn === null && item.postedOn === null && (item.status === "issued" || item.status === "refused"),
      )
      .map((item) => ({
        itemNo: item.itemNo,
        name: nameOf(item),
        granted: item.status === "issued",
        decisionNo: item.decisionNo,
        issuedOn: item.issuedOn ?? "",
        at: collectedAt(item, pack),
      })),
    submit: inOrder.filter((item) => isReady(item) && !isTracked(item)).map((item) => toSubmit(item, pack, prechecks)),
    arrange: inOrder.filter((item) => isReady(item) && isTracked(item)).map((item) => ({ itemNo: item.itemNo, name: nameOf(item) })),
  };
}

function toComplete(item: Item, deferral: Deferral, { pack, calendar, today }: Rules): ToComplete {
  return {
    itemNo: item.itemNo,
    name: nameOf(item),
    noticeNo: deferral.noticeNo,
    materials: outstandingOf(deferral),
    supplyBy: deferral.supplyBy,
    daysLeft: calendar.workingDaysBetween(today, deferral.supplyBy),
    ifMissed: proposedDeferralOutcome(item, pack),
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

/** Where a result lies: at the window that accepted, if such windows hand out (Z24); null where an issuing window does. */
function collectedAt(item: Item, pack: Pack): Words | null {
  const kind = pack.windowKinds?.find((candidate) => candidate.code === item.windowKind);
  return item.windowNameZh === null || !kind?.issues ? null : { zh: item.windowNameZh, en: item.windowNameEn ?? item.windowNameZh };
}

function parcelsOf(items: readonly Item[], handovers: TodoParts["handovers"]): readonly OnItsWay[] {
  return handovers
    .filter((handover) => handover.kind === "post-out" && handover.arrivedOn === null)
    .map(({ itemIds, carrier, trackingNo, sentOn }) => {
      const sent = items.filter((item) => itemIds.includes(item.id));
      return { itemNos: sent.map((item) => item.itemNo), names: sent.map(nameOf), carrier: carrier ?? "", trackingNo: trackingNo ?? "", sentOn };
    });
}

function toSubmit(item: Item, pack: Pack, prechecks: readonly Precheck[]): ToSubmit {
  const last = prechecks.filter((precheck) => precheck.itemId === item.id).sort((a, b) => b.ordinal - a.ordinal)[0];
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  return {
    itemNo: item.itemNo,
    name: nameOf(item),
    workingDays: item.committedWorkingDays,
    core: rule?.coreMaterials ?? [],
    deferrable: rule?.deferralAllowed ? rule.deferrableMaterials : [],
    precheck: last ? { verdict: last.verdict, remarks: last.remarks, checkedOn: last.checkedOn } : null,
  };
}
