import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { may } from "../../../app/domain/access/permissions";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import type { Command, CommandType } from "../../../app/domain/case/commands";
import type { Actor, Role } from "../../../app/domain/case/context";
import { decide } from "../../../app/domain/case/decide";
import { derive } from "../../../app/domain/case/derive";
import type { CaseEvent } from "../../../app/domain/case/events";
import { evolve } from "../../../app/domain/case/evolve";
import { nextStep } from "../../../app/domain/case/review";
import type { Item, ProjectCase } from "../../../app/domain/case/state";
import { isAbove } from "../../../app/domain/pack/level";
import { loadPacks } from "../../../db/load-packs";
import { agent, aPerson, aPlannedCase, CaseStory, intake, issuing, manager, reviewer } from "../../builders/case-story";
import { aWindow } from "../../builders/window";

/**
 * 受审分离 under the rules of every place: whatever people try, in whatever order, with whatever two roles one of them holds, no
 * department takes an item in or hands a result out, and nobody decides what they accepted.
 */

type Act = (state: ProjectCase, item: Item, on: string, story: CaseStory, flag: boolean) => Command;

/** How each act is tried; ordinary acts stand here several times. */
const ACTS: readonly (readonly [times: number, act: Act])[] = [
  [6, (_, { itemNo }, on) => ({ type: "receive-items", itemNos: [itemNo], on })],
  [4, (_, { itemNo }, on) => ({ type: "accept-item", itemNo, acceptanceNo: "受1", on })],
  [2, (_, { stage }, on) => ({ type: "accept-stage", stage, acceptanceNo: "统受1", on })],
  [4, (state, _, on) => ({ type: "accept-bundle", itemNos: receivedOf(state), bundle: null, acceptanceNo: "一受1", on })],
  [2, (_, item, on, story) => withGaps(item, on, story)],
  [1, (_, { itemNo }, on) => ({ type: "supply-deferred", itemNo, names: ["公示截图"], on })],
  [
    1,
    (_, { itemNo }, on, __, flag) => ({
      type: "rule-on-deferral",
      itemNo,
      outcome: flag ? "refused" : "acceptance-revoked",
      reason: "逾期",
      decisionNo: "撤1",
      on,
    }),
  ],
  [2, (_, { itemNo }, on) => ({ type: "notify-correction", itemNo, noticeNo: "补1", defects: ["缺件"], replyBy: null, on })],
  [2, (_, { itemNo }, on) => ({ type: "supply-correction", itemNo, note: null, on })],
  [1, (_, { itemNo }, on) => ({ type: "rule-on-correction", itemNo, outcome: "refused", reason: "仍不符合", decisionNo: "不1", on })],
  [1, (_, { itemNo }, on) => ({ type: "refuse-acceptance", itemNo, reason: "无权", decisionNo: "不2", on })],
  [5, (_, { itemNo }, on) => ({ type: "start-review", itemNo, on })],
  [5, (state, item, on, story) => ({ type: "record-step", itemNo: item.itemNo, step: nextStep(state, item, story.pack)?.code ?? "none", remark: null, on })],
  [8, (_, { itemNo }, on, __, flag) => ({ type: "decide-item", itemNo, granted: flag, decisionNo: "决1", reason: "理由", overdueReason: "说明", on })],
  [
    2,
    (_, { itemNo }, on) => ({
      type: "forward-item",
      itemNo,
      level: "province",
      upperBody: "省厅",
      personInCharge: "李敏",
      letterNo: "转1",
      overdueReason: "说明",
      fileConfirmed: true,
      on,
    }),
  ],
  [1, (_, { itemNo }, on) => ({ type: "record-upper-receipt", itemNo, upperNo: "省1", upperLimitWorkingDays: 20, on })],
  [1, (_, { itemNo }, on, __, flag) => ({ type: "record-upper-result", itemNo, granted: flag, resultNo: "省2", reason: "省里", on })],
  [2, (_, { itemNo }, on) => ({ type: "return-result", itemNo, pieces: 1, on })],
  [5, (_, { itemNo }, on) => ({ type: "issue-result", itemNo, on })],
  [3, (_, { itemNo }, on, __, flag) => ({ type: "deliver-result", itemNo, method: flag ? "window" : "post", receivedBy: "陈", identityChecked: true, on })],
  [2, (_, { itemNo }, on) => ({ type: "send-result", itemNos: [itemNo], carrier: "邮政", trackingNo: "E1", on })],
  [2, (state, _, on) => ({ type: "confirm-handover", handoverId: Object.keys(state.handovers)[0] ?? "none", receivedBy: "陈", on })],
  [1, (_, { itemNo }, on) => ({ type: "complete-milestone", itemNo, reference: "合同1", on })],
  [1, (_, { itemNo }, on, __, flag) => ({ type: "correct-entry", itemNo, entry: flag ? "acceptedOn" : "receivedOn", value: on, reason: "笔误" })],
];
const TRIED = ACTS.flatMap(([times, act]) => Array.from({ length: times }, () => act));

const receivedOf = (state: ProjectCase): readonly string[] =>
  Object.values(state.items)
    .filter(({ status }) => status === "received")
    .map(({ itemNo }) => itemNo);

/** Accepts with everything deferrable missing, on a promise to bring it. */
function withGaps(item: Item, on: string, story: CaseStory): Command {
  const missing = story.pack.items.find(({ code }) => code === item.code)?.deferrableMaterials.slice(0, 1) ?? [];
  const supplyBy = story.cal.nthWorkingDayAfter(on, 2);
  return { type: "accept-with-gaps", itemNo: item.itemNo, acceptanceNo: "容受1", noticeNo: "容1", promiseNo: "诺1", promisedBy: "陈", missing, supplyBy, on };
}

interface Attempt {
  readonly actor: number;
  readonly act: number;
  readonly item: number;
  readonly after: number;
  readonly flag: boolean;
}
const attempts: fc.Arbitrary<readonly Attempt[]> = fc.array(
  fc.record({ actor: fc.nat(30), act: fc.nat(TRIED.length - 1), item: fc.nat(4), after: fc.constantFrom(0, 0, 0, 1, 1, 3), flag: fc.boolean() }),
  { minLength: 120, maxLength: 320 },
);

const CODES = ["project-code", "planning-conditions", "quality-safety", "env-form", "mineral-overlay"] as const;
/** The same person in another role: what a small centre must live with. */
const alsoAs = (person: Actor, role: Role, departmentCode: string | null = null): Actor => ({ ...person, role, departmentCode });

/** Takes an item in, or hands its result out. */
const TAKES_IN: readonly CaseEvent["type"][] = ["item-received", "item-accepted", "bundle-accepted", "acceptance-refused", "deferral-granted"];
const HANDS_OUT: readonly CaseEvent["type"][] = ["result-issued", "result-delivered"];

const packs = loadPacks();
const reached = new Map<string, Set<string>>();

describe("R-280 (Z21, Z22, Z24, F11, H41, D10): who accepts does not decide, and departments neither accept nor issue", () => {
  test.each(packs.map((pack) => ({ place: pack.id, pack })))("under the rules of $place", ({ place, pack }) => {
    const seen = new Set<string>();
    reached.set(place, seen);
    const planned = aPlannedCase("2026-01-26", ["env-form", "mineral-overlay"], pack).case;
    fc.assert(
      fc.property(attempts, (tries) => {
        const story = new CaseStory(pack);
        story.state = planned;
        const kind = (pack.windowKinds ?? []).find(({ accepts }) => accepts !== "nothing" && accepts !== "everything-but-investment");
        if (kind) story.windows.set(intake.personId, aWindow({ kindCode: kind.code }));
        let offset = 0;
        for (const one of tries) {
          offset += one.after;
          const today = addDays("2026-01-26", offset);
          const item = story.item(CODES[one.item] ?? "project-code");
          const command = (TRIED[one.act] as Act)(story.case, item, today, story, one.flag);
          const department = item.departmentCode;
          const people = [agent, intake, issuing, manager, reviewer(department, "甲"), reviewer(department, "乙"), aPerson("外人", "reviewer", "own")];
          const both = [alsoAs(intake, "reviewer", department), alsoAs(intake, "manager"), alsoAs(issuing, "reviewer", department), alsoAs(agent, "intake")];
          const allowed = [...people, ...both].filter((person) => may(person, command.type as CommandType));
          const actor = allowed[one.actor % allowed.length] as Actor;
          const outcome = decide(story.case, command, story.context(actor, today));
          if (!outcome.ok) continue;
          for (const event of outcome.value) {
            seen.add(event.type);
            if (TAKES_IN.includes(event.type) || HANDS_OUT.includes(event.type)) expect(actor.role, event.type).not.toBe("reviewer");
            if (event.type === "item-decided") expect(actor.role).toBe("reviewer");
            story.events.push(event);
            story.state = evolve(story.case, event, `${today}T02:00:00.000Z`);
          }
          story.state = derive(story.case, story.pack, story.cal);
        }
        for (const item of Object.values(story.case.items)) {
          if (item.decidedById === null || item.acceptedById === null) continue;
          expect(item.decidedById, item.code).not.toBe(item.acceptedById);
        }
      }),
      { numRuns: 150, seed: 2021 },
    );
    // The walk is worth something only when it gets that far.
    for (const event of [
      "item-accepted",
      "item-decided",
      "result-issued",
      "result-delivered",
      "bundle-accepted",
      "deferral-granted",
      ...(isAbove("province", pack) ? ["item-forwarded"] : []),
    ])
      expect(seen, `${place} never reached ${event}`).toContain(event);
  });

  test("every place that ships was walked", () => expect([...reached.keys()].sort()).toEqual(packs.map(({ id }) => id).sort()));
});
