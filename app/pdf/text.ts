import type { Face } from "./fonts";

/** Marks that may not begin a line (GB/T 15834 keeps them with the character before). */
const NOT_FIRST = new Set("，。、；：？！）》〉】』」〕”’％%…·,.;:?!)]}°*");
/** Marks that may not end a line. */
const NOT_LAST = new Set("（《〈【『「〔“‘([{＃#￥$");
const WORD = /[\p{Script=Latin}\p{N}'’@_/&.,:+%*-]/u;
const WIDE_SPACE = "\u3000";
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Co}]/u;

/**
 * Text as the face can print it: line breaks and tabs become spaces, control characters go, and a character the font lacks
 * is written as its code point, so that nothing disappears silently from an official paper.
 */
export function printable(text: string, face: Face): string {
  let out = "";
  for (const character of text.normalize("NFC")) {
    if (character !== WIDE_SPACE && /\s/u.test(character)) out += " ";
    else if (UNPRINTABLE.test(character)) continue;
    else out += face.has(character) ? character : `〔U+${(character.codePointAt(0) as number).toString(16).toUpperCase()}〕`;
  }
  return out;
}

/** Width of a text in points. */
export function widthOf(text: string, face: Face, size: number): number {
  let width = 0;
  for (const character of text) width += face.advance(character);
  return (width * size) / 1000;
}

/**
 * Breaks a text into lines of at most `width` points: between Chinese characters, between Latin words, inside a word only
 * when it alone is too long. Closing marks never start a line, opening ones never end it.
 */
export function wrap(text: string, face: Face, size: number, width: number): readonly string[] {
  const room = (width * 1000) / size;
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const character of printable(text, face)) {
    const advance = face.advance(character);
    if (used + advance > room && line.length > 0) {
      if (character === " ") {
        lines.push(line.join(""));
        line = [];
        used = 0;
        continue;
      }
      const carried = carry(line, character);
      lines.push(
        line
          .slice(0, line.length - carried)
          .join("")
          .trimEnd(),
      );
      line = line.slice(line.length - carried);
      while (line[0] === " ") line.shift();
      used = line.reduce((sum, one) => sum + face.advance(one), 0);
    }
    if (line.length === 0 && character === " ") continue;
    line.push(character);
    used += advance;
  }
  if (line.length > 0 || lines.length === 0) lines.push(line.join("").trimEnd());
  return lines;
}

/** How many characters at the end of a full line must move to the next one together with `next`; 0 when nothing can. */
function carry(line: readonly string[], next: string): number {
  const at = (back: number): string => line[line.length - back] ?? "";
  let count = 0;
  let first = next;
  for (;;) {
    const before = at(count + 1);
    if (before === "" || before === " ") break;
    const bound = NOT_FIRST.has(first) || NOT_LAST.has(before) || (WORD.test(first) && WORD.test(before));
    if (!bound) break;
    count++;
    first = before;
  }
  return count >= line.length ? 0 : count;
}

/** At most `most` lines; the last one ends with an ellipsis when something was left out. */
export function clamp(lines: readonly string[], most: number, face: Face, size: number, width: number): readonly string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = Array.from(kept[most - 1] as string);
  while (last.length > 0 && widthOf(`${last.join("")}…`, face, size) > width) last = last.slice(0, -1);
  kept[most - 1] = `${last.join("")}…`;
  return kept;
}
