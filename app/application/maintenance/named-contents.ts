import { and, asc, eq, gt, ne, or, sql } from "drizzle-orm";
import type { Services } from "../services";

/** Rows read at a time. */
const PAGE = 500;

interface Named {
  readonly centreId: string;
  readonly projectId: string;
  readonly id: string;
  readonly digests: readonly string[];
}

/** Digests of every content that a case names, one for each version of a material and each file of a check, so a content may come more than once. */
export async function* namedContents(db: Services["db"]): AsyncGenerator<string> {
  yield* paged((after) => materialsAfter(db, after));
  yield* paged((after) => evidenceAfter(db, after));
}

/** All digests of a table that is read page by page, each page beginning behind the last row of the one before. */
async function* paged(read: (after: Named | undefined) => Promise<readonly Named[]>): AsyncGenerator<string> {
  let last: Named | undefined;
  for (let more = true; more; ) {
    const page = await read(last);
    for (const { digests } of page) yield* digests;
    last = page.at(-1) ?? last;
    more = page.length === PAGE;
  }
}

type Table = Services["db"]["t"]["material"] | Services["db"]["t"]["evidenceFile"];
const behind = (t: Table, after: Named | undefined) =>
  after &&
  or(
    gt(t.centreId, after.centreId),
    and(eq(t.centreId, after.centreId), gt(t.projectId, after.projectId)),
    and(eq(t.centreId, after.centreId), eq(t.projectId, after.projectId), gt(t.id, after.id)),
  );

async function materialsAfter({ q, t: { material: m } }: Services["db"], after: Named | undefined): Promise<readonly Named[]> {
  const rows = await q
    .select({ centreId: m.centreId, projectId: m.projectId, id: m.id, files: m.files })
    .from(m)
    .where(and(behind(m, after), ne(sql`cast(${m.files} as text)`, "[]")))
    .orderBy(asc(m.centreId), asc(m.projectId), asc(m.id))
    .limit(PAGE);
  return rows.map(({ files, ...key }) => ({ ...key, digests: files.map(({ digest }) => digest) }));
}

async function evidenceAfter({ q, t: { evidenceFile: e } }: Services["db"], after: Named | undefined): Promise<readonly Named[]> {
  const rows = await q
    .select({ centreId: e.centreId, projectId: e.projectId, id: e.id, digest: e.digest })
    .from(e)
    .where(behind(e, after))
    .orderBy(asc(e.centreId), asc(e.projectId), asc(e.id))
    .limit(PAGE);
  return rows.map(({ digest, ...key }) => ({ ...key, digests: [digest] }));
}
