import fc from "fast-check";
import { expect, test } from "vitest";
import { may } from "../../../app/domain/access/permissions";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import type { Command } from "../../../app/domain/case/commands";
import { type Actor, systemActor } from "../../../app/domain/case/context";
import { decide } from "../../../app/domain/case/decide";
import { deferrableMaterials } from "../../../app/domain/case/deferral";
import { derive } from "../../../app/domain/case/derive";
import { evolve } from "../../../app/domain/case/evolve";
import { ITEM_MOVES } from "../../../app/domain/case/moves";
import { nextStep } from "../../../app/domain/case/review";
import type { Item, ProjectCase } from "../../../app/domain/case/state";
import type { Pack } from "../../../app/domain/pack/pack";
import { agent, aPerson, aPlannedCase, type CaseStory, hengyang, intake, issuing, manager, reviewer } from "../../builders/case-story";
import { stated, withRules } from "../../builders/gap-story";

/** One random attempt: who tries what on which item, how many days after the attempt before, and small variations. */
interface Attempt {
  readonly actor: number;
  readonly act: number;
  readonly item: number;
  readonly after: number;
  readonly back: number;
  readonly flag: boolean;
}

/** Acts by how often they are tried: the ordinary ones more, those that end an item less. */
const ACTS = [
  ...Array.from(
    { length: 6 },
    () => ["receive-items", "accept-item", "start-review", "record-step", "decide-item", "notify-correction", "supply-correction"] as const,
  ).flat(),
  ...Array.from(
    { length: 3 },
    () => ["issue-result", "deliver-result", "open-procedure", "close-procedure", "allow-second-correction", "correct-entry", "complete-milestone"] as const,
  ).flat(),
  ...Array.from({ length: 5 }, () => ["accept-with-gaps", "observe-day", "rule-on-deferral", "issue-result"] as const).flat(),
  ...Array.from({ length: 2 }, () => ["supply-deferred", "extend-deferral", "rule-on-correction"] as const).flat(),
  "report-irregularity",
  "accept-stage",
  "refuse-acceptance",
  "request-extension",
  "rule-on-extension",
  "withdraw-item",
  "add-note",
  "confirm-plan",
] as const;

const attempt: fc.Arbitrary<Attempt> = fc.record({
  actor: fc.nat(20),
  act: fc.nat(ACTS.length - 1),
  item: fc.nat(3),
  after: fc.constantFrom(0, 0, 1, 2),
  back: fc.constantFrom(0, 0, 0, 1, 2),
  flag: fc.boolean(),
});

/** One person holds two roles, so that separation of duties is really tried. */
const doubleRole = (department: string): Actor => ({ ...aPerson("两岗", "reviewer", department), personId: intake.personId });

/** Hengyang with every item deferrable and grants that need not wait for the gap, so that all ways are really tried. */
const loose: Pack = withRules(
  { deferralDecisionWaits: stated(false) },
  { ...hengyang, items: hengyang.items.map((item) => ({ ...item, deferralAllowed: true, deferrableMaterials: ["说明", "证明"] })) },
);

function commandFor(state: ProjectCase, item: Item, { act, flag }: Attempt, on: string, today: string): Command {
  const itemNo = item.itemNo;
  const procedureId = Object.values(state.procedures).find((procedure) => procedure.itemId === item.id && procedure.closedOn === null)?.id ?? "none";
  const extensionId = Object.values(state.extensions).find((extension) => extension.itemId === item.id)?.id ?? "none";
  const step = nextStep(state, item, hengyang)?.code ?? "none";
  const commands: readonly Command[] = [
    { type: "receive-items", itemNos: [itemNo], on },
    { type: "accept-item", itemNo, acceptanceNo: "受1", on },
    { type: "accept-stage", stage: item.stage, acceptanceNo: "统受1", on },
    { type: "notify-correction", itemNo, noticeNo: "补1", defects: ["缺件"], replyBy: flag ? on : null, on },
    { type: "supply-correction", itemNo, note: null, on },
    { type: "allow-second-correction", itemNo, reason: "确有必要" },
    { type: "refuse-acceptance", itemNo, reason: "无权", decisionNo: "不1", on },
    { type: "start-review", itemNo, on },
    { type: "record-step", itemNo, step, remark: null, on },
    { type: "open-procedure", itemNo, kind: "expert-review", noticeNo: "特1", toldWorkingDays: 5, reason: "评审", on },
    { type: "close-procedure", itemNo, procedureId, outcome: "完", on },
    { type: "request-extension", itemNo, workingDays: 3, reason: "复杂", on },
    { type: "rule-on-extension", itemNo, extensionId, approved: flag, reason: "可", on },
    { type: "decide-item", itemNo, granted: flag, decisionNo: "决1", reason: "理由", overdueReason: "说明", on },
    { type: "issue-result", itemNo, on },
    { type: "deliver-result", itemNo, method: flag ? "window" : "post", receivedBy: "陈", on },
    { type: "withdraw-item", itemNo, reason: "撤", on },
    { type: "complete-milestone", itemNo, reference: "合同1", on },
    { type: "add-note", itemNo, text: "记", shownToInvestor: flag },
    { type: "correct-entry", itemNo, entry: flag ? "acceptedOn" : "receivedOn", value: on, reason: "笔误" },
    { type: "confirm-plan", on, added: [], dropped: [] },
    {
      type: "accept-with-gaps",
      itemNo,
      acceptanceNo: "受1",
      noticeNo: "容1",
      promiseNo: "诺1",
      promisedBy: "陈",
      missing: deferrableMaterials(item, loose),
      supplyBy: addDays(on, 1),
      on,
    },
    { type: "supply-deferred", itemNo, names: deferrableMaterials(item, loose).slice(flag ? 0 : 1), as: "copy", on },
    { type: "extend-deferral", itemNo, supplyBy: addDays(on, 2), reason: "台风", on },
    {
      type: "rule-on-deferral",
      itemNo,
      outcome: item.status === "granted" ? (flag ? "grant-revoked" : "grant-kept") : flag ? "refused" : "acceptance-revoked",
      reason: "逾期",
      decisionNo: "决2",
      on,
    },
    { type: "rule-on-correction", itemNo, outcome: flag ? "refused" : "deemed-withdrawn", reason: "逾期", decisionNo: "决3", on },
    { type: "observe-day", on: today },
    { type: "report-irregularity", itemNo, code: "off-system", evidence: "见纪要", happenedOn: null },
  ];
  return commands.find((command) => command.type === ACTS[act]) as Command;
}

/** Plays attempts through permission, decide, evolve and derive as `execute` does, calling `seen` for every event. */
function play(
  attempts: readonly Attempt[],
  seen: (before: ProjectCase, after: ProjectCase, event: CaseStory["events"][number], actor: Actor) => void,
): CaseStory {
  const story = aPlannedCase("2026-01-26", [], loose);
  let offset = 0;
  for (const one of attempts) {
    offset += one.after;
    const today = addDays("2026-01-26", offset);
    const codes = ["project-code", "planning-conditions", "ent-filing", "land-grant"];
    const item = story.item(codes[one.item] ?? "project-code");
    const people = [
      agent,
      intake,
      issuing,
      manager,
      reviewer(item.departmentCode, "甲"),
      reviewer(item.departmentCode, "乙"),
      doubleRole(item.departmentCode),
      systemActor(agent.centreId),
    ];
    const command = commandFor(story.case, item, one, addDays(today, -one.back), today);
    const allowed = people.filter((person) => may(person, command.type));
    const actor = allowed[one.actor % allowed.length] as Actor;
    const outcome = decide(story.case, command, story.context(actor, today));
    if (!outcome.ok) continue;
    story.take(outcome.value, today, (before, event) => seen(before, story.case, event, actor));
    story.state = derive(story.case, story.pack, story.cal);
    // What a look recorded it does not record again, and nothing true today is left for tomorrow.
    if (command.type === "observe-day") expect(story.try(actor, today, command)).toMatchObject({ error: { code: "nothing-to-observe" } });
  }
  return story;
}

const sequences = fc.array(attempt, { minLength: 40, maxLength: 200 });

test("R-105: no command sequence moves a state against its table", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(sequences, (attempts) => {
      play(attempts, (before, after, event) => {
        for (const item of Object.values(after.items)) {
          const earlier = before.items[item.id];
          if (!earlier || earlier.status === item.status) continue;
          reached.add(item.status);
          if (event.type === "plan-confirmed") expect([earlier.status, item.status]).toEqual(["planned", "dropped"]);
          else expect(ITEM_MOVES[event.type as keyof typeof ITEM_MOVES].from).toContain(earlier.status);
        }
      });
    }),
    { numRuns: 150, seed: 20260302 },
  );
  expect([...reached].sort()).toEqual(
    expect.arrayContaining(["accepted", "correcting", "granted", "in-review", "issued", "not-accepted", "received", "refused", "revoked", "withdrawn"]),
  );
});

test("replaying the events from nothing gives the same state", () => {
  fc.assert(
    fc.property(sequences, (attempts) => {
      const story = play(attempts, () => {});
      let replayed: ProjectCase | null = null;
      for (const event of story.events) replayed = evolve(replayed, event, story.case.project.updatedAt);
      expect(derive(replayed as ProjectCase, story.pack, story.cal)).toEqual(story.case);
    }),
    { numRuns: 100, seed: 7 },
  );
});

test("no sequence of acts lets the acceptor decide, a department accept or issue, or a decision come before its acceptance", () => {
  fc.assert(
    fc.property(sequences, (attempts) => {
      const story = play(attempts, (_, __, event, actor) => {
        if (event.type === "item-accepted" || event.type === "result-issued" || event.type === "result-delivered") expect(actor.role).not.toBe("reviewer");
      });
      const observed = story.case.project.observeFrom;
      for (const deferral of Object.values(story.case.deferrals))
        if (deferral.status === "open" && deferral.proposedOn === null) expect(observed).not.toBeNull();
      for (const item of Object.values(story.case.items)) {
        if (item.decidedOn === null || item.acceptedOn === null) continue;
        expect(item.decidedById).not.toBe(item.acceptedById);
        expect(item.decidedOn >= item.acceptedOn).toBe(true);
        expect(item.acceptedOn >= (item.receivedOn ?? "")).toBe(true);
      }
    }),
    { numRuns: 150, seed: 11 },
  );
});
