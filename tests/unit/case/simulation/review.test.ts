import { describe, expect, expectTypeOf, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import { missingPrerequisites } from "../../../../app/domain/case/guards";
import { isFulfilled } from "../../../../app/domain/case/moves";
import type { SimulatedOpinionNo } from "../../../../app/domain/case/parts/simulation";
import { simulatedBasis } from "../../../../app/domain/case/simulation/reads";
import type { Item } from "../../../../app/domain/case/state";
import { readItem } from "../../../../app/domain/clock/item-clocks";
import type { Pack } from "../../../../app/domain/pack/pack";
import { agent, calendar, hengyang, intake, manager, reviewer } from "../../../builders/case-story";
import { anOpinedRun, aRunningRun, convert, grant, LAND, obtainLand, opine, reviewerOf, runOf, simulatedOf } from "../../../builders/simulation-story";

const lasting = (months: number | null): Pack => ({
  ...hengyang,
  rules: { ...(hengyang.rules as NonNullable<Pack["rules"]>), simulatedOpinionMonths: { value: months, source: "test", assumed: false } },
});

describe("rule to test 1", () => {
  test("R-308: a simulated opinion satisfies the prerequisite of another simulated item", () => {
    const story = aRunningRun();
    opine(story, "planning-conditions", "2026-03-09");
    opine(story, "scheme-review", "2026-03-16");
    expect(simulatedOf(story, "scheme-review").basis).toEqual([
      { code: "planning-conditions", by: "simulated", no: simulatedOf(story, "planning-conditions").opinionNo },
    ]);
  });

  test("R-308: a simulated opinion never satisfies the prerequisite of a formal item", () => {
    const story = anOpinedRun({ codes: ["planning-conditions"] });
    const formal = story.item("scheme-review");
    expect(missingPrerequisites(story.case, formal, "9999-12-31").map(({ code }) => code)).toEqual(["planning-conditions"]);
    expect(story.refusal(intake, LAND, { type: "receive-items", itemNos: [formal.itemNo], on: LAND }).code).toBe("prerequisites-not-ended");
    expect(story.refusal(agent, LAND, { type: "complete-milestone", itemNo: story.no("land-grant"), reference: "衡土让12", on: LAND }).code).toBe(
      "prerequisites-not-ended",
    );
  });

  test("R-308: what the run was allowed to miss is waived, a formal grant counts, anything else holds the opinion up", () => {
    const story = aRunningRun();
    const permit = story.no("land-planning-permit");
    story.do(reviewerOf(story, "land-planning-permit"), "2026-03-05", { type: "start-simulated-review", itemNo: permit, on: "2026-03-05" });
    const opinion = { type: "give-simulated-opinion" as const, itemNo: permit, stance: "agree" as const, conditions: [], on: "2026-03-06" };
    expect(story.refusal(reviewerOf(story, "land-planning-permit"), "2026-03-06", opinion)).toMatchObject({
      code: "simulated-prerequisites-open",
      missing: [story.item("ent-filing").nameZh],
    });
    for (const code of ["project-code", "ent-filing"]) grant(story, code, "2026-03-05");
    story.do(reviewerOf(story, "land-planning-permit"), "2026-03-06", opinion);
    expect(simulatedOf(story, "land-planning-permit").basis).toEqual([
      { code: "land-grant", by: "waived", no: null },
      { code: "ent-filing", by: "formal", no: story.item("ent-filing").decisionNo },
    ]);
  });

  test("R-308: no function for formal items takes a simulated one, by type", () => {
    const story = anOpinedRun();
    const simulated = simulatedOf(story, "scheme-review");
    // @ts-expect-error a simulated item is no item: whether it is fulfilled cannot be asked
    expect(isFulfilled(simulated)).toBe(false);
    // @ts-expect-error nor can a statutory or committed clock be read of it
    const read = () => readItem(story.case, simulated, hengyang, calendar, LAND);
    expect(read).toBeTypeOf("function");
    expectTypeOf<string>().not.toExtend<SimulatedOpinionNo>();
    expectTypeOf(simulated).not.toExtend<Item>();
  });
});

describe("rule to test 4", () => {
  test("R-302: no way leads a construction permit into a simulated run", () => {
    const story = aRunningRun();
    const itemNo = story.no("construction-permit");
    const who = reviewer("zj");
    expect(story.refusal(who, LAND, { type: "start-simulated-review", itemNo, on: LAND }).code).toBe("item-not-simulated");
    const missing = [{ code: "land-right", expectedOn: "2026-06-01" }];
    const asked = { type: "apply-simulation" as const, kind: "whole" as const, itemNos: [itemNo], missing, on: LAND };
    expect(story.refusal(agent, LAND, asked).code).toBe("construction-permit-never-simulated");
  });
});

describe("rule to test 5", () => {
  const validTo = (months: number | null, on: string) => {
    const story = aRunningRun({ codes: ["planning-conditions"], pack: lasting(months) });
    opine(story, "planning-conditions", on);
    return simulatedOf(story, "planning-conditions");
  };

  test("R-311: an opinion is valid to the same day of the month in which its months end, or to that month's last day", () => {
    expect(validTo(12, "2026-08-31").validTo).toBe("2027-08-31");
    expect(validTo(6, "2026-08-31").validTo).toBe("2027-02-28");
    expect(validTo(3, "2026-11-30").validTo).toBe("2027-02-28");
    expect(validTo(18, "2026-08-31").validTo).toBe("2028-02-29");
  });

  test("R-311: where the place says nothing it is valid for twelve months, marked as assumed", () => {
    expect(validTo(null, "2026-03-09")).toMatchObject({ validTo: "2027-03-09", validMonths: 12, validityAssumed: true });
    expect(validTo(6, "2026-03-09")).toMatchObject({ validMonths: 6, validityAssumed: false });
  });
});

describe("rule to test 6", () => {
  test("R-310: the number of a simulated opinion is made by the system and carries the mark", () => {
    expect(simulatedOf(anOpinedRun(), "scheme-review").opinionNo).toBe("模拟-HY-2026-0001-M1-03");
  });

  test("R-310: no formal paper takes a simulated number, whichever act would record it", () => {
    const story = anOpinedRun({ codes: ["land-planning-permit"] });
    const no = `关于 ${simulatedOf(anOpinedRun(), "planning-conditions").opinionNo}`;
    const itemNo = story.no("planning-conditions");
    story.do(intake, LAND, { type: "receive-items", itemNos: [itemNo], on: LAND });
    const refused = { code: "simulated-number-not-formal" };
    expect(story.refusal(intake, LAND, { type: "accept-item", itemNo, acceptanceNo: no, on: LAND })).toMatchObject({ ...refused, field: "acceptanceNo" });
    expect(story.refusal(intake, LAND, { type: "accept-stage", stage: "S1", acceptanceNo: no, on: LAND })).toMatchObject(refused);
    expect(story.refusal(intake, LAND, { type: "refuse-acceptance", itemNo, decisionNo: no, reason: "x", on: LAND })).toMatchObject({
      ...refused,
      field: "decisionNo",
    });
    expect(story.refusal(intake, LAND, { type: "notify-correction", itemNo, noticeNo: no, defects: ["x"], replyBy: null, on: LAND })).toMatchObject(refused);
    story.do(intake, LAND, { type: "accept-item", itemNo, acceptanceNo: "衡受〔2026〕3号", on: LAND });
    const entry = { type: "correct-entry" as const, itemNo, entry: "acceptanceNo" as const, reason: "笔误" };
    expect(story.refusal(manager, LAND, { ...entry, value: " 模 拟-1" })).toMatchObject({ ...refused, field: "value" });
    const who = ["甲", "乙", "丙"].map((name) => reviewer("zr", name));
    story.do(who[0] ?? agent, LAND, { type: "start-review", itemNo, on: LAND });
    story.do(who[0] ?? agent, LAND, { type: "record-step", itemNo, step: "examine", remark: null, on: LAND });
    story.do(who[1] ?? agent, LAND, { type: "record-step", itemNo, step: "recheck", remark: null, on: LAND });
    const decision = { type: "decide-item" as const, itemNo, granted: true, decisionNo: no, reason: null, overdueReason: null, on: LAND };
    expect(story.refusal(who[2] ?? agent, LAND, decision)).toMatchObject({ ...refused, field: "decisionNo" });
    const milestone = { type: "complete-milestone" as const, itemNo: story.no("joint-survey"), reference: no, on: LAND };
    expect(["simulated-number-not-formal", "prerequisites-not-ended"]).toContain(story.refusal(agent, LAND, milestone).code);
  });

  test("R-310: a conversion is not accepted under a simulated number either", () => {
    const story = obtainLand(anOpinedRun());
    const itemNo = story.no("planning-conditions");
    const no = simulatedOf(story, "planning-conditions").opinionNo ?? "";
    expect(story.refusal(intake, LAND, { type: "convert-item", itemNo, acceptanceNo: no, on: LAND }).code).toBe("simulated-number-not-formal");
    expect(convert(story, "planning-conditions", LAND).item("planning-conditions").acceptanceNo).not.toContain("模拟");
  });
});

describe("the simulated review", () => {
  test("R-309: every defect is told by one list, and there is no second", () => {
    const story = aRunningRun();
    const itemNo = story.no("planning-conditions");
    const who = reviewerOf(story, "planning-conditions");
    story.do(who, "2026-03-05", { type: "start-simulated-review", itemNo, on: "2026-03-05" });
    const list = { type: "notify-simulated-correction" as const, itemNo, defects: ["缺总平面图"], on: "2026-03-06" };
    expect(story.refusal(who, "2026-03-06", { ...list, defects: [] }).code).toBe("defects-missing");
    story.do(who, "2026-03-06", list);
    expect(simulatedOf(story, "planning-conditions")).toMatchObject({ status: "correcting", correctionDefects: ["缺总平面图"] });
    story.do(agent, "2026-03-10", { type: "supply-simulated-correction", itemNo, note: null, on: "2026-03-10" });
    expect(story.refusal(who, "2026-03-11", { ...list, on: "2026-03-11" }).code).toBe("simulated-list-already-given");
  });

  test("a department examines its own items only, in the order of days, and says what it wants changed", () => {
    const story = aRunningRun();
    const itemNo = story.no("planning-conditions");
    const start = { type: "start-simulated-review" as const, itemNo, on: "2026-03-05" };
    expect(story.refusal(reviewer("zj"), "2026-03-05", start).code).toBe("not-allowed-other-department");
    expect(story.refusal(reviewer("zr"), "2026-03-05", { ...start, on: "2026-03-03" }).code).toBe("day-before");
    expect(story.refusal(reviewer("zr"), "2026-03-05", { ...start, on: "2026-03-06" }).code).toBe("day-in-future");
    story.do(reviewer("zr"), "2026-03-05", start);
    const opinion = { type: "give-simulated-opinion" as const, itemNo, stance: "agree-with-conditions" as const, conditions: [], on: "2026-03-06" };
    expect(story.refusal(reviewer("zr"), "2026-03-06", opinion).code).toBe("opinion-needs-conditions");
    expect(may(reviewer("zr"), "apply-simulation")).toBe(false);
  });

  test("an opinion against does not pass; the item may be applied for again", () => {
    const story = aRunningRun({ codes: ["planning-conditions"] });
    opine(story, "planning-conditions", "2026-03-09", "disagree");
    expect(simulatedOf(story, "planning-conditions")).toMatchObject({ status: "not-passed", validTo: null, endedOn: "2026-03-09" });
    expect(runOf(story).status).toBe("ended");
    const missing = [{ code: "land-right", expectedOn: "2026-06-01" }];
    const again = { type: "apply-simulation" as const, kind: "whole" as const, itemNos: [story.no("planning-conditions")], missing, on: "2026-03-10" };
    expect(story.do(agent, "2026-03-10", again).case.runs[runOf(story).id]?.runNo).toBe("HY-2026-0001-M2");
  });

  test("an opinion keeps what it was given on: materials, facts and basis", () => {
    const story = aRunningRun({ codes: ["planning-conditions"] });
    const itemNo = story.no("planning-conditions");
    const [name = ""] = hengyang.items.find((item) => item.code === "planning-conditions")?.coreMaterials ?? [];
    const file = (digit: string) => ({ digest: digit.repeat(64), name: "a.pdf", bytes: 10, mediaType: "application/pdf" });
    story.do(agent, "2026-03-05", { type: "attach-file", itemNo, name, file: file("1") });
    story.do(agent, "2026-03-06", { type: "attach-file", itemNo, name, file: file("2") });
    opine(story, "planning-conditions", "2026-03-09");
    expect(simulatedOf(story, "planning-conditions").materials).toEqual([{ name, digests: ["2".repeat(64)], broughtOn: "2026-03-05" }]);
    expect(simulatedOf(story, "planning-conditions").facts).toMatchObject({
      site: "衡阳市高新区",
      investmentWan: "12600",
      "screening.land": "construction-land",
    });
  });

  test("what was refused or lapsed meanwhile is no basis for a further opinion", () => {
    const story = anOpinedRun({ codes: ["planning-conditions", "scheme-review"], pack: lasting(1) });
    const after = "2026-04-10";
    const basis = simulatedBasis(story.case, { item: story.item("scheme-review"), run: runOf(story) }, after);
    expect(basis.missing.map(({ code }) => code)).toEqual(["planning-conditions"]);
  });
});
