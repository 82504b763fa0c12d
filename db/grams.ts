/**
 * Search words of a case, the same in both engines and every locale. A text is cut into runs of letters and digits, each
 * run into overlapping pairs of characters plus its last character alone; each term is written as code points in
 * hex, so no tokenizer's idea of a letter matters. The terms narrow the search down to few rows; `instr` on the plain text
 * then decides, so a match is always a true substring.
 */

/** NFKC and lower case: full-width digits and letters are found by their plain forms. */
export const foldText = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Four hex digits, or `x` and six for characters beyond the basic plane: no term is by accident the start of another. */
function hex(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `x${point.toString(16).padStart(6, "0")}` : point.toString(16).padStart(4, "0");
}

const runsOf = (folded: string): string[][] => (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => Array.from(run, hex));

/** Term that all cases of a centre share, so that a search walks the list of one centre only. */
export const centreTerm = (centreId: string): string => `o${foldText(centreId).replace(/[^0-9a-z]/g, "")}`;

/** Index terms of a case, separated by single spaces; never empty. */
export function gramsOf(folded: string, centreId: string): string {
  const terms = new Set([centreTerm(centreId)]);
  for (const run of runsOf(folded)) run.forEach((character, at) => terms.add(character + (run[at + 1] ?? "")));
  return [...terms].join(" ");
}

export interface SearchTerms {
  /** Whole terms a case must have. */
  readonly whole: readonly string[];
  /** Beginnings of terms a case must have, for words of a single character. */
  readonly starts: readonly string[];
  /** Folded words that must each occur in the plain text. */
  readonly words: readonly string[];
}

/** What a search means: every white-space separated word of it occurs in the case. Null when nothing is asked for. */
export function searchTermsOf(query: string, centreId: string): SearchTerms | null {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const whole = new Set([centreTerm(centreId)]);
  const starts = new Set<string>();
  for (const run of words.flatMap(runsOf)) {
    if (run.length === 1) starts.add(run.join(""));
    for (let at = 0; at + 1 < run.length; at++) whole.add(`${run[at]}${run[at + 1]}`);
  }
  return { whole: [...whole], starts: [...starts], words };
}
