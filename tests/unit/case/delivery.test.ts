import { expect, test } from "vitest";
import { anAcceptedItem, issuing, reviewer } from "../../builders/case-story";

const decided = (granted: boolean) => {
  const story = anAcceptedItem("project-code", "2026-03-02");
  return story.do(reviewer("fg"), "2026-03-02", {
    type: "decide-item",
    itemNo: story.no("project-code"),
    granted,
    decisionNo: "1",
    reason: granted ? null : "资料虚假",
    overdueReason: null,
    on: "2026-03-02",
  });
};

test("R-103: a result passes through the issuing window before it is handed over", () => {
  const story = decided(true);
  const no = story.no("project-code");
  expect(story.refusal(issuing, "2026-03-03", { type: "deliver-result", itemNo: no, method: "window", receivedBy: "陈志明", on: "2026-03-03" })).toMatchObject({
    code: "item-state-forbids",
  });
  story.do(issuing, "2026-03-03", { type: "issue-result", itemNo: no, on: "2026-03-03" });
  story.do(issuing, "2026-03-04", { type: "deliver-result", itemNo: no, method: "window", receivedBy: "陈志明", on: "2026-03-04" });
  expect(story.item("project-code")).toMatchObject({ status: "delivered", issuedOn: "2026-03-03", deliveredOn: "2026-03-04", deliveryMethod: "window" });
});

test("R-495 (Z17, Z18): nothing is delivered by post that nobody posted with carrier and number", () => {
  const story = decided(true);
  const itemNo = story.no("project-code");
  story.do(issuing, "2026-03-03", { type: "issue-result", itemNo, on: "2026-03-03" });
  const arrived = { type: "deliver-result", itemNo, method: "post", receivedBy: "陈志明", on: "2026-03-04" } as const;
  expect(story.refusal(issuing, "2026-03-04", arrived)).toEqual({ code: "result-not-posted", field: "method", itemNo });
  story.do(issuing, "2026-03-03", { type: "send-result", itemNos: [itemNo], carrier: "中国邮政", trackingNo: "EMS123", on: "2026-03-03" });
  story.do(issuing, "2026-03-04", arrived);
  expect(story.item("project-code")).toMatchObject({ status: "delivered", deliveredOn: "2026-03-04", deliveryMethod: "post" });
  expect(Object.values(story.case.handovers)).toMatchObject([{ kind: "post-out", trackingNo: "EMS123", arrivedOn: "2026-03-04", receivedBy: "陈志明" }]);
});

test("a refused item keeps its state while its paper is issued and delivered, once each", () => {
  const story = decided(false);
  const no = story.no("project-code");
  expect(story.refusal(issuing, "2026-03-03", { type: "deliver-result", itemNo: no, method: "window", receivedBy: "陈志明", on: "2026-03-03" })).toMatchObject({
    code: "not-issued-yet",
  });
  story.do(issuing, "2026-03-03", { type: "issue-result", itemNo: no, on: "2026-03-03" });
  expect(story.refusal(issuing, "2026-03-03", { type: "issue-result", itemNo: no, on: "2026-03-03" })).toMatchObject({ code: "already-issued" });
  story.do(issuing, "2026-03-04", { type: "deliver-result", itemNo: no, method: "window", receivedBy: "陈志明", on: "2026-03-04" });
  expect(story.item("project-code")).toMatchObject({ status: "refused", deliveredOn: "2026-03-04" });
  expect(story.refusal(issuing, "2026-03-05", { type: "deliver-result", itemNo: no, method: "window", receivedBy: "陈志明", on: "2026-03-05" })).toMatchObject({
    code: "already-delivered",
  });
});

test("nothing is issued before it was decided", () => {
  const story = decided(true);
  expect(story.refusal(issuing, "2026-03-03", { type: "issue-result", itemNo: story.no("project-code"), on: "2026-02-27" })).toMatchObject({
    code: "day-before",
    earliest: "2026-03-02",
  });
});
