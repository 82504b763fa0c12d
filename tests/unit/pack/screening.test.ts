import { describe, expect, test } from "vitest";
import { applicableItems, checkAnswers, openQuestions, questionsFor } from "../../../app/domain/pack/screening";
import { anItem, aQuestion, resolvedNation } from "./small-pack";

const pack = resolvedNation({
  items: { always: anItem(), land: anItem(), report: anItem(), form: anItem(), check: anItem(), elsewhere: anItem({ categories: ["GOV"] }) },
  questions: {
    eia: aQuestion({ report: [["report", "check"]], form: [["form", "check"]], none: [[]] }),
    held: aQuestion({ no: [[]], yes: [[], ["land"]] }),
    other: aQuestion({ no: [[]], yes: [["elsewhere"]] }, ["GOV", "IND"]),
  },
});
const codes = (answers: Record<string, string>) => applicableItems(pack, "IND", answers).map((item) => `${item.code}${item.required ? "" : "?"}`);

describe("R-045: which items apply", () => {
  test("items no question adds are needed from the start; the rest wait for their question", () => {
    expect(codes({})).toEqual(["always", "land", "report?", "form?", "check?"]);
  });
  test("an answer brings its items in and lets go of those of the other answers", () => {
    expect(codes({ eia: "form" })).toEqual(["always", "land", "form", "check"]);
    expect(codes({ eia: "none" })).toEqual(["always", "land"]);
  });
  test("an answer can drop an item the category needs otherwise", () => expect(codes({ eia: "none", held: "yes" })).toEqual(["always"]));
  test("a drop wins over an add", () => {
    const both = resolvedNation({
      items: { a: anItem(), b: anItem() },
      questions: { one: aQuestion({ yes: [["a"]], no: [[]] }), two: aQuestion({ yes: [[], ["a"]], no: [[]] }) },
    });
    expect(applicableItems(both, "IND", { one: "yes", two: "yes" }).map((item) => item.code)).toEqual(["b"]);
  });
  test("each item says which answers brought it, or which questions are still open", () => {
    expect(applicableItems(pack, "IND", { eia: "form" }).find((item) => item.code === "check")?.because).toEqual([{ question: "eia", option: "form" }]);
    expect(applicableItems(pack, "IND", {}).find((item) => item.code === "check")?.because).toEqual([{ question: "eia", option: null }]);
  });
  test("items of other categories never apply", () => expect(codes({ other: "yes" })).not.toContain("elsewhere"));
});

describe("R-046: which questions are asked", () => {
  test("a question whose answers change nothing for the category is not asked", () => {
    expect(questionsFor(pack, "IND").map((question) => question.code)).toEqual(["eia", "held"]);
    expect(questionsFor(pack, "GOV").map((question) => question.code)).toEqual(["other"]);
  });
  test("open questions are those without an answer", () => expect(openQuestions(pack, "IND", { eia: "none" })).toEqual(["held"]));
  test("answers to other questions and unknown answers are refused", () => {
    expect(checkAnswers(pack, "IND", { colour: "red" })).toMatchObject({ ok: false, error: { code: "plan-question-unknown", question: "colour" } });
    expect(checkAnswers(pack, "IND", { eia: "maybe" })).toMatchObject({ ok: false, error: { code: "plan-answer-unknown", question: "eia", answer: "maybe" } });
    expect(checkAnswers(pack, "IND", { eia: "none" })).toMatchObject({ ok: true });
  });
});
