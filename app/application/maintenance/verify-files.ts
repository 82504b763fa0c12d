import { and, asc, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Services } from "../services";
import { digestOfStored } from "./carry-files";

/** A content that a case relies on and that is not there, or is not what its digest says. */
export interface BrokenFile {
  readonly digest: string;
  readonly what: "is missing" | "is damaged";
}

/** Materials read at a time. */
const PAGE = 500;

/**
 * Reads every content that a material names and proves it against its digest. Reads only; may run beside the server.
 * @param onProgress called after each content with the number done
 */
export async function verifyFiles(
  { db, files }: Pick<Services, "db" | "files">,
  onProgress: (done: number) => void = () => {},
): Promise<{ readonly files: number; readonly broken: readonly BrokenFile[] }> {
  const { material } = db.t;
  const known = new Set<string>();
  const broken: BrokenFile[] = [];
  let last: { readonly centreId: string; readonly projectId: string; readonly id: string } | undefined;
  for (;;) {
    const after =
      last &&
      or(
        gt(material.centreId, last.centreId),
        and(eq(material.centreId, last.centreId), gt(material.projectId, last.projectId)),
        and(eq(material.centreId, last.centreId), eq(material.projectId, last.projectId), gt(material.id, last.id)),
      );
    const page = await db.q
      .select({ centreId: material.centreId, projectId: material.projectId, id: material.id, files: material.files })
      .from(material)
      .where(and(after, ne(sql`cast(${material.files} as text)`, "[]")))
      .orderBy(asc(material.centreId), asc(material.projectId), asc(material.id))
      .limit(PAGE);
    for (const { digest } of page.flatMap((row) => row.files)) {
      if (known.has(digest)) continue;
      known.add(digest);
      const found = await digestOfStored(files, digest);
      if (found !== digest) broken.push({ digest, what: found === null ? "is missing" : "is damaged" });
      onProgress(known.size);
    }
    last = page.at(-1);
    if (page.length < PAGE) return { files: known.size, broken };
  }
}
