import type { CivilDay } from "../../app/domain/calendar/calendar-date";
import { stepsRequired } from "../../app/domain/case/review";
import type { Pack } from "../../app/domain/pack/pack";
import { agent, aPlannedCase, type CaseStory, intake, reviewer } from "./case-story";

/** Use of forest land: examined here, decided by the province. */
export const FORWARDED = "forest-land";
/** Day on which the department took it up: a Monday. */
export const TAKEN_UP = "2026-03-02";

/** A forwarded item in review, with every step here done unless told otherwise. */
export function anExaminedItem(pack?: Pack, steps = true): CaseStory {
  const story = aPlannedCase(TAKEN_UP, [FORWARDED], pack);
  const code = story.no("project-code");
  story.do(intake, TAKEN_UP, { type: "receive-items", itemNos: [code], on: TAKEN_UP });
  story.do(intake, TAKEN_UP, { type: "accept-item", itemNo: code, acceptanceNo: "受1", on: TAKEN_UP });
  const first = reviewer(story.item("project-code").departmentCode);
  story.do(first, TAKEN_UP, { type: "decide-item", itemNo: code, granted: true, decisionNo: "赋码1", reason: null, overdueReason: null, on: TAKEN_UP });
  const itemNo = story.no(FORWARDED);
  story.do(agent, TAKEN_UP, { type: "receive-items", itemNos: [itemNo], on: TAKEN_UP });
  story.do(intake, TAKEN_UP, { type: "accept-item", itemNo, acceptanceNo: "受2", on: TAKEN_UP });
  const item = story.item(FORWARDED);
  story.do(reviewer(item.departmentCode, "甲"), TAKEN_UP, { type: "start-review", itemNo, on: TAKEN_UP });
  if (!steps) return story;
  stepsRequired(item, story.pack)
    .slice(0, -1)
    .forEach((step, n) => {
      story.do(reviewer(item.departmentCode, n % 2 ? "乙" : "甲"), TAKEN_UP, { type: "record-step", itemNo, step: step.code, remark: null, on: TAKEN_UP });
    });
  return story;
}

/** The letter with which the file goes to the province. */
export const sending = (itemNo: string, on: CivilDay) =>
  ({
    type: "forward-item",
    itemNo,
    level: "province",
    upperBody: "湖南省林业局",
    personInCharge: "李敏",
    letterNo: "衡林转〔2026〕3号",
    overdueReason: null,
    fileConfirmed: true,
    on,
  }) as const;
