import { describe, expect, test } from "vitest";
import { budgetUsed } from "../../../app/domain/clock/budget";
import { daysByHolder } from "../../../app/domain/clock/holder";
import { readItem } from "../../../app/domain/clock/item-clocks";
import { readSimulated } from "../../../app/domain/clock/simulated-clock";
import { agent, calendar, hengyang } from "../../builders/case-story";
import { anOpinedRun, aRunningRun, convert, decided, LAND, obtainLand, reviewerOf, simulatedOf } from "../../builders/simulation-story";

const read = (story: ReturnType<typeof anOpinedRun>, code: string, asOf: string) =>
  readSimulated(story.case, simulatedOf(story, code), hengyang, calendar, asOf);

describe("the internal clocks", () => {
  test("the department's examination runs from simulated acceptance, without the days a correction is awaited", () => {
    const story = aRunningRun();
    const itemNo = story.no("planning-conditions");
    const who = reviewerOf(story, "planning-conditions");
    expect(read(story, "planning-conditions", "2026-03-06").review).toMatchObject({ usedWorkingDays: 2, limitWorkingDays: 5 });
    story.do(who, "2026-03-06", { type: "start-simulated-review", itemNo, on: "2026-03-06" });
    story.do(who, "2026-03-06", { type: "notify-simulated-correction", itemNo, defects: ["缺件"], on: "2026-03-06" });
    expect(read(story, "planning-conditions", "2026-03-13").review?.usedWorkingDays).toBe(2);
    story.do(agent, "2026-03-13", { type: "supply-simulated-correction", itemNo, note: null, on: "2026-03-13" });
    expect(read(story, "planning-conditions", "2026-03-17").review?.usedWorkingDays).toBe(4);
    expect(read(anOpinedRun(), "planning-conditions", LAND).review?.usedWorkingDays).toBe(3);
  });

  test("validity is counted in calendar days, and its last thirty are pointed out", () => {
    const story = anOpinedRun();
    expect(read(story, "planning-conditions", "2027-02-06")).toMatchObject({ validDaysLeft: 31, validityEnding: false });
    expect(read(story, "planning-conditions", "2027-02-07")).toMatchObject({ validDaysLeft: 30, validityEnding: true });
    expect(read(story, "planning-conditions", "2027-03-09")).toMatchObject({ validDaysLeft: 0, validityEnding: true });
    expect(read(story, "planning-conditions", "2027-03-10")).toMatchObject({ validDaysLeft: -1, validityEnding: false });
  });

  test("R-313: the conversion clock starts with the trigger, or with the end of the last formal prerequisite", () => {
    const story = obtainLand(anOpinedRun());
    expect(read(story, "planning-conditions", LAND).conversion).toMatchObject({ limitWorkingDays: 3, startedOn: LAND, reading: { dueOn: "2026-05-12" } });
    expect(read(story, "scheme-review", LAND)).toMatchObject({ conversion: null, waitsFor: [{ code: "planning-conditions" }] });
    decided(convert(story, "planning-conditions", "2026-05-11"), "planning-conditions", "2026-05-11");
    expect(read(story, "scheme-review", "2026-05-11").conversion).toMatchObject({ startedOn: "2026-05-11", reading: { dueOn: "2026-05-14", light: "ok" } });
    expect(read(story, "scheme-review", "2026-05-15").conversion?.reading.light).toBe("late");
  });

  test("R-323: no simulated day enters the budget, the holders, or a committed or statutory clock", () => {
    const story = anOpinedRun({ codes: ["planning-conditions", "scheme-review", "drawing-review"] });
    const plain = aRunningRun();
    for (const code of ["planning-conditions", "scheme-review", "drawing-review"]) {
      const reading = readItem(story.case, story.item(code), hengyang, calendar, LAND);
      expect(reading).toMatchObject({ committed: null, statutory: null, running: false });
      expect(story.item(code)).toMatchObject({ running: false, dueOn: null, lateFrom: null });
    }
    const ofDepartments = (days: ReturnType<typeof daysByHolder>) => days.totals.filter(({ holder }) => holder.kind === "department" && holder.code === "zr");
    expect(ofDepartments(daysByHolder(story.case, hengyang, calendar, LAND))).toEqual([]);
    // Only the two filings granted on their day count, as in a case where nothing was simulated.
    expect(budgetUsed(plain.case, hengyang, calendar, LAND).used).toBe(0);
    expect(budgetUsed(story.case, hengyang, calendar, LAND).days.filter((day) => day > "2026-03-06")).toEqual([]);
    expect(story.case.project.nextDueOn).toBeNull();
  });
});
