import { ok, type Refusal, type Result, refuse } from "../result";
import type { CatalogueItem, CategoryCode, Pack, ScreeningQuestion } from "./pack";

export type Answers = Readonly<Record<string, string>>;

/** Why an item is on the list: the answer that put it there. `option: null` means the question is still open. */
export interface Because {
  readonly question: string;
  readonly option: string | null;
}

export interface ApplicableItem {
  readonly code: string;
  /** True: the category or an answer requires it. False: an open question may yet require it. */
  readonly required: boolean;
  /** Empty when the category alone requires it. */
  readonly because: readonly Because[];
}

/** Items of the catalogue that a project of this category can need at all, in catalogue order. */
export const menuOf = (pack: Pack, category: CategoryCode): readonly CatalogueItem[] => pack.items.filter((item) => item.categories.includes(category));

/**
 * The questions to ask for a category. Answers whose items all lie outside the category's menu are left out, and so is
 * a question with fewer than two answers left: there is nothing to choose.
 */
export function questionsFor(pack: Pack, category: CategoryCode): readonly ScreeningQuestion[] {
  const menu = new Set(menuOf(pack, category).map((item) => item.code));
  return pack.questions
    .filter((question) => question.categories.includes(category))
    .map((question) => ({
      ...question,
      options: question.options.filter((option) => {
        const touched = [...option.adds, ...option.drops];
        return touched.length === 0 || touched.some((code) => menu.has(code));
      }),
    }))
    .filter((question) => question.options.length >= 2);
}

/** Refuses answers to questions that are not asked here, and answers that are not offered. */
export function checkAnswers(pack: Pack, category: CategoryCode, answers: Answers): Result<Answers> {
  const questions = questionsFor(pack, category);
  for (const [question, option] of Object.entries(answers)) {
    const asked = questions.find((candidate) => candidate.code === question);
    if (!asked) return refuse<Refusal>({ code: "plan-question-unknown", field: question, question });
    if (!asked.options.some((offered) => offered.code === option))
      return refuse<Refusal>({ code: "plan-answer-unknown", field: question, question, answer: option });
  }
  return ok(answers);
}

/** Questions of the category that have no answer yet, in the order they are asked. */
export const openQuestions = (pack: Pack, category: CategoryCode, answers: Answers): readonly string[] =>
  questionsFor(pack, category)
    .filter((question) => answers[question.code] === undefined)
    .map((question) => question.code);

/**
 * Which items of the category's menu apply, in catalogue order. An item named under `adds` of some question is needed
 * only when a chosen answer adds it; every other item of the menu is needed unless a chosen answer drops it. A drop wins
 * over an add. Items that only an open question could add come with `required: false`.
 */
export function applicableItems(pack: Pack, category: CategoryCode, answers: Answers): readonly ApplicableItem[] {
  const questions = questionsFor(pack, category);
  const adders = new Map<string, { chosen: Because[]; open: Because[] }>();
  const dropped = new Set<string>();
  for (const question of questions) {
    const answer = answers[question.code];
    for (const option of question.options) {
      if (option.code === answer) for (const code of option.drops) dropped.add(code);
      for (const code of option.adds) {
        const seen = adders.get(code) ?? { chosen: [], open: [] };
        if (option.code === answer) seen.chosen.push({ question: question.code, option: option.code });
        else if (answer === undefined && !seen.open.some((entry) => entry.question === question.code))
          seen.open.push({ question: question.code, option: null });
        adders.set(code, seen);
      }
    }
  }
  return menuOf(pack, category).flatMap((item): ApplicableItem[] => {
    if (dropped.has(item.code)) return [];
    const conditional = adders.get(item.code);
    if (!conditional) return [{ code: item.code, required: true, because: [] }];
    if (conditional.chosen.length > 0) return [{ code: item.code, required: true, because: conditional.chosen }];
    return conditional.open.length > 0 ? [{ code: item.code, required: false, because: conditional.open }] : [];
  });
}
