import fc from "fast-check";
import { expect, test } from "vitest";
import { availableActs } from "../../../app/domain/case/available";
import { checklistOf } from "../../../app/domain/case/checklist";
import type { Command } from "../../../app/domain/case/commands";
import { derive } from "../../../app/domain/case/derive";
import { evolve } from "../../../app/domain/case/evolve";
import { forwardingsOf, returnedSending } from "../../../app/domain/case/forwarding";
import { ITEM_MOVES } from "../../../app/domain/case/moves";
import type { ProjectCase } from "../../../app/domain/case/state";
import { agent, aPerson, hengyang, packOf, reviewer } from "../../builders/case-story";
import { anExaminedItem, FORWARDED, sending, TAKEN_UP } from "../../builders/forwarded";
import { convening, merging, opinion } from "../../builders/joint-review";

const SENT = "2026-03-04";
const own = () => {
  const story = anExaminedItem();
  return { story, itemNo: story.no(FORWARDED), officer: reviewer(story.item(FORWARDED).departmentCode, "丙") };
};
const sent = () => {
  const at = own();
  at.story.do(at.officer, SENT, sending(at.itemNo, SENT));
  return at;
};

test("R-239 (Z06): a complete file goes up with a letter and a named person in charge, and is followed", () => {
  const { story } = sent();
  expect(story.item(FORWARDED)).toMatchObject({ status: "forwarded", running: true, paused: false, decidedOn: null, dueOn: null });
  expect(forwardingsOf(story.case, story.item(FORWARDED).id)).toMatchObject([
    { ordinal: 1, level: "province", upperBody: "湖南省林业局", personInCharge: "李敏", letterNo: "衡林转〔2026〕3号", sentOn: SENT, upperReceiptOn: null },
  ]);
});

test("R-239 (Z06): nothing goes up that is not examined, has a procedure open or names nobody in charge", () => {
  const unexamined = anExaminedItem(undefined, false);
  const department = reviewer(unexamined.item(FORWARDED).departmentCode);
  const itemNo = unexamined.no(FORWARDED);
  expect(unexamined.refusal(department, SENT, sending(itemNo, SENT)).code).toBe("step-missing");
  const { story, officer } = own();
  expect(story.refusal(officer, SENT, { ...sending(itemNo, SENT), personInCharge: " " })).toEqual({ code: "text-missing", field: "personInCharge" });
  expect(story.refusal(officer, SENT, { ...sending(itemNo, SENT), letterNo: "" })).toEqual({ code: "text-missing", field: "letterNo" });
  expect(story.refusal(aPerson("邻局", "reviewer", "st"), SENT, sending(itemNo, SENT)).code).toBe("not-allowed-other-department");
  story.do(officer, SENT, { type: "open-procedure", itemNo, kind: "hearing", noticeNo: "特1", toldWorkingDays: 5, reason: "听证", on: SENT });
  expect(story.refusal(officer, SENT, sending(itemNo, SENT)).code).toBe("procedure-still-open");
});

test("R-208 (H38): a co-handled item goes up, and its upper decision is entered, only with the merged opinion", () => {
  const { story, itemNo, officer } = own();
  const lead = story.item(FORWARDED).departmentCode;
  const invitation = convening("co-handling", { itemNo, departmentCodes: [lead, "zj"], replyBy: null, on: TAKEN_UP });
  const unmerged = { code: "co-handling-not-merged", itemNo };
  story.do(agent, TAKEN_UP, invitation);
  expect(story.refusal(officer, SENT, sending(itemNo, SENT))).toMatchObject(unmerged);
  expect(availableActs(story.case, story.item(FORWARDED), officer, hengyang)).not.toContain("forward-item");
  for (const code of [lead, "zj"]) story.do(reviewer(code), SENT, opinion(story, { on: SENT }));
  expect(story.refusal(officer, SENT, sending(itemNo, SENT))).toMatchObject(unmerged);
  story.do(officer, SENT, merging(story, { on: SENT })).do(officer, SENT, sending(itemNo, SENT));

  // A file that went up before this was refused.
  const early = sent();
  const [convened] = story.events.filter((event) => event.type === "review-convened");
  if (convened?.type !== "review-convened") throw new Error("nothing was convened");
  early.story.take([{ ...convened, itemId: early.story.item(FORWARDED).id }], SENT);
  const result = { type: "record-upper-result", itemNo: early.itemNo, granted: true, resultNo: "湘林地许88", reason: null, on: "2026-03-25" } as const;
  expect(early.story.refusal(agent, "2026-03-25", result)).toMatchObject({ code: "co-handling-not-merged" });
});

test("R-240 (Z06, Z11): a forwarded item is decided above and nobody here decides it; what is decided here is not forwarded", () => {
  const { story, itemNo, officer } = own();
  const acts = availableActs(story.case, story.item(FORWARDED), officer, hengyang);
  expect(acts).toContain("forward-item");
  expect(acts).not.toContain("decide-item");
  const decide = { type: "decide-item", itemNo, granted: true, decisionNo: "决1", reason: null, overdueReason: null, on: SENT } as const;
  expect(story.refusal(officer, SENT, decide)).toMatchObject({ code: "item-decided-above" });
  const code = story.item("project-code");
  expect(story.refusal(reviewer(code.departmentCode), SENT, sending(code.itemNo, SENT))).toMatchObject({ code: "item-decided-here" });
  expect(story.refusal(officer, SENT, { ...sending(itemNo, SENT), level: "city" })).toEqual({ code: "level-not-above", field: "level" });
});

test("R-246: sending after the due day here needs the reason the public may read", () => {
  const { story, itemNo, officer } = own();
  const late = "2026-04-20";
  expect(story.refusal(officer, late, sending(itemNo, late))).toMatchObject({ code: "overdue-needs-reason", field: "overdueReason" });
  story.do(officer, late, { ...sending(itemNo, late), overdueReason: "权属争议，多次核查" });
  expect(story.item(FORWARDED).overdueReason).toBe("权属争议，多次核查");
});

test("R-248 (H53, H39): what the upper level says is entered by hand with its number; it decides, and the result comes back here", () => {
  const { story, itemNo } = sent();
  const receipt = { type: "record-upper-receipt", itemNo, upperNo: "湘林受88", upperLimitWorkingDays: 15, on: "2026-03-06" } as const;
  expect(story.refusal(agent, "2026-03-06", { ...receipt, on: "2026-03-03" }).code).toBe("day-before");
  expect(story.refusal(agent, "2026-03-06", { ...receipt, upperNo: "" }).code).toBe("text-missing");
  story.do(agent, "2026-03-06", receipt);
  expect(story.refusal(agent, "2026-03-06", receipt).code).toBe("upper-receipt-already-recorded");
  expect(story.item(FORWARDED).dueOn).toBe("2026-03-27");
  const result = { type: "record-upper-result", itemNo, granted: true, resultNo: "湘林地许88", reason: null, on: "2026-03-25" } as const;
  expect(story.refusal(agent, "2026-03-25", { ...result, resultNo: " " }).code).toBe("text-missing");
  expect(story.refusal(agent, "2026-03-25", { ...result, granted: false })).toEqual({ code: "refusal-needs-reason", field: "reason" });
  story.do(agent, "2026-03-25", result);
  expect(story.item(FORWARDED)).toMatchObject({
    status: "granted",
    running: false,
    decidedOn: "2026-03-25",
    decidedByName: "湖南省林业局",
    decidedById: null,
    decisionNo: "湘林地许88",
    deliveryDueOn: "2026-04-09",
  });
});

test("R-242: when the upper level wants more the file is in review here again and goes up a second time", () => {
  const { story, itemNo, officer } = sent();
  story.do(agent, "2026-03-10", { type: "record-upper-return", itemNo, reason: "补充补偿协议", on: "2026-03-10" });
  expect(story.item(FORWARDED)).toMatchObject({ status: "in-review", running: true });
  story.do(officer, "2026-03-12", { ...sending(itemNo, "2026-03-12"), letterNo: "衡林转〔2026〕4号" });
  expect(forwardingsOf(story.case, story.item(FORWARDED).id)).toMatchObject([
    { ordinal: 1, returnedOn: "2026-03-10", returnReason: "补充补偿协议" },
    { ordinal: 2, returnedOn: null },
  ]);
});

test("R-469 (Z06): a file that came back stands with the department with who returned it, when and why, and goes up under a letter of its own", () => {
  const { story, itemNo, officer } = sent();
  const back = () => returnedSending(story.case, story.item(FORWARDED));
  expect(back()).toBeNull();
  story.do(agent, "2026-03-10", { type: "record-upper-return", itemNo, reason: "补充补偿协议", on: "2026-03-10" });
  expect(back()).toMatchObject({ upperBody: "湖南省林业局", returnedOn: "2026-03-10", returnReason: "补充补偿协议" });
  const again = sending(itemNo, "2026-03-12");
  expect(story.refusal(officer, "2026-03-12", again)).toEqual({ code: "letter-number-used", field: "letterNo", letterNo: again.letterNo });
  story.do(officer, "2026-03-12", { ...again, letterNo: "衡林转〔2026〕4号" });
  expect(back()).toBeNull();
});

test("R-470 (Z06): where no checklist was kept whoever forwards says that the file is complete; a checklist speaks for itself", () => {
  const { story, itemNo, officer } = own();
  const silent = { ...sending(itemNo, SENT), fileConfirmed: false };
  expect(story.refusal(officer, SENT, silent)).toEqual({ code: "forwarding-needs-confirmation", field: "fileConfirmed" });
  story.do(officer, SENT, sending(itemNo, SENT));
  expect(story.events.at(-1)).toMatchObject({ type: "item-forwarded", fileConfirmed: true });
  const kept = own();
  const item = kept.story.item(FORWARDED);
  const brought = checklistOf(kept.story.case, item, kept.story.pack).map(({ name }) => ({ name, originals: 1, copies: 0, electronic: false }));
  kept.story.do(agent, SENT, { type: "bring-materials", itemNo: kept.itemNo, materials: brought, note: null, on: SENT });
  kept.story.do(kept.officer, SENT, { ...silent, itemNo: kept.itemNo });
  expect(kept.story.events.at(-1)).not.toHaveProperty("fileConfirmed");
});

test("R-239: a district may forward to its city; a level that is not above it is no level to forward to", () => {
  const district = anExaminedItem(packOf("kecheng-2023"));
  const officer = reviewer(district.item(FORWARDED).departmentCode, "丙");
  expect(district.try(officer, SENT, { ...sending(district.no(FORWARDED), SENT), level: "city" }).ok).toBe(true);
});

type Try = { readonly act: number; readonly after: number; readonly flag: boolean };
const attempt: fc.Arbitrary<Try> = fc.record({ act: fc.nat(6), after: fc.constantFrom(0, 1, 3), flag: fc.boolean() });

test("R-105: no order of sending, receipt, return, result and withdrawal breaks the state table, and replay gives the same case", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 6, maxLength: 30 }), (attempts) => {
      const { story, itemNo, officer } = own();
      let day = 4;
      for (const [at, { act, after, flag }] of attempts.entries()) {
        day = Math.min(day + after, 31);
        const on = `2026-03-${String(day).padStart(2, "0")}`;
        const commands: readonly Command[] = [
          { ...sending(itemNo, on), letterNo: `转${at}`, overdueReason: "说明" },
          { type: "record-upper-receipt", itemNo, upperNo: "上1", upperLimitWorkingDays: flag ? 5 : null, on },
          { type: "record-upper-return", itemNo, reason: "补件", on },
          { type: "record-upper-result", itemNo, granted: flag, resultNo: "决1", reason: "理由", on },
          { type: "open-procedure", itemNo, kind: "hearing", noticeNo: "特1", toldWorkingDays: 5, reason: "听证", on },
          { type: "decide-item", itemNo, granted: true, decisionNo: "决2", reason: null, overdueReason: "说明", on },
          { type: "withdraw-item", itemNo, reason: "撤", on },
        ];
        const command = commands[act] as Command;
        const actor = act === 6 ? agent : officer;
        const outcome = story.try(actor, on, command);
        if (!outcome.ok) continue;
        for (const event of outcome.value) {
          const before = story.item(FORWARDED).status;
          story.events.push(event);
          story.state = evolve(story.case, event, `${on}T02:00:00.000Z`);
          const now = story.item(FORWARDED).status;
          if (now !== before) expect(ITEM_MOVES[event.type as keyof typeof ITEM_MOVES].from).toContain(before);
          reached.add(now);
        }
        story.state = derive(story.case, story.pack, story.cal);
        const item = story.item(FORWARDED);
        expect(item.status === "forwarded").toBe(forwardingsOf(story.case, item.id).some((one) => !one.returnedOn && !one.resultOn) && item.endedOn === null);
      }
      let replayed: ProjectCase | null = null;
      for (const event of story.events) replayed = evolve(replayed, event, story.case.project.updatedAt);
      expect(derive(replayed as ProjectCase, story.pack, story.cal)).toEqual(story.case);
    }),
    { numRuns: 120, seed: 239 },
  );
  expect([...reached].sort()).toEqual(expect.arrayContaining(["forwarded", "granted", "in-review", "refused", "withdrawn"]));
});

test("the day the department took it up is the day the clock here began", () => {
  expect(own().story.item(FORWARDED).acceptedOn).toBe(TAKEN_UP);
});
