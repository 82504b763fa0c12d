import { expect, test } from "vitest";
import { endingsOf, stagesOf } from "../../app/application/queries/portal-stages";
import { todoOfCase } from "../../app/application/queries/portal-todo";
import { agent, aPlannedCase, type CaseStory, calendar, hengyang, intake, issuing, packOf, reviewer } from "../builders/case-story";

const ON = "2026-03-02";
const CODE = "planning-conditions";

const asks = (story: CaseStory, today: string) => todoOfCase({ state: story.case, pack: story.pack, calendar, today });

test("R-503 (D24): whoever was directed elsewhere is told to which body, where it sits and why, and the item is none of those done", () => {
  const story = aPlannedCase(ON, [], packOf("dongying-2019"));
  const itemNo = story.no(CODE);
  story.do(intake, ON, { type: "receive-items", itemNos: [itemNo], on: ON });
  expect(asks(story, ON).go).toEqual([]);
  const right = { body: "东营市水务局", place: "市民中心C区12号窗口", reason: "市级权限" };
  story.do(intake, ON, { type: "signpost-item", itemNo, ...right, on: ON });
  expect(asks(story, ON).go).toMatchObject([{ itemNo, ...right, on: ON }]);
  const stages = stagesOf({ state: story.case, pack: story.pack, calendar, today: ON });
  const stage = stages.find(({ items }) => items.some((item) => item.itemNo === itemNo));
  expect(stage).toMatchObject({ closedCount: 0 });
  expect(stage?.items.map(({ signpost }) => signpost).filter(Boolean)).toEqual([{ ...right, on: ON }]);
  expect(endingsOf(Object.values(story.case.items)).closedCount).toBe(0);
  story.do(agent, ON, { type: "confirm-plan", on: ON, added: [], dropped: [] });
  expect(asks(story, ON).go, "filed anew it is followed under its new number").toEqual([]);
});

test("R-504 (Z17, Z24): who has a result to collect reads by when, and what they sent in is shown with who signed for it", () => {
  const story = aPlannedCase(ON);
  const itemNo = story.no("project-code");
  const { departmentCode } = story.item("project-code");
  story.do(agent, ON, { type: "post-materials", itemNos: [itemNo], carrier: "顺丰", trackingNo: "SF9", contents: null, on: ON });
  expect(asks(story, ON)).toMatchObject({ parcels: [], sentIn: [{ itemNos: [itemNo], carrier: "顺丰", trackingNo: "SF9", sentOn: ON, arrivedOn: null }] });
  const [parcel] = asks(story, ON).sentIn;
  story.do(intake, ON, { type: "confirm-handover", handoverId: parcel?.id ?? "", receivedBy: null, on: ON });
  expect(asks(story, ON).sentIn).toMatchObject([{ arrivedOn: ON, receivedBy: intake.name }]);

  story.do(intake, ON, { type: "receive-items", itemNos: [itemNo], on: ON });
  story.do(intake, ON, { type: "accept-item", itemNo, acceptanceNo: "衡受〔2026〕1号", on: ON });
  story.do(reviewer(departmentCode), ON, { type: "start-review", itemNo, on: ON });
  story.do(reviewer(departmentCode, "李工"), ON, { type: "decide-item", itemNo, granted: true, decisionNo: "决1", reason: null, overdueReason: null, on: ON });
  story.do(issuing, ON, { type: "issue-result", itemNo, on: ON });
  const { pickupBy } = story.item("project-code");
  const days = hengyang.rules?.pickupWorkingDays?.value ?? 0;
  expect(pickupBy).toBe(calendar.nthWorkingDayAfter(ON, days));
  expect(asks(story, ON).collect).toMatchObject([{ itemNo, pickupBy, daysLeft: days, assumed: hengyang.rules?.pickupWorkingDays?.assumed }]);
  expect(asks(story, calendar.nthWorkingDayAfter(pickupBy ?? "", 3)).collect).toMatchObject([{ pickupBy, daysLeft: -3 }]);

  story.do(issuing, ON, { type: "deliver-result", itemNo, method: "window", receivedBy: "陈志明", on: ON });
  expect(asks(story, ON)).toMatchObject({ collect: [], sentIn: [] });
});
