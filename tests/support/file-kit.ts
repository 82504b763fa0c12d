import { crc32, deflateRawSync, deflateSync } from "node:zlib";

/** Files as programs write them, made in the test: real content under the kinds the product takes, and what pretends to be them. */

/** A one-page PDF with some text of its own, so that two of them differ. */
export function pdf(text = "材料", padding = 0): Buffer {
  const stream = `BT /F1 12 Tf 50 700 Td (${Buffer.from(text).toString("hex")}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  if (padding > 0) body += `%${"x".repeat(padding)}\n`;
  const xref = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  body += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

/** A PNG of one grey pixel. */
export function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([u32be(data.length), named, u32be(crc32(named))]);
  };
  const header = Buffer.concat([u32be(1), u32be(1), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The beginning and end of a JPEG; enough for what looks at content. */
export const jpeg = (): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from("JFIF\0"), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9])]);

/** A little-endian TIFF without pictures. */
export const tiff = (): Buffer => Buffer.concat([Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0])]);

export const dwg = (): Buffer => Buffer.concat([Buffer.from("AC1032"), Buffer.alloc(200)]);
export const dxf = (): Buffer => Buffer.from("  0\r\nSECTION\r\n  2\r\nHEADER\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\n");

export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** Sizes the table of contents claims instead of the true ones. */
  readonly claims?: { readonly packed?: number; readonly unpacked?: number };
  readonly encrypted?: boolean;
}

/** A zip whose table of contents says what the test wants it to say. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const table: Buffer[] = [];
  let offset = 0;
  for (const { name, content = "", claims = {}, encrypted = false } of entries) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const named = Buffer.from(name);
    const flags = u16(0x800 | (encrypted ? 1 : 0));
    const sizes = Buffer.concat([u32(crc32(data)), u32(claims.packed ?? packed.length), u32(claims.unpacked ?? data.length)]);
    const local = Buffer.concat([u32(0x04034b50), u16(20), flags, u16(8), u32(0), sizes, u16(named.length), u16(0), named, packed]);
    table.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        u16(20),
        flags,
        u16(8),
        u32(0),
        sizes,
        u16(named.length),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(offset),
        named,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(table);
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), u16(entries.length), u16(entries.length), u32(directory.length), u32(offset), u16(0)]);
  return Buffer.concat([...locals, directory, end]);
}

const OFFICE: ZipEntry = { name: "[Content_Types].xml", content: "<Types/>" };
export const docx = (...more: readonly ZipEntry[]): Buffer => zip([OFFICE, { name: "word/document.xml", content: "<w:document/>" }, ...more]);
export const xlsx = (...more: readonly ZipEntry[]): Buffer => zip([OFFICE, { name: "xl/workbook.xml", content: "<workbook/>" }, ...more]);
export const ofd = (): Buffer => zip([{ name: "OFD.xml", content: "<ofd:OFD/>" }, { name: "Doc_0/Document.xml" }]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function u32be(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
