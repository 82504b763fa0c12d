import { expect, test } from "vitest";
import { may } from "../../../app/domain/access/permissions";
import { windowFindings } from "../../../app/domain/case/window";
import { agent, aPlannedCase, intake, issuing, packOf, reviewer } from "../../builders/case-story";
import { aWindow } from "../../builders/window";

const ON = "2026-03-02";
const receive = (itemNo: string) => ({ type: "receive-items", itemNos: [itemNo], on: ON }) as const;

/** A planned case of a place with the window's people seated at a window of that kind. */
function at(place: string, kindCode: string | null, says: Parameters<typeof aWindow>[0] = {}) {
  const story = aPlannedCase(ON, [], packOf(place));
  story.windows.set(intake.personId, aWindow({ kindCode, ...says }));
  return story;
}

test("R-220 (D08): a comprehensive window that takes everything takes any item", () => {
  const story = at("dongying-2019", "comprehensive");
  for (const code of ["project-code", "planning-conditions"]) expect(story.try(intake, ON, receive(story.no(code))).ok).toBe(true);
});

test("R-220 (D08): an issuing window accepts nothing", () => {
  const story = at("dongying-2019", "issuing");
  expect(story.refusal(intake, ON, receive(story.no("project-code")))).toMatchObject({ code: "window-does-not-take", accepts: "nothing" });
});

test("R-220 (F07): a window of several departments takes their items and no others, also those whose permits went over to a bureau", () => {
  const story = at("fuxin-2019", "comprehensive", { departmentCodes: ["fg"] });
  expect(story.try(intake, ON, receive(story.no("project-code"))).ok).toBe(true);
  const other = at("fuxin-2019", "independent", { departmentCodes: ["jt"] });
  expect(other.refusal(intake, ON, receive(other.no("project-code")))).toMatchObject({ code: "window-does-not-take", accepts: "own-department" });
});

test("R-220 (K22, D05): a window of its own area takes investment items only in the area of investment", () => {
  expect(at("kecheng-2023", "comprehensive", { areaCode: "investment" }).try(intake, ON, receive("HY-2026-0001-01")).ok).toBe(true);
  expect(at("kecheng-2023", "comprehensive", { areaCode: "real-estate" }).refusal(intake, ON, receive("HY-2026-0001-01"))).toMatchObject({
    code: "window-does-not-take",
    accepts: "own-area",
  });
});

test("R-221 (Z08): where investment has a window of its own, no other window takes an investment item", () => {
  const story = at("zibo-2017", "comprehensive");
  expect(story.refusal(intake, ON, receive(story.no("project-code")))).toMatchObject({ code: "window-not-for-investment" });
  const right = at("zibo-2017", "investment");
  expect(right.try(intake, ON, receive(right.no("project-code"))).ok).toBe(true);
});

test("R-221 (Z08): the rule holds again on the day of acceptance, whoever received the papers", () => {
  const story = at("zibo-2017", "comprehensive");
  story.do(agent, ON, receive(story.no("project-code")));
  expect(story.refusal(intake, ON, { type: "accept-item", itemNo: story.no("project-code"), acceptanceNo: "受1", on: ON }).code).toBe(
    "window-not-for-investment",
  );
});

test("R-222: somebody without a window is bound by no window, and so is a window of a kind the place does not know", () => {
  const none = aPlannedCase(ON, [], packOf("zibo-2017"));
  expect(none.try(intake, ON, receive(none.no("project-code"))).ok).toBe(true);
  expect(none.do(intake, ON, receive(none.no("project-code"))).item("project-code").windowId).toBeNull();
  expect(at("zibo-2017", "kiosk").try(intake, ON, receive("HY-2026-0001-01")).ok).toBe(true);
});

test("R-222 (H41, Z22, F11, D10): receiving, deciding and handing out are three permissions that no role holds together", () => {
  for (const role of ["intake", "issuing", "reviewer", "agent", "manager", "admin"] as const)
    expect((["accept-item", "decide-item", "issue-result"] as const).filter((act) => may({ role }, act)).length, role).toBeLessThanOrEqual(1);
  expect(may({ role: "reviewer" }, "precheck-items")).toBe(false);
  expect(may({ role: "reviewer" }, "accept-bundle")).toBe(false);
  expect(may({ role: "reviewer" }, "send-result")).toBe(false);
});

test("R-223 (F09, H40, Z20, D06): an acceptance without a letter of the department in force is recorded as such, not hindered", () => {
  const story = aPlannedCase(ON);
  const item = story.item("project-code");
  story.windows.set(intake.personId, aWindow({}, "st"));
  story.do(intake, ON, receive(item.itemNo));
  expect(story.item("project-code").windowAuthorised).toBeNull();
  story.do(intake, ON, { type: "accept-item", itemNo: item.itemNo, acceptanceNo: "受1", on: ON });
  expect(story.item("project-code")).toMatchObject({ windowId: "window-a03", windowNameZh: "A03 建设项目代办窗口", windowAuthorised: false });
  expect(windowFindings(story.context(intake, ON), item)).toEqual([
    { kind: "unauthorised-window", window: "A03 建设项目代办窗口", windowEn: "A03 Project agency window", departmentCode: item.departmentCode },
  ]);
});

test("R-223 (Z20): a letter may name single items of its department", () => {
  const story = aPlannedCase(ON);
  const { departmentCode } = story.item("project-code");
  const letter = { departmentCode, letterNo: "授〔2026〕1号" };
  story.windows.set(intake.personId, aWindow({ letters: [{ ...letter, itemCodes: ["ent-filing"] }] }));
  expect(windowFindings(story.context(intake, ON), story.item("project-code"))).toHaveLength(1);
  story.windows.set(intake.personId, aWindow({ letters: [{ ...letter, itemCodes: ["project-code"] }] }));
  expect(windowFindings(story.context(intake, ON), story.item("project-code"))).toEqual([]);
});

test("R-224 (K11): an expired certificate of the person at the window is found; its last day is still good", () => {
  const story = aPlannedCase(ON);
  const item = story.item("project-code");
  story.windows.set(intake.personId, aWindow({ certificateValidTo: "2026-03-01" }, item.departmentCode));
  expect(windowFindings(story.context(intake, ON), item)).toMatchObject([{ kind: "certificate-expired", validTo: "2026-03-01" }]);
  story.windows.set(intake.personId, aWindow({ certificateValidTo: ON }, item.departmentCode));
  expect(windowFindings(story.context(intake, ON), item)).toEqual([]);
});

/** An item granted by its department, accepted at a window of that kind. */
function grantedAt(place: string, kindCode: string) {
  const story = at(place, kindCode);
  const itemNo = story.no("project-code");
  const department = story.item("project-code").departmentCode;
  story.do(intake, ON, receive(itemNo)).do(intake, ON, { type: "accept-item", itemNo, acceptanceNo: "受1", on: ON });
  if (story.item("project-code").type !== "INSTANT") story.do(reviewer(department), ON, { type: "start-review", itemNo, on: ON });
  story.do(reviewer(department), ON, { type: "decide-item", itemNo, granted: true, decisionNo: "决1", reason: null, overdueReason: null, on: ON });
  return { story, itemNo };
}

test("R-231 (Z24): where the window that accepted hands out itself, the result goes back to it and to no other", () => {
  const { story, itemNo } = grantedAt("zibo-2017", "investment");
  story.windows.set(issuing.personId, aWindow({ id: "window-a04", kindCode: "investment" }));
  expect(story.refusal(issuing, ON, { type: "issue-result", itemNo, on: ON })).toMatchObject({ code: "result-belongs-to-window" });
  story.windows.set(issuing.personId, aWindow({ kindCode: "investment" }));
  story.do(issuing, ON, { type: "issue-result", itemNo, on: ON });
  expect(story.item("project-code").status).toBe("issued");
});

test("R-493 (Z24): the results of a window that was closed since are handed out at any other that hands out", () => {
  const { story, itemNo } = grantedAt("zibo-2017", "investment");
  story.windows.set(issuing.personId, aWindow({ id: "window-a04", kindCode: "investment" }));
  const issue = { type: "issue-result", itemNo, on: ON } as const;
  story.openWindows = ["window-a03", "window-a04"];
  expect(story.refusal(issuing, ON, issue)).toMatchObject({ code: "result-belongs-to-window" });
  story.openWindows = ["window-a04"];
  story.do(issuing, ON, issue);
  expect(story.try(issuing, ON, { type: "deliver-result", itemNo, method: "window", receivedBy: "陈志明", on: ON }).ok).toBe(true);
  story.windows.set(issuing.personId, aWindow({ id: "window-a05", kindCode: "comprehensive" }));
  expect(story.try(issuing, ON, { type: "deliver-result", itemNo, method: "window", receivedBy: "陈志明", on: ON }).ok).toBe(
    packOf("zibo-2017").windowKinds?.find(({ code }) => code === "comprehensive")?.issues !== false,
  );
});

test("R-231 (F11, D10): where windows only receive, any issuing window hands out and a receiving one does not", () => {
  const { story, itemNo } = grantedAt("dongying-2019", "comprehensive");
  story.windows.set(issuing.personId, aWindow({ kindCode: "comprehensive" }));
  expect(story.refusal(issuing, ON, { type: "issue-result", itemNo, on: ON })).toMatchObject({ code: "window-does-not-issue" });
  story.windows.set(issuing.personId, aWindow({ id: "window-c01", kindCode: "issuing" }));
  expect(story.try(issuing, ON, { type: "issue-result", itemNo, on: ON }).ok).toBe(true);
});
