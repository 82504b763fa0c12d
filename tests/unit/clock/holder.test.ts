import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type CivilDay } from "../../../app/domain/calendar/calendar-date";
import type { Correction, Item, Procedure } from "../../../app/domain/case/state";
import { budgetUsed } from "../../../app/domain/clock/budget";
import { daysByHolder, type HolderDays, itemDays } from "../../../app/domain/clock/holder";
import { clockSpecs } from "../../../app/domain/clock/item-clocks";
import { ledgerOf } from "../../../app/domain/clock/ledger";
import { aCase, aCorrection, anAcceptedItem, anItem, aPack, aProcedure, calendar } from "./parts";

const pack = aPack();
const told = ({ days }: HolderDays) => days.map(({ day, holder }) => `${day.slice(5)} ${holder.kind === "department" ? holder.code : holder.kind}`);

describe("whose days", () => {
  test("R-026: one item from plan to decision: investor, centre, department, procedure, department, nobody", () => {
    const item = anItem(1, {
      status: "granted",
      receivedOn: "2026-03-03",
      completeOn: "2026-03-03",
      acceptedOn: "2026-03-05",
      decidedOn: "2026-03-12",
      endedOn: "2026-03-12",
    });
    const state = aCase([item], { procedures: [aProcedure("item-1", "2026-03-09", "2026-03-11")] });
    const days = daysByHolder(state, pack, calendar, "2026-03-13");
    expect(told(days)).toEqual([
      "03-02 investor",
      "03-03 investor",
      "03-04 centre",
      "03-05 centre",
      "03-06 fg",
      "03-09 fg",
      "03-10 procedure",
      "03-11 procedure",
      "03-12 fg",
      "03-13 nobody",
    ]);
    expect(days.totals).toEqual([
      { holder: { kind: "department", code: "fg" }, workingDays: 3 },
      { holder: { kind: "procedure" }, workingDays: 2 },
      { holder: { kind: "centre" }, workingDays: 2 },
      { holder: { kind: "investor" }, workingDays: 2 },
      { holder: { kind: "nobody" }, workingDays: 1 },
    ]);
    expect(told(itemDays(state, item, pack, calendar, "2026-03-13"))).toEqual(told(days).slice(0, 9));
  });

  test("a correction before acceptance is the investor's time, and the centre's again once it is supplied", () => {
    const item = anItem(1, { status: "accepted", receivedOn: "2026-03-02", completeOn: "2026-03-06", acceptedOn: "2026-03-09" });
    const state = aCase([item], { corrections: [aCorrection("item-1", 1, "2026-03-03", "2026-03-06")] });
    expect(told(daysByHolder(state, pack, calendar, "2026-03-10"))).toEqual([
      "03-02 investor",
      "03-03 centre",
      "03-04 investor",
      "03-05 investor",
      "03-06 investor",
      "03-09 centre",
      "03-10 fg",
    ]);
  });

  test("an open correction is still the investor's", () => {
    const item = anItem(1, { status: "correcting", receivedOn: "2026-03-02", completeOn: "2026-03-02" });
    expect(told(daysByHolder(aCase([item], { corrections: [aCorrection("item-1", 1, "2026-03-02", null)] }), pack, calendar, "2026-03-04"))).toEqual([
      "03-02 investor",
      "03-03 investor",
      "03-04 investor",
    ]);
  });

  test("an item is ready for the investor when its prerequisites ended with a grant, not before", () => {
    const first = anAcceptedItem(1, "2026-03-02", { status: "granted", decidedOn: "2026-03-04", endedOn: "2026-03-04" });
    const second = anItem(2, { prerequisites: ["code-1"] });
    expect(told(daysByHolder(aCase([first, second]), pack, calendar, "2026-03-06"))).toEqual([
      "03-02 investor",
      "03-03 fg",
      "03-04 fg",
      "03-05 investor",
      "03-06 investor",
    ]);
    const refused = { ...first, status: "refused" as const };
    expect(told(daysByHolder(aCase([refused, second]), pack, calendar, "2026-03-06")).slice(3)).toEqual(["03-05 nobody", "03-06 nobody"]);
  });

  test("R-027: of several departments the one whose item is due first has the day, then the lower ordinal", () => {
    const long = anAcceptedItem(1, "2026-03-02", { departmentCode: "zr" });
    const short = anAcceptedItem(2, "2026-03-03", { departmentCode: "st", committedWorkingDays: 3 });
    const twin = anAcceptedItem(3, "2026-03-03", { departmentCode: "sl", committedWorkingDays: 3 });
    expect(told(daysByHolder(aCase([long, short, twin]), pack, calendar, "2026-03-05"))).toEqual(["03-02 investor", "03-03 zr", "03-04 st", "03-05 st"]);
  });

  test("while one department is paused another that counts has the day", () => {
    const paused = anAcceptedItem(1, "2026-03-02", { departmentCode: "sl", committedWorkingDays: 3 });
    const counting = anAcceptedItem(2, "2026-03-02", { departmentCode: "zr" });
    const procedures = [aProcedure("item-1", "2026-03-03", null)];
    expect(told(daysByHolder(aCase([paused, counting], { procedures }), pack, calendar, "2026-03-05"))).toEqual([
      "03-02 investor",
      "03-03 sl",
      "03-04 zr",
      "03-05 zr",
    ]);
  });

  test("a pause by the place's own list is charged to nobody's department, for the committed clock stands still", () => {
    const item = anAcceptedItem(1, "2026-03-02");
    expect(
      told(
        daysByHolder(aCase([item], { procedures: [aProcedure("item-1", "2026-03-03", "2026-03-04", { stops: "committed" })] }), pack, calendar, "2026-03-05"),
      ),
    ).toEqual(["03-02 investor", "03-03 fg", "03-04 procedure", "03-05 fg"]);
  });

  test("a pause that comes after the due day leaves the days with the department", () => {
    const item = anAcceptedItem(1, "2026-03-02", { committedWorkingDays: 1 });
    expect(told(daysByHolder(aCase([item], { procedures: [aProcedure("item-1", "2026-03-04", null)] }), pack, calendar, "2026-03-06")).slice(1)).toEqual([
      "03-03 fg",
      "03-04 fg",
      "03-05 fg",
      "03-06 fg",
    ]);
  });

  test("without any known limit an accepted item is still in the department's hands", () => {
    const item = anAcceptedItem(1, "2026-03-02", { committedWorkingDays: null, statutoryDays: null });
    expect(told(daysByHolder(aCase([item]), pack, calendar, "2026-03-04"))).toEqual(["03-02 investor", "03-03 fg", "03-04 fg"]);
  });

  test("milestones are the investor's to bring until they are done, and dropped items nobody's", () => {
    const milestone = anItem(1, { type: "MILESTONE", status: "done", endedOn: "2026-03-03" });
    const dropped = anItem(2, { status: "dropped", endedOn: "2026-03-02" });
    expect(told(daysByHolder(aCase([milestone, dropped]), pack, calendar, "2026-03-04"))).toEqual(["03-02 investor", "03-03 investor", "03-04 nobody"]);
  });

  test("before the plan is confirmed the days are nobody's, and after completion none are charged", () => {
    expect(told(daysByHolder(aCase([], { project: { planConfirmedOn: null } }), pack, calendar, "2026-03-03"))).toEqual(["03-02 nobody", "03-03 nobody"]);
    expect(daysByHolder(aCase([], { project: { completedOn: "2026-03-03" } }), pack, calendar, "2026-05-06").days).toHaveLength(2);
    expect(itemDays(aCase([anItem(1, { status: "dropped" })]), anItem(1, { status: "dropped" }), pack, calendar, "2026-03-04")).toEqual({
      days: [],
      totals: [],
    });
  });
});

describe("budget of the project", () => {
  const first = anAcceptedItem(1, "2026-03-02", { stage: "S1", status: "granted", decidedOn: "2026-03-05", endedOn: "2026-03-05" });
  const second = anAcceptedItem(2, "2026-03-04", { stage: "S2", departmentCode: "zr", status: "granted", decidedOn: "2026-03-06", endedOn: "2026-03-06" });
  const third = anAcceptedItem(3, "2026-03-10", { stage: "S2", departmentCode: "zr" });
  const state = aCase([first, second, third]);

  test("R-029: union: days on which some department's clock counts, each once, without the developer's days between", () => {
    expect(budgetUsed(state, pack, calendar, "2026-03-12")).toEqual({
      used: 6,
      limit: 10,
      mode: "union",
      days: ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-11", "2026-03-12"],
    });
  });

  test("stage-sum: the same per stage, added up", () => {
    expect(budgetUsed(state, aPack({ budgetMode: "stage-sum" }), calendar, "2026-03-12")).toMatchObject({ used: 7, mode: "stage-sum" });
  });

  test("calendar: every working day since the first acceptance", () => {
    expect(budgetUsed(state, aPack({ budgetMode: "calendar" }), calendar, "2026-03-12")).toMatchObject({ used: 8, mode: "calendar" });
    expect(budgetUsed(aCase([]), aPack({ budgetMode: "calendar" }), calendar, "2026-03-12").used).toBe(0);
  });

  test("the budget fixed at registration goes before the pack's", () => {
    expect(budgetUsed(aCase([], { project: { budgetWorkingDays: 47 } }), pack, calendar, "2026-03-12")).toMatchObject({ used: 0, limit: 47 });
  });

  test("pauses are not charged to the budget", () => {
    const paused = aCase([third], { procedures: [aProcedure("item-3", "2026-03-11", "2026-03-13")] });
    expect(budgetUsed(paused, pack, calendar, "2026-03-16").days).toEqual(["2026-03-11", "2026-03-16"]);
  });
});

describe("any project", () => {
  interface Parts {
    items: Item[];
    corrections: Correction[];
    procedures: Procedure[];
  }
  const gap = fc.integer({ min: 0, max: 9 });
  /** An item that went through its acts in order, some days apart, and may have stopped anywhere on the way. */
  const anyItem = (ordinal: number): fc.Arbitrary<Parts> =>
    fc
      .record({
        gaps: fc.array(gap, { minLength: 8, maxLength: 8 }),
        reached: fc.integer({ min: 0, max: 8 }),
        corrected: fc.boolean(),
        paused: fc.boolean(),
        limit: fc.option(fc.integer({ min: 1, max: 15 })),
        department: fc.constantFrom("fg", "zr", "st"),
        after: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ gaps, reached, corrected, paused, limit, department, after }) => {
        let day = "2026-02-09";
        const days = gaps.map((g) => (day = addDays(day, g)));
        const at = (step: number): CivilDay | null => (reached > step ? (days[step] ?? null) : null);
        const [received, notified, supplied, accepted, opened, closed, decided] = [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
        const waits = corrected && notified !== null && supplied === null;
        const item = anItem(ordinal, {
          stage: ordinal % 2 ? "S1" : "S2",
          departmentCode: department,
          committedWorkingDays: limit,
          statutoryDays: null,
          prerequisites: after > 0 && after < ordinal ? [`code-${after}`] : [],
          receivedOn: received,
          completeOn: corrected ? (supplied ?? received) : received,
          acceptedOn: waits ? null : accepted,
          decidedOn: decided,
          endedOn: decided,
          status: decided ? "granted" : accepted ? "in-review" : waits ? "correcting" : received ? "received" : "planned",
        });
        return {
          items: [item],
          corrections: corrected && notified !== null ? [aCorrection(item.id, 1, notified, supplied)] : [],
          procedures: paused && opened !== null ? [aProcedure(item.id, opened, closed)] : [],
        };
      });
  const anyProject = fc.tuple(anyItem(1), anyItem(2), anyItem(3), anyItem(4)).map((parts) =>
    aCase(
      parts.flatMap((p) => p.items),
      {
        corrections: parts.flatMap((p) => p.corrections),
        procedures: parts.flatMap((p) => p.procedures),
        project: { registeredOn: "2026-02-06", planConfirmedOn: "2026-02-09" },
      },
    ),
  );

  test("R-025: every working day has exactly one holder and the totals add up to the working days", () => {
    fc.assert(
      fc.property(anyProject, fc.integer({ min: 0, max: 90 }), (state, later) => {
        const asOf = addDays("2026-02-06", later);
        const { days, totals } = daysByHolder(state, pack, calendar, asOf);
        expect(days.length).toBe(calendar.workingDaysBetween("2026-02-05", asOf));
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        expect(days.every(({ day }) => calendar.isWorkingDay(day))).toBe(true);
        expect(totals.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(days.length);
        for (const item of Object.values(state.items)) {
          const alone = itemDays(state, item, pack, calendar, asOf);
          expect(alone.totals.reduce((sum, { workingDays }) => sum + workingDays, 0)).toBe(alone.days.length);
          expect(new Set(alone.days.map(({ day }) => day)).size).toBe(alone.days.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("R-028: departments have exactly the days their ledgers count, and so does the budget", () => {
    fc.assert(
      fc.property(anyProject, fc.integer({ min: 0, max: 90 }), (state, later) => {
        const asOf = addDays("2026-02-06", later);
        const counted = new Set<CivilDay>();
        for (const item of Object.values(state.items)) {
          const spec = clockSpecs(state, { ...item, committedWorkingDays: item.committedWorkingDays ?? 500 }, pack).committed;
          if (!spec) continue;
          const stop = spec.endedOn !== null && spec.endedOn < asOf ? spec.endedOn : asOf;
          for (const line of ledgerOf(spec, calendar, asOf)) if (line.counted !== null && line.day <= stop) counted.add(line.day);
        }
        const expected = [...counted].sort();
        const { days } = daysByHolder(state, pack, calendar, asOf);
        expect(days.filter(({ holder }) => holder.kind === "department").map(({ day }) => day)).toEqual(expected);
        expect(budgetUsed(state, pack, calendar, asOf).days).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
