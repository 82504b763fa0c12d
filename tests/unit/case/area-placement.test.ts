import { expect, test } from "vitest";
import type { Command } from "../../../app/domain/case/commands";
import type { AreaFacts } from "../../../app/domain/case/parts/area-placement";
import { agent, CaseStory, hengyang, intake, PROJECT_FACTS, plainAnswers } from "../../builders/case-story";

const AREA: AreaFacts = {
  areaCode: "HY-BS-01",
  nameZh: "白沙洲工业园区",
  nameEn: "Baishazhou Industrial Park",
  assessments: ["geo-hazard", "energy"],
  spares: ["geo-hazard", "energy-review", "water-intake"],
  validFrom: "2025-01-01",
  validTo: "2026-12-31",
  sourceDocument: "衡政函〔2025〕3号",
};
type Place = Extract<Command, { type: "place-in-area" }>;
const placing = (says: Partial<Place> = {}): Place => ({ type: "place-in-area", areaId: "area-1", area: AREA, reason: null, on: "2026-03-02", ...says });

/** A registered and screened industrial project without a plan. */
const screened = (): CaseStory =>
  new CaseStory()
    .do(agent, "2026-03-02", {
      type: "register-project",
      projectNo: "HY-2026-0001",
      queryCode: "ABCD2345",
      enterpriseId: "enterprise-1",
      packId: hengyang.id,
      on: "2026-03-02",
      ...PROJECT_FACTS,
    })
    .do(agent, "2026-03-02", { type: "answer-screening", answers: { ...plainAnswers(hengyang, "IND"), "geo-hazard": "prone", energy: "review" } });
const confirming = (on = "2026-03-02", added: readonly { code: string; reason: string }[] = []) => ({ type: "confirm-plan", on, added, dropped: [] }) as const;

const spared = (story: CaseStory) =>
  Object.values(story.case.items)
    .filter((item) => item.sparedByArea !== null)
    .map(({ code, status, sparedByArea }) => [code, status, sparedByArea]);

test("R-209 (Z12 区域评估): the plan leaves out what the area spares, and keeps it as spared by that area", () => {
  const plain = screened().do(agent, "2026-03-02", confirming());
  const story = screened().do(agent, "2026-03-02", placing()).do(agent, "2026-03-02", confirming());
  const held = (one: CaseStory) =>
    Object.values(one.case.items)
      .filter((item) => item.status !== "dropped")
      .map(({ code }) => code);
  expect(held(plain).filter((code) => !held(story).includes(code))).toEqual(["geo-hazard", "energy-review"]);
  // The screening never asked for the third item of the area.
  expect(spared(story)).toEqual([
    ["geo-hazard", "dropped", "HY-BS-01"],
    ["energy-review", "dropped", "HY-BS-01"],
  ]);
});

test("R-210 (Z12 区域评估): an area whose results have expired, or do not hold yet, is refused with the day", () => {
  const story = screened();
  expect(story.refusal(agent, "2027-01-04", placing({ on: "2027-01-04" }))).toMatchObject({ code: "area-expired", validTo: "2026-12-31" });
  expect(story.refusal(agent, "2026-03-02", placing({ area: { ...AREA, validFrom: "2026-04-01" } }))).toMatchObject({
    code: "area-not-valid-yet",
    validFrom: "2026-04-01",
  });
  expect(story.refusal(agent, "2026-03-02", placing({ area: null }))).toMatchObject({ code: "area-unknown" });
  story.do(agent, "2026-12-31", placing({ on: "2026-12-31" }));
  expect(story.refusal(agent, "2026-12-31", placing({ on: "2026-12-31" }))).toMatchObject({ code: "area-already-placed" });
  const open = screened().do(agent, "2026-03-02", placing({ area: { ...AREA, validTo: null } }));
  expect(Object.values(open.case.placements)[0]).toMatchObject({ validTo: null, placedOn: "2026-03-02", endedOn: null });
});

test("R-211 (Z12 区域评估): after the plan was confirmed a reason is needed, and an item that has begun goes on", () => {
  const story = screened().do(agent, "2026-03-02", confirming());
  expect(story.refusal(agent, "2026-03-03", placing({ on: "2026-03-03" }))).toMatchObject({ code: "placement-needs-reason", field: "reason" });
  story.do(intake, "2026-03-03", { type: "receive-items", itemNos: [story.no("project-code")], on: "2026-03-03" });
  const area = { ...AREA, spares: ["project-code", "geo-hazard"] };
  story.do(agent, "2026-03-03", placing({ on: "2026-03-03", reason: "园区成果今日公布", area })).do(agent, "2026-03-03", confirming("2026-03-03"));
  expect(spared(story)).toEqual([["geo-hazard", "dropped", "HY-BS-01"]]);
  expect(story.item("project-code").status).toBe("received");
  expect(story.refusal(agent, "2026-03-03", confirming("2026-03-03"))).toMatchObject({ code: "plan-unchanged" });
});

test("R-209: the officer may still add a spared item, with a reason", () => {
  const story = screened().do(agent, "2026-03-02", placing());
  story.do(agent, "2026-03-02", confirming("2026-03-02", [{ code: "geo-hazard", reason: "地块在评估范围外缘" }]));
  expect(story.item("geo-hazard")).toMatchObject({ status: "planned", required: false, planReason: "地块在评估范围外缘" });
  expect(spared(story).map(([code]) => code)).toEqual(["energy-review"]);
});

test("R-211: out of the area, the next plan asks for the spared items again; another area replaces the first", () => {
  const story = screened().do(agent, "2026-03-02", placing()).do(agent, "2026-03-02", confirming());
  story.do(agent, "2026-03-04", { type: "leave-area", reason: "地块调整", on: "2026-03-04" }).do(agent, "2026-03-04", confirming("2026-03-04"));
  expect(story.item("geo-hazard").status).toBe("planned");
  expect(story.refusal(agent, "2026-03-04", { type: "leave-area", reason: "x", on: "2026-03-04" })).toMatchObject({ code: "area-not-placed" });
  story.do(agent, "2026-03-05", placing({ on: "2026-03-05", reason: "改在一区" }));
  story.do(agent, "2026-03-06", placing({ areaId: "area-2", area: { ...AREA, areaCode: "HY-BS-02" }, on: "2026-03-06", reason: "实为二区" }));
  expect(Object.values(story.case.placements).map(({ areaCode, endedOn }) => [areaCode, endedOn])).toEqual([
    ["HY-BS-01", "2026-03-04"],
    ["HY-BS-01", "2026-03-06"],
    ["HY-BS-02", null],
  ]);
});
