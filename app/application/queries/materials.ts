import { mayActOn, mayRead } from "../../domain/access/scope";
import { availableActs } from "../../domain/case/available";
import { checklistBegun } from "../../domain/case/checklist";
import type { CommandType } from "../../domain/case/commands";
import type { Actor } from "../../domain/case/context";
import { plannedItems } from "../../domain/case/guards";
import { asksMaterials, takesMaterials } from "../../domain/case/material";
import { isClosed } from "../../domain/case/moves";
import type { Item } from "../../domain/case/state";
import type { Pack, Words } from "../../domain/pack/pack";
import type { Services } from "../services";
import { type ItemView, nameOf, viewItem } from "./item-view";
import { type MaterialLine, materialLines, type Progress, progressOf } from "./material-lines";
import { type CaseInView, caseByItem, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** The checklist of one item with what this person may do to it. */
export interface ItemMaterials {
  readonly head: ProjectHead;
  readonly item: ItemView;
  readonly lines: readonly MaterialLine[];
  readonly progress: Progress;
  /** Kept by the window: acceptance waits for it. */
  readonly begun: boolean;
  /** Before acceptance everything is still asked for; afterwards only what a begun checklist says. */
  readonly phase: "before" | "accepted" | "ended";
  readonly deferralAllowed: boolean;
  readonly acts: readonly CommandType[];
}

/** The checklist page of an item; null when it is not there or not this person's. Statements as `caseByItem`. */
export async function itemMaterials(
  services: Services,
  actor: Actor,
  itemNo: string,
): Promise<{ readonly page: ItemMaterials; readonly found: CaseInView } | null> {
  const seen = await caseByItem(services, actor, itemNo);
  if (!seen) return null;
  const { found, item } = seen;
  const { state, pack } = found;
  const lines = materialLines(state, item, pack);
  const page: ItemMaterials = {
    head: headOf(found),
    item: viewItem(found, item),
    lines,
    progress: progressOf(lines),
    begun: checklistBegun(state, item.id),
    phase: asksMaterials(item) ? "before" : takesMaterials(state, item) ? "accepted" : "ended",
    deferralAllowed: ruleOf(pack, item)?.deferralAllowed === true,
    acts: mayActOn(actor, item) ? availableActs(state, item, actor, pack) : [],
  };
  return { page, found };
}

const ruleOf = (pack: Pack, item: Pick<Item, "code">) => pack.items.find((candidate) => candidate.code === item.code);

/** One item in the project's table of materials. */
export interface ItemProgress extends Progress {
  readonly itemNo: string;
  readonly ordinal: number;
  readonly name: Words;
  readonly stage: string;
  readonly status: Item["status"];
  /** Its materials are asked for now: the item is open, and either not accepted yet or with a checklist that was begun. */
  readonly counts: boolean;
  readonly begun: boolean;
  /** This person may open the item's page. */
  readonly opens: boolean;
  /** Names still to be brought. */
  readonly missing: readonly { readonly name: string; readonly kind: MaterialLine["kind"] }[];
  readonly reuse: readonly { readonly name: string; readonly from: Words; readonly fromItemNo: string }[];
}

/** Materials of a whole project. */
export interface ProjectMaterials {
  readonly head: ProjectHead;
  readonly stages: readonly { readonly code: string; readonly name: Words; readonly items: readonly ItemProgress[] }[];
  readonly total: Progress;
}

/** What is there and what is missing over all items of the plan. Statements as `caseByNumber`. */
export async function projectMaterials(services: Services, actor: Actor, projectNo: string): Promise<ProjectMaterials | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, pack } = found;
  const items = plannedItems(state).map((item): ItemProgress => {
    const lines = materialLines(state, item, pack);
    const begun = checklistBegun(state, item.id);
    const asked = !isClosed(item) && (begun || asksMaterials(item));
    const missing = asked ? lines.filter((line) => line.status === "outstanding") : [];
    return {
      ...progressOf(lines),
      itemNo: item.itemNo,
      ordinal: item.ordinal,
      name: nameOf(item),
      stage: item.stage,
      status: item.status,
      counts: asked,
      begun,
      opens: mayRead(actor, state, item),
      missing: missing.map(({ name, kind }) => ({ name, kind })),
      reuse: missing.flatMap(({ name, reusable }) => (reusable ? [{ name, from: reusable.item, fromItemNo: reusable.itemNo }] : [])),
    };
  });
  const sum = (count: (item: ItemProgress) => number) => items.filter((item) => item.counts).reduce((total, item) => total + count(item), 0);
  return {
    head: headOf(found),
    stages: pack.stages.map(({ code, name }) => ({ code, name, items: items.filter((item) => item.stage === code) })).filter((stage) => stage.items.length > 0),
    total: {
      asked: sum((item) => item.asked),
      there: sum((item) => item.there),
      missingCore: sum((item) => item.missingCore),
      missingDeferrable: sum((item) => item.missingDeferrable),
      reusable: sum((item) => item.reusable),
    },
  };
}
