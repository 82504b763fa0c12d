import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import { itemClocks } from "../../../app/domain/case/derive";
import type { Forwarding } from "../../../app/domain/case/parts/forwarding";
import { budgetUsed } from "../../../app/domain/clock/budget";
import { daysByHolder, itemDays } from "../../../app/domain/clock/holder";
import { readItem } from "../../../app/domain/clock/item-clocks";
import { isCounted } from "../../../app/domain/plan/plan";
import { aCase, aCatalogueItem, anAcceptedItem, aPack, calendar } from "./parts";

const ACCEPTED = "2026-03-02";
const aSending = (sentOn: string, says: Partial<Forwarding> = {}): Forwarding => ({
  id: `f-${sentOn}`,
  itemId: "item-1",
  ordinal: 1,
  level: "province",
  upperBody: "省林业局",
  personInCharge: "李敏",
  letterNo: "转1",
  sentOn,
  sentById: "r",
  sentByName: "张工",
  upperReceiptOn: null,
  upperNo: null,
  upperLimitWorkingDays: null,
  returnedOn: null,
  returnReason: null,
  resultOn: null,
  granted: null,
  resultNo: null,
  ...says,
});
const pack = aPack();
const read = (state: ReturnType<typeof aCase>, asOf: string) => readItem(state, Object.values(state.items)[0] as never, pack, calendar, asOf);

test("R-241: the clock here ends with the sending and does not run on while the upper level has the file", () => {
  const state = aCase([anAcceptedItem(1, ACCEPTED, { status: "forwarded" })], { forwardings: [aSending("2026-03-06")] });
  expect(read(state, "2026-03-30").committed).toMatchObject({ usedDays: 4, overdueDays: 0, dueOn: "2026-03-16" });
  expect(read(state, "2026-03-30")).toMatchObject({ dueOn: null, light: "none", running: true, paused: false, lateFrom: null });
});

test("R-241: the upper level's own clock runs from its receipt by the limit it told", () => {
  const sending = aSending("2026-03-06", { upperReceiptOn: "2026-03-09", upperNo: "省受1", upperLimitWorkingDays: 5 });
  const state = aCase([anAcceptedItem(1, ACCEPTED, { status: "forwarded" })], { forwardings: [sending] });
  expect(read(state, "2026-03-12")).toMatchObject({ dueOn: "2026-03-16", light: "ok", lateFrom: "2026-03-17" });
  expect(read(state, "2026-03-16").light).toBe("warn");
  expect(read(state, "2026-03-18")).toMatchObject({ light: "late", upper: { overdueDays: 2 }, committed: { overdueDays: 0 } });
  const [item] = Object.values(state.items);
  expect(item && itemClocks(state, item, pack, calendar)).toMatchObject({
    running: true,
    dueOn: "2026-03-16",
    lateFrom: "2026-03-17",
    committedDueOn: "2026-03-16",
  });
});

test("R-242: days at the upper level before it returned the file are counted by no clock here", () => {
  const back = aSending("2026-03-04", { returnedOn: "2026-03-11", returnReason: "补件" });
  const state = aCase([anAcceptedItem(1, ACCEPTED)], { forwardings: [back] });
  expect(read(state, "2026-03-13").committed).toMatchObject({ usedDays: 4, pausedDays: 5, dueOn: "2026-03-23" });
});

test("R-243: days of a forwarded file belong to the upper level, those before to the department", () => {
  const sending = aSending("2026-03-06", { resultOn: "2026-03-13", granted: true, resultNo: "许1" });
  const item = anAcceptedItem(1, ACCEPTED, { status: "granted", decidedOn: "2026-03-13", endedOn: "2026-03-13" });
  const state = aCase([item], { forwardings: [sending] });
  expect(itemDays(state, item, pack, calendar, "2026-03-20").totals).toEqual([
    { holder: { kind: "department", code: item.departmentCode }, workingDays: 4 },
    { holder: { kind: "upper" }, workingDays: 5 },
    { holder: { kind: "investor" }, workingDays: 1 },
  ]);
});

const forwardedItem = { ...aCatalogueItem("code-1", null), forwardedTo: "province" as const };

test("R-244 (Z06): the budget is spent by exactly the items the plan counts: a forwarded item spends none of it, here or above", () => {
  const items = [anAcceptedItem(1, ACCEPTED), anAcceptedItem(2, "2026-03-05", { status: "granted", decidedOn: "2026-03-09", endedOn: "2026-03-09" })];
  const both = aPack({ items: [forwardedItem, aCatalogueItem("code-2", null)] });
  expect(both.items.map(isCounted)).toEqual([false, true]);
  expect(budgetUsed(aCase(items), both, calendar, "2026-03-20").used).toBe(2);
  expect(budgetUsed(aCase(items), aPack({ items: [aCatalogueItem("code-1", null), aCatalogueItem("code-2", null)] }), calendar, "2026-03-20").used).toBe(14);
});

test("R-244: neither mode of counting spends the budget on what the plan does not count", () => {
  for (const budgetMode of ["union", "stage-sum"] as const)
    expect(budgetUsed(aCase([anAcceptedItem(1, ACCEPTED)]), aPack({ items: [forwardedItem], budgetMode }), calendar, "2026-03-20")).toMatchObject({
      used: 0,
      days: [],
    });
});

test("R-025: with any sending, return and result every working day still has exactly one holder and no clock counts a day above", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.boolean(), fc.option(fc.nat(15)), (wait, away, returns, again) => {
      const sentOn = addDays(ACCEPTED, wait);
      const backOn = addDays(sentOn, away);
      const first = aSending(sentOn, returns ? { returnedOn: backOn } : { resultOn: backOn, granted: true });
      const second = returns && again !== null ? [aSending(addDays(backOn, again), { ordinal: 2, id: "f-2" })] : [];
      const ended = returns ? {} : { status: "granted" as const, decidedOn: backOn, endedOn: backOn };
      const item = anAcceptedItem(1, ACCEPTED, ended);
      const state = aCase([item], { forwardings: [first, ...second] });
      const asOf = "2026-05-20";
      const { days, totals } = daysByHolder(state, pack, calendar, asOf);
      expect(totals.reduce((sum, one) => sum + one.workingDays, 0)).toBe(days.length);
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
      const department = totals.find((one) => one.holder.kind === "department")?.workingDays ?? 0;
      const { committed } = readItem(state, item, pack, calendar, asOf);
      // A sending after the due day cures nothing for the clock; the days above are nobody's here all the same.
      if (committed?.overdueDays === 0) expect(committed.usedDays).toBe(department);
      else expect(department).toBeLessThanOrEqual(committed?.usedDays ?? 0);
      for (const { day, holder } of days) if (day > sentOn && day <= backOn) expect(holder.kind).toBe("upper");
    }),
    { numRuns: 200, seed: 243 },
  );
});
