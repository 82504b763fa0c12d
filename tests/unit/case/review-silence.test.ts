import { describe, expect, test } from "vitest";
import type { Pack } from "../../../app/domain/pack/pack";
import type { ServiceRules } from "../../../app/domain/pack/practice";
import { loadPacks } from "../../../db/load-packs";
import { agent, type CaseStory, hengyang, manager, reviewer } from "../../builders/case-story";
import { aConvenedReview, agrees, merging, opinion, reviewOf, silence } from "../../builders/joint-review";

const lead = reviewer("zr");

/** The same review under rules that say what silence means. */
function under(value: ServiceRules["jointReviewSilence"]["value"], story: CaseStory = agrees(aConvenedReview(), "zr")): CaseStory {
  const rules = { ...hengyang.rules, jointReviewSilence: { value, source: "联审办法第八条", assumed: false } } as ServiceRules;
  (story as { pack: Pack }).pack = { ...hengyang, rules };
  return story;
}

describe("R-205 (Z12): a called body that does not answer", () => {
  test("no source says what silence means, so it is 未规定 in every place", () => {
    for (const pack of loadPacks())
      expect([pack.id, pack.rules?.jointReviewSilence.value, pack.rules?.jointReviewSilence.source]).toEqual([pack.id, null, expect.any(String)]);
  });

  test("where the place says nothing the manager or the lead decides, after the day set and with a reason", () => {
    const story = agrees(aConvenedReview(), "zr");
    expect(story.refusal(manager, "2026-03-06", silence(story, { on: "2026-03-06" }))).toMatchObject({ code: "silence-too-early", replyBy: "2026-03-06" });
    expect(story.refusal(lead, "2026-03-09", silence(story, { reason: " " }))).toMatchObject({ code: "silence-needs-reason", field: "reason" });
    story.do(lead, "2026-03-09", silence(story, { outcome: "counts-as-agreement", reason: "电话确认无意见" }));
    expect(Object.values(story.case.silences)[0]).toMatchObject({
      departmentCode: "fg",
      outcome: "counts-as-agreement",
      basis: "person",
      reason: "电话确认无意见",
    });
    expect(reviewOf(story).status).toBe("closed");
    expect(story.refusal(reviewer("fg"), "2026-03-09", opinion(story, { on: "2026-03-09" }))).toMatchObject({ code: "silence-already-recorded" });
    story.do(lead, "2026-03-09", merging(story, { on: "2026-03-09" }));
  });

  test("where silence counts as agreement the rule of the place is reason enough", () => {
    const story = under("counts-as-agreement");
    story.do(lead, "2026-03-09", silence(story, { outcome: "counts-as-agreement", reason: null }));
    expect(Object.values(story.case.silences)[0]).toMatchObject({ basis: "place", reason: "联审办法第八条" });
    const excused = under("counts-as-agreement");
    expect(excused.refusal(lead, "2026-03-09", silence(excused, { reason: null }))).toMatchObject({ code: "silence-needs-reason" });
  });

  test("where it is reported to the manager nobody else decides it", () => {
    const story = under("reported-to-manager");
    expect(story.refusal(lead, "2026-03-09", silence(story))).toMatchObject({ code: "silence-for-manager" });
    story.do(manager, "2026-03-09", silence(story));
    expect(reviewOf(story).status).toBe("closed");
  });

  test("without a day for answers one must be set first; a body that answered was not silent", () => {
    const story = agrees(aConvenedReview("conference", { replyBy: null }), "zr");
    expect(story.refusal(manager, "2026-03-09", silence(story))).toMatchObject({ code: "silence-needs-reply-day" });
    expect(story.refusal(manager, "2026-03-09", silence(story, { departmentCode: "zr" }))).toMatchObject({ code: "department-already-answered" });
    expect(story.refusal(manager, "2026-03-09", silence(story, { departmentCode: "st" }))).toMatchObject({ code: "department-not-called" });
  });

  test("a body whose items of the stage have all ended is left out at once, so the review does not stay open for ever", () => {
    const story = agrees(aConvenedReview("conference", { replyBy: null }), "zr");
    story.do(agent, "2026-03-04", { type: "withdraw-item", itemNo: story.no("project-code"), reason: "改由省级赋码", on: "2026-03-04" });
    expect(reviewOf(story).status).toBe("open");
    story.do(manager, "2026-03-04", silence(story, { on: "2026-03-04", reason: "事项已撤回" }));
    expect(reviewOf(story).status).toBe("closed");
    story.do(manager, "2026-03-04", merging(story, { on: "2026-03-04" }));
    expect(reviewOf(story).status).toBe("merged");
  });
});
