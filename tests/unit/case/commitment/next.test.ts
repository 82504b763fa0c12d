import { expect, test } from "vitest";
import { undatedSince } from "../../../../app/domain/case/commitment/next";
import type { CheckPoint } from "../../../../app/domain/case/parts/project-commitment";
import type { CaseStory } from "../../../builders/case-story";
import { aCompleted, aPublic, aStarted, COMPLETED, checkAt, commitmentIn, IN_FORCE, manager, no } from "../../../builders/commitment-story";

/** The check as it stands, without the day that was set for it. */
const undated = (story: CaseStory, point: CheckPoint) => undatedSince(story.case, commitmentIn(story), { ...checkAt(story, point), dueOn: null });

test("R-348: a check without a day waits for one from the day its point can be reached, when it is the next", () => {
  const story = aPublic();
  story.do(manager, IN_FORCE, { type: "put-in-force", commitmentNo: no(story), checks: [], on: IN_FORCE });
  expect(undated(story, "before-start")).toBe(IN_FORCE);
  for (const point of ["construction", "completion", "operation"] as const) expect(undated(story, point), point).toBeNull();
  const dated = { ...checkAt(story, "before-start"), dueOn: "2026-06-01" };
  expect(undatedSince(story.case, commitmentIn(story), dated)).toBeNull();
  expect(undatedSince(story.case, { ...commitmentIn(story), status: "breached" }, checkAt(story, "before-start"))).toBeNull();
  const started = aStarted();
  expect(undated(started, "before-start")).toBeNull();
  expect(undated(started, "construction")).toBe(IN_FORCE);
});

test("R-348, R-384: the point of completion waits for no day before the works are completed", () => {
  const early = (story: CaseStory) => {
    const met = Object.fromEntries(Object.entries(story.case.supervisionChecks).map(([id, one]) => [id, { ...one, status: "met" as const }]));
    const completion = { ...checkAt(story, "completion"), status: "planned", dueOn: null } as const;
    return undatedSince({ supervisionChecks: { ...met, [completion.id]: completion } }, commitmentIn(story), completion);
  };
  expect(early(aStarted())).toBeNull();
  expect(early(aCompleted())).toBe(COMPLETED);
});

test("R-348: the verification waits for its day from the completion of the works, and only after every earlier point", () => {
  const story = aCompleted();
  expect(commitmentIn(story).completedOn).toBe(COMPLETED);
  const earlier = ["before-start", "construction", "completion"].includes.bind(["before-start", "construction", "completion"]);
  const met = Object.fromEntries(
    Object.entries(story.case.supervisionChecks).map(([id, check]) => [id, earlier(check.point) ? { ...check, status: "met" as const } : check]),
  );
  const verification = { ...checkAt(story, "verification"), status: "planned", dueOn: null } as const;
  const open = { ...story.case.supervisionChecks, [checkAt(story, "completion").id]: { ...checkAt(story, "completion"), status: "planned" as const } };
  expect(undatedSince({ supervisionChecks: met }, commitmentIn(story), verification)).toBe(COMPLETED);
  expect(undatedSince({ supervisionChecks: open }, commitmentIn(story), verification)).toBeNull();
});
