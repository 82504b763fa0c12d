import { describe, expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { systemActor } from "../../../app/domain/case/context";
import { agent, type CaseStory, hengyang, intake, issuing, manager, reviewer } from "../../builders/case-story";
import { anItemWithGaps, aReceivedGapItem, decided, GAP_ITEM, GAPS, stated, theDeferral, withGaps, withRules } from "../../builders/gap-story";
import { investor, paper } from "../../builders/material-story";

const CORE = ["设计方案文本", "总平面图", "规划条件/出让合同"] as const;
const GRANTS_WITH_GAP = withRules({ deferralDecisionWaits: stated(false) });

const bring = (story: CaseStory, on: string, ...names: readonly string[]) =>
  ({ type: "bring-materials", itemNo: story.no(GAP_ITEM), materials: names.map((name) => paper(name)), note: null, on }) as const;
const supply = (story: CaseStory, on: string, ...names: readonly string[]) => ({ type: "supply-deferred", itemNo: story.no(GAP_ITEM), names, on }) as const;
const waive = (story: CaseStory, on: string, name: string, reason = "园区评估已含此内容") =>
  ({ type: "waive-material", itemNo: story.no(GAP_ITEM), name, reason, on }) as const;
const row = (story: CaseStory, name: string) => Object.values(story.case.materials).find((material) => material.name === name);

/** The same item with its checklist kept by the window: two deferrable materials are lacking, one is there. */
function withChecklist(pack = hengyang): CaseStory {
  const story = aReceivedGapItem(pack);
  story.do(intake, "2026-03-06", bring(story, "2026-03-06", ...CORE, GAPS[2]));
  story.do(intake, "2026-03-06", withGaps(story.no(GAP_ITEM), "2026-03-06"));
  return story;
}

describe("a deferred material that is no longer asked for", () => {
  test("R-435 (F21, H48): dropping it closes its part of the gap, dropping the last one the gap, each with who and why", () => {
    const story = withChecklist();
    story.do(intake, "2026-03-09", waive(story, "2026-03-09", GAPS[1]));
    expect(theDeferral(story)).toMatchObject({
      status: "open",
      supplied: [],
      waived: [{ name: GAPS[1], on: "2026-03-09", reason: "园区评估已含此内容", byName: intake.name }],
    });
    expect(row(story, GAPS[1])).toMatchObject({ status: "waived", waivedReason: "园区评估已含此内容" });
    expect(story.refusal(agent, "2026-03-10", supply(story, "2026-03-10", GAPS[1]))).toMatchObject({ code: "material-not-outstanding", materials: [GAPS[1]] });
    story.do(manager, "2026-03-10", waive(story, "2026-03-10", GAPS[0]));
    expect(theDeferral(story)).toMatchObject({ status: "waived", endedOn: "2026-03-10" });
  });

  test("R-435 (F21): what came and what was dropped together complete the gap, and the decision no longer waits", () => {
    const story = anItemWithGaps();
    story.do(agent, "2026-03-10", supply(story, "2026-03-10", GAPS[0]));
    expect(availableActs(story.case, story.item(GAP_ITEM), reviewer("zr"), hengyang)).not.toContain("decide-item");
    story.do(manager, "2026-03-11", waive(story, "2026-03-11", GAPS[1]));
    expect(theDeferral(story)).toMatchObject({ status: "supplied", endedOn: "2026-03-11" });
    expect(story.case.project.observeFrom).not.toBe("2026-03-16");
    expect(decided(story, "2026-03-12").item(GAP_ITEM)).toMatchObject({ status: "granted", grantedWithGap: false });
  });

  test("R-435: where the window keeps no checklist the gap alone says it, and no checklist begins by it", () => {
    const story = anItemWithGaps();
    story.do(intake, "2026-03-09", waive(story, "2026-03-09", GAPS[0]));
    expect(theDeferral(story).waived).toMatchObject([{ name: GAPS[0] }]);
    expect(Object.values(story.case.materials)).toEqual([]);
    expect(story.refusal(intake, "2026-03-09", waive(story, "2026-03-05", GAPS[1]))).toMatchObject({ code: "day-before" });
    expect(story.refusal(intake, "2026-03-09", waive(story, "2026-03-09", GAPS[1], " "))).toMatchObject({ code: "text-missing" });
  });

  test("R-436 (F21): once the deadline has passed only the manager drops it, and what was proposed falls", () => {
    const story = withChecklist();
    const on = "2026-03-16";
    story.do(systemActor("centre"), on, { type: "observe-day", on });
    expect(theDeferral(story).proposedOn).toBe(on);
    expect(story.refusal(intake, on, waive(story, "2026-03-13", GAPS[0]))).toMatchObject({ code: "waiver-after-deadline", supplyBy: "2026-03-13" });
    story.do(manager, on, waive(story, on, GAPS[0]));
    story.do(manager, on, waive(story, on, GAPS[1]));
    expect(theDeferral(story)).toMatchObject({ status: "waived", proposedOn: null, endedOn: on });
    expect(availableActs(story.case, story.item(GAP_ITEM), manager, hengyang)).not.toContain("rule-on-deferral");
  });
});

describe("after a grant with the gap", () => {
  const granted = () => decided(withReview(withChecklist(GRANTS_WITH_GAP)), "2026-03-11");
  const withReview = (story: CaseStory) => story.do(reviewer("zr"), "2026-03-06", { type: "start-review", itemNo: story.no(GAP_ITEM), on: "2026-03-06" });

  test("R-437 (F21): what is supplied is ticked on the checklist, by the act on the gap or on the checklist itself", () => {
    const story = granted();
    story.do(agent, "2026-03-12", { ...supply(story, "2026-03-12", GAPS[0]), as: "copy" });
    expect(row(story, GAPS[0])).toMatchObject({ status: "brought", copies: 1, originals: 0, broughtOn: "2026-03-12" });
    story.do(issuing, "2026-03-12", { type: "issue-result", itemNo: story.no(GAP_ITEM), on: "2026-03-12" });
    const file = { digest: "b".repeat(64), name: "交通影响评价.pdf", bytes: 900, mediaType: "application/pdf" };
    story.do(investor, "2026-03-13", { type: "attach-file", itemNo: story.no(GAP_ITEM), name: GAPS[1], file });
    expect(row(story, GAPS[1])).toMatchObject({ status: "brought", electronic: true });
    expect(theDeferral(story)).toMatchObject({ status: "supplied", endedOn: "2026-03-13" });
  });

  test("R-437: only what the gap awaits is still taken or dropped, and nothing once it is closed", () => {
    const story = granted();
    expect(availableActs(story.case, story.item(GAP_ITEM), intake, GRANTS_WITH_GAP)).toEqual(
      expect.arrayContaining(["bring-materials", "attach-file", "waive-material"]),
    );
    const more = { ...bring(story, "2026-03-12"), materials: [paper(CORE[0], 3)] };
    expect(story.refusal(intake, "2026-03-12", more)).toMatchObject({ code: "item-state-forbids" });
    story.do(manager, "2026-03-12", waive(story, "2026-03-12", GAPS[0]));
    story.do(intake, "2026-03-12", bring(story, "2026-03-12", GAPS[1]));
    expect(theDeferral(story).status).toBe("supplied");
    expect(availableActs(story.case, story.item(GAP_ITEM), intake, GRANTS_WITH_GAP)).not.toContain("bring-materials");
    expect(story.refusal(intake, "2026-03-13", bring(story, "2026-03-13", GAPS[1]))).toMatchObject({ code: "item-state-forbids" });
  });

  test("R-437: what the checklist took in after the deadline is supplied with its day when more time was given", () => {
    const story = withChecklist();
    story.do(intake, "2026-03-16", bring(story, "2026-03-16", GAPS[0], GAPS[1]));
    expect(theDeferral(story)).toMatchObject({ status: "open", supplied: [] });
    story.do(manager, "2026-03-16", { type: "extend-deferral", itemNo: story.no(GAP_ITEM), supplyBy: "2026-03-18", reason: "台风停工", on: "2026-03-16" });
    story.do(agent, "2026-03-17", supply(story, "2026-03-16", GAPS[0], GAPS[1]));
    expect(theDeferral(story)).toMatchObject({ status: "supplied", endedOn: "2026-03-16" });
    expect(row(story, GAPS[0])).toMatchObject({ status: "brought", originals: 1, broughtOn: "2026-03-16" });
  });
});
