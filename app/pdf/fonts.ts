import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font, type Glyph } from "fontkit";
import type { Fineness } from "./outline";
import { type GlyphRecords, subsetOf } from "./subset";

export type FaceName = "regular" | "bold";

/** One weight of the paper font, parsed once for the whole process and shared by every document. */
export interface Face {
  readonly name: FaceName;
  /** What pdfkit is given in place of a file: the parsed font with one glyph per character. */
  readonly font: Font;
  /** Advance of a character in 1/1000 of the font size. */
  advance(character: string): number;
  has(character: string): boolean;
}

const FILES: Readonly<Record<FaceName, string>> = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
};

/**
 * Regular is set at 12.5 pt and mostly below 9: a grid of 10/1000 em there is under a tenth of a point, less than a dot of a
 * 600 dpi printer. Bold sets the title too. It takes the embedded fonts, most of a Chinese paper, to less than half.
 */
const FINENESS: Readonly<Record<FaceName, Fineness>> = { regular: { grid: 10, tolerance: 9 }, bold: { grid: 5, tolerance: 4 } };

let faces: Readonly<Record<FaceName, Face>> | null = null;

/** Regular and bold, read and parsed on first use: parsing takes longer than drawing a whole report. */
export function paperFaces(): Readonly<Record<FaceName, Face>> {
  faces ??= { regular: readFace("regular"), bold: readFace("bold") };
  return faces;
}

function readFace(name: FaceName): Face {
  const parsed = create(readFileSync(createRequire(import.meta.url).resolve(FILES[name])));
  const glyphs = new Map<string, Glyph>();
  const glyphOf = (character: string): Glyph => {
    let glyph = glyphs.get(character);
    if (!glyph) {
      glyph = parsed.glyphForCodePoint(character.codePointAt(0) as number);
      glyphs.set(character, glyph);
    }
    return glyph;
  };
  // Chinese needs no shaping: one glyph per character draws the same as fontkit's full layout in a third of the time,
  // and the widths used to break lines are exactly the widths drawn.
  const layout: Font["layout"] = (text) => {
    const run = Array.from(text, glyphOf);
    return {
      glyphs: run,
      positions: run.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: glyph.advanceWidth })),
      advanceWidth: run.reduce((width, glyph) => width + glyph.advanceWidth, 0),
    };
  };
  const records: GlyphRecords = new Map();
  const font: Font = Object.create(parsed, { layout: { value: layout }, createSubset: { value: () => subsetOf(parsed, records, FINENESS[name]) } });
  const scale = 1000 / parsed.unitsPerEm;
  return {
    name,
    font,
    advance: (character) => glyphOf(character).advanceWidth * scale,
    has: (character) => parsed.hasGlyphForCodePoint(character.codePointAt(0) as number),
  };
}
