import { describe, expect, test } from "vitest";
import { timelineFacts } from "../../../app/domain/timeline/facts";
import { layOutTimeline, pageBox } from "../../../app/domain/timeline/layout";
import { calendar, hengyang } from "../../builders/case-story";
import { aConvertedRun, anApplication, anOpinedRun, convert, decided, LAND, manager, obtainLand, runOf } from "../../builders/simulation-story";

type Story = ReturnType<typeof anOpinedRun>;
const facts = (story: Story, today: string) => timelineFacts(story.case, hengyang, calendar, today);
const lay = (story: Story, today: string) => {
  const told = facts(story, today);
  const layout = layOutTimeline(told, calendar, pageBox("all"));
  if (!layout.lane) throw new Error("nothing is simulated");
  const row = (code: string) => layout.lane?.rows.find(({ itemNo }) => itemNo === story.no(code));
  return { layout, lane: layout.lane, row };
};

describe("the lane of simulated items", () => {
  test("R-426: the day a precondition is expected runs through the rows that wait for it, and is gone once it is met", () => {
    const { lane, layout } = lay(anOpinedRun(), "2026-03-23");
    expect(lane.triggers).toMatchObject([{ on: "2026-05-11", expects: ["land-right"], y: lane.rows[0]?.y, height: 5 * 30 }]);
    expect(layout.axis.to >= "2026-05-11").toBe(true);
    expect(lay(obtainLand(anOpinedRun()), LAND).lane.triggers).toEqual([]);
    expect(facts(anOpinedRun(), "2026-03-23").simulated[0]).toMatchObject({ expectedOn: "2026-05-11", conversionDueOn: null });
  });

  test("R-426: an opinion says until when it is valid, at the edge of the picture where the day lies beyond it", () => {
    const { layout, row } = lay(anOpinedRun(), "2026-03-23");
    expect(row("planning-conditions")).toMatchObject({
      validEnd: null,
      due: null,
      label: { code: "valid-to", on: "2027-03-09", x: layout.width, anchor: "end" },
    });
    // Past its last day and not yet recorded as lapsed.
    expect(lay(anOpinedRun(), "2027-03-10").row("planning-conditions")).toMatchObject({ validEnd: { on: "2027-03-09" }, label: { code: "valid-over" } });
  });

  test("R-426: what may be converted says by when, what waits for something formal does not", () => {
    const story = obtainLand(anOpinedRun());
    expect(lay(story, LAND).row("planning-conditions")).toMatchObject({
      due: { on: "2026-05-12", late: false },
      label: { code: "convert-by", on: "2026-05-12" },
    });
    expect(lay(story, LAND).row("scheme-review")).toMatchObject({ due: null, label: { code: "valid-to" } });
    expect(lay(story, "2026-05-13").row("planning-conditions")).toMatchObject({ due: { late: true }, label: { code: "convert-late" } });
  });

  test("R-426: what is converted is marked on its day and waits for nothing; what ended says nothing", () => {
    const story = obtainLand(anOpinedRun());
    decided(convert(story, "planning-conditions", LAND), "planning-conditions", LAND);
    expect(lay(story, "2026-05-11").row("planning-conditions")).toMatchObject({ converted: { on: LAND }, due: null, validEnd: null, label: null, live: false });
    const lapsed = anOpinedRun();
    lapsed.do(manager, LAND, { type: "terminate-simulation", runNo: runOf(lapsed).runNo, ground: "land-not-obtained", reason: "流拍", on: LAND });
    expect(lay(lapsed, LAND).lane).toMatchObject({ triggers: [], rows: [{ label: null }, { label: null }, { label: null }, { label: null }, { label: null }] });
  });

  test("R-426: every mark lies inside the picture, in rows of their own, and nothing of it is a bar, a due day or a deadline of a formal item", () => {
    for (const [story, today] of [
      [anOpinedRun(), "2026-03-23"],
      [obtainLand(anOpinedRun()), LAND],
      [aConvertedRun(), "2026-05-12"],
    ] as const) {
      const { layout, lane } = lay(story, today);
      const last = layout.rows.at(-1);
      expect(lane.y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
      for (const row of lane.rows)
        for (const mark of [row.validEnd, row.due, row.converted, row.label]) {
          expect(mark?.x ?? 0).toBeGreaterThanOrEqual(0);
          expect(mark?.x ?? 0).toBeLessThanOrEqual(layout.width);
        }
      for (const item of facts(story, today).items)
        if (item.status === "planned") expect(item).toMatchObject({ actual: null, dueOn: null, overdue: null, light: "none", usedDays: null });
    }
    expect(facts(anApplication(), "2026-03-03").simulated).toEqual([]);
  });
});
