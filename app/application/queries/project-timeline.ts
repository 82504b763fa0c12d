import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { Actor } from "../../domain/case/context";
import { budgetUsed } from "../../domain/clock/budget";
import type { Words } from "../../domain/pack/pack";
import type { TimelineZoom } from "../../domain/timeline/axis";
import { type TimelineFacts, timelineFacts } from "../../domain/timeline/facts";
import { layOutTimeline, pageBox, type TimelineLayout } from "../../domain/timeline/layout";
import type { Services } from "../services";
import { type EventNames, namesFor } from "./event-names";
import { caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";
import { type BudgetView, budgetView, type HolderShare, sharesOf } from "./project-overview";

/** The item that allows construction to begin, which investors ask for first. */
const PERMIT = "construction-permit";

export interface TimelinePage {
  readonly head: ProjectHead;
  readonly facts: TimelineFacts;
  readonly layout: TimelineLayout;
  readonly names: Pick<EventNames, "stages" | "departments" | "procedures">;
  readonly budget: BudgetView;
  readonly shares: readonly HolderShare[];
  readonly totalWorkingDays: number;
  readonly outlook: {
    /** Expected end of everything; null when nothing is open. */
    readonly endsOn: CivilDay | null;
    /** Expected or actual day of the construction permit; null when the plan has none. */
    readonly permitOn: CivilDay | null;
    readonly permitEnded: boolean;
    /** Open items whose delay delays the end, in the order they are expected to end. */
    readonly critical: readonly { readonly itemNo: string; readonly name: Words; readonly to: CivilDay }[];
  };
}

/** The timeline of a project with what stands beside it. 2 statements. */
export async function timelinePage(services: Services, actor: Actor, projectNo: string, zoom: TimelineZoom): Promise<TimelinePage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const { state, pack, calendar, today } = found;
  const facts = timelineFacts(state, pack, calendar, today);
  const { stages, departments, procedures } = namesFor(state, pack);
  const { shares, total } = sharesOf(found);
  const permit = facts.items.find((item) => item.code === PERMIT);
  return {
    head: headOf(found),
    facts,
    layout: layOutTimeline(facts, calendar, pageBox(zoom)),
    names: { stages, departments, procedures },
    budget: budgetView(found, budgetUsed(state, pack, calendar, today)),
    shares,
    totalWorkingDays: total,
    outlook: {
      endsOn: facts.forecastEndsOn,
      permitOn: permit?.endedOn ?? permit?.forecast?.to ?? null,
      permitEnded: permit?.endedOn !== null && permit?.endedOn !== undefined,
      critical: facts.items
        .flatMap((item) => (item.critical && item.forecast ? [{ itemNo: item.itemNo, name: { zh: item.nameZh, en: item.nameEn }, to: item.forecast.to }] : []))
        .sort((a, b) => (a.to < b.to ? -1 : 1)),
    },
  };
}
