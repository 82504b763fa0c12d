import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issuePaper } from "../../app/application/documents/issue-paper";
import { verifyPaper } from "../../app/application/documents/verify";
import { letterDigest } from "../../app/application/letter-digest";
import { papersPage, receivedPapers } from "../../app/application/queries/papers";
import type { Actor } from "../../app/domain/case/context";
import { letterOf } from "../../app/domain/case/letter";
import { hengyang } from "../builders/case-story";
import { type TestDatabase, testDatabase } from "../support/databases";
import { countStatements } from "../support/statement-count";
import { numberOf, World } from "../support/world";

let database: TestDatabase;
let world: World;
let projectNo: string;
let itemNo: string;
let department: Actor;

/** A key project in the database whose simulated opinion on the planning conditions is given. */
beforeAll(async () => {
  database = await testDatabase("sqlite", "");
  world = await World.open(database.db);
  projectNo = await world.planned();
  const { state } = await world.load(projectNo);
  const item = Object.values(state.items).find(({ code }) => code === "planning-conditions");
  if (!item) throw new Error("no planning conditions");
  ({ itemNo } = item);
  department = world.centre.person("张工", "reviewer", { departmentCode: item.departmentCode });
  const on = world.today;
  const act = async (actor: Actor, command: Parameters<World["run"]>[2]) => void numberOf(await world.run(actor, projectNo, command));
  for (const before of Object.values(state.items).filter(({ code }) => item.prerequisites.includes(code))) {
    await act(world.intake, { type: "receive-items", itemNos: [before.itemNo], on });
    await act(world.intake, { type: "accept-item", itemNo: before.itemNo, acceptanceNo: `衡受〔2026〕${before.itemNo.slice(-2)}号`, on });
    const reviewer = world.centre.person("何敏", "reviewer", { departmentCode: before.departmentCode });
    await act(reviewer, {
      type: "decide-item",
      itemNo: before.itemNo,
      granted: true,
      decisionNo: `衡批${before.itemNo}`,
      reason: null,
      overdueReason: null,
      on,
    });
  }
  const missing = [{ code: "land-right", expectedOn: "2026-05-11" }];
  await act(world.agent, { type: "apply-simulation", kind: "whole", itemNos: [itemNo], missing, on });
  const applied = (await world.load(projectNo)).state;
  const run = Object.values(applied.runs)[0];
  const letter = run && letterOf("simulation-risk", applied, run.id, hengyang);
  if (!run || !letter) throw new Error("no run");
  const digest = letterDigest(letter);
  const owner = world.centre.person("陈志明", "investor", { enterpriseIds: [applied.project.enterpriseId] });
  const BY_LETTER = { capacity: "authorised", authorisation: "授权委托书 2026-03" } as const;
  const signing = {
    letterKind: "simulation-risk",
    subjectId: run.id,
    shownDigest: digest,
    digest,
    typedName: "陈志明",
    ...BY_LETTER,
    method: "password",
  } as const;
  await act(owner, { type: "sign-letter", ...signing, address: "10.0.0.7" });
  await act(world.manager, { type: "rule-on-simulation", runNo: run.runNo, ruling: "accept", reason: "重点项目", on });
  await act(department, { type: "start-simulated-review", itemNo, on });
  await act(department, { type: "give-simulated-opinion", itemNo, stance: "agree", conditions: [], on });
});
afterAll(() => database.remove());

const page = async (only: string | null = null) => {
  const found = await papersPage(world.services, world.manager, projectNo, only);
  if (!found) throw new Error("no page");
  return found;
};

async function issued(actor: Actor, kind: string) {
  const { groups } = await page();
  const subjectId = groups.flatMap(({ papers }) => papers).find((paper) => paper.kind === kind)?.subjectId ?? "";
  const outcome = await issuePaper(world.services, actor, {
    projectNo,
    kind,
    subjectId,
    locale: "zh-CN",
    verifyUrl: (code) => `https://x.example/verify/${code}`,
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}

describe("the papers of a project", () => {
  test("R-418: those of a simulated run stand together under its number, apart from the course of the items", async () => {
    const { groups } = await page();
    expect(groups.map(({ area, papers }) => [area, papers.length > 0])).toEqual(groups.map(({ area }) => [area, true]));
    expect(groups[0]).toMatchObject({ area: "simulation", no: `${projectNo}-M1` });
    expect(groups[0]?.papers.map(({ kind, item }) => [kind, item?.zh ?? null])).toEqual([
      ["simulation-letter", null],
      ["simulated-opinion", "规划条件核提"],
    ]);
    expect(groups.slice(1).every(({ area }) => area === "course")).toBe(true);
    expect((await page(itemNo)).groups.map(({ area, papers }) => [area, papers.map(({ kind }) => kind)])).toEqual([["simulation", ["simulated-opinion"]]]);
  });

  test("R-418: the page costs the same statements with simulated papers as without", async () => {
    const other = await world.planned();
    const cost = async (no: string) => (await countStatements(() => papersPage(world.services, world.manager, no, null))).statements;
    const plain = await cost(other);
    expect(plain).toBeLessThanOrEqual(12);
    expect(await cost(projectNo)).toBe(plain);
  });

  test("R-417: the department hands its opinion out, and the applicant finds it among the papers of simulated approval", async () => {
    const paper = await issued(department, "simulated-opinion");
    expect(paper.number).toBe(`${itemNo}-MNYJ-01`);
    await issued(world.agent, "simulation-letter");
    const received = await receivedPapers(world.services, (await world.load(projectNo)).state);
    expect(received.map(({ kind, area }) => [kind, area])).toEqual([
      ["simulation-letter", "simulation"],
      ["simulated-opinion", "simulation"],
    ]);
  });

  test("R-421 (H44): whoever checks a simulated opinion learns how it stands today; once it has lapsed the old paper is shown as overtaken", async () => {
    const paper = await issued(department, "simulated-opinion");
    expect(await verifyPaper(world.services, paper.code)).toMatchObject({ verdict: "genuine", simulated: { status: "opinion-given", validTo: "2027-03-02" } });
    const letter = await issued(world.agent, "simulation-letter");
    expect(await verifyPaper(world.services, letter.code)).toMatchObject({ simulated: null });
    const { runNo } = Object.values((await world.load(projectNo)).state.runs)[0] ?? { runNo: "" };
    numberOf(await world.run(world.manager, projectNo, { type: "terminate-simulation", runNo, ground: "land-not-obtained", reason: "流拍", on: world.today }));
    expect(await verifyPaper(world.services, paper.code)).toMatchObject({ simulated: { status: "terminated" } });
    const line = (await page()).groups[0]?.papers.find(({ kind }) => kind === "simulated-opinion");
    expect(line?.issued.map(({ outdated }) => outdated)).toEqual([true]);
    const fresh = await issued(department, "simulated-opinion");
    expect(await verifyPaper(world.services, paper.code)).toMatchObject({ verdict: "superseded", supersededBy: { number: fresh.number } });
  });
});
