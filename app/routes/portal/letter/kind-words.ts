import type { Letter } from "../../../domain/case/letter";
import type { Key } from "../../../i18n";

interface KindWords {
  readonly lead: Key;
  /** Until when the signature may be taken back. */
  readonly until: Key;
  /** Why it can be neither signed nor taken back. */
  readonly closed: Key;
}

/** What is said around a letter, by its kind and by how far it has come. */
export function kindWords(letter: Letter): KindWords {
  if (letter.kind === "project-commitment")
    return { lead: "letter.project-commitment.lead", until: "letter.project-commitment.withdraw.until", closed: "letter.project-commitment.closed" };
  if (letter.kind !== "notice-commitment") return { lead: "letter.page.lead", until: "letter.withdraw.until", closed: "letter.closed" };
  const chosen = letter.standards.every(({ manner }) => manner !== null);
  return {
    lead: "letter.notice-commitment.lead",
    until: "letter.notice-commitment.withdraw.until",
    closed: chosen ? "letter.notice-commitment.closed" : "letter.notice-commitment.choose-first",
  };
}
