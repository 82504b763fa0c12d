import { describe, expect, test } from "vitest";
import { inherit } from "../../../app/domain/pack/inherit";
import { invariants, LEGAL_PROCEDURES } from "../../../app/domain/pack/invariants";
import type { ItemSource, PackSource } from "../../../app/domain/pack/source";
import { aNation, anItem, aQuestion, assumed, stated } from "./small-pack";

const broken = (change: Partial<PackSource>) => {
  const source = aNation(change);
  const { pack, violations } = inherit(null, source);
  if (!pack) throw new Error(violations.map((violation) => violation.message).join("; "));
  return invariants(pack, source).map((violation) => `${violation.rule} ${violation.path.join(".")}`);
};
const withItem = (change: Partial<ItemSource>) => broken({ items: { permit: anItem(change) } });
const procedure = (stops: "both" | "committed") => ({ name: { zh: "公示", en: "Publicity" }, stops, maxWorkingDays: stated(7), source: "地方规定" });
const type = (limit: number, percent?: number) => ({
  ...aNation().itemTypes,
  COMMIT: {
    name: { zh: "承诺件", en: "Promised" },
    steps: [],
    limitWorkingDays: stated(limit),
    ...(percent === undefined ? {} : { exceptionReductionPercent: stated(percent) }),
  },
});

describe("R-034: every number has a source or is marked as assumed", () => {
  test("a sound pack breaks nothing", () => expect(withItem({})).toEqual([]));
  test("a number without a source that is not assumed is refused", () => {
    expect(
      broken({ categories: { ...aNation().categories, IND: { ...aNation().categories.IND, budgetWorkingDays: { value: 10, source: "", assumed: false } } } }),
    ).toEqual(["pack-number-unsourced categories.IND.budgetWorkingDays"]);
  });
  test("a null that does not say where it was looked for is a gap", () => {
    expect(withItem({ committed: { value: null, source: " ", assumed: false } })).toEqual(["pack-gap-unstated items.permit.committed"]);
  });
  test("nothing cannot be assumed", () => {
    expect(withItem({ committed: { value: null, source: "x", assumed: true } })).toEqual(["pack-assumed-nothing items.permit.committed"]);
  });
  test("a statutory limit names its law", () => {
    expect(withItem({ statutory: { days: 20, unit: "wd", extension: null, from: "acceptance", source: "" } })).toEqual([
      "pack-number-unsourced items.permit.statutory",
    ]);
  });
});

describe("R-036: limits respect the law and the item type (H18–H20)", () => {
  test("R-035: a committed limit longer than the law is refused", () =>
    expect(withItem({ committed: assumed(21) })).toEqual(["pack-over-statutory items.permit.committed"]));
  test("an immediate case takes one working day at most", () =>
    expect(withItem({ type: "INSTANT", committed: assumed(2) })).toEqual(["pack-type-limit items.permit.committed"]));
  test("a one-review case takes three working days at most", () => {
    expect(withItem({ type: "ONE_REVIEW", committed: assumed(4) })).toEqual(["pack-type-limit items.permit.committed"]);
    expect(withItem({ type: "ONE_REVIEW", committed: assumed(3) })).toEqual([]);
  });
  test("a promised-time case may exceed its type only with a legal basis", () => {
    const items = (change: Partial<ItemSource>) => broken({ itemTypes: type(10), items: { permit: anItem({ committed: assumed(15), ...change }) } });
    expect(items({})).toEqual(["pack-type-limit items.permit.committed"]);
    expect(items({ exceptionBasis: "某法第三条" })).toEqual([]);
  });
  test("an immediate case cannot claim the exception of promised-time cases", () => {
    expect(withItem({ type: "INSTANT", committed: assumed(1), exceptionBasis: "某法" })).toEqual(["pack-exception-misplaced items.permit.exceptionBasis"]);
  });
  test("R-037: where complex matters are promised half the time, the exception keeps to it (D19)", () => {
    const items = (days: number) => broken({ itemTypes: type(8, 50), items: { permit: anItem({ committed: assumed(days), exceptionBasis: "某法" }) } });
    expect(items(10)).toEqual([]);
    expect(items(11)).toEqual(["pack-exception-too-long items.permit.committed"]);
  });
  test("R-042: a forwarded item is decided higher up and not bound by the place's type limits", () => {
    expect(broken({ itemTypes: type(10), items: { permit: anItem({ committed: assumed(20), forwardedTo: "province" }) } })).toEqual([]);
  });
});

describe("codes lead somewhere", () => {
  test("an unknown prerequisite is refused", () =>
    expect(withItem({ prerequisites: ["nowhere"] })).toEqual(["pack-prerequisite-unknown items.permit.prerequisites"]));
  test("R-040: a ring of prerequisites is refused and spelt out", () => {
    const source = aNation({ items: { a: anItem({ prerequisites: ["b"] }), b: anItem({ prerequisites: ["c"] }), c: anItem({ prerequisites: ["a"] }) } });
    const { pack } = inherit(null, source);
    if (!pack) throw new Error("the source has gaps");
    expect(invariants(pack, source)).toMatchObject([{ rule: "pack-prerequisite-cycle", message: "prerequisites form a ring: a → b → c → a" }]);
  });
  test("a ring through a substitute is a ring too", () => {
    expect(broken({ items: { a: anItem({ prerequisites: ["b"], alternatives: { b: "c" } }), b: anItem(), c: anItem({ prerequisites: ["a"] }) } })).toEqual([
      "pack-prerequisite-cycle items.c.prerequisites",
    ]);
  });
  test("a substitute must replace a real prerequisite by a real item", () => {
    expect(withItem({ alternatives: { ghost: "permit" } })).toContain("pack-alternative-unknown items.permit.alternatives");
    expect(broken({ items: { a: anItem({ prerequisites: ["b"], alternatives: { b: "ghost" } }), b: anItem() } })).toEqual([
      "pack-alternative-unknown items.a.alternatives",
    ]);
  });
  test("departments of items, stage leads and transfers exist", () => {
    expect(withItem({ department: "ghost" })).toEqual([
      "pack-department-unknown items.permit.department",
      "pack-department-unknown items.permit.decidingDepartment",
    ]);
    expect(broken({ stages: { ...aNation().stages, S3: { ...aNation().stages.S3, leadDepartment: stated("ghost") } } })).toEqual([
      "pack-department-unknown stages.S3.leadDepartment",
    ]);
    expect(broken({ transfers: [{ to: "ghost", kinds: ["permit"], except: [], source: "x" }] })).toEqual(["pack-department-unknown transfers.0.to"]);
    expect(broken({ transfers: [{ to: "spj", kinds: ["permit"], except: ["ghost"], source: "x" }] })).toEqual(["pack-item-unknown transfers.0.except"]);
  });
  test("answers add and drop items that exist, never the same one, and there is a choice", () => {
    expect(broken({ questions: { q: aQuestion({ yes: [["ghost"]], no: [[]] }) } })).toEqual(["pack-item-unknown questions.q.options.yes.adds"]);
    expect(broken({ items: { permit: anItem() }, questions: { q: aQuestion({ yes: [["permit"], ["permit"]], no: [[]] }) } })).toEqual([
      "pack-question-contradiction questions.q.options.yes",
    ]);
    expect(broken({ questions: { q: aQuestion({ yes: [[]] }) } })).toEqual(["pack-question-without-choice questions.q.options"]);
  });
  test("switches name project categories or key projects", () => {
    expect(broken({ switches: { ...aNation().switches, commitment: stated(["IND", "KEY"]) } })).toEqual([]);
    expect(broken({ switches: { ...aNation().switches, commitment: stated(["FACTORY"]) } })).toEqual(["pack-switch-unknown switches.commitment"]);
  });
  test("a pack does not end before it begins", () => expect(broken({ validFrom: "2019-01-01", validTo: "2018-12-31" })).toEqual(["pack-validity validTo"]));
});

describe("R-038: only the closed list of 行政许可法 art. 45 stops both clocks", () => {
  test("the list has the eight procedures of the article", () => {
    expect(LEGAL_PROCEDURES).toEqual(["hearing", "tendering", "auction", "inspection", "testing", "quarantine", "appraisal", "expert-review"]);
  });
  test("publicity may stop the committed clock, never the statutory one", () => {
    expect(broken({ procedures: { publicity: procedure("committed") } })).toEqual([]);
    expect(broken({ procedures: { publicity: procedure("both") } })).toEqual(["pack-procedure-not-in-law procedures.publicity.stops"]);
  });
});
