import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ancestorsOf, finishOf, inPrerequisiteOrder, type ScheduleInput, scheduleOf } from "../../../app/domain/plan/schedule";

const step = (code: string, workingDays: number | null, prerequisites: string[] = [], counted = true): ScheduleInput => ({
  code,
  stage: "S1",
  workingDays,
  prerequisites,
  counted,
});

describe("the schedule of a plan", () => {
  const schedule = scheduleOf([
    step("land", 30, ["conditions"], false),
    step("conditions", 5),
    step("design", 10, ["conditions"]),
    step("filing", 1),
    step("permit", 2, ["land", "design", "filing"]),
  ]);
  const times = (code: string) => schedule.items.find((item) => item.code === code);

  test("an item starts when the last of its prerequisites ends", () => {
    expect(times("design")).toMatchObject({ earliestStart: 5, earliestFinish: 15 });
    expect(times("permit")).toMatchObject({ earliestStart: 15, earliestFinish: 17 });
  });
  test("R-051: a milestone keeps its place in the order and takes no days", () =>
    expect(times("land")).toMatchObject({ durationWorkingDays: 0, earliestStart: 5, earliestFinish: 5 }));
  test("slack is how far an item may slip without moving the end", () => {
    expect(times("filing")).toMatchObject({ slack: 14, latestStart: 14, critical: false });
    expect(times("design")).toMatchObject({ slack: 0, critical: true });
  });
  test("the critical path is the longest chain", () => {
    expect(schedule.criticalPath).toEqual(["conditions", "design", "permit"]);
    expect(schedule.makespanWorkingDays).toBe(17);
  });
  test("waves list what may run at once", () => expect(schedule.groups).toEqual([["conditions", "filing"], ["land", "design"], ["permit"]]));
  test("the day an item ends is found by its code, and is unknown for others", () => {
    expect(finishOf(schedule, "design")).toBe(15);
    expect(finishOf(schedule, "ghost")).toBeNull();
  });
  test("an unstated limit takes no days and prerequisites outside the plan are ignored", () => {
    expect(scheduleOf([step("a", null), step("b", 3, ["a", "ghost"])]).makespanWorkingDays).toBe(3);
  });
  test("no items, no days", () => expect(scheduleOf([])).toEqual({ items: [], makespanWorkingDays: 0, criticalPath: [], groups: [] }));
  test("a ring of prerequisites is a fault of the pack, not of the officer", () => {
    expect(() => scheduleOf([step("a", 1, ["b"]), step("b", 1, ["a"])])).toThrow("prerequisites form a ring among a, b");
  });
});

/** Any plan without rings, its items shuffled: item n may need items with smaller numbers only. */
const anyPlan = fc
  .array(
    fc.record({ workingDays: fc.option(fc.nat({ max: 60 }), { freq: 10 }), counted: fc.boolean(), needs: fc.array(fc.nat({ max: 39 }), { maxLength: 5 }) }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ workingDays, counted, needs }, index) =>
      step(`i${index}`, workingDays, index === 0 ? [] : [...new Set(needs.map((need) => `i${need % index}`))], counted),
    ),
  )
  .chain((items) => fc.shuffledSubarray(items, { minLength: items.length }));

describe("for every plan without rings", () => {
  const holds = (check: (items: readonly ScheduleInput[]) => void) => fc.assert(fc.property(anyPlan, check), { numRuns: 300, seed: 20260302 });

  test("the order is topological and complete", () =>
    holds((items) => {
      const order = inPrerequisiteOrder(items).map((item) => item.code);
      expect([...order].sort()).toEqual(items.map((item) => item.code).sort());
      for (const item of items) for (const before of item.prerequisites) expect(order.indexOf(before)).toBeLessThan(order.indexOf(item.code));
    }));

  test("every item starts exactly when the last of its prerequisites ends", () =>
    holds((items) => {
      const schedule = scheduleOf(items);
      for (const item of items) {
        const planned = schedule.items.find((entry) => entry.code === item.code);
        expect(planned?.earliestStart).toBe(Math.max(0, ...item.prerequisites.map((code) => finishOf(schedule, code) ?? 0)));
        expect((planned?.earliestFinish ?? 0) - (planned?.earliestStart ?? 0)).toBe(item.counted ? (item.workingDays ?? 0) : 0);
      }
    }));

  test("R-052: the critical path is a chain of critical items whose days add up to the whole", () =>
    holds((items) => {
      const { items: scheduled, criticalPath, makespanWorkingDays } = scheduleOf(items);
      const entry = (code: string) => scheduled.find((item) => item.code === code);
      expect(criticalPath.reduce((sum, code) => sum + (entry(code)?.durationWorkingDays ?? 0), 0)).toBe(makespanWorkingDays);
      expect(makespanWorkingDays).toBe(Math.max(0, ...scheduled.map((item) => item.earliestFinish)));
      criticalPath.forEach((code, index) => {
        expect(entry(code)?.critical).toBe(true);
        const before = criticalPath[index - 1];
        if (before !== undefined) expect(items.find((item) => item.code === code)?.prerequisites).toContain(before);
      });
    }));

  test("slipping an item by its slack does not move the end; one day more does", () =>
    holds((items) => {
      const schedule = scheduleOf(items);
      const longer = (code: string, days: number) =>
        scheduleOf(items.map((item) => (item.code === code ? { ...item, counted: true, workingDays: days } : item))).makespanWorkingDays;
      for (const item of schedule.items.slice(0, 5)) {
        expect(longer(item.code, item.durationWorkingDays + item.slack)).toBe(schedule.makespanWorkingDays);
        expect(longer(item.code, item.durationWorkingDays + item.slack + 1)).toBe(schedule.makespanWorkingDays + 1);
      }
    }));

  test("no item of a wave waits for another of it", () =>
    holds((items) => {
      const waitsFor = ancestorsOf(items);
      for (const wave of scheduleOf(items).groups) for (const a of wave) for (const b of wave) expect(waitsFor.get(a)?.has(b)).toBe(false);
    }));
});
