import { describe, expect, test } from "vitest";
import type { TimelineMark } from "../../../app/domain/timeline/day-marks";
import { timelineFacts } from "../../../app/domain/timeline/facts";
import { layOutTimeline, pageBox } from "../../../app/domain/timeline/layout";
import { agent, type CaseStory, calendar, hengyang, manager } from "../../builders/case-story";
import { anItemWithGaps, GAP_ITEM, GAPS } from "../../builders/gap-story";
import { aConvenedReview, convening } from "../../builders/joint-review";
import { anItemRow, someFacts } from "./facts-builder";

const marks = (story: CaseStory, today: string) => timelineFacts(story.case, hengyang, calendar, today).marks;
const box = { ...pageBox("all"), width: 140, labelRoom: 40 };
const gap = (on: string, itemNo = "HY-2026-0007-01"): TimelineMark => ({ kind: "gap", id: `gap ${on}`, on, place: { itemNo }, state: "open", outstanding: 1 });

describe("days of their own on the timeline", () => {
  test("R-442 (F21): a deferral marks its own deadline: open, missed and settled, wherever the extension moves it", () => {
    const story = anItemWithGaps();
    const itemNo = story.no(GAP_ITEM);
    expect(marks(story, "2026-03-13")).toMatchObject([{ kind: "gap", on: "2026-03-13", state: "open", outstanding: 2, place: { itemNo } }]);
    expect(marks(story, "2026-03-14")).toMatchObject([{ on: "2026-03-13", state: "missed" }]);
    story.do(manager, "2026-03-16", { type: "extend-deferral", itemNo, supplyBy: "2026-03-18", reason: "台风停工", on: "2026-03-16" });
    expect(marks(story, "2026-03-16")).toMatchObject([{ on: "2026-03-18", state: "open" }]);
    story.do(agent, "2026-03-17", { type: "supply-deferred", itemNo, names: [GAPS[0], GAPS[1]], on: "2026-03-17" });
    expect(marks(story, "2026-03-30")).toMatchObject([{ on: "2026-03-18", state: "closed", outstanding: 0 }]);
  });

  test("R-442: an item that ended otherwise has no deadline left", () => {
    const story = anItemWithGaps();
    story.do(agent, "2026-03-10", { type: "withdraw-item", itemNo: story.no(GAP_ITEM), reason: "改期", on: "2026-03-10" });
    expect(marks(story, "2026-03-10")).toEqual([]);
  });

  test("R-442 (Z12, Z10): a joint visit or conference marks its day in the line of its stage, hollow until it was held; one in writing has none", () => {
    const story = aConvenedReview("site-visit");
    story.do(agent, "2026-03-03", convening("drawing-review"));
    expect(marks(story, "2026-03-03")).toMatchObject([{ kind: "review", on: "2026-03-05", state: "planned", mode: "site-visit", place: { stage: "S1" } }]);
    const [visit] = Object.values(story.case.reviews);
    const attendance = ["zr", "fg"].map((departmentCode) => ({ departmentCode, officials: ["甲", "乙"] }));
    story.do(agent, "2026-03-06", { type: "hold-review", reviewId: visit?.id ?? "", attendance, minutes: "到场踏勘", on: "2026-03-06" });
    expect(marks(story, "2026-03-06")).toMatchObject([{ on: "2026-03-06", state: "held" }]);
  });
});

describe("their places in the picture", () => {
  const running = anItemRow({ actual: { from: "2026-11-16", to: "2026-11-23" }, running: true, light: "ok", remainingDays: 3, dueOn: "2026-11-26" });

  test("R-442: a deadline stands at the end of its day, a meeting in the middle, each in its own row", () => {
    const review: TimelineMark = { kind: "review", id: "r", on: "2026-11-18", place: { stage: "S2" }, state: "planned", mode: "site-visit" };
    const layout = layOutTimeline(someFacts([running], { marks: [review, gap("2026-11-20")] }), calendar, box);
    const [stage, item] = layout.rows;
    const { unitsPerDay } = layout.axis;
    const from = (days: number) => Math.round(days * unitsPerDay * 1000) / 1000;
    expect(layout.marks).toMatchObject([
      { x: from(2.5), y: stage?.y, height: stage?.height },
      { x: from(5), y: item?.y, height: item?.height },
    ]);
  });

  test("R-442: the axis reaches to the last of them, the words of a row stand right of its marks, and a mark without a row is not drawn", () => {
    const far = layOutTimeline(someFacts([running], { marks: [gap("2026-12-11"), gap("2026-12-11", "HY-2026-0007-09")] }), calendar, { ...box, width: 300 });
    expect(far.axis.to >= "2026-12-11").toBe(true);
    expect(far.marks).toHaveLength(1);
    const [mark] = far.marks ?? [];
    const row = far.rows.find((one) => one.kind === "item");
    expect(row?.label && (row.label.anchor === "end" || row.label.x >= (mark?.x ?? 0))).toBe(true);
  });
});
