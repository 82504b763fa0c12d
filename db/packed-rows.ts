import type { PgColumn } from "drizzle-orm/pg-core";

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads rows back from the one JSON text that `Extras.packed` made of them, a list of lists of these columns. SQLite hands over a
 * text in half the time it takes for a thousand single values, most of which are empty.
 * @param columns those that were packed, in the same order
 */
export function unpacking(columns: Readonly<Record<string, PgColumn>>): (text: string) => Row[] {
  const spelled = Object.values(columns).map((column) => (value: unknown) => (value === null ? null : column.mapFromDriverValue(value)));
  const fields = Object.entries(columns).map(
    ([key, { dataType }], at) => `${JSON.stringify(key)}: ${COMES_AS_IT_IS.has(dataType) ? `v[${at}]` : `d[${at}](v[${at}])`}`,
  );
  const make = new Function("d", `return (v) => ({ ${fields.join(", ")} })`)(spelled) as (values: readonly unknown[]) => Row;
  return (text) => (JSON.parse(text) as readonly (readonly unknown[])[]).map(make);
}

/** Kinds that JSON carries as they are; truth values and instants are spelled in the engine's own way. */
const COMES_AS_IT_IS: ReadonlySet<string> = new Set(["string", "number", "json"]);
