import { describe, expect, test } from "vitest";
import { budgetUsed } from "../../../app/domain/clock/budget";
import { decidingLevel } from "../../../app/domain/pack/level";
import type { CategoryCode, Pack } from "../../../app/domain/pack/pack";
import { questionsFor } from "../../../app/domain/pack/screening";
import { feasibilityOf } from "../../../app/domain/plan/feasibility";
import { confirmable, planOf } from "../../../app/domain/plan/plan";
import { scheduleOf } from "../../../app/domain/plan/schedule";
import {
  agent,
  anAcceptedItem,
  anItemInReview,
  aPlannedCase,
  CaseStory,
  hengyang,
  intake,
  manager,
  PROJECT_FACTS,
  packOf,
  plainAnswers,
  reviewer,
} from "../../builders/case-story";

/** What the five sources ask of a case, row by row of their checklist. */

const ON = "2026-03-02";

describe("Fuxin", () => {
  const fuxin = packOf("fuxin-2019");

  test("F01: attracted investment is a fact of the project, and a technical upgrade runs through a process of its own", () => {
    const story = new CaseStory(fuxin);
    const facts = { ...PROJECT_FACTS, category: "TECH" as const, attractedInvestment: true };
    story.do(agent, ON, { type: "register-project", projectNo: "FX-2026-0001", queryCode: "ABCD2345", enterpriseId: "e", packId: fuxin.id, on: ON, ...facts });
    expect(story.case.project).toMatchObject({ category: "TECH", attractedInvestment: true });
    const process = fuxin.processes?.find(({ categories }) => categories.includes("TECH"));
    expect(process?.code).toBe("technical-upgrade");
    story.do(agent, ON, { type: "answer-screening", answers: plainAnswers(fuxin, "TECH") });
    story.do(agent, ON, { type: "confirm-plan", on: ON, added: [], dropped: [] });
    expect(Object.values(story.case.items).map(({ code }) => code)).toContain("tech-filing");
  });

  test("H49, F21, D26: the green channel is a fact of the project from its registration on", () => {
    for (const greenChannel of [true, false]) {
      const story = new CaseStory(fuxin);
      const facts = { ...PROJECT_FACTS, greenChannel };
      story.do(agent, ON, {
        type: "register-project",
        projectNo: "FX-2026-0001",
        queryCode: "ABCD2345",
        enterpriseId: "e",
        packId: fuxin.id,
        on: ON,
        ...facts,
      });
      expect(story.case.project.greenChannel).toBe(greenChannel);
    }
  });

  test("F22: questions lead to the items (智能导办), one officer takes the project through (一对一专办), and one case holds items of several levels (跨层联办)", () => {
    const story = new CaseStory(fuxin);
    story.do(agent, ON, {
      type: "register-project",
      projectNo: "FX-2026-0001",
      queryCode: "ABCD2345",
      enterpriseId: "e",
      packId: fuxin.id,
      on: ON,
      ...PROJECT_FACTS,
    });
    const plain = plainAnswers(fuxin, "IND");
    story.do(agent, ON, { type: "answer-screening", answers: { ...plain, forest: "uses" } });
    story.do(agent, ON, { type: "confirm-plan", on: ON, added: [], dropped: [] });
    expect(story.case.project).toMatchObject({ agentId: agent.personId, agentName: agent.name });
    const levelOf = (code: string) =>
      decidingLevel(
        fuxin,
        fuxin.items.find((item) => item.code === code),
      );
    expect(levelOf("forest-land")).toBe("province");
    expect(new Set(Object.values(story.case.items).map(({ code }) => levelOf(code)))).toEqual(new Set(["city", "province"]));
    expect(story.refusal(manager, ON, { type: "assign-agent", agentId: "b", agentName: "乙", reason: " " })).toMatchObject({
      code: "reassignment-needs-reason",
    });
  });

  test("F19, Z03: one list of defects, and one acceptance for what was received of a stage", () => {
    const story = aPlannedCase(ON, [], fuxin);
    const both = [story.no("planning-conditions"), story.no("project-code")];
    story.do(intake, ON, { type: "receive-items", itemNos: both, on: ON });
    story.do(intake, ON, { type: "notify-correction", itemNo: both[0] ?? "", noticeNo: "告1", defects: ["缺图", "缺章"], replyBy: null, on: ON });
    story.do(intake, ON, { type: "supply-correction", itemNo: both[0] ?? "", note: null, on: ON });
    expect(story.try(intake, ON, { type: "notify-correction", itemNo: both[0] ?? "", noticeNo: "告2", defects: ["又缺"], replyBy: null, on: ON }).ok).toBe(
      false,
    );
    story.do(intake, ON, { type: "accept-stage", stage: "S1", acceptanceNo: "统受1", on: ON });
    expect(both.map((itemNo) => Object.values(story.case.items).find((item) => item.itemNo === itemNo)?.acceptanceNo)).toEqual(["统受1", "统受1"]);
  });

  test("F18, H50, K15: the channel an application came in by is kept, and none is made up", () => {
    for (const channel of ["window", "online", "mobile", "post", null] as const) {
      const story = aPlannedCase(ON, [], fuxin);
      story.do(intake, ON, { type: "receive-items", itemNos: [story.no("project-code")], channel, on: ON });
      expect(story.item("project-code").channel).toBe(channel);
    }
  });
});

describe("Hengyang", () => {
  test("H18: an item on the spot has one step and is due the next working day", () => {
    const instant = hengyang.itemTypes.find(({ code }) => code === "INSTANT");
    expect([instant?.steps.length, instant?.limitWorkingDays.value]).toEqual([1, 1]);
    expect(anAcceptedItem("project-code", "2026-03-06").item("project-code").dueOn).toBe("2026-03-09");
  });

  test("H19: of an item of two steps one person examines and another checks, and it is due in three working days", () => {
    const code = "municipal-excavation";
    const story = anItemInReview(code, ON, [code]);
    const no = story.no(code);
    const department = story.item(code).departmentCode;
    expect(hengyang.itemTypes.find((type) => type.code === story.item(code).type)?.steps.map(({ code: step }) => step)).toEqual(["review", "check"]);
    expect((story.item(code).dueOn ?? "") <= "2026-03-05").toBe(true);
    story.do(reviewer(department, "审"), ON, { type: "record-step", itemNo: no, step: "review", remark: null, on: ON });
    const decide = { type: "decide-item", itemNo: no, granted: true, decisionNo: "许1", reason: null, overdueReason: null, on: ON } as const;
    expect(story.refusal(reviewer(department, "审"), ON, decide)).toMatchObject({ code: "same-person-as-last-step" });
    expect(story.do(reviewer(department, "核"), ON, decide).item(code).status).toBe("granted");
  });

  test("H20: a promised-time item has three steps and ten working days, and one that takes longer names its law", () => {
    const commit = hengyang.itemTypes.find(({ code }) => code === "COMMIT");
    expect([commit?.steps.length, commit?.limitWorkingDays.value]).toEqual([3, 10]);
    const longer = hengyang.items.filter(({ type, committed, forwardedTo }) => type === "COMMIT" && !forwardedTo && (committed.value ?? 0) > 10);
    expect(longer.length).toBeGreaterThan(0);
    expect(longer.every(({ typeLimitException }) => /《.+》/.test(typeLimitException ?? ""))).toBe(true);
  });

  test("H27: one named officer answers for a project, from registration on, and hands it over only for a reason", () => {
    const story = aPlannedCase(ON);
    expect(story.case.project).toMatchObject({ agentId: agent.personId, agentName: agent.name });
    const next = { type: "assign-agent", agentId: "person-next", agentName: "王芳", reason: null } as const;
    expect(story.try(manager, ON, next).ok).toBe(false);
    expect(story.do(manager, ON, { ...next, reason: "岗位调整" }).case.project.agentName).toBe("王芳");
  });

  test("H30: simulated approval and commitment are switches of the place, for key projects and for industry, and nobody else has switched them on for it", () => {
    expect(hengyang.switches.simulatedApproval).toMatchObject({ value: ["KEY"], assumed: false });
    expect(hengyang.switches.commitment).toMatchObject({ value: ["IND"], assumed: false });
    expect(packOf("national").switches).toMatchObject({ simulatedApproval: { value: null }, commitment: { value: null } });
  });

  /** What a plan of the category is measured against. */
  const judged = (pack: Pack, category: CategoryCode) => {
    const quiet = Object.fromEntries(questionsFor(pack, category).map((question) => [question.code, plainAnswers(pack, category)[question.code] ?? ""]));
    const plan = planOf(pack, category, quiet, [], []);
    const whole = plan.ok ? confirmable(plan.value) : plan;
    if (!whole.ok) throw new Error(JSON.stringify(whole.error));
    return feasibilityOf(whole.value, scheduleOf(whole.value.items), pack, category);
  };
  test("H31: an industrial project is held to 10 working days", () => expect(judged(hengyang, "IND").budget).toBe(10));
  test("H32: a project of private investment is held to 47 working days", () => expect(judged(hengyang, "SOC").budget).toBe(47));
  test("H33: a government project is held to 60 working days", () => expect(judged(hengyang, "GOV").budget).toBe(60));

  test("H36: items of one stage run at once, and a day on which two departments work counts once against the project", () => {
    const story = aPlannedCase(ON);
    const codes = ["planning-conditions", "project-code"];
    story.do(intake, ON, { type: "receive-items", itemNos: codes.map((code) => story.no(code)), on: ON });
    story.do(intake, ON, { type: "accept-stage", stage: "S1", acceptanceNo: "统受1", on: ON });
    expect(codes.every((code) => story.item(code).running)).toBe(true);
    expect(budgetUsed(story.case, hengyang, story.cal, "2026-03-03").used).toBe(1);
  });
});

describe("Kecheng", () => {
  test("K25: a wrong entry is put right by a new one with a reason; the wrong one stays in the history", () => {
    const story = anAcceptedItem("planning-conditions", ON, "2026-03-04");
    const before = story.events.length;
    const itemNo = story.no("planning-conditions");
    const correct = (reason: string) => ({ type: "correct-entry", itemNo, entry: "acceptedOn", value: "2026-03-03", reason }) as const;
    expect(story.try(manager, "2026-03-05", correct(" ")).ok).toBe(false);
    story.do(manager, "2026-03-05", correct("登记笔误"));
    expect(story.item("planning-conditions").acceptedOn).toBe("2026-03-03");
    expect(story.events.slice(0, before).some((event) => event.type === "item-accepted" && event.on === "2026-03-04")).toBe(true);
    expect(story.events.at(-1)).toMatchObject({ type: "entry-corrected", reason: "登记笔误" });
  });
});
