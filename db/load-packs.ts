import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inherit } from "../app/domain/pack/inherit";
import { invariants } from "../app/domain/pack/invariants";
import { loosenings } from "../app/domain/pack/loosening";
import type { Pack } from "../app/domain/pack/pack";
import type { ItemSource, PackSource, Violation } from "../app/domain/pack/source";
import { canonicalJson, sha256 } from "./canonical";
import { itemsFile, packFile } from "./pack-schema";
import { type PackFault, type Path, readYaml } from "./pack-yaml";

export type { PackFault } from "./pack-yaml";

/** Thrown when packs cannot be used; `faults` has one entry per broken rule. */
export class PackError extends Error {
  constructor(readonly faults: readonly PackFault[]) {
    super(`packs are not usable\n${faults.map(printed).join("\n")}`);
    this.name = "PackError";
  }
}

/** `file:line: rule: message`, the form editors and build logs understand. */
export const printed = (fault: PackFault): string => `${fault.file}:${fault.line}: ${fault.rule}: ${fault.message}`;

export interface PackReading {
  /** Resolved packs without faults, each after the one it inherits from. */
  readonly packs: readonly Pack[];
  readonly faults: readonly PackFault[];
}

const defaultDir = () => join(process.cwd(), "db", "packs");

/**
 * All packs, resolved along their inheritance and checked, with `digest` set.
 * @param dir folder with one folder per pack; `calendar` and other folders without a `pack.yaml` are passed over
 * @throws {PackError} when any rule is broken: an installation never starts on half a rule book
 */
export function loadPacks(dir: string = defaultDir()): readonly Pack[] {
  const { packs, faults } = readPacks(dir);
  if (faults.length > 0) throw new PackError(faults);
  return packs;
}

/** The same without throwing, for `npm run check:packs`. Files are named relative to the working directory. */
export function readPacks(dir: string = defaultDir()): PackReading {
  const folders = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== "calendar" && existsSync(join(dir, entry.name, "pack.yaml")),
  );
  const read = folders.map((folder) => readFolder(dir, folder.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const faults = read.flatMap((folder) => folder.faults);
  const waiting = new Map(read.flatMap((folder) => (folder.source ? [[folder.source.id, { ...folder, source: folder.source }] as const] : [])));
  const done = new Map<string, Pack>();
  const failed = new Set(read.filter((folder) => folder.source === null).map((folder) => folder.name));

  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ source }) => source.inherits === null || !waiting.has(source.inherits));
    if (!next) {
      for (const folder of waiting.values())
        faults.push(folder.fault("pack-inherits-cycle", ["inherits"], `${folder.source.id} inherits from itself through ${folder.source.inherits}`));
      break;
    }
    const { source } = next;
    waiting.delete(source.id);
    const parent = source.inherits === null ? null : (done.get(source.inherits) ?? undefined);
    if (parent === undefined) {
      failed.add(source.id);
      // A parent that is broken itself has already been reported; only a parent that does not exist is this file's fault.
      if (!failed.has(source.inherits ?? "")) faults.push(next.fault("pack-inherits-unknown", ["inherits"], `there is no pack "${source.inherits}"`));
      continue;
    }
    const { pack, violations } = resolve(parent, source);
    faults.push(...violations.map((violation) => next.locate(violation)));
    if (pack && violations.length === 0) done.set(source.id, { ...pack, digest: digestOf(pack) });
    else failed.add(source.id);
  }
  return { packs: [...done.values()], faults };
}

function resolve(parent: Pack | null, source: PackSource): { pack: Pack | null; violations: readonly Violation[] } {
  const { pack, violations } = inherit(parent, source);
  const loose = parent ? loosenings(parent, source) : [];
  return { pack, violations: [...violations, ...loose, ...(pack ? invariants(pack, source) : [])] };
}

function readFolder(dir: string, name: string) {
  const packPath = join(dir, name, "pack.yaml");
  const itemsPath = join(dir, name, "items.yaml");
  const file = { pack: shown(packPath), items: shown(itemsPath) };
  const pack = readYaml(file.pack, readFileSync(packPath, "utf8"), packFile);
  const items = readYaml(file.items, existsSync(itemsPath) ? readFileSync(itemsPath, "utf8") : "items: {}\n", itemsFile);
  const fault = (rule: string, path: Path, message: string): PackFault => ({ file: file.pack, line: pack.lineOf(path), rule, message });
  const locate = ({ rule, file: which, path, message }: Violation): PackFault => ({
    file: file[which],
    line: (which === "pack" ? pack : items).lineOf(path),
    rule,
    message,
  });

  const faults = [...pack.faults, ...items.faults];
  if (pack.value && pack.value.id !== name)
    faults.push(fault("pack-id-folder", ["id"], `the pack calls itself "${pack.value.id}" but lies in folder "${name}"`));
  if (!pack.value || !items.value || faults.length > 0) return { name, source: null, faults, fault, locate };
  const { assumption = "", defaults } = items.value;
  const complete = Object.entries(items.value.items).map(([code, item]): [string, ItemSource] => {
    const committed = item.committed?.assumed && item.committed.source === "" ? { ...item.committed, source: assumption } : item.committed;
    return [code, { ...item, committed, committedExtension: item.committedExtension ?? defaults?.committedExtension }];
  });
  const source: PackSource = { ...pack.value, items: Object.fromEntries(complete) };
  return { name, source, faults, fault, locate };
}

const shown = (path: string) => {
  const near = relative(process.cwd(), path);
  return near.startsWith("..") ? path : near;
};

/** Digest of the pack's canonical text without the digest itself. */
function digestOf(pack: Pack): string {
  const { digest: _, ...content } = pack;
  return sha256(canonicalJson(content));
}
