import { describe, expect, test } from "vitest";
import { decide } from "../../../app/domain/case/decide";
import { type Risk, type RiskContext, type RiskSubject, risksOf } from "../../../app/domain/oversight/risks";
import { aPerson, type CaseStory, calendar, hengyang } from "../../builders/case-story";
import { APPLIED, agent, anApplication, anOpinedRun, aRunningRun, grant, investor, manager, obtainLand, runOf, sign } from "../../builders/simulation-story";

const deputy = aPerson("邹敏华", "manager");

const risks = (story: CaseStory, subject: RiskSubject, says: Partial<RiskContext> = {}): readonly Risk[] =>
  risksOf(story.case, subject, { actor: manager, pack: hengyang, calendar, today: "2026-03-05", unrepairedBreaches: 0, letterUnchanged: true, ...says });
const find = (found: readonly Risk[], about: Risk["about"]): Risk | undefined => found.find((risk) => risk.about === about);
const ofRun = (story: CaseStory): RiskSubject => ({ runId: runOf(story).id, byId: runOf(story).appliedById });

describe("the risks of a simulated run", () => {
  test("R-396: name each missing precondition with the day it is expected, and how long it is past", () => {
    const story = sign(anApplication());
    expect(find(risks(story, ofRun(story)), "precondition")).toEqual({
      about: "precondition",
      level: "note",
      precondition: "land-right",
      expectedOn: "2026-05-11",
      inDays: 44,
    });
    expect(find(risks(story, ofRun(story), { today: "2026-05-13" }), "precondition")).toMatchObject({ level: "warn", inDays: -2 });
    const obtained = obtainLand(anOpinedRun());
    expect(find(risks(obtained, ofRun(obtained), { today: "2026-05-09" }), "precondition")).toMatchObject({ level: "ok" });
  });

  test("R-396: give the days of validity left, of the first opinion or of one given today", () => {
    const asked = sign(anApplication());
    expect(find(risks(asked, ofRun(asked)), "validity")).toMatchObject({ level: "ok", validTo: "2027-03-05", daysLeft: 365 });
    const opined = anOpinedRun();
    expect(find(risks(opined, ofRun(opined), { today: "2026-04-01" }), "validity")).toMatchObject({ level: "note", validTo: "2027-03-09" });
    expect(find(risks(opined, ofRun(opined), { today: "2027-03-10" }), "validity")).toMatchObject({ level: "warn", daysLeft: -1 });
  });

  test("R-396: name what waits for it, and what the law stops whatever is decided", () => {
    const story = sign(anApplication());
    const found = risks(story, ofRun(story));
    const waits = find(found, "downstream");
    expect(waits?.about === "downstream" && waits.items.map(({ code }) => code)).toEqual(expect.arrayContaining(["construction-permit"]));
    const form = { ...story.item("planning-conditions"), id: "env", code: "env-form", ordinal: 99 };
    const withForm = risksOf({ ...story.case, items: { ...story.case.items, env: form } }, ofRun(story), {
      actor: manager,
      pack: hengyang,
      calendar,
      today: "2026-03-05",
      unrepairedBreaches: 0,
      letterUnchanged: true,
    });
    expect(find(withForm, "legal-stops")).toMatchObject({ level: "warn", items: [{ code: "env-form" }] });
  });

  test("R-396: a letter that changed since, a place that does not allow it, and a barred enterprise stop it", () => {
    const story = sign(anApplication());
    expect(find(risks(story, ofRun(story), { letterUnchanged: false }), "letter")).toMatchObject({ level: "stop" });
    expect(find(risks(story, ofRun(story), { letterUnchanged: null }), "letter")).toBeUndefined();
    const closed = { ...hengyang, switches: { ...hengyang.switches, simulatedApproval: { value: null, source: "未规定", assumed: false } } };
    expect(find(risks(story, ofRun(story), { pack: closed }), "eligibility")).toMatchObject({ level: "stop" });
    expect(find(risks(story, ofRun(story), { unrepairedBreaches: 2 }), "record")).toMatchObject({ n: 2 });
    expect(find(risks(story, ofRun(story)), "record")).toMatchObject({ level: "ok" });
  });

  test("R-396: come gravest first, and read nothing but the record", () => {
    const story = sign(anApplication());
    const before = JSON.stringify(story.case);
    const order = ["stop", "warn", "note", "ok"];
    const levels = risks(story, ofRun(story), { letterUnchanged: false, unrepairedBreaches: 1 }).map(({ level }) => order.indexOf(level));
    expect(levels).toEqual([...levels].sort());
    expect(JSON.stringify(story.case)).toBe(before);
  });
});

describe("own hands", () => {
  test("R-393: a stand-in is stopped by the hand of the one stood in for, and by the own", () => {
    const story = sign(anApplication());
    const standIn = { ...deputy, onBehalfOf: { personId: agent.personId, name: agent.name } };
    expect(find(risks(story, ofRun(story), { actor: standIn }), "own-hand")).toMatchObject({ level: "stop" });
    expect(find(risks(story, ofRun(story), { actor: deputy }), "own-hand")).toMatchObject({ level: "ok" });
  });

  test("R-393: nobody rules on the application of the one stood in for, in whose name they act", () => {
    const story = sign(anApplication());
    const rule = (actor: typeof deputy) =>
      decide(
        story.case,
        { type: "rule-on-simulation", runNo: runOf(story).runNo, ruling: "accept", reason: "同意", on: APPLIED },
        { actor, today: APPLIED, now: `${APPLIED}T02:00:00.000Z`, calendar, pack: hengyang, newId: () => "id", window: null },
      );
    expect(rule({ ...deputy, onBehalfOf: { personId: agent.personId, name: agent.name } })).toMatchObject({ ok: false, error: { code: "own-application" } });
    expect(rule({ ...deputy, onBehalfOf: { personId: manager.personId, name: manager.name } })).toMatchObject({ ok: true });
    expect(rule(deputy)).toMatchObject({ ok: true });
  });
});

describe("the risks of a decision on an item", () => {
  test("R-396: an extension after the due day is stopped, before it the days left are told, and papers missing are named", () => {
    const story = grant(aRunningRun(), "project-code", "2026-03-05");
    const item = story.item("ent-filing");
    const running = { ...item, running: true, dueOn: "2026-03-10", lateFrom: "2026-03-11", warnFrom: "2026-03-09" };
    const at = (today: string) =>
      find(
        risksOf(
          { ...story.case, items: { ...story.case.items, [item.id]: running } },
          { itemId: item.id, lengthens: true },
          { actor: manager, pack: hengyang, calendar, today, unrepairedBreaches: 0, letterUnchanged: null },
        ),
        "due",
      );
    expect(at("2026-03-06")).toMatchObject({ level: "ok", workingDays: 2 });
    expect(at("2026-03-10")).toMatchObject({ level: "warn", workingDays: 0 });
    expect(at("2026-03-12")).toMatchObject({ level: "stop", workingDays: -2 });
  });

  test("R-396: an earlier run that came to nothing is told with the next application", () => {
    const story = sign(anApplication({ codes: ["planning-conditions"] }));
    story.do(investor, APPLIED, { type: "terminate-simulation", runNo: runOf(story).runNo, ground: "withdrawn", reason: "改址", on: APPLIED });
    story.do(agent, "2026-03-03", {
      type: "apply-simulation",
      kind: "whole",
      itemNos: [story.no("planning-conditions")],
      missing: [{ code: "land-right", expectedOn: "2026-05-11" }],
      on: "2026-03-03",
    });
    expect(find(risks(story, ofRun(story)), "earlier-runs")).toMatchObject({ level: "warn", n: 1 });
  });
});
