import { deflateSync } from "node:zlib";

/**
 * Compresses a finished, uncompressed pdfkit file: streams one by one, all other objects together in an object stream with a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). A tagged table has an object per cell, which written plainly would double the paper.
 * Same bytes in, same bytes out. Throws when the file is not laid out the way pdfkit writes it.
 */
export function compactPdf(file: Buffer): Buffer {
  const text = file.toString("latin1");
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN);
  const table = text.slice(tableAt);
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(table)?.[1];
  if (!trailer) throw new Error("not a plain pdfkit file");
  const objects = [...table.matchAll(/^(\d{10}) 00000 n /gm)].map((entry, index) => ({ id: index + 1, at: Number(entry[1]) })).sort((a, b) => a.at - b.at);

  const parts: Buffer[] = [];
  const rows = new Map<number, readonly [type: number, place: number, index: number]>();
  let length = 0;
  const write = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };

  write(file.subarray(0, objects[0]?.at ?? 0));
  const small: { id: number; body: string }[] = [];
  objects.forEach(({ id, at }, order) => {
    const end = objects[order + 1]?.at ?? tableAt;
    const source = text.slice(at, end);
    const content = /^\d+ 0 obj\n<<([\s\S]*?)>>\nstream\n/.exec(source);
    if (content) {
      const body = file.subarray(at + content[0].length, at + source.lastIndexOf("\nendstream"));
      const metadata = source.includes("/Subtype /XML");
      rows.set(id, [1, length, 0]);
      const drawing = !metadata && PAGE_CONTENT.test(body.toString("latin1", 0, 40));
      write(stream(id, keysOf(content[1] as string), metadata ? trimmed(body) : drawing ? shortened(body) : body));
      return;
    }
    const body = /^\d+ 0 obj\n([\s\S]*)\nendobj\n$/.exec(source)?.[1];
    if (body === undefined) throw new Error(`object ${id} is not laid out as expected`);
    small.push({ id, body });
  });

  const packId = objects.length + 1;
  const tableId = objects.length + 2;
  let index = "";
  let bodies = "";
  small
    .sort((a, b) => a.id - b.id)
    .forEach(({ id, body }, place) => {
      index += `${id} ${bodies.length} `;
      bodies += `${body}\n`;
      rows.set(id, [2, packId, place]);
    });
  rows.set(packId, [1, length, 0]);
  write(stream(packId, `/Type /ObjStm /N ${small.length} /First ${index.length}`, Buffer.from(index + bodies, "latin1")));
  rows.set(tableId, [1, length, 0]);
  const entries = Buffer.alloc((tableId + 1) * 6);
  entries.writeUInt16BE(0xffff, 4);
  for (const [id, [type, place, at]] of rows) {
    entries.writeUInt8(type, id * 6);
    entries.writeUIntBE(place, id * 6 + 1, 3);
    entries.writeUInt16BE(at, id * 6 + 4);
  }
  const keys = trailer.replace(/\/Size \d+/, `/Size ${tableId + 1}`).replace(/\s+/g, " ");
  const startAt = length;
  write(stream(tableId, `/Type /XRef /W [1 3 2] /DecodeParms << /Predictor 12 /Columns 6 >>${keys}`, predicted(entries, 6)));
  write(Buffer.from(`startxref\n${startAt}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Each row as its difference from the row above (PNG filter Up), which leaves a table of rising numbers nearly empty. */
function predicted(rows: Buffer, columns: number): Buffer {
  const out = Buffer.alloc((rows.length / columns) * (columns + 1));
  for (let row = 0; row * columns < rows.length; row++) {
    out[row * (columns + 1)] = 2;
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      out[row * (columns + 1) + 1 + column] = ((rows[at] ?? 0) - (row === 0 ? 0 : (rows[at - columns] ?? 0))) & 0xff;
    }
  }
  return out;
}

/** Every page begins with the matrix that turns its y axis. */
const PAGE_CONTENT = /^1 0 0 -1 0 [\d.]+ cm\n/;

/** Colours in three decimals by their short operators, marks on one line: the same drawing in half the text. */
function shortened(drawing: Buffer): Buffer {
  const tint = (value: string): string => String(Math.round(Number(value) * 1000) / 1000);
  const text = drawing
    .toString("latin1")
    .replace(
      /\/DeviceRGB (cs|CS)\n([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)\n/g,
      (_, kind: string, r: string, g: string, b: string) => `${tint(r)} ${tint(g)} ${tint(b)} ${kind === "cs" ? "rg" : "RG"}\n`,
    )
    .replace(/<<\n\/MCID (\d+)\n>> BDC/g, "<</MCID $1>>BDC");
  return Buffer.from(text, "latin1");
}

const trimmed = (xml: Buffer): Buffer => Buffer.from(xml.toString("utf8").replace(/\n\s+/g, "\n"));

/** Keys of a stream without its length, which is written anew. */
const keysOf = (dictionary: string): string =>
  dictionary
    .replace(/\/Length \d+|\/length \d+/g, "")
    .replace(/\s+/g, " ")
    .trim();

function stream(id: number, keys: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n<< ${keys} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, "latin1"),
    packed,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}
