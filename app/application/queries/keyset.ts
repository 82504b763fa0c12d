import { type AnyColumn, type SQL, and, asc, desc, eq, gt, gte, lt, lte, or } from "drizzle-orm";

/** Where a page of a list starts: the sort value and id of the row beside it. */
export interface Cursor {
  readonly value: string;
  readonly id: string;
}

/** `value~id` as it stands in an address; null for anything else, so that a broken link shows the first page. */
export function readCursor(text: string | null): Cursor | null {
  const cut = text?.lastIndexOf("~") ?? -1;
  if (!text || cut < 0 || text.length > 300) return null;
  const id = text.slice(cut + 1);
  return /^[0-9a-f-]{36}$/.test(id) ? { value: text.slice(0, cut), id } : null;
}

export const writeCursor = ({ value, id }: Cursor): string => `${value}~${id}`;

/**
 * Rows strictly behind the cursor in the order (column, id), both the same way, so that one index serves filter and order.
 * The plain comparison on the column alone lets the planner start in the middle of that index.
 */
export function behind(column: AnyColumn | SQL, id: AnyColumn, cursor: Cursor, way: "up" | "down"): SQL | undefined {
  const [past, reached] = way === "up" ? [gt, gte] : [lt, lte];
  return and(reached(column, cursor.value), or(past(column, cursor.value), and(eq(column, cursor.value), past(id, cursor.id))));
}

export const inOrder = (column: AnyColumn | SQL, id: AnyColumn, way: "up" | "down"): readonly SQL[] => (way === "up" ? [asc(column), asc(id)] : [desc(column), desc(id)]);
