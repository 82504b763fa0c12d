import { expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { handoversOf } from "../../../app/domain/case/handover";
import { agent, anItemInReview, aPlannedCase, hengyang, intake, issuing, reviewer } from "../../builders/case-story";
import { anItemWithGaps, GAP_ITEM } from "../../builders/gap-story";

const ON = "2026-03-02";
const CODE = "planning-conditions";

/** An item accepted and taken up on Monday 2 March. */
const inReview = () => anItemInReview(CODE, ON);

/** The same item decided by its department, every step by another hand. */
function decided(granted = true) {
  const story = inReview();
  const { departmentCode, itemNo, type } = story.item(CODE);
  const people = [reviewer(departmentCode, "甲"), reviewer(departmentCode, "乙")];
  const steps = hengyang.itemTypes.find((one) => one.code === type)?.steps.slice(0, -1) ?? [];
  steps.forEach((step, n) => {
    story.do(people[n % 2] ?? reviewer(departmentCode), ON, { type: "record-step", itemNo, step: step.code, remark: null, on: ON });
  });
  const decider = people[steps.length % 2] ?? reviewer(departmentCode);
  return story.do(decider, ON, { type: "decide-item", itemNo, granted, decisionNo: "决1", reason: granted ? null : "不符", overdueReason: null, on: ON });
}

test("R-230 (Z23): the paper set goes to the back office with its pieces, and the back office signs for it", () => {
  const story = inReview();
  const { departmentCode, itemNo, id } = story.item(CODE);
  story.do(intake, ON, { type: "hand-over-papers", itemNos: [itemNo], pieces: 12, contents: "申请表、红线图", on: ON });
  const [handover] = handoversOf(story.case, id);
  expect(handover).toMatchObject({ kind: "to-department", departmentCode, pieces: 12, arrivedOn: null });
  const confirm = { type: "confirm-handover", handoverId: handover?.id ?? "", receivedBy: null, on: "2026-03-03" } as const;
  expect(story.refusal(reviewer("st"), "2026-03-03", confirm).code).toBe("not-allowed-other-handover");
  expect(availableActs(story.case, story.item(CODE), reviewer(departmentCode), hengyang)).toContain("confirm-handover");
  story.do(reviewer(departmentCode, "签收人"), "2026-03-03", confirm);
  expect(handoversOf(story.case, id)).toMatchObject([{ arrivedOn: "2026-03-03", receivedBy: `${departmentCode}签收人` }]);
  expect(story.refusal(reviewer(departmentCode), "2026-03-03", confirm).code).toBe("handover-already-confirmed");
});

test("R-230 (Z23): papers of several departments are handed over to each of them, once", () => {
  const story = aPlannedCase(ON);
  const codes = ["project-code", CODE];
  const itemNos = codes.map((code) => story.no(code));
  story.do(intake, ON, { type: "receive-items", itemNos, on: ON });
  const hand = { type: "hand-over-papers", itemNos, pieces: 3, contents: null, on: ON } as const;
  expect(story.refusal(intake, ON, { ...hand, pieces: 0 }).code).toBe("pieces-missing");
  story.do(intake, ON, hand);
  expect(Object.values(story.case.handovers).map((one) => one.departmentCode)).toEqual(codes.map((code) => story.item(code).departmentCode));
  expect(story.refusal(intake, ON, hand).code).toBe("handover-still-open");
});

test("R-231 (Z24): the department gives the result back, and the window that takes it over signs for it", () => {
  const story = decided();
  const { departmentCode, itemNo, id } = story.item(CODE);
  story.do(reviewer(departmentCode), ON, { type: "return-result", itemNo, pieces: 2, on: ON });
  story.do(issuing, "2026-03-03", { type: "issue-result", itemNo, on: "2026-03-03" });
  expect(handoversOf(story.case, id)).toMatchObject([{ kind: "result-to-window", pieces: 2, arrivedOn: "2026-03-03", receivedBy: issuing.name }]);
  expect(story.refusal(reviewer(departmentCode), "2026-03-03", { type: "return-result", itemNo, pieces: 2, on: "2026-03-03" }).code).toBe("item-state-forbids");
});

test("R-232 (Z17, Z18, F21, D28): a result is posted with carrier and number, and delivered when it arrives; there is no fee to enter", () => {
  const story = decided();
  const { itemNo, id } = story.item(CODE);
  story.do(issuing, ON, { type: "issue-result", itemNo, on: ON });
  const post = { type: "send-result", itemNos: [itemNo], carrier: "中国邮政", trackingNo: "EMS123", on: "2026-03-03" } as const;
  expect(story.refusal(issuing, "2026-03-03", { ...post, trackingNo: " " })).toEqual({ code: "text-missing", field: "trackingNo" });
  story.do(issuing, "2026-03-03", post);
  expect(story.item(CODE)).toMatchObject({ status: "issued", postedOn: "2026-03-03", pickupBy: null });
  const [parcel] = handoversOf(story.case, id);
  expect(Object.keys(parcel ?? {}).filter((key) => /fee|amount|price/i.test(key))).toEqual([]);
  expect(story.refusal(issuing, "2026-03-04", { type: "deliver-result", itemNo, method: "window", receivedBy: "陈", on: "2026-03-04" })).toMatchObject({
    code: "result-is-in-the-post",
    trackingNo: "EMS123",
  });
  const arrived = { type: "confirm-handover", handoverId: parcel?.id ?? "", receivedBy: "陈志明", on: "2026-03-05" } as const;
  expect(story.refusal(issuing, "2026-03-05", { ...arrived, receivedBy: null })).toEqual({ code: "text-missing", field: "receivedBy" });
  story.do(issuing, "2026-03-05", arrived);
  expect(story.item(CODE)).toMatchObject({ status: "delivered", deliveryMethod: "post", deliveredOn: "2026-03-05" });
  expect(handoversOf(story.case, id)).toMatchObject([{ kind: "post-out", arrivedOn: "2026-03-05", receivedBy: "陈志明" }]);
});

test("R-232 (Z17): materials come in by courier too, and the parcel alone receives nothing", () => {
  const story = aPlannedCase(ON);
  const { itemNo, id } = story.item(CODE);
  story.do(agent, ON, { type: "post-materials", itemNos: [itemNo], carrier: "顺丰", trackingNo: "SF9", contents: "申请材料一套", on: ON });
  const [parcel] = handoversOf(story.case, id);
  story.do(intake, "2026-03-04", { type: "confirm-handover", handoverId: parcel?.id ?? "", receivedBy: null, on: "2026-03-04" });
  expect(story.item(CODE).status).toBe("planned");
  expect(handoversOf(story.case, id)).toMatchObject([{ kind: "post-in", arrivedOn: "2026-03-04", receivedBy: intake.name }]);
});

test("R-495 (Z17): deferred materials are posted after the acceptance too; without a gap nothing is", () => {
  const story = anItemWithGaps();
  const post = (itemNo: string) =>
    ({ type: "post-materials", itemNos: [itemNo], carrier: "顺丰", trackingNo: "SF10", contents: "容缺材料", on: "2026-03-09" }) as const;
  expect(story.item(GAP_ITEM).status).toBe("in-review");
  expect(availableActs(story.case, story.item(GAP_ITEM), intake, hengyang)).toContain("post-materials");
  story.do(agent, "2026-03-09", post(story.no(GAP_ITEM)));
  expect(handoversOf(story.case, story.item(GAP_ITEM).id)).toMatchObject([{ kind: "post-in", trackingNo: "SF10", arrivedOn: null }]);
  expect(story.refusal(agent, "2026-03-09", post(story.no(GAP_ITEM))).code).toBe("handover-still-open");
  const whole = anItemInReview(CODE, ON);
  expect(whole.refusal(agent, "2026-03-09", post(whole.no(CODE))).code).toBe("item-state-forbids");
});

test("R-233: at the window the identity of who collects is checked and kept with who it was", () => {
  const story = decided();
  const { itemNo, id } = story.item(CODE);
  story.do(issuing, ON, { type: "issue-result", itemNo, on: ON });
  const collect = { type: "deliver-result", itemNo, method: "window", receivedBy: "陈志明", on: "2026-03-03" } as const;
  expect(story.refusal(issuing, "2026-03-03", { ...collect, identityChecked: false })).toEqual({ code: "identity-not-checked", field: "identityChecked" });
  story.do(issuing, "2026-03-03", { ...collect, identityChecked: true });
  expect(handoversOf(story.case, id)).toMatchObject([{ kind: "window-out", receivedBy: "陈志明", identityChecked: true, arrivedOn: "2026-03-03" }]);
});

test("a hand-over is never dated before what it hands over, nor into the future", () => {
  const story = decided(false);
  const { itemNo, departmentCode } = story.item(CODE);
  expect(story.refusal(reviewer(departmentCode), "2026-03-03", { type: "return-result", itemNo, pieces: 1, on: "2026-02-27" }).code).toBe("day-before");
  expect(story.refusal(reviewer(departmentCode), ON, { type: "return-result", itemNo, pieces: 1, on: "2026-03-03" }).code).toBe("day-in-future");
  expect(story.refusal(issuing, ON, { type: "send-result", itemNos: [itemNo], carrier: "EMS", trackingNo: "1", on: ON }).code).toBe("not-issued-yet");
});
