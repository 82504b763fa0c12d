import { describe, expect, test } from "vitest";
import type { CategoryCode, Pack } from "../../app/domain/pack/pack";
import { questionsFor } from "../../app/domain/pack/screening";
import { feasibilityOf } from "../../app/domain/plan/feasibility";
import { confirmable, planOf, wholeMenu } from "../../app/domain/plan/plan";
import { finishOf, scheduleOf } from "../../app/domain/plan/schedule";
import { loadPacks } from "../../db/load-packs";

/** What the shipped packs say, against the sources they were taken from. */

const packs = loadPacks();
const pack = (id: string): Pack => {
  const found = packs.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no pack ${id}`);
  return found;
};
const national = pack("national");
const hengyang = pack("hengyang-2018");
const dongying = pack("dongying-2019");
const item = (of: Pack, code: string) => of.items.find((candidate) => candidate.code === code);
const category = (of: Pack, code: CategoryCode) => of.categories.find((candidate) => candidate.code === code);

/** The answers of a project that meets nothing unusual: the quiet option of every question, then what differs. */
const QUIET = ["none", "filing", "construction-land", "code", "below", "other", "whole", "merged"];
function answersFor(of: Pack, code: CategoryCode, change: Record<string, string>): Record<string, string> {
  const quiet = questionsFor(of, code).map((question) => [question.code, question.options.find((option) => QUIET.includes(option.code))?.code ?? ""]);
  return { ...Object.fromEntries(quiet), ...change };
}
function planned(of: Pack, code: CategoryCode, change: Record<string, string>) {
  const plan = planOf(of, code, answersFor(of, code, change), [], []);
  const complete = plan.ok ? confirmable(plan.value) : plan;
  if (!complete.ok) throw new Error(JSON.stringify(complete.error));
  return complete.value;
}

describe("the national catalogue", () => {
  test("has 75 items, four stages and the utility track", () => {
    expect(national.items).toHaveLength(75);
    expect(national.stages.map((stage) => stage.code)).toEqual(["S1", "S2", "S3", "S4", "P"]);
  });
  test("R-044: limits that the law starts at receipt start at receipt", () => {
    expect(national.items.filter((entry) => entry.statutory.startsAt === "receipt").map((entry) => entry.code)).toEqual([
      "seismic-safety",
      "env-report",
      "env-form",
      "construction-permit-staged",
      "construction-permit",
    ]);
  });
  test("R-043: the general limit of 20 working days may be extended by 10 (行政许可法 art. 42)", () => {
    const general = national.items.filter((entry) => entry.statutory.source.startsWith("《行政许可法》第四十二条"));
    expect(general.length).toBeGreaterThan(15);
    expect(general.every((entry) => entry.statutory.days === 20 && entry.statutory.extensionDays === 10)).toBe(true);
  });
  test("every committed limit is an assumption and none exceeds the law", () => {
    expect(national.items.every((entry) => entry.committed.assumed)).toBe(true);
  });
  test("rules of one province are not national limits", () => expect(item(national, "util-water")?.statutory.days).toBeNull());
  test("only the eight procedures of 行政许可法 art. 45 stop a clock unless a place says more", () => {
    expect(national.procedures.map((kind) => `${kind.code} ${kind.stops}`)).toEqual(
      ["hearing", "tendering", "auction", "inspection", "testing", "quarantine", "appraisal", "expert-review"].map((code) => `${code} both`),
    );
  });
  test("has an English text for every Chinese one", () => {
    const words = [
      national.items,
      national.departments,
      national.questions.flatMap((question) => [{ name: question.text }, ...question.options.map((option) => ({ name: option.text }))]),
    ].flat();
    for (const { name } of words) expect(name.en, name.zh).toMatch(/[A-Za-z]/);
  });
});

describe("longest chain of committed days over the whole menu, to the construction permit and to the registration of the building", () => {
  test.each<[CategoryCode, number, number]>([
    ["GOV", 40, 57],
    ["SOC", 29, 46],
    ["LANDPLAN", 20, 37],
    ["SMALL", 24, 41],
    ["IND", 29, 46],
  ])("%s: %i and %i working days", (code, permit, registration) => {
    const schedule = scheduleOf(wholeMenu(national, code));
    expect([finishOf(schedule, "construction-permit"), finishOf(schedule, "building-registration")]).toEqual([permit, registration]);
  });
  test("a technical upgrade has no construction chain", () => {
    const menu = wholeMenu(national, "TECH");
    expect(menu).toHaveLength(11);
    expect(finishOf(scheduleOf(menu), "construction-permit")).toBeNull();
  });
});

describe("screening", () => {
  test("an ordinary industrial project on land under contract needs about two dozen items", () => {
    const plan = planned(hengyang, "IND", { land: "contract-signed", eia: "form", "soil-water": "form" });
    expect(plan.items.length).toBeGreaterThanOrEqual(15);
    expect(plan.items.length).toBeLessThanOrEqual(25);
    const codes = plan.items.map((entry) => entry.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        "project-code",
        "ent-filing",
        "env-form",
        "planning-permit",
        "drawing-review",
        "construction-permit",
        "joint-acceptance",
        "building-registration",
      ]),
    );
    for (const unwanted of ["land-grant", "ent-approval", "env-report", "fire-design", "cad-design", "gov-prelim"]) expect(codes).not.toContain(unwanted);
  });
  test("a small low-risk project is asked few questions", () => expect(questionsFor(national, "SMALL").length).toBeLessThanOrEqual(8));
  test("every item of every menu can be reached by some answer", () => {
    for (const code of ["GOV", "SOC", "LANDPLAN", "SMALL", "IND", "TECH"] as const) {
      const reached = new Set<string>();
      const quiet = answersFor(national, code, {});
      for (const question of questionsFor(national, code)) {
        for (const option of question.options) {
          const plan = planOf(national, code, { ...quiet, [question.code]: option.code }, [], []);
          if (plan.ok) for (const entry of plan.value.items) reached.add(entry.code);
        }
      }
      expect(
        [...wholeMenu(national, code)].map((entry) => entry.code).filter((entry) => !reached.has(entry)),
        code,
      ).toEqual([]);
    }
  });
  test("a verified project waits for its verification where a filed one waits for its filing", () => {
    const prerequisites = (route: string) =>
      planned(national, "SOC", { "approval-route": route }).items.find((entry) => entry.code === "land-planning-permit")?.prerequisites;
    expect(prerequisites("filing")).toContain("ent-filing");
    expect(prerequisites("approval-list")).toContain("ent-approval");
  });
});

describe("Hengyang 2018", () => {
  test.each<[CategoryCode, number]>([
    ["IND", 10],
    ["SOC", 47],
    ["GOV", 60],
  ])("H31–H33: the cap of %s is %i working days, sourced", (code, days) => {
    expect(category(hengyang, code)?.budgetWorkingDays).toMatchObject({ value: days, assumed: false, source: expect.stringMatching(/^H3[123]/) });
    expect(category(hengyang, code)?.budgetMode).toMatchObject({ value: "union", assumed: true });
  });
  test("H17–H20: 1 step in 1 day, 2 steps in 3 days by two persons, 3 steps in 10 days", () => {
    const types = hengyang.itemTypes.map((type) => [
      type.code,
      type.steps.length,
      type.limitWorkingDays.value,
      type.limitWorkingDays.assumed,
      type.separatePersons,
    ]);
    expect(types.slice(0, 3)).toEqual([
      ["INSTANT", 1, 1, false, false],
      ["ONE_REVIEW", 2, 3, false, true],
      ["COMMIT", 3, 10, false, false],
    ]);
  });
  test("H20: a promised-time case over 10 days names its law", () => {
    const over = hengyang.items.filter((entry) => entry.type === "COMMIT" && (entry.committed.value ?? 0) > 10 && !entry.forwardedTo);
    expect(over.map((entry) => entry.code)).toEqual(["env-report", "water-intake"]);
    expect(over.every((entry) => (entry.typeLimitException ?? "").startsWith("《"))).toBe(true);
  });
  test("H44, H45: commitment for industry, simulated approval for key projects", () => {
    expect(hengyang.switches.commitment.value).toEqual(["IND"]);
    expect(hengyang.switches.simulatedApproval.value).toEqual(["KEY"]);
  });
  test("what the report does not say is null, not guessed", () => {
    expect(hengyang.parameters.correctionFailedOutcome.value).toBeNull();
    expect(category(hengyang, "SMALL")?.budgetWorkingDays.value).toBeNull();
    expect(hengyang.procedures.every((kind) => kind.stops === "both")).toBe(true);
  });
  test("an ordinary industrial project is infeasible under 10 days and becomes feasible to the construction permit by commitment", () => {
    const plan = planned(hengyang, "IND", { eia: "form", "soil-water": "form" });
    const verdict = feasibilityOf(plan, scheduleOf(plan.items), hengyang, "IND");
    expect(verdict).toMatchObject({ feasible: false, budget: 10, needed: 41, over: 31, neededToConstructionPermit: 24, overToConstructionPermit: 14 });
    expect(verdict.remedies.map((remedy) => [remedy.kind, remedy.availability, remedy.savesToConstructionPermit])).toEqual([
      ["notice-commitment", "unstated", 16],
      ["commitment-system", "here", 14],
      ["simulated-approval", "key-projects", 14],
    ]);
    expect(verdict.withAvailableRemedies.neededToConstructionPermit).toBe(10);
  });
  test("special fire works bring the industrial chain to the 29 days of the whole menu", () => {
    const plan = planned(hengyang, "IND", { eia: "form", fire: "special" });
    expect(finishOf(scheduleOf(plan.items), "construction-permit")).toBe(29);
  });
  test("an ordinary private project fits 47 days", () => {
    const plan = planned(hengyang, "SOC", { eia: "form", fire: "special" });
    expect(feasibilityOf(plan, scheduleOf(plan.items), hengyang, "SOC")).toMatchObject({ feasible: true, needed: 46, budget: 47 });
  });
});

test.each(packs)("R-443 (F21): what takes no deferral asks for everything at once, what takes it says what may follow later: $id", ({ items }) => {
  expect(items.filter(({ deferralAllowed, deferrableMaterials }) => deferralAllowed !== deferrableMaterials.length > 0).map(({ code }) => code)).toEqual([]);
  const twice = items.filter(({ coreMaterials, deferrableMaterials }) => coreMaterials.some((name) => deferrableMaterials.includes(name)));
  expect(twice.map(({ code }) => code)).toEqual([]);
});

test("H49 (F21, D26): the green channel is the place's own word: opened in Fuxin, Hengyang and Dongying, unstated elsewhere", () => {
  const stated = Object.fromEntries(packs.map(({ id, switches }) => [id, switches.greenChannel.value]));
  expect(stated).toMatchObject({ "fuxin-2019": true, "hengyang-2018": true, "dongying-2019": true, "zibo-2017": null, "kecheng-2023": null, national: null });
});

describe("Dongying District 2019", () => {
  test("D04: permits are decided by the approval bureau and supervised by their department; vertical and security matters stay", () => {
    expect(item(dongying, "construction-permit")).toMatchObject({ department: "zj", decidingDepartment: "spj" });
    expect(item(dongying, "state-security")).toMatchObject({ department: "ga", decidingDepartment: "ga" });
    expect(item(dongying, "ent-filing")).toMatchObject({ decidingDepartment: "fg" });
  });
  test("the caps of government and ordinary private projects come from an excerpt of the province and are assumed; the others are 未规定", () => {
    expect(dongying.categories.map((entry) => [entry.code, entry.budgetWorkingDays.value, entry.budgetWorkingDays.assumed])).toEqual([
      ["GOV", 70, true],
      ["SOC", 45, true],
      ["LANDPLAN", null, false],
      ["SMALL", null, false],
      ["IND", null, false],
      ["TECH", null, false],
    ]);
  });
  test("publicity, evaluation and bidding stop the committed clock only; the national list still stops both", () => {
    expect(dongying.procedures.filter((kind) => kind.stops === "committed").map((kind) => kind.code)).toEqual(["publicity", "evaluation", "bidding"]);
    expect(dongying.procedures.filter((kind) => kind.stops === "both")).toHaveLength(8);
  });
  test("what comes from the nearest text is marked as assumed", () => {
    expect(dongying.parameters.correctionNoticeWorkingDays).toMatchObject({ value: 2, assumed: true });
    expect(dongying.parameters.correctionFailedOutcome).toMatchObject({ value: "refused", assumed: true });
  });
  test("a feasibility without a cap gives the days and no verdict", () => {
    const plan = planned(dongying, "IND", { eia: "form" });
    expect(feasibilityOf(plan, scheduleOf(plan.items), dongying, "IND")).toMatchObject({ feasible: null, budget: null, over: null, needed: 41 });
  });
});
