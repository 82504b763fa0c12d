import { and, asc, eq, gt, or } from "drizzle-orm";
import { canonicalJson } from "../../../db/canonical";
import { CHAIN_START, digestOfEvent, type EventRow, readEventRows, saidBy } from "../../../db/repositories/case-events";
import { type LoadedCase, loadCase } from "../../../db/repositories/case-rows";
import { derive } from "../../domain/case/derive";
import { evolve } from "../../domain/case/evolve";
import type { ProjectCase } from "../../domain/case/state";
import { byId } from "../by-id";
import type { Upkeep } from "../services";

/** The first thing of a case that is not as it was recorded. */
export interface Broken {
  readonly projectNo: string;
  /** Position in the history; null when the history is whole and a row differs from it. */
  readonly seq: number | null;
  readonly what: string;
}

export interface Verdict {
  readonly projects: number;
  readonly events: number;
  /** At most one entry per project. */
  readonly broken: readonly Broken[];
}

/** Projects read at a time. */
const PAGE = 500;

/**
 * Proves every case: each event still has its digest and follows the one before, and replaying the events from nothing gives
 * the rows that pages show. Reads only; may run beside the server.
 * @param onProgress called after each project with the number done and the number there are
 */
export async function verifyCases(upkeep: Upkeep, onProgress: (done: number, of: number) => void = () => {}): Promise<Verdict> {
  const { db } = upkeep;
  const { project } = db.t;
  const total = await db.q.$count(project);
  const broken: Broken[] = [];
  let projects = 0;
  let events = 0;
  let last: { readonly centreId: string; readonly id: string } | undefined;
  for (;;) {
    const after = last && or(gt(project.centreId, last.centreId), and(eq(project.centreId, last.centreId), gt(project.id, last.id)));
    const page = await db.q
      .select({ centreId: project.centreId, id: project.id })
      .from(project)
      .where(after)
      .orderBy(asc(project.centreId), asc(project.id))
      .limit(PAGE);
    for (const { centreId, id } of page) {
      const { found, length } = await verifyCase(upkeep, centreId, id);
      if (found) broken.push(found);
      events += length;
      onProgress(++projects, Math.max(total, projects));
    }
    last = page.at(-1);
    if (page.length < PAGE) return { projects, events, broken };
  }
}

/** Proves one case, read at one moment even while it changes. */
async function verifyCase(upkeep: Upkeep, centreId: string, projectId: string): Promise<{ found: Broken | null; length: number }> {
  const { q, t } = upkeep.db;
  let ahead = 0;
  for (;;) {
    const loaded = await loadCase(upkeep.db, centreId, { projectId });
    if (!loaded) throw new Error(`project ${projectId} was removed while it was verified`);
    const history = await readEventRows(q, t, centreId, projectId);
    const newest = history.at(-1)?.seq ?? 0;
    // An event recorded after the rows were read: read both again. One that the rows never take in is found by `brokenLink`.
    if (newest > loaded.headSeq && newest !== ahead) {
      ahead = newest;
      continue;
    }
    const problem = brokenLink(history, loaded) ?? brokenRow(history, loaded, upkeep);
    return { found: problem && { projectNo: loaded.state.project.projectNo, ...problem }, length: history.length };
  }
}

type Problem = Omit<Broken, "projectNo">;

function brokenLink(history: readonly EventRow[], { headSeq, headHash }: LoadedCase): Problem | null {
  let previous = CHAIN_START;
  let seq = 0;
  for (const event of history) {
    seq += 1;
    if (event.seq !== seq) return { seq, what: "this event is missing" };
    if (event.previousHash !== previous) return { seq, what: "does not follow the event before it" };
    if (digestOfEvent(event) !== event.hash) return { seq, what: "was changed after it was recorded" };
    previous = event.hash;
  }
  if (seq !== headSeq || previous !== headHash)
    return { seq: Math.min(seq, headSeq) + (seq === headSeq ? 0 : 1), what: `the history ends at ${seq}, the project says ${headSeq}` };
  return null;
}

function brokenRow(history: readonly EventRow[], { state }: LoadedCase, { pack, calendarOf }: Upkeep): Problem | null {
  let replayed: ProjectCase | null = null;
  for (const { payload, seq, type, recordedAt } of history) {
    const { event } = saidBy(payload);
    if (event.type !== type) return { seq, what: `is called ${type} and says ${event.type}` };
    try {
      replayed = evolve(replayed, event, recordedAt);
    } catch (error) {
      return { seq, what: `cannot be replayed: ${error instanceof Error ? error.message : error}` };
    }
  }
  if (replayed === null) return { seq: 1, what: "the project has no history" };
  const said = derive(replayed, pack(replayed.project.packDigest), calendarOf(replayed.project.centreId));
  const what = firstDifference(withSettledDays(said, state), state);
  return what === null ? null : { seq: null, what };
}

/**
 * A closed item keeps the due days of the calendar it was closed under, which a later calendar need not give again; so does the check on a
 * promise once it was made.
 */
function withSettledDays(said: ProjectCase, stored: ProjectCase): ProjectCase {
  const settled = Object.values(said.items).map((item) => {
    const row = stored.items[item.id];
    if (item.endedOn === null || !row) return item;
    const kept = item.deliveredOn === null ? {} : { deliveryDueOn: row.deliveryDueOn };
    return { ...item, ...kept, committedDueOn: row.committedDueOn, statutoryDueOn: row.statutoryDueOn, dueOn: row.dueOn, dueProvisional: row.dueProvisional };
  });
  const checked = Object.values(said.noticeCommitments).map((notice) => {
    const row = stored.noticeCommitments[notice.id];
    return row && notice.status !== "granted" ? { ...notice, checkDueOn: row.checkDueOn } : notice;
  });
  return { ...said, items: byId(settled), noticeCommitments: byId(checked) };
}

/** Names the first column in which the rows differ from what the history says. */
function firstDifference(said: ProjectCase, stored: ProjectCase): string | null {
  const { project: saidProject, ...saidParts } = said;
  const { project: storedProject, ...storedParts } = stored;
  const inProject = differingColumn(saidProject, storedProject);
  if (inProject) return `project: ${inProject}`;
  for (const [collection, entities] of Object.entries(saidParts) as [string, Readonly<Record<string, object>>][]) {
    const rows: Readonly<Record<string, object>> = storedParts[collection as keyof typeof storedParts];
    for (const id of new Set([...Object.keys(entities), ...Object.keys(rows)])) {
      const entity = entities[id];
      const row = rows[id];
      if (!entity) return `${collection} ${id}: no event made this row`;
      if (!row) return `${collection} ${id}: the row is missing`;
      const column = differingColumn(entity, row);
      if (column) return `${collection} ${id}: ${column}`;
    }
  }
  return null;
}

function differingColumn(said: object, stored: object): string | null {
  const a = said as Record<string, unknown>;
  const b = stored as Record<string, unknown>;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [saidValue, storedValue] = [canonicalJson(a[key]), canonicalJson(b[key])];
    if (saidValue !== storedValue) return `${key} is ${storedValue}, the history says ${saidValue}`;
  }
  return null;
}
