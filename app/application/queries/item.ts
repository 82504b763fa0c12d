import { may } from "../../domain/access/permissions";
import { mayActOn } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableActs } from "../../domain/case/available";
import type { CommandType } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { correctionNoticeDeadline, correctionsOf, windowNoticeBy } from "../../domain/case/correction";
import type { RecordedEvent } from "../../domain/case/events";
import { explanationsOf } from "../../domain/case/explanation/reads";
import { extensionsOf } from "../../domain/case/extension";
import { forwardingsOf } from "../../domain/case/forwarding";
import { missingPrerequisites, plannedItems } from "../../domain/case/guards";
import { isFulfilled } from "../../domain/case/moves";
import type { CorrectionOutcome } from "../../domain/case/parts/correction";
import type { Explanation } from "../../domain/case/parts/explanation";
import { stepsOf, stepsRequired } from "../../domain/case/review";
import type { Correction, Extension, Item, Note } from "../../domain/case/state";
import type { ClockReading, ClockSpec } from "../../domain/clock/clock";
import { clockSpecs, readItem } from "../../domain/clock/item-clocks";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type EventNames, namesFor } from "./event-names";
import { type FindingView, findingsOf } from "./finding-view";
import { correctionIfMissed, type DeferralView, deferralView, procedureLength } from "./gap-view";
import { type ItemView, nameOf, procedureName, viewItem } from "./item-view";
import { type NoticeView, noticeViewOf } from "./notice-view";
import { type PassageRecords, passageRecords } from "./passage-records";
import { type CaseInView, caseByItem } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { itemEvents } from "./project-history";
import { type ReviewView, viewReview } from "./review-view";
import { type SimulatedView, simulationOf } from "./simulation-view";

/** One clock with its rule and where the rule comes from. */
export interface ClockView {
  readonly which: "committed" | "statutory" | "upper";
  readonly spec: Pick<ClockSpec, "startedOn" | "limitDays" | "unit" | "extensionDays" | "endedOn">;
  readonly reading: ClockReading;
  readonly source: string;
  readonly assumed: boolean;
}

export interface ItemPage {
  readonly head: ProjectHead;
  readonly item: ItemView;
  readonly record: Item;
  readonly stageName: Words;
  readonly typeName: Words;
  readonly clocks: readonly ClockView[];
  /** Acts this person may take now, in the order to offer them. */
  readonly acts: readonly CommandType[];
  /** Theirs to act on; false for a body that reads it because it was called to a joint review. */
  readonly own: boolean;
  /** Last day for a correction notice; null when nothing waits for acceptance. */
  readonly acceptBy: CivilDay | null;
  /** The place's own, shorter day for that notice; null where it promises no other. */
  readonly noticeBy: CivilDay | null;
  readonly prerequisites: readonly { readonly itemNo: string; readonly name: Words; readonly fulfilled: boolean }[];
  readonly successors: readonly { readonly itemNo: string; readonly name: Words }[];
  readonly corrections: readonly Correction[];
  readonly procedures: readonly {
    readonly id: string;
    readonly name: Words;
    readonly stops: "both" | "committed";
    readonly noticeNo: string | null;
    readonly toldWorkingDays: number | null;
    readonly reason: string;
    readonly openedOn: CivilDay;
    readonly closedOn: CivilDay | null;
    readonly outcome: string | null;
    readonly workingDays: number;
    /** Last day by the length told or allowed; null when neither is known. */
    readonly toldEndOn: CivilDay | null;
    readonly overWorkingDays: number;
  }[];
  readonly extensions: readonly Extension[];
  readonly explanations: readonly Explanation[];
  readonly steps: readonly {
    readonly code: string;
    readonly name: Words;
    readonly limitWorkingDays: number | null;
    readonly doneOn: CivilDay | null;
    readonly byName: string | null;
    readonly remark: string | null;
  }[];
  readonly notes: readonly Note[];
  /** Joint reviews about this item alone (合署办理). */
  readonly reviews: readonly ReviewView[];
  /** This person may convene one about it now. */
  readonly mayConvene: boolean;
  readonly materials: { readonly core: readonly string[]; readonly deferrable: readonly string[]; readonly deferralAllowed: boolean } | null;
  readonly passage: PassageRecords;
  /** The latest simulated item; null when it was never simulated. */
  readonly simulation: SimulatedView | null;
  /** The latest notice commitment; null when nothing was ever told. */
  readonly notice: NoticeView | null;
  readonly deferral: DeferralView | null;
  /** What the place says follows when a correction is not supplied. */
  readonly correctionIfMissed: CorrectionOutcome | null;
  readonly findings: readonly FindingView[];
  readonly events: readonly RecordedEvent[];
  readonly names: EventNames;
}

/** Everything the page of one item says. Null when it is not there or not this person's to see. 3 statements. */
export async function itemPage(services: Services, actor: Actor, itemNo: string): Promise<ItemPage | null> {
  const seen = await caseByItem(services, actor, itemNo);
  if (!seen) return null;
  const { found, item } = seen;
  const { state, pack, calendar, today } = found;
  const rule = pack.items.find((candidate) => candidate.code === item.code);
  return {
    head: headOf(found),
    item: viewItem(found, item),
    record: item,
    stageName: pack.stages.find((stage) => stage.code === item.stage)?.name ?? { zh: item.stage, en: item.stage },
    typeName: pack.itemTypes.find((type) => type.code === item.type)?.name ?? { zh: item.type, en: item.type },
    clocks: clocksOf(found, item),
    acts: mayActOn(actor, item) ? availableActs(state, item, actor, pack, today) : [],
    own: mayActOn(actor, item),
    reviews: Object.values(state.reviews)
      .filter((review) => review.itemId === item.id)
      .map((review) => viewReview(found, review)),
    mayConvene: may(actor, "convene-review") && (item.status === "accepted" || item.status === "in-review"),
    ...noticeDays(found, item),
    prerequisites: prerequisitesOf(found, item),
    successors: plannedItems(state)
      .filter((other) => other.prerequisites.includes(item.code))
      .map((other) => ({ itemNo: other.itemNo, name: nameOf(other) })),
    corrections: correctionsOf(state, item.id),
    procedures: Object.values(state.procedures)
      .filter((procedure) => procedure.itemId === item.id)
      .map((procedure) => ({
        ...procedure,
        name: procedureName(pack, procedure.kind),
        workingDays: calendar.workingDaysBetween(procedure.openedOn, procedure.closedOn ?? today),
        ...procedureLength(found, procedure),
      })),
    extensions: extensionsOf(state, item.id),
    explanations: explanationsOf(state, item.id),
    steps: stepsView(found, item),
    notes: Object.values(state.notes).filter((note) => note.itemId === item.id),
    materials: rule ? { core: rule.coreMaterials, deferrable: rule.deferrableMaterials, deferralAllowed: rule.deferralAllowed } : null,
    passage: passageRecords(found, item),
    simulation: simulationOf(found, item),
    notice: noticeViewOf(found, item),
    deferral: deferralView(found, item),
    correctionIfMissed: correctionIfMissed(found),
    findings: findingsOf(state, pack, item.id),
    events: await itemEvents(services, found, item.id),
    names: namesFor(state, pack),
  };
}

/** Until when defects may be told: by law, and by the place's own shorter promise. */
function noticeDays(found: CaseInView, item: Item): Pick<ItemPage, "acceptBy" | "noticeBy"> {
  if (item.status !== "received") return { acceptBy: null, noticeBy: null };
  const acceptBy = correctionNoticeDeadline(item, found);
  const noticeBy = windowNoticeBy(item, found);
  return { acceptBy, noticeBy: noticeBy === acceptBy ? null : noticeBy };
}

/** The clocks of an item as of today, those that have started; first the level above, while it has the file. */
export function clocksOf({ state, pack, calendar, today }: CaseInView, item: Item): readonly ClockView[] {
  const specs = clockSpecs(state, item, pack);
  const readings = readItem(state, item, pack, calendar, today);
  const committedSource = pack.items.find((candidate) => candidate.code === item.code)?.committed.source ?? "";
  return (["upper", "committed", "statutory"] as const).flatMap((which) => {
    const spec = specs[which];
    const reading = readings[which];
    if (!spec || !reading) return [];
    const { startedOn, limitDays, unit, extensionDays, endedOn } = spec;
    const isCommitted = which === "committed";
    return [
      {
        which,
        spec: { startedOn, limitDays, unit, extensionDays, endedOn },
        reading,
        source: isCommitted ? committedSource : which === "upper" ? toldBy(state, item) : item.statutorySource,
        assumed: isCommitted && item.committedAssumed,
      },
    ];
  });
}

/** Who told the limit of the level above, and under which number. */
function toldBy(state: CaseInView["state"], item: Item): string {
  const sending = forwardingsOf(state, item.id).at(-1);
  return sending ? `${sending.upperBody} ${sending.upperNo ?? ""}`.trim() : "";
}

function prerequisitesOf({ state }: CaseInView, item: Item): ItemPage["prerequisites"] {
  const missing = new Set(missingPrerequisites(state, item, "9999-12-31").map((other) => other.code));
  return plannedItems(state)
    .filter((other) => item.prerequisites.includes(other.code))
    .map((other) => ({ itemNo: other.itemNo, name: nameOf(other), fulfilled: !missing.has(other.code) && isFulfilled(other) }));
}

/** Steps the place asks for, with what was recorded; the last of them is the decision itself. */
function stepsView({ state, pack }: CaseInView, item: Item): ItemPage["steps"] {
  const done = stepsOf(state, item.id);
  const required = stepsRequired(item, pack);
  return required.map((step, index) => {
    const record = done[index];
    const isDecision = index === required.length - 1;
    return {
      code: step.code,
      name: step.name,
      limitWorkingDays: step.limitWorkingDays.value,
      doneOn: record?.doneOn ?? (isDecision ? item.decidedOn : null),
      byName: record?.byName ?? (isDecision ? item.decidedByName : null),
      remark: record?.remark ?? null,
    };
  });
}
