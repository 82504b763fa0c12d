import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { correctionOutcomeHere } from "../../domain/case/correction-ruling";
import { proposedDeferralOutcome } from "../../domain/case/deferral";
import { type Signpost, signpostOf } from "../../domain/case/direction";
import { decisionWaits, outstandingOf } from "../../domain/case/gap";
import { isClosed, isFulfilled, isTracked } from "../../domain/case/moves";
import type { CorrectionOutcome } from "../../domain/case/parts/correction";
import type { Deferral, DeferralPackOutcome } from "../../domain/case/parts/deferral";
import type { Direction } from "../../domain/case/parts/direction";
import type { Handover } from "../../domain/case/parts/handover";
import type { Precheck } from "../../domain/case/parts/intake";
import type { SimulatedItem } from "../../domain/case/parts/simulation";
import { isLive } from "../../domain/case/simulation/moves";
import type { Correction, Item } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";
import type { CaseToday } from "./project-case";

/** A list from the window that the investor must answer, line by line. */
export interface ToSupply {
  /** Of the correction list, which its paper names. */
  readonly listId: string;
  readonly itemNo: string;
  readonly name: Words;
  readonly noticeNo: string;
  readonly defects: readonly string[];
  readonly replyBy: CivilDay | null;
  /** Working days to `replyBy`; negative once it has passed. */
  readonly daysLeft: number | null;
  /** Its day has passed: what follows is confirmed next, and until then it can still be brought. */
  readonly missed: boolean;
  /** What the place says follows; null where it says nothing. */
  readonly ifMissed: CorrectionOutcome | null;
}

/** Deferred materials that the investor still has to bring (容缺后补). */
export interface ToComplete {
  /** Of the deferral, which its paper names. */
  readonly deferralId: string;
  readonly itemNo: string;
  readonly name: Words;
  readonly noticeNo: string;
  readonly materials: readonly string[];
  readonly supplyBy: CivilDay;
  /** Working days to `supplyBy`; negative once it has passed. */
  readonly daysLeft: number;
  /** Its day has passed: the window takes nothing that arrives later, a manager rules or gives more time. */
  readonly missed: boolean;
  /** Nothing is decided before the materials are there. */
  readonly waits: boolean;
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
  /** Last day for collecting; null where the place states none. */
  readonly pickupBy: CivilDay | null;
  /** Working days to `pickupBy`; negative once it has passed. */
  readonly daysLeft: number | null;
  /** The place states no days for collecting; those counted are the software's. */
  readonly assumed: boolean;
}

/** An item that another body decides: where the investor has to go with it. */
export interface ToGo extends Signpost {
  readonly itemNo: string;
  readonly name: Words;
}

/** A result on its way by courier, free of charge. */
export interface OnItsWay {
  readonly itemNos: readonly string[];
  readonly names: readonly Words[];
  readonly carrier: string;
  readonly trackingNo: string;
  readonly sentOn: CivilDay;
}

/** Materials the investor sent in by courier, as the window registered them. */
export interface SentIn extends OnItsWay {
  readonly id: string;
  /** When the window signed for them; null while nobody has. */
  readonly arrivedOn: CivilDay | null;
  readonly receivedBy: string | null;
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
  readonly go: readonly ToGo[];
  readonly collect: readonly ToCollect[];
  /** Sent in by the investor, until the items are at an end. */
  readonly sentIn: readonly SentIn[];
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
  readonly handovers: readonly Pick<Handover, "id" | "kind" | "itemIds" | "carrier" | "trackingNo" | "sentOn" | "arrivedOn" | "receivedBy">[];
  readonly prechecks: readonly Precheck[];
  readonly deferrals: readonly Deferral[];
  /** Signposts of a case that is not completed yet. */
  readonly directions: readonly Pick<Direction, "itemId" | "kind" | "body" | "place" | "text" | "askedOn">[];
  /** Items on their simulated way: converted, never handed in. */
  readonly simulated: readonly Pick<SimulatedItem, "itemId" | "status">[];
}

/** What a case that was read whole asks of its investor. */
export const todoOfCase = (found: CaseToday): Todo => {
  const { project, items, corrections, handovers, prechecks, deferrals, directions, simulatedItems } = found.state;
  const parts = {
    items: Object.values(items),
    corrections: Object.values(corrections),
    handovers: Object.values(handovers),
    prechecks: Object.values(prechecks),
    deferrals: Object.values(deferrals),
    directions: project.status === "completed" ? [] : Object.values(directions),
    simulated: Object.values(simulatedItems),
  };
  return todoOf(parts, found);
};

/** What one project asks of its investor, from the items and correction lists of that project. */
export function todoOf({ items, corrections, handovers, prechecks, deferrals, directions, simulated }: TodoParts, { pack, calendar, today }: Rules): Todo {
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
        return item ? [toSupply(item, correction, { pack, calendar, today })] : [];
      })
      .sort((a, b) => ((a.replyBy ?? "9999") < (b.replyBy ?? "9999") ? -1 : 1)),
    go: inOrder.flatMap((item) => {
      // What was filed anew since then is followed under its new number.
      const anew = inOrder.some((other) => other.code === item.code && other.ordinal > item.ordinal && other.status !== "dropped");
      const signpost = item.status === "signposted" && !anew ? signpostOf(directions, item.id) : null;
      return signpost ? [{ itemNo: item.itemNo, name: nameOf(item), ...signpost }] : [];
    }),
    parcels: handovers.filter((handover) => handover.kind === "post-out" && handover.arrivedOn === null).map((handover) => parcelOf(inOrder, handover)),
    sentIn: handovers
      .filter((handover) => handover.kind === "post-in" && inOrder.some((item) => handover.itemIds.includes(item.id) && !isClosed(item)))
      .map((handover) => ({ ...parcelOf(inOrder, handover), id: handover.id, arrivedOn: handover.arrivedOn, receivedBy: handover.receivedBy })),
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
        pickupBy: item.pickupBy,
        daysLeft: item.pickupBy === null ? null : calendar.workingDaysBetween(today, item.pickupBy),
        assumed: pack.rules?.pickupWorkingDays?.assumed ?? false,
      })),
    submit: inOrder.filter((item) => isReady(item) && !isTracked(item)).map((item) => toSubmit(item, pack, prechecks)),
    arrange: inOrder.filter((item) => isReady(item) && isTracked(item)).map((item) => ({ itemNo: item.itemNo, name: nameOf(item) })),
  };
}

function toComplete(item: Item, deferral: Deferral, { pack, calendar, today }: Rules): ToComplete {
  return {
    deferralId: deferral.id,
    itemNo: item.itemNo,
    name: nameOf(item),
    noticeNo: deferral.noticeNo,
    materials: outstandingOf(deferral),
    supplyBy: deferral.supplyBy,
    daysLeft: calendar.workingDaysBetween(today, deferral.supplyBy),
    missed: today > deferral.supplyBy,
    waits: !isFulfilled(item) && decisionWaits({ deferrals: { [deferral.id]: deferral } }, item, pack),
    ifMissed: proposedDeferralOutcome(item, pack),
  };
}

function toSupply(item: Item, correction: Correction, { pack, calendar, today }: Rules): ToSupply {
  return {
    listId: correction.id,
    itemNo: item.itemNo,
    name: nameOf(item),
    noticeNo: correction.noticeNo,
    defects: correction.defects,
    replyBy: correction.replyBy,
    daysLeft: correction.replyBy === null ? null : calendar.workingDaysBetween(today, correction.replyBy),
    missed: correction.replyBy !== null && today > correction.replyBy,
    ifMissed: correctionOutcomeHere("not-supplied", pack),
  };
}

/** Where a result lies: at the window that accepted, if such windows hand out (Z24); null where an issuing window does. */
function collectedAt(item: Item, pack: Pack): Words | null {
  const kind = pack.windowKinds?.find((candidate) => candidate.code === item.windowKind);
  return item.windowNameZh === null || !kind?.issues ? null : { zh: item.windowNameZh, en: item.windowNameEn ?? item.windowNameZh };
}

function parcelOf(items: readonly Item[], { itemIds, carrier, trackingNo, sentOn }: TodoParts["handovers"][number]): OnItsWay {
  const sent = items.filter((item) => itemIds.includes(item.id));
  return { itemNos: sent.map((item) => item.itemNo), names: sent.map(nameOf), carrier: carrier ?? "", trackingNo: trackingNo ?? "", sentOn };
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
