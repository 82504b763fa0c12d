import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { words } from "./pack-values";
import { type PackFault, readYaml } from "./pack-yaml";

/** Facts of the five sources and parameters that differ between places: how many rows each list has. */
const LISTS = { F: 32, H: 53, K: 27, Z: 32, D: 28, P: 15 } as const;
/** Rows that are background: nothing to do beyond storing them. */
const BACKGROUND = "F05 F08 F32 H01 H02 H11 H12 H13 H15 H34 H37 K02 K04 K13 K18 K21 Z13 Z19 Z32 D01 D02".split(" ");

const shared = { zh: z.string().min(1), en: z.string().min(1) };
/** Files of the repository, or addresses of pages as `routes.ts` has them (with a slash before them). */
const where = z.array(z.string().min(1)).min(1);
const test = z.string().min(1);
const row = z.discriminatedUnion("state", [
  /** `rest`: work that brings what is still missing. */
  z.strictObject({ ...shared, state: z.literal("works"), where, test, rest: z.string().optional() }),
  z.strictObject({ ...shared, state: z.literal("later"), work: z.string(), where: where.optional(), test: test.optional() }),
  z.strictObject({ ...shared, state: z.literal("out"), because: words }),
  z.strictObject({ ...shared, state: z.literal("context"), where: where.optional(), test: test.optional() }),
]);
const checklistFile = z.strictObject({ works: z.record(z.string(), words), rows: z.record(z.string().regex(/^[FHKZDP]\d\d$/), row) });

export type ChecklistRow = z.infer<typeof row> & { readonly id: string };

export interface ChecklistReading {
  readonly rows: readonly ChecklistRow[];
  readonly faults: readonly PackFault[];
}

/** Ids of every row there must be. */
export const expectedRows: readonly string[] = Object.entries(LISTS).flatMap(([list, last]) =>
  Array.from({ length: last }, (_, index) => `${list}${String(index + 1).padStart(2, "0")}`),
);

/**
 * The checklist of the five sources: where each fact lives and which test proves it. A fault for every row that is missing or
 * unknown, every file or page that is not there, every test title that does not exist or does not name its row.
 * @param root the repository
 */
export function readChecklist(root: string): ChecklistReading {
  const file = "db/packs/checklist.yaml";
  const read = readYaml(file, readFileSync(join(root, file), "utf8"), checklistFile);
  if (!read.value) return { rows: [], faults: read.faults };
  const { works, rows } = read.value;
  const titles = testTitles(join(root, "tests"));
  const pages = readFileSync(join(root, "app/routes.ts"), "utf8");
  const faults: PackFault[] = [];
  const fault = (rule: string, id: string, message: string) => faults.push({ file, line: read.lineOf(["rows", id]), rule, message: `${id}: ${message}` });

  for (const id of expectedRows) if (!rows[id]) fault("checklist-row-missing", id, "this row of the sources has no entry");
  for (const [id, one] of Object.entries(rows)) {
    if (!expectedRows.includes(id)) fault("checklist-row-unknown", id, "no source has this row");
    if (one.state === "context" && !BACKGROUND.includes(id))
      fault("checklist-not-background", id, "this row asks for more than to be stored; say where it works");
    const work = one.state === "later" ? one.work : one.state === "works" ? one.rest : undefined;
    if (work !== undefined && !works[work]) fault("checklist-work-unknown", id, `"${work}" is none of the works named at the head of the file`);
    if (one.state === "out") continue;
    for (const place of one.where ?? []) if (!isThere(root, pages, place)) fault("checklist-place-missing", id, `there is no ${place}`);
    if (one.test === undefined) continue;
    const found = titles.filter((title) => title.startsWith(one.test ?? ""));
    if (found.length === 0) fault("checklist-test-missing", id, `no test is called "${one.test}…"`);
    else if (!id.startsWith("P") && !found.some((title) => new RegExp(`\\b${id}\\b`).test(title)))
      fault("checklist-test-unnamed", id, `the test "${one.test}…" does not name the row`);
  }
  return { rows: expectedRows.flatMap((id) => (rows[id] ? [{ id, ...rows[id] }] : [])), faults };
}

const isThere = (root: string, pages: string, place: string): boolean =>
  place.startsWith("/") ? pages.includes(`route("${place.slice(1) || "/"}"`) : existsSync(join(root, place));

/** Every title of a test or a group of tests below a folder: what stands first inside the brackets of a call. */
function testTitles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/\(\s*(["'`])((?:\\.|(?!\1).)+)\1\s*,/g)].map(([, , title = ""]) => title.replaceAll('\\"', '"')),
    );
}
