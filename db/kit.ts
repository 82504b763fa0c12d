import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";
import type { CivilDay, Instant } from "../app/domain/calendar/calendar-date";

/**
 * Column kinds in two dialects under the same names. `db/schema` defines every table once against `Kit` and is built
 * twice. The proof at the end of this file holds for each kind, and therefore for every table made of them.
 */

/** `projectNo` → `project_no`: one spelling in both engines, known at run time as `column.name`. */
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Gives each column its snake-case name before drizzle would take the key itself. */
function named<C extends Record<string, unknown>>(columns: C): C {
  for (const [key, builder] of Object.entries(columns)) (builder as { setName(name: string): void }).setName(snake(key));
  return columns;
}

/** An instant travels as `YYYY-MM-DDTHH:mm:ss.sssZ`; the server's own text form is turned back into that. */
const pgInstant = pg.customType<{ data: Instant; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

const pgTable = ((name: string, columns: Record<string, never>, extra: never) => pg.pgTable(name, named(columns), extra)) as unknown as typeof pg.pgTable;
const sqliteTable = ((name: string, columns: Record<string, never>, extra: never) =>
  lite.sqliteTable(name, named(columns), extra)) as unknown as typeof lite.sqliteTable;

export const pgKit = {
  /** UUIDv7 made by the app. */
  id: () => pg.uuid(),
  text: () => pg.text(),
  /** Text whose values are one of a closed list of the domain. */
  code: <T extends string>() => pg.text().$type<T>(),
  /** Whole number up to 2^31. */
  int: () => pg.integer(),
  /** Any number, e.g. an amount in 万元 with decimals. */
  number: () => pg.doublePrecision(),
  bool: () => pg.boolean(),
  instant: () => pgInstant(),
  /** Civil day `YYYY-MM-DD`. */
  day: () => pg.date({ mode: "string" }).$type<CivilDay>(),
  /** `json`, not `jsonb`: keeps the text as written, so a paper drawn again from its model has the same bytes. */
  json: <T>() => pg.json().$type<T>(),
  table: pgTable,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
};

const sqliteColumns = {
  id: () => lite.text(),
  text: () => lite.text(),
  code: <T extends string>() => lite.text().$type<T>(),
  int: () => lite.integer(),
  number: () => lite.real(),
  bool: () => lite.integer({ mode: "boolean" }),
  instant: () => lite.text().$type<Instant>(),
  day: () => lite.text().$type<CivilDay>(),
  json: <T>() => lite.text({ mode: "json" }).$type<T>(),
  table: sqliteTable,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
};

export type Kit = typeof pgKit;

/** The one cast of the data layer; `kindsAgree` below proves it honest. */
export const sqliteKit = sqliteColumns as unknown as Kit;

type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type Data<B> = B extends { _: { $type: infer T } } ? T : B extends { _: { data: infer T } } ? T : never;
type Kinds = "id" | "text" | "code" | "int" | "number" | "bool" | "instant" | "day" | "json";
type Agreement = { [K in Kinds]: Equal<Data<ReturnType<(typeof pgKit)[K]>>, Data<ReturnType<(typeof sqliteColumns)[K]>>> };

/** Fails to compile when a kind means different values in the two dialects, or when one dialect lacks a kind. */
export const kindsAgree: Equal<Agreement, { [K in Kinds]: true }> & Equal<keyof typeof pgKit, keyof typeof sqliteColumns> = true;
