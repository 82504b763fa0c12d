import { expect, test } from "vitest";
import { anAcceptedItem, anItemInReview, aPerson, intake, reviewer } from "../../builders/case-story";

const COMMIT = "planning-conditions";
const decision = (itemNo: string, on: string, more: object = {}) =>
  ({ type: "decide-item", itemNo, granted: true, decisionNo: "衡规条〔2026〕1号", reason: null, overdueReason: null, on, ...more }) as const;

/** Takes every step before the decision, each by another person, on the given day. */
function allSteps(story: ReturnType<typeof anItemInReview>, on: string) {
  const steps = story.pack.itemTypes.find((type) => type.code === "COMMIT")?.steps ?? [];
  steps.slice(0, -1).forEach((step, index) => {
    story.do(reviewer("zr", `第${index}人`), on, { type: "record-step", itemNo: story.no(COMMIT), step: step.code, remark: null, on });
  });
  return story;
}

test("a promised-time case in Hengyang takes three steps, the last of which is the decision", () => {
  const story = anItemInReview(COMMIT, "2026-03-02");
  expect(story.refusal(reviewer("zr"), "2026-03-03", decision(story.no(COMMIT), "2026-03-03"))).toMatchObject({ code: "step-missing" });
  allSteps(story, "2026-03-03").do(reviewer("zr", "局长"), "2026-03-04", decision(story.no(COMMIT), "2026-03-04"));
  expect(story.item(COMMIT)).toMatchObject({ status: "granted", decidedOn: "2026-03-04", decidedByName: "zr局长" });
});

test("where the place does not ask for separate persons, one officer may take every step", () => {
  const story = anItemInReview(COMMIT, "2026-03-02");
  const no = story.no(COMMIT);
  for (const step of story.pack.itemTypes.find((type) => type.code === "COMMIT")?.steps.slice(0, -1) ?? [])
    story.do(reviewer("zr"), "2026-03-03", { type: "record-step", itemNo: no, step: step.code, remark: null, on: "2026-03-03" });
  story.do(reviewer("zr"), "2026-03-03", decision(no, "2026-03-03"));
  expect(story.item(COMMIT).status).toBe("granted");
});

test("R-095: steps are recorded in the order the place sets", () => {
  const story = anItemInReview(COMMIT, "2026-03-02");
  const second = story.pack.itemTypes.find((type) => type.code === "COMMIT")?.steps[1];
  expect(
    story.refusal(reviewer("zr"), "2026-03-03", { type: "record-step", itemNo: story.no(COMMIT), step: second?.code ?? "", remark: null, on: "2026-03-03" }),
  ).toMatchObject({ code: "step-out-of-order" });
});

test("R-096: a one-review-one-check case needs one person to examine and another to check", () => {
  const story = anItemInReview("municipal-excavation", "2026-03-02", ["municipal-excavation"]);
  const department = story.item("municipal-excavation").departmentCode;
  const first = story.pack.itemTypes.find((type) => type.code === "ONE_REVIEW")?.steps[0];
  const no = story.no("municipal-excavation");
  story.do(reviewer(department, "审"), "2026-03-03", { type: "record-step", itemNo: no, step: first?.code ?? "", remark: null, on: "2026-03-03" });
  expect(story.refusal(reviewer(department, "审"), "2026-03-03", decision(no, "2026-03-03"))).toMatchObject({ code: "same-person-as-last-step" });
  story.do(reviewer(department, "核"), "2026-03-03", decision(no, "2026-03-03"));
  expect(story.item("municipal-excavation").status).toBe("granted");
});

test("an immediate case is decided straight from acceptance", () => {
  const story = anAcceptedItem("project-code", "2026-03-02");
  story.do(reviewer("fg"), "2026-03-02", decision(story.no("project-code"), "2026-03-02"));
  expect(story.item("project-code")).toMatchObject({ status: "granted", endedOn: "2026-03-02" });
});

test("any other case must first be taken up by its department", () => {
  const story = anAcceptedItem(COMMIT, "2026-03-02");
  expect(story.refusal(reviewer("zr"), "2026-03-03", decision(story.no(COMMIT), "2026-03-03"))).toMatchObject({ code: "review-not-started" });
});

test("R-093: who accepted an item may not decide it, whatever role they hold now", () => {
  const story = anAcceptedItem("project-code", "2026-03-02");
  const same = { ...aPerson("王芳", "reviewer", "fg"), personId: intake.personId };
  expect(story.refusal(same, "2026-03-02", decision(story.no("project-code"), "2026-03-02"))).toMatchObject({ code: "acceptor-cannot-decide" });
});

test("R-094: a department acts on its own items only", () => {
  const story = anAcceptedItem(COMMIT, "2026-03-02");
  expect(story.refusal(reviewer("st"), "2026-03-02", { type: "start-review", itemNo: story.no(COMMIT), on: "2026-03-02" })).toMatchObject({
    code: "not-allowed-other-department",
  });
});

test("R-097: a refusal of the application needs a reason", () => {
  const story = allSteps(anItemInReview(COMMIT, "2026-03-02"), "2026-03-03");
  expect(story.refusal(reviewer("zr", "局长"), "2026-03-04", decision(story.no(COMMIT), "2026-03-04", { granted: false }))).toMatchObject({
    code: "refusal-needs-reason",
    field: "reason",
  });
  story.do(reviewer("zr", "局长"), "2026-03-04", decision(story.no(COMMIT), "2026-03-04", { granted: false, reason: "与控规不符" }));
  expect(story.item(COMMIT)).toMatchObject({ status: "refused", decisionReason: "与控规不符" });
});

test("R-098: closing after the due day needs a reason the public may read; the due day itself does not", () => {
  const story = allSteps(anItemInReview(COMMIT, "2026-03-02"), "2026-03-03");
  const due = story.item(COMMIT).dueOn ?? "";
  expect(due).toBe("2026-03-09");
  expect(story.try(reviewer("zr", "局长"), due, decision(story.no(COMMIT), due)).ok).toBe(true);
  expect(story.refusal(reviewer("zr", "局长"), "2026-03-10", decision(story.no(COMMIT), "2026-03-10"))).toMatchObject({
    code: "overdue-needs-reason",
    field: "overdueReason",
  });
  story.do(reviewer("zr", "局长"), "2026-03-10", decision(story.no(COMMIT), "2026-03-10", { overdueReason: "控规核对用时较长" }));
  expect(story.item(COMMIT).overdueReason).toBe("控规核对用时较长");
});

test("a reason for being overdue is not kept for an item closed in time", () => {
  const story = allSteps(anItemInReview(COMMIT, "2026-03-02"), "2026-03-03");
  story.do(reviewer("zr", "局长"), "2026-03-04", decision(story.no(COMMIT), "2026-03-04", { overdueReason: "多写的" }));
  expect(story.item(COMMIT).overdueReason).toBeNull();
});
