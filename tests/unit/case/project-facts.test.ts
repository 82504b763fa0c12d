import { describe, expect, test } from "vitest";
import { systemActor } from "../../../app/domain/case/context";
import { agent, aPlannedCase, type CaseStory } from "../../builders/case-story";
import { anOpinedRun, LAND, obtainLand, runOf, simulatedOf } from "../../builders/simulation-story";

const change = (story: CaseStory, says: object, on = "2026-04-01") => {
  const { name, site, parcelNo, schemeNo, investmentWan, floorAreaSqm } = story.case.project;
  return { type: "change-facts" as const, facts: { name, site, parcelNo, schemeNo, investmentWan, floorAreaSqm, ...says }, reason: "规划调整", on };
};

describe("facts of a project", () => {
  test("a change keeps what was before, what is now and why", () => {
    const story = aPlannedCase();
    expect(story.case.project).toMatchObject({ parcelNo: null, schemeNo: null, floorAreaSqm: null });
    story.do(agent, "2026-04-01", change(story, { parcelNo: " 2026-12 ", floorAreaSqm: 32000 }));
    expect(story.case.project).toMatchObject({ parcelNo: "2026-12", floorAreaSqm: 32000 });
    expect(story.events.at(-1)).toMatchObject({
      type: "facts-changed",
      reason: "规划调整",
      changes: [
        { field: "parcelNo", from: null, to: "2026-12" },
        { field: "floorAreaSqm", from: null, to: "32000" },
      ],
    });
  });

  test("nothing changed, no reason, no name and a day to come are refused", () => {
    const story = aPlannedCase();
    const refused = (says: object, more: object = {}) => story.refusal(agent, "2026-04-01", { ...change(story, says), ...more }).code;
    expect(refused({})).toBe("facts-unchanged");
    expect(refused({ schemeNo: "  " })).toBe("facts-unchanged");
    expect(refused({ name: " " })).toBe("text-missing");
    expect(refused({ parcelNo: "1" }, { reason: " " })).toBe("text-missing");
    expect(refused({ parcelNo: "1" }, { on: "2026-04-02" })).toBe("day-in-future");
  });
});

describe("simulated opinions after a change", () => {
  test("R-319: a change of parcel, plan or scale makes the opinions void that wait for the trigger, and ends a run left empty", () => {
    const story = anOpinedRun();
    story.do(agent, "2026-04-01", change(story, { investmentWan: 20000 }));
    expect(Object.values(story.case.simulatedItems).map(({ status }) => status)).toEqual(["void", "void", "void", "void", "void"]);
    expect(simulatedOf(story, "scheme-review")).toMatchObject({ endCause: "facts-changed", reason: "规划调整", endedOn: "2026-04-01" });
    expect(runOf(story)).toMatchObject({ status: "ended", endCause: "nothing-converted" });
  });

  test("R-319: a new name, or a fact that was only learnt, makes nothing void", () => {
    const story = anOpinedRun();
    story.do(agent, "2026-04-01", change(story, { name: "新能源减速器项目（一期）" }));
    story.do(agent, "2026-04-01", change(story, { parcelNo: "2026-12", schemeNo: "A-3", floorAreaSqm: 32000 }));
    expect(simulatedOf(story, "scheme-review").status).toBe("opinion-given");
    story.do(agent, "2026-04-01", change(story, { schemeNo: "A-4" }));
    expect(simulatedOf(story, "scheme-review").status).toBe("void");
  });

  test("R-319: once the trigger came a change shows as a difference and voids nothing", () => {
    const story = obtainLand(anOpinedRun());
    story.do(agent, LAND, change(story, { investmentWan: 20000 }, LAND));
    expect(simulatedOf(story, "scheme-review").status).toBe("ready");
  });
});

describe("the passing of days", () => {
  const observe = (story: CaseStory, on: string) => story.do(systemActor("centre-hy"), on, { type: "observe-day", on });

  test("R-312: an opinion past its last day lapses, and with it what rests on it", () => {
    const story = anOpinedRun();
    expect(story.case.project.observeFrom).not.toBeNull();
    expect(simulatedOf(story, "planning-conditions").validTo).toBe("2027-03-09");
    observe(story, "2027-03-10");
    expect(simulatedOf(story, "planning-conditions")).toMatchObject({ status: "lapsed", endCause: "expired", endedOn: "2027-03-10" });
    expect(simulatedOf(story, "scheme-review")).toMatchObject({ status: "lapsed", endCause: "basis-ended" });
    expect(simulatedOf(story, "planning-permit")).toMatchObject({ status: "lapsed", endCause: "basis-ended" });
    expect(simulatedOf(story, "land-planning-permit").status).toBe("opinion-given");
  });

  test("R-312: on its last day an opinion still stands, and looking again records nothing twice", () => {
    const story = anOpinedRun();
    expect(story.try(systemActor("centre-hy"), "2027-03-09", { type: "observe-day", on: "2027-03-09" })).not.toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ type: "simulated-item-lapsed" })]),
    });
    observe(story, "2027-03-10");
    const again = story.try(systemActor("centre-hy"), "2027-03-10", { type: "observe-day", on: "2027-03-10" });
    expect(again).toMatchObject({ ok: false, error: { code: "nothing-to-observe" } });
  });

  test("R-312: with its last opinion lapsed a run has ended", () => {
    const story = anOpinedRun({ codes: ["planning-conditions"] });
    observe(story, "2027-03-10");
    expect(runOf(story)).toMatchObject({ status: "ended", endCause: "nothing-converted" });
  });

  test("R-312: an opinion that ran out before the trigger lapses when it comes, and is not made ready", () => {
    const story = anOpinedRun();
    obtainLand(story, "2027-03-15");
    expect(simulatedOf(story, "planning-conditions").status).toBe("lapsed");
    expect(simulatedOf(story, "land-planning-permit").status).toBe("lapsed");
    expect(runOf(story)).toMatchObject({ status: "ended", endCause: "nothing-converted" });
  });
});
