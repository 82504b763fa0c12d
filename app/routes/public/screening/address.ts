import type { PublicScreening } from "../../../application/queries/screening-public";
import type { Query } from "../../../web/paths";

/** Name under which an answer stands in the address; the mark keeps questions apart from the page's own names. */
export const answerName = (question: string): string => `q-${question}`;

/** The answers as they stand in the address of the questions; with `show` they lead to the list. */
export const answersQuery = ({ centre, category, answers }: PublicScreening, show: boolean): Query => ({
  centre: centre?.code,
  category: category?.code,
  ...Object.fromEntries(Object.entries(answers).map(([question, option]) => [answerName(question), option])),
  show: show ? "list" : null,
});
