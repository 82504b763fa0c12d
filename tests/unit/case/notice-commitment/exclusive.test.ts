import { describe, expect, test } from "vitest";
import { decide } from "../../../../app/domain/case/decide";
import { agent, aPlannedCase, type CaseStory, hengyang, reviewer } from "../../../builders/case-story";
import { addStandard, anApplicable, anEnforced, decideAtOnce, getReady, HANDED_DOWN, housing, IN_FORCE, no } from "../../../builders/commitment-story";
import {
  aChosenNotice,
  accepted,
  checking,
  choose,
  departmentOf,
  GRANTED,
  granting,
  intake,
  investor,
  letterOfNotice,
  manager,
  noticeOf,
  SIGNED,
  signing,
  TOLD,
  telling,
  WASTE,
} from "../../../builders/notice-story";

const listed = (code: string) => ({
  ...hengyang,
  items: hengyang.items.map((item) => (item.code === code ? { ...item, noticeCommitment: "yes" as const } : item)),
});
const [FIRST, SECOND] = (hengyang.items.find(({ code }) => code === WASTE)?.coreMaterials ?? []) as [string, string];
const piece = (name: string) => ({ name, originals: 1, copies: 0, electronic: false });
const bring = (story: CaseStory, names: readonly string[], on: string) =>
  story.do(intake, on, { type: "bring-materials", itemNo: story.no(WASTE), materials: names.map(piece), note: null, on });

/** Accepted without the second paper, because a signed promise stood in for it. */
function acceptedOnPromise(): CaseStory {
  const story = aPlannedCase(TOLD, [WASTE]);
  story.do(departmentOf(story), TOLD, { ...telling(story), replaces: [SECOND] });
  bring(story, [FIRST, "消纳场证明"], TOLD);
  choose(story);
  story.do(investor, SIGNED, signing(story));
  return accepted(story, WASTE, SIGNED);
}

/** The ordinary way through the department. */
function reviewed(story: CaseStory, on: string): CaseStory {
  const itemNo = story.no(WASTE);
  story.do(departmentOf(story), on, { type: "start-review", itemNo, on });
  const steps = hengyang.itemTypes.find(({ code }) => code === story.item(WASTE).type)?.steps ?? [];
  steps.slice(0, -1).forEach(({ code }, n) => {
    story.do(departmentOf(story, WASTE, `审${n}`), on, { type: "record-step", itemNo, step: code, remark: null, on });
  });
  return story;
}

describe("a promise that is gone", () => {
  const on = "2026-03-05";
  const decide = (story: CaseStory, granted = true) =>
    ({ type: "decide-item", itemNo: story.no(WASTE), granted, decisionNo: "衡城许9", reason: granted ? null : "不符", overdueReason: null, on }) as const;
  const decider = (story: CaseStory) => departmentOf(story, WASTE, "局长");

  test("R-345: taken back or recalled after it was signed, what it stood in for is owed again before a grant, and only before a grant", () => {
    const gone = [
      (story: CaseStory) => story.do(investor, SIGNED, { type: "withdraw-letter", ...letterOfNotice(story), reason: "改走一般程序" }),
      (story: CaseStory) => story.do(departmentOf(story), SIGNED, { type: "recall-notice-commitment", itemNo: story.no(WASTE), reason: "误告知", on: SIGNED }),
    ];
    for (const leave of gone) {
      const story = reviewed(leave(acceptedOnPromise()), "2026-03-04");
      expect(story.refusal(decider(story), on, decide(story))).toMatchObject({ code: "notice-promise-gone", missing: [SECOND] });
      expect(story.try(decider(story), on, decide(story, false)).ok).toBe(true);
      bring(story, [SECOND], on);
      expect(story.do(decider(story), on, decide(story)).item(WASTE).status).toBe("granted");
    }
  });

  test("R-345: a further promise that stands in for less grants nothing without the paper", () => {
    const story = acceptedOnPromise();
    story.do(investor, SIGNED, { type: "withdraw-letter", ...letterOfNotice(story), reason: "改" });
    story.do(departmentOf(story), SIGNED, telling(story, WASTE, SIGNED));
    choose(story);
    story.do(investor, SIGNED, signing(story));
    const granting = { type: "grant-on-notice-commitment", itemNo: story.no(WASTE), decisionNo: "衡城许9", lateReason: null, on: SIGNED } as const;
    expect(story.refusal(decider(story), SIGNED, granting)).toMatchObject({ code: "notice-promise-gone", missing: [SECOND] });
    bring(story, [SECOND], SIGNED);
    expect(story.do(decider(story), SIGNED, granting).item(WASTE).status).toBe("granted");
  });
});

describe("one item goes one way at a time", () => {
  test("R-347: what the promise of the whole project stands for is told no notice and not simulated", () => {
    const story = anEnforced(listed("drawing-review"));
    const department = reviewer(story.item("drawing-review").departmentCode);
    expect(story.item("drawing-review").promisedAs).toBe("after-start");
    expect(story.refusal(department, IN_FORCE, telling(story, "drawing-review", IN_FORCE)).code).toBe("item-under-commitment");
    const apply = {
      type: "apply-simulation",
      kind: "whole",
      itemNos: [story.no("drawing-review")],
      missing: [{ code: "land-right", expectedOn: "2026-05-11" }],
      reason: "拿地前",
      on: IN_FORCE,
    } as const;
    expect(story.refusal(agent, IN_FORCE, apply as never).code).toBe("item-under-commitment");
  });

  test("R-347: what a notice commitment is under way for is not promised with the whole project and not simulated", () => {
    const story = anApplicable(listed("drawing-review"));
    const code = "drawing-review";
    story.do(reviewer(story.item(code).departmentCode), HANDED_DOWN, telling(story, code, HANDED_DOWN));
    const standard = {
      type: "add-standard",
      commitmentNo: no(story),
      indicator: "图审",
      condition: "条件",
      value: "1",
      dueOn: null,
      departmentCode: "zj",
      itemNo: story.no(code),
      effect: "after-start",
      on: HANDED_DOWN,
    } as const;
    expect(story.refusal(housing, HANDED_DOWN, standard)).toMatchObject({ code: "item-under-notice", commitmentNo: noticeOf(story, code).commitmentNo });
    const apply = {
      type: "apply-simulation",
      kind: "whole",
      itemNos: [story.no(code)],
      missing: [{ code: "land-right", expectedOn: "2026-05-11" }],
      reason: "拿地前",
      on: HANDED_DOWN,
    } as const;
    expect(story.refusal(agent, HANDED_DOWN, apply as never).code).toBe("item-under-notice");
    expect(addStandard(anApplicable(), "图审", code, "after-start").case.standards).not.toEqual({});
  });
});

test("R-349: a corrected day of decision keeps to the promise: after it was signed, before it was first checked", () => {
  const story = aChosenNotice();
  const itemNo = story.no(WASTE);
  accepted(story, WASTE, TOLD);
  story.do(departmentOf(story), TOLD, { type: "start-review", itemNo, on: TOLD });
  story.do(investor, SIGNED, signing(story));
  story.do(departmentOf(story), GRANTED, { ...granting(story), lateReason: "次日" });
  const fix = (value: string) => ({ type: "correct-entry", itemNo, entry: "decidedOn", value, reason: "笔误" }) as const;
  expect(story.refusal(manager, "2026-03-12", fix(TOLD))).toMatchObject({ code: "day-before", earliest: SIGNED, what: "notice-signed" });
  story.do(departmentOf(story), "2026-03-06", checking(story, "2026-03-06"));
  expect(story.refusal(manager, "2026-03-12", fix("2026-03-09"))).toMatchObject({ code: "day-after", latest: "2026-03-06", what: "notice-first-check" });
  expect(story.try(manager, "2026-03-12", fix(SIGNED)).ok).toBe(true);
});

test("R-349: nor is what was decided at once on the promise of the whole project decided before that was in force", () => {
  const on = "2026-04-02";
  const story = getReady(anEnforced());
  decideAtOnce(story, "construction-permit", on);
  const { id, itemNo } = story.item("construction-permit");
  const fix = (value: string) => ({ type: "correct-entry", itemNo, entry: "decidedOn", value, reason: "笔误" }) as const;
  // Accepted so early that only the promise stands in the way.
  const item = { ...story.item("construction-permit"), acceptedOn: "2026-03-10", completeOn: "2026-03-10", receivedOn: "2026-03-10" };
  const state = { ...story.case, items: { ...story.case.items, [id]: item } };
  expect(decide(state, fix("2026-03-13"), story.context(manager, on))).toMatchObject({
    ok: false,
    error: { code: "day-before", earliest: IN_FORCE, what: "commitment-in-force" },
  });
});
