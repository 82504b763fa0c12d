import { and, eq } from "drizzle-orm";
import { loadCase } from "../../../db/repositories/case-rows";
import { mayRead, maySee, SCOPE } from "../../domain/access/scope";
import type { CivilDay } from "../../domain/calendar/calendar-date";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar";
import type { Actor } from "../../domain/case/context";
import type { CollectionName, Item, ProjectCase } from "../../domain/case/state";
import type { Pack } from "../../domain/pack/pack";
import type { Services } from "../services";

/** A whole case with the rules it runs under, as of today. */
export interface CaseToday {
  readonly state: ProjectCase;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDay;
}

/** A case as one person may see it. */
export interface CaseInView extends CaseToday {
  readonly actor: Actor;
}

/**
 * The case with this number, or null when the centre has none or it is not this person's to see: a reviewer sees the cases
 * in which the own department decides an item, was called to a joint review or handed down a standard. 2 statements.
 */
export async function caseByNumber(services: Services, actor: Actor, projectNo: string): Promise<CaseInView | null> {
  return inView(services, actor, (await loadCase(services.db, actor.centreId, { projectNo }))?.state ?? null);
}

/** Some collections of a case as one person may see it. */
export interface PartsInView<C extends CollectionName> extends Omit<CaseInView, "state"> {
  readonly state: Pick<ProjectCase, "project" | C>;
}

/** The collections that a page names, of a case that is this person's to see; those that say so are always there. 2 statements. */
export async function caseParts<C extends CollectionName>(
  services: Services,
  actor: Actor,
  projectNo: string,
  wanted: readonly C[],
): Promise<PartsInView<C | (typeof SCOPE)[number]> | null> {
  const loaded = await loadCase(services.db, actor.centreId, { projectNo }, [...new Set<C | (typeof SCOPE)[number]>([...SCOPE, ...wanted])]);
  if (!loaded || actor.role === "investor" || !maySee(actor, loaded.state)) return null;
  const { state } = loaded;
  return { state, pack: services.pack(state.project.packDigest), calendar: services.calendarOf(actor.centreId), today: services.today(), actor };
}

/**
 * The case of an item and the item itself; a reviewer sees the items of the own department, and those of a joint review the department
 * was called to (`mayRead`). 2 statements.
 */
export async function caseByItem(services: Services, actor: Actor, itemNo: string): Promise<{ readonly found: CaseInView; readonly item: Item } | null> {
  const { q, t } = services.db;
  const [row] = await q
    .select({ id: t.item.id, projectId: t.item.projectId })
    .from(t.item)
    .where(and(eq(t.item.centreId, actor.centreId), eq(t.item.itemNo, itemNo)));
  if (!row) return null;
  const found = inView(services, actor, (await loadCase(services.db, actor.centreId, { projectId: row.projectId }))?.state ?? null);
  const item = found?.state.items[row.id];
  if (!found || !item) return null;
  return mayRead(actor, found.state, item) ? { found, item } : null;
}

function inView(services: Services, actor: Actor, state: ProjectCase | null): CaseInView | null {
  if (!state || actor.role === "investor" || !maySee(actor, state)) return null;
  return { state, pack: services.pack(state.project.packDigest), calendar: services.calendarOf(actor.centreId), today: services.today(), actor };
}
