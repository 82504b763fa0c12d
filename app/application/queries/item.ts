import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableActs } from "../../domain/case/available";
import type { CommandType } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { correctionNoticeDeadline, correctionsOf } from "../../domain/case/correction";
import type { RecordedEvent } from "../../domain/case/events";
import { extensionsOf } from "../../domain/case/extension";
import { missingPrerequisites, plannedItems } from "../../domain/case/guards";
import { isFulfilled } from "../../domain/case/moves";
import { stepsOf, stepsRequired } from "../../domain/case/review";
import type { Correction, Extension, Item, Note } from "../../domain/case/state";
import type { ClockReading, ClockSpec } from "../../domain/clock/clock";
import { clockSpecs, readItem } from "../../domain/clock/item-clocks";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type EventNames, namesFor } from "./event-names";
import { type ItemView, nameOf, procedureName, viewItem } from "./item-view";
import { type CaseInView, caseByItem } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { itemEvents } from "./project-history";

/** One clock with its rule and where the rule comes from. */
export interface ClockView {
  readonly which: "committed" | "statutory";
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
  /** Last day for a correction notice; null when nothing waits for acceptance. */
  readonly acceptBy: CivilDay | null;
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
  }[];
  readonly extensions: readonly Extension[];
  readonly steps: readonly {
    readonly code: string;
    readonly name: Words;
    readonly limitWorkingDays: number | null;
    readonly doneOn: CivilDay | null;
    readonly byName: string | null;
    readonly remark: string | null;
  }[];
  readonly notes: readonly Note[];
  readonly materials: { readonly core: readonly string[]; readonly deferrable: readonly string[]; readonly deferralAllowed: boolean } | null;
  readonly events: readonly RecordedEvent[];
  readonly names: EventNames;
}

/** Everything the page of one item says. Null when it is not there or not this person's to see. 12 statements. */
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
    acts: availableActs(state, item, actor, pack),
    acceptBy: item.status === "received" ? correctionNoticeDeadline(item, found) : null,
    prerequisites: prerequisitesOf(found, item),
    successors: plannedItems(state)
      .filter((other) => other.prerequisites.includes(item.code))
      .map((other) => ({ itemNo: other.itemNo, name: nameOf(other) })),
    corrections: correctionsOf(state, item.id),
    procedures: Object.values(state.procedures)
      .filter((procedure) => procedure.itemId === item.id)
      .map(({ itemId: _, openedById: __, ...procedure }) => ({
        ...procedure,
        name: procedureName(pack, procedure.kind),
        workingDays: calendar.workingDaysBetween(procedure.openedOn, procedure.closedOn ?? today),
      })),
    extensions: extensionsOf(state, item.id),
    steps: stepsView(found, item),
    notes: Object.values(state.notes).filter((note) => note.itemId === item.id),
    materials: rule ? { core: rule.coreMaterials, deferrable: rule.deferrableMaterials, deferralAllowed: rule.deferralAllowed } : null,
    events: await itemEvents(services, found, item.id),
    names: namesFor(state, pack),
  };
}

/** Both clocks of an item as of today, those that have started. */
export function clocksOf({ state, pack, calendar, today }: CaseInView, item: Item): readonly ClockView[] {
  const specs = clockSpecs(state, item, pack);
  const readings = readItem(state, item, pack, calendar, today);
  const committedSource = pack.items.find((candidate) => candidate.code === item.code)?.committed.source ?? "";
  return (["committed", "statutory"] as const).flatMap((which) => {
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
        source: isCommitted ? committedSource : item.statutorySource,
        assumed: isCommitted && item.committedAssumed,
      },
    ];
  });
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
