import { describe, expect, test } from "vitest";
import { confirmable, planOf, wholeMenu } from "../../../app/domain/plan/plan";
import { anItem, aQuestion, assumed, resolvedNation, unstated } from "../pack/small-pack";

const pack = resolvedNation({
  items: {
    permit: anItem({ stage: "S3", prerequisites: ["planning", "drawings", "filing"], alternatives: { filing: "approval" } }),
    planning: anItem({ stage: "S2", prerequisites: ["land"] }),
    drawings: anItem({ stage: "S3", committed: assumed(7) }),
    safety: anItem({ stage: "S3", type: "INSTANT", committed: assumed(1) }),
    land: anItem({
      stage: "S1",
      type: "MILESTONE",
      committed: assumed(30),
      statutory: { days: null, unit: "wd", extension: null, from: "acceptance", source: "无期限" },
    }),
    filing: anItem({ stage: "S1" }),
    approval: anItem({ stage: "S1", committed: unstated() }),
    forest: anItem({ stage: "S1", forwardedTo: "province" }),
    school: anItem({ categories: ["GOV"] }),
  },
  questions: { route: aQuestion({ filing: [["filing"]], approval: [["approval"]] }), forest: aQuestion({ no: [[]], yes: [["forest"]] }) },
});
type Changes = readonly { code: string; reason: string }[];
const plan = (answers: Record<string, string>, added: Changes = [], dropped: Changes = []) => {
  const planned = planOf(pack, "IND", answers, added, dropped);
  if (!planned.ok) throw new Error(planned.error.code);
  return planned.value;
};
const refusal = (answers: Record<string, string>, added: Changes = [], dropped: Changes = []) => {
  const planned = planOf(pack, "IND", answers, added, dropped);
  return planned.ok ? null : planned.error;
};
const answered = { route: "filing", forest: "no" };

describe("the plan of a project", () => {
  test("holds the category's menu cut by the answers, prerequisites first, then by stage", () => {
    expect(plan(answered).items.map((item) => item.code)).toEqual(["land", "filing", "planning", "drawings", "permit", "safety"]);
  });
  test("keeps only prerequisites inside the plan", () => {
    const withoutPlanning = plan(answered, [], [{ code: "planning", reason: "前期已取得" }]);
    expect(withoutPlanning.items.find((item) => item.code === "permit")?.prerequisites).toEqual(["drawings", "filing"]);
  });
  test("R-047: puts a substitute in the place of a prerequisite that is not in the plan", () => {
    expect(plan({ ...answered, route: "approval" }).items.find((item) => item.code === "permit")?.prerequisites).toEqual(["planning", "drawings", "approval"]);
  });
  test("keeps the prerequisite itself when both it and its substitute are planned", () => {
    const both = plan(answered, [{ code: "approval", reason: "目录调整" }]);
    expect(both.items.find((item) => item.code === "permit")?.prerequisites).toEqual(["planning", "drawings", "filing"]);
  });
  test("R-050: says who runs in parallel: items of a stage that do not wait for one another", () => {
    const parallel = (code: string) => plan(answered).items.find((item) => item.code === code)?.parallelWith;
    expect(parallel("drawings")).toEqual(["safety"]);
    expect(parallel("permit")).toEqual(["safety"]);
    expect(parallel("safety")).toEqual(["drawings", "permit"]);
  });
  test("counts neither milestones nor forwarded items, and leaves an unstated limit unstated", () => {
    const items = plan({ route: "approval", forest: "yes" }).items;
    const facts = (code: string) => items.find((item) => item.code === code);
    expect(facts("land")?.counted).toBe(false);
    expect(facts("forest")?.counted).toBe(false);
    expect(facts("approval")).toMatchObject({ counted: true, workingDays: null });
  });
  test("the rest of the menu is on offer, marked where an open question may yet require it", () => {
    expect(plan({ route: "filing" }).optional).toEqual([
      { code: "approval", undecided: false, because: [] },
      { code: "forest", undecided: true, because: [{ question: "forest", option: null }] },
    ]);
  });
  test("the whole menu of a category is one plan whatever the answers", () => expect(wholeMenu(pack, "IND")).toHaveLength(8));
});

describe("R-048: changes by the officer", () => {
  test("an added item carries its reason and is not required; a dropped one is remembered with its reason", () => {
    const changed = plan(answered, [{ code: "forest", reason: " 红线调整 " }], [{ code: "safety", reason: "已办" }]);
    expect(changed.items.find((item) => item.code === "forest")).toMatchObject({ required: false, reason: "红线调整" });
    expect(changed.items.map((item) => item.code)).not.toContain("safety");
    expect(changed.dropped).toEqual([{ code: "safety", reason: "已办" }]);
  });
  const because = "理由";
  test.each<[string, Changes, Changes, string]>([
    ["an unknown item", [{ code: "ghost", reason: because }], [], "plan-item-unknown"],
    ["an item of another category", [{ code: "school", reason: because }], [], "plan-item-not-in-category"],
    ["adding without a reason", [{ code: "forest", reason: "  " }], [], "plan-reason-missing"],
    ["dropping without a reason", [], [{ code: "safety", reason: "" }], "plan-reason-missing"],
    ["adding what is planned", [{ code: "safety", reason: because }], [], "plan-item-already-planned"],
    ["dropping what is not planned", [], [{ code: "forest", reason: because }], "plan-item-not-planned"],
    [
      "naming an item twice",
      [
        { code: "forest", reason: because },
        { code: "forest", reason: because },
      ],
      [],
      "plan-item-twice",
    ],
  ])("%s is refused", (_, added, dropped, code) => expect(refusal(answered, added, dropped)?.code).toBe(code));

  test("an answer that is not offered is refused", () => expect(refusal({ route: "none" })?.code).toBe("plan-answer-unknown"));
  test("a plan with nothing in it is refused", () => {
    const all = plan(answered).items.map((item) => ({ code: item.code, reason: because }));
    expect(refusal(answered, [], all)?.code).toBe("plan-empty");
  });
});

describe("confirming", () => {
  test("R-049: a plan with open questions can be looked at, not confirmed", () => {
    expect(confirmable(plan({}))).toMatchObject({ ok: false, error: { code: "plan-required-answer-missing", field: "route", questions: ["route", "forest"] } });
    expect(confirmable(plan(answered)).ok).toBe(true);
  });
});
