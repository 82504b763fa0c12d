import { expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { plannedItems } from "../../../app/domain/case/guards";
import { isClosed } from "../../../app/domain/case/moves";
import { heldItems, toFileAnew } from "../../../app/domain/case/project";
import type { Pack } from "../../../app/domain/pack/pack";
import { agent, aPlannedCase, hengyang, intake, manager, packOf } from "../../builders/case-story";

const ON = "2026-03-02";
const CODE = "planning-conditions";
const dongying = packOf("dongying-2019");

function received(pack: Pack = dongying) {
  const story = aPlannedCase(ON, [], pack);
  return story.do(intake, ON, { type: "receive-items", itemNos: [story.no(CODE)], on: ON });
}
const refusal = (itemNo: string) => ({ type: "refuse-acceptance", itemNo, reason: "不属于本机关职权", decisionNo: "不1", on: ON }) as const;
const signpost = (itemNo: string) =>
  ({ type: "signpost-item", itemNo, body: "东营市水务局", place: "市民中心C区12号窗口", reason: "市级权限", on: ON }) as const;
const question = (itemNo: string) => ({ type: "seek-path", itemNo, question: "新业态是否适用本事项", on: ON }) as const;

test("R-236 (D24): where the window has no veto a refusal is refused and the three ways stand open instead", () => {
  const story = received();
  expect(story.refusal(intake, ON, refusal(story.no(CODE)))).toEqual({ code: "window-may-not-refuse" });
  const acts = availableActs(story.case, story.item(CODE), intake, dongying);
  expect(acts).toEqual(expect.arrayContaining(["signpost-item", "notify-correction", "seek-path"]));
  expect(acts).not.toContain("refuse-acceptance");
});

test("R-236 (D24): where the place says nothing of a veto nothing changes", () => {
  const story = received(hengyang);
  const acts = availableActs(story.case, story.item(CODE), intake, hengyang);
  expect(acts).toContain("refuse-acceptance");
  expect(acts).not.toContain("signpost-item");
  expect(story.refusal(intake, ON, signpost(story.no(CODE))).code).toBe("window-may-refuse-here");
  expect(story.refusal(intake, ON, question(story.no(CODE))).code).toBe("window-may-refuse-here");
  expect(story.do(intake, ON, refusal(story.no(CODE))).item(CODE).status).toBe("not-accepted");
});

test("R-237 (D24): a signpost names the right body and where it sits, and the item ends here", () => {
  const story = received();
  expect(story.refusal(intake, ON, { ...signpost(story.no(CODE)), place: "" })).toEqual({ code: "text-missing", field: "place" });
  story.do(intake, ON, signpost(story.no(CODE)));
  expect(story.item(CODE)).toMatchObject({ status: "signposted", endedOn: ON, decisionReason: "市级权限", running: false });
  expect(isClosed(story.item(CODE))).toBe(true);
  expect(Object.values(story.case.directions)).toMatchObject([{ kind: "signpost", body: "东营市水务局", place: "市民中心C区12号窗口" }]);
});

test("R-492 (D24): an item directed elsewhere is filed anew with the next confirmation, and its successors wait for the new one", () => {
  const story = received();
  const first = story.no(CODE);
  expect(toFileAnew(story.case)).toEqual([]);
  story.do(intake, ON, signpost(first));
  expect(toFileAnew(story.case).map(({ itemNo }) => itemNo)).toEqual([first]);
  story.do(agent, "2026-03-03", { type: "confirm-plan", on: "2026-03-03", added: [], dropped: [] });
  const again = plannedItems(story.case).find(({ code }) => code === CODE);
  expect(again).toMatchObject({ status: "planned", plannedOn: "2026-03-03" });
  expect(again?.itemNo).not.toBe(first);
  expect(toFileAnew(story.case)).toEqual([]);
});

test("R-492 (D24): left out for a reason instead, an item directed elsewhere stands in nobody's way and stays out", () => {
  const story = received();
  story.do(intake, ON, signpost(story.no(CODE)));
  const waiting = () => plannedItems(story.case).filter(({ prerequisites }) => prerequisites.includes(CODE));
  expect(waiting()).not.toEqual([]);
  const leaveOut = { type: "confirm-plan", on: ON, added: [], dropped: [{ code: CODE, reason: "由市水务局办理" }] } as const;
  story.do(agent, ON, leaveOut);
  expect(waiting()).toEqual([]);
  expect(toFileAnew(story.case)).toEqual([]);
  expect(heldItems(story.case).map(({ code }) => code)).not.toContain(CODE);
  expect(story.refusal(agent, ON, leaveOut).code).toBe("plan-unchanged");
});

test("R-238 (D24): an unclear question goes to the manager and the item waits for the answer", () => {
  const story = received();
  const itemNo = story.no(CODE);
  story.do(intake, ON, question(itemNo));
  expect(story.refusal(intake, ON, question(itemNo)).code).toBe("path-already-sought");
  expect(story.refusal(intake, ON, { type: "accept-item", itemNo, acceptanceNo: "受1", on: ON })).toMatchObject({ code: "path-not-answered" });
  const [asked] = Object.values(story.case.directions);
  const answer = { type: "answer-path", itemNo, directionId: asked?.id ?? "", answer: "适用，按承诺件受理", on: "2026-03-03" } as const;
  expect(availableActs(story.case, story.item(CODE), manager, dongying)).toContain("answer-path");
  story.do(manager, "2026-03-03", answer);
  expect(Object.values(story.case.directions)).toMatchObject([{ answer: "适用，按承诺件受理", answeredOn: "2026-03-03", answeredByName: manager.name }]);
  expect(story.refusal(manager, "2026-03-03", answer).code).toBe("path-already-answered");
  story.do(intake, "2026-03-03", { type: "accept-item", itemNo, acceptanceNo: "受1", on: "2026-03-03" });
  expect(story.item(CODE).status).toBe("accepted");
});

test("R-238: an unanswered question does not stop the law: past the notice period the item is accepted all the same", () => {
  const story = received();
  const itemNo = story.no(CODE);
  story.do(intake, ON, question(itemNo));
  story.do(intake, "2026-03-10", { type: "accept-item", itemNo, acceptanceNo: "受1", on: "2026-03-10" });
  expect(story.item(CODE)).toMatchObject({ status: "accepted", deemedAccepted: true, acceptedOn: ON });
});

test("a signpost, too, comes too late once the law has accepted the item", () => {
  const story = received();
  expect(story.refusal(intake, "2026-03-10", { ...signpost(story.no(CODE)), on: "2026-03-10" }).code).toBe("already-deemed-accepted");
});
