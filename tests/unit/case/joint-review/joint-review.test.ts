import { describe, expect, test } from "vitest";
import { evolve } from "../../../../app/domain/case/evolve";
import { REVIEW_MODES } from "../../../../app/domain/case/parts/joint-review";
import { type ReviewAct, whyNotNow } from "../../../../app/domain/case/review-available";
import { agent, manager, reviewer } from "../../../builders/case-story";
import { aConvenedReview, agrees, aStageOfTwo, convening, holding, merging, opinion, reviewOf } from "../../../builders/joint-review";

describe("convening", () => {
  test("a joint review calls at least two departments that hold an accepted item of the stage", () => {
    const story = aStageOfTwo();
    expect(story.refusal(agent, "2026-03-03", convening("conference", { departmentCodes: ["zr"] }))).toMatchObject({ code: "review-needs-two-departments" });
    expect(story.refusal(agent, "2026-03-03", convening("conference", { departmentCodes: ["zr", "qx"] }))).toMatchObject({
      code: "department-has-no-item",
      departments: ["市气象局"],
    });
    story.do(agent, "2026-03-03", convening());
    expect(reviewOf(story)).toMatchObject({ status: "open", departmentCodes: ["zr", "fg"], leadDepartmentCode: "zr" });
    expect(story.refusal(agent, "2026-03-03", convening())).toMatchObject({ code: "review-already-open" });
  });

  test("R-201 (Z10, Z12): conference, joint visit, drawings, acceptance and video are kinds of review, each with what it needs", () => {
    for (const mode of REVIEW_MODES.filter((one) => one !== "co-handling"))
      expect(reviewOf(aConvenedReview(mode))).toMatchObject({ mode, itemId: null, status: "open" });
    const story = aStageOfTwo();
    expect(story.refusal(agent, "2026-03-03", convening("site-visit", { meetOn: null, meetTime: null }))).toMatchObject({
      code: "review-needs-day",
      field: "meetOn",
    });
    expect(story.refusal(agent, "2026-03-03", convening("acceptance", { place: " " }))).toMatchObject({ code: "review-needs-place", field: "place" });
    expect(story.refusal(agent, "2026-03-03", convening("video", { link: null }))).toMatchObject({ code: "review-needs-link", field: "link" });
    expect(story.refusal(agent, "2026-03-03", convening("video", { meetTime: "25:00" }))).toMatchObject({ code: "time-impossible", field: "meetTime" });
    expect(story.refusal(agent, "2026-03-03", convening("video", { meetOn: "2026-03-02" }))).toMatchObject({ code: "day-before", field: "meetOn" });
    expect(story.refusal(agent, "2026-03-03", convening("co-handling"))).toMatchObject({ code: "co-handling-needs-item" });
  });

  test("R-201 (Z12): a conference and a visit of one stage run beside each other, two of a kind do not", () => {
    const story = aConvenedReview("conference").do(agent, "2026-03-03", convening("site-visit"));
    expect(Object.values(story.case.reviews).map(({ mode }) => mode)).toEqual(["conference", "site-visit"]);
    expect(story.refusal(agent, "2026-03-03", convening("site-visit"))).toMatchObject({ code: "review-already-open" });
  });

  test("a review recorded before there were kinds is a conference in writing about its stage", () => {
    const story = aConvenedReview();
    const [event] = story.events.filter((one) => one.type === "review-convened");
    if (event?.type !== "review-convened") throw new Error("nothing was convened");
    const { type, reviewId, stage, leadDepartmentCode, departmentCodes, replyBy, on } = event;
    const old = evolve(aStageOfTwo().case, { type, reviewId, stage, leadDepartmentCode, departmentCodes, replyBy, on }, "2026-03-03T02:00:00.000Z");
    expect(old.reviews[reviewId]).toEqual(story.case.reviews[reviewId]);
  });
});

test("R-433 (滨州规定 art. 13): a day for answers that has passed when the invitation is entered is refused, so nobody is silent unasked", () => {
  const story = aStageOfTwo();
  const past = { code: "day-before", field: "replyBy", earliest: "2026-03-10", what: "entered" };
  expect(story.refusal(agent, "2026-03-10", convening("conference", { replyBy: "2026-03-06" }))).toMatchObject(past);
  story.do(agent, "2026-03-10", convening("conference", { replyBy: "2026-03-10" }));
  const reviewId = reviewOf(story).id;
  const silent = { type: "record-silence", reviewId, departmentCode: "fg", outcome: "counts-as-agreement", reason: "催办两次" } as const;
  expect(story.refusal(manager, "2026-03-10", { ...silent, on: "2026-03-10" })).toMatchObject({ code: "silence-too-early", replyBy: "2026-03-10" });
  const where = { meetOn: null, meetTime: null, place: null, link: null } as const;
  const other = aConvenedReview("conference", { replyBy: "2026-03-12" });
  const moving = { type: "reschedule-review", reviewId: reviewOf(other).id, ...where, replyBy: "2026-03-06", reason: "提前", on: "2026-03-04" } as const;
  expect(other.refusal(agent, "2026-03-10", moving)).toMatchObject(past);
  story.do(manager, "2026-03-11", { ...silent, on: "2026-03-11" });
});

describe("R-203 (Z12): moving, holding and calling off", () => {
  test("a new day needs a reason, and once it was held the day stays", () => {
    const story = aConvenedReview("site-visit");
    const { id: reviewId } = reviewOf(story);
    const moving = {
      type: "reschedule-review",
      reviewId,
      meetOn: "2026-03-06",
      meetTime: "14:00",
      place: "项目现场东门",
      link: null,
      replyBy: "2026-03-09",
      reason: "现场暴雨",
      on: "2026-03-04",
    } as const;
    expect(story.refusal(agent, "2026-03-04", { ...moving, reason: " " })).toMatchObject({ code: "text-missing", field: "reason" });
    expect(story.refusal(agent, "2026-03-04", { ...moving, meetOn: "2026-03-03" })).toMatchObject({ code: "day-before", field: "meetOn" });
    story.do(agent, "2026-03-04", moving);
    expect(reviewOf(story)).toMatchObject({ meetOn: "2026-03-06", place: "项目现场东门", movedReason: "现场暴雨", status: "open" });
    expect(story.refusal(agent, "2026-03-04", moving)).toMatchObject({ code: "review-unchanged" });
    story.do(agent, "2026-03-06", holding(story, { on: "2026-03-06" }));
    expect(story.refusal(agent, "2026-03-06", { ...moving, meetOn: "2026-03-10", on: "2026-03-06" })).toMatchObject({ code: "review-already-held" });
    story.do(agent, "2026-03-06", { ...moving, replyBy: "2026-03-12", on: "2026-03-06" });
    expect(reviewOf(story).replyBy).toBe("2026-03-12");
  });

  test("holding records the day, who came and the minutes", () => {
    const story = aConvenedReview("conference", { meetOn: "2026-03-05" });
    expect(story.refusal(agent, "2026-03-05", holding(story, { minutes: "" }))).toMatchObject({ code: "text-missing", field: "minutes" });
    expect(story.refusal(agent, "2026-03-05", holding(story, { attendance: [] }))).toMatchObject({ code: "review-nobody-came" });
    expect(story.refusal(agent, "2026-03-05", holding(story, { attendance: [{ departmentCode: "st", officials: ["甲"] }] }))).toMatchObject({
      code: "department-not-called",
      departments: ["市生态环境局"],
    });
    expect(story.refusal(reviewer("fg"), "2026-03-05", holding(story))).toMatchObject({ code: "not-allowed-not-lead" });
    story.do(reviewer("zr"), "2026-03-05", holding(story));
    expect(reviewOf(story)).toMatchObject({ status: "held", heldOn: "2026-03-05", minutes: "到场查看，边界与规划条件一致。" });
    expect(story.refusal(agent, "2026-03-05", holding(story))).toMatchObject({ code: "review-already-held" });
  });

  test("a review called off takes no answer any more", () => {
    const story = aConvenedReview();
    const cancelling = { type: "cancel-review", reviewId: reviewOf(story).id, reason: "项目调整选址", on: "2026-03-04" } as const;
    expect(story.refusal(agent, "2026-03-04", { ...cancelling, reason: "" })).toMatchObject({ code: "text-missing" });
    story.do(agent, "2026-03-04", cancelling);
    expect(reviewOf(story)).toMatchObject({ status: "cancelled", cancelledReason: "项目调整选址" });
    expect(story.refusal(reviewer("zr"), "2026-03-04", opinion(story))).toMatchObject({ code: "review-cancelled", reason: "项目调整选址" });
    expect(story.refusal(agent, "2026-03-04", cancelling)).toMatchObject({ code: "review-cancelled" });
  });
});

describe("R-202 (行政许可法 art. 34): two officials verify", () => {
  const one = [
    { departmentCode: "zr", officials: ["肖文博", " 肖文博 "] },
    { departmentCode: "fg", officials: ["欧阳峰", "易思源"] },
  ];

  test.each(["site-visit", "acceptance"] as const)("a deciding body that sent one official to a %s has not verified", (mode) => {
    const story = aConvenedReview(mode);
    expect(story.refusal(agent, "2026-03-05", holding(story, { attendance: one }))).toMatchObject({
      code: "review-needs-two-officials",
      field: "officials-zr",
      departments: ["市自然资源和规划局"],
    });
    story.do(agent, "2026-03-05", holding(story, { attendance: one.slice(1) }));
    expect(reviewOf(story).attendance).toHaveLength(1);
  });

  test.each(["conference", "video", "drawing-review"] as const)("a %s verifies nothing on the spot, so one official may speak for a body", (mode) => {
    const story = aConvenedReview(mode);
    story.do(agent, "2026-03-05", holding(story, { attendance: one }));
    expect(reviewOf(story).attendance).toHaveLength(2);
  });
});

test("R-424 (Z12): the page of an act that must wait says what it waits for, in the words of the refusal", () => {
  const story = aConvenedReview("site-visit", { replyBy: null });
  const zr = reviewer("zr");
  const why = (act: ReviewAct, actor = zr) => whyNotNow(story.case, reviewOf(story), act, { actor, pack: story.pack });
  const merge = () => story.refusal(zr, "2026-03-05", merging(story, { on: "2026-03-05" }));
  expect(why("merge-opinion")).toMatchObject({ code: "review-waits-for" });
  expect(merge()).toEqual(why("merge-opinion"));
  expect(why("merge-opinion", reviewer("fg"))).toMatchObject({ code: "not-allowed-not-lead" });
  expect(why("record-silence")).toEqual({ code: "silence-needs-reply-day" });
  for (const code of ["zr", "fg"]) agrees(story, code);
  expect(why("merge-opinion")).toEqual({ code: "review-not-held", mode: "site-visit" });
  expect(merge()).toEqual(why("merge-opinion"));
  expect(why("record-silence")).toBeNull();
  story.do(zr, "2026-03-05", holding(story));
  expect(why("merge-opinion")).toBeNull();
});

describe("answers", () => {
  test("R-102, R-204: each called department gives one opinion, conditions are named, and the last opinion closes the review", () => {
    const story = aConvenedReview();
    expect(story.refusal(reviewer("st"), "2026-03-04", opinion(story))).toMatchObject({ code: "not-allowed-other-department" });
    expect(story.refusal(reviewer("zr"), "2026-03-04", opinion(story, { stance: "agree-with-conditions" }))).toMatchObject({
      code: "opinion-needs-conditions",
      field: "conditions",
    });
    expect(story.refusal(reviewer("zr"), "2026-03-04", opinion(story, { conditions: ["退让红线 10 米"] }))).toMatchObject({
      code: "opinion-takes-no-conditions",
    });
    agrees(story, "zr", "退让红线 10 米");
    expect(story.refusal(reviewer("zr", "另一人"), "2026-03-04", opinion(story))).toMatchObject({ code: "opinion-already-given" });
    agrees(story, "fg");
    expect(reviewOf(story).status).toBe("closed");
    expect(Object.values(story.case.opinions).map((given) => [given.departmentCode, given.conditions])).toEqual([
      ["zr", ["退让红线 10 米"]],
      ["fg", []],
    ]);
  });

  test("R-204: a body that disagrees says why", () => {
    const story = aConvenedReview();
    expect(story.refusal(reviewer("zr"), "2026-03-04", opinion(story, { stance: "disagree", reason: "  " }))).toMatchObject({
      code: "opinion-needs-reason",
      field: "reason",
    });
    story.do(reviewer("zr"), "2026-03-04", opinion(story, { stance: "disagree", reason: "占用生态保护红线" }));
    expect(Object.values(story.case.opinions)[0]).toMatchObject({ stance: "disagree", reason: "占用生态保护红线", conditions: [] });
  });
});

describe("R-208 (H38): one item, several bodies in parallel (合署办理、平行受理)", () => {
  const coHandled = () => {
    const story = aStageOfTwo();
    return story.do(agent, "2026-03-03", convening("co-handling", { itemNo: story.no("planning-conditions"), departmentCodes: ["zr", "zj", "sw", "cz"] }));
  };

  test("bodies without an item of the stage may be asked; the body that decides the item leads", () => {
    const story = coHandled();
    expect(reviewOf(story)).toMatchObject({ mode: "co-handling", itemId: story.item("planning-conditions").id, leadDepartmentCode: "zr", stage: "S1" });
    expect(
      aStageOfTwo().refusal(agent, "2026-03-03", convening("co-handling", { itemNo: story.no("planning-conditions"), departmentCodes: ["zr", "xx"] })),
    ).toMatchObject({ code: "department-unknown-here", departments: ["xx"] });
  });

  test("R-434 (H38): a review about an item calls the body that decides it", () => {
    const story = aStageOfTwo();
    for (const mode of REVIEW_MODES) {
      const called = convening(mode, { itemNo: story.no("planning-conditions"), departmentCodes: ["zj", "sw"] });
      expect(story.refusal(agent, "2026-03-03", called)).toMatchObject({
        code: "review-without-deciding-body",
        field: "departmentCodes",
        departments: ["市自然资源和规划局"],
      });
    }
  });

  test("an item that was not accepted has nothing to look at yet", () => {
    const story = aStageOfTwo();
    expect(story.refusal(agent, "2026-03-03", convening("co-handling", { itemNo: story.no("ent-filing") }))).toMatchObject({
      code: "review-item-not-accepted",
    });
  });

  test("the decision on the item waits for the merged opinion of all four", () => {
    const story = coHandled();
    const itemNo = story.no("planning-conditions");
    const zr = reviewer("zr");
    const other = reviewer("zr", "李工");
    story.do(zr, "2026-03-04", { type: "record-step", itemNo, step: "examine", remark: null, on: "2026-03-04" });
    story.do(other, "2026-03-04", { type: "record-step", itemNo, step: "recheck", remark: null, on: "2026-03-04" });
    const deciding = {
      type: "decide-item",
      itemNo,
      granted: true,
      decisionNo: "衡规条〔2026〕1号",
      reason: null,
      overdueReason: null,
      on: "2026-03-05",
    } as const;
    expect(story.refusal(zr, "2026-03-05", deciding)).toMatchObject({ code: "co-handling-not-merged", itemNo });
    for (const code of ["zr", "zj", "sw", "cz"]) agrees(story, code);
    expect(story.refusal(zr, "2026-03-05", deciding)).toMatchObject({ code: "co-handling-not-merged" });
    story.do(zr, "2026-03-05", { type: "merge-opinion", reviewId: reviewOf(story).id, opinionNo: "1", stance: "agree", reason: null, on: "2026-03-05" });
    expect(story.refusal(zr, "2026-03-05", { ...deciding, on: "2026-03-04" })).toMatchObject({ code: "day-before" });
    story.do(zr, "2026-03-05", deciding);
    expect(story.item("planning-conditions").status).toBe("granted");
  });

  test("a review of the item that was called off holds nothing up", () => {
    const story = coHandled();
    story.do(manager, "2026-03-04", { type: "cancel-review", reviewId: reviewOf(story).id, reason: "改为分别征求意见", on: "2026-03-04" });
    const itemNo = story.no("planning-conditions");
    expect(
      story.refusal(reviewer("zr"), "2026-03-04", {
        type: "decide-item",
        itemNo,
        granted: true,
        decisionNo: "1",
        reason: null,
        overdueReason: null,
        on: "2026-03-04",
      }),
    ).toMatchObject({ code: "step-missing" });
  });
});
