import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tables } from "../../../../db/schema";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { Actor } from "../../../domain/case/context";
import type { WaitingKind } from "../../../domain/oversight/parts/waiting";

/** What a source is read within: one centre, as of one day. */
export interface WaitingScope {
  readonly t: Tables;
  readonly centreId: string;
  readonly today: CivilDay;
  /** Who looks: some things are not theirs to settle. Left out where only what waits is counted. */
  readonly viewer?: Pick<Actor, "personId" | "name">;
}

/**
 * One kind of thing that waits for a manager, as the queue reads it. Each source answers from an index that holds the waiting ones
 * apart, so that the queue costs what waits and not what there is.
 */
export interface WaitingSource {
  readonly kind: WaitingKind;
  rows(scope: WaitingScope): WaitingRows;
}

/** Expressions over the tables in `from`; those left out are null. */
export interface WaitingRows {
  readonly from: SQL;
  readonly where: SQL;
  readonly id: SQLWrapper;
  readonly projectId: SQLWrapper;
  readonly itemId?: SQLWrapper;
  /** Day since which it waits. */
  readonly since: SQLWrapper;
  /** Day by which it should be settled. */
  readonly due?: SQLWrapper;
  /** Person who may not settle it: their own application, their own acceptance. */
  readonly notBy?: SQLWrapper;
  /** What was asked, in the words of those who asked. */
  readonly note?: SQLWrapper;
  readonly amount?: SQLWrapper;
}

const text = (value: SQLWrapper | undefined): SQL => (value ? sql`cast(${value} as text)` : sql`cast(null as text)`);

/** What is past or comes within the pressing days stands first, by that day; everything else after it, what has waited longest first. */
const keyOf = ({ since, due }: WaitingRows, pressing: CivilDay): SQL => {
  const waits = sql`'1' || ${text(since)}`;
  return due ? sql`case when ${text(due)} <= ${pressing} then '0' || ${text(due)} else ${waits} end` : waits;
};

/** One member of the union of sources, each with the same columns. */
export const memberOf = (kind: WaitingKind, rows: WaitingRows, pressing: CivilDay): SQL =>
  sql`select ${sql.raw(`'${kind}'`)} as kind, ${text(rows.id)} as subject, ${rows.projectId} as project, ${rows.itemId ?? sql`cast(null as uuid)`} as item, ${text(
    rows.since,
  )} as since, ${text(rows.due)} as due, ${text(rows.notBy)} as not_by, ${text(rows.note)} as note, ${
    rows.amount ? sql`cast(${rows.amount} as integer)` : sql`cast(null as integer)`
  } as amount, ${keyOf(rows, pressing)} as place from ${rows.from} where ${rows.where}`;

/** Joins a part of an item to the item. */
export const itemOf = ({ item }: Tables, part: { readonly centreId: SQLWrapper; readonly projectId: SQLWrapper; readonly itemId: SQLWrapper }): SQL =>
  sql`inner join ${item} on ${item.centreId} = ${part.centreId} and ${item.projectId} = ${part.projectId} and ${item.id} = ${part.itemId}`;
