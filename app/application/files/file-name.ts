/** Longest name kept, in characters, with its ending. */
const LONGEST = 120;
/** Marks that turn the direction of text or take no room: `cod.exe` must not read as a `.doc`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\u115F\u1160\u3164\uFFA0]/gu;
/** Not allowed in names by some system the file may be saved on. */
const FORBIDDEN = /[<>:"|?*\\/]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Ending of a name without the dot, in lower case; empty when there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/**
 * A file's name as it may be shown and offered for saving: the last part of a path, without control, direction and invisible
 * characters, not reserved anywhere, of sensible length with its ending kept. Never used as a path.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const visible = last
    .replace(INVISIBLE, "")
    .replace(FORBIDDEN, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const extension = extensionOf(visible);
  const stem = extension === "" ? visible : visible.slice(0, -extension.length - 1).trimEnd();
  const room = LONGEST - (extension === "" ? 0 : extension.length + 1);
  const short = [...stem].slice(0, room).join("").trim() || "file";
  const name = extension === "" ? short : `${short}.${extension}`;
  return RESERVED.test(name) ? `_${name}` : name;
}
