import type { Kit } from "../kit";
import { caseTables } from "./case";
import { centreTables } from "./centre";
import { projectTables } from "./project";
import { recordTables } from "./record";

/** Every table of the product, defined once and built for each engine. */
export function defineSchema(k: Kit) {
  const centres = centreTables(k);
  const projects = projectTables(k, centres);
  return { ...centres, ...projects, ...caseTables(k, projects), ...recordTables(k, { ...centres, ...projects }) };
}

export type Tables = ReturnType<typeof defineSchema>;
