import { describe, expect, test } from "vitest";
import { mayIssuePaper, papersOf } from "../../../../app/domain/case/papers";
import type { PaperSubject } from "../../../../app/domain/case/parts/paper";
import type { FormalNo, SimulatedOpinionNo } from "../../../../app/domain/case/parts/simulation";
import { simulatedOpinionNo } from "../../../../app/domain/case/simulation/reads";
import type { ProjectCase } from "../../../../app/domain/case/state";
import type { FormalContent, SimulatedContent } from "../../../../app/pdf/papers/letter";
import { agent, intake, issuing, manager, reviewer } from "../../../builders/case-story";
import { aCaseWithEveryPaper } from "../../../builders/papers-case";
import { AGREED, anApplication, anOpinedRun, aRunningRun, convert, LAND, obtainLand, runOf, sign, simulatedOf } from "../../../builders/simulation-story";

const SIMULATION = ["simulation-letter", "simulation-refusal", "simulated-correction", "simulated-opinion", "conversion-certificate", "simulation-end"];
const kinds = (state: ProjectCase): readonly string[] => papersOf(state).flatMap(({ kind }) => (SIMULATION.includes(kind) ? [kind] : []));

describe("papers of simulated approval", () => {
  test("R-410 (H45): none on application, the letter once it is signed, and it goes again when the signature is taken back", () => {
    const story = anApplication();
    expect(kinds(story.case)).toEqual([]);
    expect(kinds(sign(story).case)).toEqual(["simulation-letter"]);
    const withdraw = { type: "withdraw-letter", letterKind: "simulation-risk", subjectId: runOf(story).id, reason: "日期有误" } as const;
    story.do({ ...agent, role: "investor", name: "陈志明", personId: "person-陈志明", enterpriseIds: ["enterprise-1"] }, "2026-03-03", withdraw);
    expect(kinds(story.case)).toEqual([]);
  });

  test("R-410 (H44): one opinion for each item once given, the certificate from the day of conversion, both of that item", () => {
    const story = anOpinedRun();
    expect(kinds(story.case)).toEqual(["simulation-letter", ...Array.from({ length: 5 }, () => "simulated-opinion")]);
    convert(obtainLand(story), "planning-conditions", LAND);
    const certificate = papersOf(story.case).find(({ kind }) => kind === "conversion-certificate");
    expect(certificate).toEqual({
      kind: "conversion-certificate",
      subjectId: simulatedOf(story, "planning-conditions").id,
      itemId: story.item("planning-conditions").id,
    });
  });

  test("R-468 (H44): the one-time notice is a paper from the day the list is given, handed out by the department it is of", () => {
    const story = aRunningRun();
    const itemNo = story.no("planning-conditions");
    const department = reviewer(story.item("planning-conditions").departmentCode);
    story.do(department, AGREED, { type: "start-simulated-review", itemNo, on: AGREED });
    expect(kinds(story.case)).toEqual(["simulation-letter"]);
    story.do(department, AGREED, { type: "notify-simulated-correction", itemNo, defects: ["缺宗地图"], on: AGREED });
    const paper = papersOf(story.case).find(({ kind }) => kind === "simulated-correction") as PaperSubject;
    expect(paper).toEqual({
      kind: "simulated-correction",
      subjectId: simulatedOf(story, "planning-conditions").id,
      itemId: story.item("planning-conditions").id,
    });
    expect([department, reviewer("st"), manager, agent, intake].map((who) => mayIssuePaper(who, paper, story.case))).toEqual([true, false, true, false, false]);
  });

  test("R-410: a refused or terminated run has its notice, and so has each opinion that lapsed", () => {
    const refused = sign(anApplication());
    refused.do(manager, "2026-03-04", {
      type: "rule-on-simulation",
      runNo: runOf(refused).runNo,
      ruling: "refuse",
      reason: "前置条件不明确",
      on: "2026-03-04",
    });
    expect(kinds(refused.case)).toContain("simulation-refusal");
    const ended = anOpinedRun();
    const { runNo } = runOf(ended);
    ended.do(manager, "2026-04-01", { type: "terminate-simulation", runNo, ground: "land-not-obtained", reason: "流拍", on: "2026-04-01" });
    const ends = papersOf(ended.case).filter(({ kind }) => kind === "simulation-end");
    expect(ends).toEqual([{ kind: "simulation-end", subjectId: runOf(ended).id, itemId: null }]);
  });

  test("R-412 (H44): the types keep the numbers apart: a simulated one fits no formal paper, a formal one no simulated paper", () => {
    const simulated: SimulatedOpinionNo = simulatedOpinionNo("HY-2026-0001-M1", 1);
    const formal: FormalNo = "衡批〔2026〕1号";
    // @ts-expect-error a simulated number is no formal one
    const wrongFormal: FormalContent["reference"] = simulated;
    // @ts-expect-error a formal number is no simulated one
    const wrongSimulated: SimulatedContent["reference"] = formal;
    expect([wrongFormal, wrongSimulated]).toEqual([simulated, formal]);
  });
});

describe("papers of promises", () => {
  const state = aCaseWithEveryPaper();
  const of = (kind: PaperSubject["kind"], subjectId: string): PaperSubject => {
    const found = papersOf(state).find((one) => one.kind === kind && one.subjectId === subjectId);
    if (!found) throw new Error(`no ${kind} of ${subjectId}`);
    return found;
  };

  test("R-414 (F21): letters once signed, checks once made, rectifications once asked for, breaches once ruled", () => {
    const promised = papersOf(state).filter(({ subjectId }) => ["notice", "commitment", "before-start", "verification"].includes(subjectId));
    expect(promised.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).toEqual([
      "notice-letter notice",
      "check-record notice",
      "rectification-notice notice",
      "breach-decision notice",
      "commitment-letter commitment",
      "publicity-notice commitment",
      "check-record before-start",
      "check-record verification",
      "rectification-notice verification",
      "breach-decision commitment",
    ]);
    const early = { ...state, signatures: {}, supervisionChecks: {} };
    const notice = { ...early.noticeCommitments.notice, signatureId: null, checks: [], rectifyBy: null, revokedOn: null };
    const commitment = { ...early.commitments.commitment, letterSignatureId: null, publicityFrom: null, breachedOn: null };
    const nothing = { ...early, noticeCommitments: { notice }, commitments: { commitment } } as unknown as ProjectCase;
    expect(papersOf(nothing).some(({ subjectId }) => subjectId === "notice" || subjectId === "commitment")).toBe(false);
  });

  test("R-417 (F11): the department hands out its own opinions, checks and rectifications, the manager alone a breach decision", () => {
    const may = (paper: PaperSubject) => [agent, intake, issuing, reviewer("zr"), reviewer("fg"), manager].map((actor) => mayIssuePaper(actor, paper, state));
    expect(may(of("simulated-opinion", "sim-permit"))).toEqual([false, false, false, true, false, true]);
    expect(may(of("check-record", "before-start"))).toEqual([false, false, false, true, false, true]);
    expect(may(of("rectification-notice", "verification"))).toEqual([false, false, false, false, true, true]);
    expect(may(of("breach-decision", "commitment"))).toEqual([false, false, false, false, false, true]);
    expect(may(of("simulation-letter", "run"))).toEqual([true, true, false, false, false, true]);
  });
});
