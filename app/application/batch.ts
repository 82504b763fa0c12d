import { and, asc, eq } from "drizzle-orm";
import { parseDay } from "../domain/calendar/calendar-date";
import type { Actor } from "../domain/case/context";
import { type BatchCommand, refuseBatch } from "../domain/oversight/batch";
import { isWaitingKind, type WaitingKind } from "../domain/oversight/parts/waiting";
import type { Refusal } from "../domain/result";
import { execute } from "./execute";
import type { Services } from "./services";

/** A row of the queue as a form names it. */
export interface RowKey {
  readonly kind: WaitingKind;
  readonly projectNo: string;
  readonly subjectId: string;
  readonly since: string;
}

/** What became of a batch: the whole refused, or row by row. */
export type BatchOutcome =
  | { readonly ok: false; readonly error: Refusal }
  | { readonly ok: true; readonly done: number; readonly refused: readonly { readonly projectNo: string; readonly error: Refusal }[] };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const writeRow = ({ kind, projectNo, subjectId, since }: RowKey): string => [kind, projectNo, subjectId, since].join("~");

/** A row as written by `writeRow`; null for anything else. */
export function readRow(text: string): RowKey | null {
  const [kind, projectNo, subjectId = "", since = "", ...rest] = text.split("~");
  if (!isWaitingKind(kind) || !projectNo || !UUID.test(subjectId) || parseDay(since) === null || rest.length > 0) return null;
  return { kind, projectNo, subjectId, since };
}

/** Why this act cannot be done to these rows at once, said before a form asks for more; null when it can. */
export const batchRefusal = (act: string, rows: readonly RowKey[]): Refusal | null => refuseBatch(act, rows.length);

/**
 * Does to many rows what has no legal effect. Marks are the person's own; officers are named case by case, each in its own history,
 * and a case that refuses leaves the others done.
 * @param key idempotency key of the form
 */
export async function batch(services: Services, actor: Actor, command: BatchCommand, rows: readonly RowKey[], key: string): Promise<BatchOutcome> {
  const refusal = batchRefusal(command.type, rows);
  if (refusal) return { ok: false, error: refusal };
  return command.type === "mark-seen" ? markSeen(services, actor, rows) : assign(services, actor, command, rows, key);
}

async function markSeen({ db, now }: Services, { centreId, personId }: Actor, rows: readonly RowKey[]): Promise<BatchOutcome> {
  const values = rows.map(({ kind, subjectId, since }) => ({ centreId, personId, kind, subjectId, since, seenAt: now() }));
  await db.tx((q) => q.insert(db.t.waitingSeen).values(values).onConflictDoNothing());
  return { ok: true, done: rows.length, refused: [] };
}

async function assign(
  services: Services,
  actor: Actor,
  command: Extract<BatchCommand, { type: "assign-agent" }>,
  rows: readonly RowKey[],
  key: string,
): Promise<BatchOutcome> {
  const projectNos = [...new Set(rows.map(({ projectNo }) => projectNo))];
  const refused: { projectNo: string; error: Refusal }[] = [];
  for (const projectNo of projectNos) {
    const outcome = await execute(services, actor, command, { projectNo, idempotencyKey: `${key}:${projectNo}` });
    if (!outcome.ok) refused.push({ projectNo, error: outcome.error });
  }
  return { ok: true, done: projectNos.length - refused.length, refused };
}

/** Officers of a centre by name. 1 statement. */
export function officersOf({ db }: Services, centreId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { person, personRole } = db.t;
  return db.q
    .select({ id: person.id, name: person.name })
    .from(personRole)
    .innerJoin(person, eq(person.id, personRole.personId))
    .where(and(eq(personRole.centreId, centreId), eq(personRole.role, "agent"), eq(person.active, true)))
    .orderBy(asc(person.name), asc(person.id));
}
