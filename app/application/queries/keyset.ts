import { and, asc, desc, eq, gt, gte, lt, lte, or, type Placeholder, type SQL, type SQLWrapper } from "drizzle-orm";
import { parseDay } from "../../domain/calendar/calendar-date";

/** Where a page of a list starts: the sort value and id of the row beside it. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

/** What the sort column holds; a value of another kind would be an error in one engine and nonsense in the other. */
export type CursorKind = "day" | "instant" | "text";

const FITS: Readonly<Record<CursorKind, (value: string) => boolean>> = {
  day: (value) => parseDay(value) !== null,
  instant: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  text: (value) => value.length <= 300 && !value.includes("\u0000"),
};

/** Reads `value~id` as it stands in an address; null for anything else, so that a broken link shows the first page. */
export function readCursor(text: string | null, kind: CursorKind): Cursor | null {
  const [, value, id] = /^(.*)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/su.exec(text ?? "") ?? [];
  return value !== undefined && id !== undefined && FITS[kind](value) ? { value, id } : null;
}

export const writeCursor = ({ value, id }: Cursor): string => `${value}~${id}`;

/** Direction of an order: both columns the same way, so that one index serves it. */
export type Way = "up" | "down";

export const turned = (way: Way): Way => (way === "up" ? "down" : "up");

/**
 * Rows strictly behind the cursor in the order (column, id). The plain comparison on the column alone lets the planner
 * start in the middle of the index.
 */
export function behind(column: SQLWrapper, id: SQLWrapper, cursor: Record<keyof Cursor, string | Placeholder>, way: Way): SQL | undefined {
  const [past, reached] = way === "up" ? [gt, gte] : [lt, lte];
  return and(reached(column, cursor.value), or(past(column, cursor.value), and(eq(column, cursor.value), past(id, cursor.id))));
}

export const inOrder = (column: SQLWrapper, id: SQLWrapper, way: Way): readonly SQL[] => (way === "up" ? [asc(column), asc(id)] : [desc(column), desc(id)]);
