import type { CivilDay } from "../../domain/calendar/calendar-date";
import { plannedItems } from "../../domain/case/guards";
import { isClosed } from "../../domain/case/moves";
import type { StageCode, Words } from "../../domain/pack/pack";
import { type ItemView, viewItem } from "./item-view";
import type { CaseToday } from "./project-case";

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
  readonly closedCount: number;
  readonly items: readonly ItemView[];
}

/**
 * The stages that hold items, in the order of the place. A stage is under way once one of its items has begun; where none has,
 * the first stage that is not done is the current one.
 */
export function stagesOf(found: CaseToday): readonly StageView[] {
  const items = plannedItems(found.state);
  const stages = found.pack.stages
    .map(({ code, name }) => ({ code, name, all: items.filter((item) => item.stage === code) }))
    .filter(({ all }) => all.length > 0)
    .map(({ code, name, all }) => {
      const closed = all.filter(isClosed);
      const begun = all.some((item) => item.status !== "planned");
      return { code, name, all, closed, state: closed.length === all.length ? ("done" as const) : begun ? ("current" as const) : ("todo" as const) };
    });
  const first = stages.some((stage) => stage.state === "current") ? undefined : stages.find((stage) => stage.state === "todo");
  return stages.map(({ code, name, all, closed, state }) => {
    const views = all.map((item) => viewItem(found, item));
    const count = (light: ItemView["light"]) => views.filter((view) => view.light === light).length;
    const ends = closed.map((item) => item.endedOn ?? "").sort();
    return {
      code,
      name,
      state: first?.code === code ? "current" : state,
      endedOn: state === "done" ? ends.at(-1) || null : null,
      lateCount: count("late"),
      warnCount: count("warn"),
      pausedCount: count("paused"),
      closedCount: closed.length,
      items: views,
    };
  });
}
