import { describe, expect, test } from "vitest";
import { decide } from "../../../app/domain/case/decide";
import { FOUND_BY_PEOPLE } from "../../../app/domain/case/parts/finding";
import { agent, anItemInReview, aPlannedCase, type CaseStory, hengyang, intake, manager, reviewer } from "../../builders/case-story";
import { aWindow } from "../../builders/window";

const ITEM = "planning-conditions";
const zr = reviewer("zr");
const found = (story: CaseStory) => Object.values(story.case.findings);
const codes = (story: CaseStory) => found(story).map((finding) => finding.code);
const received = (on = "2026-03-02", today = on): CaseStory => {
  const story = aPlannedCase("2026-03-02");
  return story.do(intake, today, { type: "receive-items", itemNos: [story.no(ITEM)], on });
};
const procedure = (itemNo: string, on: string, more: object = {}) =>
  ({ type: "open-procedure", itemNo, kind: "expert-review", noticeNo: "衡特〔2026〕1号", toldWorkingDays: 3, reason: "评审", on, ...more }) as const;

describe("found in what is recorded", () => {
  test("R-195 (H06, Z23): a dated act entered on a later working day is found, with both days and its place in the history", () => {
    const story = received("2026-03-02", "2026-03-04");
    expect(found(story)).toMatchObject([{ code: "back-dated", subject: "item-received", facts: { on: "2026-03-02", entered: "2026-03-04" }, byRule: true }]);
    expect(story.events[(found(story)[0]?.eventSeq ?? 0) - 1]?.type).toBe("item-received");
    expect(codes(received("2026-03-06", "2026-03-08"))).toEqual([]);
  });

  test("R-195: an acceptance whose day the law sets is not the window's late entry", () => {
    const story = received();
    story.do(intake, "2026-03-04", { type: "notify-correction", itemNo: story.no(ITEM), noticeNo: "衡补", defects: ["缺图"], replyBy: null, on: "2026-03-04" });
    story.do(agent, "2026-03-09", { type: "supply-correction", itemNo: story.no(ITEM), note: null, on: "2026-03-09" });
    story.do(intake, "2026-03-11", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-11" });
    expect(story.item(ITEM).acceptedOn).toBe("2026-03-09");
    expect(codes(story)).toEqual([]);
  });

  test("R-196 (F19, Z03): a second list is found although a manager allowed it", () => {
    const story = received();
    const list = (on: string) => ({ type: "notify-correction", itemNo: story.no(ITEM), noticeNo: "衡补", defects: ["缺图"], replyBy: null, on }) as const;
    story.do(intake, "2026-03-03", list("2026-03-03"));
    story.do(agent, "2026-03-04", { type: "supply-correction", itemNo: story.no(ITEM), note: null, on: "2026-03-04" });
    story.do(manager, "2026-03-05", { type: "allow-second-correction", itemNo: story.no(ITEM), reason: "新图冲突" });
    story.do(intake, "2026-03-05", list("2026-03-05"));
    expect(found(story)).toMatchObject([{ code: "second-list", facts: { ordinal: 2 } }]);
  });

  test("R-193: a procedure that took longer than told is found when it closes, and not twice", () => {
    const story = anItemInReview(ITEM, "2026-03-02");
    story.do(zr, "2026-03-03", procedure(story.no(ITEM), "2026-03-03"));
    const [procedureId = ""] = Object.keys(story.case.procedures);
    const close = (on: string) => ({ type: "close-procedure", itemNo: story.no(ITEM), procedureId, outcome: "通过", on }) as const;
    const inTime = decide(story.case, close("2026-03-06"), story.context(zr, "2026-03-06"));
    expect(inTime.ok && inTime.value.map((event) => event.type)).toEqual(["procedure-closed"]);
    story.do(zr, "2026-03-10", close("2026-03-10"));
    expect(found(story)).toMatchObject([{ code: "procedure-over-length", facts: { allowed: 3, actual: 5 } }]);
  });

  test("R-197: a pause without a written notice is found: it counts in the statutory clock", () => {
    const pack = {
      ...hengyang,
      procedures: [
        ...hengyang.procedures,
        {
          code: "site-visit",
          name: { zh: "现场踏勘", en: "Site visit" },
          stops: "committed" as const,
          maxWorkingDays: { value: null, source: "未规定", assumed: false },
          source: "测试",
        },
      ],
    };
    const story = aPlannedCase("2026-03-02", [], pack);
    story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
    story.do(intake, "2026-03-02", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-02" });
    story.do(zr, "2026-03-02", { type: "start-review", itemNo: story.no(ITEM), on: "2026-03-02" });
    story.do(zr, "2026-03-03", procedure(story.no(ITEM), "2026-03-03", { kind: "site-visit", noticeNo: null, toldWorkingDays: 5 }));
    expect(found(story)).toMatchObject([{ code: "procedure-without-notice", facts: { kind: "site-visit" } }]);
  });

  test("R-191 (H04): a decision after the due day is found overdue, once, whoever noticed first", () => {
    const story = anItemInReview(ITEM, "2026-03-02");
    const no = story.no(ITEM);
    story.do(zr, "2026-03-11", { type: "record-step", itemNo: no, step: "examine", remark: null, on: "2026-03-11" });
    story.do(reviewer("zr", "李工"), "2026-03-11", { type: "record-step", itemNo: no, step: "recheck", remark: null, on: "2026-03-11" });
    story.do(zr, "2026-03-11", {
      type: "decide-item",
      itemNo: no,
      granted: true,
      decisionNo: "衡规1",
      reason: null,
      overdueReason: "人手不足",
      on: "2026-03-11",
    });
    expect(found(story)).toMatchObject([{ code: "overdue", facts: { dueOn: "2026-03-09", on: "2026-03-11" } }]);
  });

  test("R-198 (H04, H40): an acceptance at a window that holds no letter of the department is found", () => {
    const story = received();
    const window = {
      id: "w1",
      code: "B07",
      nameZh: "7 号窗口",
      nameEn: "Window 7",
      kindCode: null,
      areaCode: null,
      departmentCodes: [],
      letters: [],
      certificateValidTo: null,
    };
    const outcome = decide(
      story.case,
      { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-03" },
      { ...story.context(intake, "2026-03-03"), window },
    );
    if (!outcome.ok) throw new Error(outcome.error.code);
    const accepted = outcome.value.find((event) => event.type === "item-accepted");
    expect(accepted).toMatchObject({ window: { id: "w1", authorised: false } });
    expect(outcome.value.filter((event) => event.type === "finding-recorded")).toMatchObject([{ code: "unauthorised-window", subject: "w1" }]);
  });

  test("R-494 (H04): an acceptance by somebody at no window of a centre that has some is found, and no window has the item then", () => {
    const story = aPlannedCase("2026-03-02");
    const accept = { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-02" } as const;
    story.openWindows = ["window-a03"];
    story.windows.set(intake.personId, aWindow({}, story.item(ITEM).departmentCode));
    story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no(ITEM)], on: "2026-03-02" });
    expect(story.item(ITEM).windowId).toBe("window-a03");
    const atWindow = decide(story.case, accept, story.context(intake, "2026-03-02"));
    expect(atWindow.ok && atWindow.value.map(({ type }) => type)).toEqual(["item-accepted"]);
    story.windows.delete(intake.personId);
    const whereNoneIs = decide(story.case, accept, { ...story.context(intake, "2026-03-02"), openWindows: [] });
    expect(whereNoneIs.ok && whereNoneIs.value.map(({ type }) => type)).toEqual(["item-accepted"]);
    story.do(intake, "2026-03-02", accept);
    expect(found(story)).toMatchObject([{ code: "outside-windows", byRule: true, facts: { by: intake.name, on: "2026-03-02" } }]);
    expect(story.item(ITEM)).toMatchObject({ status: "accepted", windowId: null, windowNameZh: null, windowKind: null, windowAuthorised: null });
  });

  test("R-494: what the law accepted by itself is no acceptance outside the windows, whoever records it", () => {
    const story = received();
    story.openWindows = ["window-a03"];
    story.do(intake, "2026-03-20", { type: "accept-item", itemNo: story.no(ITEM), acceptanceNo: "衡受", on: "2026-03-20" });
    expect(story.item(ITEM).deemedAccepted).toBe(true);
    expect(codes(story)).not.toContain("outside-windows");
  });
});

describe("reported by people", () => {
  test("R-199 (H04, H06, Z09): what cannot happen inside the system is reported with what was seen, on an item or the whole project", () => {
    const story = received();
    story.do(agent, "2026-03-04", {
      type: "report-irregularity",
      itemNo: story.no(ITEM),
      code: "accepted-by-department",
      evidence: "企业持有科室 3 月 1 日出具的收件条",
      happenedOn: "2026-03-01",
    });
    story.do(agent, "2026-03-04", { type: "report-irregularity", itemNo: null, code: "off-system", evidence: "会议纪要先行同意开工", happenedOn: null });
    expect(found(story)).toMatchObject([
      { code: "accepted-by-department", byRule: false, departmentCode: "zr", facts: { on: "2026-03-01" }, evidence: "企业持有科室 3 月 1 日出具的收件条" },
      { code: "off-system", itemId: null, departmentCode: null, byRule: false },
    ]);
  });

  test("a report without evidence, of a day to come, or of something only a rule can find is refused", () => {
    const story = received();
    const report = (more: object) =>
      story.refusal(agent, "2026-03-04", {
        type: "report-irregularity",
        itemNo: null,
        code: "off-system",
        evidence: "会议纪要",
        happenedOn: null,
        ...more,
      } as never);
    expect(report({ evidence: " " })).toMatchObject({ code: "text-missing", field: "evidence" });
    expect(report({ happenedOn: "2026-03-05" })).toMatchObject({ code: "day-in-future", field: "happenedOn" });
    expect(report({ code: "overdue" })).toMatchObject({ code: "irregularity-unknown" });
    expect(FOUND_BY_PEOPLE).toContain("result-without-acceptance");
  });
});
