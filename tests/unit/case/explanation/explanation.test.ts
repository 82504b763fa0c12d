import { describe, expect, test } from "vitest";
import { availableActs } from "../../../../app/domain/case/available";
import { acceptedReason, explanationsOf, givenExplanations } from "../../../../app/domain/case/explanation/reads";
import type { CaseStory } from "../../../builders/case-story";
import { anItemInReview, aPerson, aPlannedCase, hengyang, intake, manager, reviewer } from "../../../builders/case-story";

const CODE = "planning-conditions";
const ACCEPTED = "2026-03-02";
const LATE = "2026-05-06";
const REASON = "地形图须重新测绘，预计五月十五日办结";

/** In review since March, long past its day in May. */
const late = () => anItemInReview(CODE, ACCEPTED);
const own = (story: CaseStory) => reviewer(story.item(CODE).departmentCode);
const acts = (story: CaseStory, actor = manager, today: string | null = LATE) =>
  availableActs(story.case, story.item(CODE), actor, hengyang, today).filter(
    (act) => act.includes("overdue") || act.includes("explanation") || act.includes("second-"),
  );
const ask = (story: CaseStory, on = LATE) => ({ type: "ask-overdue-reason", itemNo: story.no(CODE), question: "卡在哪个环节", on }) as const;
const explain = (story: CaseStory, on = LATE, reason = REASON) => ({ type: "explain-overdue", itemNo: story.no(CODE), reason, on }) as const;
const only = (story: CaseStory) => {
  const [one, ...others] = explanationsOf(story.case, story.item(CODE).id);
  if (!one || others.length > 0) throw new Error("not exactly one explanation");
  return one;
};
const rule = (story: CaseStory, accepted: boolean, on = LATE) =>
  ({ type: "rule-on-explanation", itemNo: story.no(CODE), explanationId: only(story).id, accepted, reason: "已核", on }) as const;

describe("why an item is late", () => {
  test("R-402: a manager asks once why an item is late, and only once it is", () => {
    const story = late();
    expect(story.refusal(manager, "2026-03-03", ask(story, "2026-03-03"))).toMatchObject({ code: "item-not-overdue" });
    expect(acts(story, manager, "2026-03-03")).toEqual([]);
    expect(acts(story)).toEqual(["ask-overdue-reason"]);
    expect(story.refusal(manager, LATE, { ...ask(story), question: " " })).toEqual({ code: "text-missing", field: "question" });
    story.do(manager, LATE, ask(story));
    expect(only(story)).toMatchObject({ kind: "overdue", status: "asked", askedOn: LATE, askedByName: manager.name, reason: null });
    expect(story.refusal(manager, LATE, ask(story))).toMatchObject({ code: "overdue-reason-already-asked", on: LATE });
    expect(acts(story)).toEqual([]);
  });

  test("R-403: the department that has the item, or the window, gives the reason, asked or not; another department does not", () => {
    const story = late();
    expect(story.refusal(reviewer("other"), LATE, explain(story))).toMatchObject({ code: "not-allowed-other-department" });
    expect(acts(story, own(story))).toEqual(["explain-overdue"]);
    expect(acts(story, own(story), null)).toEqual([]);
    story.do(own(story), LATE, explain(story));
    expect(only(story)).toMatchObject({ status: "given", askedOn: null, reason: REASON, givenOn: LATE });
    expect(acts(story, own(story))).toEqual([]);
    expect(story.refusal(intake, LATE, explain(story))).toMatchObject({ code: "explanation-already-given", on: LATE });
    const other = late();
    other.do(manager, LATE, ask(other)).do(intake, LATE, explain(other));
    expect(only(other)).toMatchObject({ status: "given", question: "卡在哪个环节", givenByName: intake.name });
  });

  test("R-403: the reason does not come before the question it answers, nor for an item that is in time", () => {
    const story = late();
    expect(story.refusal(own(story), LATE, explain(story, "2026-03-03"))).toMatchObject({ code: "item-not-overdue" });
    story.do(manager, "2026-05-08", ask(story, "2026-05-08"));
    expect(story.refusal(own(story), "2026-05-08", explain(story, "2026-05-07"))).toMatchObject({ code: "day-before", what: "explanation" });
  });

  test("R-405: the manager accepts the reason or sends it back, with a reason and never the own; sent back it is given again", () => {
    const story = late();
    story.do(own(story), LATE, explain(story));
    expect(acts(story)).toEqual(["rule-on-explanation"]);
    expect(story.refusal(manager, LATE, { ...rule(story, true), reason: "" })).toEqual({ code: "text-missing", field: "reason" });
    const both = { ...manager, personId: own(story).personId };
    expect(story.refusal(both, LATE, rule(story, true))).toEqual({ code: "explainer-cannot-rule" });
    const inTheirName = { ...manager, onBehalfOf: { personId: own(story).personId, name: own(story).name } };
    expect(story.refusal(inTheirName, LATE, rule(story, true))).toEqual({ code: "explainer-cannot-rule" });
    expect(story.refusal(manager, LATE, { ...rule(story, true), explanationId: "no" })).toMatchObject({ code: "explanation-unknown" });
    story.do(manager, LATE, rule(story, false));
    expect(only(story)).toMatchObject({ status: "sent-back", ruledOn: LATE, ruledByName: manager.name });
    expect(story.refusal(manager, LATE, rule(story, true))).toMatchObject({ code: "explanation-not-given" });
    expect(acts(story, own(story))).toEqual(["explain-overdue"]);
    story.do(own(story), LATE, explain(story, LATE, "补充：测绘单位延误"));
    expect(only(story)).toMatchObject({ status: "given", ruling: null, ruledOn: null, ruledById: null, ruledByName: null });
    story.do(manager, LATE, rule(story, true));
    expect(acceptedReason(story.case, story.item(CODE).id)).toMatchObject({ reason: "补充：测绘单位延误", status: "accepted" });
    expect(story.refusal(own(story), LATE, explain(story))).toMatchObject({ code: "overdue-reason-accepted", on: LATE });
    expect(acts(story, own(story))).toEqual([]);
  });

  test("R-405: once the item is closed its explanation waits for nobody", () => {
    const story = late();
    story.do(own(story), LATE, explain(story));
    story.do(intake, LATE, { type: "withdraw-item", itemNo: story.no(CODE), reason: "申请人撤回", on: LATE });
    expect(givenExplanations(story.case, story.item(CODE))).toEqual([]);
    expect(acts(story)).toEqual([]);
  });
});

describe("a second list", () => {
  const DAY = "2026-03-05";
  const firstUsed = () => {
    const story = aPlannedCase(ACCEPTED);
    story.do(intake, ACCEPTED, { type: "receive-items", itemNos: [story.no(CODE)], on: ACCEPTED });
    story.do(intake, ACCEPTED, { type: "notify-correction", itemNo: story.no(CODE), noticeNo: "补1", defects: ["缺图"], replyBy: null, on: ACCEPTED });
    return story;
  };
  const supplied = () => {
    const story = firstUsed();
    return story.do(intake, "2026-03-04", { type: "supply-correction", itemNo: story.no(CODE), note: null, on: "2026-03-04" });
  };
  const seek = (story: CaseStory, on = DAY) =>
    ({ type: "seek-second-list", itemNo: story.no(CODE), defects: ["新图与控规冲突"], reason: "补来新图后才看得出", on }) as const;

  test("R-404 (一次性告知): the window asks for a second list with what it would say and why, after a first one and before the law accepts the item", () => {
    expect(firstUsed().refusal(intake, DAY, seek(firstUsed()))).toMatchObject({ code: "item-state-forbids" });
    const fresh = aPlannedCase(ACCEPTED);
    fresh.do(intake, ACCEPTED, { type: "receive-items", itemNos: [fresh.no(CODE)], on: ACCEPTED });
    expect(fresh.refusal(intake, ACCEPTED, seek(fresh, ACCEPTED))).toEqual({ code: "first-correction-not-used" });
    const story = supplied();
    expect(acts(story, intake)).toEqual(["seek-second-list"]);
    expect(story.refusal(intake, DAY, { ...seek(story), defects: [] })).toEqual({ code: "defects-missing", field: "defects" });
    expect(story.refusal(intake, "2026-03-20", seek(story, "2026-03-20"))).toEqual({ code: "already-deemed-accepted" });
    story.do(intake, DAY, seek(story));
    expect(only(story)).toMatchObject({ kind: "second-list", status: "given", defects: ["新图与控规冲突"] });
    expect(story.refusal(intake, DAY, seek(story))).toMatchObject({ code: "explanation-already-given" });
    expect(acts(story, intake)).toEqual([]);
  });

  test("R-406 (一次性告知): accepting the wish allows one list; a wish that waits is ruled on and not passed over", () => {
    const story = supplied();
    story.do(intake, DAY, seek(story));
    expect(acts(story)).toEqual(["rule-on-explanation"]);
    expect(story.refusal(manager, DAY, { type: "allow-second-correction", itemNo: story.no(CODE), reason: "同意" })).toMatchObject({
      code: "second-list-wish-waits",
    });
    expect(story.refusal(manager, "2026-03-20", rule(story, true, "2026-03-20"))).toEqual({ code: "already-deemed-accepted" });
    story.do(manager, DAY, rule(story, true, DAY));
    expect(story.item(CODE)).toMatchObject({ correctionAllowedReason: "已核", correctionAllowedById: manager.personId, status: "received" });
    expect(story.refusal(intake, DAY, seek(story))).toMatchObject({ code: "second-correction-already-allowed" });
    story.do(intake, DAY, { type: "notify-correction", itemNo: story.no(CODE), noticeNo: "补2", defects: ["新图与控规冲突"], replyBy: null, on: DAY });
    expect(Object.values(story.case.findings).map(({ code }) => code)).toContain("second-list");
  });

  test("R-406: a wish sent back allows nothing and may be made again with a better reason", () => {
    const story = supplied();
    story.do(intake, DAY, seek(story)).do(manager, DAY, rule(story, false, DAY));
    expect(story.item(CODE).correctionAllowedReason).toBeNull();
    expect(
      story.refusal(intake, DAY, { type: "notify-correction", itemNo: story.no(CODE), noticeNo: "补2", defects: ["缺"], replyBy: null, on: DAY }),
    ).toMatchObject({ code: "second-correction-needs-manager" });
    expect(story.refusal(intake, DAY, seek(story, "2026-03-03"))).toMatchObject({ code: "day-before", what: "received" });
    story.do(intake, DAY, seek(story));
    expect(only(story)).toMatchObject({ status: "given" });
    const other = { ...aPerson("孙主任", "manager"), personId: intake.personId };
    expect(story.refusal(other, DAY, rule(story, true, DAY))).toEqual({ code: "explainer-cannot-rule" });
  });
});
