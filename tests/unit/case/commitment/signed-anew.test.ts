import { expect, test } from "vitest";
import { availableActs } from "../../../../app/domain/case/available";
import { projectCommitmentLetter } from "../../../../app/domain/case/commitment/letter";
import { objectionsOf } from "../../../../app/domain/case/commitment/reads";
import { startReady } from "../../../../app/domain/case/commitment/start-ready";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { standingSignature } from "../../../../app/domain/case/signature";
import { isStartStop } from "../../../../app/domain/plan/legal-stops";
import { agent, aPerson, aPlannedCase, type CaseStory, hengyang, manager } from "../../../builders/case-story";
import {
  addStandard,
  anApplicable,
  aPromised,
  aProposal,
  aPublic,
  appraise,
  check,
  commitmentIn,
  enforce,
  getReady,
  HANDED_DOWN,
  housing,
  IN_FORCE,
  investor,
  no,
  PROMISED,
  PUBLIC,
  precheck,
  publish,
  recheck,
  signPromise,
  standardsIn,
} from "../../../builders/commitment-story";

const takeBack = (story: CaseStory) => ({
  type: "withdraw-letter" as const,
  letterKind: "project-commitment" as const,
  subjectId: commitmentIn(story).id,
  reason: "项目名称已变更",
});
/** `execute` tells which signed letters say something else by now; here the facts of the project changed. */
function outdated(story: CaseStory): CaseStory {
  const context = story.context.bind(story);
  story.context = (actor, today) => ({ ...context(actor, today), outdatedSignatures: [commitmentIn(story).letterSignatureId ?? ""] });
  return story;
}
const upToDate = (story: CaseStory): CaseStory => {
  Reflect.deleteProperty(story, "context");
  return story;
};

test("R-450 (H44): a letter whose facts changed while it hung is taken back, signed as it is now, checked and made public again for the whole of its days", () => {
  const story = outdated(aPublic());
  const first = commitmentIn(story).letterSignatureId ?? "";
  const force = { type: "put-in-force", commitmentNo: no(story), checks: [], on: IN_FORCE } as const;
  expect(story.refusal(manager, IN_FORCE, force).code).toBe("signed-letter-outdated");
  story.do(investor, "2026-03-12", takeBack(story));
  expect(commitmentIn(story)).toMatchObject({
    status: "awaiting-promise",
    letterSignatureId: null,
    promisedOn: null,
    publicityFrom: null,
    publicityTo: null,
    publicityAt: null,
    dueOn: null,
  });
  expect(story.case.signatures[first]?.withdrawnOn).toBe("2026-03-12");
  expect(standingSignature(story.case, "project-commitment", commitmentIn(story).id)).toBeNull();
  upToDate(story);
  publish(precheck(signPromise(story, "2026-03-13"), [], "2026-03-13"), "2026-03-16");
  expect(commitmentIn(story)).toMatchObject({ status: "in-publicity", publicityFrom: "2026-03-16", publicityTo: "2026-03-23" });
  // The days it hung before count for nothing.
  expect(story.refusal(manager, "2026-03-20", { ...force, on: "2026-03-20" })).toMatchObject({ code: "publicity-running", until: "2026-03-23" });
  expect(commitmentIn(enforce(story, "2026-03-24")).status).toBe("in-force");
  expect(story.refusal(investor, "2026-03-24", takeBack(story))).toMatchObject({
    code: "commitment-state-forbids",
    act: "letter-withdrawn",
    commitmentStatus: "in-force",
  });
});

test("R-450: nothing but the letter that stands signed is hung up, and what was not hung up yet is taken back in the same way", () => {
  const story = outdated(precheck(aPromised()));
  const open = { type: "open-publicity", commitmentNo: no(story), at: "公开栏", on: PUBLIC } as const;
  expect(story.refusal(agent, PUBLIC, open).code).toBe("signed-letter-outdated");
  story.do(investor, PUBLIC, takeBack(story));
  upToDate(story);
  expect(commitmentIn(story).status).toBe("awaiting-promise");
  expect(commitmentIn(publish(precheck(signPromise(story, PUBLIC), [], PUBLIC), PUBLIC)).status).toBe("in-publicity");
});

test("R-451 (H44): an objection is ruled on against the text it was raised against, before the promise is taken back", () => {
  const story = aPublic();
  story.do(agent, "2026-03-10", { type: "record-objection", commitmentNo: no(story), objector: "居民", text: "噪声", on: "2026-03-10" });
  expect(story.refusal(investor, "2026-03-11", takeBack(story))).toMatchObject({ code: "objection-open", count: 1 });
  const [objection] = objectionsOf(story.case, commitmentIn(story).id);
  const ruling = { type: "rule-on-objection", commitmentNo: no(story), objectionId: objection?.id ?? "", ruling: "reject", reason: "达标" } as const;
  story.do(manager, "2026-03-11", { ...ruling, on: "2026-03-11" });
  story.do(investor, "2026-03-11", takeBack(story));
  expect(commitmentIn(story).status).toBe("awaiting-promise");
});

test("R-451: after it was taken back the project leaves no earlier than that, and the letter to sign says the same standards", () => {
  const story = aPublic();
  story.do(investor, "2026-03-12", takeBack(story));
  const exit = { type: "exit-commitment", commitmentNo: no(story), reason: "改走普通路径" } as const;
  expect(story.refusal(agent, "2026-03-13", { ...exit, on: "2026-03-11" })).toMatchObject({ code: "day-before", earliest: "2026-03-12" });
  expect(projectCommitmentLetter(story.case, commitmentIn(story).id, hengyang)?.standards).toHaveLength(standardsIn(story).length);
  expect(commitmentIn(story).round).toBe(1);
  expect(commitmentIn(story).promisedOn).not.toBe(PROMISED);
});

/** In force with the drawings after the start as its only promise. */
function withoutPermit(): CaseStory {
  const story = addStandard(anApplicable(), "图审", "drawing-review", "after-start");
  story.do(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN });
  return enforce(publish(precheck(signPromise(story))));
}
const intake = aPerson("王芳", "intake");

test("R-452 (H44, K25): no correction of a receipt puts it before the promise that alone frees the item", () => {
  const story = getReady(withoutPermit(), "2026-04-01");
  const early = Object.values(story.case.items).map((item) => ({ ...item, endedOn: item.endedOn === null ? null : "2026-03-01" }));
  story.state = { ...story.case, items: Object.fromEntries(early.map((item) => [item.id, item])) };
  const itemNo = story.no("construction-permit");
  story.do(intake, "2026-04-02", { type: "receive-items", itemNos: [itemNo], on: "2026-04-02" });
  const fix = { type: "correct-entry", itemNo, entry: "receivedOn", reason: "录入笔误" } as const;
  expect(story.refusal(manager, "2026-04-03", { ...fix, value: "2026-03-10" })).toMatchObject({
    code: "day-before",
    field: "value",
    what: "commitment-in-force",
    earliest: IN_FORCE,
  });
  expect(story.do(manager, "2026-04-03", { ...fix, value: IN_FORCE }).item("construction-permit").receivedOn).toBe(IN_FORCE);
});

/** The check before the start fails, its rectification too, and the commitment is revoked. */
function revoke(story: CaseStory): CaseStory {
  check(story, "before-start", "2026-04-10", "not-met", "2026-04-20");
  recheck(story, "before-start", "2026-04-20", "not-met");
  return story.do(manager, "2026-04-22", {
    type: "rule-on-breach",
    commitmentNo: no(story),
    ruling: "revoke",
    reason: "逾期未整改",
    rectifyBy: null,
    decisionNo: "衡承撤〔2026〕1号",
    penaltyYuan: null,
    penaltyBasis: null,
    on: "2026-04-22",
  });
}

test("R-453 (F32, Z06): a grant from above is not entered over what a broken promise had spared; a refusal is", () => {
  const story = getReady(withoutPermit());
  const on = "2026-04-02";
  const itemNo = story.no("construction-permit");
  story.do(intake, on, { type: "receive-items", itemNos: [itemNo], on });
  story.do(intake, on, { type: "accept-item", itemNo, acceptanceNo: "衡受1号", on });
  revoke(story);
  // Where a place sends the permit up: the file is with the upper body when the promise breaks.
  const item = story.item("construction-permit");
  const sent = {
    id: "fwd-1",
    itemId: item.id,
    ordinal: 1,
    level: "city",
    upperBody: "市住建局",
    personInCharge: "李敏",
    letterNo: "1",
    sentOn: on,
    sentById: "x",
    sentByName: "x",
    upperReceiptOn: null,
    upperNo: null,
    upperLimitWorkingDays: null,
    returnedOn: null,
    returnReason: null,
    resultOn: null,
    granted: null,
    resultNo: null,
  } as const;
  story.state = {
    ...story.case,
    items: { ...story.case.items, [item.id]: { ...item, status: "forwarded" } },
    forwardings: { [sent.id]: sent },
  };
  const later = "2026-04-23";
  const result = { type: "record-upper-result", itemNo, resultNo: "市建施1号", reason: null, on: later } as const;
  expect(story.refusal(agent, later, { ...result, granted: true })).toMatchObject({
    code: "broken-promise-outstanding",
    missing: [story.item("drawing-review").nameZh],
  });
  expect(story.do(agent, later, { ...result, granted: false, reason: "图审未完成" }).item("construction-permit").status).toBe("refused");
  expect(availableActs(story.case, story.item("construction-permit"), agent, hengyang)).not.toContain("record-upper-result");
});

test("R-454 (H44): what no window accepts is completed no earlier than the promise that alone frees it", () => {
  // The water connection waits for the planning permit, which the promise puts after the start.
  const story = addStandard(appraise(aProposal(hengyang, ["util-water"])), "规划指标", "planning-permit", "after-start");
  story.do(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN });
  enforce(publish(precheck(signPromise(story))));
  const done = { type: "complete-milestone", itemNo: story.no("util-water"), reference: "已通水" } as const;
  expect(story.refusal(agent, "2026-04-02", { ...done, on: "2026-03-10" })).toMatchObject({
    code: "day-before",
    what: "commitment-in-force",
    earliest: IN_FORCE,
  });
  expect(story.do(agent, "2026-04-02", { ...done, on: IN_FORCE }).item("util-water").status).toBe("done");
});

/** A legal stop the screening of the plain project does not ask for. */
function strangeStop() {
  const codes = Object.values(aPlannedCase("2026-02-24").case.items).map(({ code }) => code);
  const stop = hengyang.items.find(({ code }) => isStartStop(code) && !codes.includes(code) && !code.startsWith("construction-permit"));
  if (!stop) throw new Error("the plan holds every stop already");
  return stop;
}
const because = (code: string, reason = "用能超限") => ({ code, reason });
const replanning = (on: string, added: readonly ReturnType<typeof because>[] = [], dropped: readonly ReturnType<typeof because>[] = []) =>
  ({ type: "confirm-plan", on, added, dropped }) as const;
const stopsOn = (story: CaseStory, code: string): boolean =>
  startReady(story.case, hengyang).stops.some((one) => one.kind === "item" && one.item.code === code);

test("R-455 (H44): a legal stop an officer added stays until it is dropped for a stated reason; another item leaves with the plan that drops it", () => {
  const asked = aPlannedCase("2026-02-24");
  const stop = strangeStop();
  const on = "2026-02-25";
  asked.do(agent, on, replanning(on, [because(stop.code), because("green-land", "临街")]));
  expect(asked.item(stop.code).required).toBe(false);
  expect(asked.refusal(agent, on, replanning(on, [because("green-land")]))).toMatchObject({ code: "plan-legal-stop-stays", items: [stop.name.zh] });
  asked.do(agent, on, replanning(on, [because(stop.code)]));
  expect(Object.values(asked.case.items).find(({ code }) => code === "green-land")?.status).toBe("dropped");
  expect(stopsOn(asked, stop.code)).toBe(true);
  expect(asked.refusal(agent, on, replanning(on, [], [because(stop.code, " ")])).code).toBe("plan-reason-missing");
  for (const who of [agent, manager]) expect(asked.try(who, on, replanning(on, [], [because(stop.code, "误加")])).ok).toBe(true);
  const { id } = asked.item(stop.code);
  asked.do(manager, on, replanning(on, [], [because(stop.code, "误加")]));
  expect(asked.case.items[id]).toMatchObject({ status: "dropped", planReason: "误加" });
  expect(stopsOn(asked, stop.code)).toBe(false);
});

test("R-377, R-455 (H44): what the screening asks for by now stays, whoever had added it, and the next plan says so", () => {
  const story = aPlannedCase("2026-02-24");
  const on = "2026-02-25";
  const adds = hengyang.questions.flatMap(({ code: question, options }) => options.map((option) => ({ question, option })));
  const chosen = adds.find(({ question, option }) => question in story.case.project.screening && option.adds.some((code) => code === strangeStop().code));
  if (!chosen) throw new Error("no answer asks for the stop");
  const stop = strangeStop().code;
  story.do(agent, on, replanning(on, [because(stop)]));
  expect(story.refusal(agent, on, replanning(on, [because(stop)])).code).toBe("plan-unchanged");
  story.do(agent, on, { type: "answer-screening", answers: { ...story.case.project.screening, [chosen.question]: chosen.option.code } });
  expect(story.refusal(manager, on, replanning(on, [], [because(stop, "误加")])).code).toBe("plan-legal-stop-stays");
  const { id } = story.item(stop);
  story.do(agent, on, replanning(on));
  expect(story.case.items[id]).toMatchObject({ status: "planned", required: true });
  expect(story.refusal(agent, on, replanning(on)).code).toBe("plan-unchanged");
  story.do(agent, on, { type: "withdraw-item", itemNo: story.no(stop), reason: "暂缓", on });
  expect(stopsOn(story, stop)).toBe(true);
});

test("R-455 (H44): while a promise is in effect an added legal stop is not dropped; withdrawn, it stops nothing the screening never asked for", () => {
  const stop = strangeStop().code;
  const story = addStandard(appraise(aProposal(hengyang, [stop])), "规划指标", "planning-permit", "after-start");
  story.do(housing, HANDED_DOWN, { type: "hand-down-standards", commitmentNo: no(story), documentNo: "1号", on: HANDED_DOWN });
  enforce(publish(precheck(signPromise(story))));
  const on = "2026-04-02";
  expect(story.refusal(manager, on, replanning(on, [], [because(stop, "误加")])).code).toBe("plan-legal-stop-stays");
  expect(stopsOn(story, stop)).toBe(true);
  const waiting = { ...story.item("land-registration"), prerequisites: [stop] };
  expect(missingPrerequisites(story.case, waiting, on).map(({ code }) => code)).toEqual([stop]);
  story.do(agent, on, { type: "withdraw-item", itemNo: story.no(stop), reason: "误加", on });
  expect(stopsOn(story, stop)).toBe(false);
  expect(missingPrerequisites(story.case, waiting, on)).toEqual([]);
});
