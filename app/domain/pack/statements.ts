import type { Pack } from "./pack";

/**
 * One thing a pack says, at its address inside the resolved pack. Entries of lists are addressed by their code (texts of the
 * basis by their title), so that the same rule of two packs has the same address.
 */
export interface Statement {
  readonly path: readonly string[];
  /** The value itself; null where the place was asked and states nothing (未规定). */
  readonly value: unknown;
  /** Where it comes from: its own source, else that of the entry it belongs to; null where neither names one. */
  readonly source: string | null;
  /** The source is the value's own, so that a change of it is a change of this statement. */
  readonly sourced: boolean;
  /** A working value of the software, not a rule of the place. */
  readonly assumed: boolean;
}

/** Parts of a pack in the order people read them; what a pack says of itself comes first, under `about`. */
export const PACK_GROUPS = [
  "about",
  "basis",
  "categories",
  "stages",
  "itemTypes",
  "complexity",
  "parameters",
  "procedures",
  "rules",
  "switches",
  "targets",
  "processes",
  "bundles",
  "windowKinds",
  "windowAreas",
  "agency",
  "ratings",
  "transfers",
  "departments",
  "questions",
  "items",
] as const;
export type PackGroup = (typeof PACK_GROUPS)[number];

const ABOUT = ["name", "place", "inherits", "validFrom", "validTo"] as const;
/** Lists whose order and entries are one rule: steps are taken in turn. */
const WHOLE: readonly string[] = ["steps", "serves", "alternatives"];
/** Lists of entries with a code; where nobody has made an entry nothing is said. */
const CODED: readonly string[] = ["itemTypes", "complexity", "procedures", "targets", "processes", "menu", "windowKinds", "windowAreas", "questions", "items"];

/** Which part of the pack a statement belongs to. */
export const groupOf = (path: readonly string[]): PackGroup => PACK_GROUPS.find((group) => group === path[0]) ?? "about";

/**
 * Everything a pack says, one statement per value, in the order of the groups; identity and digest are left out, because they
 * say nothing about cases. Plain fields that are not set have no statement; values with a source always have one.
 */
export function statementsOf(pack: Pack): readonly Statement[] {
  const found: Statement[] = [];
  for (const key of ABOUT) walk(pack[key], [key], null, found);
  for (const { title, source, ...rest } of pack.basis) found.push({ path: ["basis", title], value: rest, source, sourced: true, assumed: false });
  const seen = new Map<string, number>();
  for (const { to, source, assumed = false, ...rest } of pack.transfers ?? []) {
    const times = (seen.get(to) ?? 0) + 1;
    seen.set(to, times);
    found.push({ path: ["transfers", times === 1 ? to : `${to} ${times}`], value: rest, source, sourced: true, assumed });
  }
  const own: readonly string[] = [...ABOUT, "id", "digest", "basis", "transfers"];
  for (const [key, part] of Object.entries(pack)) if (!own.includes(key)) walk(part, [key], null, found);
  const rank = (statement: Statement) => PACK_GROUPS.indexOf(groupOf(statement.path));
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Everything a pack says that carries a source of its own: what was looked up, assumed or not found. */
export const sourcedStatements = (pack: Pack): readonly Statement[] => statementsOf(pack).filter((statement) => statement.sourced);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => value !== null && typeof value === "object" && !Array.isArray(value);
const isWords = (value: Node): boolean => "zh" in value && "en" in value && Object.keys(value).length === 2;
const isCoded = (value: readonly unknown[], key: string): value is readonly (Node & { readonly code: string })[] =>
  value.length === 0 ? CODED.includes(key) : value.every((entry) => isNode(entry) && typeof entry.code === "string");

/** @param over source of the entry this value belongs to; a null below it was asked for and not found */
function walk(value: unknown, path: readonly string[], over: string | null, found: Statement[]): void {
  const leaf = (what: unknown) => found.push({ path, value: what, source: over, sourced: false, assumed: false });
  if (value === undefined || (value === null && over === null)) return;
  const key = path[path.length - 1] ?? "";
  if (WHOLE.includes(key)) {
    leaf(value);
  } else if (Array.isArray(value)) {
    if (isCoded(value, key)) for (const { code, ...entry } of value) walk(entry, [...path, code], over, found);
    else leaf(value);
  } else if (!isNode(value) || isWords(value)) {
    leaf(value);
  } else if ("value" in value && "assumed" in value) {
    const { value: what, source, assumed } = value;
    found.push({ path, value: what, source: String(source ?? ""), sourced: true, assumed: assumed === true });
  } else {
    const source = typeof value.source === "string" ? value.source : over;
    for (const [name, entry] of Object.entries(value)) walk(entry, [...path, name], name === "source" ? null : source, found);
  }
}
