import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** Rows to change, by column key: the key columns say which row, the others its new values. All rows have the same keys. */
export type PatchRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One UPDATE that gives many rows their own new values, which travel as a single JSON parameter.
 * @param keys column keys that identify a row
 * @param source the engine's way to read that parameter as a table `v` with these columns
 */
export function patchStatement(
  table: PgTable,
  keys: readonly string[],
  rows: readonly PatchRow[],
  source: (json: string, columns: readonly PgColumn[]) => SQL,
): SQL {
  const all = getTableColumns(table) as Record<string, PgColumn>;
  const columnOf = (key: string): PgColumn => {
    const column = all[key];
    if (!column) throw new Error(`${getTableName(table)} has no column ${key}`);
    return column;
  };
  const named = Object.keys(rows[0] ?? {});
  const name = (key: string) => sql.identifier(columnOf(key).name);
  const set = named.filter((key) => !keys.includes(key)).map((key) => sql`${name(key)} = v.${name(key)}`);
  const where = keys.map((key) => sql`${table}.${name(key)} = v.${name(key)}`);
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(named.map((key) => [columnOf(key).name, row[key]]))));
  return sql`UPDATE ${table} SET ${sql.join(set, sql`, `)} FROM ${source(json, named.map(columnOf))} WHERE ${sql.join(where, sql` AND `)}`;
}
