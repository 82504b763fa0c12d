import type { CivilDay } from "../../domain/calendar/calendar-date";
import { type Signpost, signpostOf } from "../../domain/case/direction";
import { acceptedReason } from "../../domain/case/explanation/reads";
import { decisionWaits, openDeferral } from "../../domain/case/gap";
import { isSetAside, plannedItems } from "../../domain/case/guards";
import { isClosed } from "../../domain/case/moves";
import { endedInVain } from "../../domain/case/project";
import { type Remedies, remediesOn } from "../../domain/case/remedies";
import type { Item } from "../../domain/case/state";
import { type VainEnding, vainEnding } from "../../domain/case/vain-ending";
import type { StageCode, Words } from "../../domain/pack/pack";
import { type ItemView, viewItem } from "./item-view";
import type { CaseToday } from "./project-case";

/** An item as outsiders see it. */
export interface OutsideItem extends ItemView {
  /** How and why it ended without what it was for, with what may be done against a decision; null for every other item. */
  readonly vain: (VainEnding & { readonly remedies: Pick<Remedies, "reconsiderationDays" | "litigationMonths"> | null; readonly anew: boolean }) | null;
  /** The right body, where the window directed the applicant to one. */
  readonly signpost: Signpost | null;
  /** Why it was decided, or is, after its day: the public may read that (优化营商环境条例 art. 36). */
  readonly overdueReason: string | null;
  /** Since when it is accepted by law, because nobody told a defect in time. */
  readonly deemedFrom: CivilDay | null;
  /** Materials it was accepted without: by when, whether that day passed, and whether nothing is decided before; null without any. */
  readonly gap: { readonly supplyBy: CivilDay; readonly missed: boolean; readonly waits: boolean } | null;
}

/** A stage as the investor sees it; several may be under way at once. */
export interface StageView {
  readonly code: StageCode;
  readonly name: Words;
  readonly state: "done" | "current" | "todo";
  /** Last end of the stage, once it is done. */
  readonly endedOn: CivilDay | null;
  readonly lateCount: number;
  readonly warnCount: number;
  readonly pausedCount: number;
  /** Items that ended with what they were for; those that ended in vain are counted apart. */
  readonly closedCount: number;
  readonly vainCount: number;
  readonly items: readonly OutsideItem[];
}

/** How many items of the plan ended well, and how many in vain. */
export function endingsOf(items: readonly Item[]): { readonly closedCount: number; readonly vainCount: number } {
  const planned = plannedItems({ items: Object.fromEntries(items.map((item) => [item.id, item])) });
  return { closedCount: planned.filter(isDone).length, vainCount: planned.filter(endedInVain).length };
}

const isDone = (item: Item): boolean => isClosed(item) && !endedInVain(item);

/** Decisions somebody may contest; what the applicant took back, or was sent elsewhere with, is none. */
const CONTESTED: readonly VainEnding["outcome"][] = ["not-accepted", "refused", "acceptance-revoked", "revoked"];

function outsideItem(found: CaseToday, item: Item): OutsideItem {
  const { state, pack, today } = found;
  const view = viewItem(found, item);
  const vain = vainEnding(state, item);
  const open = openDeferral(state, item.id);
  const waits = open !== null && decisionWaits(state, item, pack);
  return {
    ...view,
    // No department is late with what it may not decide yet.
    ...(waits && view.light === "late" ? { light: "none", dueOn: null, remaining: null } : {}),
    vain: vain && {
      ...vain,
      remedies: vain.on !== null && CONTESTED.includes(vain.outcome) ? remediesOn(vain.on) : null,
      // What belongs to another body is filed there: the signpost names it.
      anew: vain.outcome !== "signposted" && !isSetAside(item),
    },
    signpost: item.status === "signposted" ? signpostOf(Object.values(state.directions), item.id) : null,
    overdueReason: item.overdueReason ?? acceptedReason(state, item.id)?.reason ?? null,
    deemedFrom: item.deemedAccepted ? item.acceptedOn : null,
    gap: open && { supplyBy: open.supplyBy, missed: today > open.supplyBy, waits },
  };
}

/**
 * The stages that hold items, in the order of the place. A stage is under way once one of its items has begun; where none has,
 * the first stage that is not done is the current one. A stage with an item that ended in vain and is still wanted is not done.
 * @see RULES.md R-506
 */
export function stagesOf(found: CaseToday): readonly StageView[] {
  const items = plannedItems(found.state);
  const stages = found.pack.stages
    .map(({ code, name }) => ({ code, name, all: items.filter((item) => item.stage === code) }))
    .filter(({ all }) => all.length > 0)
    .map(({ code, name, all }) => {
      const closed = all.filter(isDone);
      const done = all.every((item) => isDone(item) || (isClosed(item) && isSetAside(item)));
      const begun = all.some((item) => item.status !== "planned");
      return { code, name, all, closed, state: done ? ("done" as const) : begun ? ("current" as const) : ("todo" as const) };
    });
  const first = stages.some((stage) => stage.state === "current") ? undefined : stages.find((stage) => stage.state === "todo");
  return stages.map(({ code, name, all, closed, state }) => {
    const views = all.map((item) => outsideItem(found, item));
    const count = (light: ItemView["light"]) => views.filter((view) => view.light === light).length;
    const ends = all.map((item) => item.endedOn ?? "").sort();
    return {
      code,
      name,
      state: first?.code === code ? "current" : state,
      endedOn: state === "done" ? ends.at(-1) || null : null,
      lateCount: count("late"),
      warnCount: count("warn"),
      pausedCount: count("paused"),
      closedCount: closed.length,
      vainCount: all.filter(endedInVain).length,
      items: views,
    };
  });
}
