import { expect, test } from "vitest";
import { agent, aPlannedCase, intake, reviewer } from "../../builders/case-story";

const stage = () => {
  const story = aPlannedCase("2026-03-02");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("project-code"), story.no("planning-conditions")], on: "2026-03-02" });
  return story.do(intake, "2026-03-02", { type: "accept-stage", stage: "S1", acceptanceNo: "1", on: "2026-03-02" });
};
const convene = (departmentCodes: string[]) => ({ type: "convene-review", stage: "S1", departmentCodes, replyBy: "2026-03-06", on: "2026-03-03" }) as const;
const opinion = (reviewId: string, more: object = {}) =>
  ({ type: "give-opinion", reviewId, stance: "agree", conditions: [], on: "2026-03-04", ...more }) as const;

test("a joint review calls at least two departments that hold an accepted item of the stage", () => {
  const story = stage();
  expect(story.refusal(agent, "2026-03-03", convene(["zr"]))).toMatchObject({ code: "review-needs-two-departments" });
  expect(story.refusal(agent, "2026-03-03", convene(["zr", "qx"]))).toMatchObject({ code: "department-has-no-item", departments: ["qx"] });
  story.do(agent, "2026-03-03", convene(["zr", "fg"]));
  expect(Object.values(story.case.reviews)[0]).toMatchObject({ status: "open", departmentCodes: ["zr", "fg"] });
  expect(story.refusal(agent, "2026-03-03", convene(["zr", "fg"]))).toMatchObject({ code: "review-already-open" });
});

test("R-102: each called department gives one opinion, conditions are named, and the last opinion closes the review", () => {
  const story = stage().do(agent, "2026-03-03", convene(["zr", "fg"]));
  const id = Object.keys(story.case.reviews)[0] ?? "";
  expect(story.refusal(reviewer("st"), "2026-03-04", opinion(id))).toMatchObject({ code: "not-allowed-other-department" });
  expect(story.refusal(reviewer("zr"), "2026-03-04", opinion(id, { stance: "agree-with-conditions" }))).toMatchObject({
    code: "opinion-needs-conditions",
    field: "conditions",
  });
  story.do(reviewer("zr"), "2026-03-04", opinion(id, { stance: "agree-with-conditions", conditions: ["退让红线 10 米"] }));
  expect(story.refusal(reviewer("zr", "另一人"), "2026-03-04", opinion(id))).toMatchObject({ code: "opinion-already-given" });
  story.do(reviewer("fg"), "2026-03-04", opinion(id));
  expect(story.case.reviews[id]?.status).toBe("closed");
  expect(Object.values(story.case.opinions).map((given) => [given.departmentCode, given.conditions])).toEqual([
    ["zr", ["退让红线 10 米"]],
    ["fg", []],
  ]);
});
