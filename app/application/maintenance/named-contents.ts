import { and, asc, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Services } from "../services";

/** Materials read at a time. */
const PAGE = 500;

/** Digests of every content that a case names, one for each version, so a content may come more than once. */
export async function* namedContents(db: Services["db"]): AsyncGenerator<string> {
  const { material } = db.t;
  let last: { readonly centreId: string; readonly projectId: string; readonly id: string } | undefined;
  for (let more = true; more; ) {
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
    for (const { files } of page) for (const { digest } of files) yield digest;
    last = page.at(-1) ?? last;
    more = page.length === PAGE;
  }
}
