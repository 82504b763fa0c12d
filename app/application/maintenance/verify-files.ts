import type { Services } from "../services";
import { digestOfStored } from "./carry-files";
import { namedContents } from "./named-contents";

/** A content that a case relies on and that is not there, or is not what its digest says. */
export interface BrokenFile {
  readonly digest: string;
  readonly what: "is missing" | "is damaged";
}

/**
 * Reads every content that a material or a check names and proves it against its digest. Reads only; may run beside the server.
 * @param onProgress called after each content with the number done
 */
export async function verifyFiles(
  { db, files }: Pick<Services, "db" | "files">,
  onProgress: (done: number) => void = () => {},
): Promise<{ readonly files: number; readonly broken: readonly BrokenFile[] }> {
  const known = new Set<string>();
  const broken: BrokenFile[] = [];
  for await (const digest of namedContents(db)) {
    if (known.has(digest)) continue;
    known.add(digest);
    const found = await digestOfStored(files, digest);
    if (found !== digest) broken.push({ digest, what: found === null ? "is missing" : "is damaged" });
    onProgress(known.size);
  }
  return { files: known.size, broken };
}
