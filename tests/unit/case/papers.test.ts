import { describe, expect, test } from "vitest";
import { mayIssuePaper, PAPER_RULES, papersOf } from "../../../app/domain/case/papers";
import { PAPER_KINDS } from "../../../app/domain/case/parts/paper";
import { remediesOn } from "../../../app/domain/case/remedies";
import { agent, anAcceptedItem, aPlannedCase, intake, issuing, manager, reviewer } from "../../builders/case-story";

describe("papers a case gives rise to", () => {
  test("R-250: a planned case has none, a received item its list, an accepted one its notice", () => {
    expect(papersOf(aPlannedCase().case)).toEqual([]);
    const story = aPlannedCase("2026-03-02").do(intake, "2026-03-02", { type: "receive-items", itemNos: ["HY-2026-0001-01"], on: "2026-03-02" });
    expect(papersOf(story.case).map(({ kind }) => kind)).toEqual(["receipt-list"]);
    expect(papersOf(anAcceptedItem("planning-conditions", "2026-03-02").case).map(({ kind }) => kind)).toContain("acceptance-notice");
  });

  test("R-250: a milestone has no papers, because no window accepts it", () => {
    const story = anAcceptedItem("planning-conditions", "2026-03-02");
    const item = story.item("planning-conditions");
    expect(papersOf({ ...story.case, items: { [item.id]: { ...item, type: "MILESTONE" } } })).toEqual([]);
  });

  test("R-254: the window hands out what it does, the department its own decisions, a manager everything", () => {
    const { case: state } = anAcceptedItem("planning-conditions", "2026-03-02");
    const notice = papersOf(state).find(({ kind }) => kind === "acceptance-notice");
    if (!notice) throw new Error("no notice");
    expect([agent, intake, manager, issuing].map((actor) => mayIssuePaper(actor, notice, state))).toEqual([true, true, true, false]);
    const procedure = { ...notice, kind: "procedure-notice" as const };
    expect(mayIssuePaper(reviewer("zr"), procedure, state)).toBe(true);
    expect(mayIssuePaper(reviewer("st"), procedure, state)).toBe(false);
  });

  test("R-254: papers between offices are not for the investor", () => {
    expect(PAPER_KINDS.filter((kind) => !PAPER_RULES[kind].forInvestor)).toEqual(["forwarding-letter", "hand-over-receipt", "review-record"]);
  });
});

describe("remedies", () => {
  test("R-252 (K03): 60 days and 6 months, by the articles in force on the day of the decision", () => {
    expect(remediesOn("2023-12-31")).toMatchObject({
      reconsiderationDays: 60,
      reconsiderationArticles: [9, 12],
      reconsiderationBody: "government-or-superior",
    });
    expect(remediesOn("2024-01-01")).toMatchObject({
      reconsiderationArticles: [20, 24],
      reconsiderationBody: "government",
      litigationMonths: 6,
      litigationArticle: 46,
    });
  });
});
