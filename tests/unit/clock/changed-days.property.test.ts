import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, weekdayOf } from "../../../app/domain/calendar/calendar-date";
import { type WorkingCalendar, workingCalendar } from "../../../app/domain/calendar/working-calendar";
import type { Command } from "../../../app/domain/case/commands";
import type { Actor } from "../../../app/domain/case/context";
import { derive } from "../../../app/domain/case/derive";
import { nextStep } from "../../../app/domain/case/review";
import type { Item, ProjectCase } from "../../../app/domain/case/state";
import { mayMove } from "../../../app/domain/clock/changed-days";
import { loadCalendars } from "../../../db/load-calendars";
import { agent, aPlannedCase, type CaseStory, hengyang, intake, issuing, manager, reviewer } from "../../builders/case-story";

const START = "2026-01-26";
const years = loadCalendars();

/** One act on one item, some days after the act before. */
interface Act {
  readonly item: number;
  readonly act: number;
  readonly after: number;
}
const acts = fc.array(fc.record({ item: fc.nat(5), act: fc.nat(99), after: fc.constantFrom(0, 0, 0, 1, 2, 4) }), { minLength: 10, maxLength: 70 });

/** The working calendar with one day of each list changed: a working day closed, or a day off worked. */
function changed(days: readonly string[]): WorkingCalendar {
  const off = new Set(years.flatMap((year) => year.holidays.flatMap((holiday) => holiday.days)));
  const worked = days.filter((day) => weekdayOf(day) % 6 === 0 && !off.has(day));
  const freed = days.filter((day) => off.has(day));
  const published = years.map((year) => ({
    ...year,
    holidays: year.holidays.map((holiday) => ({ ...holiday, days: holiday.days.filter((day) => !freed.includes(day)) })),
    makeUpDays: [...year.makeUpDays, ...worked.filter((day) => Number(day.slice(0, 4)) === year.year)],
  }));
  const closed = days.filter((day) => !worked.includes(day) && !freed.includes(day));
  return workingCalendar(
    published,
    closed.map((day) => ({ day, reason: "停电" })),
  );
}

/** Whether the rules allowed it; then it is done. */
function did(story: CaseStory, actor: Actor, on: string, command: Command): boolean {
  const { ok } = story.try(actor, on, command);
  if (ok) story.do(actor, on, command);
  return ok;
}

/** Tries what may come next for an item; most of it is allowed. */
function tryOne(story: CaseStory, item: Item, chance: number, on: string): void {
  const itemNo = item.itemNo;
  const open = Object.values(story.case.procedures).find((procedure) => procedure.itemId === item.id && procedure.closedOn === null);
  const asked = Object.values(story.case.extensions).find((extension) => extension.itemId === item.id && extension.status === "requested");
  const step = nextStep(story.case, item, hengyang);
  const [first, second] = [reviewer(item.departmentCode, "甲"), reviewer(item.departmentCode, "乙")];
  const department = (command: Command) => did(story, first, on, command) || did(story, second, on, command);
  if (item.status === "planned") did(story, intake, on, { type: "receive-items", itemNos: [itemNo], on });
  else if (item.status === "received" && chance < 25)
    did(story, intake, on, { type: "notify-correction", itemNo, noticeNo: "补1", defects: ["缺件"], replyBy: addDays(on, 9), on });
  else if (item.status === "received") did(story, intake, on, { type: "accept-item", itemNo, acceptanceNo: "受1", on });
  else if (item.status === "correcting") did(story, intake, on, { type: "supply-correction", itemNo, note: null, on });
  else if (item.status === "accepted") department({ type: "start-review", itemNo, on });
  else if (open && chance < 60) department({ type: "close-procedure", itemNo, procedureId: open.id, outcome: "完", on });
  else if (asked) did(story, manager, on, { type: "rule-on-extension", itemNo, extensionId: asked.id, approved: true, reason: "可", on });
  else if (item.status === "in-review" && chance < 15)
    department({ type: "open-procedure", itemNo, kind: "expert-review", noticeNo: chance < 8 ? "特1" : null, toldWorkingDays: 5, reason: "评审", on });
  else if (item.status === "in-review" && chance < 30) department({ type: "request-extension", itemNo, workingDays: 3, reason: "复杂", on });
  else if (item.status === "in-review" && step) department({ type: "record-step", itemNo, step: step.code, remark: null, on });
  else if (item.status === "in-review") department({ type: "decide-item", itemNo, granted: true, decisionNo: "决1", reason: null, overdueReason: "说明", on });
  else if (item.status === "granted") did(story, issuing, on, { type: "issue-result", itemNo, on });
  else if (item.status === "issued" && chance < 40) did(story, issuing, on, { type: "deliver-result", itemNo, method: "window", receivedBy: "陈", on });
  else did(story, agent, on, { type: "complete-milestone", itemNo, reference: "合同1", on });
}

function play(played: readonly Act[]): CaseStory {
  const story = aPlannedCase(START);
  let today = START;
  for (const { item, act, after } of played) {
    today = addDays(today, after);
    const items = Object.values(story.case.items);
    const one = items[(item * 7 + act) % items.length];
    if (one) tryOne(story, one, act, today);
  }
  return story;
}

const OPEN = ["received", "correcting", "accepted", "in-review", "forwarded", "granted", "refused", "issued"];
const openItems = (state: ProjectCase): readonly Item[] =>
  Object.values(state.items).filter(({ status, deliveredOn }) => OPEN.includes(status) && deliveredOn === null);

/** Everything of a case that a calendar moves. */
const daysOf = ({ project, items }: ProjectCase) => ({
  project: [project.warnFrom, project.lateFrom, project.nextDueOn, project.observeFrom],
  items: Object.values(items).map((item) => [
    ...[item.id, item.running, item.paused, item.committedDueOn, item.statutoryDueOn, item.dueOn, item.dueProvisional],
    ...[item.warnFrom, item.lateFrom, item.deliveryDueOn, item.pickupBy],
  ]),
});

test("R-490: a case left alone after a change of the calendar would not have moved", () => {
  const seen = { left: 0, moved: 0 };
  fc.assert(
    fc.property(acts, fc.integer({ min: -12, max: 90 }), fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }), (played, from, offsets) => {
      const { case: state, pack } = play(played);
      const first = addDays(START, from);
      const days = [...new Set(offsets.map((offset) => addDays(first, offset)))].sort();
      const after = derive(state, pack, changed(days));
      const moved = JSON.stringify(daysOf(after)) !== JSON.stringify(daysOf(state));
      const looked = mayMove(openItems(state), state.project.observeFrom, { first: days[0] ?? first, last: days.at(-1) ?? first });
      if (moved) expect(looked).toBe(true);
      seen[looked ? "moved" : "left"] += 1;
    }),
    { numRuns: 400, seed: 20261122 },
  );
  expect(seen.left).toBeGreaterThan(40);
  expect(seen.moved).toBeGreaterThan(40);
});
