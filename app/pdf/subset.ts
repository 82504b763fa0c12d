import type { Font } from "fontkit";
import { type Fineness, glyphRecord } from "./outline";

/** What pdfkit asks of a subset: glyphs as they are used, then the font file with only those. */
export interface Subset {
  /** Adds a glyph of the whole font; answers its number in the subset. */
  includeGlyph(glyphId: number): number;
  encode(): Uint8Array;
}

/** Records of glyphs already simplified, by number in the whole font; shared by all papers of the process. */
export type GlyphRecords = Map<number, { readonly record: Uint8Array; readonly advance: number }>;

/** A TrueType font of the used glyphs with simplified outlines. */
export function subsetOf(font: Font, records: GlyphRecords, fineness: Fineness): Subset {
  const { grid } = fineness;
  const used: number[] = [];
  const numbers = new Map<number, number>();
  const includeGlyph = (glyphId: number): number => {
    const known = numbers.get(glyphId);
    if (known !== undefined) return known;
    const number = used.push(glyphId) - 1;
    numbers.set(glyphId, number);
    return number;
  };
  includeGlyph(0);
  const box = boxOf(font, grid);
  const recordOf = (glyphId: number) => {
    let found = records.get(glyphId);
    if (!found) {
      const glyph = font.getGlyph(glyphId);
      found = { record: glyphRecord(glyph.path.commands, box, fineness), advance: Math.round(glyph.advanceWidth / grid) };
      records.set(glyphId, found);
    }
    return found;
  };
  return { includeGlyph, encode: () => fontFile(font, grid, box, used.map(recordOf)) };
}

type Box = readonly [xMin: number, yMin: number, xMax: number, yMax: number];

const boxOf = ({ bbox }: Font, grid: number): Box => [
  Math.floor(bbox.minX / grid),
  Math.floor(bbox.minY / grid),
  Math.ceil(bbox.maxX / grid),
  Math.ceil(bbox.maxY / grid),
];

function fontFile(font: Font, grid: number, box: Box, glyphs: readonly { readonly record: Uint8Array; readonly advance: number }[]): Uint8Array {
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  const glyf = new Uint8Array(glyphs.reduce((size, glyph) => size + glyph.record.length, 0));
  let at = 0;
  glyphs.forEach(({ record, advance }, index) => {
    loca.setUint32(index * 4, at);
    glyf.set(record, at);
    at += record.length;
    hmtx.setUint16(index * 4, advance);
    // Every glyph claims the same box, so its left edge is the side bearing that moves nothing.
    hmtx.setInt16(index * 4 + 2, box[0]);
  });
  loca.setUint32(glyphs.length * 4, at);
  return sfnt([
    ["glyf", glyf],
    ["head", head(font.unitsPerEm / grid, box)],
    ["hhea", hhea(font, grid, glyphs)],
    ["hmtx", bytesOf(hmtx)],
    ["loca", bytesOf(loca)],
    ["maxp", maxp(glyphs)],
  ]);
}

function head(unitsPerEm: number, box: Box): Uint8Array {
  const view = new DataView(new ArrayBuffer(54));
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(18, unitsPerEm);
  for (const [index, edge] of box.entries()) view.setInt16(36 + index * 2, edge);
  view.setUint16(46, 6);
  view.setInt16(48, 2);
  // Long offsets in loca.
  view.setInt16(50, 1);
  return bytesOf(view);
}

function hhea(font: Font, grid: number, glyphs: readonly { readonly advance: number }[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint32(0, 0x00010000);
  view.setInt16(4, Math.round(font.ascent / grid));
  view.setInt16(6, Math.round(font.descent / grid));
  view.setUint16(10, Math.max(...glyphs.map((glyph) => glyph.advance)));
  view.setInt16(18, 1);
  view.setUint16(34, glyphs.length);
  return bytesOf(view);
}

function maxp(glyphs: readonly { readonly record: Uint8Array }[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  let [points, contours] = [0, 0];
  for (const { record } of glyphs) {
    if (record.length === 0) continue;
    const data = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const count = data.getInt16(0);
    contours = Math.max(contours, count);
    points = Math.max(points, data.getUint16(10 + (count - 1) * 2) + 1);
  }
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphs.length);
  view.setUint16(6, points);
  view.setUint16(8, contours);
  // One zone: nothing is hinted.
  view.setUint16(14, 1);
  return bytesOf(view);
}

/** The tables in one file with their checksums; tables must come in the order of their names. */
function sfnt(tables: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const padded = (length: number): number => (length + 3) & ~3;
  const file = new Uint8Array(start + tables.reduce((size, [, bytes]) => size + padded(bytes.length), 0));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tables.length - power) * 16);
  let at = start;
  let headAt = 0;
  tables.forEach(([name, bytes], index) => {
    const entry = 12 + index * 16;
    file.set(bytes, at);
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, name.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    if (name === "head") headAt = at;
    at += padded(bytes.length);
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer);
