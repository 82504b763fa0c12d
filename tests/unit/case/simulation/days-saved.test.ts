import { describe, expect, test } from "vitest";
import { daysSaved, landToPermit } from "../../../../app/domain/case/simulation/days-saved";
import { calendar, hengyang } from "../../../builders/case-story";
import { aConvertedRun, anOpinedRun, convert, decided, grant, LAND, manager, obtainLand, runOf } from "../../../builders/simulation-story";

describe("days saved", () => {
  test("R-325: measured from the trigger to the last formal decision, against the committed limits of the same items", () => {
    const story = aConvertedRun();
    const { runs, savedWorkingDays } = daysSaved(story.case, hengyang, calendar, "2026-05-11");
    // 规划条件 5, then 方案 10, then 规划许可 5 or 施工图 7: 22 days; decided on the second working day after the contract (05-09 is worked).
    expect(runs).toEqual([
      {
        runId: expect.any(String),
        runNo: "HY-2026-0001-M1",
        triggeredOn: LAND,
        ordinaryWorkingDays: 22,
        expectedWorkingDays: 9,
        actualWorkingDays: 2,
        savedWorkingDays: 20,
        items: 5,
      },
    ]);
    expect(savedWorkingDays).toBe(20);
  });

  test("R-325: nothing is counted as saved while one item is undecided, and nothing before the trigger", () => {
    expect(daysSaved(anOpinedRun().case, hengyang, calendar, LAND).runs).toEqual([]);
    const story = obtainLand(anOpinedRun());
    decided(convert(story, "planning-conditions", LAND), "planning-conditions", LAND);
    expect(daysSaved(story.case, hengyang, calendar, LAND)).toMatchObject({ savedWorkingDays: 0, runs: [{ actualWorkingDays: null, savedWorkingDays: null }] });
  });

  test("R-325 (D13): from the land contract to the construction permit, in working and calendar days", () => {
    const story = aConvertedRun();
    expect(landToPermit(story.case, calendar, "2026-05-13")).toEqual({
      landOn: LAND,
      permitOn: null,
      workingDays: 4,
      calendarDays: 5,
      ordinaryWorkingDays: 19,
    });
    grant(story, "quality-safety", "2026-05-12");
    grant(story, "construction-permit", "2026-05-13");
    expect(landToPermit(story.case, calendar, "2026-12-31")).toMatchObject({ permitOn: "2026-05-13", workingDays: 4, calendarDays: 5 });
    expect(landToPermit(anOpinedRun().case, calendar, LAND)).toBeNull();
  });

  test("R-399 (D13): what a run saved is recorded with it on the day of its last formal decision, and told anew when that day is corrected", () => {
    expect(runOf(obtainLand(anOpinedRun()))).toMatchObject({ savedWorkingDays: null, savedOn: null });
    const story = aConvertedRun();
    expect(runOf(story)).toMatchObject({ savedWorkingDays: 20, savedOn: "2026-05-11" });
    const last = story.no("drawing-review");
    story.do(manager, "2026-05-13", { type: "correct-entry", itemNo: last, entry: "decidedOn", value: "2026-05-12", reason: "录入笔误" });
    expect(runOf(story)).toMatchObject({ savedWorkingDays: 19, savedOn: "2026-05-12" });
  });
});
