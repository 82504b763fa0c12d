/**
 * Search words of a case, the same in both engines and every locale. A text is cut into runs of plain letters and digits, and
 * runs of other letters such as Chinese. At every place of a run one term begins: two characters of the others, written as code
 * points in hex so that no tokenizer's idea of a letter matters; four of the plain ones, because two digits of a case number
 * would be shared by nearly every case. The terms narrow the search down to few rows; the plain text then decides, so a
 * match is always a true substring.
 */

/** NFKC and lower case: full-width digits and letters are found by their plain forms. */
export const foldText = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Characters of a term in a plain run, and in any other. */
const PLAIN = 4;
const OTHER = 2;

/** Four hex digits, or `x` and six for characters beyond the basic plane: no term is by accident the start of another. */
function hex(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point > 0xffff ? `x${point.toString(16).padStart(6, "0")}` : point.toString(16).padStart(4, "0");
}

const isPlain = (run: string): boolean => /^[0-9a-z]/.test(run);
const runsOf = (folded: string): string[] => folded.match(/[0-9a-z]+|(?:(?![0-9a-z])[\p{L}\p{N}])+/gu) ?? [];

/** The term that begins at each place of a run; shorter ones at its end. Plain terms are marked so that they cannot pass for hex. */
function termsOf(run: string): string[] {
  if (isPlain(run)) return Array.from(run, (_, at) => `z${run.slice(at, at + PLAIN)}`);
  const characters = Array.from(run, hex);
  return characters.map((_, at) => characters.slice(at, at + OTHER).join(""));
}

/** Term that all cases of a centre share, so that a search walks the list of one centre only. */
export const centreTerm = (centreId: string): string => `o${foldText(centreId).replace(/[^0-9a-z]/g, "")}`;

/** Index terms of a case, separated by single spaces; never empty. */
export const gramsOf = (folded: string, centreId: string): string => [...new Set([centreTerm(centreId), ...runsOf(folded).flatMap(termsOf)])].join(" ");

export interface SearchTerms {
  /** Whole terms a case must have. */
  readonly whole: readonly string[];
  /** Beginnings of terms a case must have, for runs shorter than a term. */
  readonly starts: readonly string[];
  /** Folded words that must each occur in the plain text. */
  readonly words: readonly string[];
  /** Those of the words that a case may lack although it has all the terms; a word that is itself one term is not among them. */
  readonly undecided: readonly string[];
}

/** What a search means: every white-space separated word of it occurs in the case. Null when nothing is asked for. */
export function searchTermsOf(query: string, centreId: string): SearchTerms | null {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const whole = new Set([centreTerm(centreId)]);
  const starts = new Set<string>();
  for (const run of words.flatMap((word) => tellingRuns(runsOf(word)))) {
    const length = Array.from(run).length;
    const size = isPlain(run) ? PLAIN : OTHER;
    const terms = termsOf(run);
    if (length < size) starts.add(terms[0] ?? "");
    else for (const term of terms.slice(0, length - size + 1)) whole.add(term);
  }
  return { whole: [...whole], starts: [...starts], words, undecided: words.filter((word) => !isOneTerm(word)) };
}

const isOneTerm = (word: string): boolean => runsOf(word)[0] === word && Array.from(word).length <= (isPlain(word) ? PLAIN : OTHER);

/** Of several plain runs in one word only the longest: the others, like centre and year of a case number, are in every case. */
function tellingRuns(runs: readonly string[]): string[] {
  const longest = runs.filter(isPlain).reduce((best, run) => (run.length > best.length ? run : best), "");
  return runs.filter((run) => !isPlain(run) || run === longest);
}
