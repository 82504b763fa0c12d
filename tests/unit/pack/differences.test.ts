import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsByKind, type Difference, type DifferenceKind, differencesOf, groupedDifferences } from "../../../app/domain/pack/differences";
import type { Pack, Sourced } from "../../../app/domain/pack/pack";
import type { PackSource } from "../../../app/domain/pack/source";
import { type Statement, sourcedStatements, statementsOf } from "../../../app/domain/pack/statements";
import { loadPacks } from "../../../db/load-packs";
import { aNation, anItem, assumed, resolvedNation, stated, unstated } from "./small-pack";

const real = loadPacks();
const said = (differences: readonly Difference[]) => differences.map(({ path, kind }) => `${path.join(".")} ${kind}`);
const between = (before: Partial<PackSource>, after: Partial<PackSource>) => said(differencesOf(resolvedNation(before), resolvedNation(after)));
const notice = (value: Sourced<number>): Partial<PackSource> => ({ parameters: { ...aNation().parameters, correctionNoticeWorkingDays: value } });

describe("R-272: what differs between two packs is said by address, before, after and kind", () => {
  test.each<[DifferenceKind, string, Sourced<number>, Sourced<number>]>([
    ["tightened", "fewer days", stated(5), stated(2)],
    ["loosened", "more days", stated(2), stated(5)],
    ["filled", "a rule where nothing was stated", unstated(), stated(2)],
    ["filled", "a rule in place of an assumption", assumed(2), stated(2)],
    ["removed", "nothing stated any more", stated(5), unstated()],
    ["assumed", "R-505 (K01): an assumption in place of a rule", stated(5), assumed(5)],
    ["changed", "an assumption where nothing was stated", unstated(), assumed(3)],
    ["source", "R-505 (K01): the same number from another text", stated(5), { ...stated(5), source: "另一部法律" }],
  ])("%s: %s", (kind, _, before, after) => {
    expect(between(notice(before), notice(after))).toEqual([`parameters.correctionNoticeWorkingDays ${kind}`]);
  });

  test("aims are tightened by more, limits by less, and counting the first day is tighter", () => {
    const aim = (percent: number): Partial<PackSource> => ({
      targets: { "one-visit": { name: { zh: "一次", en: "One" }, percent: stated(percent), by: null, scope: { zh: "件", en: "Cases" }, excludes: [] } },
    });
    expect(between(aim(80), aim(90))).toEqual(["targets.one-visit.percent tightened"]);
    expect(between(aim(90), aim(80))).toEqual(["targets.one-visit.percent loosened"]);
    const start = (rule: "T+0" | "T+1"): Partial<PackSource> => ({ parameters: { ...aNation().parameters, startRule: stated(rule) } });
    expect(between(start("T+1"), start("T+0"))).toEqual(["parameters.startRule tightened"]);
    expect(between(start("T+0"), start("T+1"))).toEqual(["parameters.startRule loosened"]);
  });

  test("an item that joins the catalogue is told with everything it says, and one that left too", () => {
    const added = between({ items: { a: anItem() } }, { items: { a: anItem(), b: anItem() } });
    expect(added.every((line) => line.startsWith("items.b.") && line.endsWith(" added"))).toBe(true);
    expect(added).toContain("items.b.committed added");
    const removed = between({ items: { a: anItem(), b: anItem() } }, { items: { a: anItem() } });
    expect(removed).toEqual(added.map((line) => line.replace(/added$/, "removed")));
  });

  test("steps are one rule: their order matters", () => {
    const steps = (...codes: string[]): Partial<PackSource> => ({
      itemTypes: {
        ...aNation().itemTypes,
        COMMIT: { ...aNation().itemTypes.COMMIT, steps: codes.map((code) => ({ code, name: { zh: code, en: code }, limitWorkingDays: unstated() })) },
      },
    });
    expect(between(steps("review", "check"), steps("check", "review"))).toEqual(["itemTypes.COMMIT.steps changed"]);
  });

  test("they stand in groups, each kind counted", () => {
    const differences = differencesOf(
      resolvedNation({ items: { a: anItem({ committed: stated(9) }) } }),
      resolvedNation({ ...notice(stated(2)), items: { a: anItem({ committed: stated(8) }) } }),
    );
    expect(groupedDifferences(differences).map(({ group }) => group)).toEqual(["parameters", "items"]);
    expect(countsByKind(differences)).toEqual({ tightened: 2, loosened: 0, filled: 0, changed: 0, added: 0, assumed: 0, removed: 0, source: 0 });
  });
});

test("R-505 (K01): a rule that is only an assumption now is told from one that is gone, and another wording of the source from another rule, last in its part", () => {
  const wording = { ...stated(5), source: "另一部法律" };
  const said5 = { ...aNation().parameters, correctionNoticeWorkingDays: stated(5) };
  const before = { parameters: said5, items: { a: anItem({ committed: stated(9) }), b: anItem({ committed: stated(9) }) } };
  const after = {
    parameters: { ...said5, correctionNoticeWorkingDays: wording },
    items: { a: anItem({ committed: { ...stated(9), source: "另一部法律" } }), b: anItem({ committed: assumed(9) }) },
  };
  expect(between(before, after)).toEqual(["parameters.correctionNoticeWorkingDays source", "items.b.committed assumed", "items.a.committed source"]);
  expect(between({ items: { a: anItem({ committed: stated(9) }) } }, { items: { a: anItem({ committed: unstated() }) } })).toEqual([
    "items.a.committed removed",
  ]);
});

describe("every pair of packs", () => {
  const pair = fc.tuple(fc.constantFrom(...real), fc.constantFrom(...real));
  const table = (statements: readonly Statement[]) => new Map(statements.map((statement) => [JSON.stringify(statement.path), content(statement)]));
  /** What a statement says; the source of the entry around it is said by that entry. */
  const content = ({ source, ...rest }: Statement) => ({ ...rest, source: rest.sourced ? source : null });
  const apply = (from: Pack, differences: readonly Difference[], side: "before" | "after") => {
    const result = table(statementsOf(from));
    for (const difference of differences) {
      const next = difference[side];
      if (next) result.set(JSON.stringify(difference.path), content(next));
      else result.delete(JSON.stringify(difference.path));
    }
    return result;
  };
  const MIRROR: Readonly<Record<DifferenceKind, readonly DifferenceKind[]>> = {
    tightened: ["loosened"],
    loosened: ["tightened"],
    filled: ["removed", "assumed"],
    changed: ["changed"],
    added: ["removed"],
    assumed: ["filled"],
    removed: ["added", "filled"],
    source: ["source"],
  };

  test("R-272: a pack does not differ from itself", () => {
    for (const pack of real) expect(differencesOf(pack, structuredClone(pack)), pack.id).toEqual([]);
  });

  test("R-273: applied to the first they give the second, applied back the first, and read backwards they mirror", () => {
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const there = differencesOf(one, other);
        const back = differencesOf(other, one);
        expect(apply(one, there, "after")).toEqual(table(statementsOf(other)));
        expect(apply(other, there, "before")).toEqual(table(statementsOf(one)));
        const mirrored = new Map(back.map((difference) => [JSON.stringify(difference.path), difference]));
        expect(back).toHaveLength(there.length);
        for (const difference of there) {
          const twin = mirrored.get(JSON.stringify(difference.path));
          expect(twin?.before).toEqual(difference.after);
          expect(twin?.after).toEqual(difference.before);
          expect(MIRROR[difference.kind]).toContain(twin?.kind);
        }
      }),
      { numRuns: 15, seed: 270 },
    );
  });

  test("R-270: no value of a pack can change without a difference that names it", () => {
    /** Every place in the pack where a single number, text or mark stands, but for its identity. */
    const leaves: (readonly (string | number)[])[] = [];
    const collect = (node: unknown, path: readonly (string | number)[]): void => {
      if (node !== null && typeof node === "object") {
        for (const [key, entry] of Object.entries(node)) collect(entry, [...path, Array.isArray(node) ? Number(key) : key]);
      } else if (node !== undefined && !["id", "digest"].includes(String(path[0])) && path.at(-1) !== "code") leaves.push(path);
    };
    const pack = real.find(({ id }) => id === "dongying-2019") as Pack;
    collect(pack, []);
    expect(leaves.length).toBeGreaterThan(3000);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        const changed = structuredClone(pack) as unknown as Record<string | number, never>;
        const holder = path.slice(0, -1).reduce<Record<string | number, never>>((node, key) => node[key] as never, changed) as Record<string | number, unknown>;
        const key = path.at(-1) as string | number;
        const old = holder[key];
        holder[key] = typeof old === "number" ? old + 1 : typeof old === "boolean" ? !old : `${old ?? ""}甲`;
        const differences = differencesOf(pack, changed as unknown as Pack);
        expect(differences.length, path.join(".")).toBeGreaterThan(0);
        expect(differences.every((difference) => difference.path[0] === path[0])).toBe(true);
      }),
      { numRuns: 60, seed: 270 },
    );
  });

  test("R-271: the values that carry a source are counted with every part of the practice", () => {
    const counted = new Set(real.flatMap((pack) => sourcedStatements(pack).map(({ path }) => path[0])));
    for (const group of ["rules", "agency", "ratings", "targets", "windowKinds", "bundles", "complexity", "transfers", "parameters", "items"])
      expect(counted).toContain(group);
  });
});
