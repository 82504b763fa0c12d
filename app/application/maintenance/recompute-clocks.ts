import { and, asc, eq } from "drizzle-orm";
import { lockWaitingChecks, saveCheckDays } from "../../../db/repositories/check-days";
import { lockOpenCases, namesOfItems, type OpenCase, type OpenItem, type Reckoned, saveOpenClocks } from "../../../db/repositories/open-clocks";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { stepDueOn } from "../../domain/case/commitment/days";
import { itemClocks, projectClocks } from "../../domain/case/derive";
import { plannedItems } from "../../domain/case/guards";
import { noticeDays } from "../../domain/case/notice-commitment/days";
import { observeFrom } from "../../domain/case/watch";
import type { ChangedDays } from "../../domain/clock/changed-days";
import { deliveryDays } from "../../domain/clock/delivery-clock";
import type { Pack } from "../../domain/pack/pack";
import type { Upkeep } from "../services";

/** A due day that the new calendar moved. Null: no due day, because the clock is paused. */
export interface MovedDueDay {
  readonly projectNo: string;
  readonly itemNo: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly before: CivilDay | null;
  readonly after: CivilDay | null;
}

/** The last day of a preliminary check or of a check on a promise that the new calendar moved. */
export interface MovedCheckDay {
  readonly projectNo: string;
  readonly commitmentNo: string;
  readonly before: CivilDay | null;
  readonly after: CivilDay | null;
}

export interface Recomputed {
  readonly projects: number;
  /** Items under way and results under way whose days are true to the calendar now. */
  readonly clocks: number;
  readonly moved: readonly MovedDueDay[];
  readonly movedChecks: readonly MovedCheckDay[];
}

/** Where and in which days a calendar changed; `days` null where nobody knows which. */
export interface CalendarChange {
  readonly centreId: string;
  readonly days: ChangedDays | null;
}

/** Projects of one transaction: long enough to be quick, short enough not to keep people waiting. */
const PAGE = 1_000;

/**
 * Works out every open clock again, after a holiday was added or a year was published, and stores what moved; the days of checks that
 * commitments wait for too. May run beside the server; each page of projects is one transaction.
 * @param onProgress called after each page with the number of projects done and the number of running ones there are
 * @param change what is known of the change: cases it cannot touch are left as they are. Null: every case is worked out
 */
export async function recomputeClocks(
  upkeep: Upkeep,
  onProgress: (done: number, of: number) => void = () => {},
  change: CalendarChange | null = null,
): Promise<Recomputed> {
  const { db, calendarOf } = upkeep;
  const { centre, project } = db.t;
  const all = await db.q.select({ id: centre.id }).from(centre).orderBy(asc(centre.id));
  const centres = change === null ? all : all.filter(({ id }) => id === change.centreId);
  const running = and(eq(project.status, "running"), change === null ? undefined : eq(project.centreId, change.centreId));
  const total = await db.q.$count(project, running);
  const moved: MovedDueDay[] = [];
  const movedChecks: MovedCheckDay[] = [];
  let projects = 0;
  let clocks = 0;
  for (const { id: centreId } of centres) {
    const calendar = calendarOf(centreId);
    for (let afterId: string | null = null, more = true; more; ) {
      const page = await recomputePage(upkeep, centreId, calendar, afterId, change?.days ?? null);
      projects += page.projects;
      clocks += page.clocks;
      moved.push(...page.moved);
      afterId = page.lastId;
      more = page.projects === PAGE;
      onProgress(projects, Math.max(total, projects));
    }
    for (let afterId: string | null = null, more = true; more; ) {
      const page = await recomputeChecks(upkeep, centreId, calendar, afterId);
      movedChecks.push(...page.moved);
      afterId = page.lastId;
      more = page.projects === PAGE;
    }
  }
  return { projects, clocks, moved, movedChecks };
}

/** One page of running projects. At most 14 statements. */
const recomputePage = ({ db: { t, x, tx }, pack }: Upkeep, centreId: string, calendar: WorkingCalendar, afterId: string | null, changed: ChangedDays | null) =>
  tx(async (q) => {
    const { cases, ...page } = await lockOpenCases(q, t, x, centreId, { afterId, limit: PAGE, changed });
    const reckoned = cases.map((open) => reckon(open, pack(open.project.packDigest), calendar));
    await saveOpenClocks(q, t, x, centreId, reckoned);
    const changes = reckoned.flatMap(movedOf);
    const names = await namesOfItems(q, t, x, centreId, changes);
    const moved = changes.flatMap(({ id, projectNo, before, after }) => {
      const called = names.get(id);
      return called ? [{ projectNo, ...called, before, after }] : [];
    });
    return { ...page, moved };
  });

/** One page of the cases in which a commitment waits for a check. At most 5 statements. */
const recomputeChecks = ({ db: { t, x, tx }, pack }: Upkeep, centreId: string, calendar: WorkingCalendar, afterId: string | null) =>
  tx(async (q) => {
    const { projects, ...waiting } = await lockWaitingChecks(q, t, x, centreId, afterId, PAGE);
    const projectOf = new Map(projects.map((one) => [one.id, one]));
    const moved: MovedCheckDay[] = [];
    const tell = (projectId: string, commitmentNo: string, before: CivilDay | null, after: CivilDay | null) =>
      moved.push({ projectNo: projectOf.get(projectId)?.projectNo ?? "", commitmentNo, before, after });
    const commitments = waiting.commitments.flatMap((one) => {
      // In its preliminary check a commitment has no supervision points yet.
      const dueOn = stepDueOn(one, [], pack(projectOf.get(one.projectId)?.packDigest ?? ""), calendar);
      if (dueOn === one.dueOn) return [];
      tell(one.projectId, one.commitmentNo, one.dueOn, dueOn);
      return [{ ...one, dueOn }];
    });
    const notices = waiting.notices.flatMap((one) => {
      const days = noticeDays(one, calendar);
      if (days.checkDueOn === one.checkDueOn && days.nextDueOn === one.nextDueOn) return [];
      tell(one.projectId, one.commitmentNo, one.checkDueOn, days.checkDueOn);
      return [{ ...one, ...days }];
    });
    await saveCheckDays(q, t, x, centreId, { commitments, notices });
    return { projects: projects.length, lastId: projects.at(-1)?.id ?? afterId, moved };
  });

/** The due days of one case that moved. */
const movedOf = ({ before: { project }, items }: Reckoned) =>
  items.flatMap(([{ id, dueOn }, after]) =>
    after.dueOn === dueOn ? [] : [{ id, projectId: project.id, projectNo: project.projectNo, before: dueOn, after: after.dueOn }],
  );

/** Works out the clocks of one case under a calendar, exactly as `derive` would, from its open items alone. */
function reckon(before: OpenCase, pack: Pack, calendar: WorkingCalendar): Reckoned {
  const pairs = Object.values(before.items).map((item): readonly [OpenItem, OpenItem] => [
    item,
    { ...item, ...itemClocks(before, item, pack, calendar), ...deliveryDays(item, pack, calendar) },
  ]);
  const after = { ...before, items: Object.fromEntries(pairs.map(([, item]) => [item.id, item])) };
  return { before, project: { ...projectClocks(plannedItems(after)), observeFrom: observeFrom(after, pack, calendar) }, items: pairs };
}
