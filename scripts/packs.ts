import type { Pack, Sourced } from "../app/domain/pack/pack";
import { wholeMenu } from "../app/domain/plan/plan";
import { finishOf, scheduleOf } from "../app/domain/plan/schedule";
import { type ChecklistRow, readChecklist } from "../db/checklist";
import { printed, readPacks } from "../db/load-packs";

/**
 * `npm run check:packs [-- folder]`: checks every pack and the checklist of their sources, prints one table per pack and one row per
 * fact (where it lives, which test proves it), and exits 1 with one line `file:line: rule: message` per broken rule.
 * With a folder of packs only the packs in it are checked.
 */

interface Row {
  readonly part: string;
  readonly entries: number;
  readonly values: readonly Sourced<unknown>[];
}

const statutoryOf = (item: Pack["items"][number]): Sourced<number> => ({ value: item.statutory.days, source: item.statutory.source, assumed: false });

const rowsOf = (pack: Pack): readonly Row[] => [
  { part: "categories", entries: pack.categories.length, values: pack.categories.flatMap((category) => [category.budgetWorkingDays, category.budgetMode]) },
  { part: "stages", entries: pack.stages.length, values: pack.stages.flatMap((stage) => [stage.leadDepartment, stage.limitWorkingDays]) },
  {
    part: "item types",
    entries: pack.itemTypes.length,
    values: pack.itemTypes.flatMap((type) => [type.limitWorkingDays, ...type.steps.map((step) => step.limitWorkingDays)]),
  },
  { part: "procedures", entries: pack.procedures.length, values: pack.procedures.map((kind) => kind.maxWorkingDays) },
  { part: "parameters", entries: Object.keys(pack.parameters).length, values: Object.values(pack.parameters) },
  { part: "switches", entries: Object.keys(pack.switches).length, values: Object.values(pack.switches) },
  { part: "targets", entries: pack.targets?.length ?? 0, values: (pack.targets ?? []).map((target) => target.percent) },
  { part: "agency and ratings", entries: 7, values: [...Object.values(pack.agency ?? {}), ...Object.values(pack.ratings ?? {})] },
  { part: "rules of conduct", entries: Object.keys(pack.rules ?? {}).length, values: Object.values(pack.rules ?? {}) },
  { part: "windows", entries: pack.windowKinds?.length ?? 0, values: (pack.windowKinds ?? []).map((kind) => kind.count) },
  { part: "items, statutory", entries: pack.items.length, values: pack.items.map(statutoryOf) },
  { part: "items, committed", entries: pack.items.length, values: pack.items.map((item) => item.committed) },
];

const cells = (row: Row): readonly string[] => {
  const stated = row.values.filter((value) => value.value !== null);
  const assumed = stated.filter((value) => value.assumed).length;
  return [row.part, ...[row.entries, stated.length - assumed, assumed, row.values.length - stated.length].map(String)];
};

const shown = (days: number | null | undefined): string => (days === null || days === undefined ? "-" : String(days));

/** Longest chain of committed days over the whole menu of each category, beside its cap: the same check a plan gets. */
const chainsOf = (pack: Pack): readonly (readonly string[])[] =>
  pack.categories.map(({ code, budgetWorkingDays }) => {
    const menu = wholeMenu(pack, code);
    const schedule = scheduleOf(menu);
    const to = (item: string) => shown(finishOf(schedule, item));
    return [code, String(menu.length), to("construction-permit"), to("building-registration"), shown(budgetWorkingDays.value)];
  });

function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  return lines
    .map((line) => `  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`)
    .join("\n");
}

function report(pack: Pack): string {
  const life = `from ${pack.validFrom}${pack.validTo ? ` to ${pack.validTo}` : ""}`;
  const parts = [
    `${pack.id} (${pack.name.zh})`,
    life,
    ...(pack.inherits ? [`inherits ${pack.inherits}`] : []),
    `${pack.questions.length} questions`,
    `digest ${pack.digest.slice(0, 12)}`,
  ];
  const counts = table([["part", "entries", "sourced", "assumed", "unstated"], ...rowsOf(pack).map(cells)]);
  const chains = table([["whole menu, working days", "items", "to construction permit", "to registration", "cap"], ...chainsOf(pack)]);
  return [parts.join(", "), counts, chains].join("\n");
}

/** Row, state, where it lives, test: one line per fact of the sources. */
function checklistOf(rows: readonly ChecklistRow[]): string {
  const states = ["works", "later", "out", "context"] as const;
  const counts = states.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`).join(", ");
  const lines = rows.map((row) => {
    if (row.state === "out") return `  ${row.id}  out of scope: ${row.because.en}`;
    const state = row.state === "later" ? `later, with ${row.work}` : row.state === "works" && row.rest ? `works; the rest with ${row.rest}` : row.state;
    return [`  ${row.id}  ${state}`, ...(row.where ? [row.where.join(", ")] : []), ...(row.test ? [`"${row.test}"`] : [])].join(" → ");
  });
  return [`checklist of the sources: ${rows.length} rows, ${counts}`, ...lines].join("\n");
}

const folder = process.argv[2];
const { packs, faults } = readPacks(folder);
const checklist = folder === undefined ? readChecklist(process.cwd()) : { rows: [], faults: [] };
const parts = [...packs.map(report), ...(checklist.rows.length > 0 ? [checklistOf(checklist.rows)] : [])];
process.stdout.write(`${parts.join("\n\n")}\n`);
const broken = [...faults, ...checklist.faults];
if (broken.length > 0) {
  process.stderr.write(`${broken.map(printed).join("\n")}\n`);
  process.exitCode = 1;
}
