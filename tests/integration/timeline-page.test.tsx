import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Timeline } from "../../app/components/timeline";
import { WordsProvider } from "../../app/components/words";
import { timelineFacts } from "../../app/domain/timeline/facts";
import { layOutTimeline, pageBox } from "../../app/domain/timeline/layout";
import type { SimulatedRow } from "../../app/domain/timeline/simulated-lane";
import type { Locale } from "../../app/i18n";
import { laneLegend, markLegend } from "../../app/i18n/timeline-words";
import { calendar, hengyang } from "../builders/case-story";
import { anItemWithGaps } from "../builders/gap-story";
import { aConvenedReview } from "../builders/joint-review";
import { aRegisteredStory, aRichStory, RICH_TODAY } from "../builders/rich-story";

const byCode = <T extends { readonly code: string; readonly name: { zh: string; en: string } }>(list: readonly T[]) =>
  Object.fromEntries(list.map((one) => [one.code, one.name]));
const names = { stages: byCode(hengyang.stages), departments: byCode(hengyang.departments), procedures: byCode(hengyang.procedures) };

function markup(story: ReturnType<typeof aRichStory>, locale: Locale = "zh-CN", today = RICH_TODAY): string {
  const facts = timelineFacts(story.case, hengyang, calendar, today);
  const zooms = (["all", "month", "week"] as const).map((zoom) => ({ zoom, href: `?zoom=${zoom}`, current: zoom === "all" }));
  const layout = layOutTimeline(facts, calendar, pageBox("all"));
  return renderToStaticMarkup(
    <WordsProvider locale={locale}>
      <Timeline name={story.case.project.name} facts={facts} layout={layout} names={names} itemHref={(itemNo) => `/desk/items/${itemNo}`} zooms={zooms} />
    </WordsProvider>,
  );
}

describe("the timeline on a page", () => {
  const page = markup(aRichStory(40));

  test("holds no style attribute and no script, which the content security policy would refuse", () => {
    expect(page).not.toMatch(/\sstyle=|<script|\son\w+=/);
  });

  test("the picture has a name, its pane can be reached, and every item is a link beside it and in the table", () => {
    expect(page).toContain('role="img" aria-label="年产 20 万套新能源减速器项目时间轴，2026-10-26 至');
    expect(page).toContain('<section class="tl__pane" tabindex="0" aria-label="时间轴图');
    for (let item = 1; item <= 40; item++) expect(page.split(`href="/desk/items/HY-2026-0007-${String(item).padStart(2, "0")}"`)).toHaveLength(3);
  });

  test("colour never stands alone: words and marks beside every light", () => {
    for (const words of ["■ 超期 3 日", "▲ 今日到期", "‖ 专家评审，暂停计时", "◆ 待补正", "■ 超期 2 日办结"]) expect(page).toContain(words);
  });

  test("the table twin has a row per item with planned, actual and expected days", () => {
    const table = page.slice(page.indexOf("<table"));
    expect(table.match(/<tr/g)).toHaveLength(41);
    for (const day of ["2026-10-28", "2026-11-10", "2026-11-18", "2026-11-30"]) expect(table).toContain(day);
  });

  test("in English nothing Chinese is left but names of people and projects", () => {
    const english = markup(aRichStory(8), "en").replaceAll("年产 20 万套新能源减速器项目", "");
    expect(english.match(/[\u4e00-\u9fff]+/g)).toBeNull();
  });

  test("R-442: a deadline of deferred materials and a joint visit are drawn, named for everybody, and told in a table of their own", () => {
    const gap = markup(anItemWithGaps(), "zh-CN", "2026-03-10");
    expect(gap.split("容缺补齐期限 2026-03-13，尚缺 2 件")).toHaveLength(3);
    expect(gap).toContain("tl-mark--gap tl-mark--open");
    const visit = markup(aConvenedReview("site-visit"), "en", "2026-03-04");
    expect(visit.split("Joint site visit 2026-03-05, to be held")).toHaveLength(3);
    expect(visit).toContain("Joint visit or conference to come");
    expect(visit).not.toContain("Deferred materials due");
  });

  test("the legend says every fill of a mark that stands in the picture once, and no other", () => {
    const legend = (...states: readonly Parameters<typeof markLegend>[0][number]["state"][]) =>
      markLegend(states.map((state) => ({ kind: "commitment", state }))).map(({ key }) => key);
    expect(legend("kept", "check-over", "rectify-over", "kept")).toEqual(["timeline.legend.commitment.missed", "timeline.legend.commitment.settled"]);
    expect(legend("check-due", "rectify-by", "revoked")).toEqual(["timeline.legend.commitment.coming", "timeline.legend.commitment.undone"]);
    expect(legend()).toEqual([]);
  });

  test("the legend of the simulated lane names what stands in it, a late conversion apart from one in time", () => {
    const row = { valid: null, due: null, converted: null } as SimulatedRow;
    const day = { x: 1, on: "2026-03-02" };
    expect(laneLegend({ rows: [row] })).toEqual(["simulated"]);
    expect(laneLegend({ rows: [row, { ...row, due: { ...day, late: true }, converted: day }] })).toEqual(["simulated", "convert-late", "converted"]);
    expect(laneLegend({ rows: [{ ...row, due: { ...day, late: false } }] })).toEqual(["simulated", "convert"]);
  });

  test("before the plan it says what will be here", () => {
    expect(markup(aRegisteredStory())).toContain("确认事项清单后");
  });
});
