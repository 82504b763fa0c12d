import { describe, expect, test } from "vitest";
import { timelineFacts } from "../../../app/domain/timeline/facts";
import { type ItemRow, layOutTimeline, type TimelineBox, type TimelineLayout } from "../../../app/domain/timeline/layout";
import { calendar, hengyang } from "../../builders/case-story";
import { aRegisteredStory, aRichStory, RICH_TODAY } from "../../builders/rich-story";
import { anItemRow, someFacts } from "./facts-builder";

// Two weeks in 140 units: ten units a day, from Monday 2026-11-16 to Sunday 2026-11-29.
const box: TimelineBox = { width: 140, zoom: "all", axisHeight: 20, stageRowHeight: 12, itemRowHeight: 10, barHeight: 6, labelRoom: 30, noteHeight: 8 };
const twoWeeks = { baseline: { from: "2026-11-16", to: "2026-11-29" } } as const;
const itemRow = (layout: TimelineLayout, index = 0): ItemRow => layout.rows.filter((row) => row.kind === "item")[index] as ItemRow;
const lay = (...items: Parameters<typeof anItemRow>[0][]) => layOutTimeline(someFacts(items.map((item) => anItemRow(item))), calendar, box);

describe("where the timeline puts things", () => {
  test("days become units from the Monday of the first week; a bar covers its last day", () => {
    const row = itemRow(
      lay({
        ...twoWeeks,
        actual: { from: "2026-11-17", to: "2026-11-23" },
        acceptedOn: "2026-11-17",
        running: true,
        light: "ok",
        remainingDays: 4,
        forecast: { from: "2026-11-23", to: "2026-11-27" },
        dueOn: "2026-11-27",
      }),
    );
    expect(row.actual).toEqual({ from: "2026-11-17", to: "2026-11-23", x: 10, width: 70 });
    expect(row.forecast).toEqual({ from: "2026-11-24", to: "2026-11-27", x: 80, width: 40 });
    expect(row.due).toEqual({ x: 120, on: "2026-11-27", provisional: false });
    expect(row.baseline).toMatchObject({ x: 0, width: 140 });
    expect(row.tone).toBe("ok");
  });

  test("rows stand under the axis: the stage, then its items, bars in the middle", () => {
    const layout = lay({ ...twoWeeks }, { ...twoWeeks, itemNo: "HY-2026-0007-02", stage: "S3" });
    expect(layout.rows.map((row) => [row.kind, row.y, row.height])).toEqual([
      ["stage", 20, 12],
      ["item", 32, 10],
      ["stage", 42, 12],
      ["item", 54, 10],
    ]);
    expect(itemRow(layout).barY).toBe(34);
    expect(layout.height).toBe(64);
  });

  test("a stage's bracket spans what its items did and are expected to do, not what was planned", () => {
    const layout = lay(
      { ...twoWeeks, actual: { from: "2026-11-17", to: "2026-11-18" }, endedOn: "2026-11-18" },
      { itemNo: "HY-2026-0007-02", forecast: { from: "2026-11-23", to: "2026-11-24" } },
    );
    expect(layout.rows[0]).toMatchObject({ kind: "stage", itemCount: 2, endedCount: 1, bracket: { x: 10, width: 80 } });
  });

  test("an overdue item: due mark on the bar, the days after it apart", () => {
    const row = itemRow(
      lay({
        ...twoWeeks,
        actual: { from: "2026-11-16", to: "2026-11-23" },
        acceptedOn: "2026-11-16",
        running: true,
        light: "late",
        overdueDays: 2,
        dueOn: "2026-11-19",
        overdue: { from: "2026-11-20", to: "2026-11-23" },
        forecast: { from: "2026-11-23", to: "2026-11-23" },
      }),
    );
    expect(row).toMatchObject({ tone: "late", due: { x: 40 }, overdue: { x: 40, width: 40 }, forecast: null, label: { says: { code: "overdue", days: 2 } } });
  });

  test("a pause lies inside the bar, cut to it", () => {
    const pause = { from: "2026-11-14", to: "2026-11-20", kinds: ["expert-review"], open: false };
    const row = itemRow(lay({ ...twoWeeks, actual: { from: "2026-11-17", to: "2026-11-23" }, running: true, light: "ok", paused: [pause] }));
    expect(row.paused).toEqual([{ ...pause, from: "2026-11-17", x: 10, width: 40 }]);
  });

  test("words stand right of what was done and is to come, else left of it, else on it; the line of the plan is in nobody's way", () => {
    const running = { running: true, light: "ok", remainingDays: 4 } as const;
    const right = itemRow(
      lay({ baseline: { from: "2026-11-26", to: "2026-11-27" }, actual: { from: "2026-11-16", to: "2026-11-23" }, ...running }, { ...twoWeeks, itemNo: "2" }),
    );
    const left = itemRow(
      lay({ actual: { from: "2026-11-20", to: "2026-11-23" }, forecast: { from: "2026-11-23", to: "2026-11-28" }, ...running }, { ...twoWeeks, itemNo: "2" }),
    );
    const inside = itemRow(
      lay({ actual: { from: "2026-11-16", to: "2026-11-23" }, forecast: { from: "2026-11-23", to: "2026-11-29" }, ...running }, { ...twoWeeks, itemNo: "2" }),
    );
    expect([right.label, left.label, inside.label].map((label) => [label?.x, label?.anchor, label?.inside])).toEqual([
      [80, "start", false],
      [40, "end", false],
      [140, "end", true],
    ]);
  });

  test("today is the middle of its column; ticks near it are left without a label", () => {
    const layout = lay({ ...twoWeeks });
    expect(layout.today).toEqual({ x: 75, on: "2026-11-23" });
    expect(layout.axis.ticks.map((tick) => [tick.on, tick.x, tick.labelled])).toEqual([
      ["2026-11-16", 0, true],
      ["2026-11-23", 70, false],
    ]);
  });

  test("weekends and holidays are bands, make-up days are not", () => {
    const layout = layOutTimeline(
      someFacts([anItemRow({ baseline: { from: "2026-09-14", to: "2026-10-11" } })], { today: "2026-09-14", startedOn: "2026-09-14" }),
      calendar,
      { ...box, width: 280 },
    );
    const days = layout.axis.bands.map((band) => [band.from, band.to, band.kind]);
    expect(days).toContainEqual(["2026-10-01", "2026-10-07", "holiday"]);
    // 2026-09-20 (Sunday) and 2026-10-10 (Saturday) are worked in exchange.
    expect(days).toContainEqual(["2026-09-19", "2026-09-19", "weekend"]);
    expect(days).toContainEqual(["2026-10-11", "2026-10-11", "weekend"]);
  });

  test("that holidays are not yet published is said in a strip of its own under the rows, where there is room to say it", () => {
    const over = (baseline: { from: string; to: string }, width: number) =>
      layOutTimeline(someFacts([anItemRow({ baseline })], { today: "2026-12-01", startedOn: "2026-12-01" }), calendar, { ...box, width });
    const long = over({ from: "2026-12-01", to: "2027-02-26" }, 400);
    expect(long.axis.provisional).toMatchObject({ labelled: true });
    expect(long.height).toBe(42 + 8);
    const last = long.rows.at(-1);
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBe(42);
    expect(over({ from: "2026-12-01", to: "2027-01-08" }, 400)).toMatchObject({ height: 42, axis: { provisional: { labelled: false } } });
    expect(over({ from: "2026-12-01", to: "2026-12-20" }, 400)).toMatchObject({ height: 42, axis: { provisional: null } });
  });

  test("the deadline is the end of the day on which the budget is used up", () => {
    const layout = layOutTimeline(someFacts([anItemRow(twoWeeks)], { budget: { used: 6, limit: 10, endsOn: "2026-11-26", exceeded: false } }), calendar, box);
    expect(layout.deadline).toEqual({ x: 110, on: "2026-11-26", exceeded: false });
  });

  test("R-135: days of years without a published calendar are marked", () => {
    const layout = layOutTimeline(
      someFacts([anItemRow({ baseline: { from: "2026-12-21", to: "2027-01-17" } })], { today: "2026-12-21", startedOn: "2026-12-21" }),
      calendar,
      { ...box, width: 280 },
    );
    expect(layout.axis.provisional).toEqual({ x: 110, width: 170, labelled: true });
  });

  test("a zoom makes the picture wider, never narrower than asked", () => {
    const facts = someFacts([anItemRow({ baseline: { from: "2026-01-05", to: "2026-12-27" } })], { startedOn: "2026-01-05" });
    expect(layOutTimeline(facts, calendar, { ...box, zoom: "week" }).width).toBe(357 * 16);
    expect(layOutTimeline(facts, calendar, { ...box, zoom: "month" }).width).toBe(357 * 5);
    expect(layOutTimeline(facts, calendar, { ...box, zoom: "all" }).width).toBe(140);
    expect(layOutTimeline(someFacts([anItemRow(twoWeeks)]), calendar, { ...box, width: 900, zoom: "week" }).width).toBe(900);
  });

  test("400 days: months under their years, at most a label per tick room, a day still two units wide", () => {
    const facts = someFacts(
      [anItemRow({ baseline: { from: "2026-01-05", to: "2027-02-08" }, actual: { from: "2026-11-23", to: "2026-11-23" }, endedOn: "2026-11-23" })],
      { startedOn: "2026-01-05" },
    );
    const layout = layOutTimeline(facts, calendar, { ...box, width: 400 });
    expect(layout.axis.ticks.every((tick) => tick.unit === "month")).toBe(true);
    expect(layout.axis.groups.map((group) => [group.on, group.unit])).toEqual([
      ["2026-01-01", "year"],
      ["2027-01-01", "year"],
    ]);
    expect(itemRow(layout).actual?.width).toBe(2);
    const labelled = layout.axis.ticks.filter((tick) => tick.labelled);
    for (const [index, tick] of labelled.slice(1).entries()) expect(tick.x - (labelled[index]?.x ?? 0)).toBeGreaterThanOrEqual(26);
  });

  test("a project of one day fills one week", () => {
    const day = { from: "2026-11-23", to: "2026-11-23" };
    const layout = layOutTimeline(someFacts([anItemRow({ baseline: day, actual: day, endedOn: day.from })], { startedOn: day.from }), calendar, box);
    expect([layout.axis.from, layout.axis.to, layout.axis.days]).toEqual(["2026-11-23", "2026-11-29", 7]);
    expect(itemRow(layout).actual).toMatchObject({ x: 0, width: 20 });
  });

  test("nothing planned yet: an axis from the registration to today and no rows", () => {
    const layout = layOutTimeline(timelineFacts(aRegisteredStory().case, hengyang, calendar, RICH_TODAY), calendar, box);
    expect(layout.rows).toEqual([]);
    expect([layout.axis.from, layout.axis.to, layout.today?.on]).toEqual(["2026-10-26", "2026-11-29", RICH_TODAY]);
  });

  test("a project that ended long ago does not stretch to a today far away", () => {
    const done = { actual: { from: "2026-03-02", to: "2026-03-13" }, endedOn: "2026-03-13" } as const;
    const layout = layOutTimeline(someFacts([anItemRow(done)], { startedOn: "2026-03-02", completedOn: "2026-03-13" }), calendar, box);
    expect([layout.axis.to, layout.today]).toEqual(["2026-03-15", null]);
  });

  test("forty items fit the room they are given", () => {
    const layout = layOutTimeline(timelineFacts(aRichStory(40).case, hengyang, calendar, RICH_TODAY), calendar, { ...box, width: 640 });
    expect(layout.rows).toHaveLength(45);
    expect(layout.height).toBe(20 + 5 * 12 + 40 * 10 + box.noteHeight);
  });
});
