import { describe, expect, test } from "vitest";
import { complexityOf } from "../../../app/domain/pack/complexity";
import { inherit } from "../../../app/domain/pack/inherit";
import { invariants } from "../../../app/domain/pack/invariants";
import { loosenings } from "../../../app/domain/pack/loosening";
import type { Bundle, ComplexityClass, Target, WindowKind } from "../../../app/domain/pack/practice";
import type { PackSource } from "../../../app/domain/pack/source";
import { countsTowards, targetOf } from "../../../app/domain/pack/targets";
import { windowMayAccept } from "../../../app/domain/pack/windows";
import { aNation, anItem, aPlace, assumed, resolvedNation, stated, unstated } from "./small-pack";

const name = { zh: "名", en: "Name" };
const broken = (change: Partial<PackSource>) => {
  const source = aNation(change);
  const { pack, violations } = inherit(null, source);
  if (!pack) throw new Error(violations.map((violation) => violation.message).join("; "));
  return invariants(pack, source).map((violation) => `${violation.rule} ${violation.path.join(".")}`);
};

describe("a place inherits its practice", () => {
  test("a resolved pack has every part, stated or not", () => {
    expect(resolvedNation()).toMatchObject({
      targets: [],
      processes: [],
      complexity: [],
      windowKinds: [],
      windowAreas: [],
      transfers: [],
      bundles: { menu: [] },
    });
  });
  test("what a place states replaces what it inherits, rule by rule", () => {
    const { pack } = inherit(resolvedNation(), aPlace({ rules: { deferralFailedOutcome: stated("refused") } }));
    expect(pack?.rules?.deferralFailedOutcome).toEqual(stated("refused"));
    expect(pack?.rules?.missedNoticeOutcome.value).toBe("deemed-accepted");
  });
  test("a rule stated at no level is a gap, named by its path", () => {
    const { missedNoticeOutcome: _, ...rules } = aNation().rules ?? {};
    expect(inherit(null, aNation({ rules })).violations).toMatchObject([{ rule: "pack-gap-unstated", path: ["rules", "missedNoticeOutcome"] }]);
  });
  test("a text that both levels name is listed once, in the words of the place", () => {
    const own = { title: "行政许可法", number: "第七号", source: "本地", validFrom: "2019-04-23" };
    expect(inherit(resolvedNation(), aPlace({ basis: [own] })).pack?.basis).toEqual([{ ...own, validTo: null }]);
  });
  test("R-059: an item of a kind the place does not know is of the kind it counts as, below as well", () => {
    const nation = resolvedNation({ items: { check: anItem({ type: "ONE_REVIEW", committed: assumed(3) }) } });
    const province = inherit(nation, aPlace({ itemTypes: { ONE_REVIEW: { countsAs: { type: "COMMIT", source: "GB/T 39046" } } } })).pack;
    const district = province && inherit(province, aPlace({ id: "district", inherits: "somewhere" })).pack;
    for (const pack of [province, district]) {
      expect(pack?.items[0]?.type).toBe("COMMIT");
      expect(pack?.itemTypes.map((type) => type.code)).toEqual(["INSTANT", "COMMIT", "MILESTONE", "SERVICE"]);
    }
  });
});

describe("bundles keep what the place promises (D17, D18)", () => {
  const items = { a: anItem({ core: ["甲", "乙"], deferrable: ["丙"] }), b: anItem({ core: ["乙", "丁"], deferrable: ["戊"] }) };
  const menu = (bundle: Partial<Bundle>) =>
    broken({
      items,
      bundles: {
        maxSteps: stated(4),
        materialReductionPercent: stated(50),
        menu: { both: { name, items: ["a", "b"], steps: null, materials: null, source: "某文", ...bundle } },
      },
    });
  test("a bundle whose steps and materials nobody has published breaks nothing", () => expect(menu({})).toEqual([]));
  test("R-065: D17: four steps are few enough, five are not", () => {
    expect(menu({ steps: [name, name, name, name] })).toEqual([]);
    expect(menu({ steps: [name, name, name, name, name] })).toEqual(["pack-bundle-steps bundles.menu.both.steps"]);
  });
  test("R-066: D18: three of six materials are half, four are too many", () => {
    expect(menu({ materials: ["甲", "乙", "丁"] })).toEqual([]);
    expect(menu({ materials: ["甲", "乙", "丁", "戊"] })).toEqual(["pack-bundle-materials bundles.menu.both.materials"]);
  });
  test("a bundle asks for nothing its items do not ask for", () =>
    expect(menu({ materials: ["证明"] })).toEqual(["pack-bundle-extra bundles.menu.both.materials"]));
});

describe("R-067: classes of complexity (D19)", () => {
  const one = (limit: number | null, percent: number | null): Omit<ComplexityClass, "code"> => ({
    name,
    limitWorkingDays: limit === null ? unstated() : stated(limit),
    reductionPercent: percent === null ? unstated() : stated(percent),
  });
  const types = { ...aNation().itemTypes, COMMIT: { name, steps: [], limitWorkingDays: stated(10), exceptionReductionPercent: stated(50) } };
  const complexity = { simple: one(1, null), "fairly-complex": one(10, null), complex: one(null, 50) };
  const pack = resolvedNation({
    itemTypes: types,
    complexity,
    items: {
      instant: anItem({ type: "INSTANT", committed: assumed(1) }),
      ten: anItem({ committed: assumed(10) }),
      eleven: anItem({
        committed: assumed(11),
        statutory: { days: 30, unit: "wd", extension: null, from: "acceptance", source: "某法" },
        exceptionBasis: "某法",
      }),
      milestone: anItem({ type: "MILESTONE" }),
      upward: anItem({ committed: assumed(20), forwardedTo: "province" }),
    },
  });
  test("on the spot, up to ten days, over ten days; milestones and items decided higher up have none", () => {
    expect(pack.items.map((item) => complexityOf(pack, item)?.code ?? null)).toEqual(["simple", "fairly-complex", "complex", null, null]);
  });
  test("a place without classes has no class for any item", () => {
    const plain = resolvedNation({ items: { permit: anItem() } });
    expect(plain.items.map((item) => complexityOf(plain, item))).toEqual([null]);
  });
  test("classes and item types may not state different limits", () => {
    expect(broken({ itemTypes: types, complexity })).toEqual([]);
    expect(broken({ itemTypes: types, complexity: { ...complexity, complex: one(null, 40) } })).toEqual([
      "pack-complexity-differs complexity.complex.reductionPercent",
    ]);
  });
});

describe("targets leave out what they except", () => {
  const target = (change: Partial<Omit<Target, "code">> = {}): Omit<Target, "code"> => ({
    name,
    percent: stated(90),
    by: null,
    scope: name,
    excludes: ["law", "secrecy"],
    ...change,
  });
  const secret = { onlineExclusion: stated("secrecy" as const) };
  const pack = resolvedNation({ targets: { "whole-online": target() } });
  test("R-064: F17, Z15: a secret item leaves the denominator where secrecy is excepted, and only there", () => {
    const whole = targetOf(pack, "whole-online");
    expect(whole && countsTowards(whole, secret)).toBe(false);
    expect(countsTowards({ code: "whole-online", ...target({ excludes: ["law"] }) }, secret)).toBe(true);
    expect(whole && countsTowards(whole, { onlineExclusion: null })).toBe(true);
  });
  test("a place without the target has none", () => expect(targetOf(pack, "one-visit")).toBeNull());
  test.each<[string, Partial<Omit<Target, "code">>, string[]]>([
    ["a lower share", { percent: stated(80) }, ["targets.whole-online.percent"]],
    ["no share", { percent: unstated() }, ["targets.whole-online.percent"]],
    ["another exception", { excludes: ["law", "secrecy", "individual"] }, ["targets.whole-online.excludes"]],
    ["a higher share with fewer exceptions", { percent: stated(95), excludes: ["law"] }, []],
  ])("K01: %s than above", (_, change, expected) => {
    expect(loosenings(pack, aPlace({ targets: { "whole-online": target(change) } })).map((violation) => violation.path.join("."))).toEqual(expected);
  });
});

describe("R-061, R-062: K01: a place below does not change what a level above has settled", () => {
  const province = resolvedNation({
    rules: {
      ...aNation().rules,
      deferralFailedOutcome: stated("acceptance-revoked"),
      breachSteps: stated(["rectify", "revoke"]),
      noticeCommitmentCheckWorkingDays: stated(60),
    },
    agency: { ...aNation().agency, free: stated(true) },
  });
  const found = (change: Partial<PackSource>) => loosenings(province, aPlace(change)).map((violation) => violation.path.join("."));
  test.each<[string, Partial<PackSource>, string[]]>([
    ["another consequence", { rules: { deferralFailedOutcome: stated("refused") } }, ["rules.deferralFailedOutcome"]],
    ["a further penalty", { rules: { breachSteps: stated(["rectify", "revoke", "fine"]) } }, ["rules.breachSteps"]],
    ["a later check", { rules: { noticeCommitmentCheckWorkingDays: stated(61) } }, ["rules.noticeCommitmentCheckWorkingDays"]],
    ["a fee", { agency: { free: stated(false) } }, ["agency.free"]],
    ["an earlier check", { rules: { noticeCommitmentCheckWorkingDays: stated(30) } }, []],
    ["the same in its own words", { rules: { breachSteps: stated(["rectify", "revoke"]) } }, []],
    ["what the level above leaves open", { rules: { deferralNeedsPromise: stated(true) } }, []],
  ])("%s", (_, change, expected) => expect(found(change)).toEqual(expected));
  test("what only was assumed above may be replaced", () => {
    const guess = resolvedNation({ parameters: { ...aNation().parameters, correctionFailedOutcome: assumed("refused") } });
    expect(loosenings(guess, aPlace({ parameters: { correctionFailedOutcome: stated("deemed-withdrawn") } }))).toEqual([]);
    const law = resolvedNation({ parameters: { ...aNation().parameters, correctionFailedOutcome: stated("refused") } });
    expect(loosenings(law, aPlace({ parameters: { correctionFailedOutcome: stated("deemed-withdrawn") } }))).toHaveLength(1);
  });
});

describe("windows", () => {
  const kind = (accepts: WindowKind["accepts"], issues = true): Omit<WindowKind, "code"> => ({
    name,
    accepts,
    issues,
    count: unstated(),
    serves: [],
    source: "某文",
  });
  test.each<[WindowKind["accepts"], boolean[]]>([
    ["everything", [true, true, true, true]],
    ["everything-but-investment", [false, false, true, true]],
    ["investment", [true, true, false, false]],
    ["own-area", [true, false, true, false]],
    ["own-department", [true, false, true, false]],
    ["nothing", [false, false, false, false]],
  ])("a window that accepts %s", (accepts, expected) => {
    const asked = [true, false].flatMap((investment) => [true, false].map((own) => windowMayAccept({ accepts }, { investment, own })));
    expect(asked).toEqual(expected);
  });
  test("R-069: Z08: where investment has its own window, no window accepts everything", () => {
    expect(broken({ windowKinds: { one: kind("investment"), two: kind("everything") } })).toEqual(["pack-window-investment windowKinds.two.accepts"]);
    expect(broken({ windowKinds: { one: kind("investment"), two: kind("everything-but-investment") } })).toEqual([]);
  });
  test("R-070: F11: what windows accept, some window issues", () =>
    expect(broken({ windowKinds: { one: kind("everything", false) } })).toEqual(["pack-window-no-issue windowKinds"]));
});

describe("other parts of the practice", () => {
  test("R-068: F02: the list of processes is open, and a category runs through one of them", () => {
    const process = (...categories: ("IND" | "TECH")[]) => ({ name, categories, source: "某文" });
    expect(broken({ processes: { market: process(), works: process("IND"), upgrade: process("TECH") } })).toEqual([]);
    expect(broken({ processes: { works: process("IND"), upgrade: process("IND", "TECH") } })).toEqual(["pack-process-twice processes.upgrade.categories"]);
  });
  test("a fine does not run backwards", () => {
    const fines = (fromYuan: number, toYuan: number) => broken({ rules: { ...aNation().rules, breachFines: stated([{ when: name, fromYuan, toYuan }]) } });
    expect(fines(10000, 100000)).toEqual([]);
    expect(fines(100000, 10000)).toEqual(["pack-fine-range rules.breachFines"]);
  });
  test("R-071: Z13: a department that was merged names another one that exists", () => {
    const departments = (succeededBy: string) => broken({ departments: { ...aNation().departments, gh: { name, shortName: name, succeededBy } } });
    expect(departments("zr")).toEqual([]);
    expect(departments("gh")).toEqual(["pack-department-unknown departments.gh.succeededBy"]);
    expect(departments("nobody")).toEqual(["pack-department-unknown departments.gh.succeededBy"]);
  });
  test("R-072: F04: a basis that ended before the pack began is no basis", () => {
    const basis = (validFrom: string, validTo: string) => broken({ basis: [{ title: "某办法", number: null, source: "全文", validFrom, validTo }] });
    expect(basis("2011-01-01", "2019-04-23")).toEqual([]);
    expect(basis("2011-01-01", "2019-04-22")).toEqual(["pack-basis-ended basis.0.validTo"]);
    expect(basis("2011-01-01", "2010-12-31")).toEqual(["pack-validity basis.0.validTo"]);
  });
  test("levels that count as good are levels, each named once", () => {
    const level = (...levels: number[]) => broken({ ratings: { levels: stated(levels.map((one) => ({ level: one, name }))), goodLevels: stated([1]) } });
    expect(level(1, 2)).toEqual([]);
    expect(level(2, 3)).toEqual(["pack-rating-unknown ratings.goodLevels"]);
    expect(level(1, 1)).toEqual(["pack-rating-unknown ratings.levels"]);
  });
});
