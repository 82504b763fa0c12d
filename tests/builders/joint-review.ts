import type { Command } from "../../app/domain/case/commands";
import type { JointReview, ReviewMode } from "../../app/domain/case/parts/joint-review";
import { agent, aPlannedCase, type CaseStory, intake, reviewer } from "./case-story";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Two items of stage one, of two bodies (fg and zr), accepted together on 2026-03-02 and taken up the same day. */
export function aStageOfTwo(): CaseStory {
  const story = aPlannedCase("2026-03-02");
  story.do(intake, "2026-03-02", { type: "receive-items", itemNos: [story.no("project-code"), story.no("planning-conditions")], on: "2026-03-02" });
  story.do(intake, "2026-03-02", { type: "accept-stage", stage: "S1", acceptanceNo: "衡政务受〔2026〕1号", on: "2026-03-02" });
  return story.do(reviewer("zr"), "2026-03-02", { type: "start-review", itemNo: story.no("planning-conditions"), on: "2026-03-02" });
}

/** What each kind of review needs to be convened. */
const MEETING: Readonly<Record<ReviewMode, Partial<Of<"convene-review">>>> = {
  conference: {},
  "drawing-review": {},
  "co-handling": {},
  "site-visit": { meetOn: "2026-03-05", meetTime: "09:30", place: "项目现场" },
  acceptance: { meetOn: "2026-03-05", meetTime: "14:00", place: "项目现场" },
  video: { meetOn: "2026-03-05", meetTime: "10:00", link: "会议号 880 123" },
};

export const convening = (mode: ReviewMode = "conference", says: Partial<Of<"convene-review">> = {}): Of<"convene-review"> => ({
  type: "convene-review",
  stage: "S1",
  itemNo: null,
  departmentCodes: ["zr", "fg"],
  replyBy: "2026-03-06",
  mode,
  meetOn: null,
  meetTime: null,
  place: null,
  link: null,
  materialsWanted: [],
  on: "2026-03-03",
  ...MEETING[mode],
  ...says,
});

/** A stage of two with one review convened on 2026-03-03. zr leads stage one. */
export const aConvenedReview = (mode: ReviewMode = "conference", says: Partial<Of<"convene-review">> = {}): CaseStory =>
  aStageOfTwo().do(agent, "2026-03-03", convening(mode, says));

/** The newest review of the case. */
export function reviewOf(story: CaseStory): JointReview {
  const review = Object.values(story.case.reviews).at(-1);
  if (!review) throw new Error("the case has no joint review");
  return review;
}

export const opinion = (story: CaseStory, says: Partial<Of<"give-opinion">> = {}): Of<"give-opinion"> => ({
  type: "give-opinion",
  reviewId: reviewOf(story).id,
  stance: "agree",
  conditions: [],
  reason: null,
  on: "2026-03-04",
  ...says,
});

/** The body agrees, on these conditions where there are some. */
export const agrees = (story: CaseStory, department: string, ...conditions: readonly string[]): CaseStory =>
  story.do(reviewer(department), "2026-03-04", opinion(story, { stance: conditions.length > 0 ? "agree-with-conditions" : "agree", conditions }));

export const holding = (story: CaseStory, says: Partial<Of<"hold-review">> = {}): Of<"hold-review"> => ({
  type: "hold-review",
  reviewId: reviewOf(story).id,
  attendance: [
    { departmentCode: "zr", officials: ["肖文博", "旷晓琳"] },
    { departmentCode: "fg", officials: ["欧阳峰", "易思源"] },
  ],
  minutes: "到场查看，边界与规划条件一致。",
  on: "2026-03-05",
  ...says,
});

export const merging = (story: CaseStory, says: Partial<Of<"merge-opinion">> = {}): Of<"merge-opinion"> => ({
  type: "merge-opinion",
  reviewId: reviewOf(story).id,
  opinionNo: "衡联审〔2026〕1号",
  stance: "agree",
  reason: null,
  on: "2026-03-06",
  ...says,
});

export const silence = (story: CaseStory, says: Partial<Of<"record-silence">> = {}): Of<"record-silence"> => ({
  type: "record-silence",
  reviewId: reviewOf(story).id,
  departmentCode: "fg",
  outcome: "excused",
  reason: "该部门事项无争议",
  on: "2026-03-09",
  ...says,
});

export const settling = (story: CaseStory, sources: readonly string[], says: Partial<Of<"settle-conditions">> = {}): Of<"settle-conditions"> => ({
  type: "settle-conditions",
  reviewId: reviewOf(story).id,
  sources,
  relation: sources.length > 1 ? "duplicate" : "single",
  text: "退让红线不少于10米",
  note: null,
  on: "2026-03-05",
  ...says,
});
