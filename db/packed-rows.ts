import { type InferColumnsDataTypes, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type Extras, prepared, type Q } from "./port";

// Rows that come from the engine as one JSON text, a list of lists of their columns (`Extras.packed`). SQLite hands over a text in half
// the time it takes for a thousand single values, most of which are empty.

/** Columns of a table by their key in the code. */
export type Columns = Readonly<Record<string, PgColumn>>;

const readers = new WeakMap<Columns, (text: string) => unknown[]>();

/**
 * The rows that were packed.
 * @param columns those that were packed, in the same order. The same object each time: what reads them is made once for it
 */
export function unpacked<C extends Columns>(columns: C, text: string): InferColumnsDataTypes<C>[] {
  const read = readers.get(columns) ?? readerOf(columns);
  readers.set(columns, read);
  return read(text) as InferColumnsDataTypes<C>[];
}

/** Kinds that JSON carries as they are; truth values and instants are spelled in the engine's own way. */
const COMES_AS_IT_IS: ReadonlySet<string> = new Set(["string", "number", "json"]);

function readerOf(columns: Columns): (text: string) => unknown[] {
  const decode = Object.values(columns).map((column) => (value: unknown) => (value === null ? null : column.mapFromDriverValue(value)));
  const fields = Object.entries(columns).map(([key, { dataType }], at) => {
    const value = COMES_AS_IT_IS.has(dataType) ? `values[${at}]` : `decode[${at}](values[${at}])`;
    return `${JSON.stringify(key)}: ${value}`;
  });
  // Written out once for each table: assigning sixty fields by name takes ten times as long as an object literal that has them.
  const make = new Function("decode", `return (values) => ({ ${fields.join(", ")} })`)(decode) as (values: readonly unknown[]) => unknown;
  return (text) => (JSON.parse(text) as readonly (readonly unknown[])[]).map(make);
}

/**
 * Rows of a table, packed. 1 statement, built once under its name.
 * @param of the table and what is true of the rows, asked only when the statement is built
 * @param values what its placeholders stand for
 */
export async function readPacked<C extends Columns>(
  q: Q,
  x: Extras,
  name: string,
  columns: C,
  of: () => { readonly table: PgTable; readonly where: SQL | undefined },
  values: Readonly<Record<string, unknown>>,
): Promise<InferColumnsDataTypes<C>[]> {
  const query = prepared(q, name, () => {
    const { table, where } = of();
    return q
      .select({ packed: x.packed(Object.values(columns)) })
      .from(table)
      .where(where)
      .having(sql`count(*) > 0`);
  });
  const [found] = await query.execute(values);
  return found ? unpacked(columns, found.packed) : [];
}
