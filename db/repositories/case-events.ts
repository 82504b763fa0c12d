import { and, asc, eq, gt, type InferSelectModel } from "drizzle-orm";
import type { Instant } from "../../app/domain/calendar/calendar-date";
import type { Principal } from "../../app/domain/case/context";
import type { CaseEvent, RecordedEvent } from "../../app/domain/case/events";
import { canonicalJson, sha256 } from "../canonical";
import type { Q, Tables } from "../port";
import { insertRows } from "../writes";

/** The digest before the first event of every case. */
export const CHAIN_START = "0".repeat(64);

export type EventRow = InferSelectModel<Tables["caseEvent"]>;

/** What all events of one command share. */
export interface EventOrigin {
  readonly centreId: string;
  readonly projectId: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly recordedAt: Instant;
  readonly commandKey: string;
  /** The manager in whose name the actor acted under a cover; kept inside each event, so that its digest covers it. */
  readonly onBehalfOf?: Principal;
  /** Whether an event was entered on a later working day than it could be known. */
  readonly isBackDated: (event: CaseEvent) => boolean;
}

/** Digest of an event: over everything it says and the digest of the one before. */
export const digestOfEvent = ({ hash: _, ...said }: EventRow): string => sha256(canonicalJson(said));

/** Rows for the events of one command, chained to the end of the case's history. */
export function chainEvents(head: { readonly seq: number; readonly hash: string }, events: readonly CaseEvent[], origin: EventOrigin): EventRow[] {
  const { isBackDated, onBehalfOf, ...shared } = origin;
  let { seq, hash } = head;
  return events.map((event) => {
    const happenedOn = "on" in event ? event.on : null;
    const row: EventRow = {
      ...shared,
      seq: ++seq,
      type: event.type,
      payload: canonicalJson(onBehalfOf ? { ...event, onBehalfOf } : event),
      happenedOn,
      backDated: isBackDated(event),
      previousHash: hash,
      hash: "",
    };
    hash = digestOfEvent(row);
    return { ...row, hash };
  });
}

export async function appendEvents(q: Q, t: Tables, rows: readonly EventRow[]): Promise<void> {
  await insertRows(q, t.caseEvent, rows);
}

/** History of a case in order. */
export async function readEventRows(q: Q, t: Tables, centreId: string, projectId: string, afterSeq = 0): Promise<EventRow[]> {
  const { caseEvent: e } = t;
  return q
    .select()
    .from(e)
    .where(and(eq(e.centreId, centreId), eq(e.projectId, projectId), gt(e.seq, afterSeq)))
    .orderBy(asc(e.seq));
}

/** What an event says, apart from the one in whose name it was entered. */
export function saidBy(payload: string): { readonly event: CaseEvent; readonly onBehalfOf: Principal | null } {
  const { onBehalfOf = null, ...event } = JSON.parse(payload) as CaseEvent & { readonly onBehalfOf?: Principal };
  return { event: event as CaseEvent, onBehalfOf };
}

/** The event as the domain knows it. */
export const recordedEvent = ({
  payload,
  seq,
  actorId,
  actorName,
  actorRole,
  happenedOn,
  recordedAt,
  backDated,
  hash,
  previousHash,
}: EventRow): RecordedEvent => ({
  seq,
  ...saidBy(payload),
  actorId,
  actorName,
  actorRole,
  happenedOn,
  recordedAt,
  backDated,
  hash,
  previousHash,
});
