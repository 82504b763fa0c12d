import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a tool of Debian's poppler-utils prints about a paper; throws when the tool is missing or finds fault. */
export function poppler(tool: "pdftotext" | "pdffonts" | "pdfinfo", pdf: Buffer, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "daiban-paper-"));
  try {
    const file = join(folder, "paper.pdf");
    writeFileSync(file, pdf);
    const { status, stdout, stderr, error } = spawnSync(tool, tool === "pdftotext" ? [...args, file, "-"] : [...args, file], { encoding: "utf8" });
    if (error || status !== 0 || stderr !== "") throw new Error(`${tool} (package poppler-utils): ${error?.message ?? stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text as it is compared: compatibility forms folded, without the white space between two Chinese characters or lines. */
export const dense = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
