import { and, desc, eq, gt, like, lt, type SQL } from "drizzle-orm";
import { recordedEvent } from "../../../db/repositories/case-events";
import type { Actor } from "../../domain/case/context";
import type { RecordedEvent } from "../../domain/case/events";
import { asReadBy } from "../../domain/case/evidence";
import type { Services } from "../services";
import { type EventNames, namesFor } from "./event-names";
import { type CaseInView, caseByNumber } from "./project-case";
import { headOf, type ProjectHead } from "./project-head";

/** Events on one page of a history. */
const PAGE_SIZE = 50;

export interface HistoryPage {
  readonly head: ProjectHead;
  readonly names: EventNames;
  readonly events: readonly RecordedEvent[];
  /** Position to continue behind, towards the beginning; null when this page reaches it. */
  readonly before: number | null;
  readonly isFirst: boolean;
}

/** What happened to a project, newest first. 3 statements. */
export async function historyPage(services: Services, actor: Actor, projectNo: string, before: number | null): Promise<HistoryPage | null> {
  const found = await caseByNumber(services, actor, projectNo);
  if (!found) return null;
  const events = await eventsOf(services, found, before === null ? undefined : lt(services.db.t.caseEvent.seq, before), PAGE_SIZE + 1);
  const shown = events.slice(0, PAGE_SIZE);
  return {
    head: headOf(found),
    names: namesFor(found.state, found.pack),
    events: shown,
    before: events.length > PAGE_SIZE ? (shown.at(-1)?.seq ?? null) : null,
    isFirst: before === null,
  };
}

/** Events of one item, newest first: those whose text names its id. 1 statement. */
export const itemEvents = (services: Services, found: CaseInView, itemId: string): Promise<readonly RecordedEvent[]> =>
  eventsOf(services, found, like(services.db.t.caseEvent.payload, `%"${itemId}"%`), PAGE_SIZE);

/** What was recorded after the version a form was shown with, newest first. Version and position in the chain are the same number. */
export const changesSince = (services: Services, found: CaseInView, version: number): Promise<readonly RecordedEvent[]> =>
  eventsOf(services, found, gt(services.db.t.caseEvent.seq, version), PAGE_SIZE);

async function eventsOf({ db }: Services, { state, actor }: CaseInView, which: SQL | undefined, limit: number): Promise<readonly RecordedEvent[]> {
  const { caseEvent: e } = db.t;
  const { centreId, id } = state.project;
  const rows = await db.q
    .select()
    .from(e)
    .where(and(eq(e.centreId, centreId), eq(e.projectId, id), which))
    .orderBy(desc(e.seq))
    .limit(limit);
  return rows.map(recordedEvent).map((recorded) => ({ ...recorded, event: asReadBy(state, recorded.event, actor) }));
}
