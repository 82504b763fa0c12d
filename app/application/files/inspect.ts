import { fileTypeFromBuffer } from "file-type";
import { ok, type Refusal, type Result, refuse } from "../../domain/result";
import { extensionOf } from "./file-name";
import { containerKind } from "./zip";

/** What may be attached: how it is recognised is below; which endings its name may have; how it is served. */
export type FileKind = "pdf" | "jpeg" | "png" | "tiff" | "ofd" | "docx" | "xlsx" | "dwg" | "dxf";

const KINDS: Readonly<Record<FileKind, { readonly mediaType: string; readonly endings: readonly string[] }>> = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  jpeg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  png: { mediaType: "image/png", endings: ["png"] },
  tiff: { mediaType: "image/tiff", endings: ["tif", "tiff"] },
  ofd: { mediaType: "application/ofd", endings: ["ofd"] },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", endings: ["docx"] },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", endings: ["xlsx"] },
  dwg: { mediaType: "image/vnd.dwg", endings: ["dwg"] },
  dxf: { mediaType: "image/vnd.dxf", endings: ["dxf"] },
};

/** Endings people may choose from, with the dot: for the file box of a form. */
export const ACCEPTED_ENDINGS: readonly string[] = Object.values(KINDS).flatMap(({ endings }) => endings.map((ending) => `.${ending}`));

const KIND_OF_TYPE: Readonly<Record<string, FileKind>> = Object.fromEntries(
  (["pdf", "jpeg", "png", "tiff", "dwg"] as const).map((kind) => [KINDS[kind].mediaType, kind]),
);

/**
 * What a file is by its content, and that its name says the same. Refuses what is empty, what is none of the kinds above, a name
 * that claims another kind, and containers that could hurt whoever opens them.
 * @param name as cleaned by `cleanFileName`
 */
export async function inspect(content: Uint8Array, name: string): Promise<Result<{ readonly kind: FileKind; readonly mediaType: string }>> {
  if (content.byteLength === 0) return refuse({ code: "file-empty", field: "file" });
  const found = await kindOf(content);
  if (!found.ok) return found;
  const { mediaType, endings } = KINDS[found.value];
  if (!endings.includes(extensionOf(name)))
    return refuse({ code: "file-name-disagrees", field: "file", name, found: found.value.toUpperCase(), endings: endings.map((ending) => `.${ending}`) });
  return ok({ kind: found.value, mediaType });
}

const NOT_ALLOWED: Refusal = { code: "file-kind-not-allowed", field: "file" };

async function kindOf(content: Uint8Array): Promise<Result<FileKind>> {
  if (isZip(content)) return containerKind(content);
  if (isDxf(content)) return ok("dxf");
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  const kind = type && KIND_OF_TYPE[type.mime];
  return kind && isWhole(kind, content) ? ok(kind) : refuse(NOT_ALLOWED);
}

const ascii = (content: Uint8Array, from: number, to: number): string => Buffer.from(content.subarray(Math.max(0, from), to)).toString("latin1");

/** Third and fourth byte of a zip, an empty one, and a part of a split one. */
const ZIP_MARKS: readonly (readonly [number, number])[] = [
  [3, 4],
  [5, 6],
  [7, 8],
];
const isZip = (content: Uint8Array): boolean =>
  ascii(content, 0, 2) === "PK" && ZIP_MARKS.some(([third, fourth]) => content[2] === third && content[3] === fourth);

/** Drawing exchange: the text form begins with a section and ends with its end mark, the binary form names itself. */
function isDxf(content: Uint8Array): boolean {
  if (ascii(content, 0, 20) === "AutoCAD Binary DXF\r\n") return true;
  return (
    /^(?:\s*999\r?\n[^\r\n]*\r?\n)*\s*0\r?\n\s*SECTION\r?\n/.test(ascii(content, 0, 4096)) &&
    /\n\s*0\r?\nEOF\s*$/.test(ascii(content, content.byteLength - 64, content.byteLength))
  );
}

/** An ending where the kind has one: a file cut short on its way would be called by its first bytes alone. */
function isWhole(kind: FileKind, content: Uint8Array): boolean {
  switch (kind) {
    case "pdf":
      return ascii(content, content.byteLength - 2048, content.byteLength).includes("%%EOF");
    case "png":
      return ascii(content, content.byteLength - 64, content.byteLength).includes("IEND");
    default:
      return true;
  }
}
