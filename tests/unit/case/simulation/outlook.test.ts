import { describe, expect, test } from "vitest";
import { conversionBlocks } from "../../../../app/domain/case/simulation/conversion-blocks";
import { readSimulated } from "../../../../app/domain/clock/simulated-clock";
import { calendar, hengyang } from "../../../builders/case-story";
import {
  aConvertedRun,
  agent,
  anApplication,
  anOpinedRun,
  aRunningRun,
  convert,
  decided,
  LAND,
  manager,
  obtainLand,
  runOf,
  simulatedOf,
} from "../../../builders/simulation-story";

const outlook = (story: ReturnType<typeof anOpinedRun>, code: string) => {
  const { conversionFrom, blockedBy } = simulatedOf(story, code);
  return { conversionFrom, blockedBy };
};

describe("what is kept with a simulated item for lists to tell", () => {
  test("R-425: what stands between it and its conversion, at each step of the way", () => {
    expect(outlook(anApplication(), "planning-conditions")).toEqual({ conversionFrom: null, blockedBy: ["ruling-awaited"] });
    expect(outlook(aRunningRun(), "planning-conditions").blockedBy).toEqual(["review-awaited"]);
    const story = anOpinedRun();
    expect(outlook(story, "planning-conditions").blockedBy).toEqual(["trigger-awaited"]);
    expect(outlook(story, "scheme-review").blockedBy).toEqual(["trigger-awaited", "prerequisites"]);
    obtainLand(story);
    expect(outlook(story, "planning-conditions")).toEqual({ conversionFrom: LAND, blockedBy: [] });
    expect(outlook(story, "scheme-review")).toEqual({ conversionFrom: null, blockedBy: ["prerequisites"] });
  });

  test("R-425: from when it may be converted: readiness, or the end of the last formal prerequisite", () => {
    const story = obtainLand(anOpinedRun());
    decided(convert(story, "planning-conditions", "2026-05-11"), "planning-conditions", "2026-05-11");
    expect(outlook(story, "scheme-review")).toEqual({ conversionFrom: "2026-05-11", blockedBy: [] });
    expect(outlook(story, "planning-conditions")).toEqual({ conversionFrom: LAND, blockedBy: [] });
  });

  test("R-425: a fact that changed is kept as a block on the day it changes, and gone once it is confirmed", () => {
    const story = obtainLand(anOpinedRun());
    const { name, site, schemeNo, investmentWan, floorAreaSqm } = story.case.project;
    const facts = { name, site, parcelNo: "衡土挂2026-07号", schemeNo, investmentWan, floorAreaSqm };
    story.do(agent, LAND, { type: "change-facts", facts, reason: "合同载明", on: LAND });
    expect(outlook(story, "planning-conditions").blockedBy).toEqual(["differences"]);
  });

  test("R-425: the kept blocks are those a page works out, and the kept day is that of the conversion clock, at every step", () => {
    for (const story of [anApplication(), aRunningRun(), anOpinedRun(), obtainLand(anOpinedRun()), aConvertedRun()])
      for (const simulated of Object.values(story.case.simulatedItems)) {
        expect(simulated.blockedBy).toEqual(conversionBlocks(story.case, simulated, hengyang, LAND).map(({ kind }) => kind));
        expect(simulated.conversionFrom).toBe(readSimulated(story.case, simulated, hengyang, calendar, LAND).conversion?.startedOn ?? null);
      }
  });

  test("R-425: nothing is kept of what is on its way no more", () => {
    const story = anOpinedRun();
    story.do(manager, LAND, { type: "terminate-simulation", runNo: runOf(story).runNo, ground: "land-not-obtained", reason: "流拍", on: LAND });
    expect(outlook(story, "planning-conditions")).toEqual({ conversionFrom: null, blockedBy: [] });
  });
});
