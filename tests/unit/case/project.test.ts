import { expect, test } from "vitest";
import { plannedItems } from "../../../app/domain/case/guards";
import { agent, aPlannedCase, CaseStory, hengyang, intake, manager, PROJECT_FACTS, plainAnswers, reviewer } from "../../builders/case-story";

const registration = {
  type: "register-project",
  projectNo: "HY-2026-0001",
  queryCode: "ABCD2345",
  enterpriseId: "e1",
  packId: hengyang.id,
  on: "2026-03-02",
  ...PROJECT_FACTS,
} as const;

test("a registered industrial project in Hengyang has a budget of ten working days and its registering officer as agent", () => {
  const story = new CaseStory().do(agent, "2026-03-02", registration);
  expect(story.case.project).toMatchObject({ status: "registered", budgetWorkingDays: 10, agentName: "李敏", packId: "hengyang-2018", version: 1 });
});

test("a manager who registers leaves the project without an officer", () => {
  expect(new CaseStory().do(manager, "2026-03-02", registration).case.project.agentId).toBeNull();
});

test("R-082: a credit code that fails GB 32100 is refused at its field", () => {
  expect(new CaseStory().refusal(agent, "2026-03-02", { ...registration, creditCode: "91430400MA4H20027F" })).toMatchObject({ field: "creditCode" });
});

test("a case is registered once", () => {
  const story = new CaseStory().do(agent, "2026-03-02", registration);
  expect(story.refusal(agent, "2026-03-02", registration)).toMatchObject({ code: "project-already-registered" });
});

test("R-081: handing the project to another officer needs a reason", () => {
  const story = new CaseStory().do(agent, "2026-03-02", registration);
  expect(story.refusal(manager, "2026-03-02", { type: "assign-agent", agentId: "p2", agentName: "刘洋", reason: null })).toMatchObject({
    code: "reassignment-needs-reason",
  });
  story.do(manager, "2026-03-02", { type: "assign-agent", agentId: "p2", agentName: "刘洋", reason: "李敏休假" });
  expect(story.case.project.agentName).toBe("刘洋");
});

test("every question of the category must be answered, with an answer the place knows", () => {
  const story = new CaseStory().do(agent, "2026-03-02", registration);
  const answers = plainAnswers(hengyang, "IND");
  const first = Object.keys(answers)[0] ?? "";
  expect(story.refusal(agent, "2026-03-02", { type: "answer-screening", answers: { ...answers, [first]: "maybe" } })).toMatchObject({
    code: "plan-answer-unknown",
    field: first,
  });
  expect(story.refusal(agent, "2026-03-02", { type: "answer-screening", answers: { ...answers, colour: "red" } })).toMatchObject({
    code: "plan-question-unknown",
  });
  const { [first]: _, ...rest } = answers;
  expect(story.refusal(agent, "2026-03-02", { type: "answer-screening", answers: rest })).toMatchObject({ code: "question-not-answered", field: first });
});

test("R-083: the plan copies the rules of the day into its items, so a later pack changes nothing", () => {
  const story = aPlannedCase("2026-03-02");
  expect(story.case.project.status).toBe("planned");
  expect(story.item("planning-conditions")).toMatchObject({ status: "planned", type: "COMMIT", committedWorkingDays: 5, departmentCode: "zr", required: true });
  const numbers = Object.values(story.case.items).map((item) => item.itemNo);
  expect(numbers[0]).toBe("HY-2026-0001-01");
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("an item added by hand needs a reason and keeps it; one dropped before it began leaves with its reason", () => {
  const story = aPlannedCase("2026-03-02", ["municipal-excavation"]);
  expect(story.item("municipal-excavation")).toMatchObject({ required: false, planReason: "测试需要" });
  story.do(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped: [] });
  expect(Object.values(story.case.items).find((item) => item.code === "municipal-excavation")?.status).toBe("dropped");
});

test("R-084: an item that has begun cannot be dropped from the plan", () => {
  const story = aPlannedCase("2026-03-02", ["municipal-excavation"]);
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("municipal-excavation")], on: "2026-03-02" });
  expect(story.refusal(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped: [] })).toMatchObject({
    code: "plan-item-already-begun",
  });
});

test("confirming an unchanged plan again is refused, so the history holds no empty act", () => {
  expect(aPlannedCase("2026-03-02").refusal(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped: [] })).toMatchObject({
    code: "plan-unchanged",
  });
});

test("a project is complete when nothing of its plan waits for anybody, and the last delivery dates it", () => {
  const story = aPlannedCase("2026-03-02");
  const code = story.no("project-code");
  for (const item of Object.values(story.case.items)) {
    if (item.itemNo === code) continue;
    story.do(agent, "2026-03-02", { type: "withdraw-item", itemNo: item.itemNo, reason: "项目缩减", on: "2026-03-02" });
  }
  expect(story.case.project.status).not.toBe("completed");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [code], on: "2026-03-02" });
  story.do(intake, "2026-03-02", { type: "accept-item", itemNo: code, acceptanceNo: "1", on: "2026-03-02" });
  story.do(reviewer("fg"), "2026-03-03", {
    type: "decide-item",
    itemNo: code,
    granted: true,
    decisionNo: "2",
    reason: null,
    overdueReason: null,
    on: "2026-03-03",
  });
  expect(story.case.project.status).toBe("running");
  const issuing = { ...intake, role: "issuing" as const };
  story
    .do(issuing, "2026-03-04", { type: "issue-result", itemNo: code, on: "2026-03-04" })
    .do(issuing, "2026-03-05", { type: "deliver-result", itemNo: code, method: "window", receivedBy: "陈", on: "2026-03-05" });
  expect(story.case.project).toMatchObject({ status: "completed", completedOn: "2026-03-05" });
});

test("R-106: an item that was withdrawn can be filed again as a new one, and its successors wait for the new one", () => {
  const story = aPlannedCase("2026-03-02");
  const first = story.no("project-code");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [first], on: "2026-03-02" });
  story.do(agent, "2026-03-03", { type: "withdraw-item", itemNo: first, reason: "资料有误", on: "2026-03-03" });
  story.do(agent, "2026-03-04", { type: "confirm-plan", on: "2026-03-04", added: [], dropped: [] });
  const again = plannedItems(story.case).find((item) => item.code === "project-code");
  expect(again?.itemNo).not.toBe(first);
  expect(again).toMatchObject({ status: "planned", plannedOn: "2026-03-04" });
  expect(story.refusal(intake, "2026-03-04", { type: "receive-items", itemNos: [story.no("ent-filing")], on: "2026-03-04" })).toMatchObject({
    code: "prerequisites-not-ended",
  });
});

test("R-107: a prerequisite that joins the plan later binds the items not yet begun", () => {
  const story = aPlannedCase("2026-03-02");
  story.do(agent, "2026-03-02", { type: "confirm-plan", on: "2026-03-02", added: [], dropped: [{ code: "drawing-review", reason: "暂缓" }] });
  expect(story.item("construction-permit").prerequisites).not.toContain("drawing-review");
  story.do(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped: [] });
  expect(story.item("construction-permit").prerequisites).toContain("drawing-review");
});

test("nothing is planned or received for a day before the project or the item existed", () => {
  const story = aPlannedCase("2026-03-02", []);
  expect(story.refusal(agent, "2026-03-04", { type: "confirm-plan", on: "2026-02-27", added: [], dropped: [] })).toMatchObject({ code: "day-before" });
  expect(story.refusal(intake, "2026-03-04", { type: "receive-items", itemNos: [story.no("project-code")], on: "2026-02-27" })).toMatchObject({
    code: "day-before",
  });
});

test("an item left out before it ever stood in the plan stays in the case with its reason, and is told once", () => {
  const story = new CaseStory().do(agent, "2026-03-02", registration);
  story.do(agent, "2026-03-02", { type: "answer-screening", answers: plainAnswers(hengyang, "IND") });
  const dropped = [{ code: "drawing-review", reason: "园区统一审图" }];
  story.do(agent, "2026-03-02", { type: "confirm-plan", on: "2026-03-02", added: [], dropped });
  const kept = () => Object.values(story.case.items).filter((item) => item.code === "drawing-review");
  expect(kept()).toMatchObject([{ status: "dropped", planReason: "园区统一审图" }]);
  expect(story.case.project.itemCount).toBe(Object.keys(story.case.items).length - 1);
  expect(story.refusal(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped })).toMatchObject({ code: "plan-unchanged" });
  story.do(agent, "2026-03-04", { type: "confirm-plan", on: "2026-03-04", added: [], dropped: [] });
  expect(kept().map((item) => item.status)).toEqual(["dropped", "planned"]);
});
