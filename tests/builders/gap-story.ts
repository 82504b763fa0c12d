import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import type { Pack } from "../../app/domain/pack/pack";
import { aPlannedCase, type CaseStory, hengyang, intake, reviewer } from "./case-story";
import { walk } from "./rich-story";

/** An item of Hengyang with deferrable materials, ten working days committed, decided by `zr` in three steps. */
export const GAP_ITEM = "scheme-review";
export const GAPS = ["日照分析", "交通影响评价", "专家意见"] as const;

/** The rules of a place with some of them stated otherwise. */
export const withRules = (rules: Partial<NonNullable<Pack["rules"]>>, pack: Pack = hengyang): Pack => ({
  ...pack,
  rules: { ...(pack.rules as NonNullable<Pack["rules"]>), ...rules },
});
export const stated = <T>(value: T) => ({ value, source: "测试", assumed: false });

/** A case whose item with deferrable materials can be received: what it waits for was granted on 2026-03-04. */
export function aCaseReadyForGaps(pack: Pack = hengyang): CaseStory {
  const story = aPlannedCase("2026-03-02", [], pack);
  return walk(story, "planning-conditions", { received: "2026-03-02", accepted: "2026-03-02", decided: "2026-03-04" });
}

/** The item received on 2026-03-05. */
export function aReceivedGapItem(pack: Pack = hengyang): CaseStory {
  const story = aCaseReadyForGaps(pack);
  return story.do(intake, "2026-03-05", { type: "receive-items", itemNos: [story.no(GAP_ITEM)], on: "2026-03-05" });
}

/** The act of the window, with everything Hengyang asks for; committed until 2026-03-20 when accepted on 2026-03-06. */
export const withGaps = (itemNo: string, on: CivilDay, more: object = {}) =>
  ({
    type: "accept-with-gaps",
    itemNo,
    on,
    acceptanceNo: "衡受〔2026〕7号",
    noticeNo: "衡容〔2026〕7号",
    promiseNo: "衡诺〔2026〕7号",
    promisedBy: "陈志明",
    missing: [GAPS[0], GAPS[1]],
    supplyBy: "2026-03-13",
    ...more,
  }) as const;

/** Accepted on 2026-03-06 with two materials missing, to be brought by 2026-03-13, and taken up by the department. */
export function anItemWithGaps(pack: Pack = hengyang): CaseStory {
  const story = aReceivedGapItem(pack);
  story.do(intake, "2026-03-06", withGaps(story.no(GAP_ITEM), "2026-03-06"));
  return story.do(reviewer("zr"), "2026-03-06", { type: "start-review", itemNo: story.no(GAP_ITEM), on: "2026-03-06" });
}

/** The item granted on that day by the two people its steps need. */
export function decided(story: CaseStory, on: CivilDay): CaseStory {
  const itemNo = story.no(GAP_ITEM);
  const [first, second] = [reviewer("zr"), reviewer("zr", "李工")];
  story.do(first, on, { type: "record-step", itemNo, step: "examine", remark: null, on });
  story.do(second, on, { type: "record-step", itemNo, step: "recheck", remark: null, on });
  return story.do(first, on, { type: "decide-item", itemNo, granted: true, decisionNo: "衡规〔2026〕7号", reason: null, overdueReason: "说明", on });
}

export const theDeferral = (story: CaseStory) => {
  const [deferral] = Object.values(story.case.deferrals);
  if (!deferral) throw new Error("no deferral in this case");
  return deferral;
};
