import { describe, expect, test } from "vitest";
import type { Pack } from "../../../app/domain/pack/pack";
import type { PackSource } from "../../../app/domain/pack/source";
import { feasibilityOf } from "../../../app/domain/plan/feasibility";
import { planOf } from "../../../app/domain/plan/plan";
import { scheduleOf } from "../../../app/domain/plan/schedule";
import { aNation, anItem, assumed, resolvedNation, stated, unstated } from "../pack/small-pack";

const items: PackSource["items"] = {
  "land-grant": anItem({
    stage: "S1",
    type: "MILESTONE",
    committed: assumed(30),
    statutory: { days: null, unit: "wd", extension: null, from: "acceptance", source: "无期限" },
  }),
  "env-form": anItem({ stage: "S1", committed: assumed(4), noticeCommitment: "local" }),
  "scheme-review": anItem({ stage: "S2", committed: assumed(10), noticeCommitment: "local" }),
  "planning-permit": anItem({ stage: "S2", committed: assumed(5), prerequisites: ["land-grant", "scheme-review"], noticeCommitment: "yes" }),
  "fire-design": anItem({ stage: "S3", committed: assumed(7), prerequisites: ["planning-permit"] }),
  "construction-permit": anItem({ stage: "S3", committed: assumed(2), prerequisites: ["fire-design"] }),
  "joint-acceptance": anItem({ stage: "S4", committed: assumed(10), prerequisites: ["construction-permit"] }),
};
const place = (cap: number | null, change: Partial<PackSource> = {}): Pack =>
  resolvedNation({
    items,
    categories: { ...aNation().categories, IND: { ...aNation().categories.IND, budgetWorkingDays: cap === null ? unstated() : stated(cap) } },
    ...change,
  });
const judge = (pack: Pack, keyProject = false) => {
  const planned = planOf(pack, "IND", {}, [], []);
  if (!planned.ok) throw new Error(planned.error.code);
  return feasibilityOf(planned.value, scheduleOf(planned.value.items), pack, "IND", keyProject);
};
const remedy = (pack: Pack, kind: string) => judge(pack).remedies.find((candidate) => candidate.kind === kind);

describe("R-053: does the plan fit the cap of its category", () => {
  test("a plan longer than the cap is infeasible and says by how much, as a whole and up to the construction permit", () => {
    expect(judge(place(10))).toMatchObject({ feasible: false, budget: 10, needed: 34, over: 24, neededToConstructionPermit: 24, overToConstructionPermit: 14 });
  });
  test("a plan of exactly the cap fits", () => expect(judge(place(34))).toMatchObject({ feasible: true, over: 0 }));
  test("without a cap nothing is judged: 未规定", () => expect(judge(place(null))).toMatchObject({ feasible: null, budget: null, over: null, needed: 34 }));
  test("the longest chain explains the need, day by day", () => {
    const { criticalPath, needed } = judge(place(10));
    expect(criticalPath.map((entry) => entry.code)).toEqual(["scheme-review", "planning-permit", "fire-design", "construction-permit", "joint-acceptance"]);
    expect(criticalPath.reduce((sum, entry) => sum + entry.workingDays, 0)).toBe(needed);
  });
  test("items without a stated limit are named, because the true need is larger", () => {
    expect(
      judge(place(10, { items: { ...items, "fire-design": anItem({ stage: "S3", committed: unstated(), prerequisites: ["planning-permit"] }) } })),
    ).toMatchObject({ needed: 27, unstated: ["fire-design"] });
  });
});

describe("how days are added up is the place's choice", () => {
  const mode = (value: "stage-sum" | "calendar") =>
    place(10, { categories: { ...aNation().categories, IND: { ...aNation().categories.IND, budgetWorkingDays: stated(10), budgetMode: stated(value) } } });
  test("stage by stage: the longest chain of each stage", () =>
    expect(judge(mode("stage-sum"))).toMatchObject({ needed: 4 + 15 + 9 + 10, mode: "stage-sum", modeAssumed: false }));
  test("by the calendar: the land milestone takes its days too", () => expect(judge(mode("calendar")).needed).toBe(30 + 5 + 7 + 2 + 10));
});

describe("R-054: what would help", () => {
  test("notice commitment shortens what may be promised to the limit of immediate cases", () => {
    expect(remedy(place(10), "notice-commitment")).toEqual({
      kind: "notice-commitment",
      availability: "unstated",
      items: ["env-form", "scheme-review", "planning-permit"],
      savesWorkingDays: 13,
      savesToConstructionPermit: 13,
      perItem: [
        { code: "scheme-review", saves: 9 },
        { code: "planning-permit", saves: 4 },
      ],
    });
  });
  test("R-055: the commitment system leaves the hard stops, public safety and the construction permit where they are", () => {
    expect(remedy(place(10), "commitment-system")).toMatchObject({ items: ["scheme-review", "planning-permit"], savesToConstructionPermit: 15 });
  });
  test("simulated approval exchanges reviews together after the land is granted, never a construction permit", () => {
    expect(remedy(place(10), "simulated-approval")).toMatchObject({
      items: ["scheme-review", "planning-permit", "fire-design"],
      savesToConstructionPermit: 19,
    });
  });
  test("without a land grant ahead there is nothing to simulate", () => {
    const { "land-grant": _, ...landHeld } = items;
    expect(
      remedy(
        place(10, { items: { ...landHeld, "planning-permit": anItem({ stage: "S2", committed: assumed(5), prerequisites: ["scheme-review"] }) } }),
        "simulated-approval",
      ),
    ).toBeUndefined();
  });
  test("the place's switches say who may use a remedy", () => {
    const switches = { simulatedApproval: stated(["KEY"]), commitment: stated(["IND"]), greenChannel: unstated<boolean>() };
    expect(remedy(place(10, { switches }), "commitment-system")?.availability).toBe("here");
    expect(remedy(place(10, { switches }), "simulated-approval")?.availability).toBe("key-projects");
    expect(remedy(place(10, { switches: { ...switches, commitment: stated(["GOV"]) } }), "commitment-system")?.availability).toBe("not-here");
    expect(remedy(place(10), "commitment-system")?.availability).toBe("unstated");
  });
  test("together only those remedies count that the place offers to this project", () => {
    const pack = place(10, { switches: { simulatedApproval: stated(["KEY"]), commitment: stated(["IND"]), greenChannel: unstated() } });
    expect(judge(pack).withAvailableRemedies).toEqual({ needed: 19, neededToConstructionPermit: 9 });
    expect(judge(pack, true).withAvailableRemedies).toEqual({ needed: 15, neededToConstructionPermit: 5 });
    expect(judge(place(10)).withAvailableRemedies).toEqual({ needed: 34, neededToConstructionPermit: 24 });
  });
});
