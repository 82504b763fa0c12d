import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Document, parse } from "yaml";
import { loadPacks, PackError, type PackFault, readPacks } from "../../db/load-packs";
import { itemsFile, packFile } from "../../db/pack-schema";
import { readYaml } from "../../db/pack-yaml";
import { BROKEN, HY, HYI, NA, NAI } from "./broken-packs";

/** Every rule of packs, broken in a copy of the real files: the message must name the file, the line and the rule. */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "packs-"));
  for (const name of ["national", "hengyang-2018", "shandong", "dongying-2019"]) cpSync(join("db/packs", name), join(dir, name), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Replaces the first `from` after `after` in a file and answers the 1-based line where the replacement begins. */
function edit(file: string, after: string, from: string, to: string): number {
  const path = join(dir, file);
  const text = readFileSync(path, "utf8");
  const start = text.indexOf(after);
  const at = start < 0 ? -1 : text.indexOf(from, start);
  if (at < 0) throw new Error(`${file} has no "${from}" after "${after}"`);
  writeFileSync(path, text.slice(0, at) + to + text.slice(at + from.length));
  return text.slice(0, at).split("\n").length;
}
const faultsOf = (): readonly PackFault[] => readPacks(dir).faults;

/** The file with no more items and questions than the one the path leads to, so that it is read again in no time. */
function only(file: Record<string, Record<string, unknown>>, [part, code]: readonly (string | number)[]): unknown {
  const kept = (name: string) => (file[name] ? { [name]: name === part ? { [String(code)]: file[name][String(code)] } : {} } : {});
  return { ...file, ...kept("items"), ...kept("questions") };
}

/** Where a single value stands in a file. */
function leavesOf(node: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (node === null || typeof node !== "object") return [path];
  return Object.entries(node).flatMap(([key, entry]) => leavesOf(entry, [...path, Array.isArray(node) ? Number(key) : key]));
}

test("the unbroken copies load", () =>
  expect(readPacks(dir)).toMatchObject({ faults: [], packs: [{ id: "national" }, { id: "hengyang-2018" }, { id: "shandong" }, { id: "dongying-2019" }] }));

describe("a broken rule is reported at its file and line", () => {
  test.each(BROKEN)("R-278: $rule: $what", ({ rule, file, after, from, to, also, says, below }) => {
    if (also) edit(also.file, also.after, also.from, also.to);
    const line = edit(file, after, from, to);
    const found = faultsOf().filter((fault) => fault.rule === rule && fault.file.endsWith(`/${file}`));
    expect(found.map((fault) => `${fault.line}: ${fault.message}`)).toContain(`${line + below}: ${says}`);
  });

  test("R-278: every rule that a pack can break has such a line, and no other", () => {
    const sources = readdirSync("app/domain/pack").map((name) => join("app/domain/pack", name));
    const code = [...sources, "db/load-packs.ts", "db/pack-yaml.ts"].map((file) => readFileSync(file, "utf8")).join("\n");
    const rules = new Set([...code.matchAll(/"(pack-[a-z-]+|yaml-[a-z]+)"/g)].map(([, rule]) => rule));
    expect([...new Set(BROKEN.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  test("R-279: every key of every file is checked for its kind of value: a wrong one is reported at its line with its address", () => {
    const seen = new Set<string>();
    const missed: string[] = [];
    for (const [schema, file] of [
      [packFile, HY],
      [packFile, "zhejiang/pack.yaml"],
      [packFile, "dongying-2019/pack.yaml"],
      [packFile, "zibo-2017/pack.yaml"],
      [packFile, NA],
      [itemsFile, NAI],
      [itemsFile, HYI],
    ] as const) {
      const content = parse(readFileSync(join("db/packs", file), "utf8"));
      for (const path of leavesOf(content)) {
        // One of each kind is enough: entries of one list stand for one another.
        const coded = !["place", "name", "parameters", "switches", "bundles", "ratings", "agency", "rules", "defaults"].includes(String(path[0]));
        const kind = `${file.split("/")[1]} ${path.map((key, at) => (typeof key === "number" || (coded && at === 1) || path[at - 1] === "options" ? "*" : key)).join(".")}`;
        if (seen.has(kind)) continue;
        seen.add(kind);
        const document = new Document(only(content, path), { aliasDuplicateObjects: false });
        document.setIn(path, { wrong: true });
        const { faults, lineOf } = readYaml(file, String(document), schema as typeof packFile);
        const at = path.join(".");
        const fault = faults.find((one) => one.message.startsWith(`${at}: `) || one.message.startsWith(`${at}.`));
        if (fault?.rule !== "pack-shape" || fault.file !== file || fault.line !== lineOf(path)) missed.push(`${file} ${at}`);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
    expect(missed).toEqual([]);
  });

  test("the message prints as file:line: rule: message and loading throws all of them", () => {
    const line = edit(HY, "correctionNoticeWorkingDays", "value: 5", "value: 6");
    expect(() => loadPacks(dir)).toThrow(PackError);
    expect(() => loadPacks(dir)).toThrow(`hengyang-2018/pack.yaml:${line}: pack-loosened: parameters.correctionNoticeWorkingDays is 6, looser than 5`);
  });

  test("what is missing is reported at the heading it should stand under", () => {
    edit(NA, "  greenChannel:", "  greenChannel:", "  # greenChannel:");
    const heading = readFileSync(join(dir, NA), "utf8").split("\n").indexOf("switches:") + 1;
    expect(faultsOf()).toMatchObject([{ rule: "pack-gap-unstated", line: heading, message: expect.stringContaining("switches.greenChannel") }]);
  });

  test("packs that inherit from one another in a ring are refused", () => {
    edit(NA, "inherits:", "inherits: null", "inherits: hengyang-2018");
    expect(faultsOf().map((fault) => fault.rule)).toContain("pack-inherits-cycle");
  });

  test("a fault of the nation is reported once, not again for every place below it", () => {
    edit(NAI, "  forest-land:", "department: ly", "department: lin");
    const faults = faultsOf();
    expect(new Set(faults.map((fault) => fault.rule))).toEqual(new Set(["pack-department-unknown"]));
    expect(faults.every((fault) => fault.file.endsWith(NAI))).toBe(true);
  });
});

describe("R-058: the digest", () => {
  test("is the same for the same rules and changes with any of them", () => {
    const digest = () => loadPacks(dir).find((pack) => pack.id === "hengyang-2018")?.digest;
    const before = digest();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(digest()).toBe(before);
    edit(HY, "  IND:", "value: 10", "value: 9");
    expect(digest()).not.toBe(before);
  });
  test("changes for a place when the level above changes, and not with comments", () => {
    const digests = () => Object.fromEntries(loadPacks(dir).map((pack) => [pack.id, pack.digest]));
    const before = digests();
    edit(HY, "#", "#", "# 改一行注释\n#");
    expect(digests()).toEqual(before);
    edit(NAI, "  wage-deposit:", "农民工工资保证金存储与专户", "农民工工资保证金");
    expect(digests()["hengyang-2018"]).not.toBe(before["hengyang-2018"]);
  });
});
