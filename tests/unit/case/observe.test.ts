import { describe, expect, test } from "vitest";
import { may } from "../../../app/domain/access/permissions";
import { systemActor } from "../../../app/domain/case/context";
import { watches } from "../../../app/domain/case/watch";
import { knownOn } from "../../../app/domain/oversight/finding";
import type { Pack } from "../../../app/domain/pack/pack";
import { agent, anItemInReview, aPlannedCase, type CaseStory, hengyang, intake, manager, reviewer } from "../../builders/case-story";
import { anItemWithGaps, GAP_ITEM, GAPS, stated, theDeferral, withRules } from "../../builders/gap-story";

const ITEM = "planning-conditions";
const system = systemActor("centre-hy");
const zr = reviewer("zr");
const look = (story: CaseStory, on: string) => story.do(system, on, { type: "observe-day", on });
const codes = (story: CaseStory) => Object.values(story.case.findings).map((finding) => finding.code);
const received = (): CaseStory => {
  const story = aPlannedCase("2026-03-02");
  return story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
};

describe("acceptance by law", () => {
  test("R-188 (F19): found on the first day after the notice period, dated back to the day the set arrived, under a number of its own", () => {
    const story = received();
    expect(story.case.project.observeFrom).toBe("2026-03-10");
    expect(story.refusal(system, "2026-03-09", { type: "observe-day", on: "2026-03-09" })).toMatchObject({ code: "nothing-to-observe" });
    look(story, "2026-03-10");
    expect(story.item(ITEM)).toMatchObject({
      status: "accepted",
      deemedAccepted: true,
      acceptedOn: "2026-03-02",
      acceptanceNo: `视受-${story.no(ITEM)}`,
      acceptedByName: "系统",
    });
    expect(codes(story)).toContain("notice-missed");
  });

  test("R-188: exactly once, however often and in however many processes the system looks", () => {
    const story = received();
    look(story, "2026-03-10");
    expect(story.refusal(system, "2026-03-10", { type: "observe-day", on: "2026-03-10" })).toMatchObject({ code: "nothing-to-observe" });
    expect(story.events.filter((event) => event.type === "item-accepted")).toHaveLength(1);
    expect(story.refusal(intake, "2026-03-10", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-10" })).toMatchObject({
      code: "item-state-forbids",
    });
  });

  test("R-189 (H06): found in time it is no late entry; found days after it could be known it is", () => {
    const inTime = look(received(), "2026-03-10");
    expect(knownOn(inTime.events.find((event) => event.type === "item-accepted") as never)).toBe("2026-03-10");
    expect(codes(inTime)).not.toContain("back-dated");
    expect(codes(look(received(), "2026-03-13"))).toContain("back-dated");
  });

  test("an acceptance that dates back far enough is found overdue by the same look", () => {
    const story = look(received(), "2026-03-16");
    expect(story.item(ITEM).lateFrom).toBe("2026-03-10");
    expect(codes(story)).toEqual(expect.arrayContaining(["notice-missed", "overdue"]));
  });
});

describe("missed days", () => {
  test("R-190 (F21): a deferral past its deadline brings the place's outcome as a proposal, once for each deadline", () => {
    const story = anItemWithGaps(withRules({ deferralFailedOutcome: stated("refused") }));
    expect(story.case.project.observeFrom).toBe("2026-03-14");
    look(story, "2026-03-16");
    expect(story.events.at(-1)).toMatchObject({ type: "deferral-proposed", outcome: "refused", outstanding: [GAPS[0], GAPS[1]] });
    expect(theDeferral(story)).toMatchObject({ status: "open", proposedOn: "2026-03-16", outcome: null });
    story.do(manager, "2026-03-16", { type: "extend-deferral", itemNo: story.no(GAP_ITEM), supplyBy: "2026-03-18", reason: "台风", on: "2026-03-16" });
    expect(story.case.project.observeFrom).toBe("2026-03-19");
    look(story, "2026-03-19");
    expect(story.events.filter((event) => event.type === "deferral-proposed")).toHaveLength(2);
  });

  test("a deferral that was supplied brings nothing", () => {
    const story = anItemWithGaps();
    story.do(agent, "2026-03-13", { type: "supply-deferred", itemNo: story.no(GAP_ITEM), names: [GAPS[0], GAPS[1]], on: "2026-03-13" });
    expect(story.case.project.observeFrom).toBe("2026-03-21");
  });
});

describe("late items, steps and procedures", () => {
  test("R-191 (F30, H04): an item late on a clock is found on the first late day, and once", () => {
    const story = anItemInReview(ITEM, "2026-03-02");
    expect(story.case.project.observeFrom).toBe("2026-03-10");
    look(story, "2026-03-10");
    expect(Object.values(story.case.findings)).toMatchObject([{ code: "overdue", byRule: true, foundOn: "2026-03-10", departmentCode: "zr" }]);
    expect(story.case.project.observeFrom).toBeNull();
  });

  const steps = (first: number): Pack => ({
    ...hengyang,
    itemTypes: hengyang.itemTypes.map((type) =>
      type.code === "COMMIT" ? { ...type, steps: type.steps.map((step, index) => (index === 0 ? { ...step, limitWorkingDays: stated(first) } : step)) } : type,
    ),
  });
  const inReview = (pack: Pack): CaseStory => {
    const story = aPlannedCase("2026-03-02", [], pack);
    story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
    story.do(intake, "2026-03-02", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-02" });
    return story.do(zr, "2026-03-02", { type: "start-review", itemNo: story.no(ITEM), on: "2026-03-02" });
  };

  test("R-192 (F30): a step over its own limit is found although the whole is in time, and not when the whole is late", () => {
    const story = inReview(steps(2));
    expect(story.case.project.observeFrom).toBe("2026-03-05");
    look(story, "2026-03-05");
    expect(Object.values(story.case.findings)).toMatchObject([{ code: "step-overdue", subject: "examine", facts: { startedOn: "2026-03-02", limit: 2 } }]);
    expect(story.case.project.observeFrom).toBe("2026-03-10");
    const late = inReview(steps(8));
    look(late, "2026-03-13");
    expect(codes(late)).toEqual(["overdue"]);
  });

  test("a step stands still with its item: days of a special procedure are not its days", () => {
    const story = inReview(steps(2));
    story.do(zr, "2026-03-03", {
      type: "open-procedure",
      itemNo: story.no(ITEM),
      kind: "expert-review",
      noticeNo: "衡特〔2026〕1号",
      toldWorkingDays: 10,
      reason: "评审",
      on: "2026-03-03",
    });
    expect(watches(story.case, story.pack, story.cal).map((watch) => watch.kind)).toEqual(["procedure-over-length"]);
  });

  test("R-193: a special procedure beyond the working days told is found while it is open, and again only if it is another one", () => {
    const story = anItemInReview(ITEM, "2026-03-02");
    const open = (kind: string, on: string, told: number) =>
      story.do(zr, on, { type: "open-procedure", itemNo: story.no(ITEM), kind, noticeNo: `衡特${kind}`, toldWorkingDays: told, reason: "评审", on });
    open("expert-review", "2026-03-03", 3);
    open("testing", "2026-03-04", 5);
    look(story, "2026-03-09");
    expect(Object.values(story.case.findings)).toMatchObject([{ code: "procedure-over-length", facts: { kind: "expert-review", allowed: 3, actual: 4 } }]);
    expect(story.case.project.observeFrom).toBe("2026-03-12");
    look(story, "2026-03-12");
    expect(codes(story)).toEqual(["procedure-over-length", "procedure-over-length"]);
  });
});

describe("the system itself", () => {
  test("R-194: only the system looks, it does nothing else, and it looks as of today alone", () => {
    const everyone = ["agent", "intake", "issuing", "reviewer", "manager", "supervisor", "admin", "investor"] as const;
    expect(everyone.filter((role) => may({ role }, "observe-day"))).toEqual([]);
    expect((["accept-item", "decide-item", "rule-on-deferral", "rule-on-correction", "desk:read"] as const).filter((act) => may(system, act))).toEqual([]);
    expect(received().refusal(system, "2026-03-11", { type: "observe-day", on: "2026-03-10" })).toMatchObject({ code: "day-not-today" });
  });
});
