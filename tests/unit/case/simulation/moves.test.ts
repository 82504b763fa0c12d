import { describe, expect, test } from "vitest";
import type { Command } from "../../../../app/domain/case/commands";
import type { Actor } from "../../../../app/domain/case/context";
import type { SimulatedRunStatus, SimulatedStatus } from "../../../../app/domain/case/parts/simulation";
import {
  canMoveRun,
  canMoveSimulated,
  LIVE,
  RUN_MOVES,
  type RunEventType,
  SIMULATION_MOVES,
  type SimulatedEventType,
} from "../../../../app/domain/case/simulation/moves";
import { isKey } from "../../../../app/i18n";
import { agent, type CaseStory, intake, manager } from "../../../builders/case-story";
import {
  AGREED,
  anApplication,
  anOpinedRun,
  aRunningRun,
  convert,
  DIGEST,
  grant,
  investor,
  LAND,
  obtainLand,
  opine,
  reviewerOf,
  runOf,
  sign,
  simulatedOf,
} from "../../../builders/simulation-story";

const CODE = "planning-conditions";
const LATE = "2026-05-20";

const started = (story = aRunningRun()): CaseStory =>
  story.do(reviewerOf(story, CODE), AGREED, { type: "start-simulated-review", itemNo: story.no(CODE), on: AGREED });
const ruled = (ruling: "accept" | "refuse"): CaseStory => {
  const story = sign(anApplication());
  return story.do(manager, AGREED, { type: "rule-on-simulation", runNo: runOf(story).runNo, ruling, reason: "理由", on: AGREED });
};
const changed = (story: CaseStory, on = LAND): CaseStory => {
  const { name, site, schemeNo, investmentWan, floorAreaSqm } = story.case.project;
  return story.do(agent, on, { type: "change-facts", facts: { name, site, parcelNo: "2026-12", schemeNo, investmentWan, floorAreaSqm }, reason: "合同", on });
};
const looked = (outcome: "correct" | "ordinary"): CaseStory => {
  const story = changed(obtainLand(anOpinedRun()));
  return story.do(reviewerOf(story, CODE), LAND, { type: "review-differences", itemNo: story.no(CODE), outcome, note: "不同", defects: ["改"], on: LAND });
};

/** One real case for every state a simulated item can be in, each reached by acts of people. */
const IN_STATE: { readonly [S in SimulatedStatus]: () => CaseStory } = {
  applied: () => sign(anApplication()),
  "not-accepted": () => ruled("refuse"),
  accepted: () => aRunningRun(),
  "in-review": () => started(),
  correcting: () => {
    const story = started();
    return story.do(reviewerOf(story, CODE), AGREED, { type: "notify-simulated-correction", itemNo: story.no(CODE), defects: ["缺件"], on: AGREED });
  },
  "opinion-given": () => opine(aRunningRun(), CODE, "2026-03-09"),
  "not-passed": () => opine(aRunningRun(), CODE, "2026-03-09", "disagree"),
  ready: () => obtainLand(anOpinedRun()),
  "conversion-correcting": () => looked("correct"),
  converted: () => convert(obtainLand(anOpinedRun()), CODE, LAND),
  ordinary: () => looked("ordinary"),
  lapsed: () => {
    const story = opine(aRunningRun(), CODE, "2026-03-09");
    const system = { ...manager, role: "system" as const };
    return story.do(system, "2027-03-10", { type: "observe-day", on: "2027-03-10" });
  },
  void: () => {
    const story = opine(aRunningRun(), CODE, "2026-03-09");
    const { name, parcelNo, schemeNo, investmentWan, floorAreaSqm } = story.case.project;
    const facts = { name, site: "衡阳市珠晖区", parcelNo, schemeNo, investmentWan, floorAreaSqm };
    return story.do(agent, LAND, { type: "change-facts", facts, reason: "换地", on: LAND });
  },
  terminated: () => {
    const story = aRunningRun();
    return story.do(agent, LAND, { type: "terminate-simulation", runNo: runOf(story).runNo, ground: "land-not-obtained", reason: "流拍", on: LAND });
  },
};
const STATES = Object.keys(IN_STATE) as SimulatedStatus[];

/** Acts of people on one simulated item, with the event whose move each needs. */
const ACTS: readonly {
  readonly event: SimulatedEventType;
  readonly who: (story: CaseStory) => Actor;
  readonly command: (itemNo: string, on: string) => Command;
}[] = [
  { event: "simulated-review-started", who: (s) => reviewerOf(s, CODE), command: (itemNo, on) => ({ type: "start-simulated-review", itemNo, on }) },
  {
    event: "simulated-correction-notified",
    who: (s) => reviewerOf(s, CODE),
    command: (itemNo, on) => ({ type: "notify-simulated-correction", itemNo, defects: ["缺件"], on }),
  },
  { event: "simulated-correction-supplied", who: () => agent, command: (itemNo, on) => ({ type: "supply-simulated-correction", itemNo, note: null, on }) },
  {
    event: "simulated-opinion-given",
    who: (s) => reviewerOf(s, CODE),
    command: (itemNo, on) => ({ type: "give-simulated-opinion", itemNo, stance: "agree", conditions: [], on }),
  },
  {
    event: "differences-confirmed",
    who: (s) => reviewerOf(s, CODE),
    command: (itemNo, on) => ({ type: "review-differences", itemNo, outcome: "confirm", note: null, defects: [], on }),
  },
  {
    event: "conversion-correction-notified",
    who: (s) => reviewerOf(s, CODE),
    command: (itemNo, on) => ({ type: "review-differences", itemNo, outcome: "correct", note: null, defects: ["改"], on }),
  },
  {
    event: "simulated-item-to-ordinary",
    who: (s) => reviewerOf(s, CODE),
    command: (itemNo, on) => ({ type: "review-differences", itemNo, outcome: "ordinary", note: "不同", defects: [], on }),
  },
  { event: "conversion-correction-supplied", who: () => agent, command: (itemNo, on) => ({ type: "supply-conversion-correction", itemNo, note: null, on }) },
  { event: "simulated-item-converted", who: () => intake, command: (itemNo, on) => ({ type: "convert-item", itemNo, acceptanceNo: "衡受9号", on }) },
];

const illegal = ACTS.flatMap((act) => STATES.filter((state) => !canMoveSimulated(act.event, state)).map((state) => ({ ...act, state })));

describe("the machine of a simulated item", () => {
  test.each(STATES)("a simulated item can really be %s", (state) => {
    expect(simulatedOf(IN_STATE[state](), CODE).status).toBe(state);
  });

  test.each(illegal)("$event is refused in state $state, and the refusal says both", ({ event, state, who, command }) => {
    const story = IN_STATE[state]();
    const on = state === "lapsed" ? "2027-03-10" : LATE;
    const refusal = story.refusal(who(story), on, command(story.no(CODE), on));
    expect(refusal).toMatchObject({ code: "simulated-state-forbids", act: event, simulatedStatus: state });
    expect(isKey(`fact.act.${event}`) && isKey(`fact.simulatedStatus.${state}`)).toBe(true);
  });

  test("the table of domain.md 5.1: from which states each event is possible", () => {
    expect(Object.fromEntries(Object.entries(SIMULATION_MOVES).map(([event, move]) => [event, move.from]))).toEqual({
      "simulated-item-accepted": ["applied"],
      "simulated-item-refused": ["applied"],
      "simulated-review-started": ["accepted"],
      "simulated-correction-notified": ["in-review"],
      "simulated-correction-supplied": ["correcting"],
      "simulated-opinion-given": ["in-review"],
      "simulated-item-ready": ["opinion-given"],
      "differences-confirmed": ["ready"],
      "conversion-correction-notified": ["ready"],
      "conversion-correction-supplied": ["conversion-correcting"],
      "simulated-item-converted": ["ready"],
      "simulated-item-to-ordinary": ["ready"],
      "simulated-item-lapsed": ["opinion-given", "ready", "conversion-correcting"],
      "simulated-item-voided": ["opinion-given"],
      "simulated-item-terminated": [...LIVE],
    });
  });
});

const IN_RUN_STATE: { readonly [S in SimulatedRunStatus]: () => CaseStory } = {
  applied: () => sign(anApplication()),
  "not-accepted": () => ruled("refuse"),
  running: () => aRunningRun(),
  converting: () => obtainLand(anOpinedRun()),
  ended: () => opine(aRunningRun({ codes: [CODE] }), CODE, "2026-03-09", "disagree"),
  terminated: () => IN_STATE.terminated(),
};
const RUN_STATES = Object.keys(IN_RUN_STATE) as SimulatedRunStatus[];

const RUN_ACTS: readonly { readonly event: RunEventType; readonly who: Actor; readonly command: (runNo: string) => Command }[] = [
  { event: "simulation-asked-back", who: manager, command: (runNo) => ({ type: "rule-on-simulation", runNo, ruling: "ask-back", reason: "说明", on: LATE }) },
  { event: "simulation-answered", who: agent, command: (runNo) => ({ type: "answer-simulation", runNo, answer: "答", missing: [], on: LATE }) },
  { event: "simulation-accepted", who: manager, command: (runNo) => ({ type: "rule-on-simulation", runNo, ruling: "accept", reason: "同意", on: LATE }) },
  { event: "simulation-refused", who: manager, command: (runNo) => ({ type: "rule-on-simulation", runNo, ruling: "refuse", reason: "不同意", on: LATE }) },
  {
    event: "precondition-obtained",
    who: agent,
    command: (runNo) => ({ type: "record-trigger", runNo, obtained: ["land-right"], name: "合同", number: "1", documentOn: LATE, on: LATE }),
  },
  {
    event: "expected-day-moved",
    who: manager,
    command: (runNo) => ({
      type: "move-expected-day",
      runNo,
      precondition: "land-right",
      expectedOn: "2026-07-31",
      pastValidity: false,
      reason: "延期",
      on: LATE,
    }),
  },
  {
    event: "simulation-terminated",
    who: manager,
    command: (runNo) => ({ type: "terminate-simulation", runNo, ground: "promise-broken", reason: "擅自开工", on: LATE }),
  },
];
const illegalRuns = RUN_ACTS.flatMap((act) => RUN_STATES.filter((state) => !canMoveRun(act.event, state)).map((state) => ({ ...act, state })));

describe("the machine of a run", () => {
  test.each(RUN_STATES)("a run can really be %s", (state) => {
    expect(runOf(IN_RUN_STATE[state]()).status).toBe(state);
  });

  test.each(illegalRuns)("$event is refused in state $state, and the refusal says both", ({ event, state, who, command }) => {
    const story = IN_RUN_STATE[state]();
    const refusal = story.refusal(who, LATE, command(runOf(story).runNo));
    expect(refusal).toMatchObject({ code: "run-state-forbids", act: event, runStatus: state });
    expect(isKey(`fact.act.${event}`) && isKey(`fact.runStatus.${state}`)).toBe(true);
  });

  test.each(RUN_STATES.filter((state) => state !== "applied"))(
    "R-306: in state %s the letter is neither signed nor taken back, and the refusal says which",
    (state) => {
      const story = IN_RUN_STATE[state]();
      const letter = { letterKind: "simulation-risk" as const, subjectId: runOf(story).id };
      const forbidden = { code: "run-state-forbids", runStatus: state };
      expect(story.refusal(investor, LATE, { type: "withdraw-letter", ...letter, reason: "改" })).toMatchObject({ ...forbidden, act: "letter-withdrawn" });
      story.state = { ...story.case, signatures: {} };
      const signing = { shownDigest: DIGEST, digest: DIGEST, typedName: investor.name, method: "password" as const, address: null };
      expect(
        story.refusal(investor, LATE, { type: "sign-letter", ...letter, ...signing, capacity: "legal-representative", authorisation: null }),
      ).toMatchObject({ ...forbidden, act: "letter-signed" });
      expect(isKey("fact.act.letter-signed") && isKey("fact.act.letter-withdrawn")).toBe(true);
    },
  );

  test("every event of a run has its row in the table", () => {
    expect(Object.keys(RUN_MOVES)).toHaveLength(9);
  });
});

test("R-326: a formal act meets an item on its simulated way as if nothing had been simulated", () => {
  const story = anOpinedRun();
  const itemNo = story.no(CODE);
  const refused = (who: Actor, command: Command) => story.refusal(who, LAND, command);
  expect(refused(intake, { type: "accept-item", itemNo, acceptanceNo: "衡受1", on: LAND })).toMatchObject({ code: "item-state-forbids", status: "planned" });
  expect(refused(reviewerOf(story, CODE), { type: "start-review", itemNo, on: LAND })).toMatchObject({ code: "item-state-forbids", status: "planned" });
  const decision = { type: "decide-item" as const, itemNo, granted: true, decisionNo: "衡规条1", reason: null, overdueReason: null, on: LAND };
  expect(refused(reviewerOf(story, CODE), decision)).toMatchObject({ code: "item-state-forbids", status: "planned" });
  grant(story, "wage-deposit", LAND);
  expect(story.item("wage-deposit").status).toBe("granted");
});
