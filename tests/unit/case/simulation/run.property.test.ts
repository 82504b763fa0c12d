import fc from "fast-check";
import { expect, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import { addDays } from "../../../../app/domain/calendar/calendar-date";
import type { Command } from "../../../../app/domain/case/commands";
import { type Actor, systemActor } from "../../../../app/domain/case/context";
import { decide } from "../../../../app/domain/case/decide";
import { derive } from "../../../../app/domain/case/derive";
import type { CaseEvent } from "../../../../app/domain/case/events";
import { evolve } from "../../../../app/domain/case/evolve";
import { letterOf } from "../../../../app/domain/case/letter";
import { isFulfilled } from "../../../../app/domain/case/moves";
import type { SimulatedStatus } from "../../../../app/domain/case/parts/simulation";
import { nextStep } from "../../../../app/domain/case/review";
import { expectedDay } from "../../../../app/domain/case/simulation/expected-day";
import { isLive, isLiveRun } from "../../../../app/domain/case/simulation/moves";
import { firstValidTo, isSimulatedNo, latestSimulated, runsOf, simulatedOf } from "../../../../app/domain/case/simulation/reads";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { agent, CaseStory, calendar, hengyang, intake, manager, reviewer } from "../../../builders/case-story";
import { anApplication, anOpinedRun, aRunningRun, DIGEST, investor, obtainLand, SIMULATED, sign } from "../../../builders/simulation-story";

/** One random attempt: which act, on which item, how many days after the attempt before, how far back dated, and a variation. */
interface Attempt {
  readonly act: number;
  readonly item: number;
  readonly after: number;
  readonly back: number;
  readonly flag: number;
}

const CODES = [...SIMULATED, "project-code", "ent-filing", "land-grant"] as const;

/** By how often they are tried. */
const ACTS = [
  ...Array.from({ length: 6 }, () => ["start-simulated-review", "give-simulated-opinion", "convert-item", "grant"] as const).flat(),
  ...Array.from(
    { length: 2 },
    () =>
      [
        "notify-simulated-correction",
        "supply-simulated-correction",
        "review-differences",
        "supply-conversion-correction",
        "record-trigger",
        "receive-items",
      ] as const,
  ).flat(),
  ...Array.from({ length: 2 }, () => ["rule-on-simulation", "sign-letter", "complete-milestone", "observe-day", "apply-simulation"] as const).flat(),
  "answer-simulation",
  "move-expected-day",
  "move-expected-day",
  "withdraw-letter",
  "terminate-simulation",
  "change-facts",
  "change-facts",
  "withdraw-item",
  "attach-file",
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  act: fc.nat(ACTS.length - 1),
  item: fc.nat(CODES.length - 1),
  after: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 1, 3, 40, 200),
  back: fc.constantFrom(0, 0, 0, 0, 1, 4),
  flag: fc.nat(5),
});

/** What a simulated item may become, written down again from domain.md 5.1 and compared with what really happens. */
const MODEL: Readonly<Record<SimulatedStatus, readonly SimulatedStatus[]>> = {
  applied: ["not-accepted", "accepted", "terminated"],
  "not-accepted": [],
  accepted: ["in-review", "terminated"],
  "in-review": ["correcting", "opinion-given", "not-passed", "terminated"],
  correcting: ["in-review", "terminated"],
  "opinion-given": ["ready", "lapsed", "void", "terminated"],
  "not-passed": [],
  ready: ["conversion-correcting", "converted", "ordinary", "lapsed", "terminated"],
  "conversion-correcting": ["ready", "lapsed", "terminated"],
  converted: [],
  ordinary: [],
  lapsed: [],
  void: [],
  terminated: [],
};

/** The next formal act of an item, conversion first where it is ready, with now and then the number of a simulated paper on it. */
function formalAct(state: ProjectCase, code: string, on: string, flag: number): Command {
  const item = Object.values(state.items).find((one) => one.code === code);
  if (!item) throw new Error(`no ${code}`);
  const itemNo = item.itemNo;
  if (latestSimulated(state, item.id)?.status === "ready") return { type: "convert-item", itemNo, acceptanceNo: `衡受${itemNo}`, on };
  const no = flag === 0 ? (latestSimulated(state, item.id)?.opinionNo ?? "模拟-1") : `衡批${itemNo}`;
  const step = nextStep(state, item, hengyang);
  if (item.status === "received") return { type: "accept-item", itemNo, acceptanceNo: no, on };
  if (item.status === "accepted" && item.type !== "INSTANT") return { type: "start-review", itemNo, on };
  if (step && item.status === "in-review") return { type: "record-step", itemNo, step: step.code, remark: null, on };
  return { type: "decide-item", itemNo, granted: flag !== 5, decisionNo: no, reason: "理由", overdueReason: "说明", on };
}

function commandFor(state: ProjectCase, { act, item, flag }: Attempt, on: string): Command {
  const code = CODES[item] ?? "scheme-review";
  const itemNo = Object.values(state.items).find((one) => one.code === code)?.itemNo ?? "";
  const run = runsOf(state).filter(isLiveRun).at(-1) ?? runsOf(state).at(-1);
  const runNo = run?.runNo ?? "";
  const missing = [{ code: "land-right", expectedOn: addDays(on, 60) }];
  const { name, parcelNo, schemeNo, floorAreaSqm, site } = state.project;
  const letter = { letterKind: "simulation-risk" as const, subjectId: run?.id ?? "" };
  switch (ACTS[act]) {
    case "start-simulated-review":
      return { type: "start-simulated-review", itemNo, on };
    case "give-simulated-opinion":
      return { type: "give-simulated-opinion", itemNo, stance: flag === 5 ? "disagree" : "agree", conditions: flag === 5 ? ["不符"] : [], on };
    case "convert-item":
      return { type: "convert-item", itemNo, acceptanceNo: flag === 0 ? "模拟-9" : "衡受9", on };
    case "grant":
      return formalAct(state, code, on, flag);
    case "notify-simulated-correction":
      return { type: "notify-simulated-correction", itemNo, defects: ["缺件"], on };
    case "supply-simulated-correction":
      return { type: "supply-simulated-correction", itemNo, note: null, on };
    case "review-differences":
      return { type: "review-differences", itemNo, outcome: flag < 3 ? "confirm" : flag === 3 ? "ordinary" : "correct", note: "说明", defects: ["改"], on };
    case "supply-conversion-correction":
      return { type: "supply-conversion-correction", itemNo, note: null, on };
    case "record-trigger":
      return { type: "record-trigger", runNo, obtained: ["land-right"], name: "合同", number: flag === 0 ? "模拟-1" : "衡土让1", documentOn: on, on };
    case "receive-items":
      return { type: "receive-items", itemNos: [itemNo], on };
    case "rule-on-simulation":
      return { type: "rule-on-simulation", runNo, ruling: flag === 0 ? "refuse" : flag === 1 ? "ask-back" : "accept", reason: "理由", on };
    case "sign-letter":
      return {
        type: "sign-letter",
        ...letter,
        shownDigest: DIGEST,
        digest: flag === 0 ? "e".repeat(64) : DIGEST,
        typedName: investor.name,
        capacity: "legal-representative",
        authorisation: null,
        method: "password",
        address: null,
      };
    case "withdraw-letter":
      return { type: "withdraw-letter", ...letter, reason: "改" };
    case "complete-milestone":
      return { type: "complete-milestone", itemNo, reference: "衡土让1", on };
    case "apply-simulation":
      return { type: "apply-simulation", kind: "whole", itemNos: [itemNo], missing, on };
    case "answer-simulation":
      return { type: "answer-simulation", runNo, answer: "答", missing, on };
    case "move-expected-day":
      return {
        type: "move-expected-day",
        runNo,
        precondition: flag === 0 ? "funding" : "land-right",
        expectedOn: addDays(on, flag === 1 ? -3 : 20 + 90 * item),
        pastValidity: flag > 3,
        reason: "延期",
        on,
      };
    case "terminate-simulation":
      if (item > 2) return formalAct(state, code, on, flag);
      return { type: "terminate-simulation", runNo, ground: flag < 3 ? "withdrawn" : flag < 4 ? "land-not-obtained" : "promise-broken", reason: "终止", on };
    case "change-facts":
      if (item > 3) return formalAct(state, code, on, flag);
      return { type: "change-facts", facts: { name, site, parcelNo, schemeNo, investmentWan: 10_000 + flag, floorAreaSqm }, reason: "变更", on };
    case "withdraw-item":
      return { type: "withdraw-item", itemNo, reason: "撤", on };
    case "attach-file": {
      const file = { digest: String(flag).repeat(64), name: "a.pdf", bytes: 1, mediaType: "application/pdf" };
      const drawings = Object.values(state.items).find((one) => one.code === "drawing-review")?.itemNo ?? "";
      return { type: "attach-file", itemNo: drawings, name: hengyang.items.find((one) => one.code === "drawing-review")?.coreMaterials[0] ?? "", file };
    }
    default:
      return { type: "observe-day", on };
  }
}

/** Cases from which random acts go on: applied for, agreed to, examined, ready to convert. */
const STARTS = [
  { story: sign(anApplication()), on: "2026-03-05" },
  { story: aRunningRun(), on: "2026-03-05" },
  { story: anOpinedRun(), on: "2026-03-23" },
  { story: obtainLand(anOpinedRun()), on: "2026-05-11" },
] as const;
type Start = (typeof STARTS)[number];

type Seen = (before: ProjectCase, after: ProjectCase, event: CaseEvent, actor: Actor) => void;

/** Plays attempts through permission, decide and evolve as `execute` does, calling `seen` for every event. */
function play(
  { story: from, on: base }: Start,
  attempts: readonly Attempt[],
  seen: Seen,
): { readonly state: ProjectCase; readonly events: readonly CaseEvent[] } {
  const story = new CaseStory(hengyang);
  story.state = from.case;
  story.events.push(...from.events);
  let offset = 0;
  let ids = 1000;
  for (const one of attempts) {
    offset += one.after;
    const today = addDays(base, offset);
    const command = commandFor(story.case, one, one.act % 7 === 0 || ACTS[one.act] === "observe-day" ? today : addDays(today, -one.back));
    const code = CODES[one.item] ?? "";
    const department = story.item(code).departmentCode;
    const people = [
      agent,
      intake,
      manager,
      investor,
      reviewer(department, "甲"),
      reviewer(department, "乙"),
      reviewer(department, "丙"),
      systemActor("centre-hy"),
    ];
    const allowed = people.filter((person) => may(person, command.type));
    const actor = allowed[one.flag % Math.max(allowed.length, 1)] ?? agent;
    const context = { ...story.context(actor, today), newId: () => `new-${++ids}` };
    const outcome = decide(story.case, command, context);
    if (!outcome.ok) continue;
    story.take(outcome.value, today, (before, event) => seen(before, story.case, event, actor));
  }
  return { state: story.case, events: story.events };
}

const sequences = fc.array(attempt, { minLength: 20, maxLength: 70 });
const start = fc.constantFrom(...STARTS);

/** Thousands of runs, on a machine that does other things as well. */
const PATIENCE_MS = 90_000;

test(
  "R-326: no sequence of acts moves a simulated item or a run against the machine of domain.md 5.1, and every state is reached",
  () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(sequences, start, (attempts, from) => {
        play(from, attempts, (before, after, event) => {
          for (const simulated of Object.values(after.simulatedItems)) {
            reached.add(simulated.status);
            const earlier = before.simulatedItems[simulated.id];
            if (!earlier) expect(simulated.status).toBe("applied");
            else if (earlier.status !== simulated.status) expect(MODEL[earlier.status]).toContain(simulated.status);
          }
          for (const run of Object.values(after.runs)) {
            const earlier = before.runs[run.id];
            // What it saved is counted when its last item is decided, which may be after its end.
            if (earlier && !isLiveRun(earlier)) {
              const { savedWorkingDays, savedOn } = event.type === "simulation-saving-measured" && event.runId === run.id ? run : earlier;
              expect(run).toEqual({ ...earlier, savedWorkingDays, savedOn });
            }
          }
        });
      }),
      { numRuns: 2000, seed: 20260302 },
    );
    expect([...reached].sort()).toEqual(Object.keys(MODEL).sort());
  },
  PATIENCE_MS,
);

test(
  "R-447, R-449: whatever is done, a moved day leaves letter and signature as they were, and an enterprise leaves before the first opinion only",
  () => {
    let moves = 0;
    let left = 0;
    fc.assert(
      fc.property(sequences, start, (attempts, from) => {
        play(from, attempts, (before, after, event, actor) => {
          if (event.type === "expected-day-moved") {
            moves += 1;
            expect(before.runs[event.runId]?.status).toBe("running");
            expect(letterOf("simulation-risk", after, event.runId, hengyang)).toEqual(letterOf("simulation-risk", before, event.runId, hengyang));
            expect(after.signatures).toEqual(before.signatures);
            expect(after.runs[event.runId]?.letterSignatureId).toBe(before.runs[event.runId]?.letterSignatureId);
            const ends = firstValidTo(simulatedOf(before, event.runId));
            expect(event.lapsesOn).toBe(ends !== null && ends < event.to ? ends : null);
          }
          if (event.type === "simulation-terminated" && actor.role === "investor") {
            left += 1;
            expect(event.ground).toBe("withdrawn");
            expect(simulatedOf(before, event.runId).every(({ opinionOn }) => opinionOn === null)).toBe(true);
          }
          for (const run of Object.values(after.runs)) {
            const days = run.missing.filter(({ obtainedOn }) => obtainedOn === null).map((one) => expectedDay(one));
            expect(run.nextExpectedOn).toBe(days.sort()[0] ?? null);
          }
        });
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(moves).toBeGreaterThan(100);
    expect(left).toBeGreaterThan(20);
  },
  PATIENCE_MS,
);

test("R-326: replaying the events of any simulated case from nothing gives the same state", () => {
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      const { state, events } = play(from, attempts, () => {});
      let replayed: ProjectCase | null = null;
      for (const event of events) replayed = evolve(replayed, event, state.project.updatedAt);
      expect(derive(replayed as ProjectCase, hengyang, calendar)).toEqual(derive(state, hengyang, calendar));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test(
  "R-326: no sequence of acts lets a simulated result satisfy a formal item, carry a formal number, or be accepted but by conversion",
  () => {
    let conversions = 0;
    fc.assert(
      fc.property(sequences, start, (attempts, from) => {
        const { state } = play(from, attempts, (before, after, event, actor) => {
          if (event.type === "item-received" || event.type === "item-accepted") {
            const live = Object.values(after.simulatedItems).find((one) => one.itemId === event.itemId && isLive(one));
            expect(live, "a formal step beside a live simulation").toBeUndefined();
            expect(actor.role).not.toBe("reviewer");
          }
          if (event.type === "item-received") {
            const item = after.items[event.itemId];
            for (const code of item?.prerequisites ?? []) {
              const prerequisite = Object.values(before.items).find((one) => one.code === code && one.status !== "dropped");
              if (prerequisite) expect(isFulfilled(prerequisite) && (prerequisite.endedOn ?? "") <= event.on).toBe(true);
            }
          }
          if (event.type === "simulated-item-converted") conversions += 1;
          if (event.type === "simulated-opinion-given") expect(isSimulatedNo(event.opinionNo)).toBe(true);
        });
        for (const item of Object.values(state.items)) {
          for (const no of [item.decisionNo, item.acceptanceNo]) expect(no !== null && isSimulatedNo(no)).toBe(false);
          if (item.decidedOn !== null && item.acceptedOn !== null) expect(item.decidedOn >= item.acceptedOn).toBe(true);
        }
        for (const simulated of Object.values(state.simulatedItems)) {
          const item = state.items[simulated.itemId];
          if (simulated.convertedOn !== null) expect([item?.receivedOn, item?.acceptedOn]).toEqual([simulated.convertedOn, simulated.convertedOn]);
          if (simulated.convertedOn !== null) expect(simulated.convertedOn <= (simulated.validTo ?? "")).toBe(true);
          expect(item?.code.startsWith("construction-permit")).toBe(false);
        }
        for (const run of Object.values(state.runs)) if (!isLiveRun(run)) expect(simulatedOf(state, run.id).some(isLive)).toBe(false);
        const live = Object.values(state.simulatedItems).filter(isLive);
        expect(new Set(live.map(({ itemId }) => itemId)).size).toBe(live.length);
      }),
      { numRuns: 2000, seed: 11 },
    );
    expect(conversions).toBeGreaterThan(100);
  },
  PATIENCE_MS,
);
