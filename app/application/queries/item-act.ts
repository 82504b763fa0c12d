import { mayActOn } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import { availableActs } from "../../domain/case/available";
import { checklistOf } from "../../domain/case/checklist";
import type { CommandType, CorrectableEntry } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { isDeemedAccepted, noticeWorkingDays } from "../../domain/case/correction";
import { windowHasNoVeto } from "../../domain/case/direction";
import { acceptedReason, givenExplanations } from "../../domain/case/explanation/reads";
import { extensionsOf, longestExtension } from "../../domain/case/extension";
import { missingPrerequisites, openProcedures } from "../../domain/case/guards";
import { countable, returnable } from "../../domain/case/material";
import { latestNotice } from "../../domain/case/notice-commitment/reads";
import type { Explanation } from "../../domain/case/parts/explanation";
import type { MaterialStatus } from "../../domain/case/parts/material";
import type { NoticeCommitment } from "../../domain/case/parts/notice-commitment";
import { nextStep } from "../../domain/case/review";
import type { Item } from "../../domain/case/state";
import type { Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type EvidenceGroup, noticeEvidence } from "./evidence-view";
import { type GapChoices, gapChoices } from "./gap-view";
import { type ItemView, nameOf, procedureName, viewItem } from "./item-view";
import { type PassageChoices, passageChoices } from "./passage-choices";
import { type CaseInView, caseByItem } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type SimulatedView, simulationOf } from "./simulation-view";

/** What the page of one act on one item must know: the case in short and the choices of its fields. */
export interface ItemActPage {
  readonly today: CivilDay;
  readonly head: ProjectHead;
  readonly item: ItemView;
  readonly record: Pick<Item, "receivedOn" | "completeOn" | "acceptedOn" | "reviewStartedOn" | "decidedOn" | "issuedOn">;
  /** Whether the act can be taken now; when not, the page says why and has no form. */
  readonly available: boolean;
  readonly missing: readonly Words[];
  /** Whether a window here may say a plain no; where not, the page of the refusal names the ways it has. */
  readonly mayRefuse: boolean;
  /** Working days of the place to tell defects, of the law before acceptance is deemed, and to deliver; null where no rule says. */
  readonly days: { readonly place: number | null; readonly law: number | null; readonly deliver: number | null };
  /** The notice period has passed: accepting now records an acceptance dated back to the day the set arrived. */
  readonly deemed: boolean;
  readonly late: boolean;
  readonly nextStep: { readonly code: string; readonly name: Words } | null;
  readonly procedureKinds: readonly { readonly code: string; readonly name: Words; readonly stops: "both" | "committed" }[];
  readonly openProcedures: readonly { readonly id: string; readonly name: Words; readonly openedOn: CivilDay }[];
  readonly requestedExtensions: readonly { readonly id: string; readonly requestedOn: CivilDay; readonly workingDays: number; readonly reason: string }[];
  readonly longestExtension: number | null;
  /** Explanations that wait for a manager's ruling, whoever gave them, and the reason the manager accepted for the delay. */
  readonly givenExplanations: readonly Pick<Explanation, "id" | "kind" | "reason" | "defects" | "givenOn" | "givenByName">[];
  readonly acceptedReason: string | null;
  readonly recordedEntries: Readonly<Record<CorrectableEntry, string | null>>;
  readonly passage: PassageChoices;
  /** The latest simulated item; null when it was never simulated. */
  readonly simulation: SimulatedView | null;
  /** The latest notice commitment; null when nothing was ever told. */
  readonly notice: NoticeCommitment | null;
  /** Photographs and papers of its checks. */
  readonly evidence: readonly EvidenceGroup[];
  readonly gaps: GapChoices;
  /** Lines of the item's checklist, and whether the paper could be handed back now. */
  readonly checklist: readonly { readonly name: string; readonly status: MaterialStatus; readonly returnable: boolean }[];
  /** Materials of other items that could count here. */
  readonly countable: readonly { readonly id: string; readonly name: string; readonly item: Words; readonly broughtOn: CivilDay | null }[];
}

/** The page of an act, and the case behind it for what only the action needs. 2 statements. */
export async function itemActPage(
  services: Services,
  actor: Actor,
  itemNo: string,
  act: CommandType,
): Promise<{ readonly page: ItemActPage; readonly found: CaseInView } | null> {
  const seen = await caseByItem(services, actor, itemNo);
  return seen && mayActOn(actor, seen.item) ? { page: itemActOf(seen.found, seen.item, act), found: seen.found } : null;
}

/** The same of a case that was read already. */
export function itemActOf(found: CaseInView, item: Item, act: CommandType): ItemActPage {
  const { state, pack, today, actor } = found;
  const view = viewItem(found, item);
  const notice = latestNotice(state, item.id);
  return {
    today,
    head: headOf(found),
    item: view,
    record: {
      receivedOn: item.receivedOn,
      completeOn: item.completeOn,
      acceptedOn: item.acceptedOn,
      reviewStartedOn: item.reviewStartedOn,
      decidedOn: item.decidedOn,
      issuedOn: item.issuedOn,
    },
    available: availableActs(state, item, actor, pack, today).includes(act),
    missing: item.status === "planned" ? missingPrerequisites(state, item, today).map(nameOf) : [],
    mayRefuse: !windowHasNoVeto(pack),
    days: { ...noticeWorkingDays(item, pack), deliver: pack.parameters.deliveryWorkingDays.value },
    deemed: isDeemedAccepted(item, today, found),
    late: view.light === "late",
    nextStep: nextStep(state, item, pack),
    procedureKinds: pack.procedures.map(({ code, name, stops }) => ({ code, name, stops })),
    openProcedures: openProcedures(state, item.id).map((procedure) => ({
      id: procedure.id,
      name: procedureName(pack, procedure.kind),
      openedOn: procedure.openedOn,
    })),
    requestedExtensions: extensionsOf(state, item.id)
      .filter((extension) => extension.status === "requested")
      .map(({ id, requestedOn, workingDays, reason }) => ({ id, requestedOn, workingDays, reason })),
    longestExtension: longestExtension(item, found),
    givenExplanations: givenExplanations(state, item).map(({ id, kind, reason, defects, givenOn, givenByName }) => ({
      id,
      kind,
      reason,
      defects,
      givenOn,
      givenByName,
    })),
    acceptedReason: acceptedReason(state, item.id)?.reason ?? null,
    passage: passageChoices(found, item),
    simulation: simulationOf(found, item),
    notice,
    evidence: notice ? noticeEvidence(found, notice) : [],
    gaps: gapChoices(found, item),
    recordedEntries: {
      receivedOn: item.receivedOn,
      acceptedOn: item.acceptedOn,
      decidedOn: item.decidedOn,
      decisionNo: item.decisionNo,
      acceptanceNo: item.acceptanceNo,
    },
    checklist: checklistChoices(found, item),
    countable: countable(state, item, pack).map(({ source, item: other }) => ({
      id: source.id,
      name: source.name,
      item: nameOf(other),
      broughtOn: source.broughtOn,
    })),
  };
}

function checklistChoices({ state, pack }: CaseInView, item: Item): ItemActPage["checklist"] {
  const handBack = new Set(returnable(state, item, pack).map((line) => line.name));
  return checklistOf(state, item, pack).map(({ name, status }) => ({ name, status, returnable: handBack.has(name) }));
}
