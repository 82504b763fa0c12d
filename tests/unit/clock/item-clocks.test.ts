import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import { clockSpecs, readItem } from "../../../app/domain/clock/item-clocks";
import { lightOf, worstLight } from "../../../app/domain/clock/light";
import { aCase, aCatalogueItem, aCorrection, anAcceptedItem, anExtension, anItem, aPack, aProcedure, calendar } from "./parts";

const pack = aPack();

describe("the two clocks of an item", () => {
  test("both start with acceptance and neither before it", () => {
    const waiting = anItem(1, { status: "received", receivedOn: "2026-03-02", completeOn: "2026-03-02" });
    expect(clockSpecs(aCase([waiting]), waiting, pack)).toEqual({ committed: null, statutory: null, upper: null });
    const item = anAcceptedItem(1, "2026-03-03");
    const { committed, statutory } = clockSpecs(aCase([item]), item, pack);
    expect([committed?.startedOn, committed?.limitDays, statutory?.startedOn, statutory?.limitDays]).toEqual(["2026-03-03", 10, "2026-03-03", 20]);
  });

  test("R-015: a deemed acceptance counts from the day of receipt it carries", () => {
    const item = anAcceptedItem(1, "2026-03-02", { deemedAccepted: true });
    expect(readItem(aCase([item]), item, pack, calendar, "2026-03-10").dueOn).toBe("2026-03-16");
  });

  test("R-016: where the law counts from receipt the statutory clock starts when the set is complete, not while a correction is open", () => {
    const says = { statutoryStartsAt: "receipt" as const, statutoryUnit: "cal" as const, statutoryDays: 60 };
    const correcting = anItem(1, { ...says, status: "correcting", receivedOn: "2026-03-02", completeOn: "2026-03-02" });
    expect(clockSpecs(aCase([correcting], { corrections: [aCorrection("item-1", 1, "2026-03-04", null)] }), correcting, pack).statutory).toBeNull();
    const complete = anItem(1, { ...says, status: "received", receivedOn: "2026-03-02", completeOn: "2026-03-09" });
    const specs = clockSpecs(aCase([complete], { corrections: [aCorrection("item-1", 1, "2026-03-04", "2026-03-09")] }), complete, pack);
    expect(specs.statutory).toMatchObject({ startedOn: "2026-03-09", unit: "cal", limitDays: 60 });
    expect(specs.committed).toBeNull();
  });

  test("R-019: an unknown limit has no clock", () => {
    const item = anAcceptedItem(1, "2026-03-02", { committedWorkingDays: null, statutoryDays: null });
    expect(readItem(aCase([item]), item, pack, calendar, "2026-03-10")).toMatchObject({
      committed: null,
      statutory: null,
      dueOn: null,
      running: false,
      light: "none",
    });
  });

  test("R-018: an instant item is decided within one working day even where nothing is promised", () => {
    const item = anAcceptedItem(1, "2026-03-02", { type: "INSTANT", committedWorkingDays: null });
    expect(readItem(aCase([item]), item, pack, calendar, "2026-03-02").committed?.dueOn).toBe("2026-03-03");
  });

  test("a listed procedure with a written notice stops both clocks", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const reading = readItem(aCase([item], { procedures: [aProcedure("item-1", "2026-03-04", "2026-03-10")] }), item, pack, calendar, "2026-03-12");
    expect([reading.committed?.dueOn, reading.statutory?.dueOn]).toEqual(["2026-03-20", "2026-04-03"]);
  });

  test("R-017: without a written notice, or by the place's own list, only the committed clock stops", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    for (const says of [{ noticeNo: null }, { noticeNo: " " }, { stops: "committed" as const }]) {
      const reading = readItem(aCase([item], { procedures: [aProcedure("item-1", "2026-03-04", "2026-03-10", says)] }), item, pack, calendar, "2026-03-12");
      expect([reading.committed?.dueOn, reading.statutory?.dueOn]).toEqual(["2026-03-20", "2026-03-30"]);
    }
  });

  test("R-014: an approved extension lengthens the committed clock, and the statutory one by no more than the law allows", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const dues = (status: "approved" | "requested" | "rejected", legal: number | null) => {
      const { committed, statutory } = readItem(
        aCase([item], { extensions: [anExtension("item-1", 5, status)] }),
        item,
        aPack({ items: [aCatalogueItem("code-1", legal)] }),
        calendar,
        "2026-03-05",
      );
      return [committed?.dueOn, statutory?.dueOn];
    };
    expect(dues("approved", 10)).toEqual(["2026-03-23", "2026-04-07"]);
    expect(dues("approved", 3)).toEqual(["2026-03-23", "2026-04-02"]);
    expect(dues("approved", null)).toEqual(["2026-03-23", "2026-03-30"]);
    expect(dues("requested", 10)).toEqual(["2026-03-16", "2026-03-30"]);
    expect(dues("rejected", 10)).toEqual(["2026-03-16", "2026-03-30"]);
  });

  test("R-007: a place that counts the day of acceptance changes its own clock, not the law's", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const reading = readItem(
      aCase([item]),
      item,
      aPack({ parameters: { startRule: { value: "T+0", source: "test", assumed: false } } }),
      calendar,
      "2026-03-02",
    );
    expect([reading.committed?.dueOn, reading.statutory?.dueOn]).toEqual(["2026-03-13", "2026-03-30"]);
  });

  test("the conventions a pack does not state are T+1, after and one day of warning", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const unknown = { value: null, source: "", assumed: false };
    expect(
      clockSpecs(aCase([item]), item, aPack({ parameters: { startRule: unknown, pauseRule: unknown, warnWorkingDays: unknown } })).committed,
    ).toMatchObject({ startRule: "T+1", pauseRule: "after", warnWorkingDays: 1 });
  });

  test("R-020: the decision stops the clock, not the delivery; a withdrawal stops it too", () => {
    const delivered = anAcceptedItem(1, "2026-03-02", { status: "delivered", decidedOn: "2026-03-10", endedOn: "2026-03-10", deliveredOn: "2026-04-20" });
    expect(readItem(aCase([delivered]), delivered, pack, calendar, "2026-05-06")).toMatchObject({
      running: false,
      light: "none",
      warnFrom: null,
      lateFrom: null,
      committed: { usedDays: 6, overdueDays: 0 },
    });
    const withdrawn = anAcceptedItem(1, "2026-03-02", { status: "withdrawn", endedOn: "2026-03-05" });
    expect(readItem(aCase([withdrawn]), withdrawn, pack, calendar, "2026-05-06").committed?.usedDays).toBe(3);
  });

  test("an item dropped from the plan has no clock", () => {
    const item = anAcceptedItem(1, "2026-03-02", { status: "dropped" });
    expect(clockSpecs(aCase([item]), item, pack)).toEqual({ committed: null, statutory: null, upper: null });
  });
});

describe("what a row shows of both clocks", () => {
  test("the due day is the earlier of the two", () => {
    const item = anAcceptedItem(1, "2026-03-02", { committedWorkingDays: 20, statutoryDays: 7, statutoryUnit: "cal" });
    expect(readItem(aCase([item]), item, pack, calendar, "2026-03-05")).toMatchObject({
      dueOn: "2026-03-09",
      lateFrom: "2026-03-10",
      running: true,
      paused: false,
      light: "ok",
    });
  });

  test("R-023: while the committed clock is paused no due day is shown, and the statutory clock still turns the light", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const state = aCase([item], { procedures: [aProcedure("item-1", "2026-03-04", null, { stops: "committed" })] });
    const at = (day: string) => readItem(state, item, pack, calendar, day);
    expect(at("2026-03-10")).toMatchObject({ dueOn: null, paused: true, running: true, light: "paused", warnFrom: "2026-03-27", lateFrom: "2026-03-31" });
    expect([at("2026-03-27").light, at("2026-03-31").light]).toEqual(["warn", "late"]);
  });

  test("an overdue item stays overdue when a procedure opens too late", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    const reading = readItem(aCase([item], { procedures: [aProcedure("item-1", "2026-03-18", null)] }), item, pack, calendar, "2026-03-19");
    expect(reading).toMatchObject({ dueOn: "2026-03-16", paused: false, light: "late", lateFrom: "2026-03-17" });
  });

  test("a date that needs an unpublished year says so on the row", () => {
    const item = anAcceptedItem(1, "2026-12-25", { statutoryDays: null });
    expect(readItem(aCase([item]), item, pack, calendar, "2026-12-28")).toMatchObject({ dueOn: "2027-01-08", provisional: true });
  });

  test("R-022: the light kept as days equals the worse light of both clocks on every later day", () => {
    const gap = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.option(fc.integer({ min: 1, max: 30 })),
        fc.constantFrom("both" as const, "committed" as const),
        fc.option(gap),
        fc.option(gap),
        fc.integer({ min: 0, max: 60 }),
        (committed, statutory, stops, opens, lasts, later) => {
          const item = anAcceptedItem(1, "2026-09-21", { committedWorkingDays: committed, statutoryDays: statutory });
          const openedOn = addDays("2026-09-21", opens ?? 0);
          const closedOn = lasts === null ? null : addDays(openedOn, lasts);
          const state = aCase([item], { procedures: opens === null ? [] : [aProcedure("item-1", openedOn, closedOn, { stops })] });
          const today = addDays(closedOn ?? openedOn, later);
          const reading = readItem(state, item, pack, calendar, today);
          expect(lightOf(reading, today)).toBe(reading.light);
          const { light: _, committed: __, statutory: ___, ...stored } = reading;
          expect(readItem(state, item, pack, calendar, "2026-09-21")).toMatchObject(stored);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("lights", () => {
  test("a row without a running clock has none, whatever days it keeps", () => {
    expect(lightOf({ running: false, paused: true, warnFrom: "2026-03-02", lateFrom: "2026-03-03" }, "2026-03-10")).toBe("none");
  });

  test("late is worse than due soon, due soon worse than paused, paused worse than in time", () => {
    expect(worstLight("ok", "paused")).toBe("paused");
    expect(worstLight("warn", "paused", "ok")).toBe("warn");
    expect(worstLight("warn", "late", "none")).toBe("late");
    expect(worstLight()).toBe("none");
  });
});
