import { expect, test } from "vitest";
import { outdatedSignatures } from "../../../../app/application/letter-digest";
import { may } from "../../../../app/domain/access/permissions";
import { derive } from "../../../../app/domain/case/derive";
import { evolve } from "../../../../app/domain/case/evolve";
import { letterOf } from "../../../../app/domain/case/letter";
import { standingSignature } from "../../../../app/domain/case/signature";
import { availableRunActs } from "../../../../app/domain/case/simulation/available";
import { conversionBlocks } from "../../../../app/domain/case/simulation/conversion-blocks";
import { expectedDay } from "../../../../app/domain/case/simulation/expected-day";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { risksOf } from "../../../../app/domain/oversight/risks";
import { simulatedFacts } from "../../../../app/domain/timeline/simulated-facts";
import { agent, aPerson, type CaseStory, calendar, hengyang, intake, manager } from "../../../builders/case-story";
import { AGREED, anApplication, anOpinedRun, aRunningRun, investor, LAND, obtainLand, runOf, sign, simulatedOf } from "../../../builders/simulation-story";

/** The land was expected on 11 May; the first opinion of the tale, of 9 March, runs out a year later. */
const LATE = "2026-05-12";
const FIRST_END = "2027-03-09";

const delay = (story: CaseStory, expectedOn: string, more: object = {}) => ({
  type: "move-expected-day" as const,
  runNo: runOf(story).runNo,
  precondition: "land-right",
  expectedOn,
  pastValidity: false,
  reason: "挂牌延期",
  on: LATE,
  ...more,
});
const moved = (story: CaseStory, expectedOn: string, more: object = {}): CaseStory => story.do(agent, LATE, delay(story, expectedOn, more));
const land = (story: CaseStory) => runOf(story).missing.find(({ code }) => code === "land-right");

test("R-447 (H45): a precondition that did not come gets a new expected day with its reason; the signed letter says what it said", () => {
  const story = anOpinedRun();
  const before = letterOf("simulation-risk", story.case, runOf(story).id, hengyang);
  const signature = standingSignature(story.case, "simulation-risk", runOf(story).id);
  moved(story, "2026-07-31");
  expect(runOf(story)).toMatchObject({ status: "running", nextExpectedOn: "2026-07-31", letterSignatureId: signature?.id });
  expect(land(story)).toEqual({
    code: "land-right",
    expectedOn: "2026-05-11",
    obtainedOn: null,
    moved: [{ to: "2026-07-31", on: LATE, reason: "挂牌延期", byName: agent.name }],
  });
  expect(letterOf("simulation-risk", story.case, runOf(story).id, hengyang)).toEqual(before);
  expect(standingSignature(story.case, "simulation-risk", runOf(story).id)).toEqual(signature);
  expect(outdatedSignatures(story.case, hengyang)).toEqual(outdatedSignatures(anOpinedRun().case, hengyang));
});

test("R-447: everything that speaks of the expected day follows the new one: outlook, timeline, risks", () => {
  const story = moved(anOpinedRun(), "2026-07-31");
  const waits = conversionBlocks(story.case, simulatedOf(story, "scheme-review"), hengyang, LATE);
  expect(waits[0]).toEqual({ kind: "trigger-awaited", expectedOn: "2026-07-31" });
  const [lane] = simulatedFacts(story.case, hengyang, calendar, LATE);
  expect([lane?.expectedOn, lane?.expects]).toEqual(["2026-07-31", ["land-right"]]);
  const risks = risksOf(
    story.case,
    { runId: runOf(story).id },
    { actor: manager, pack: hengyang, calendar, today: LATE, unrepairedBreaches: 0, letterUnchanged: true },
  );
  expect(risks.find(({ about }) => about === "precondition")).toMatchObject({ level: "note", expectedOn: "2026-07-31" });
});

test("R-447: of several preconditions one is moved and the others stay; moved twice, the history keeps both and a paper of a day knows the day of then", () => {
  const missing = [
    { code: "land-right", expectedOn: "2026-05-11" },
    { code: "funding", expectedOn: "2026-06-01" },
  ];
  const story = moved(anOpinedRun({ missing }), "2026-07-31");
  expect(runOf(story).nextExpectedOn).toBe("2026-06-01");
  story.do(manager, "2026-06-10", delay(story, "2026-09-30", { on: "2026-06-10", reason: "再次延期" }));
  const one = land(story);
  expect(one?.moved?.map(({ to }) => to)).toEqual(["2026-07-31", "2026-09-30"]);
  expect(one && [expectedDay(one), expectedDay(one, "2026-05-20"), expectedDay(one, "2026-05-11")]).toEqual(["2026-09-30", "2026-07-31", "2026-05-11"]);
  expect(story.events.filter(({ type }) => type === "expected-day-moved")).toMatchObject([
    { from: "2026-05-11", to: "2026-07-31" },
    { from: "2026-07-31", to: "2026-09-30" },
  ]);
  obtainLand(story, "2026-06-12");
  expect(runOf(story).nextExpectedOn).toBe("2026-06-01");
});

test("R-447: the new day has not passed, is another one, has a reason and is for something still missing", () => {
  const story = anOpinedRun();
  const code = (expectedOn: string, more: object = {}) => story.refusal(agent, LATE, delay(story, expectedOn, more)).code;
  expect(story.refusal(agent, LATE, delay(story, "2026-05-11"))).toMatchObject({ code: "day-before", earliest: LATE, what: "today" });
  expect(code("2026-06-31")).toBe("day-impossible");
  expect(code("2026-07-31", { reason: " " })).toBe("text-missing");
  expect(code("2026-07-31", { precondition: "funding" })).toBe("precondition-not-outstanding");
  expect(code("2026-07-31", { on: "2026-05-13" })).toBe("day-in-future");
  expect(code("2026-07-31", { on: "2026-03-03" })).toBe("day-before");
  expect(code("2026-07-31", { runNo: "HY-2026-0001-M9" })).toBe("run-unknown");
  moved(story, "2026-07-31");
  expect(code("2026-07-31")).toBe("expected-day-unchanged");
  expect(code("2026-08-31", { on: "2026-05-11" })).toBe("day-before");
});

test("R-447: it is said of a run under way only: before the ruling the letter itself is answered anew, after the trigger nothing is expected", () => {
  const applied = sign(anApplication());
  expect(applied.refusal(agent, AGREED, delay(applied, "2026-07-31", { on: AGREED }))).toMatchObject({
    code: "run-state-forbids",
    act: "expected-day-moved",
    runStatus: "applied",
  });
  const converting = obtainLand(anOpinedRun());
  expect(converting.refusal(agent, LATE, delay(converting, "2026-07-31")).code).toBe("run-state-forbids");
  const running = aRunningRun();
  expect(availableRunActs(running.case, runOf(running), manager)).toContain("move-expected-day");
  expect(availableRunActs(converting.case, runOf(converting), manager)).not.toContain("move-expected-day");
  expect(["agent", "manager", "intake", "reviewer", "investor"].filter((role) => may(aPerson("x", role as "agent"), "move-expected-day"))).toEqual([
    "agent",
    "manager",
  ]);
});

test("R-448 (H45): a day after the end of an opinion is said expressly, because that opinion lapses before it can be converted", () => {
  const story = anOpinedRun();
  expect(moved(anOpinedRun(), FIRST_END).events.at(-1)).toMatchObject({ type: "expected-day-moved", lapsesOn: null });
  const past = delay(story, "2027-03-10");
  expect(story.refusal(agent, LATE, past)).toMatchObject({ code: "expected-day-past-validity", field: "pastValidity", validTo: FIRST_END });
  story.do(agent, LATE, { ...past, pastValidity: true });
  expect(story.events.at(-1)).toMatchObject({ type: "expected-day-moved", to: "2027-03-10", lapsesOn: FIRST_END });
  // Without an opinion there is nothing that could run out.
  expect(moved(aRunningRun(), "2027-12-31").events.at(-1)).toMatchObject({ lapsesOn: null });
});

test("R-447: events from before there were moved days replay as they did, and a moved one replays to the same run", () => {
  const story = moved(anOpinedRun(), "2026-07-31");
  let replayed: ProjectCase | null = null;
  for (const event of story.events) replayed = evolve(replayed, event, story.case.project.updatedAt);
  expect(derive(replayed as ProjectCase, hengyang, calendar).runs).toEqual(story.case.runs);
  expect(Object.keys(land(anOpinedRun()) ?? {})).toEqual(["code", "expectedOn", "obtainedOn"]);
});

test("R-449 (H45): the enterprise leaves the whole run until the first opinion, also after the ruling, and its items are free again", () => {
  const leave = (story: CaseStory, on: string) => ({
    type: "terminate-simulation" as const,
    runNo: runOf(story).runNo,
    ground: "withdrawn" as const,
    reason: "改用净地",
    on,
  });
  for (const story of [anApplication(), sign(anApplication()), aRunningRun()]) {
    expect(availableRunActs(story.case, runOf(story), investor)).toEqual(["terminate-simulation"]);
    story.do(investor, AGREED, leave(story, AGREED));
    expect(runOf(story)).toMatchObject({ status: "terminated", endCause: "withdrawn", endedOn: AGREED });
    const receive = { type: "receive-items" as const, itemNos: [story.no("project-code")], on: AGREED };
    expect(story.try(intake, AGREED, receive).ok).toBe(true);
    expect(availableRunActs(story.case, runOf(story), investor)).toEqual([]);
  }
  const late = anOpinedRun();
  expect(availableRunActs(late.case, runOf(late), investor)).toEqual([]);
  expect(late.refusal(investor, LAND, leave(late, LAND)).code).toBe("withdrawal-after-opinion");
});
