import { expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { systemActor } from "../../../app/domain/case/context";
import { vainEnding } from "../../../app/domain/case/vain-ending";
import { aPlannedCase, type CaseStory, hengyang, intake, manager, packOf, reviewer } from "../../builders/case-story";
import { anItemWithGaps, GAP_ITEM } from "../../builders/gap-story";

const ITEM = "planning-conditions";
const system = systemActor("centre-hy");

/** Received on 2026-03-02, a list sent on 2026-03-04 to be answered by 2026-03-11. */
function correcting(outcome: "deemed-withdrawn" | null): CaseStory {
  const parameters = { ...hengyang.parameters, correctionFailedOutcome: { value: outcome, source: "测试", assumed: false } };
  const story = aPlannedCase("2026-03-02", [], { ...hengyang, parameters });
  const itemNo = story.no(ITEM);
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [itemNo], on: "2026-03-02" });
  return story.do(intake, "2026-03-04", {
    type: "notify-correction",
    itemNo,
    noticeNo: "衡补〔2026〕1号",
    defects: ["缺坐标"],
    replyBy: "2026-03-11",
    on: "2026-03-04",
  });
}
const offered = (story: CaseStory, code: string, who: Parameters<typeof availableActs>[2], today: string) =>
  availableActs(story.case, story.item(code), who, story.pack, today);

test("R-507: while a list waits for its answer acceptance is not refused past it, and nobody offers it", () => {
  const story = correcting("deemed-withdrawn");
  const itemNo = story.no(ITEM);
  const refusal = { type: "refuse-acceptance", itemNo, reason: "材料不齐", decisionNo: "衡不受〔2026〕1号" } as const;
  for (const on of ["2026-03-05", "2026-03-12"])
    expect(story.refusal(intake, on, { ...refusal, on })).toEqual({ code: "correction-not-answered", noticeNo: "衡补〔2026〕1号" });
  expect(offered(story, ITEM, intake, "2026-03-05")).not.toContain("refuse-acceptance");
  story.do(intake, "2026-03-09", { type: "supply-correction", itemNo, note: null, on: "2026-03-09" });
  expect(offered(story, ITEM, intake, "2026-03-09")).toContain("refuse-acceptance");
  story.do(intake, "2026-03-10", { ...refusal, on: "2026-03-10" });
  expect(story.item(ITEM).status).toBe("not-accepted");
});

test("R-508: a ruling only a manager may choose, and an extension nobody provides or that comes too late, are not offered", () => {
  for (const [outcome, who, is] of [
    [null, intake, false],
    [null, manager, true],
    ["deemed-withdrawn", intake, true],
  ] as const) {
    const story = correcting(outcome).do(system, "2026-03-12", { type: "observe-day", on: "2026-03-12" });
    expect(offered(story, ITEM, who, "2026-03-12").includes("rule-on-correction"), `${outcome} ${who.role}`).toBe(is);
  }
  const story = anItemWithGaps();
  const zr = reviewer("zr");
  const item = story.item(GAP_ITEM);
  const extensible = (extensionDays: number | null) => {
    const items = story.pack.items.map((one) => ({
      ...one,
      statutory: { ...one.statutory, extensionDays },
      committedExtensionWorkingDays: { ...one.committedExtensionWorkingDays, value: null },
    }));
    return { ...story.pack, items };
  };
  const acts = (extensionDays: number | null, today: string) => availableActs(story.case, item, zr, extensible(extensionDays), today);
  expect(acts(10, "2026-03-09")).toContain("request-extension");
  expect(acts(10, item.lateFrom ?? "")).not.toContain("request-extension");
  expect(acts(null, "2026-03-09")).not.toContain("request-extension");
});

test("R-509: a procedure of the place that no rule ends is opened only with the days it will take", () => {
  const dongying = packOf("dongying-2019");
  const kind = dongying.procedures.find(({ stops, maxWorkingDays }) => stops === "committed" && maxWorkingDays.value === null)?.code ?? "";
  const story = anItemWithGaps({ ...hengyang, procedures: dongying.procedures });
  const command = { type: "open-procedure", itemNo: story.no(GAP_ITEM), kind, noticeNo: null, reason: "公示", on: "2026-03-09" } as const;
  expect(story.refusal(reviewer("zr"), "2026-03-09", { ...command, toldWorkingDays: null })).toMatchObject({ code: "procedure-needs-length" });
  story.do(reviewer("zr"), "2026-03-09", { ...command, toldWorkingDays: 7 });
  expect(Object.values(story.case.procedures)).toMatchObject([{ kind, toldWorkingDays: 7 }]);
});

test("R-506: how an item ended in vain is told with its reason and number, whichever act ended it", () => {
  const deemed = correcting("deemed-withdrawn");
  expect(vainEnding(deemed.case, deemed.item(ITEM))).toBeNull();
  deemed.do(intake, "2026-03-12", {
    type: "rule-on-correction",
    itemNo: deemed.no(ITEM),
    outcome: "deemed-withdrawn",
    reason: "逾期未补正",
    decisionNo: null,
    on: "2026-03-12",
  });
  expect(vainEnding(deemed.case, deemed.item(ITEM))).toEqual({ outcome: "deemed-withdrawn", on: "2026-03-12", reason: "逾期未补正", decisionNo: null });

  const gap = anItemWithGaps();
  gap.do(manager, "2026-03-16", {
    type: "rule-on-deferral",
    itemNo: gap.no(GAP_ITEM),
    outcome: "acceptance-revoked",
    reason: "逾期未补齐",
    decisionNo: "衡撤〔2026〕1号",
    on: "2026-03-16",
  });
  expect(vainEnding(gap.case, gap.item(GAP_ITEM))).toEqual({
    outcome: "acceptance-revoked",
    on: "2026-03-16",
    reason: "逾期未补齐",
    decisionNo: "衡撤〔2026〕1号",
  });
});
