import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../app/domain/calendar/calendar-date";
import type { TimelineItem } from "../../../app/domain/timeline/facts";
import { type Bar, type ItemRow, layOutTimeline } from "../../../app/domain/timeline/layout";
import { calendar } from "../../builders/case-story";
import { anItemRow, someFacts } from "./facts-builder";

const day = (offset: number) => addDays("2026-06-01", offset);
const stretch = (most: number) =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 90 })).map(([from, length]) => ({ from: day(from), to: day(from + length) }));

/** Any item, however odd its days, as long as each stretch ends after it begins. */
const someItem = fc
  .record({
    stage: fc.constantFrom("S1", "S2", "S3", "P", "S4"),
    baseline: fc.option(stretch(300)),
    intake: fc.option(stretch(300)),
    actual: fc.option(stretch(300)),
    forecast: fc.option(stretch(300)),
    paused: fc.array(stretch(300), { maxLength: 3 }),
    overdue: fc.option(stretch(300)),
    dueOn: fc.option(fc.integer({ min: 0, max: 390 }).map(day)),
    light: fc.constantFrom("ok", "warn", "late", "paused", "none"),
    remainingDays: fc.option(fc.integer({ min: -5, max: 20 })),
    overdueDays: fc.integer({ min: 0, max: 5 }),
    ended: fc.boolean(),
  })
  .map(
    ({ paused, ended, ...rest }): TimelineItem =>
      anItemRow({
        ...(rest as Partial<TimelineItem>),
        running: true,
        paused: paused.map((one) => ({ ...one, kinds: ["expert-review"], open: false })),
        endedOn: ended ? (rest.actual?.to ?? null) : null,
      }),
  );

const project = fc.record({
  items: fc
    .array(someItem, { maxLength: 40 })
    .map((items) => items.map((item, index) => ({ ...item, ordinal: index + 1, itemNo: `HY-2026-0007-${index + 1}` }))),
  width: fc.integer({ min: 60, max: 1200 }),
  zoom: fc.constantFrom("all", "month", "week"),
  today: fc.integer({ min: 0, max: 420 }).map(day),
});

describe("whatever the case holds", () => {
  test("R-134: every mark lies inside the picture, pauses and overdue days inside their bar, rows one under the other", () => {
    fc.assert(
      fc.property(project, ({ items, width, zoom, today }) => {
        const layout = layOutTimeline(someFacts(items, { today, startedOn: day(0) }), calendar, {
          width,
          zoom,
          axisHeight: 20,
          stageRowHeight: 12,
          itemRowHeight: 10,
          barHeight: 6,
          labelRoom: 60,
          noteHeight: 8,
        });
        expect(layout.width).toBeGreaterThanOrEqual(width - 0.01);
        const inside = (bar: Bar | null): void => {
          if (bar === null) return;
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.width).toBeGreaterThan(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(layout.width + 0.02);
        };
        const within = (bar: Bar, around: Bar | null): void => {
          expect(around).not.toBeNull();
          // A bar that is kept visible at its least width may stand a hair before the day it is in.
          expect(bar.x).toBeGreaterThanOrEqual((around as Bar).x - 2.02);
          expect(bar.x + bar.width).toBeLessThanOrEqual((around as Bar).x + (around as Bar).width + 2.02);
        };
        let below = 20;
        for (const row of layout.rows) {
          expect(row.y).toBe(below);
          below += row.height;
          if (row.kind === "stage") {
            inside(row.bracket);
            continue;
          }
          for (const bar of [row.baseline, row.intake, row.actual, row.forecast]) inside(bar);
          for (const pause of row.paused) within(pause, row.actual);
          if (row.overdue) within(row.overdue, row.actual);
          expect(row.due?.x ?? 0).toBeLessThanOrEqual(layout.width);
          const { label } = row;
          if (label && !label.inside) expect(label.anchor === "start" ? layout.width - label.x : label.x).toBeGreaterThanOrEqual(59.9);
        }
        expect(below + (layout.axis.provisional?.labelled ? 8 : 0)).toBe(layout.height);
        expect(layout.rows.filter((row) => row.kind === "item")).toHaveLength(items.length);
        if (layout.today) expect(layout.today.x).toBeLessThanOrEqual(layout.width);
        for (const tick of layout.axis.ticks) expect(tick.x).toBeLessThanOrEqual(layout.width);
        for (const band of layout.axis.bands) expect(band.x + band.width).toBeLessThanOrEqual(layout.width + 0.02);
      }),
      { numRuns: 150 },
    );
  });

  test("an earlier day never stands right of a later one", () => {
    fc.assert(
      fc.property(project, ({ items, width, zoom, today }) => {
        const layout = layOutTimeline(someFacts(items, { today, startedOn: day(0) }), calendar, {
          width,
          zoom,
          axisHeight: 20,
          stageRowHeight: 12,
          itemRowHeight: 10,
          barHeight: 6,
          labelRoom: 60,
          noteHeight: 8,
        });
        const bars = layout.rows.flatMap((row) =>
          row.kind === "item" ? [(row as ItemRow).baseline, (row as ItemRow).actual].filter((bar) => bar !== null) : [],
        );
        const ordered = [...bars].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
        for (const [index, bar] of ordered.slice(1).entries()) expect(bar.x).toBeGreaterThanOrEqual((ordered[index] as Bar).x - 2.02);
      }),
      { numRuns: 60 },
    );
  });
});
