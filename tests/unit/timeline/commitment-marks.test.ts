import { expect, test } from "vitest";
import { commitmentMarks } from "../../../app/domain/timeline/commitment-marks";
import { timelineFacts } from "../../../app/domain/timeline/facts";
import { layOutTimeline, pageBox } from "../../../app/domain/timeline/layout";
import { translator } from "../../../app/i18n";
import { markWords } from "../../../app/i18n/timeline-words";
import { type CaseStory, calendar, hengyang } from "../../builders/case-story";
import { anEnforced, aPublic, check, manager, no } from "../../builders/commitment-story";

const told = (story: CaseStory, today: string) => commitmentMarks(story.case, today).map(({ about, on, state }) => [about, on, state]);

test("R-375 (H44): the timeline marks the publicity, each point, what must be put right and a revocation, each with its state", () => {
  expect(told(aPublic(), "2026-03-13")).toEqual([["publicity", "2026-03-13", "check-due"]]);
  const story = anEnforced();
  expect(told(story, "2026-04-01")).toEqual([
    ["publicity", "2026-03-13", "kept"],
    ["before-start", "2026-03-31", "check-over"],
    ["construction", "2026-06-30", "check-due"],
  ]);
  check(story, "before-start", "2026-04-01", "not-met", "2026-04-10");
  expect(told(story, "2026-04-10")[1]).toEqual(["before-start", "2026-04-10", "rectify-by"]);
  expect(told(story, "2026-04-11")[1]).toEqual(["before-start", "2026-04-10", "rectify-over"]);
  story.do(manager, "2026-04-13", {
    type: "rule-on-breach",
    commitmentNo: no(story),
    ruling: "revoke",
    reason: "未整改",
    rectifyBy: null,
    decisionNo: "撤1号",
    penaltyYuan: null,
    penaltyBasis: null,
    on: "2026-04-13",
  });
  expect(told(story, "2026-04-13").at(-1)).toEqual(["commitment", "2026-04-13", "revoked"]);
  expect(told(check(anEnforced(), "before-start", "2026-03-20"), "2026-03-20")[1]).toEqual(["before-start", "2026-03-20", "kept"]);
});

test("R-375 (H44): every mark has its place in the picture and its words", () => {
  const story = anEnforced();
  const facts = timelineFacts(story.case, hengyang, calendar, "2026-03-17");
  const own = facts.marks.filter(({ kind }) => kind === "commitment");
  expect(own).toHaveLength(3);
  const layout = layOutTimeline(facts, calendar, { ...pageBox("all"), width: 800 });
  expect(layout.marks?.filter(({ mark }) => mark.kind === "commitment")).toHaveLength(3);
  expect(own.map((mark) => markWords(translator("zh-CN"), (on) => on, mark))).toEqual([
    "承诺公示 2026-03-13 期满",
    "开工前核查期限 2026-03-31",
    "建设期核查期限 2026-06-30",
  ]);
});
