import { asc, eq } from "drizzle-orm";
import { lockOpenCases, namesOfItems, type OpenCase, type OpenItem, type Reckoned, saveOpenClocks } from "../../../db/repositories/open-clocks";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import { itemClocks, projectClocks } from "../../domain/case/derive";
import { plannedItems } from "../../domain/case/guards";
import { observeFrom } from "../../domain/case/watch";
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

export interface Recomputed {
  readonly projects: number;
  /** Items under way whose clock was worked out, and results under way whose day of delivery was. */
  readonly clocks: number;
  readonly moved: readonly MovedDueDay[];
}

/** Projects of one transaction: long enough to be quick, short enough not to keep people waiting. */
const PAGE = 1_000;

/**
 * Works out every open clock again, after a holiday was added or a year was published, and stores what moved. May run beside
 * the server; each page of projects is one transaction.
 * @param onProgress called after each page with the number of projects done and the number of running ones there are
 */
export async function recomputeClocks({ db, calendarOf, pack }: Upkeep, onProgress: (done: number, of: number) => void = () => {}): Promise<Recomputed> {
  const { t, x } = db;
  const { project } = t;
  const centres = await db.q.select({ id: t.centre.id }).from(t.centre).orderBy(asc(t.centre.id));
  const total = await db.q.$count(project, eq(project.status, "running"));
  const moved: MovedDueDay[] = [];
  let projects = 0;
  let clocks = 0;
  for (const { id: centreId } of centres) {
    const calendar = calendarOf(centreId);
    for (let last: string | null = null, more = true; more; ) {
      const page = await db.tx(async (q) => {
        const cases = await lockOpenCases(q, t, x, centreId, last, PAGE);
        const reckoned = cases.map((open) => reckon(open, pack(open.project.packDigest), calendar));
        await saveOpenClocks(q, t, x, centreId, reckoned);
        const changed = reckoned.flatMap(movedOf);
        const names = await namesOfItems(q, t, x, centreId, changed);
        return {
          reckoned,
          changed: changed.flatMap(({ id, projectNo, before, after }) => {
            const called = names.get(id);
            return called ? [{ projectNo, ...called, before, after }] : [];
          }),
        };
      });
      projects += page.reckoned.length;
      for (const { items } of page.reckoned)
        for (const [{ decidedOn }, { deliveryDueOn }] of items) if (decidedOn === null || deliveryDueOn !== null) clocks += 1;
      moved.push(...page.changed);
      last = page.reckoned.at(-1)?.before.project.id ?? last;
      more = page.reckoned.length === PAGE;
      onProgress(projects, Math.max(total, projects));
    }
  }
  return { projects, clocks, moved };
}

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
