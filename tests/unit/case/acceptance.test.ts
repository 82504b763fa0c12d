import { expect, test } from "vitest";
import { may } from "../../../app/domain/access/permissions";
import { translator } from "../../../app/i18n";
import { explain } from "../../../app/i18n/message";
import { agent, aPerson, aPlannedCase, intake, reviewer } from "../../builders/case-story";

test("R-086: a successor is not received before its prerequisites have ended, and the refusal names them", () => {
  const story = aPlannedCase("2026-03-02");
  expect(story.refusal(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("ent-filing")], on: "2026-03-02" })).toMatchObject({
    code: "prerequisites-not-ended",
    missing: [story.item("project-code").nameZh],
  });
});

test("a predecessor that ended later than the stated day does not help", () => {
  const story = aPlannedCase("2026-03-02");
  const no = story.no("project-code");
  story.do(intake, "2026-03-04", { type: "receive-items", itemNos: [no], on: "2026-03-04" });
  story.do(intake, "2026-03-04", { type: "accept-item", itemNo: no, acceptanceNo: "1", on: "2026-03-04" });
  story.do(reviewer("fg"), "2026-03-05", {
    type: "decide-item",
    itemNo: no,
    granted: true,
    decisionNo: "2",
    reason: null,
    overdueReason: null,
    on: "2026-03-05",
  });
  expect(story.refusal(intake, "2026-03-06", { type: "receive-items", itemNos: [story.no("ent-filing")], on: "2026-03-04" })).toMatchObject({
    code: "prerequisites-not-ended",
  });
  expect(story.try(intake, "2026-03-06", { type: "receive-items", itemNos: [story.no("ent-filing")], on: "2026-03-05" }).ok).toBe(true);
});

test("R-085: several items are received by one act, all or none", () => {
  const story = aPlannedCase("2026-03-02");
  const both = [story.no("project-code"), story.no("planning-conditions")];
  expect(story.refusal(intake, "2026-03-02", { type: "receive-items", itemNos: [...both, story.no("ent-filing")], on: "2026-03-02" })).toMatchObject({
    code: "prerequisites-not-ended",
  });
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: both, on: "2026-03-02" });
  expect(both.map((no) => Object.values(story.case.items).find((item) => item.itemNo === no)?.status)).toEqual(["received", "received"]);
});

test("R-091: joint acceptance accepts every received item of the stage on one day under one number", () => {
  const story = aPlannedCase("2026-03-02");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("project-code"), story.no("planning-conditions")], on: "2026-03-02" });
  story.do(intake, "2026-03-03", { type: "accept-stage", stage: "S1", acceptanceNo: "衡统受〔2026〕1号", on: "2026-03-03" });
  for (const code of ["project-code", "planning-conditions"])
    expect(story.item(code)).toMatchObject({ status: "accepted", acceptedOn: "2026-03-03", acceptanceNo: "衡统受〔2026〕1号", jointAcceptance: true });
});

test("joint acceptance waits while one item of the stage is being corrected", () => {
  const story = aPlannedCase("2026-03-02");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("project-code"), story.no("planning-conditions")], on: "2026-03-02" });
  story.do(intake, "2026-03-03", {
    type: "notify-correction",
    itemNo: story.no("planning-conditions"),
    noticeNo: "1",
    defects: ["缺红线图"],
    replyBy: null,
    on: "2026-03-03",
  });
  expect(story.refusal(intake, "2026-03-03", { type: "accept-stage", stage: "S1", acceptanceNo: "2", on: "2026-03-03" })).toMatchObject({
    code: "stage-has-open-correction",
  });
});

test("joint acceptance of a stage in which nothing was received is refused", () => {
  const story = aPlannedCase("2026-03-02");
  expect(story.refusal(intake, "2026-03-02", { type: "accept-stage", stage: "S1", acceptanceNo: "1", on: "2026-03-02" })).toMatchObject({
    code: "stage-has-nothing-received",
  });
});

test("nothing is accepted for a day that has not come, nor before it was received", () => {
  const story = aPlannedCase("2026-03-02");
  const no = story.no("planning-conditions");
  story.do(intake, "2026-03-03", { type: "receive-items", itemNos: [no], on: "2026-03-03" });
  expect(story.refusal(intake, "2026-03-03", { type: "accept-item", itemNo: no, acceptanceNo: "1", on: "2026-03-04" })).toMatchObject({
    code: "day-in-future",
    field: "on",
  });
  expect(story.refusal(intake, "2026-03-05", { type: "accept-item", itemNo: no, acceptanceNo: "1", on: "2026-03-02" })).toMatchObject({
    code: "day-before",
    earliest: "2026-03-03",
  });
});

test("refusing acceptance keeps the reason and the number of the decision and ends the item", () => {
  const story = aPlannedCase("2026-03-02");
  const no = story.no("planning-conditions");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [no], on: "2026-03-02" });
  story.do(intake, "2026-03-03", { type: "refuse-acceptance", itemNo: no, reason: "不属于本机关职权", decisionNo: "衡不受〔2026〕1号", on: "2026-03-03" });
  expect(story.item("planning-conditions")).toMatchObject({ status: "not-accepted", decisionReason: "不属于本机关职权", endedOn: "2026-03-03" });
});

test("a milestone cannot be received at a window, and an approval cannot be ticked off as a milestone", () => {
  const story = aPlannedCase("2026-03-02");
  expect(story.refusal(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("land-grant")], on: "2026-03-02" })).toMatchObject({
    code: "tracked-item-is-not-accepted",
  });
  expect(
    story.refusal(agent, "2026-03-02", { type: "complete-milestone", itemNo: story.no("project-code"), reference: "合同", on: "2026-03-02" }),
  ).toMatchObject({ code: "item-must-be-accepted" });
});

test("R-092: neither a department nor an officer may accept, and the window may not decide", () => {
  for (const role of ["reviewer", "agent", "manager", "issuing", "supervisor", "admin", "investor"] as const)
    expect(may(aPerson("某", role), "accept-item")).toBe(false);
  for (const role of ["intake", "agent", "manager", "issuing", "supervisor", "admin", "investor"] as const)
    expect(may(aPerson("某", role), "decide-item")).toBe(false);
  for (const role of ["reviewer", "intake", "agent", "manager"] as const) expect(may(aPerson("某", role), "deliver-result")).toBe(false);
});

test("R-496: a refused receipt of several items names the one it is about; of one item there is nothing to name", () => {
  const story = aPlannedCase("2026-03-02");
  const milestone = Object.values(story.case.items).find(({ type }) => type === "MILESTONE");
  if (!milestone) throw new Error("the plan has no milestone");
  const receive = (...itemNos: string[]) => ({ type: "receive-items", itemNos, on: "2026-03-02" }) as const;
  story.do(intake, "2026-03-02", receive(story.no("project-code")));
  const again = story.refusal(intake, "2026-03-02", receive(story.no("planning-conditions"), story.no("project-code")));
  expect(again).toMatchObject({ code: "item-state-forbids", itemNo: story.no("project-code"), ofItemZh: story.item("project-code").nameZh });
  expect(explain(translator("zh-CN"), again)).toMatch(new RegExp(`^${story.item("project-code").nameZh}（${story.no("project-code")}）：`));
  expect(explain(translator("en"), again)).toContain(`${story.item("project-code").nameEn} (${story.no("project-code")}): `);
  const one = story.refusal(intake, "2026-03-02", receive(story.no("project-code")));
  expect(explain(translator("zh-CN"), one)).not.toContain("：");
  const looked = {
    type: "precheck-items",
    itemNos: [story.no("planning-conditions"), milestone.itemNo],
    verdict: "fit",
    remarks: [],
    on: "2026-03-02",
  } as const;
  expect(story.refusal(intake, "2026-03-02", looked)).toMatchObject({ itemNo: milestone.itemNo, ofItemEn: milestone.nameEn });
});
