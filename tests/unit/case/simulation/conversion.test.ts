import { describe, expect, test } from "vitest";
import { systemActor } from "../../../../app/domain/case/context";
import { conversionBlocks } from "../../../../app/domain/case/simulation/conversion-blocks";
import { differencesOf } from "../../../../app/domain/case/simulation/snapshot";
import { readItem } from "../../../../app/domain/clock/item-clocks";
import { agent, type CaseStory, calendar, hengyang, intake, reviewer } from "../../../builders/case-story";
import {
  aConvertedRun,
  anOpinedRun,
  aRunningRun,
  convert,
  decided,
  LAND,
  obtainLand,
  opine,
  reviewerOf,
  runOf,
  simulatedOf,
} from "../../../builders/simulation-story";

const CODE = "planning-conditions";
const AFTER = "2026-05-11";
const ready = (): CaseStory => obtainLand(anOpinedRun());
const conversion = (story: CaseStory, code: string, on: string) => ({
  type: "convert-item" as const,
  itemNo: story.no(code),
  acceptanceNo: "衡受〔2026〕9号",
  on,
});
/** Everything the officer knows, with the parcel's number changed. */
const facts = (story: CaseStory, says: object) => {
  const { name, site, parcelNo, schemeNo, investmentWan, floorAreaSqm } = story.case.project;
  return { type: "change-facts" as const, facts: { name, site, parcelNo, schemeNo, investmentWan, floorAreaSqm, ...says }, reason: "出让合同载明" };
};
const look = (story: CaseStory, code: string, outcome: "confirm" | "correct" | "ordinary", on: string, more: object = {}) => ({
  type: "review-differences" as const,
  itemNo: story.no(code),
  outcome,
  note: "已核对",
  defects: [] as readonly string[],
  on,
  ...more,
});

describe("rules to test 2 and 3", () => {
  test("R-315: formal acceptance happens at conversion, on that day, and the statutory clock starts there", () => {
    const story = convert(ready(), CODE, AFTER);
    const item = story.item(CODE);
    expect(item).toMatchObject({ status: "accepted", receivedOn: AFTER, acceptedOn: AFTER, acceptedByName: intake.name });
    expect(simulatedOf(story, CODE)).toMatchObject({ status: "converted", convertedOn: AFTER });
    const { statutory, committed } = readItem(story.case, item, hengyang, calendar, AFTER);
    for (const clock of [statutory, committed]) if (clock) expect(clock.usedDays).toBe(0);
    expect(story.events.filter(({ type }) => type === "item-accepted")).toHaveLength(3);
  });

  test("R-316: no formal decision is earlier than the formal acceptance, whatever the simulated opinion's day", () => {
    const story = convert(ready(), CODE, AFTER);
    const who = reviewer("zr", "甲");
    story.do(who, AFTER, { type: "start-review", itemNo: story.no(CODE), on: AFTER });
    story.do(who, AFTER, { type: "record-step", itemNo: story.no(CODE), step: "examine", remark: null, on: AFTER });
    story.do(reviewer("zr", "乙"), AFTER, { type: "record-step", itemNo: story.no(CODE), step: "recheck", remark: null, on: AFTER });
    const decision = { type: "decide-item" as const, itemNo: story.no(CODE), granted: true, decisionNo: "衡规条1号", reason: null, overdueReason: null };
    const opinionOn = simulatedOf(story, CODE).opinionOn ?? "";
    expect(story.refusal(reviewer("zr", "丙"), AFTER, { ...decision, on: opinionOn }).code).toBe("day-before");
    expect(story.refusal(reviewer("zr", "丙"), AFTER, { ...decision, on: "2026-05-10" }).code).toBe("day-before");
    expect(story.do(reviewer("zr", "丙"), AFTER, { ...decision, on: AFTER }).item(CODE)).toMatchObject({ status: "granted", decidedOn: AFTER });
  });

  test("R-316: whoever converts has accepted, and cannot decide", () => {
    const story = convert(ready(), CODE, AFTER);
    expect(story.item(CODE).acceptedById).toBe(intake.personId);
  });
});

describe("conversion", () => {
  test("R-315: it goes the ordinary way of receipt and acceptance, formal prerequisites first", () => {
    const story = ready();
    expect(story.refusal(intake, LAND, conversion(story, "scheme-review", LAND))).toMatchObject({
      code: "prerequisites-not-ended",
      missing: [story.item(CODE).nameZh],
    });
    decided(convert(story, CODE, LAND), CODE, LAND);
    expect(convert(story, "scheme-review", LAND).item("scheme-review").status).toBe("accepted");
  });

  test("R-315: a run whose items are all converted has ended", () => {
    expect(runOf(aConvertedRun())).toMatchObject({ status: "ended", endCause: "converted", endedOn: "2026-05-11" });
  });

  test("R-317: nothing is converted after its opinion ran out, recorded as lapsed or not", () => {
    const story = ready();
    const last = simulatedOf(story, CODE).validTo ?? "";
    expect(last).toBe("2027-03-09");
    expect(story.try(intake, "2027-03-10", conversion(story, CODE, last)).ok).toBe(true);
    expect(story.refusal(intake, "2027-03-10", conversion(story, CODE, "2027-03-10"))).toMatchObject({ code: "simulated-opinion-expired", validTo: last });
    story.do(systemActor("centre-hy"), "2027-03-10", { type: "observe-day", on: "2027-03-10" });
    expect(story.refusal(intake, "2027-03-10", conversion(story, CODE, "2027-03-10"))).toMatchObject({
      code: "simulated-state-forbids",
      simulatedStatus: "lapsed",
    });
  });

  test("nothing is converted before it is ready", () => {
    const story = anOpinedRun();
    expect(story.refusal(intake, LAND, conversion(story, CODE, LAND))).toMatchObject({ code: "simulated-state-forbids", simulatedStatus: "opinion-given" });
    expect(story.refusal(intake, LAND, conversion(story, "wage-deposit", LAND)).code).toBe("item-not-simulated");
  });
});

describe("what changed since the simulated opinion", () => {
  test("R-314: nothing changed: nothing stands in the way", () => {
    const story = ready();
    expect(differencesOf(story.case, simulatedOf(story, CODE), hengyang)).toEqual([]);
    expect(conversionBlocks(story.case, simulatedOf(story, CODE), hengyang, LAND)).toEqual([]);
  });

  test("R-314: facts are told by field, with before and after", () => {
    const story = ready();
    story.do(agent, LAND, { ...facts(story, { parcelNo: "2026-12号", floorAreaSqm: 32000 }), on: LAND });
    expect(differencesOf(story.case, simulatedOf(story, CODE), hengyang)).toEqual([
      { kind: "fact", name: "parcelNo", before: null, after: "2026-12号" },
      { kind: "fact", name: "floorAreaSqm", before: null, after: "32000" },
    ]);
    expect(story.refusal(intake, LAND, conversion(story, CODE, LAND))).toMatchObject({
      code: "differences-open",
      count: 2,
      names: ["parcelNo", "floorAreaSqm"],
    });
  });

  test("R-314: materials are told by digest: a new version, one more, one taken back", () => {
    const [plan = "", conditions = ""] = hengyang.items.find((item) => item.code === "scheme-review")?.coreMaterials ?? [];
    const attach = (story: CaseStory, name: string, digit: string, on: string) =>
      story.do(agent, on, {
        type: "attach-file",
        itemNo: story.no("scheme-review"),
        name,
        file: { digest: digit.repeat(64), name: "a.pdf", bytes: 10, mediaType: "application/pdf" },
      });
    const story = aRunningRun();
    attach(story, plan, "1", "2026-03-05");
    opine(story, CODE, "2026-03-09");
    opine(story, "scheme-review", "2026-03-16");
    obtainLand(story);
    const found = () => differencesOf(story.case, simulatedOf(story, "scheme-review"), hengyang);
    expect(found()).toEqual([]);
    attach(story, plan, "2", AFTER);
    attach(story, conditions, "3", AFTER);
    expect(found()).toEqual([
      { kind: "material", name: plan, before: "1".repeat(64), after: "2".repeat(64) },
      { kind: "material", name: conditions, before: null, after: "3".repeat(64) },
    ]);
    const returned = { type: "return-material" as const, itemNo: story.no("scheme-review"), name: plan, reason: "误传", on: AFTER };
    story.do(agent, AFTER, returned);
    expect(found()[0]).toEqual({ kind: "material", name: plan, before: "1".repeat(64), after: null });
  });

  test("R-314: only what differs is reviewed again, and once confirmed it no longer stands in the way", () => {
    const story = ready();
    story.do(agent, LAND, { ...facts(story, { parcelNo: "2026-12号" }), on: LAND });
    story.do(reviewerOf(story, CODE), LAND, look(story, CODE, "confirm", LAND));
    expect(simulatedOf(story, CODE)).toMatchObject({ status: "ready", differencesConfirmedOn: LAND });
    expect(story.refusal(reviewerOf(story, CODE), LAND, look(story, CODE, "confirm", LAND)).code).toBe("differences-already-confirmed");
    story.do(agent, LAND, { ...facts(story, { floorAreaSqm: 32000 }), on: LAND });
    expect(story.refusal(intake, LAND, conversion(story, CODE, LAND))).toMatchObject({ code: "differences-open", names: ["floorAreaSqm"] });
    story.do(reviewerOf(story, CODE), LAND, look(story, CODE, "confirm", LAND));
    expect(convert(story, CODE, LAND).item(CODE).status).toBe("accepted");
  });

  test("R-318: what is wrong is corrected, and the item is ready again", () => {
    const story = ready();
    story.do(agent, LAND, { ...facts(story, { floorAreaSqm: 32000 }), on: LAND });
    const who = reviewerOf(story, CODE);
    expect(story.refusal(who, LAND, look(story, CODE, "correct", LAND)).code).toBe("defects-missing");
    story.do(who, LAND, look(story, CODE, "correct", LAND, { defects: ["面积与合同不符"] }));
    expect(simulatedOf(story, CODE)).toMatchObject({ status: "conversion-correcting", conversionDefects: ["面积与合同不符"] });
    expect(story.refusal(intake, LAND, conversion(story, CODE, LAND)).code).toBe("simulated-state-forbids");
    story.do(agent, AFTER, { ...facts(story, { floorAreaSqm: null }), on: AFTER });
    story.do(agent, AFTER, { type: "supply-conversion-correction", itemNo: story.no(CODE), note: "已改回", on: AFTER });
    expect(convert(story, CODE, AFTER).item(CODE).acceptedOn).toBe(AFTER);
  });

  test("R-318: an item that is no longer what was examined goes the ordinary way, and its successors look at that", () => {
    const story = ready();
    story.do(agent, LAND, { ...facts(story, { floorAreaSqm: 90000 }), on: LAND });
    const who = reviewerOf(story, CODE);
    expect(story.refusal(who, LAND, look(story, CODE, "ordinary", LAND, { note: null })).code).toBe("text-missing");
    story.do(who, LAND, look(story, CODE, "ordinary", LAND, { note: "规模翻倍" }));
    expect(simulatedOf(story, CODE)).toMatchObject({ status: "ordinary", endCause: "substantial-difference", reason: "规模翻倍" });
    expect(differencesOf(story.case, simulatedOf(story, "scheme-review"), hengyang)).toContainEqual(
      expect.objectContaining({ kind: "basis", name: CODE, after: "ordinary" }),
    );
    expect(story.do(intake, LAND, { type: "receive-items", itemNos: [story.no(CODE)], on: LAND }).item(CODE).status).toBe("received");
  });

  test("there is nothing to look at where nothing differs", () => {
    const story = ready();
    expect(story.refusal(reviewerOf(story, CODE), LAND, look(story, CODE, "confirm", LAND)).code).toBe("nothing-differs");
    expect(story.refusal(reviewer("zj"), LAND, look(story, CODE, "confirm", LAND)).code).toBe("not-allowed-other-department");
  });
});

describe("what blocks conversion", () => {
  test("each step of the way names what is awaited", () => {
    const codes = (story: CaseStory, code: string, on: string) =>
      conversionBlocks(story.case, simulatedOf(story, code), hengyang, on).map((block) => block.kind);
    const story = anOpinedRun();
    expect(codes(story, CODE, "2026-04-01")).toEqual(["trigger-awaited"]);
    obtainLand(story);
    expect(codes(story, CODE, LAND)).toEqual([]);
    expect(codes(story, "scheme-review", LAND)).toEqual(["prerequisites"]);
    expect(codes(story, CODE, "2027-06-01")).toEqual(["expired"]);
    convert(story, CODE, LAND);
    expect(codes(story, CODE, LAND)).toEqual([]);
  });
});
