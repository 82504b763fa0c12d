import { describe, expect, test } from "vitest";
import { originalConditions, sameConditions, settledOf, unsettledConditions } from "../../../../app/domain/case/joint-review/merged-opinion";
import { manager, reviewer } from "../../../builders/case-story";
import { aConvenedReview, agrees, holding, merging, opinion, reviewOf, settling } from "../../../builders/joint-review";

const lead = reviewer("zr");

/** Both bodies agree on conditions; the first of each says the same, the second ones contradict each other. */
const disputed = () => agrees(agrees(aConvenedReview(), "zr", "退让红线不少于 10 米。", "主入口设在东侧"), "fg", "退让红线不少于10米", "主入口设在南侧");
const keysOf = (story: ReturnType<typeof disputed>) => originalConditions(story.case, reviewOf(story).id).map(({ key }) => key);

describe("R-206 (Z12): conditions side by side", () => {
  test("conditions with the same words stand together; a number or a sign makes a difference", () => {
    const texts = ["退让 10 米。", "退让10米", "退让10．5米", "退让105米", "宽≥4米", "宽4米", "宽 ４ 米"];
    const groups = sameConditions(texts.map((text, place) => ({ key: String(place), departmentCode: "zr", text })));
    expect(groups.map((group) => group.map(({ key }) => key).join())).toEqual(["0,1", "2", "3", "4", "5,6"]);
  });

  test("each original condition keeps its way to the settled one", () => {
    const story = disputed();
    const [ten, east, tenAgain, south] = keysOf(story) as [string, string, string, string];
    story.do(lead, "2026-03-05", settling(story, [ten, tenAgain]));
    story.do(lead, "2026-03-05", settling(story, [east, south], { relation: "conflict", text: "主入口设在东侧，南侧设消防出口", note: "会上商定" }));
    expect(settledOf(story.case, reviewOf(story).id).map(({ text, relation, sources }) => [text, relation, sources])).toEqual([
      ["退让红线不少于10米", "duplicate", [ten, tenAgain]],
      ["主入口设在东侧，南侧设消防出口", "conflict", [east, south]],
    ]);
    expect(unsettledConditions(story.case, reviewOf(story).id)).toEqual([]);
  });

  test("what was settled together is settled again only together, so that no condition is open again unnoticed", () => {
    const story = disputed();
    const [ten, east, tenAgain] = keysOf(story) as [string, string, string];
    story.do(lead, "2026-03-05", settling(story, [ten, tenAgain]));
    expect(story.refusal(lead, "2026-03-05", settling(story, [ten], { text: "退让不少于12米" }))).toEqual({
      code: "settlement-breaks-pair",
      field: "sources",
      ordinal: 1,
      count: 2,
    });
    story.do(lead, "2026-03-05", settling(story, [ten, tenAgain], { text: "退让不少于12米" }));
    expect(settledOf(story.case, reviewOf(story).id).map(({ ordinal, text }) => [ordinal, text])).toEqual([[2, "退让不少于12米"]]);
    expect(unsettledConditions(story.case, reviewOf(story).id).map(({ key }) => key)).not.toContain(tenAgain);
    expect(unsettledConditions(story.case, reviewOf(story).id).map(({ key }) => key)).toContain(east);
  });

  test("a contradiction is settled only by saying how", () => {
    const story = disputed();
    const [, east, , south] = keysOf(story) as [string, string, string, string];
    const settle = (note: string | null) => settling(story, [east, south], { relation: "conflict", text: "主入口设在东侧", note });
    for (const note of [null, " "]) expect(story.refusal(lead, "2026-03-05", settle(note))).toEqual({ code: "settlement-needs-note", field: "note" });
    story.do(lead, "2026-03-05", settle("会上商定"));
    expect(settledOf(story.case, reviewOf(story).id).map(({ note }) => note)).toEqual(["会上商定"]);
  });

  test("one condition is no conflict, several are not one, and a condition nobody made is refused", () => {
    const story = disputed();
    const [ten, east] = keysOf(story) as [string, string];
    expect(story.refusal(lead, "2026-03-05", settling(story, [ten], { relation: "conflict" }))).toMatchObject({ code: "settlement-of-several" });
    expect(story.refusal(lead, "2026-03-05", settling(story, [ten, east], { relation: "single" }))).toMatchObject({ code: "settlement-of-one" });
    expect(story.refusal(lead, "2026-03-05", settling(story, ["x#1"]))).toMatchObject({ code: "condition-unknown", field: "sources" });
    expect(story.refusal(lead, "2026-03-05", settling(story, []))).toMatchObject({ code: "settlement-needs-conditions" });
    expect(story.refusal(reviewer("fg"), "2026-03-05", settling(story, [ten]))).toMatchObject({ code: "not-allowed-not-lead" });
  });
});

describe("R-207 (Z12, D21): one merged opinion", () => {
  test("it waits for every called body and says who is missing", () => {
    const story = agrees(aConvenedReview(), "zr");
    expect(story.refusal(lead, "2026-03-06", merging(story))).toMatchObject({
      code: "review-waits-for",
      departments: ["市发展和改革委员会"],
      departmentsEn: ["Development and Reform Commission"],
    });
  });

  test("what nobody settled by hand is in it word for word, equal conditions once, and every original condition is covered", () => {
    const story = disputed();
    const [, east, , south] = keysOf(story) as [string, string, string, string];
    story.do(lead, "2026-03-05", settling(story, [east, south], { relation: "conflict", text: "主入口设在东侧", note: "会上商定" }));
    story.do(lead, "2026-03-06", merging(story, { stance: "agree-with-conditions" }));
    expect(reviewOf(story)).toMatchObject({ status: "merged", mergedNo: "衡联审〔2026〕1号", mergedOn: "2026-03-06", mergedStance: "agree-with-conditions" });
    const settled = settledOf(story.case, reviewOf(story).id);
    expect(settled.map(({ text, relation }) => [text, relation])).toEqual([
      ["主入口设在东侧", "conflict"],
      ["退让红线不少于 10 米。", "duplicate"],
    ]);
    expect(settled.flatMap(({ sources }) => sources).sort()).toEqual([...keysOf(story)].sort());
  });

  test("it is given once, and its number names nothing else", () => {
    const story = agrees(agrees(aConvenedReview(), "zr"), "fg").do(lead, "2026-03-06", merging(story0(), { on: "2026-03-06" }));
    expect(story.refusal(lead, "2026-03-06", merging(story))).toMatchObject({ code: "review-merged", mergedNo: "衡联审〔2026〕1号" });
    expect(story.refusal(lead, "2026-03-06", settling(story, ["x#1"]))).toMatchObject({ code: "review-merged" });
    function story0() {
      return agrees(agrees(aConvenedReview(), "zr"), "fg");
    }
  });

  test("a meeting that did not take place gives no opinion", () => {
    const story = agrees(agrees(aConvenedReview("site-visit"), "zr"), "fg");
    expect(story.refusal(lead, "2026-03-06", merging(story))).toMatchObject({ code: "review-not-held", mode: "site-visit" });
    story.do(lead, "2026-03-06", holding(story));
    expect(reviewOf(story).status).toBe("closed");
    story.do(lead, "2026-03-06", merging(story));
    expect(reviewOf(story).status).toBe("merged");
  });

  test("it neither hides conditions nor makes some up", () => {
    const story = disputed();
    expect(story.refusal(lead, "2026-03-06", merging(story))).toMatchObject({ code: "merged-hides-conditions", field: "stance", count: 4 });
    const plain = agrees(agrees(aConvenedReview(), "zr"), "fg");
    expect(plain.refusal(lead, "2026-03-06", merging(plain, { stance: "agree-with-conditions" }))).toMatchObject({ code: "merged-names-no-conditions" });
    expect(plain.refusal(lead, "2026-03-03", merging(plain, { on: "2026-03-03" }))).toMatchObject({ code: "day-before", what: "answered" });
  });

  test("a body's disagreement is turned round only with a reason, and so is agreement", () => {
    const story = agrees(aConvenedReview(), "zr");
    story.do(reviewer("fg"), "2026-03-04", opinion(story, { stance: "disagree", reason: "能耗指标未落实" }));
    expect(story.refusal(lead, "2026-03-06", merging(story))).toMatchObject({ code: "merged-needs-reason", field: "reason" });
    story.do(manager, "2026-03-06", merging(story, { reason: "能耗指标已由市政府统筹落实" }));
    expect(reviewOf(story)).toMatchObject({ mergedStance: "agree", mergedReason: "能耗指标已由市政府统筹落实" });
    const agreed = agrees(agrees(aConvenedReview(), "zr"), "fg");
    expect(agreed.refusal(lead, "2026-03-06", merging(agreed, { stance: "disagree" }))).toMatchObject({ code: "merged-needs-reason" });
  });
});
