import fc from "fast-check";
import { expect, test } from "vitest";
import { may } from "../../../../app/domain/access/permissions";
import { addDays } from "../../../../app/domain/calendar/calendar-date";
import type { Command } from "../../../../app/domain/case/commands";
import { isInEffect, isLiveCommitment } from "../../../../app/domain/case/commitment/moves";
import { checksOf, commitmentsOf, objectionsOf, standardsOf } from "../../../../app/domain/case/commitment/reads";
import type { Actor } from "../../../../app/domain/case/context";
import { decide } from "../../../../app/domain/case/decide";
import { derive } from "../../../../app/domain/case/derive";
import type { CaseEvent } from "../../../../app/domain/case/events";
import { evolve } from "../../../../app/domain/case/evolve";
import type { CommitmentStatus } from "../../../../app/domain/case/parts/project-commitment";
import type { ProjectCase } from "../../../../app/domain/case/state";
import { startLawOf } from "../../../../app/domain/plan/legal-stops";
import { agent, aPerson, type CaseStory, calendar, hengyang, manager } from "../../../builders/case-story";
import { aCompleted, anApplicable, anEnforced, aProposal, aPublic, getReady, housing, investor } from "../../../builders/commitment-story";
import { DIGEST } from "../../../builders/simulation-story";

interface Attempt {
  readonly act: number;
  readonly which: number;
  readonly after: number;
  readonly back: number;
  readonly flag: number;
}

const intake = aPerson("王芳", "intake");
/** By how often they are tried. */
const ACTS = [
  ...Array.from({ length: 6 }, () => ["record-check", "precheck-promise", "sign-letter", "put-in-force", "hand-down-standards"] as const).flat(),
  ...Array.from({ length: 4 }, () => ["recheck-rectification", "record-works-completion", "open-publicity", "add-standard", "permit"] as const).flat(),
  ...Array.from({ length: 2 }, () => ["supplement-promise", "rule-on-breach", "propose-commitment", "appraise-commitment", "confirm-plan"] as const).flat(),
  "schedule-check",
  "record-objection",
  "rule-on-objection",
  "drop-standard",
  "withdraw-letter",
  "withdraw-letter",
  "exit-commitment",
  "reward-commitment",
  "receive-items",
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  act: fc.nat(ACTS.length - 1),
  which: fc.nat(7),
  after: fc.constantFrom(0, 0, 0, 1, 1, 3, 8, 8, 30),
  back: fc.constantFrom(0, 0, 0, 0, 2),
  flag: fc.nat(5),
});

/** What a commitment may become, written down again from domain.md 5.2 and compared with what really happens. */
const MODEL: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  proposed: ["not-applicable", "applicable", "exited"],
  "not-applicable": [],
  applicable: ["awaiting-promise", "exited"],
  "awaiting-promise": ["in-precheck", "exited"],
  "in-precheck": ["awaiting-promise", "passed", "supplementing", "exited"],
  supplementing: ["awaiting-promise", "exited"],
  passed: ["awaiting-promise", "in-publicity", "exited"],
  "in-publicity": ["awaiting-promise", "applicable", "in-force", "exited"],
  "in-force": ["rectifying", "verifying"],
  rectifying: ["in-force", "verifying", "in-operation", "breached"],
  verifying: ["rectifying", "in-operation"],
  "in-operation": ["rectifying", "fulfilled"],
  fulfilled: [],
  exited: [],
  breached: [],
};

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(list.length, 1)];

/** The next act on the construction permit: received, accepted, decided at once. */
function permitAct(state: ProjectCase, on: string): Command {
  const item = Object.values(state.items).find(({ code }) => code === "construction-permit");
  const itemNo = item?.itemNo ?? "";
  if (item?.status === "received") return { type: "accept-item", itemNo, acceptanceNo: "衡受1", on };
  if (item?.status === "accepted") return { type: "decide-item", itemNo, granted: true, decisionNo: "衡建施1", reason: null, overdueReason: "说明", on };
  return { type: "receive-items", itemNos: [itemNo], on };
}

function commandFor(state: ProjectCase, { act, which, flag }: Attempt, on: string): Command {
  const commitment = commitmentsOf(state).filter(isLiveCommitment).at(-1) ?? commitmentsOf(state).at(-1);
  const commitmentNo = commitment?.commitmentNo ?? "";
  const id = commitment?.id ?? "";
  const about = { commitmentNo, on };
  const checks = checksOf(state, id);
  const items = Object.values(state.items);
  const check = pick(
    ACTS[act] === "recheck-rectification" ? checks.filter(({ status }) => status === "rectifying") : checks.filter(({ status }) => status === "planned"),
    which < 4 ? 0 : which,
  );
  const letter = { letterKind: "project-commitment" as const, subjectId: id };
  const met = flag < 4 ? ("met" as const) : ("not-met" as const);
  switch (ACTS[act]) {
    case "propose-commitment":
      return { type: "propose-commitment", on };
    case "appraise-commitment":
      return { type: "appraise-commitment", ...about, ruling: flag === 0 ? "not-applicable" : "applicable", reason: "理由" };
    case "add-standard":
      return {
        type: "add-standard",
        ...about,
        indicator: `指标${which}`,
        condition: "条件",
        value: "1",
        dueOn: null,
        departmentCode: "zj",
        itemNo: flag === 0 ? null : (pick(items, which * 3 + flag)?.itemNo ?? null),
        effect: flag === 0 ? null : flag % 2 ? "after-start" : "at-once",
      };
    case "drop-standard":
      return { type: "drop-standard", ...about, standardId: pick(standardsOf(state, id), which)?.id ?? "" };
    case "hand-down-standards":
      return { type: "hand-down-standards", ...about, documentNo: "1号" };
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
    case "precheck-promise":
      return { type: "precheck-promise", ...about, outcome: flag === 0 ? "defects" : "pass", defects: flag === 0 ? ["缺"] : [] };
    case "supplement-promise":
      return { type: "supplement-promise", ...about, note: "补" };
    case "open-publicity":
      return { type: "open-publicity", ...about, at: "网站" };
    case "record-objection":
      return { type: "record-objection", ...about, objector: "某", text: "异议" };
    case "rule-on-objection":
      return {
        type: "rule-on-objection",
        ...about,
        objectionId:
          pick(
            objectionsOf(state, id).filter(({ status }) => status === "open"),
            which,
          )?.id ?? "",
        ruling: flag < 3 ? "reject" : flag < 5 ? "change" : "exit",
        reason: "理由",
      };
    case "put-in-force":
      return { type: "put-in-force", ...about, checks: [{ point: "before-start", dueOn: addDays(on, 10) }] };
    case "schedule-check":
      return { type: "schedule-check", ...about, checkId: check?.id ?? "", dueOn: addDays(on, 5 + which), reason: "改期" };
    case "record-check":
      return {
        type: "record-check",
        ...about,
        checkId: check?.id ?? "",
        outcome: met,
        findings: met === "met" ? [] : ["不足"],
        evidence: ["照片"],
        rectifyBy: met === "met" ? null : addDays(on, 5),
        failedStandardIds: standardsOf(state, id)
          .slice(0, 1)
          .map((standard) => standard.id),
      };
    case "recheck-rectification":
      return { type: "recheck-rectification", ...about, checkId: check?.id ?? "", outcome: met, evidence: ["照片"], note: "说明" };
    case "record-works-completion":
      return { type: "record-works-completion", ...about, reference: "报告", verifyBy: null };
    case "rule-on-breach":
      return {
        type: "rule-on-breach",
        ...about,
        ruling: flag < 3 ? "more-time" : "revoke",
        reason: "理由",
        rectifyBy: addDays(on, 5),
        decisionNo: "撤1号",
        penaltyYuan: flag === 5 ? 1000 : null,
        penaltyBasis: flag === 5 ? "办法" : null,
      };
    case "exit-commitment":
      return flag === 0 ? { type: "exit-commitment", ...about, reason: "退" } : permitAct(state, on);
    case "reward-commitment":
      return { type: "reward-commitment", ...about, reward: "名单" };
    case "confirm-plan":
      return { type: "confirm-plan", on, added: [{ code: flag % 2 ? "green-land" : "fire-design", reason: "需要" }], dropped: [] };
    case "receive-items":
      return { type: "receive-items", itemNos: [pick(items, which)?.itemNo ?? ""], on };
    default:
      return permitAct(state, on);
  }
}

/** Whoever of the house may do it; the department of the list for what departments do. */
const PEOPLE: readonly Actor[] = [agent, intake, housing, manager, investor];
const actorFor = (command: Command): Actor => (command.type === "decide-item" ? housing : (PEOPLE.find((actor) => may(actor, command.type)) ?? manager));

/** Built once: a state is never changed in place. */
const STARTS: Readonly<Record<string, CaseStory>> = {
  proposed: aProposal(),
  applicable: anApplicable(),
  public: aPublic(),
  enforced: getReady(anEnforced()),
  completed: aCompleted(),
};
const start = fc.constantFrom(...Object.keys(STARTS));

/** Plays attempts through the real rules; what is refused leaves the case as it was. */
function play(from: string, attempts: readonly Attempt[], look: (before: ProjectCase, after: ProjectCase, event: CaseEvent) => void) {
  const story = STARTS[from] as CaseStory;
  let state = story.case;
  let today = story.events.reduce((last, event) => ("on" in event && event.on > last ? event.on : last), "2026-02-24");
  let ids = 5000;
  const events = [...story.events];
  for (const one of attempts) {
    today = addDays(today, one.after);
    const command = commandFor(state, one, addDays(today, -one.back));
    const actor = actorFor(command);
    const context = { ...story.context(actor, today), newId: () => `p-${++ids}` };
    const outcome = decide(state, command, context);
    if (!outcome.ok) continue;
    for (const event of outcome.value) {
      const after = evolve(state, event, context.now);
      look(state, after, event);
      events.push(event);
      state = after;
    }
    state = derive(state, hengyang, calendar);
  }
  return { state, events };
}

const sequences = fc.array(attempt, { minLength: 20, maxLength: 60 });

/** Thousands of runs, on a machine that does other things as well. */
const PATIENCE_MS = 90_000;

test(
  "R-372 (H44): no sequence of acts moves a commitment against the machine of domain.md 5.2, and every state is reached",
  () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(sequences, start, (attempts, from) => {
        play(from, attempts, (before, after) => {
          for (const commitment of Object.values(after.commitments)) {
            reached.add(commitment.status);
            const earlier = before.commitments[commitment.id];
            if (!earlier) expect(commitment.status).toBe("proposed");
            else if (earlier.status !== commitment.status)
              expect(MODEL[earlier.status], `${earlier.status} → ${commitment.status}`).toContain(commitment.status);
          }
          expect(Object.values(after.commitments).filter(isLiveCommitment).length).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 1500, seed: 20260316 },
    );
    expect([...reached].sort()).toEqual(Object.keys(MODEL).sort());
  },
  PATIENCE_MS,
);

test("R-372 (H44): whatever is done, a promise stands for no legal stop, spares only while in effect, and is verified before operation", () => {
  let breaches = 0;
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      const { state } = play(from, attempts, (before, after, event) => {
        if (event.type === "commitment-breached") {
          breaches += 1;
          expect(Object.values(after.items).filter(({ promisedAs }) => promisedAs === "after-start")).toEqual([]);
        }
        if (event.type === "supervision-check-recorded" && event.point === "operation")
          expect(before.commitments[event.commitmentId]?.verifiedOn).not.toBeNull();
        if (event.type === "works-completed")
          expect(Object.values(before.items).some(({ code, status }) => code.startsWith("construction-permit") && status === "granted")).toBe(true);
      });
      const live = Object.values(state.commitments).find(isInEffect);
      for (const item of Object.values(state.items)) {
        if (item.promisedAs !== null) expect(startLawOf(item.code)).toBeNull();
        if (item.promisedAs === "after-start") expect(live).toBeDefined();
      }
      for (const standard of Object.values(state.standards)) expect(standard.code === null || startLawOf(standard.code) === null).toBe(true);
      for (const commitment of Object.values(state.commitments)) {
        const checks = checksOf(state, commitment.id);
        if (commitment.status === "fulfilled") expect(checks.every(({ status }) => status === "met")).toBe(true);
        if (commitment.inForceOn !== null) expect(commitment.publicityTo !== null && commitment.publicityTo < commitment.inForceOn).toBe(true);
      }
    }),
    { numRuns: 1200, seed: 7 },
  );
  expect(breaches).toBeGreaterThan(20);
});

test(
  "R-450 (H44): whatever is done, what is in force hung for its days as it was signed; taken back, it hangs no more",
  () => {
    let takenDown = 0;
    let signedAnew = 0;
    fc.assert(
      fc.property(sequences, start, (attempts, from) => {
        const taken = new Set<string>();
        play(from, attempts, (before, after, event) => {
          if (event.type === "letter-withdrawn" && event.letterKind === "project-commitment") {
            const was = before.commitments[event.subjectId];
            expect(objectionsOf(before, event.subjectId).some(({ status }) => status === "open")).toBe(false);
            expect(after.commitments[event.subjectId]).toMatchObject({
              status: "awaiting-promise",
              publicityFrom: null,
              publicityTo: null,
              letterSignatureId: null,
            });
            if (was?.status === "in-publicity") {
              takenDown += 1;
              taken.add(event.subjectId);
            }
          }
          if (event.type === "commitment-in-force") {
            const held = after.commitments[event.commitmentId];
            const signature = after.signatures[held?.letterSignatureId ?? ""];
            expect(signature?.withdrawnOn).toBeNull();
            expect(held?.promisedOn !== null && held?.publicityFrom !== null && (held?.promisedOn ?? "") <= (held?.publicityFrom ?? "")).toBe(true);
            if (taken.has(event.commitmentId)) signedAnew += 1;
          }
        });
      }),
      { numRuns: 1500, seed: 41 },
    );
    expect(takenDown).toBeGreaterThan(50);
    expect(signedAnew).toBeGreaterThan(5);
  },
  PATIENCE_MS,
);

test("R-372 (H44): replaying the events of any project under commitment from nothing gives the same state", () => {
  fc.assert(
    fc.property(sequences, start, (attempts, from) => {
      const { state, events } = play(from, attempts, () => {});
      let replayed: ProjectCase | null = null;
      for (const event of events) replayed = evolve(replayed, event, state.project.updatedAt);
      expect(derive(replayed as ProjectCase, hengyang, calendar)).toEqual(derive(state, hengyang, calendar));
    }),
    { numRuns: 400, seed: 11 },
  );
});
