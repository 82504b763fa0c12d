import { eq, getTableColumns, getTableName, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Columns } from "./packed-rows";
import { prepared, type Q } from "./port";

/**
 * Inserts and updates that are built once for each shape and then run with other values. A value goes in as the driver takes it:
 * of one that comes through a placeholder of its own drizzle would make `false` or the text `null` where there is none.
 */
type Row = Readonly<Record<string, unknown>>;

/**
 * Rows that go into one statement: few sizes, so that each is built once, and none has more parameters than SQLite takes (32,766).
 * Of rows written anew there are as many shapes as columns change together, so the large sizes are left out.
 */
const AT_ONCE = [64, 16, 4, 1] as const;
const AT_ONCE_ANEW = [4, 1] as const;

const slot = (name: string): SQL => sql`${sql.placeholder(name)}`;
const asDriven = (column: PgColumn | undefined, value: unknown): unknown =>
  value === null || value === undefined ? null : (column?.mapToDriverValue(value) ?? value);

/** The value an insert brought, in the words both engines share. */
const excluded = (column: PgColumn | undefined): SQL => sql.raw(`excluded."${column?.name}"`);

/**
 * Inserts rows, all columns of each. Of a row that is there already only what is named is written anew.
 * @param anew the columns that say which row it is, and those to overwrite; left out where every row is new
 */
export async function insertRows<T extends PgTable>(
  q: Q,
  table: T,
  rows: readonly InferSelectModel<T>[],
  anew?: { readonly target: readonly PgColumn[]; readonly keys: readonly string[] },
): Promise<void> {
  const columns = getTableColumns(table) as Columns;
  const keys = Object.keys(columns);
  const sizes: readonly number[] = anew ? AT_ONCE_ANEW : AT_ONCE;
  for (let from = 0; from < rows.length; ) {
    const size = sizes.find((fitting) => fitting <= rows.length - from) ?? 1;
    const some = rows.slice(from, from + size) as readonly Row[];
    from += size;
    const query = prepared(q, `insert ${size} ${getTableName(table)} ${anew?.keys.join(" ") ?? ""}`, () => {
      const slots = some.map((_, at) => Object.fromEntries(keys.map((key) => [key, slot(`${key} ${at}`)])));
      const insert = q.insert(table).values(slots as never);
      if (!anew) return insert;
      const set = Object.fromEntries(anew.keys.map((key) => [key, excluded(columns[key])]));
      return insert.onConflictDoUpdate({ target: [...anew.target], set: set as never }) as unknown as typeof insert;
    });
    await query.execute(Object.fromEntries(some.flatMap((row, at) => keys.map((key) => [`${key} ${at}`, asDriven(columns[key], row[key])]))));
  }
}

/**
 * Gives one row new values.
 * @param which column keys and values that say which row; it is not written when any of them is another
 * @returns whether there was such a row
 */
export async function updateRow(q: Q, table: PgTable, which: Row, values: Row): Promise<boolean> {
  const columns = getTableColumns(table) as Columns;
  const [asked, set] = [Object.keys(which), Object.keys(values)];
  const query = prepared(q, `update ${getTableName(table)} ${set.join(" ")} where ${asked.join(" ")}`, () => {
    const conditions = asked.map((key) => eq(columns[key] as PgColumn, slot(`where ${key}`)));
    return q
      .update(table)
      .set(Object.fromEntries(set.map((key) => [key, slot(key)])) as never)
      .where(sql.join(conditions, sql` and `))
      .returning({ done: sql<number>`1` });
  });
  const done = await query.execute({
    ...Object.fromEntries(set.map((key) => [key, asDriven(columns[key], values[key])])),
    ...Object.fromEntries(asked.map((key) => [`where ${key}`, asDriven(columns[key], which[key])])),
  });
  return done.length === 1;
}
